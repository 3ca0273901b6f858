import Campaign
import Testing

// Short ways to write what a rule is decided on.

extension Datum {
  static func value(_ text: String, generation: Int? = 0, isProvisional: Bool = false) -> Datum {
    Datum(value: .value(ExactDecimal(text)!.fraction), generation: generation, isProvisional: isProvisional)
  }
  /// In percent.
  static func ratio(_ numerator: Int, _ denominator: Int) -> Datum {
    Datum(value: .value(Fraction(Int128(100 * numerator), Int128(denominator))))
  }
  static func rank(_ rank: KnownRank, generation: Int? = 0) -> Datum { Datum(rank: rank, generation: generation) }
  static func band(_ band: String, of bands: [String]) -> Datum { Datum(band: .value(band), bands: bands) }
}

extension RuleCase {
  static func figures(
    _ now: Datum, against reference: Datum = .nothing, year: Int = 2023, window: ClosedRange<Int>? = nil,
    direction: Direction = .higher
  ) -> RuleCase {
    var one = RuleCase(year: year, window: window)
    one.now = now
    one.reference = reference
    one.direction = direction
    return one
  }

  static func deliveries(
    _ dates: [String], asOf: String?, year: Int, window: ClosedRange<Int>? = nil
  ) -> RuleCase {
    var one = RuleCase(year: year, window: window)
    one.asOf = asOf.flatMap { CivilDate($0) }
    one.deliveries = dates.map { delivery($0) }
    return one
  }
}

func delivery(_ date: String, item: String? = nil, enteredOn: String? = nil) -> Delivery {
  Delivery(
    rule: "r", unit: "a", item: item, date: CivilDate(date)!, evidence: "số 1", enteredOn: enteredOn.flatMap { CivilDate($0) })
}

/// The only rule of a small rulebook: two units, a criterion, an index with bands.
func rule(_ keys: String, campaign: String = "periods: {kind: year, first: 2020, last: 2025}") throws -> Rule {
  try #require(try Rulebook(yaml: Array(rulebook(keys, campaign: campaign).utf8)).rules.first)
}

func rulebook(_ keys: String, campaign: String = "periods: {kind: year, first: 2020, last: 2025}") -> String {
  """
  thidua: 1
  campaign: rules
  \(campaign)
  units: [{id: a, level: district}, {id: b, level: commune}]
  counters: [{code: c_n, combine: flow}, {code: c_d, combine: flow}]
  criteria: [{code: k, metric: {ratio: [c_n, c_d]}}, {code: n, metric: {count: c_n}}]
  indices: [{code: PCI, bands: [Rất tốt, Tốt, Khá, Trung bình], series: []}, {code: PAR, series: []}]
  rules: [{id: r, source: "ours: a test", \(keys)}]
  """
}

/// The code and the place of the key at which a rule is refused.
func refusal(
  _ keys: String, campaign: String = "periods: {kind: year, first: 2020, last: 2025}"
) -> (code: ProblemCode?, key: String) {
  let problem = #expect(throws: Problem.self) { try rule(keys, campaign: campaign) }
  #expect(problem?.vi.isEmpty == false && problem?.en.isEmpty == false && problem?.place.contains("line 8") == true)
  return (problem?.code, problem?.place.split(separator: " ").last.map(String.init) ?? "")
}
