package import Campaign
package import Journal

/// A rulebook at its launch (version 1 of the body), or an amendment of it with the period from which on it holds (2).
package struct RulebookEntry: Sendable {
  package let yaml: [UInt8]
  /// The first period that is scored with it; `nil` for the launch.
  package let effectiveFrom: Period?
  package let origin: RequestOrigin

  /// The launch.
  package init(yaml: [UInt8], origin: RequestOrigin = .system) {
    self.yaml = yaml
    effectiveFrom = nil
    self.origin = origin
  }

  /// An amendment.
  package init(yaml: [UInt8], effectiveFrom: Period, origin: RequestOrigin) {
    self.yaml = yaml
    self.effectiveFrom = effectiveFrom
    self.origin = origin
  }

  package func draft(at time: Instant) -> EntryDraft {
    var body = BodyWriter(reservingBytes: yaml.count + 80)
    body.bytes(yaml)
    if let effectiveFrom {
      body.period(effectiveFrom)
      body.origin(origin)
    }
    return EntryDraft(
      kind: .rulebook, kindVersion: effectiveFrom == nil ? 1 : 2, timeMilliseconds: time.milliseconds, account: origin.account,
      body: body.encoded, uniqueKeys: effectiveFrom == nil ? [Self.launchKey] : [])
  }

  /// A journal has one launch.
  private static let launchKey = UniqueKey(Array("launch".utf8))

  package init(_ entry: StoredEntry) throws(JournalFailure) {
    var body = try entry.contentReader()
    yaml = try body.bytes(bytesMax: Rulebook.largestFile)
    switch entry.contentVersion {
    case 1:
      effectiveFrom = nil
      origin = .system
    case 2:
      effectiveFrom = try body.period()
      origin = try body.origin(entry.account)
    default: throw .bodyFieldInvalid
    }
    try body.finish()
  }
}
