/// A further scoring scheme over the same units and counters (bảng điểm): its own criteria, fields, bands and settings of
/// ranking. It has no rules, no bonus and no lateness.
///
/// - Source: domain 3.3 "A second scoring scheme over the same counters should be loadable beside the campaign's own: same
///   data, two scoreboards".
public struct Scoreboard: Sendable, Identifiable {
  /// a–z, 0–9 and `-`, at most 64.
  public let id: String
  public let name: LocalizedText
  public let ranking: RankingSettings
  public let fields: [Field]
  /// At least one. A code that the campaign has as well measures the same there.
  public let criteria: [Criterion]
  /// Of all blocks, the best first.
  public let bands: [Band]
}

extension Rulebook {
  /// The rulebook as one of its scoreboards scores it: the same units, periods, calendar and counters, and no rules.
  ///
  /// Filings of the campaign are filings of the view, and a table of them ranks under both. Whom a criterion concerns by
  /// ``applicability`` carries over by its code.
  ///
  /// - Returns: `nil` for an id that the rulebook does not have.
  /// - Complexity: O(units + counters + criteria).
  public func scoreboard(_ id: String) -> Rulebook? {
    guard let board = scoreboards.first(where: { $0.id == id }) else { return nil }
    let codes = Set(board.criteria.map(\.code))
    return Rulebook(
      id: self.id, name: LocalizedText("\(name.vi) — \(board.name.vi)", en: "\(name.en) — \(board.name.en)"),
      documents: documents, decimals: decimals, ranking: board.ranking, periods: periods, calendar: calendar,
      blocks: blocks.map { Block(id: $0.id, name: $0.name, ranked: $0.ranked, bands: nil) }, units: units,
      counters: counters, identities: identities, fields: board.fields, criteria: board.criteria, indices: [], rules: [],
      applicability: applicability.filter { codes.contains($0.criterion) }, bands: board.bands, bonus: nil, lateness: nil,
      scoreboards: [], forms: forms)
  }
}
