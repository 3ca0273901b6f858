import Campaign
package import Journal
import Synchronization

/// From what is decided to what is durable and applied.
extension CampaignService {
  /// Waits until a group that somebody else stores is durable and applied.
  func settled(_ group: PendingAppend) async throws -> [StoredEntry] {
    let entries: [StoredEntry]
    do { entries = try await group.entries() } catch { throw ServiceFailure.journal(error) }
    await applied(entries)
    return entries
  }

  /// Whoever was answered must find his own filing: waits for the entries in front, which are durable already.
  private func applied(_ entries: [StoredEntry]) async {
    if let last = entries.last { await applied(through: last.position) }
  }

  func applied(through position: UInt64) async {
    guard position > durable.head.position else { return }
    await withCheckedContinuation { waiting[position, default: []].append($0) }
  }

  /// Waits until a group is durable and applied.
  @discardableResult
  func store(_ group: PendingAppend) async throws -> [StoredEntry] {
    let entries: [StoredEntry]
    do { entries = try await group.entries() } catch { throw ServiceFailure.journal(error) }
    for entry in entries { arrived(entry, nil) }
    try advance()
    await applied(entries)
    return entries
  }

  /// What has everything in front of it is applied at once where it is a filing; the rest waits for ``advance()``.
  func arrived(_ entry: StoredEntry, _ filing: DecidedFiling?) {
    guard let filing, entry.position == durable.head.position + 1 else {
      ahead[entry.position] = Arrived(entry: entry, filing: filing)
      return
    }
    apply(filing, entry)
    wake(entry.position)
  }

  private func wake(_ position: UInt64) {
    if !waiting.isEmpty { for waiter in waiting.removeValue(forKey: position) ?? [] { waiter.resume() } }
  }

  /// Applies what is durable and has nothing missing in front of it.
  func advance() throws {
    defer { durablePosition.store(durable.position, ordering: .releasing) }
    while let next = ahead.removeValue(forKey: durable.head.position + 1) {
      if let filing = next.filing { apply(filing, next.entry) } else { try apply(next.entry) }
      wake(next.entry.position)
    }
    followSoon()
    if startFile != nil, durable.position >= savedThrough + Self.startFileEvery { saveStartFile() }
  }

  private func apply(_ next: StoredEntry) throws {
    try durable.apply(next, text: next.textDigests.first.flatMap { texts.removeValue(forKey: $0.hash) } ?? "")
    try requests.add(next)
    switch next.kind {
    case .submission:
      guard let submission = try? SubmissionEntry(next) else { return }
      settle(Slot(unit: submission.filing.unit, period: submission.filing.period.ordinal), EntryHash(bytes: submission.contentKey))
    case .rulebook:
      knownForms = KnownForms(durable)
      shapes = [:]
      published.withLock { $0 = knownForms }
    default: return
    }
  }

  private func apply(_ filing: DecidedFiling, _ next: StoredEntry) {
    let form = filing.request.filing.form
    let shape: Int
    if let known = shapes[ObjectIdentifier(form)] {
      shape = known
    } else {
      shape = durable.number(of: form.shape)
      // The forms of an older version may be gone before what they have read is stored.
      if filing.request.filing.forms === knownForms { shapes[ObjectIdentifier(form)] = shape }
    }
    durable.apply(filing, next, shape: shape)
    requests.add(filing.request.key, at: next.position)
    settle(slot(filing.request.filing), filing.request.filing.contentKey)
  }

  private func settle(_ slot: Slot, _ contentKey: EntryHash?) {
    if let place = underway.index(forKey: slot), underway.values[place].contentKey == contentKey { underway.remove(at: place) }
  }

  /// How many entries may stand behind the start file before it is written anew.
  private static let startFileEvery: UInt64 = 50_000

  /// Writes the start file beside everything else; the next start does without it where that fails.
  private func saveStartFile() {
    guard let startFile else { return }
    savedThrough = durable.position
    let state = durable
    Task.detached(priority: .background) { try? state.writeStartFile(at: startFile) }
  }

  /// Writes the start file now, when there is anything new: what a server does as it stops.
  ///
  /// - Throws: `folderRights`, `folderFailed`.
  package func finishStartFile() throws(JournalFailure) {
    guard let startFile, durable.position > 0, durable.position > savedThrough else { return }
    try durable.writeStartFile(at: startFile)
    savedThrough = durable.position
  }
}
