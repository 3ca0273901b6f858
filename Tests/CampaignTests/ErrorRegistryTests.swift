import Campaign
import Testing

/// `Protocol/Errors.md` and the code name the same S-, R- and A- errors: a number without a row helps nobody, a row without a
/// number promises what the program does not keep.
@Suite struct ErrorRegistryTests {
  private struct Row {
    let number: Substring
    let name: Substring
    let cells: Int
    let again: Substring
  }

  private static func rows() throws -> [Row] {
    try PackageFolder.text("Protocol/Errors.md").split(separator: "\n")
      .filter { $0.hasPrefix("| S-") || $0.hasPrefix("| R-") || $0.hasPrefix("| A-") }
      .map { line in
        let cells = line.split(separator: "|").map { $0.drop { $0 == " " }.prefix { $0 != " " } }
        return Row(number: cells[0], name: cells.count > 1 ? cells[1] : "", cells: cells.count, again: cells.count > 5 ? cells[5] : "")
      }
  }

  @Test func everyCodeHasItsRow() throws {
    let rows = try Self.rows()
    for code in ProblemCode.allCases {
      let found = rows.filter { $0.number == code.number }
      #expect(found.count == 1 && found[0].name == "`\(code.name)`", "\(code.number) \(code.name)")
    }
  }

  // The same for what `thidua lint` finds doubtful.
  @Test func findingsAndTheirRowsAreTheSame() throws {
    let rows = try PackageFolder.text("Protocol/Errors.md").split(separator: "\n").filter { $0.hasPrefix("| L-") }
      .map { $0.split(separator: "|").map { $0.trimmingPrefix(" ").prefix { $0 != " " } } }
    #expect(rows.map { "\($0[0]) \($0[1])" } == FindingCode.allCases.map { "\($0.number) `\($0.name)`" })
    #expect(rows.allSatisfy { $0.count == 3 })
  }

  @Test func everyRowHasItsCode() throws {
    let codes = Set(ProblemCode.allCases.map(\.number))
    for row in try Self.rows() { #expect(codes.contains(String(row.number)), "\(row.number)") }
  }

  @Test func everyRowSaysWhetherSendingAgainHelps() throws {
    for row in try Self.rows() {
      #expect(row.cells == 7 && ["yes", "yes,", "no", "no,", "no:"].contains(row.again), "\(row.number)")
    }
  }

  @Test func numbersAscendAndNamesAreUsedOnce() throws {
    let letters = Dictionary(grouping: try Self.rows().map { String($0.number) }) { $0.prefix(1) }
    for numbers in letters.values { #expect(numbers == numbers.sorted()) }
    #expect(Set(ProblemCode.allCases.map(\.name)).count == ProblemCode.allCases.count)
  }
}
