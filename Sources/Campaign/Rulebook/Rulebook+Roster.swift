extension Rulebook {
  /// The same rules for another roster, for measuring at other sizes.
  ///
  /// - Parameter units: With ids of their own, in blocks of this rulebook; rules and records that name other units keep doing so.
  package func with(units: [ReportingUnit]) -> Rulebook {
    Rulebook(
      id: id, name: name, documents: documents, decimals: decimals, ranking: ranking, periods: periods, calendar: calendar,
      blocks: blocks, units: units, counters: counters, identities: identities, fields: fields, criteria: criteria, indices: indices,
      rules: rules, applicability: applicability, bands: bands, bonus: bonus, lateness: lateness, scoreboards: scoreboards, forms: forms)
  }
}

extension ReportingUnit {
  /// The same unit under another id.
  package func copied(as id: ID) -> ReportingUnit {
    ReportingUnit(
      id: id, name: name, block: block, level: level, code: code, parent: parent, source: source, unverified: unverified)
  }
}
