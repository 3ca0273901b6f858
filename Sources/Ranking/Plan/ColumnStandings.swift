import Campaign

/// What a ``ColumnRanking`` computed: a row of 32-bit numbers for each column and period, one number a slot.
///
/// Immutable for its readers; only the passes write, before it is handed out.
package final class ColumnStandings: Sendable {
  enum Row: Int, CaseIterable {
    case earned, applicable, published, exact
    case place
    /// See ``State``.
    case state
    /// ``nothing`` where one of the two has no place, or no total.
    case movedSincePrevious, movedSinceLastYear, gain
    /// 0: no rule; else outcome + 1 and, eight bits higher, reason + 1, as they stand in their lists.
    case verdict
  }

  /// Reason, whether there is a total, ties, months and band in one number.
  enum State {
    static let reasons: [ReasonCode] = [.notRanked, .notDue, .notSubmitted, .rankWithheld, .tooFewApplicable]
    static let reasonBits: Int32 = 0x1F
    static let hasTotal: Int32 = 0x20
    static let tied: Int32 = 0x40
    static let filedShift: Int32 = 8
    static let dueShift: Int32 = 16
    static let bandShift: Int32 = 24

    /// Position of a reason, counted from 1.
    @inline(__always)
    static func number(_ reason: ReasonCode) -> Int32 {
      switch reason {
      case .notRanked: 1
      case .notDue: 2
      case .notSubmitted: 3
      case .rankWithheld: 4
      case .tooFewApplicable: 5
      default: 0
      }
    }
  }

  static let nothing = Int32.min

  package let plan: ColumnPlan
  package let roster: BlockRoster
  let circumstances: CompiledCircumstances
  private let totals: TotalKernel
  private let memory: ColumnMemory

  init(_ plan: ColumnPlan, _ totals: TotalKernel, _ roster: BlockRoster, _ circumstances: CompiledCircumstances) {
    self.plan = plan
    self.totals = totals
    self.roster = roster
    self.circumstances = circumstances
    memory = ColumnMemory(byteCount: Row.allCases.count * plan.definition.periods * roster.stride * 4)
  }

  func row(_ row: Row, _ offset: Int, _ slots: Range<Int>) -> UnsafeMutableBufferPointer<Int32> {
    let first = (row.rawValue * plan.definition.periods + offset) * roster.stride + slots.lowerBound
    return memory.view(Int32.self, at: first * 4, count: slots.count)
  }

  /// Where whole tiles are written.
  struct Rows: @unchecked Sendable {
    // Unchecked, since several threads write through it. Invariant: each writes the tiles of its own pieces.
    fileprivate let first: UnsafeMutablePointer<ScoreKernel.Words>
    fileprivate let periods, tiles: Int

    /// - Parameter tile: Of the roster; the offset is one of the plan's.
    @inline(__always)
    func set(_ row: Row, _ offset: Int, tile: Int, _ words: ScoreKernel.Words) {
      first[(row.rawValue * periods + offset) * tiles + tile] = words
    }
  }

  var rows: Rows {
    let words = memory.view(ScoreKernel.Words.self, at: 0, count: memory.byteCount / 64)
    guard let first = words.baseAddress else { preconditionFailure("Memory has an address.") }
    return Rows(first: first, periods: plan.definition.periods, tiles: roster.tiles)
  }

  /// Puts what the definition found for a unit before places are given.
  func set(_ standing: Standing, slot: Int, offset: Int) {
    let here = slot..<slot + 1
    func put(_ which: Row, _ value: Int64) { row(which, offset, here)[0] = Int32(truncatingIfNeeded: value) }
    put(.earned, standing.earned.millionths / totals.earnedUnit)
    put(.applicable, standing.applicable.millionths / totals.applicableUnit)
    put(.published, (standing.published?.millionths ?? 0) / totals.publishedUnit)
    put(.exact, (standing.exact?.millionths ?? 0) / totals.exactUnit)
    var state = standing.reason.map { State.number($0) } ?? 0
    if standing.published != nil { state |= State.hasTotal }
    state |= Int32(standing.monthsFiled) << State.filedShift | Int32(standing.monthsDue) << State.dueShift
    put(.state, Int64(state))
  }

  /// The standing of a unit, by its position in the roster and the period's offset.
  package func standing(_ unit: Int, _ offset: Int) -> Standing {
    let slot = roster.slotOfUnit[unit]
    func value(_ which: Row) -> Int32 { row(which, offset, slot..<slot + 1)[0] }
    func points(_ which: Row, _ unit: Int64) -> Points { Points(millionths: Int64(value(which)) * unit) }
    func known(_ which: Row) -> Int32? { value(which) == Self.nothing ? nil : value(which) }
    let state = value(.state)
    var standing = Standing()
    if state & State.reasonBits > 0 { standing.reason = State.reasons[Int(state & State.reasonBits) - 1] }
    let place = value(.place)
    if place > 0 { standing.place = Int(place) }
    standing.tied = state & State.tied != 0
    let band = Int(state >> State.bandShift)
    if band > 0 { standing.band = band - 1 }
    standing.earned = points(.earned, totals.earnedUnit)
    standing.applicable = points(.applicable, totals.applicableUnit)
    if state & State.hasTotal != 0 {
      standing.published = points(.published, totals.publishedUnit)
      standing.exact = points(.exact, totals.exactUnit)
      let position = unit * plan.definition.periods + offset
      if plan.definition.adjusts {
        if !circumstances.bonus.isEmpty { standing.bonus = circumstances.bonus[position] }
        if !circumstances.deduction.isEmpty { standing.deduction = circumstances.deduction[position] }
      }
    }
    standing.monthsFiled = Int(state >> State.filedShift & 0xFF)
    standing.monthsDue = Int(state >> State.dueShift & 0xFF)
    standing.movedSincePrevious = known(.movedSincePrevious).map { Int($0) }
    standing.movedSinceLastYear = known(.movedSinceLastYear).map { Int($0) }
    let unitOfGain = plan.rulebook.ranking.placesBy == .published ? totals.publishedUnit : totals.exactUnit
    if known(.gain) != nil { standing.gainSinceLastYear = points(.gain, unitOfGain) }
    let verdict = value(.verdict)
    if verdict > 0 {
      let reason = Int(verdict >> 8)
      standing.placesGained = Verdict(
        Outcome.allCases[Int(verdict & 0xFF) - 1], reason > 0 ? ReasonCode.allCases[reason - 1] : nil)
    }
    return standing
  }

  /// Every number of a row by unit and period, for digests.
  package func forEach(_ body: (_ unit: Int, _ offset: Int, _ numbers: [Int32]) -> Void) {
    for unit in 0..<roster.units {
      let slot = roster.slotOfUnit[unit]
      for offset in 0..<plan.definition.periods {
        body(unit, offset, Row.allCases.map { row($0, offset, slot..<slot + 1)[0] })
      }
    }
  }

  func hasSameBytes(as other: ColumnStandings) -> Bool { memory.hasSameBytes(as: other.memory) }
  package var byteCount: Int { memory.byteCount }
}
