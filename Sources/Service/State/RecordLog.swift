package import Campaign
import Journal

/// Everything recorded beside figures, in the order of the journal, and how to find what is recorded again.
package struct RecordLog: Sendable {
  package struct Recorded: Sendable {
    /// With its evidence or reason; empty once that was purged.
    package fileprivate(set) var record: CampaignRecord
    package let receipt: EntryReceipt
  }
  /// What a record replaces when it comes again with another content.
  package enum Slot: Hashable, Sendable {
    case applicability(ReportingUnit.ID, criterion: String)
    case deadline(Int, ReportingUnit.ID?)
    case delivery(rule: String, ReportingUnit.ID, item: String?, CivilDate)
    case finding(rule: String, year: Int, ReportingUnit.ID?)
    case initiative(Int, ReportingUnit.ID?)
    case falseData(Int, ReportingUnit.ID?)
  }
  private struct Request: Hashable {
    let client: [UInt8]
    let number: UInt64
  }

  package private(set) var all: [Recorded] = []
  private var slots: [Slot: [Int]] = [:]
  private var requests: [Request: [Int]] = [:]
  private var byUnit: [ReportingUnit.ID: [Int]] = [:]

  mutating func add(_ entry: RecordEntry, text: String, _ receipt: EntryReceipt) {
    slots[entry.record.slot, default: []].append(all.count)
    if entry.origin.requestNumber > 0 {
      requests[Request(client: entry.origin.clientID, number: entry.origin.requestNumber), default: []].append(all.count)
    }
    if let unit = entry.record.unit { byUnit[unit, default: []].append(all.count) }
    all.append(Recorded(record: entry.record.with(text: text), receipt: receipt))
  }

  /// Forgets a text that a tombstone has purged.
  mutating func purgeText(of position: UInt64) {
    guard let index = all.firstIndex(where: { $0.receipt.position == position }) else { return }
    all[index].record = all[index].record.with(text: "")
  }

  /// What is recorded of a unit, oldest first.
  func recorded(of unit: ReportingUnit.ID) -> [Recorded] { byUnit[unit, default: []].map { all[$0] } }

  /// What is recorded behind a position, the newest first.
  func recorded(behind position: UInt64) -> some Sequence<Recorded> { all.reversed().prefix { $0.receipt.position > position } }

  /// What is recorded in a slot, oldest first.
  package func recorded(in slot: Slot) -> [Recorded] { slots[slot, default: []].map { all[$0] } }

  /// What a request has recorded, in its order; empty for one that is not known.
  package func recorded(by origin: RequestOrigin) -> [Recorded] {
    requests[Request(client: origin.clientID, number: origin.requestNumber), default: []].map { all[$0] }
  }

  // MARK: by kind, in the order of the journal; what was purged is a dash

  var applicability: [Applicability] { Self.applicability(all) }
  static func applicability(_ all: [Recorded]) -> [Applicability] {
    all.compactMap { if case .applicability(let value) = $0.shown { value } else { nil } }
  }
  var assessments: [Assessment] { Self.assessments(all) }
  static func assessments(_ all: [Recorded]) -> [Assessment] {
    all.compactMap { if case .assessment(let value) = $0.shown { value } else { nil } }
  }
  var deliveries: [Delivery] {
    all.compactMap { if case .delivery(let value) = $0.shown { value.entered(on: $0.receipt.recordedAt.vietnamDate) } else { nil } }
  }
}

extension RecordLog.Recorded {
  fileprivate var shown: CampaignRecord { record.text.isEmpty ? record.with(text: "—") : record }
}

extension Delivery {
  fileprivate func entered(on day: CivilDate) -> Delivery {
    Delivery(rule: rule, unit: unit, item: item, date: date, evidence: evidence, withdrawn: withdrawn, enteredOn: day)
  }
}

extension CampaignRecord {
  package var slot: RecordLog.Slot {
    switch self {
    case .applicability(let value): .applicability(value.unit, criterion: value.criterion)
    case .periodDecision(let value): .deadline(value.period.ordinal, value.unit)
    case .delivery(let value): .delivery(rule: value.rule, value.unit, item: value.item, value.date)
    case .assessment(let value):
      switch value.finding {
      case .rule(let id, let year, _): .finding(rule: id, year: year, value.unit)
      case .initiative(let period): .initiative(period.ordinal, value.unit)
      case .falseData(let period): .falseData(period.ordinal, value.unit)
      }
    }
  }

  /// Whom it is about; `nil`: everybody, or the organiser.
  var unit: ReportingUnit.ID? {
    switch self {
    case .applicability(let value): value.unit
    case .periodDecision(let value): value.unit
    case .delivery(let value): value.unit
    case .assessment(let value): value.unit
    }
  }

  /// It takes back an earlier record of the same slot.
  package var withdraws: Bool {
    switch self {
    case .applicability, .periodDecision: false
    case .delivery(let value): value.withdrawn
    case .assessment(let value): value.withdrawn
    }
  }
}
