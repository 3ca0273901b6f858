import Campaign
import Foundation
import Testing

/// `thidua plan`: how a rulebook is computed, without a server.
@Suite(.timeLimit(.minutes(2))) struct PlanCommandTests {
  @Test func thePlanOfKonTumIsPrintedInBothLanguages() async throws {
    let scratch = try Scratch()
    for (language, title) in [("vi", "Kế hoạch tính của kon-tum-2023"), ("en", "Plan of kon-tum-2023")] {
      let ended = try await Programs.run("thidua", ["plan", "kon-tum-2023", "--lang", language], in: scratch)
      #expect(ended.status == 0 && ended.error.isEmpty, "\(ended.error)")
      #expect(ended.output.contains(title) && ended.output.contains("c_early + c_ontime") && ended.output.contains("FLOOR"))
    }
  }

  @Test func thePlanOfKonTumParses() async throws {
    let scratch = try Scratch()
    let json = try await Programs.run("thidua", ["plan", "kon-tum-2023", "--format", "json"], in: scratch)
    #expect(json.status == 0 && json.error.isEmpty, "\(json.error)")
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
    // No kernel is said to be exact beyond 2^30, where a tile takes the definition.
    #expect(!json.output.contains("2147483647"))
    let csv = try await Programs.run("thidua", ["plan", "kon-tum-2023", "--format", "csv"], in: scratch)
    let table = try CSVTable(Array(csv.output.utf8))
    #expect(table.rows.count >= 35 && table.rows.allSatisfy { $0.cells.count == table.header.count })
    let column = try #require(table.header.firstIndex(of: "most"))
    let bounds = table.rows.compactMap { Int($0.cells[column]) }
    #expect(!bounds.isEmpty && bounds.allSatisfy { $0 <= 1 << 30 })
  }

  @Test func aRulebookThatIsNotThereIsAProblemAndNoPlan() async throws {
    let ended = try await Programs.run("thidua", ["plan", "no-such-campaign"], in: try Scratch())
    #expect(ended.status != 0 && ended.output.isEmpty && !ended.error.isEmpty)
  }
}
