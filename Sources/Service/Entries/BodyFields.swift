import Campaign
import Journal

/// Fields that the bodies of several kinds have.
///
/// - Source: `Protocol/Journal.md`, "Bodies".
extension BodyWriter {
  /// Kind and label, as two texts.
  mutating func period(_ period: Period) {
    string(period.kind.rawValue)
    string(period.description)
  }

  /// The client's 16 bytes and the number it gave the request.
  mutating func origin(_ origin: RequestOrigin) {
    fixed(origin.clientID)
    u64(origin.requestNumber)
  }

  /// A byte that says whether there is one, then 8 bytes in any case.
  mutating func instant(_ instant: Instant?) {
    bool(instant != nil)
    i64(instant?.milliseconds ?? 0)
  }
}

extension BodyReader {
  /// - Throws: As the texts; `bodyFieldInvalid` for a kind or a label that is none.
  mutating func period() throws(JournalFailure) -> Period {
    let kind = PeriodKind(rawValue: try string(bytesMax: 32))
    guard let kind, let period = Period(try string(bytesMax: 16), kind: kind) else { throw .bodyFieldInvalid }
    return period
  }

  mutating func origin(_ account: AccountID) throws(JournalFailure) -> RequestOrigin {
    RequestOrigin(account: account, clientID: try fixed(16), requestNumber: try u64())
  }

  mutating func instant() throws(JournalFailure) -> Instant? {
    let known = try bool()
    let milliseconds = try i64()
    return known ? Instant(milliseconds: milliseconds) : nil
  }
}
