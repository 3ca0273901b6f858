import Foundation
import Testing
import Transport
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

  // The column "Test" of the table: a vector that expects just this problem, or a test that is there under its name.
  @Test func everyProblemIsProducedByAVectorOrANamedTest() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let rows = try String(contentsOf: root.appendingPathComponent("Protocol/Errors.md"), encoding: .utf8).split(separator: "\n")
    let suites = try Self.testSources(under: root.appendingPathComponent("Tests"))
    for problem in WireProblem.all {
      let row = try #require(rows.first { $0.hasPrefix("| \(problem.reason) | ") })
      let test = try #require(row.split(separator: "|").last { $0.contains(/[^ ]/) }).trimmingCharacters(in: .whitespaces)
      if let vector = test.wholeMatch(of: /vector ([a-z]+-[0-9]+)/) {
        let found = Vector.all.first { $0.id == vector.1 }
        #expect(found?.expect.error?.code == problem.name, "\(problem.reason): \(test)")
        #expect(found?.expect.error?.scope == (problem.endsConnection ? "connection" : "stream"), "\(problem.reason): \(test)")
      } else {
        let name = try #require(test.wholeMatch(of: /`(\w+)\.(\w+)`/), "\(problem.reason) has no test: \(test)")
        let suite = suites.first { $0.contains("struct \(name.1) ") || $0.contains("struct \(name.1):") }
        #expect(suite?.contains("func \(name.2)(") == true, "\(problem.reason): no test \(test)")
      }
    }
  }

  // What never travels has the same columns; who sends it again learns nothing by it.
  @Test func everyProblemOfEncryptionHasItsRowAndATest() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let rows = try String(contentsOf: root.appendingPathComponent("Protocol/Errors.md"), encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| T-") }.map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(rows.map { "\($0[0]) \($0[1])" } == TransportProblem.all.map { "\($0.number) `\($0.name)`" })
    #expect(Set(TransportProblem.all.map(\.name)).count == TransportProblem.all.count)
    let suites = try Self.testSources(under: root.appendingPathComponent("Tests"))
    for row in rows {
      #expect(row.count == 7 && row[2] == "–" && row[3] == "not applied", "\(row)")
      let name = try #require(row.last?.wholeMatch(of: /`(\w+)\.(\w+)`/), "\(row)")
      let suite = suites.first { $0.contains("struct \(name.1) ") || $0.contains("struct \(name.1):") }
      #expect(suite?.contains("func \(name.2)(") == true, "\(row)")
    }
    let problem = TransportProblem(.certificateOtherName, "tls://a:1")
    #expect(problem.text.english == "T-712 the certificate is not for a server of this name: tls://a:1. Check the server's address.")
    #expect(problem.text.vietnamese.hasPrefix("T-712 chứng chỉ không phải "))
  }

  @Test func theThreatsNameVectorsAndTestsThatAreThere() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("Protocol/Threats.md"), encoding: .utf8)
    let suites = try Self.testSources(under: root.appendingPathComponent("Tests"))
    let tests = page.matches(of: /`(\w+Tests)\.(\w+)`/)
    #expect(tests.count >= 10)
    for test in tests {
      let suite = suites.first { $0.contains("struct \(test.1) ") || $0.contains("struct \(test.1):") }
      #expect(suite?.contains("func \(test.2)(") == true, "\(test.0)")
    }
    let ids = Set(Vector.all.map(\.id))
    for vector in page.matches(of: /\b[a-z]{3}-[0-9]{3}\b/) { #expect(ids.contains(String(vector.0)), "\(vector.0)") }
  }

  private static func testSources(under folder: URL) throws -> [String] {
    let walker = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return walker.compactMap { item in
      guard let file = item as? URL, file.pathExtension == "swift" else { return nil }
      return try? String(contentsOf: file, encoding: .utf8)
    }
  }
}
