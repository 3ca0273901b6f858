package import Campaign

/// Members with exact totals and their places, for lookups while totals change.
///
/// Places are shared by equal totals (1, 2, 2, 4). Those who share one are shown in the order of a given key; a member's number
/// decides nothing. A member without total has no place and is on no page.
///
/// ```swift
/// var board = try PlaceBoard(keys: names, totals: totals, most: 1_000_000)
/// try board.set(987_500, of: konRay)
/// board.place(of: konRay)   // 2
/// ```
///
/// One owner changes it and asks it; a change is seen by the next question. About 24 bytes a member, and 4 more for each total
/// that is possible where those are at most three times as many as the members: places are then found by adding five numbers.
package struct PlaceBoard: ~Copyable {
  /// A line of a page.
  package struct Entry: Sendable, Hashable {
    package let member: Int
    package let total: Int32
    /// Counted from 1.
    package let place: Int
    /// Somebody else has the same place: print "=2".
    package let tied: Bool

    package init(member: Int, total: Int32, place: Int, tied: Bool) {
      self.member = member
      self.total = total
      self.place = place
      self.tied = tied
    }
  }

  /// The greatest total that is taken.
  package let most: Int32
  // −1 without total.
  private let totals: BoardTotals
  private let orderOf: [Int32]
  private let memberAt: [Int32]
  var tree: BoardTree
  private let counters: BoardCounters?

  /// - Parameter keys: Display order of each member among equals; members with equal keys keep the order in which they are given.
  /// - Parameter totals: One a member, 0 to `most`, or `nil`.
  /// - Parameter most: 0 or more.
  /// - Throws: R-305 for more than 16,777,216 members, as many totals as not keys, or a negative `most`; R-311 for a total outside
  ///   the range.
  /// - Complexity: O(members × log members).
  package init(keys: [some Comparable], totals: [Int32?], most: Int32) throws(Problem) {
    guard keys.count <= 1 << 24, totals.count == keys.count, most >= 0 else {
      throw Problem(
        .badValue, vi: "bảng xếp hạng có tối đa 16.777.216 thành viên, mỗi thành viên một tổng điểm.",
        en: "a board has at most 16,777,216 members, with a total for each.")
    }
    let sorted = keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
    var orderOf: [Int32] = Array(repeating: 0, count: keys.count)
    for (order, member) in sorted.enumerated() { orderOf[member] = Int32(order) }
    var ascending: [Int64] = []
    ascending.reserveCapacity(keys.count)
    for (member, total) in totals.enumerated() {
      guard let total else { continue }
      try Self.check(total, most, member)
      ascending.append(Int64(most - total) << 32 | Int64(orderOf[member]))
    }
    ascending.sort()
    self.most = most
    self.totals = BoardTotals(totals)
    self.orderOf = orderOf
    memberAt = sorted.map { Int32($0) }
    tree = BoardTree(ascending: ascending)
    counters = Int(most) < 3 * keys.count ? BoardCounters(most: Int(most)) : nil
    if let counters {
      for key in ascending { counters.add(1, at: Int32(truncatingIfNeeded: key >> 32)) }
    }
  }

  private static func check(_ total: Int32, _ most: Int32, _ member: Int) throws(Problem) {
    guard (0...most).contains(total) else {
      throw Problem(
        .pointsOutOfRange, at: "members[\(member)]", vi: "tổng điểm nằm ngoài phạm vi của bảng; hãy kiểm tra lại điểm.",
        en: "a total outside the range of the board; check the points.")
    }
  }

  package var members: Int { totals.count }
  /// Members with a total.
  package var ranked: Int { tree.count }
  package var byteCount: Int {
    tree.byteCount + (counters?.byteCount ?? 0) + 4 * (totals.count + orderOf.capacity + memberAt.capacity)
  }

  package func total(of member: Int) -> Int32? { totals[member] < 0 ? nil : totals[member] }

  /// Changes a total; every later question sees it.
  ///
  /// - Parameter total: 0 to ``most``, or `nil` to take the member off the board.
  /// - Throws: R-311 for a total outside the range; nothing is changed then.
  /// - Complexity: O(log members).
  package mutating func set(_ total: Int32?, of member: Int) throws(Problem) {
    if let total { try Self.check(total, most, member) }
    let (old, new) = (totals[member], total ?? -1)
    guard old != new else { return }
    if old >= 0 {
      tree.remove(most - old, orderOf[member])
      counters?.add(-1, at: most - old)
    }
    if new >= 0 {
      tree.insert(most - new, orderOf[member])
      counters?.add(1, at: most - new)
    }
    totals[member] = new
  }

  /// 1 + the number of greater totals; `nil` without total.
  /// - Complexity: O(log members).
  package func place(of member: Int) -> Int? {
    let total = totals[member]
    return total < 0 ? nil : count(below: most &- total) &+ 1
  }

  /// The position from 0 on in display order; `nil` without total.
  /// - Complexity: O(log members).
  package func position(of member: Int) -> Int? {
    let total = totals[member]
    return total < 0 ? nil : tree.count(before: most &- total, orderOf[member])
  }

  /// - Parameter key: 0 to one more than ``most``.
  @inline(__always)
  func count(below key: Int32) -> Int { counters?.count(below: key) ?? tree.count(below: key) }

  func member(at order: Int32) -> Int { Int(memberAt[Int(order)]) }
}
