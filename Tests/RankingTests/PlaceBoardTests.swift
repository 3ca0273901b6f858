import Campaign
import TestSupport
import Testing

@testable import Ranking

/// The board against sorting everybody anew.
@Suite struct PlaceBoardTests {
  /// Everybody in display order, by definition.
  private func sorted(_ keys: [Int], _ totals: [Int32?]) -> [PlaceBoard.Entry] {
    let ranked = totals.indices.filter { totals[$0] != nil }
    let order = ranked.sorted { (-Int(totals[$0]!), keys[$0], $0) < (-Int(totals[$1]!), keys[$1], $1) }
    var (place, last): (Int, Int32?) = (0, nil)
    var counts: [Int32: Int] = [:]
    for member in ranked { counts[totals[member]!, default: 0] += 1 }
    return order.enumerated().map { position, member in
      if totals[member] != last { (place, last) = (position + 1, totals[member]) }
      return .init(member: member, total: totals[member]!, place: place, tied: counts[totals[member]!]! > 1)
    }
  }

  private func compare(_ board: borrowing PlaceBoard, _ keys: [Int], _ totals: [Int32?], _ random: inout SplitMix64) {
    let all = sorted(keys, totals)
    let entries = board.page(0..<Int.max)
    #expect(entries == all)
    let ranked = board.ranked
    #expect(ranked == all.count)
    for (position, entry) in all.enumerated() where random.chance(10) {
      let (place, own) = (board.place(of: entry.member), board.position(of: entry.member))
      #expect(place == entry.place && own == position)
      let (before, after) = (random.int(0...5), random.int(0...5))
      let around = board.around(entry.member, before: before, after: after)
      #expect(around == Array(all[max(0, position - before)..<min(all.count, position + after + 1)]))
      let other = random.int(0...all.count - 1)
      let between = board.positions(between: entry.member, and: all[other].member)
      #expect(between?.count == max(0, abs(other - position) - 1))
      let low = Int32(random.int(-3...Int(entry.total)))
      let within = board.positions(totals: low...entry.total)
      #expect(within.count == all.count { (low...entry.total).contains($0.total) } && within.lowerBound == entry.place - 1)
      let top = board.top(position)
      #expect(top == Array(all[..<position]))
    }
  }

  @Test(arguments: [(1, 10), (2, 0), (63, 3), (64, 1_000_000), (65, 5), (130, 2), (1_000, 40), (1_000, 2_147_483_647), (5_000, 500)])
  func everyQuestionIsAnsweredAsBySorting(members: Int, most: Int) throws {
    var random = SplitMix64(seed: UInt64(members &* 31 &+ most))
    func total(_ random: inout SplitMix64) -> Int32? { random.chance(10) ? nil : Int32(random.int(0...most)) }
    let keys = (0..<members).map { _ in random.int(0...members / 2) }
    var totals = (0..<members).map { _ in total(&random) }
    var board = try PlaceBoard(keys: keys, totals: totals, most: Int32(most))
    compare(board, keys, totals, &random)
    for round in 0..<4 {
      for _ in 0..<members {
        let member = random.int(0...members - 1)
        // Rounds that take away, that fill, and that crowd near the first.
        totals[member] = round == 0 && random.chance(90) ? nil : round == 2 ? Int32(max(0, most - random.int(0...2))) : total(&random)
        try board.set(totals[member], of: member)
        let place = board.place(of: member)
        #expect((place == nil) == (totals[member] == nil))
      }
      compare(board, keys, totals, &random)
    }
    for member in 0..<members { try board.set(nil, of: member) }
    #expect(board.top(3) == [])
    try board.set(0, of: 0)
    #expect(board.place(of: 0) == 1)
  }

  @Test func aChangeIsSeenByTheNextQuestion() throws {
    var random = SplitMix64(seed: 4)
    var totals = (0..<300).map { _ in Int32?(Int32(random.int(0...50))) }
    var board = try PlaceBoard(keys: Array(0..<300), totals: totals, most: 50)
    for _ in 0..<3_000 {
      let member = random.int(0...299)
      totals[member] = Int32(random.int(0...50))
      try board.set(totals[member], of: member)
      let place = board.place(of: member)
      #expect(place == 1 + totals.count { $0! > totals[member]! })
    }
  }

  @Test func equalTotalsAreShownByKeyAndNeverByNumber() throws {
    let board = try PlaceBoard(keys: ["Sa Thầy", "Đăk Hà", "Kon Rẫy"].map { VietnameseKey($0) }, totals: [5, 5, 7], most: 10)
    #expect(board.top(9).map(\.member) == [2, 1, 0] && board.top(9).map(\.place) == [1, 2, 2])
    #expect(board.top(9).map(\.tied) == [false, true, true])
  }

  @Test func whatIsOutsideTheRangeIsRefusedAndChangesNothing() throws {
    var board = try PlaceBoard(keys: [1, 2], totals: [5, nil], most: 10)
    #expect(board.place(of: 1) == nil && board.around(1, before: 2, after: 2) == [] && board.positions(between: 0, and: 1) == nil)
    for wrong in [Int32(-1), 11, .min, .max] {
      do {
        try board.set(wrong, of: 0)
        Issue.record("\(wrong) was taken")
      } catch { #expect(error.code == .pointsOutOfRange) }
    }
    #expect(board.total(of: 0) == 5 && board.place(of: 0) == 1)
    #expect(board.page(7..<9) == [] && board.top(-4) == [] && board.positions(totals: 11...20) == 0..<0)
    for (keys, totals, most) in [([1], [Int32?](), Int32(1)), ([1], [3], -1), ([1], [3], 2)] {
      do {
        _ = try PlaceBoard(keys: keys, totals: totals, most: most)
        Issue.record("was taken")
      } catch {}
    }
  }

  @Test func aMemberTakesFewBytesAlsoAfterManyChanges() throws {
    let members = 40_000
    var random = SplitMix64(seed: 9)
    var board = try PlaceBoard(keys: Array(0..<members), totals: Array(repeating: 0, count: members), most: 1_000_000)
    for member in 0..<members { try board.set(Int32(member), of: member) }
    for _ in 0..<members { try board.set(Int32(random.int(0...1_000_000)), of: random.int(0...members - 1)) }
    let bytes = board.byteCount
    #expect(bytes <= 40 * members, "\(bytes / members) bytes a member")
  }
}
