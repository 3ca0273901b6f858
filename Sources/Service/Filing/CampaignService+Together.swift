import Campaign
import Journal

/// Filings that arrived together: one pass over the state, one turn of the journal, one answer.
///
/// The result is that of ``submit(_:keys:from:)`` for each of them. Only what is certain to be accepted is done here; a filing with
/// anything to explain, or to wait for, is declined and goes the other way.
extension CampaignService {
  /// - Parameters:
  ///   - requests: Asked once, when the service comes to it: until then more may join.
  ///   - declined: Told the indices of those of which nothing was done.
  /// - Returns: What became of the others, with their indices.
  package func fileTogether(
    _ requests: @Sendable () -> [ReadRequest], declined: @Sendable ([Int]) -> Void
  ) async -> [(index: Int, result: Result<FiledRequest, ServiceFailure>)] {
    let requests = requests()
    var undone: [Int] = []
    var begun: [(index: Int, filing: DecidedFiling, group: PendingAppend)] = []
    var groups: [(drafts: [EntryDraft], pending: PendingAppend)] = []
    var replaced: [Underway?] = []
    begun.reserveCapacity(requests.count)
    groups.reserveCapacity(requests.count)
    let time = stamp()
    // No suspension between deciding and beginning: what is decided is on its way, in the order of deciding.
    for (index, request) in requests.enumerated() {
      guard let decided = decided(request, at: time) else {
        undone.append(index)
        continue
      }
      let group = PendingAppend()
      replaced.append(underway[slot(request.filing)])
      running[request.key] = Running(account: request.account)
      underway[slot(request.filing)] = Underway(
        content: .read(request.filing), revision: Int(decided.revision), contentKey: request.filing.contentKey, group: group)
      groups.append((drafts: [decided.draft(at: time)], pending: group))
      begun.append((index: index, filing: decided, group: group))
    }
    journal.begin(groups)
    // What the journal has no room for is taken back, the last first: whoever built on it was refused with it.
    for (one, before) in zip(begun, replaced).reversed() where one.group.refusal != nil {
      underway[slot(one.filing.request.filing)] = before
    }
    if !undone.isEmpty { declined(undone) }
    return await finish(begun)
  }

  private func finish(
    _ begun: [(index: Int, filing: DecidedFiling, group: PendingAppend)]
  ) async -> [(index: Int, result: Result<FiledRequest, ServiceFailure>)] {
    // The last one's answer comes after the others': one waiting for all.
    if let last = begun.last { _ = try? await last.group.entries() }
    var results: [(index: Int, result: Result<FiledRequest, ServiceFailure>)] = []
    results.reserveCapacity(begun.count)
    var through: UInt64 = 0
    for (index, filing, group) in begun {
      do throws(JournalFailure) {
        let entry = try await group.entries()[0]
        through = max(through, entry.position)
        arrived(entry, filing)
        results.append((index, .success(FiledRequest(
          position: entry.position, recordedAt: Instant(milliseconds: entry.timeMilliseconds), entryHash: entry.hash,
          revision: filing.revision, late: filing.late))))
      } catch {
        results.append((index, .failure(.journal(error))))
      }
    }
    do {
      try advance()
      await applied(through: through)
    } catch {
      let failure = error as? ServiceFailure ?? .journalUnreadable(position: through, cause: "\(error)")
      results = results.map { ($0.index, .failure(failure)) }
    }
    for one in begun { for waiter in running.removeValue(forKey: one.filing.request.key)?.waiting ?? [] { waiter.resume() } }
    return results
  }

  func slot(_ filing: ReadFiling) -> Slot {
    Slot(unit: filing.forms.id(of: filing.unit), period: filing.period.period.ordinal)
  }

  /// - Returns: `nil` for what is not certain to be accepted at once.
  private func decided(_ request: ReadRequest, at time: Instant) -> DecidedFiling? {
    let filing = request.filing
    let ordinal = filing.period.period.ordinal
    guard filing.forms === knownForms, isUnchanging, requests[request.key] == nil, running[request.key] == nil,
      !durable.decisions.hasDecision(about: ordinal), filing.period.opens <= time, time < filing.period.closes,
      filing.baseRevision < .max
    else { return nil }
    // A filing on the revision in force repeats none before it: the content key covers the base.
    if let pending = underway[slot(filing)] {
      guard pending.revision == Int(filing.baseRevision), pending.contentKey != filing.contentKey else { return nil }
    } else {
      let stored = durable.filings.current(filing.unit, ordinal).map { durable.filings.record($0).revision } ?? 0
      guard stored == filing.baseRevision else { return nil }
    }
    return DecidedFiling(request: request, revision: filing.baseRevision + 1, late: filing.period.due <= time)
  }
}
