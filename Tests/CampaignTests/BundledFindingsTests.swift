import Campaign
import Foundation
import TestSupport
import Testing

/// The golden file of each bundled campaign: every finding with the sentence that makes it true. Any other finding fails.
///
/// After a change that you understand and want, `THIDUA_WRITE_FINDINGS=1 swift test --filter BundledFindingsTests` writes the
/// files anew; read the difference before you commit it.
@Suite struct BundledFindingsTests {
  /// A finding as the golden file has it: code and place, the sentence in both languages, and the words of the document
  /// that the rule or criterion quotes.
  static func text(_ finding: Finding, in book: Rulebook) -> String {
    let source = book.rules.first { $0.id == finding.subject }?.source ?? book.criteria.first { $0.code == finding.subject }?.source
    var lines = ["\(finding.code.rawValue) — \(finding.path)" + (finding.subject.isEmpty ? "" : " (\(finding.subject))")]
    lines += [finding.text.vi, finding.text.en].map { "  \($0)" }
    if let source, !source.quote.isEmpty { lines.append("  \(source): “\(source.quote)”") }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test(arguments: BundledCampaigns.ids)
  func theFindingsAreThoseOfTheGoldenFile(id: String) throws {
    let book = try BundledCampaigns.rulebook(id)
    let text = book.findings().map { Self.text($0, in: book) }.joined(separator: "\n")
    let path = "Tests/Findings/\(id).txt"
    if ProcessInfo.processInfo.environment["THIDUA_WRITE_FINDINGS"] != nil { try SharedFolder.writeOwn(text, to: path) }
    let golden = (try? SharedFolder.ownText(path)) ?? ""
    let (found, known) = (text.split(separator: "\n\n"), golden.split(separator: "\n\n"))
    for finding in found where !known.contains(finding) { Issue.record("not in \(path):\n\(finding)") }
    for finding in known where !found.contains(finding) { Issue.record("no longer true, in \(path):\n\(finding)") }
    #expect(text == golden, "\(path)")
  }

  // Every finding stands at a line of the file, so that an editor can go there.
  @Test(arguments: BundledCampaigns.ids)
  func everyFindingHasItsLine(id: String) throws {
    let yaml = try #require(BundledCampaigns.yaml(id))
    let lines = String(decoding: yaml, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let places = try RulebookPlaces(yaml: yaml)
    for finding in try Rulebook(yaml: yaml).findings() {
      let (line, column) = places.position(of: finding.path)
      #expect(line >= 1 && line <= lines.count && column >= 1)
      if !finding.subject.isEmpty { #expect(lines[line - 1].contains(finding.subject), "\(finding.path) at line \(line)") }
    }
  }
}
