import Campaign
import Foundation
import Testing

/// The worked example of `Protocol/Messages.md`, Content key: another implementer starts from those bytes.
@Suite struct ContentKeyPageTests {
  @Test func theWorkedExampleOfThePageIsWhatWeCompute() throws {
    let yaml = """
      thidua: 1
      campaign: kt
      units: [{id: u1}]
      counters: [{code: c_b, combine: flow}, {code: c_a, combine: flow}]
      criteria: [{code: k, points: 1, scoring: {kind: BIN, target: 1}}]
      """
    let filing = try Rulebook(yaml: Array(yaml.utf8)).validated(
      FilingDraft(
        unit: "u1", period: "2023-12", baseRevision: 3,
        cells: [.init(counter: "c_b", value: 1_000_000_000_000_000), .init(counter: "c_a", value: 257)]))
    #expect(Self.hex(filing.contentKeyBytes(campaign: "kt")) == (try Self.example()))
  }

  /// The first word of every line between ```` ```content-key ```` and the next fence.
  private static func example() throws -> String {
    let page = try PackageFolder.text("Protocol/Messages.md").split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(page.firstIndex(of: "```content-key"))
    return page[(start + 1)...].prefix { $0 != "```" }.map { $0.prefix { $0 != " " } }.joined()
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Pages of the project that tests compare with the code.
enum PackageFolder {
  static func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
