/// What the campaign office found by hand, with its evidence (đánh giá).
///
/// - Source: domain 2.1 (`NARRATIVE`) and 4.7 (bonus, veto).
public struct Assessment: Sendable, Hashable {
  public enum Finding: Sendable, Hashable {
    /// A sentence that no machine can check; never points by itself.
    case rule(id: String, year: Int, met: Bool)
    /// A recognised initiative or model (sáng kiến, mô hình): bonus points in the period.
    case initiative(Period)
    /// Proven false data: no place in the period.
    case falseData(Period)
  }
  public let finding: Finding
  /// `nil`: the organiser of the campaign itself, for a rule only.
  public let unit: ReportingUnit.ID?
  /// Number and date of the decision; 1–500 bytes.
  public let evidence: String
  /// Takes back an earlier assessment with the same finding and unit.
  public let withdrawn: Bool

  public init(_ finding: Finding, unit: ReportingUnit.ID?, evidence: String, withdrawn: Bool = false) {
    self.finding = finding
    self.unit = unit
    self.evidence = evidence
    self.withdrawn = withdrawn
  }
}
