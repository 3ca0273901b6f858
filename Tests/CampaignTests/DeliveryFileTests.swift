import Campaign
import Testing

/// Files of deliveries, row by row.
@Suite struct DeliveryFileTests {
  private func rows(_ text: String) throws -> [DeliveryFile.Row] { try DeliveryFile.rows(Array(text.utf8)) }

  @Test func rowsReadWithEitherWayOfWritingADay() throws {
    let read = try rows("rule,unit,item,date,evidence\n001-15,a,,2023-12-15,1/BC\nl,b,x,7/4/2024,\"2/BC, trang 3\"\n").map(\.delivery)
    #expect(
      read == [
        Delivery(rule: "001-15", unit: "a", date: CivilDate("2023-12-15")!, evidence: "1/BC"),
        Delivery(rule: "l", unit: "b", item: "x", date: CivilDate("2024-04-07")!, evidence: "2/BC, trang 3"),
      ])
  }

  @Test func aRowMayTakeAnEarlierOneBack() throws {
    let read = try rows("rule,unit,item,date,evidence,withdrawn\nr,a,,2023-12-15,e,có\nr,b,,2023-12-15,e,\nr,c,,2023-12-15,e,yes\n")
    #expect(read.map(\.delivery.withdrawn) == [true, false, true])
    #expect(read.map(\.line) == [2, 3, 4])
  }

  @Test func everyBadRowIsNamed() {
    let problems = #expect(throws: Problems.self) {
      try rows("rule,unit,item,date,evidence\nr,a,,31/02/2023,e\nr,a,2023-12-15,e\nr,a,,2023-12-15,\n")
    }
    #expect(problems?.all.map(\.code) == [.badValue, .badRow, .evidenceNeeded])
    #expect(problems?.all.map(\.place) == ["line 2, cell \"date\"", "line 3", "line 4, cell \"evidence\""])
  }

  @Test func theFileAsAWhole() {
    #expect(#expect(throws: Problem.self) { try rows("rule,unit,date,evidence\n") }?.code == .badHeader)
    #expect(#expect(throws: Problem.self) { try rows("rule,unit,item,date,evidence\n") }?.code == .emptyFile)
  }
}
