import Foundation
import Testing

/// `thidua lint` and periods longer than a month, as a person meets them.
@Suite(.timeLimit(.minutes(10))) struct LintCommandTests {
  private func thidua(_ arguments: String..., in scratch: Scratch) async throws -> Programs.Ended {
    try await Programs.run("thidua", arguments, in: scratch)
  }

  @Test func anErrorNamesFileLineColumnAndTheNearestSpelling() async throws {
    let scratch = try Scratch()
    let file = try scratch.write(SmallCampaign.yaml.replacing("criteria:", with: "criterias:"), to: "plan.yaml")
    let ended = try await thidua("lint", file, "--lang", "en", in: scratch)
    #expect(ended.status == 65 && ended.output.isEmpty)
    #expect(ended.error.contains("R-304 UNKNOWN_KEY (\(file), line ") && ended.error.contains(", column 1, criterias)"), "\(ended.error)")
    #expect(ended.error.contains("did you mean \"criteria\"?"))
  }

  @Test func findingsStandAtTheirLineAndEndWithStatus0() async throws {
    let scratch = try Scratch()
    let file = try scratch.write(SmallCampaign.yaml, to: "plan.yaml")
    let ended = try await thidua("lint", file, "--lang", "en", in: scratch)
    #expect(ended.status == 0, "\(ended.error)")
    let lines = ended.output.split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("\(file):") && $0.contains(#/:[0-9]+:[0-9]+: L-5[0-9]{2} [A-Z0-9_]+/#) }, "\(ended.output)")
    #expect(lines.last?.contains("no errors") == true)
    let json = try await thidua("lint", file, "--format", "json", in: scratch)
    let read = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((read["findings"] as? [[String: Any]])?.count == lines.count - 1)
  }

  @Test func aBundledCampaignIsLintedByItsId() async throws {
    let scratch = try Scratch()
    let ended = try await thidua("lint", "kon-tum-2023", in: scratch)
    #expect(ended.status == 0 && ended.output.contains("L-511 GAIN_OUT_OF_REACH (unit+5): khối huyen"), "\(ended.output)")
    let absent = try await thidua("lint", "kon-tum-2032", in: scratch)
    #expect(absent.status == 64)
  }

  @Test func aQuarterlyCampaignIsEvaluated() async throws {
    let scratch = try Scratch()
    let rulebook = try scratch.write(
      """
      thidua: 1
      campaign: quarters
      periods: {kind: legal-quarter, first: 2022-Q1}
      units: [{id: a, name: A}, {id: b, name: B}]
      criteria: [{code: k, points: 100, combine: stock, scoring: {kind: PROP, target: {2022-Q1: 50, 2023-Q3: 100}}}]
      """, to: "plan.yaml")
    let figures = try scratch.write(
      "unit,period,criterion,value\na,2022-Q3,k,10\nb,2022-Q3,k,20\na,2023-Q3,k,90\nb,2023-Q3,k,80\n", to: "figures.csv")
    let ended = try await thidua("evaluate", rulebook, "--figures", figures, "--period", "2023-Q3", in: scratch)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.output.contains("Quý 3/2023") && ended.output.contains("So kỳ trước") && ended.output.contains("90,00"), "\(ended.output)")
    let month = try await thidua("evaluate", rulebook, "--figures", figures, "--period", "2023-09", in: scratch)
    #expect(month.status == 64)
  }
}
