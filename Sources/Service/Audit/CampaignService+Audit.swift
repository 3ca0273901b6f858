import Campaign
import Journal
import Ranking

/// Recomputing everything from the journal beside the service.
extension CampaignService {
  /// Folds the journal from its first entry, ranks it, and compares with what is served. A difference withholds standings.
  ///
  /// Every entry is hashed and every link compared; what is kept in memory, and the start file, are not looked at.
  ///
  /// - Throws: ``ServiceFailure``: `noCampaign` before the launch; `journal` when the journal was stopped or closed meanwhile.
  /// - Complexity: O(entries + units × periods × criteria); the service goes on meanwhile.
  package nonisolated func audit() async throws -> AuditReport {
    let served = try await snapshotForFiling()
    let finding = try await finding(served)
    if let finding { board.withhold(because: finding) }
    return AuditReport(position: served.state.position, finding: finding)
  }

  private nonisolated func finding(_ served: Snapshot) async throws -> AuditFinding? {
    let folding: Folding
    do {
      folding = try await Self.folded(journal, through: served.state.position)
    } catch ServiceFailure.journal(.damaged(let position, let problem)) {
      return .journal("\(position): \(problem)")
    } catch ServiceFailure.journalUnreadable(let position, let cause) {
      return .journal("\(position): \(cause)")
    }
    let state = folding.result
    guard state.head == served.state.head else { return .journal("\(state.head) ≠ \(served.state.head)") }
    await adopt(folding.requests, through: state.position)
    if let position = state.filings.firstDifference(from: served.state.filings) { return .filing(position) }
    let anew = try StandingsCache.anew(state, at: served.time)
    guard anew.spans.map(\.from) == served.spans.map(\.from), anew.spans.map(\.span.version.digest) == served.spans.map(\.span.version.digest)
    else { return .shape }
    for (mine, theirs) in zip(served.spans, anew.spans) {
      guard mine.span.standings.scope == theirs.span.standings.scope else { return .shape }
      if let (unit, period, here, there) = mine.span.standings.firstDifference(from: theirs.span.standings) {
        return .standing(unit: unit.id.text, period: period, served: here?.audited ?? "–", recomputed: there?.audited ?? "–")
      }
    }
    return nil
  }
}
