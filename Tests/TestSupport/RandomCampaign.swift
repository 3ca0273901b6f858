public import Campaign
public import Ranking

/// A small campaign with random rules and random figures: missing months, zeros and ties are frequent.
public struct RandomCampaign {
  public let seed: UInt64
  public let yaml: String
  public let rulebook: Rulebook
  public let scope: RankingScope
  /// What was recorded beside the figures.
  public private(set) var circumstances = Circumstances()
  /// In force, by unit and ordinal.
  public private(set) var raw: [String: [Int: NaiveRanking.Raw]] = [:]
  /// The same figures as they are put in force.
  public private(set) var filings: [Filing] = []
  public private(set) var rows: [FigureFile.Row] = []
  private var values = ""
  private var ratios = ""

  public init(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    self.seed = seed
    let text = RandomRulebook(&random)
    yaml = text.yaml
    rulebook = try Rulebook(yaml: Array(yaml.utf8))
    let months = random.int(1...15)
    let kind = rulebook.periods.kind
    let start = Period(kind: kind, year: 2022, month: random.int(1...(12 / kind.months)) * kind.months)!
    let all = Array(sequence(first: start) { $0.next }.prefix(months))
    let first = random.chance(80) ? all[0] : random.pick(all)
    let due = random.chance(10) ? nil : random.chance(50) ? all[all.count - 1] : random.pick(all)
    scope = RankingScope(first: first, last: all[all.count - 1], dueThrough: due, closedThrough: random.chance(20) ? nil : random.pick(all))
    for (index, unit) in rulebook.units.enumerated() {
      for period in all where !random.chance(20) {
        if index > 0, random.chance(20), copy(rulebook.units[index - 1], to: unit, in: period) { continue }
        if text.givesFigures { give(unit, period, &random) } else { try file(unit, period, &random) }
      }
    }
    if random.chance(40) { record(all, &random) }
    try read(values, header: "unit,period,criterion,value\n")
    try read(ratios, header: "unit,period,criterion,numerator,denominator\n")
  }

  /// The figures put in force in a given order of arrival.
  public func table(order filings: [Filing]? = nil, rows: [FigureFile.Row]? = nil) -> FigureTable {
    var table = FigureTable(for: rulebook)
    for filing in filings ?? self.filings { table.put(filing, under: rulebook) }
    for row in rows ?? self.rows { table.put(row, under: rulebook) }
    return table
  }

  public func standings(on figures: FigureTable) throws -> Standings {
    try Standings(rulebook: rulebook, figures: figures, circumstances: circumstances, scope: scope)
  }

  public var slowRanking: NaiveRanking {
    NaiveRanking(rulebook: rulebook, raw: raw, scope: scope, circumstances: circumstances)
  }

  private mutating func record(_ periods: [Period], _ random: inout SplitMix64) {
    for _ in 0..<random.int(1...4) {
      let from = random.pick(periods)
      circumstances.applicability.append(
        Applicability(
          unit: random.pick(rulebook.units).id, criterion: random.pick(rulebook.criteria).code, from: from,
          through: random.chance(50) ? nil : max(from, random.pick(periods)), applies: random.chance(30), reason: "ours: test"))
    }
    for _ in 0..<random.int(0...12) {
      let period = random.pick(periods)
      let finding = random.pick([Assessment.Finding.initiative(period), .initiative(period), .initiative(period), .falseData(period)])
      let assessment = Assessment(
        finding, unit: random.pick(rulebook.units).id, evidence: "ours: test", withdrawn: random.chance(20))
      for _ in 0..<random.int(1...2) { circumstances.assessments.append(assessment) }
    }
    for _ in 0..<random.int(0...6) {
      circumstances.workingDaysLate[random.pick(rulebook.units).id, default: [:]][random.pick(periods).ordinal] = random.int(1...8)
    }
    for _ in 0..<random.int(0...3) {
      circumstances.extended[random.pick(rulebook.units).id, default: []].insert(random.pick(periods).ordinal)
    }
  }

  private mutating func read(_ lines: String, header: String) throws {
    guard !lines.isEmpty, case .criteria(let read) = try FigureFile.read(Array((header + lines).utf8), for: rulebook) else { return }
    rows += read
  }

  private static func figure(_ random: inout SplitMix64) -> Int64 {
    Int64(random.chance(25) ? 0 : random.chance(90) ? random.int(1...12) : random.int(1...100_000))
  }

  private mutating func file(_ unit: ReportingUnit, _ period: Period, _ random: inout SplitMix64) throws {
    var cells: [FilingDraft.Cell] = []
    for counter in rulebook.form(for: unit) { cells.append(.init(counter: counter.code, value: Self.figure(&random))) }
    try put(cells, unit, period)
  }

  private mutating func put(_ cells: [FilingDraft.Cell], _ unit: ReportingUnit, _ period: Period) throws {
    let draft = FilingDraft(unit: unit.id.text, period: period.description, baseRevision: 0, cells: cells)
    filings.append(try rulebook.validated(draft))
    raw[unit.id.text, default: [:]][period.ordinal] = .counters(
      Dictionary(uniqueKeysWithValues: cells.map { ($0.counter, $0.value) }))
  }

  private mutating func give(_ unit: ReportingUnit, _ period: Period, _ random: inout SplitMix64) {
    var figures: [String: GivenFigure] = [:]
    for (index, criterion) in rulebook.criteria.enumerated() where !random.chance(15) {
      let figure: GivenFigure
      if index % 2 == 0 {
        let scale = random.int(0...3)
        figure = .value(ExactDecimal(coefficient: Self.figure(&random) * (random.chance(50) ? 1 : 10), scale: scale))
      } else {
        let denominator = Self.figure(&random)
        figure = .ratio(numerator: denominator * Int64(random.int(0...100)) / 100, denominator: denominator)
      }
      figures[criterion.code] = figure
    }
    put(figures, unit, period)
  }

  private mutating func put(_ figures: [String: GivenFigure], _ unit: ReportingUnit, _ period: Period) {
    guard !figures.isEmpty else { return }
    for (code, figure) in figures.sorted(by: { $0.key < $1.key }) {
      switch figure {
      case .value(let value): values += "\(unit.id),\(period),\(code),\(value)\n"
      case .ratio(let n, let d): ratios += "\(unit.id),\(period),\(code),\(n),\(d)\n"
      }
    }
    raw[unit.id.text, default: [:]][period.ordinal] = .given(figures)
  }

  /// The same figures as another unit gave, for ties; false where that unit has another form.
  private mutating func copy(_ other: ReportingUnit, to unit: ReportingUnit, in period: Period) -> Bool {
    guard other.level == unit.level, let same = raw[other.id.text]?[period.ordinal] else { return false }
    switch same {
    case .given(let figures): put(figures, unit, period)
    case .counters(let figures):
      do { try put(figures.map { .init(counter: $0.key, value: $0.value) }, unit, period) } catch { return false }
    }
    return true
  }
}
