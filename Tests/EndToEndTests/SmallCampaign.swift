import Campaign
import Journal
import Service

/// A campaign of twelve units with two counters, in March 2023.
enum SmallCampaign {
  static let start = Instant(vietnam: "2023-03-15T08:00")!
  static let units = (0..<12).map { "u\($0)" }
  static let yaml = """
    thidua: 1
    campaign: small
    periods: {kind: legal-month, first: 2023-01, last: 2023-12}
    units: [\(units.map { "{id: \($0), name: Unit \($0)}" }.joined(separator: ", "))]
    counters: [{code: asked, combine: flow}, {code: answered, combine: flow}]
    identities: [{part: answered, whole: [asked]}]
    criteria:
      - {code: k, points: 100, metric: {ratio: [answered, asked]}, scoring: {kind: PROP, target: 100}}
    """

  /// A data folder whose clock starts in March 2023.
  static func make(at path: String) async throws {
    let folder = try DataFolder.create(at: path)
    let journal = try Journal(SQLiteDriver(folder))
    let service = try await CampaignService.open(journal, clock: ManualClock(start))
    try await service.launch(
      GenesisEntry(deployment: "demo", serverID: Array(repeating: 5, count: 16), demonstrationStart: start), rulebook: Array(yaml.utf8))
    try await journal.close()
    folder.close()
  }

  static func csv(_ unit: String = "u0", period: String = "2023-03", asked: String = "10", answered: String = "5") -> String {
    "unit,period,counter,value\n\(unit),\(period),asked,\(asked)\n\(unit),\(period),answered,\(answered)\n"
  }
}
