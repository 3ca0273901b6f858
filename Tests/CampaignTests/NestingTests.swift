import Campaign
import Testing

/// Files that are made to exhaust the reader are refused quickly, whatever they hide their brackets behind.
@Suite struct NestingTests {
  static let deep = String(repeating: "[", count: 200_000)

  @Test("deep nesting", arguments: [
    "a: " + deep, "a: b \" c\nd: " + deep, "[a \"" + deep, "[a\n\"" + deep, "[-#" + deep, "a: 'it''s' \nb: " + deep,
    "a: \"say \\\"[\\\" \"\nb: " + deep, "[ # \"\n" + deep, "a: 'x'' # y'\nb: " + deep, "{\"a\":\"" + deep, "a:\r# b\r- " + deep,
    String(repeating: "- ", count: 100_000) + "a", String(repeating: "? ", count: 100_000) + "a",
    (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    "a: b # c \u{85}" + deep, "a: \"text\ntext # \", " + deep + "\"",
  ])
  func deepNesting(yaml: String) {
    let start = ContinuousClock.now
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(yaml.utf8)) }
    #expect(problem?.code == .rulebookSyntax)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("anchors and aliases", arguments: [
    "a: &x 1\n", "a: *x\n", "- &x b\n", "&x a: b\n", "{\"a\":&x 1}\n", "[?&x a]\n", "a: [b,*x]\n", "a: b \" c\nd: &x 1\n",
  ])
  func anchors(yaml: String) {
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(yaml.utf8)) }
    #expect(problem?.code == .rulebookSyntax && problem?.en.contains("anchors") == true)
  }

  @Test("texts that only look dangerous are read", arguments: [
    "Sở Kế hoạch & Đầu tư", "\"A & B [\\\"c\\\" & [d\"", "'it''s # no [ comment'", "Ia H' Drai", "a * b", "\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"",
  ])
  func harmless(name: String) throws {
    let yaml = ReaderTests.smallest + "\nname: \(name)\n"
    #expect(try Rulebook(yaml: Array(yaml.utf8)).name.vi.isEmpty == false)
  }
}
