import Campaign

/// The text of a random rulebook, so that the reader is tested along with what it reads.
struct RandomRulebook {
  private(set) var yaml = ""
  /// Figures are given for the criteria themselves; otherwise forms of counters are filed.
  let givesFigures: Bool
  /// A ratio may need a number of cases.
  private let mayDemandCases: Bool

  private static let levels = ["province", "department", "district", "commune", "affiliate"]
  private static let combinations = ["flow", "stock", "cumulative", "yearly"]

  init(_ random: inout SplitMix64) {
    givesFigures = random.chance(30)
    let points = random.chance(50)
    var lines = ["thidua: 1", "campaign: random"]
    if random.chance(80) { lines.append("decimals: \(random.int(0...6))") }
    let ranking = Self.ranking(points, &random)
    mayDemandCases = !ranking.contains("zero-denominator: zero")
    lines.append(ranking)
    let kind = random.pick([.legalMonth, .calendarMonth] + PeriodKind.allCases)
    lines.append("periods: {kind: \(kind.rawValue)}")
    let blocks = random.int(0...3)
    if blocks > 0 {
      lines.append("blocks:")
      for block in 1...blocks {
        let more = random.chance(15) ? ", ranked: false" : random.chance(15) ? ", bands: \(Self.bands(points, &random))" : ""
        lines.append("  - {id: b\(block)\(more)}")
      }
    }
    if random.chance(30) { lines.append("bands: \(Self.bands(points, &random))") }
    lines.append("units:")
    let units = random.int(1...8)
    for unit in 1...units {
      let block = blocks > 0 ? ", block: b\(random.int(1...blocks))" : ""
      let level = random.chance(60) ? ", level: \(random.pick(Self.levels))" : ""
      lines.append("  - {id: u\(unit)\(block)\(level)}")
    }
    lines.append("fields: [{code: f1}, {code: f2}]")
    let counters = random.int(2...6)
    lines.append("counters:")
    for counter in 1...counters {
      lines.append("  - {code: c_\(counter), combine: \(random.pick(Self.combinations))\(Self.someLevels(15, &random))}")
    }
    lines.append("criteria:")
    let criteria = random.int(1...6)
    for criterion in 1...criteria { lines += criterionLines(criterion, counters, points, kind, &random) }
    if random.chance(25) { lines += Self.applicability(units, criteria, kind, &random) }
    if !lines.contains(where: { $0.contains("weight:") }) {
      let (each, most) = (random.pick(["0.5", "1", "0.123456"]), random.pick(["2", "1.2", "20"]))
      if random.chance(30) { lines.append("bonus: {each: \(each), most-per-year: \(most)}") }
      let steps = "[{days: 1, points: 0.5}, {days: 3, points: 1}, {days: 6, points: \(random.pick(["2", "30"]))}]"
      if random.chance(30) { lines.append("lateness: {steps: \(steps)\(random.chance(30) ? ", most: 1.5" : "")}") }
    }
    if random.chance(70) {
      let against = random.chance(75) ? "same-month-last-year" : random.pick(["2021", "2022"])
      lines += [
        "rules:",
        "  - {id: gain, kind: RANK_GAIN, of: {place: unit}, by: \(random.int(1...6)), against: \(against), window: [2022, 2036], source: \"ours: test\"}",
      ]
    }
    yaml = lines.joined(separator: "\n") + "\n"
  }

  private static func ranking(_ points: Bool, _ random: inout SplitMix64) -> String {
    var keys = ["total: \(points ? "points" : "index")"]
    if random.chance(70) { keys.append("published: \(random.int(0...6))") }
    if random.chance(70) { keys.append("places-by: \(random.pick(["published", "exact"]))") }
    if random.chance(70) { keys.append("missing-month: \(random.pick(["missing", "skipped"]))") }
    if random.chance(70) { keys.append("zero-denominator: \(random.pick(["not-applicable", "zero"]))") }
    if random.chance(70) { keys.append("applicable-floor: \(random.pick(["0", "30", "50", "66.7", "100"]))") }
    if random.chance(70) { keys.append("nothing-filed: \(random.pick(["unranked", "last"]))") }
    return "ranking: {\(keys.joined(separator: ", "))}"
  }

  private static func someLevels(_ percent: Int, _ random: inout SplitMix64) -> String {
    guard random.chance(percent) else { return "" }
    return ", levels: [\(random.shuffled(levels).prefix(random.int(1...4)).joined(separator: ", "))]"
  }

