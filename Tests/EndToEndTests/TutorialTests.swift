import Foundation
import Testing

/// `Protocol/Tutorial.md`, followed to the letter: what it says to save is saved, what it says to type is typed, and the
/// program says what the page says.
@Suite(.timeLimit(.minutes(10))) struct TutorialTests {
  private struct Block {
    let kind: String
    /// The last word in backquotes above it.
    let file: String
    let lines: [String]
  }

  @Test func thePageIsShort() throws {
    #expect(try Self.page().count <= 60)
  }

  @Test func whoFollowsItGetsWhatItShows() async throws {
    let scratch = try Scratch()
    let blocks = try Self.blocks()
    #expect(blocks.map(\.kind) == ["yaml", "console", "csv", "console"])
    for block in blocks {
      guard block.kind == "console" else {
        _ = try scratch.write(block.lines.joined(separator: "\n") + "\n", to: try #require(block.file.isEmpty ? nil : block.file))
        continue
      }
      let words = try #require(block.lines.first).split(separator: " ").map(String.init)
      #expect(words.prefix(2) == ["$", "thidua"])
      let ended = try await Programs.run("thidua", Array(words.dropFirst(2)), in: scratch)
      #expect(ended.status == 0 && ended.error.isEmpty, "\(ended.error)")
      let said = ended.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(Self.trimmed(said) == Self.trimmed(Array(block.lines.dropFirst())))
    }
  }

  @Test func itsCampaignHasThreeUnitsTwoCriteriaAndNothingDoubtful() throws {
    let blocks = try Self.blocks()
    #expect(blocks[0].lines.filter { $0.contains("{id: ") }.count == 3)
    #expect(blocks[0].lines.filter { $0.contains("points: ") }.count == 2)
    #expect(blocks[1].lines.count == 2 && !blocks[1].lines[1].contains("L-"))
  }

  private static func page() throws -> [String] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Protocol/Tutorial.md")
    return try String(contentsOf: path.standardized, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).dropLast()
  }

  private static func blocks() throws -> [Block] {
    var blocks: [Block] = []
    var above = ""
    var lines: [String]?
    var kind = ""
    for line in try page() {
      if line.hasPrefix("```") {
        if let inside = lines {
          blocks.append(Block(kind: kind, file: above.matches(of: #/`([^`]+)`/#).last.map { String($0.1) } ?? "", lines: inside))
        }
        lines = lines == nil ? [] : nil
        kind = String(line.dropFirst(3))
      } else if lines != nil {
        lines?.append(line)
      } else {
        above = line
      }
    }
    return blocks
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
