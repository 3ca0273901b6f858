import Campaign
import Testing
@testable import ThiDua

@Suite struct MachineFormTests {
  @Test func cellsAreQuotedWhereTheFormatNeedsIt() {
    #expect(csvText([["a", "b,c", "d\"e", "f\ng", " h"]]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\"\n")
  }

  @Test func cellsThatBeginWithASignStayAsTheyAre() {
    #expect(csvText([["=1+1", "+5", "-3", "@x", "Đạt"]]) == "=1+1,+5,-3,@x,Đạt\n")
  }

  @Test func jsonKeepsOrderDecimalsAndMarks() {
    let value = JSON.object([("b", .number("98.120")), ("a", .list([.null, .bool(true), .string("Kon Rẫy \"\n\u{1}")])), ("c", .list([]))])
    #expect(
      value.text == """
        {
          "b": 98.120,
          "a": [
            null,
            true,
            "Kon Rẫy \\"\\n\\u0001"
          ],
          "c": []
        }

        """)
  }

  @Test func numbersAndInstantsAreWrittenAsPeopleDo() {
    let vi = Words(.vi)
    #expect(vi.points(Points(millionths: 98_120_000), decimals: 2) == "98,12")
    #expect(vi.whole(1_234_567) == "1.234.567")
    #expect(vi.gain(Points(millionths: -300_000), decimals: 2) == "−0,30")
    #expect(vi.gain(Points(millionths: 450_000), decimals: 2) == "+0,45")
    #expect(vi.instant(0) == "07:00 01/01/1970")
    #expect(vi.period("2023-12") == "Tháng 12/2023")
    #expect(Words(.en).whole(1_234_567) == "1,234,567")
    #expect(machineInstant(0) == "1970-01-01T07:00:00+07:00")
  }
}
