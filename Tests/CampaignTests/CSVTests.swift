import Campaign
import Testing

/// The table under every file of figures.
@Suite struct CSVTests {
  static func cells(_ text: String) throws -> [[String]] {
    let table = try CSVTable(Array(text.utf8))
    return [table.header] + table.rows.map(\.cells)
  }

  @Test("one table, however it is written", arguments: [
    "unit,value\na,1\nb,2\n", "\u{FEFF}unit,value\na,1\nb,2", "unit,value\r\na,1\r\nb,2\r\n", "unit,value\ra,1\rb,2\r",
    "unit;value\na;1\nb;2\n", "unit\tvalue\na\t1\nb\t2\n", "\"unit\",\"value\"\n\"a\",\"1\"\nb,2\n", "Unit,VALUE\n\na,1\n\n\nb,2\n",
    " unit , value \n a ,\t1\nb, \"2\" \n", "\n\nunit,value\na,1\nb,2\n",
  ])
  func ends(text: String) throws {
    #expect(try Self.cells(text) == [["unit", "value"], ["a", "1"], ["b", "2"]])
  }

  @Test func quotesProtectSeparatorsQuotesAndLineEnds() throws {
    #expect(try Self.cells("a,b\n\"x,1\",\"say \"\"yes\"\"\"\n\"two\nlines\",2\n") == [["a", "b"], ["x,1", "say \"yes\""], ["two\nlines", "2"]])
  }

  @Test func aRowKnowsTheLineThatAnEditorShows() throws {
    let table = try CSVTable(Array("a,b\r\n\r\n\"1\n2\",x\r\ny,z".utf8))
    #expect(table.rows.map(\.line) == [3, 5])
  }

  @Test func emptyCellsAreKept() throws {
    #expect(try Self.cells("a,b,c\n1,,\n,,3\n") == [["a", "b", "c"], ["1", "", ""], ["", "", "3"]])
  }

  @Test("a file that cannot be read", arguments: [
    (Array("".utf8), ProblemCode.emptyFile, ""), (Array("\n\r\n \n".utf8), .emptyFile, ""), ([0xEF, 0xBB, 0xBF], .emptyFile, ""),
    (Array("a,b\n1,".utf8) + [0xFF], .notUTF8, "line 2"), (Array("a\nĐắk".utf8.dropLast(1)) + [0xC4], .notUTF8, "line 2"),
    (Array("a,b\n1,2\n\"open,2\n3,4\n".utf8), .badRow, "line 3"),
  ])
  func refusals(bytes: [UInt8], code: ProblemCode, place: String) {
    let problem = #expect(throws: Problem.self) { try CSVTable(bytes) }
    #expect(problem?.code == code && problem?.place == place)
    #expect(problem?.vi.isEmpty == false && problem?.en.isEmpty == false)
  }

  @Test func aFileOver64MiBIsRefusedUnread() {
    let problem = #expect(throws: Problem.self) { try CSVTable(Array(repeating: UInt8(ascii: "a"), count: CSVTable.largest + 1)) }
    #expect(problem?.code == .tooMany)
  }
}
