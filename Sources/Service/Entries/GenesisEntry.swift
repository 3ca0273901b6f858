package import Campaign
package import Journal

/// The first entry: which installation this journal belongs to.
package struct GenesisEntry: Sendable, Hashable {
  /// "prod", "training", "demo": a client that names another one is refused.
  package let deployment: String
  /// 16 bytes that name this journal.
  package let serverID: [UInt8]
  /// Start of the demonstration's clock; `nil` for a real installation.
  package let demonstrationStart: Instant?

  package var isDemonstration: Bool { demonstrationStart != nil }

  package init(deployment: String, serverID: [UInt8], demonstrationStart: Instant?) {
    self.deployment = deployment
    self.serverID = serverID
    self.demonstrationStart = demonstrationStart
  }

  package func draft(at time: Instant) -> EntryDraft {
    var body = BodyWriter()
    body.string(deployment)
    body.bytes(serverID)
    body.bool(isDemonstration)
    body.i64(demonstrationStart?.milliseconds ?? 0)
    return EntryDraft(
      kind: .genesis, timeMilliseconds: time.milliseconds, account: .system, body: body.encoded,
      uniqueKeys: [UniqueKey(Array("genesis".utf8))])
  }

  package init(_ entry: StoredEntry) throws(JournalFailure) {
    var body = entry.bodyReader
    deployment = try body.string(bytesMax: 64)
    serverID = try body.bytes(bytesMax: 16)
    let demonstration = try body.bool()
    let start = try body.i64()
    demonstrationStart = demonstration ? Instant(milliseconds: start) : nil
    try body.finish()
  }
}
