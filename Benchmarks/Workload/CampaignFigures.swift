public import Campaign
public import Ranking

/// Invented figures for any rulebook, with its units copied in their blocks as often as it takes.
///
/// Every number is made from its position and one seed, so that no order of making matters. What is reported is uneven on purpose:
/// months that are not filed, years without cases, exact ties, late filings, exemptions, initiatives, false data.
public struct CampaignFigures: Sendable {
  public let rulebook: Rulebook
  public let seed: UInt64
  /// The first period, and how many there are.
  public let first: Period
  public let periods: Int
  // By counter: how many terms share a whole, or 0 where it is a whole itself.
  private let parts: [Int]
  private let roster: Int

  /// - Parameter book: Its own units come first, then copies of them with a number behind the id.
  /// - Parameter units: 1 or more.
  public init(_ book: Rulebook, units: Int, seed: UInt64) {
    let all = (0..<units).map { index -> ReportingUnit in
      let (copy, position) = index.quotientAndRemainder(dividingBy: book.units.count)
      let unit = book.units[position]
      return copy == 0 ? unit : unit.copied(as: ReportingUnit.ID("\(unit.id)-\(copy)"))
    }
    rulebook = book.with(units: all)
    self.seed = seed
    roster = book.units.count
    let kind = book.periods.kind
    first = book.periods.first ?? Period(kind: kind, year: 2022, month: kind.months)!
    periods = 2 * kind.perYear
    var parts: [Int] = Array(repeating: 0, count: book.counters.count)
    for criterion in book.criteria {
      guard case .ratio(let n, let d) = criterion.metric else { continue }
      let wholes = Set(d.terms.map(\.counter))
      for term in n.terms where !wholes.contains(term.counter) { parts[term.counter] = max(parts[term.counter], n.terms.count) }
    }
    self.parts = parts
  }

  public var last: Period { Period(kind: first.kind, ordinal: first.ordinal + periods - 1) }

  /// The last period is not due yet; about half have filed it.
  public var scope: RankingScope { RankingScope(first: first, last: last, dueThrough: last.previous, closedThrough: last.previous) }

  private func number(_ stream: UInt64, _ index: Int) -> UInt64 {
    var z = seed &+ stream &* 0xD1B5_4A32_D192_ED03 &+ (UInt64(truncatingIfNeeded: index) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// What a unit filed, aligned with the rulebook's counters; `nil` where it filed nothing.
  ///
  /// - Parameter period: Counted from the first.
  public func month(_ unit: Int, _ period: Int) -> [Int64?]? {
    // Every 50th unit has the figures of the same unit's first copy: exact ties.
    let source = unit % 50 == 49 ? unit % roster : unit
    let month = source * periods + period
    guard number(1, month) % 100 >= (period == periods - 1 ? 50 : 4) else { return nil }
    let reporting = rulebook.units[unit]
    let large = reporting.level != .commune
    let size = Int64(large ? 60 + number(2, source) % 2500 : 20 + number(2, source) % 140)
    let skill = 600 + number(3, source) % 380
    return rulebook.counters.enumerated().map { index, counter in
      guard counter.concerns(reporting) else { return nil }
      let count = rulebook.counters.count
      let isYearly = counter.combination == .yearly || counter.combination == .cumulative
      // No cases at all, for a whole year in what stands all year.
      let year = source * periods + period / first.kind.perYear
      if number(4, (isYearly ? year : month) * 8 + Int(number(5, index) % 8)) % 50 == 0 { return 0 }
      let whole = size * Int64(80 + number(6, isYearly ? source : month) % 41) / 100 * Int64(1 + number(7, index) % 3)
      guard parts[index] > 0 else { return whole }
      let permille = min(1000, skill + number(8, month * count + index) % 121)
      return whole * Int64(permille) / 1000 / Int64(parts[index])
    }
  }

  public func figures() -> FigureTable {
    var table = FigureTable(for: rulebook)
    for unit in rulebook.units.indices {
      for period in 0..<periods {
        if let month = month(unit, period) { table.put(.counters(month), unit: unit, ordinal: first.ordinal + period) }
      }
    }
    return table
  }

  /// A record about one unit in thirty or so.
  public var circumstances: Circumstances {
    var result = Circumstances()
    for (index, unit) in rulebook.units.enumerated() {
      let draw = number(9, index)
      let period = Period(kind: first.kind, ordinal: first.ordinal + Int(draw >> 32) % periods)
      switch draw % 200 {
      case 0:
        result.applicability.append(
          Applicability(
            unit: unit.id, criterion: rulebook.criteria[Int(draw >> 40) % rulebook.criteria.count].code, from: period, through: nil,
            applies: false, reason: "ours: benchmark"))
      case 1, 2:
        result.assessments.append(Assessment(.initiative(period), unit: unit.id, evidence: "ours: benchmark", withdrawn: false))
      case 3:
        result.assessments.append(Assessment(.falseData(period), unit: unit.id, evidence: "ours: benchmark", withdrawn: false))
      case 4, 5: result.workingDaysLate[unit.id] = [period.ordinal: 1 + Int(draw >> 40) % 8]
      case 6: result.extended[unit.id] = [period.ordinal]
      default: break
      }
    }
    return result
  }
}
