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
    var begun: [BegunFiling] = []
    var groups: [(drafts: [EntryDraft], pending: PendingAppend)] = []
    begun.reserveCapacity(requests.count)
    groups.reserveCapacity(requests.count)
    let time = stamp()
    // No suspension between deciding and beginning: what is decided is on its way, in the order of deciding.
    for (index, request) in requests.enumerated() {
      let slot = slot(request.filing)
      let pending = underway[slot]
      guard let decided = decided(request, behind: pending, at: time) else {
        undone.append(index)
        continue
      }
      let group = PendingAppend()
      running[request.key] = Running(account: request.account)
      underway[slot] = Underway(
        content: .read(request), revision: Int(decided.revision), contentKey: request.filing.contentKey, group: group)
      groups.append((drafts: [decided.draft(at: time)], pending: group))
      begun.append(BegunFiling(index: index, filing: decided, group: group, replaced: pending))
    }
    journal.begin(groups)
    // What the journal has no room for is taken back, the last first: whoever built on it was refused with it.
    for one in begun.reversed() where one.group.refusal != nil { underway[slot(one.filing.request.filing)] = one.replaced }
    if !undone.isEmpty { declined(undone) }
    return await finish(begun)
  }

  /// A filing on its way to the disk.
  private struct BegunFiling {
    /// Of its request.
    let index: Int
    let filing: DecidedFiling
    let group: PendingAppend
    /// What was under way of the unit's period before.
    let replaced: Underway?
  }

  private func finish(_ begun: [BegunFiling]) async -> [(index: Int, result: Result<FiledRequest, ServiceFailure>)] {
    // The last one's answer comes after the others': one waiting for all.
    if let last = begun.last { _ = try? await last.group.entries() }
    var results: [(index: Int, result: Result<FiledRequest, ServiceFailure>)] = []
    results.reserveCapacity(begun.count)
    var through: UInt64 = 0
    for one in begun {
      do throws(JournalFailure) {
        let stored = if let outcome = one.group.outcome { try outcome.get() } else { try await one.group.entries() }
        let entry = stored[0]
        through = max(through, entry.position)
        arrived(entry, one.filing)
        results.append((one.index, .success(FiledRequest(
          position: entry.position, recordedAt: Instant(milliseconds: entry.timeMilliseconds), entryHash: entry.hash,
          revision: one.filing.revision, late: one.filing.late))))
      } catch {
        results.append((one.index, .failure(.journal(error))))
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
  ///
  /// - Parameter pending: What is under way of the unit's period.
  private func decided(_ request: ReadRequest, behind pending: Underway?, at time: Instant) -> DecidedFiling? {
    let filing = request.filing
    let ordinal = filing.period.period.ordinal
    guard filing.forms === knownForms, isUnchanging, requests[request.key] == nil, running[request.key] == nil,
      !durable.decisions.hasDecision(about: ordinal), filing.period.opens <= time, time < filing.period.closes,
      filing.baseRevision < .max
    else { return nil }
    // A filing on the revision in force repeats none before it: the content key covers the base.
    if let pending {
      guard pending.revision == Int(filing.baseRevision), pending.contentKey != filing.contentKey else { return nil }
    } else {
      guard durable.revision(of: filing.unit, ordinal) == filing.baseRevision else { return nil }
    }
    return DecidedFiling(request: request, revision: filing.baseRevision + 1, late: filing.period.due <= time)
  }
}
