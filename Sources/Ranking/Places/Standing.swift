public import Campaign

/// Where a unit stands in its block in a period.
public struct Standing: Sendable, Hashable {
  /// Counted from 1; `nil` without rank, see ``reason``. Equal totals share a place: 1, 2, 2, 4.
  public internal(set) var place: Int?
  /// Somebody else of the block has the same place: print "=2".
  public internal(set) var tied = false
  /// Which of ``Campaign/Rulebook/bands(of:)`` the published total lies in, 0 for the best; `nil` without place, where the
  /// total lies under every band, or where there are no bands.
  public internal(set) var band: Int?
  /// Why there is no place.
  public internal(set) var reason: ReasonCode?
  /// As published, rounded half up; `nil` where nothing was filed.
  public internal(set) var published: Points?
  /// What places go by when the rulebook says `exact`: the sum of points, or the index to the rulebook's decimals.
  public internal(set) var exact: Points?
  /// Sum of the points of the leaves.
  public internal(set) var earned = Points.zero
  /// Added to the total and taken from it after the leaves; zero where there is no total.
  public internal(set) var bonus = Points.zero
  public internal(set) var deduction = Points.zero
  /// Points that were to be had.
  public internal(set) var applicable = Points.zero
  /// Months of the year to date that were filed, and that are due or filed.
  public internal(set) var monthsFiled = 0
  public internal(set) var monthsDue = 0
  /// Places gained against the period before; positive is better; `nil` if one of the two has no place.
  public internal(set) var movedSincePrevious: Int?
  /// Places gained against the same period of last year.
  public internal(set) var movedSinceLastYear: Int?
  /// Published points gained against the same period of last year (exact points where places go by them).
  public internal(set) var gainSinceLastYear: Points?
  /// The campaign's "+5 places" for units, where such a rule is in force in the year.
  public internal(set) var placesGained: Verdict?
}

/// Gives places to totals: 1 + the number of greater ones.
///
/// - Parameter totals: One a unit; `nil` has no place.
/// - Returns: In the order of `totals`.
/// - Complexity: O(*n* log *n*).
package func competitionPlaces(_ totals: [Points?]) -> [(place: Int, tied: Bool)?] {
  let order = totals.indices.filter { totals[$0] != nil }.sorted { totals[$0]! > totals[$1]! }
  var result: [(place: Int, tied: Bool)?] = Array(repeating: nil, count: totals.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, totals[order[end]] == totals[order[start]] { end += 1 }
    for position in start..<end { result[order[position]] = (start + 1, end - start > 1) }
    start = end
  }
  return result
}
