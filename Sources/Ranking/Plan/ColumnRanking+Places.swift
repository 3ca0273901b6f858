import Campaign

/// What a thread needs for the places of the largest block.
final class BlockScratch {
  fileprivate let places: PlaceKernel.Scratch
  fileprivate let keys: UnsafeMutableBufferPointer<Int32>
  /// By place or by total: how many there are, and how many are above.
  fileprivate let counts, above: UnsafeMutableBufferPointer<Int32>
  private let memory: ColumnMemory

  init(largest: Int) {
    places = PlaceKernel.Scratch(largest: largest)
    let wide = min(8 * largest, 1 << 16) + largest + 2
    memory = ColumnMemory(byteCount: (largest + 2 * wide) * 4)
    keys = memory.view(Int32.self, at: 0, count: largest)
    counts = memory.view(Int32.self, at: largest * 4, count: wide)
    above = memory.view(Int32.self, at: (largest + wide) * 4, count: wide)
  }
}

/// Places, bands and comparisons of a block in a period.
extension ColumnRanking {
  private typealias State = ColumnStandings.State

  private var decides: ColumnStandings.Row { plan.rulebook.ranking.placesBy == .published ? .published : .exact }

  func place(_ slots: Range<Int>, _ offset: Int, in result: ColumnStandings, _ scratch: BlockScratch) {
    let count = slots.count
    guard count > 0 else { return }
    let (states, totals) = (result.row(.state, offset, slots), result.row(decides, offset, slots))
    let places = result.row(.place, offset, slots)
    let keys = UnsafeMutableBufferPointer(rebasing: scratch.keys[0..<count])
    var (least, most) = (Int32.max, Int32.min)
    for index in 0..<count {
      let isPlaced = states[index] & (State.reasonBits | State.hasTotal) == State.hasTotal
      // Who has no place stands below everybody, so that nobody's place counts it.
      keys[index] = isPlaced ? totals[index] &+ 1 : 0
      least = min(least, isPlaced ? keys[index] : .max)
      most = max(most, keys[index])
    }
    if most > 0, Int(most &- least) < scratch.counts.count, Int(most &- least) < 8 * count {
      tally(keys, least: least, most: most, states, into: places, scratch)
    } else {
      PlaceKernel.place(keys, into: places, scratch.places)
      let shared = scratch.counts
      for index in 0...count { shared[index] = 0 }
      for index in 0..<count where keys[index] > 0 { shared[Int(places[index])] &+= 1 }
      for index in 0..<count {
        if keys[index] == 0 { places[index] = 0 } else if shared[Int(places[index])] > 1 { states[index] |= State.tied }
      }
    }
    guard plan.definition.hasBands else { return }
    let published = result.row(.published, offset, slots)
    let bands = bounds(slots)
    guard let lowest = bands.last, let above = scratch.above.baseAddress, let total = published.baseAddress else { return }
    // How many bands are out of reach, so that the next one is the unit's.
    above.update(repeating: 1, count: count)
    for bound in bands {
      for index in 0..<count { above[index] &+= bound > total[index] ? 1 : 0 }
    }
    for index in 0..<count {
      let has = places[index] > 0 && total[index] >= lowest
      states[index] |= has ? above[index] &<< State.bandShift : 0
    }
  }

  /// Places where totals lie so close together that counting them one by one costs no more than looking at each unit.
  private func tally(
    _ keys: UnsafeMutableBufferPointer<Int32>, least: Int32, most: Int32, _ states: UnsafeMutableBufferPointer<Int32>,
    into places: UnsafeMutableBufferPointer<Int32>, _ scratch: BlockScratch
  ) {
    guard let counts = scratch.counts.baseAddress, let above = scratch.above.baseAddress else { return }
    let range = Int(most &- least) + 1
    counts.update(repeating: 0, count: range)
    for key in keys where key > 0 { counts[Int(most &- key)] &+= 1 }
    var sum: Int32 = 1
    for index in 0..<range {
      above[index] = sum
      sum &+= counts[index]
    }
    for index in keys.indices {
      let key = keys[index]
      guard key > 0 else {
        places[index] = 0
        continue
      }
      let at = Int(most &- key)
      places[index] = above[at]
      states[index] |= counts[at] > 1 ? State.tied : 0
    }
  }

  /// The least published totals of a block's bands, the best first.
  private func bounds(_ slots: Range<Int>) -> [Int32] {
    let rulebook = plan.rulebook
    let block = rulebook.units[columns.roster.unitOfSlot[slots.lowerBound]].block
    let unit = totals.publishedUnit
    return rulebook.bands(of: block).map { Int32(clamping: ($0.atLeast.millionths + unit - 1) / unit) }
  }

