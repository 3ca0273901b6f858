package import Campaign
package import Journal

/// What is recorded beside figures: each value is one entry of a kind of its own.
package enum CampaignRecord: Sendable, Hashable {
  case applicability(Applicability)
  case periodDecision(PeriodDecision)
  case delivery(Delivery)
  case assessment(Assessment)
}

/// A record with who sent it. Its evidence or reason is a free text beside the entry.
package struct RecordEntry: Sendable, Hashable {
  /// As read back it has an empty text: the entry holds only the text's digest.
  package let record: CampaignRecord
  package let origin: RequestOrigin

  package init(_ record: CampaignRecord, origin: RequestOrigin) {
    self.record = record
    self.origin = origin
  }

  /// The field of the evidence or reason.
  package static let textField: UInt16 = 1

  package func draft(at time: Instant, salt: TextSalt) -> EntryDraft {
    var body = BodyWriter()
    body.origin(origin)
    record.write(to: &body)
    return EntryDraft(
      kind: record.kind, timeMilliseconds: time.milliseconds, account: origin.account, body: body.encoded,
      texts: [FreeText(field: Self.textField, salt: salt, text: record.text)])
  }

  package init(_ entry: StoredEntry) throws(JournalFailure) {
    guard entry.contentVersion == 1 else { throw .bodyFieldInvalid }
    var body = try entry.contentReader()
    origin = try body.origin(entry.account)
    switch entry.kind {
    case .applicability: record = .applicability(try Applicability(body: &body))
    case .periodDecision: record = .periodDecision(try PeriodDecision(body: &body))
    case .taskDelivery: record = .delivery(try Delivery(body: &body))
    case .assessment: record = .assessment(try Assessment(body: &body))
    default: throw .bodyFieldInvalid
    }
    try body.finish()
  }
}

extension CampaignRecord {
  package var kind: EntryKind {
    switch self {
    case .applicability: .applicability
    case .periodDecision: .periodDecision
    case .delivery: .taskDelivery
    case .assessment: .assessment
    }
  }

  /// The evidence or reason; empty for a record that was read back.
  package var text: String {
    switch self {
    case .applicability(let value): value.reason
    case .periodDecision(let value): value.reason
    case .delivery(let value): value.evidence
    case .assessment(let value): value.evidence
    }
  }

  /// The same record with another evidence or reason.
  package func with(text: String) -> CampaignRecord {
    switch self {
    case .applicability(let value): .applicability(value.with(reason: text))
    case .periodDecision(let value): .periodDecision(value.with(reason: text))
    case .delivery(let value): .delivery(value.with(evidence: text))
    case .assessment(let value): .assessment(value.with(evidence: text))
    }
  }

  fileprivate func write(to body: inout BodyWriter) {
    switch self {
    case .applicability(let value): value.write(to: &body)
    case .periodDecision(let value): value.write(to: &body)
    case .delivery(let value): value.write(to: &body)
    case .assessment(let value): value.write(to: &body)
    }
  }
}
