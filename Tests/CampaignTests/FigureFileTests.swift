import Campaign
import Testing

/// Figures of an evaluation without a server.
@Suite struct FigureFileTests {
  static let header = "unit,period,criterion,value\n"
  static let ratio = "unit,period,criterion,numerator,denominator\n"

  static func read(_ csv: String) throws -> FigureFile.Content {
    let yaml = ReaderTests.smallest.replacing("time_costs, weight: 0.5", with: "time_costs, weight: 0.5, may-exceed: true")
    return try FigureFile.read(Array(csv.utf8), for: try Rulebook(yaml: Array(yaml.utf8)))
  }

  @Test("one row, one refusal", arguments: [
    (header + "62,2023,transparency,1,5\n", ProblemCode.badRow, "line 2"),
    (header + "99,2023,transparency,1\n", .unknownUnit, "line 2, cell \"unit\""),
    (header + "62,2023-01,transparency,1\n", .unknownPeriod, "line 2, cell \"period\""),
    (header + "62,2023,transparenzy,1\n", .unknownCriterion, "line 2, cell \"criterion\""),
    (header + "62,2023,transparency,1\n62,2023,transparency,1\n", .duplicateCell, "line 3"),
    (header + "62,2023,transparency,-1\n", .negative, "line 2, cell \"value\""),
    (header + "62,2023,transparency,\"1,5\"\n", .separator, "line 2, cell \"value\""),
    (header + "62,2023,transparency,1.2.3\n", .notADecimal, "line 2, cell \"value\""),
    (ratio + "62,2023,transparency,3,2\n", .partExceedsWhole, "line 2, cell \"numerator\""),
    (ratio + "62,2023,transparency,1,-2\n", .negative, "line 2, cell \"denominator\""),
  ])
  func rows(csv: String, code: ProblemCode, place: String) {
    let problems = #expect(throws: Problems.self) { try Self.read(csv) }
    #expect(problems?.all.count == 1 && problems?.first.code == code && problems?.first.place == place)
  }

  @Test func anotherHeaderOrNoFigureIsRefused() {
    #expect(#expect(throws: Problem.self) { try Self.read("unit,criterion,value\n62,transparency,1\n") }?.code == .badHeader)
    #expect(#expect(throws: Problem.self) { try Self.read(Self.header) }?.code == .emptyFile)
  }

  @Test func anEmptyValueSaysThatThereIsNone() throws {
    guard case .criteria(let rows) = try Self.read(Self.header + "62,2023,transparency,\n62,2023,time_costs,0\n") else { return }
    #expect(rows.count == 1 && rows.first?.figure == .value(ExactDecimal(0)))
  }

  @Test func aNumeratorMayExceedWhereTheRulebookSaysSo() throws {
    guard case .criteria(let rows) = try Self.read(Self.ratio + "62,2023,time_costs,3,2\n") else { return }
    #expect(rows.first?.figure == .ratio(numerator: 3, denominator: 2))
  }
}
