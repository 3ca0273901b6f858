extension PlaceBoard {
  /// Members at positions of the display order, from 0 on; what lies beyond the last is left out.
  ///
  /// - Complexity: O(log members + length), and O(log members) more for each place on the page.
  package func page(_ positions: Range<Int>) -> [Entry] {
    let wanted = positions.clamped(to: 0..<ranked)
    var result: [Entry] = []
    result.reserveCapacity(wanted.count)
    var (last, place, tied): (Int32, Int, Bool) = (-1, 0, false)
    tree.forEach(wanted) { key, order in
      if key != last {
        place = count(below: key) + 1
        // No key is above Int32.max, so that nobody stands behind it.
        tied = (key == .max ? ranked : count(below: key + 1)) - place > 0
        last = key
      }
      result.append(Entry(member: member(at: order), total: most - key, place: place, tied: tied))
    }
    return result
  }

  /// The first `count` in display order. Whoever shares the last one's place may be cut off: it depends on the key alone.
  package func top(_ count: Int) -> [Entry] { page(0..<max(0, count)) }

  /// The member with its neighbours in display order; empty without total.
  ///
  /// - Parameter before: How many above, 0 or more.
  /// - Parameter after: How many below, 0 or more.
  package func around(_ member: Int, before: Int, after: Int) -> [Entry] {
    guard let position = position(of: member) else { return [] }
    let (ahead, behind) = (min(max(0, before), position), min(max(0, after), ranked - 1 - position))
    return page(position - ahead..<position + behind + 1)
  }

  /// Positions of those between two members in display order, without the two; `nil` where one has no total.
  ///
  /// - Complexity: O(log members).
  package func positions(between one: Int, and other: Int) -> Range<Int>? {
    guard let a = position(of: one), let b = position(of: other) else { return nil }
    return a == b ? a..<a : min(a, b) + 1..<max(a, b)
  }

  /// Positions of those whose totals lie in a range.
  ///
  /// - Complexity: O(log members).
  package func positions(totals: ClosedRange<Int32>) -> Range<Int> {
    guard totals.lowerBound <= most, totals.upperBound >= 0 else { return 0..<0 }
    let first = count(below: most - min(totals.upperBound, most))
    let last = most - max(totals.lowerBound, 0)
    return first..<(last == .max ? ranked : count(below: last + 1))
  }
}