  func compare(_ slots: Range<Int>, _ offset: Int, in result: ColumnStandings) {
    let count = slots.count
    guard count > 0 else { return }
    let lastYear = offset - plan.perYear
    let places = result.row(.place, offset, slots)
    let (moved, movedYear) = (result.row(.movedSincePrevious, offset, slots), result.row(.movedSinceLastYear, offset, slots))
    let gain = result.row(.gain, offset, slots)
    move(places, offset >= 1 ? result.row(.place, offset - 1, slots) : nil, into: moved)
    move(places, lastYear >= 0 ? result.row(.place, lastYear, slots) : nil, into: movedYear)
    if lastYear >= 0 {
      let (now, then) = (result.row(decides, offset, slots), result.row(decides, lastYear, slots))
      let (states, old) = (result.row(.state, offset, slots), result.row(.state, lastYear, slots))
      for index in 0..<count {
        let known = states[index] & old[index] & State.hasTotal != 0
        gain[index] = known ? now[index] &- then[index] : ColumnStandings.nothing
      }
    } else {
      for index in 0..<count { gain[index] = ColumnStandings.nothing }
    }
    judge(slots, offset, in: result)
  }

  private func move(
    _ places: UnsafeMutableBufferPointer<Int32>, _ before: UnsafeMutableBufferPointer<Int32>?,
    into moved: UnsafeMutableBufferPointer<Int32>
  ) {
    guard let before else {
      for index in moved.indices { moved[index] = ColumnStandings.nothing }
      return
    }
    for index in moved.indices {
      let known = places[index] > 0 && before[index] > 0
      moved[index] = known ? before[index] &- places[index] : ColumnStandings.nothing
    }
  }

  // MARK: "+5 places"

  private static func code(_ outcome: Outcome, _ reason: ReasonCode?) -> Int32 {
    let number = Int32((Outcome.allCases.firstIndex(of: outcome) ?? 0) + 1)
    return number | Int32(reason.flatMap { ReasonCode.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0) << 8
  }

  private func judge(_ slots: Range<Int>, _ offset: Int, in result: ColumnStandings) {
    let scope = plan.scope
    let verdicts = result.row(.verdict, offset, slots)
    let period = Period(kind: scope.first.kind, ordinal: scope.first.ordinal + offset)
    guard let rule = plan.gains.first(where: { $0.window.contains(period.year) }) else {
      for index in verdicts.indices { verdicts[index] = 0 }
      return
    }
    let compared = rule.comparedPeriod(with: period).map { $0.ordinal - scope.first.ordinal }
    let reference = compared.flatMap { (0..<plan.definition.periods).contains($0) ? $0 : nil }
    guard let kind = rule.kind as? RankGainRule else {
      return judge(rule, slots, offset, reference, period, into: verdicts, result)
    }
    guard let reference else {
      for index in verdicts.indices { verdicts[index] = Self.code(.undetermined, .noBaseline) }
      return
    }
    // The two numbers of units ranked that such a rule may compare are both those of this period.
    let (places, before) = (result.row(.place, offset, slots), result.row(.place, reference, slots))
    let (met, notMet) = (Self.code(.met, nil), Self.code(.notMet, nil))
    let by = Int32(kind.places)
    for index in verdicts.indices {
      verdicts[index] = places[index] <= max(1, before[index] &- by) ? met : notMet
    }
    let (states, old) = (result.row(.state, offset, slots), result.row(.state, reference, slots))
    for index in verdicts.indices where places[index] == 0 || before[index] == 0 {
      verdicts[index] = Self.unknown(states[index], old[index], isPlaced: places[index] > 0, hadPlace: before[index] > 0)
    }
  }

  private static func unknown(_ state: Int32, _ old: Int32, isPlaced: Bool, hadPlace: Bool) -> Int32 {
    func reason(_ state: Int32) -> ReasonCode? {
      let number = Int(state & State.reasonBits)
      return number > 0 ? State.reasons[number - 1] : nil
    }
    guard hadPlace else { return reason(old) == .notDue ? code(.pending, .notDue) : code(.undetermined, .noBaseline) }
    switch reason(state) {
    case .notDue?: return code(.pending, .notDue)
    case .notSubmitted?: return code(.missing, .notSubmitted)
    case let other?: return code(.notApplicable, other)
    case nil: return code(.undetermined, .noBaseline)
    }
  }

  /// Any other kind of rule, by its own words.
  private func judge(
    _ rule: Rule, _ slots: Range<Int>, _ offset: Int, _ reference: Int?, _ period: Period,
    into verdicts: UnsafeMutableBufferPointer<Int32>, _ result: ColumnStandings
  ) {
    let ranked = result.row(.place, offset, slots).count { $0 > 0 }
    for index in verdicts.indices {
      let unit = columns.roster.unitOfSlot[slots.lowerBound + index]
      let bands = plan.rulebook.bands(of: plan.rulebook.units[unit].block)
      let then = reference.map { result.standing(unit, $0).datum(of: ranked, bands: bands) } ?? .noBaseline
      let verdict = rule.verdict(result.standing(unit, offset).datum(of: ranked, bands: bands), against: then, in: period)
      verdicts[index] = Self.code(verdict.outcome, verdict.reason)
    }
  }
}
