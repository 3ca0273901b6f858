package import Campaign
import Journal
package import Ranking

/// Filings as the log of a state has them.
extension CampaignState {
  /// The filing in force of a unit and period.
  package struct InForce: Sendable {
    package let receipt: Receipt
    package let filing: Filing
    /// When the first filing was received; later revisions change nothing of that.
    package let firstFiledAt: Instant
    /// What the receipt of the first filing says.
    package let firstWasLate: Bool
  }

  package func inForce(_ unit: ReportingUnit.ID, _ period: Period) -> InForce? { current(unit, period).map(inForce) }

  package func isFiled(_ unit: ReportingUnit.ID, _ period: Period) -> Bool { current(unit, period) != nil }

  /// The revision in force of a unit and period; `nil` where nothing was filed. No figure is looked at.
  package func revision(of unit: ReportingUnit.ID, in period: Period) -> Int? {
    current(unit, period).map { Int(filings.record($0).revision) }
  }

  /// The same by the unit's number and the period's ordinal; 0 where nothing was filed. In place: else the whole state is held for it.
  @inline(__always)
  func revision(of unit: Int, _ ordinal: Int) -> UInt32 { filings.current(unit, ordinal).map { filings.record($0).revision } ?? 0 }

  /// The record in force.
  private func current(_ unit: ReportingUnit.ID, _ period: Period) -> Int? {
    filings.units.number(unit).flatMap { filings.current($0, period.ordinal) }
  }

  private func inForce(_ index: Int) -> InForce {
    let record = filings.record(index)
    let first = filings.record(Int(record.first))
    let shape = filings.shapes[Int(record.shape)]
    let receipt = Receipt(record, shape, unit: filings.units.ids[Int(record.unit)])
    let figures = Array(zip(shape.counters, filings.values(of: record)).map { (counter: $0, value: $1) })
    return InForce(
      receipt: receipt,
      filing: Filing(unit: receipt.unit, period: receipt.period, form: shape.form, baseRevision: receipt.replaces, figures: figures),
      firstFiledAt: Instant(milliseconds: first.time), firstWasLate: first.flags & 1 == 1)
  }

  /// The receipt of a filing with the same content; `nil` for one that is not stored.
  ///
  /// - Complexity: O(revisions of the unit's period).
  package func receipt(of filing: Filing, contentKey: [UInt8]) -> Receipt? {
    guard let unit = filings.units.number(filing.unit), let key = EntryHash(bytes: contentKey) else { return nil }
    for index in filings.revisions(unit, filing.period.ordinal) {
      let record = filings.record(index)
      if record.contentKey == key { return Receipt(record, filings.shapes[Int(record.shape)], unit: filing.unit) }
    }
    return nil
  }

  /// Every filing in force of a unit, by period.
  package func filings(of unit: ReportingUnit.ID) -> [InForce] {
    guard let unit = filings.units.number(unit) else { return [] }
    return filings.filed(by: unit).map { inForce(Int($0.record)) }
  }

  /// Units that have filed anything.
  package var unitsThatFiled: [ReportingUnit.ID] {
    filings.units.ids.indices.filter { !filings.filed(by: $0).isEmpty }.map { filings.units.ids[$0] }
  }

  /// Working days by which the first filing of a period was late, as the deadlines are decided now; `nil`: on time.
  package func workingDaysLate(_ unit: ReportingUnit.ID, _ period: Period) -> Int? {
    guard let index = current(unit, period), let version = version(for: period) else { return nil }
    let filed = Instant(milliseconds: filings.record(Int(filings.record(index).first)).time)
    // Decisions only give more time than the calendar, so that all others are on time.
    guard version.rulebook.calendar.due(period) <= filed else { return nil }
    return deadlines(of: version).workingDaysLate(period, for: unit, filed: filed)
  }

  /// By period ordinal; `nil` for a unit that nobody knows.
  ///
  /// - Complexity: O(periods that the unit filed).
  func workingDaysLate(_ unit: ReportingUnit.ID) -> [Int: Int]? {
    guard let kind = launched?.periods.kind, let number = filings.units.number(unit) else { return nil }
    guard versions.contains(where: { $0.rulebook.lateness != nil }) else { return [:] }
    var late: [Int: Int] = [:]
    for slot in filings.filed(by: number) {
      if let days = workingDaysLate(unit, Period(kind: kind, ordinal: Int(slot.ordinal))) { late[Int(slot.ordinal)] = days }
    }
    return late
  }

  /// By unit and period ordinal, for everybody who was late.
  var workingDaysLate: [ReportingUnit.ID: [Int: Int]] {
    guard let kind = launched?.periods.kind else { return [:] }
    var due: [Int32: Int64] = [:]
    var late: [ReportingUnit.ID: [Int: Int]] = [:]
    for (number, unit) in filings.units.ids.enumerated() {
      for slot in filings.filed(by: number) {
        let period = Period(kind: kind, ordinal: Int(slot.ordinal))
        if due[slot.ordinal] == nil { due[slot.ordinal] = version(for: period)?.rulebook.calendar.due(period).milliseconds ?? .max }
        let filed = filings.record(Int(filings.record(Int(slot.record)).first)).time
        guard let due = due[slot.ordinal], due <= filed, let days = workingDaysLate(unit, period) else { continue }
        late[unit, default: [:]][Int(slot.ordinal)] = days
      }
    }
    return late
  }

  /// All figures in force, read by the counters of a version.
  package func figures(of version: RulebookVersion) -> FigureTable { FigureTable(FiledFigures(filings, version.rulebook)) }
}

/// The figures in force of a log, read by the counters of a rulebook.
private struct FiledFigures: FigureSource {
  private let log: FilingLog
  private let roster: [ReportingUnit]
  private let counters: Int
  /// By shape: the index of each of its counters in the rulebook.
  private let indices: [[Int?]]
  /// By shape: its counters are all those of the rulebook, in its order.
  private let isWhole: [Bool]

  init(_ log: FilingLog, _ rulebook: Rulebook) {
    self.log = log
    roster = rulebook.units
    counters = rulebook.counters.count
    indices = log.shapes.map { $0.counters.map { rulebook.counterIndex[$0] } }
    isWhole = indices.map { $0.elementsEqual(rulebook.counters.indices.lazy.map { Optional($0) }) }
  }

  var units: Int { roster.count }

  /// Looked up a unit at a time: a filing asks for its own only.
  private func number(_ unit: Int) -> Int? { log.units.number(roster[unit].id) }

  func hasFigures(_ unit: Int, _ ordinal: Int) -> Bool { number(unit).flatMap { log.current($0, ordinal) } != nil }

  func months(of unit: Int, _ ordinals: ClosedRange<Int>) -> [Int: FigureTable.Month] {
    guard let number = number(unit) else { return [:] }
    let slots = log.filed(by: number)
    var months: [Int: FigureTable.Month] = Dictionary(minimumCapacity: slots.count)
    for slot in slots where ordinals.contains(Int(slot.ordinal)) {
      let record = log.record(Int(slot.record))
      let (shape, stored) = (Int(record.shape), log.values(of: record))
      if isWhole[shape], stored.count == counters {
        months[Int(slot.ordinal)] = .counters(stored.map { $0 })
        continue
      }
      var values: [Int64?] = Array(repeating: nil, count: counters)
      for (index, value) in zip(indices[shape], stored) {
        if let index { values[index] = value }
      }
      months[Int(slot.ordinal)] = .counters(values)
    }
    return months
  }
}
