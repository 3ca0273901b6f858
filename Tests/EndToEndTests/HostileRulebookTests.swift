import Foundation
import Testing

/// Rulebooks that are made to exhaust the program: refused with place and reason, within 4 seconds and 384 MiB.
///
/// The kernel holds the limits, not a measurement: the command runs with so much processor time and writable memory and no
/// more, so that the load of the machine does not matter. What the program file itself takes is allowed for with 32 MiB.
@Suite(.timeLimit(.minutes(10))) struct HostileRulebookTests {
  static let memoryMiB = 384 - 32
  // The builds that tests run with are not optimised and take three to four times as long.
  #if DEBUG
    static let seconds = 16
  #else
    static let seconds = 4
  #endif

  struct Hostile: Sendable, CustomTestStringConvertible {
    let name: String
    let code: String
    let place: String
    let yaml: @Sendable () -> String
    var testDescription: String { name }
  }

  static let head = "thidua: 1\ncampaign: a\n"
  static let criteria = "criteria: [{code: k, points: 1, scoring: {kind: BIN, target: 1}}]\n"
  static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let all: [Hostile] = [
    Hostile(name: "50 MB", code: "R-310", place: "plan.yaml") { head + "name: " + many("x", 50_000_000) },
    Hostile(name: "50 MB of units", code: "R-310", place: "plan.yaml") { head + "units:\n" + many("  - {id: u}\n", 4_200_000) },
    Hostile(name: "anchors that explode", code: "R-301", place: "line 3") {
      head + "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + (1..<10).map { "a\($0): &a\($0) [\(many("*a\($0 - 1), ", 9))*a\($0 - 1)]\n" }.joined()
    },
    Hostile(name: "nested 200,000 deep", code: "R-301", place: "line 3") { head + "units: " + many("[", 200_000) },
    Hostile(name: "nested by indentation", code: "R-301", place: "line 1") { (0..<2_000).map { many(" ", $0) + "a:\n" }.joined() },
    Hostile(name: "2 million values", code: "R-310", place: "line 3") { head + "units: [" + many("1,", 2_000_000) + "1]\n" },
    Hostile(name: "a million dashes", code: "R-310", place: "line 500") { head + "units:\n" + many("- 1\n", 1_000_000) },
    Hostile(name: "550,000 keys", code: "R-310", place: "line 500") {
      head + "units:\n" + (0..<550_000).map { " \(String($0, radix: 36)):\n" }.joined()
    },
    Hostile(name: "as many keys as are allowed", code: "R-305", place: "units") {
      head + "units: {" + (0..<498_000).map { "a\($0)," }.joined() + "a}\n"
    },
    Hostile(name: "as many lists as are allowed", code: "R-305", place: "units[0]") { head + "units: [" + many("[],", 249_000) + "[]]\n" },
    Hostile(name: "4 MiB of comment", code: "R-306", place: "line 2097") { many("#\n", 2_097_000) + head },
    Hostile(name: "4 MiB of text", code: "R-306", place: "line 1") { head + "name: \"" + many("x", 4_194_000) + "\"\n" },
    Hostile(name: "60,000 units and a slip", code: "R-308", place: "units[60000].parent") {
      head + "units:\n" + (0..<60_000).map { "  - {id: unit-number-\($0)}\n" }.joined() + "  - {id: x, parent: unit-nmber-7}\n" + criteria
    },
    Hostile(name: "12,500 units and an unknown criterion", code: "R-308", place: "rules[0].of.criterion") {
      head + "units:\n" + (0..<12_500).map { "  - {id: u\($0), name: Xã \($0), level: commune, code: \"\(10_000 + $0)\", source: \"Danh mục\"}\n" }.joined()
        + criteria + "rules: [{id: r, kind: INCREASE, of: {criterion: l}, window: 2023, source: x}]\n"
    },
  ]

  @Test("refused in time", arguments: all)
  func refused(hostile: Hostile) async throws {
    let scratch = try Scratch()
    let file = try scratch.write(hostile.yaml(), to: "plan.yaml")
    let ended = try await Programs.limited(
      "thidua", ["lint", file, "--lang", "en"], seconds: Self.seconds, memoryMiB: Self.memoryMiB, in: scratch)
    #expect(ended.status == 65, "\(ended.status) \(ended.error)")
    #expect(ended.output.isEmpty && ended.error.utf8.count < 2_000)
    #expect(ended.error.contains("\(hostile.code) ") && ended.error.contains(hostile.place), "\(ended.error)")
  }

  // The limits are real: with less memory the same file ends the program.
  @Test func theKernelHoldsTheLimits() async throws {
    let scratch = try Scratch()
    let file = try scratch.write(Self.head + "units: {" + (0..<498_000).map { "a\($0)," }.joined() + "a}\n", to: "plan.yaml")
    let ended = try await Programs.limited("thidua", ["lint", file], seconds: Self.seconds, memoryMiB: 32, in: scratch)
    #expect(ended.status != 65 && ended.status != 0)
  }

  // The same limits let the largest honest file through: the nation's communes.
  @Test func theNationsUnitsAreRead() async throws {
    let scratch = try Scratch()
    let units = (0..<12_500).map { "  - {id: u\($0), name: Xã \($0), block: all, level: commune, code: \"\(10_000 + $0)\", source: \"Danh mục\"}\n" }
    let file = try scratch.write(Self.head + "blocks: [{id: all}]\nunits:\n" + units.joined() + Self.criteria, to: "plan.yaml")
    let ended = try await Programs.limited("thidua", ["lint", file, "--lang", "en"], seconds: Self.seconds, memoryMiB: Self.memoryMiB, in: scratch)
    #expect(ended.status == 0, "\(ended.status) \(ended.error)")
    #expect(ended.output.contains("L-501"))
  }
}
