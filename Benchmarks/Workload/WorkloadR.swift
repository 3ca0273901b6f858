public import Campaign

/// The invented figures of workload R: any number of units, 24 months, 40 criteria, made by index from one seed.
///
/// The same definition, in another language, gave the digests that tests and benchmarks compare with; whole numbers only.
/// A number is addressed by its index instead of drawn one after another, so that every cell is made on its own.
public struct WorkloadR: Sendable {
  public static let months = 24
  public static let criteria = 40
  /// The seed of the published digests.
  public static let usualSeed: UInt64 = 20_230_202

  public let units: Int
  public let seed: UInt64
  public let groups: Int
  /// The block of each unit.
  public let blocks: [Int]
  private let sources: [Int]

  public init(units: Int, seed: UInt64 = WorkloadR.usualSeed) {
    self.units = units
    self.seed = seed
    let groups = units == 130 ? 4 : max(4, units / 200)
    self.groups = groups
    let blocks = (0..<units).map { Int(Self.r(seed, 7, $0) % UInt64(groups)) }
    // Every 50th unit has the figures of the nearest earlier one of its block, so that there are exact ties.
    var last: [Int: Int] = [:]
    sources = (0..<units).map { unit in
      guard unit % 50 != 49 else { return last[blocks[unit]] ?? unit }
      last[blocks[unit]] = unit
      return unit
    }
    self.blocks = blocks
  }

  private static func r(_ seed: UInt64, _ stream: UInt64, _ index: Int) -> UInt64 {
    var z = seed &+ stream &* 0xD1B5_4A32_D192_ED03 &+ (UInt64(index) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private func r(_ stream: UInt64, _ index: Int) -> UInt64 { Self.r(seed, stream, index) }

  /// Percent.
  public func target(_ criterion: Int) -> Int64 { Int64(50 + r(5, criterion) % 51) }
  public func points(_ criterion: Int) -> Int64 { Int64(1 + r(6, criterion) % 5) }

  /// Numerator and denominator of a cell; `nil` where it is missing.
  public func cell(unit: Int, month: Int, criterion: Int) -> (numerator: Int64, denominator: Int64)? {
    let w = sources[unit]
    let h = r(4, (w * Self.months + month) * Self.criteria + criterion)
    let kind = ((h >> 32) & 0xFFFF) % 100
    if kind < 3 { return nil }
    if kind == 3 { return (0, 0) }
    let denominator = Int((h & 0xFFFF_FFFF) % 501)
    let noise = Int((h >> 48) % 121) - 60
    let drift = (Int(r(3, w) % 9) - 3) * month
    let level = 550 + Int(r(1, w) % 350) + Int(r(2, w * Self.criteria + criterion) % 301) - 150
    let p = min(max(level + drift + noise, 0), 1000)
    return (Int64(denominator * p / 1000), Int64(denominator))
  }

  public func unitID(_ unit: Int) -> ReportingUnit.ID { .init("u\(unit)") }

  /// The rules of the workload as a rulebook: points, exact places, nothing missing, no cases are 0 points.
  public var yaml: String {
    var lines = [
      "thidua: 1", "campaign: workload-r", "decimals: 4",
      "ranking: {total: points, published: 4, places-by: exact, missing-month: skipped, zero-denominator: zero, applicable-floor: 0}",
      "periods: {kind: calendar-month, first: 2022-01, last: 2023-12}", "blocks:",
    ]
    for block in 0..<groups { lines.append("  - {id: b\(block)}") }
    lines.append("units:")
    for unit in 0..<units { lines.append("  - {id: u\(unit), block: b\(blocks[unit])}") }
    lines.append("counters:")
    for c in 0..<Self.criteria {
      lines.append("  - {code: n_\(c), combine: flow}")
      lines.append("  - {code: d_\(c), combine: flow}")
    }
    lines.append("criteria:")
    for c in 0..<Self.criteria {
      lines.append(
        "  - {code: k\(c), points: \(points(c)), metric: {ratio: [n_\(c), d_\(c)]}, scoring: {kind: PROP, target: \(target(c))}}")
    }
    lines.append(
      "rules: [{id: up, kind: RANK_GAIN, of: {place: unit}, by: 5, against: same-month-last-year, window: [2022, 2023], source: \"ours: workload\"}]")
    return lines.joined(separator: "\n") + "\n"
  }

  public func period(_ month: Int) -> Period { Period(kind: .calendarMonth, year: 2022 + month / 12, month: month % 12 + 1)! }

  /// A unit's month as it is filed; a missing cell adds nothing to the sums.
  public func filing(unit: Int, month: Int, under rulebook: Rulebook) throws -> Filing {
    var cells: [FilingDraft.Cell] = []
    for c in 0..<Self.criteria {
      let cell = cell(unit: unit, month: month, criterion: c) ?? (0, 0)
      cells.append(.init(counter: "n_\(c)", value: cell.numerator))
      cells.append(.init(counter: "d_\(c)", value: cell.denominator))
    }
    return try rulebook.validated(
      FilingDraft(unit: unitID(unit).text, period: period(month).description, baseRevision: 0, cells: cells))
  }
}
