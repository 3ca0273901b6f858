package import Campaign
import Journal

extension CampaignService {
  /// A filing as it was stored, with its receipt, whether or not another revision is in force since.
  ///
  /// - Returns: `nil` where the journal has no filing at this position.
  /// - Throws: ``ServiceFailure``: `journal`.
  package nonisolated func filing(at position: UInt64) async throws -> (receipt: Receipt, filing: Filing)? {
    // Only what is durable is shown.
    guard position > 0, position <= (await state).position else { return nil }
    do throws(JournalFailure) {
      let entry = try await journal.entry(at: position)
      guard entry.kind == .submission else { return nil }
      let submission = try SubmissionEntry(entry)
      return (Receipt(submission, entry), submission.filing)
    } catch { throw ServiceFailure.journal(error) }
  }
}
