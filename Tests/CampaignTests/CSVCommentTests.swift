import Testing
@testable import Campaign

@Suite struct CSVCommentTests {
  private func table(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8)) }

  @Test func commentsArePassedOverAndLinesStayRight() throws {
    let table = try table("# a, \"open; b\n\nunit;value\r\n  # c\r\nx;1\n\"# d;e\";;\ny;#2\n# end")
    #expect(table.header == ["unit", "value"])
    #expect(table.rows.map(\.line) == [5, 7])
    #expect(table.rows.map(\.cells) == [["x", "1"], ["y", "#2"]])
  }

  @Test func aFileOfCommentsIsEmpty() {
    let problem = #expect(throws: Problem.self) { try table("# a\n#b") }
    #expect(problem?.code == .emptyFile)
  }
}
