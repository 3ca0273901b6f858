import Testing
@testable import ThiDua

@Suite struct TableTests {
  @Test func aLetterWithItsMarksTakesOneColumn() {
    #expect("Đồng Tháp".columns == 9)
    #expect("\u{0110}o\u{0302}\u{0300}ng Tha\u{0301}p".columns == 9)  // the same, taken apart
    #expect("▲2".columns == 2)
    #expect("中文".columns == 4)
  }

  @Test func columnsLineUpWhicheverWayMarksAreWritten() {
    var table = Table([Column("Đơn vị"), Column("Điểm", .right)])
    table.rows = [["Kon Rẫy", "98,12"], ["Kon Ra\u{0302}\u{0303}y", "1.234,50"], ["a", "5"]]
    #expect(
      table.text() == """
        Đơn vị       Điểm
        ───────  ────────
        Kon Rẫy     98,12
        Kon Ra\u{0302}\u{0303}y  1.234,50
        a               5

        """)
  }

  @Test func longCellsGoOnInTheNextLine() {
    var table = Table([Column("A", widest: 9), Column("B")])
    table.rows = [["một hai ba bốn", "x"]]
    #expect(table.text() == "A        B\n───────  ─\nmột hai  x\nba bốn\n")
  }

  @Test func textsCannotSteerTheTerminal() {
    #expect(Cell("a\u{1B}[31mb\u{202E}c\nd").text == "a\u{FFFD}[31mb\u{FFFD}c d")
  }

  @Test func coloursStandOnlyWhereTheyAreWanted() {
    var table = Table([Column("A")])
    table.rows = [[Cell("▲1", .good)]]
    #expect(!table.text().contains("\u{1B}"))
    #expect(table.text(coloured: true).contains("\u{1B}[32m▲1\u{1B}[0m"))
  }
}
