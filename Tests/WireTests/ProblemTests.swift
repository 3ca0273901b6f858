import Foundation
import Testing
import Wire

/// The registry of problems: what people and programs rely on.
@Suite struct ProblemTests {
  @Test func numbersAndNamesAreUnique() {
    #expect(Set(WireProblem.all.map(\.reason)).count == WireProblem.all.count)
    #expect(Set(WireProblem.all.map(\.name)).count == WireProblem.all.count)
  }

  @Test func everyCodeIsAStatusOrAConnectionCode() {
    for problem in WireProblem.all {
      #expect(Status(rawValue: problem.code) != nil || ConnectionCode(rawValue: problem.code) != nil)
      #expect(problem.endsConnection || Status(rawValue: problem.code) != nil)
    }
  }

  @Test func theTextSaysNumberFactAndWhatToDo() {
    let problem = WireProblem.connection(.frameTooLarge, "65537 bytes announced, limit 65536")
    #expect(
      problem.text.english
        == "W-104 frame too long: 65537 bytes announced, limit 65536. Send one month at a time.")
    #expect(problem.text.vietnamese.hasPrefix("W-104 khung quá dài: "))
    #expect(problem.message().status == 66)
  }

  @Test func theDocumentListsEveryProblem() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("Protocol/Errors.md"), encoding: .utf8)
    for problem in WireProblem.all {
      #expect(text.contains("| \(problem.reason) | `\(problem.name)` |"))
    }
  }
}