  private func criterionLines(_ number: Int, _ counters: Int, _ points: Bool, _ kind: PeriodKind, _ random: inout SplitMix64) -> [String] {
    var lines = ["  - code: k\(number)"]
    let lower = random.chance(30)
    lines.append("    field: f\(number % 2 + 1)")
    if lower { lines.append("    direction: lower") }
    if random.chance(25) { lines.append("   \(Self.someLevels(100, &random).dropFirst())") }
    if random.chance(givesFigures ? 30 : 90) {
      let sum = Self.sum(counters, &random)
      let ratio = random.chance(65)
      lines.append(ratio ? "    metric: {ratio: [\(sum), \(Self.sum(counters, &random))]}" : "    metric: {count: \(sum)}")
      if ratio { lines += demand(&random) }
    } else {
      if random.chance(70) { lines.append("    combine: \(random.pick(Self.combinations))") }
      lines += demand(&random)
    }
    if random.chance(15) { lines.append("    window: \(random.pick(["2022", "2023", "[2022, 2023]", "[2023, 2030]"]))") }
    if random.chance(15) { return lines }
    if points, random.chance(30) {
      lines.append("    weight: \(Self.time(kind, &random) { "\($0.int(0...3)).\($0.int(0...99))" })")
    } else {
      lines.append("    points: \(random.pick(["1", "2.5", "10", "3.333333", "0.5"]))")
      lines.append("    scoring: \(Self.scoring(lower, kind, &random))")
    }
    return lines
  }

  private static func bands(_ points: Bool, _ random: inout SplitMix64) -> String {
    var bound = points ? 20 : 100
    let all = (1...random.int(1...4)).map { number in
      bound -= random.int(1...(points ? 6 : 30))
      return "{name: l\(number), at-least: \(bound)}"
    }
    return "[\(all.joined(separator: ", "))]"
  }

  private func demand(_ random: inout SplitMix64) -> [String] {
    mayDemandCases && random.chance(15) ? ["    minimum-denominator: \(random.int(1...20))"] : []
  }

  private static func applicability(_ units: Int, _ criteria: Int, _ kind: PeriodKind, _ random: inout SplitMix64) -> [String] {
    func period(_ years: ClosedRange<Int>, _ random: inout SplitMix64) -> String {
      Period(kind: kind, year: random.int(years), month: random.int(1...kind.perYear) * kind.months)!.description
    }
    var lines = ["applicability:"]
    for _ in 0..<random.int(1...3) {
      var keys = ["unit: u\(random.int(1...units))", "reason: \"ours: test\""]
      keys.append(random.chance(50) || criteria < 2 ? "criterion: k\(random.int(1...criteria))" : "field: f\(random.int(1...2))")
      if random.chance(60) { keys.append("from: \(period(2022...2023, &random))") }
      if random.chance(40) { keys.append("through: \(period(2024...2025, &random))") }
      if random.chance(40) { keys.append("applies: \(random.chance(70))") }
      lines.append("  - {\(keys.joined(separator: ", "))}")
    }
    return lines
  }

  private static func sum(_ counters: Int, _ random: inout SplitMix64) -> String {
    var text = "c_\(random.int(1...counters))"
    for _ in 0..<random.int(0...2) { text += " \(random.pick(["+", "+", "-"])) c_\(random.int(1...counters))" }
    return text
  }

  /// A constant, a map by years or by periods, or twelve values by month.
  private static func time(
    _ kind: PeriodKind, _ random: inout SplitMix64, _ value: (inout SplitMix64) -> String
  ) -> String {
    func map(_ keys: [String]) -> String { "{\(keys.map { "\($0): \(value(&random))" }.joined(separator: ", "))}" }
    let periods = (0..<24).compactMap { Period(kind: kind, year: 2022 + $0 / 12, month: $0 % 12 + 1)?.description }
    switch random.int(0...9) {
    case 0 where kind.perYear > 1: return "{by-month: [\((0..<12).map { _ in value(&random) }.joined(separator: ", "))]}"
    case 1: return map(["2022", "2023"])
    case 2: return map(periods.dropLast().filter { _ in random.chance(20) } + periods.suffix(1))
    default: return value(&random)
    }
  }

  private static func scoring(_ lower: Bool, _ kind: PeriodKind, _ random: inout SplitMix64) -> String {
    let each = random.pick(["1", "0.25", "2", "0.001"])
    switch random.int(lower ? 1...5 : 0...7) {
    case 0: return "{kind: PROP, target: \(time(kind, &random) { $0.pick(["80", "100", "33.3", "7"]) })}"
    case 1: return "{kind: BIN, target: \(time(kind, &random) { $0.pick(["100", "50", "0", "12.5"]) })}"
    case 2:
      let near = time(kind, &random) { $0.pick(["80", "99", "100", "60.5"]) }
      let far = time(kind, &random) { $0.pick(["0", "20", "50.25"]) }
      return lower ? "{kind: FLOOR, target: \(far), floor: \(near)}" : "{kind: FLOOR, target: \(near), floor: \(far)}"
    case 3:
      let steps = ["{at: 100, share: 1}", "{at: 90, share: 0.5}", "{at: 12.5, share: 0.333}"]
      return "{kind: STEP, steps: [\((lower ? steps.reversed() : steps).joined(separator: ", "))]}"
    case 4: return "{kind: DED, each: \(each)\(random.chance(30) ? ", cap: 0.3" : "")}"
    case 5: return "{kind: COUNT, each: \(each)\(random.chance(30) ? ", cap: 0.25" : "")}"
    default: return "{kind: LEADER, target: \(time(kind, &random) { $0.pick(["80", "30.5", "5", "1.25"]) })}"
    }
  }
}
