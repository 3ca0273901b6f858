import Campaign
import Client
import Crypto
import Wire

/// The rulebooks of the campaign that a server runs, to check figures with before they are sent.
struct ServerRulebooks {
  private let session: Session
  private let campaign: CampaignResponse

  init(_ session: Session) async throws {
    self.session = session
    campaign = try await session.ask { try await $0.campaign(CampaignRequest()) }
  }

  /// What is made of a file under the version that scores its periods.
  ///
  /// A form says its periods only once it has been read, so that the version in force is tried first, then the others.
  ///
  /// - Throws: What the version in force finds wrong, where no version scores all periods of the file.
  func reading<Content>(_ read: (Rulebook) throws -> Content, periods: (Content) -> [Period]) async throws -> (Rulebook, Content) {
    let active = campaign.versions.filter(\.inForce) + campaign.versions.filter { !$0.inForce && !$0.replaced }
    var wrong: (any Error)?
    for version in active {
      let book = try await rulebook(version)
      do {
        let content = try read(book)
        if periods(content).allSatisfy(version.scores) { return (book, content) }
      } catch { wrong = wrong ?? error }
    }
    throw wrong
      ?? Failure(
        .usage,
        Words.current(
          "các kỳ trong tệp thuộc nhiều phiên bản của bộ quy tắc. Nộp riêng từng phần.",
          "the periods of the file belong to several versions of the rulebook. Submit them apart."))
  }

  /// A version that this program carries is not asked for.
  private func rulebook(_ version: VersionRow) async throws -> Rulebook {
    if let bundled = BundledCampaigns.yaml(campaign.provenance.campaign), Array(SHA256.hash(data: bundled)) == Array(version.digest) {
      return try Rulebook(yaml: bundled)
    }
    var question = CampaignRequest()
    question.fileOf = version.number
    let request = question
    return try Rulebook(yaml: Array(try await session.ask { try await $0.campaign(request) }.file))
  }
}

extension VersionRow {
  fileprivate func scores(_ period: Period) -> Bool {
    func limit(_ text: String) -> Period? { text.isEmpty ? nil : Period(text, kind: period.kind) }
    return !replaced && limit(scoresFrom).map { $0 <= period } ?? true && limit(scoresThrough).map { period <= $0 } ?? true
  }
}
