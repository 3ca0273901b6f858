/// What a view has to know of a rulebook before it can print a place.
extension Rulebook {
  /// Places that each unit is to climb, where the campaign demands it: "+5".
  package var climb: Int? { rules.lazy.filter { $0.subject == .unitPlace }.compactMap { ($0.kind as? RankGainRule)?.places }.first }

  /// Decimals of points gained: those of the total that places go by.
  package var gainDecimals: Int {
    guard ranking.placesBy == .exact else { return ranking.published }
    return ranking.total == .points ? 6 : decimals
  }
}
