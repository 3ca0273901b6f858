/// What a unit reports for a task, a checklist or a cadence: a product delivered, an item done, an event held
/// (kết quả thực hiện).
///
/// - Source: domain 2.3 "TASK", "CHECKLIST", "CADENCE": an event counts for the interval that contains its date, not the
///   date of its entry.
public struct Delivery: Sendable, Hashable {
  /// Id of a rule of the rulebook of kind `TASK`, `CHECKLIST` or `CADENCE`.
  public let rule: String
  public let unit: ReportingUnit.ID
  /// Id of the checklist's item; `nil` for tasks and cadences.
  public let item: String?
  /// When it happened.
  public let date: CivilDate
  /// Number and date of the document, or an address, that proves it; 1–500 bytes.
  public let evidence: String
  /// Takes back an earlier delivery with the same rule, unit, item and date.
  public let withdrawn: Bool
  /// The day on which it was entered; `nil` where nobody knows. It decides on lateness alone, never on the interval.
  public let enteredOn: CivilDate?

  public init(
    rule: String, unit: ReportingUnit.ID, item: String? = nil, date: CivilDate, evidence: String, withdrawn: Bool = false,
    enteredOn: CivilDate? = nil
  ) {
    self.rule = rule
    self.unit = unit
    self.item = item
    self.date = date
    self.evidence = evidence
    self.withdrawn = withdrawn
    self.enteredOn = enteredOn
  }
}
