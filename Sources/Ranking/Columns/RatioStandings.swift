/// What a recomputation gives: totals, places, gains, all of it by month and slot.
///
/// Immutable for its readers; only ``RatioRanking`` writes, before it hands them out.
package final class RatioStandings: Sendable {
  package enum Column: Int, Sendable, CaseIterable {
    /// Total in ten-thousandths of a point.
    case total
    case place
    /// Total minus that of the same month of the year before.
    case gain
    /// Place of the same month of the year before minus the place.
    case placesGained
    /// 1 where the gain is positive.
    case scoreUp
    /// 1 where enough places were gained, or the unit is first.
    case targetMet
  }

  package let roster: BlockRoster
  package let years: Int
  private let criteria: Int
  // Rows of `stride` numbers: totals and places of every month; gains, places gained of every month after the first year in
  // 32 bits; the two flags of those months in 8.
  private let memory: ColumnMemory
  private let stride: Int

  private var months: Int { years * RatioPlan.monthsOfAYear }
  private var compared: Int { months - RatioPlan.monthsOfAYear }

  init(roster: BlockRoster, plan: RatioPlan) {
    self.roster = roster
    years = plan.years
    criteria = plan.criteria.count
    stride = roster.stride
    let compared = plan.months - RatioPlan.monthsOfAYear
    memory = ColumnMemory(byteCount: stride * (plan.months * 8 + compared * 10))
  }

  /// The same values in memory of their own.
  init(copying other: RatioStandings) {
    (roster, years, criteria, stride) = (other.roster, other.years, other.criteria, other.stride)
    memory = ColumnMemory(copying: other.memory)
  }

  /// Whether every byte is the same, also of what only passes read.
  func hasSameBytes(as other: RatioStandings) -> Bool { memory.hasSameBytes(as: other.memory) }

  func fits(_ roster: BlockRoster, _ plan: RatioPlan) -> Bool {
    self.roster.units == roster.units && years == plan.years && self.roster.blocks == roster.blocks
      && self.roster.unitOfSlot == roster.unitOfSlot
  }

  /// - Returns: The value, or `nil` in the first year for what compares with the year before.
  package func value(_ column: Column, unit: Int, month: Int) -> Int32? {
    let slot = roster.slotOfUnit[unit]
    let all = slot..<slot + 1
    switch column {
    case .total: return totals(month, all)[0]
    case .place: return places(month, all)[0]
    case .scoreUp: return month < 12 ? 0 : Int32(flags(.scoreUp, month, all)[0])
    case .targetMet: return month < 12 ? 0 : Int32(flags(.targetMet, month, all)[0])
    case .gain, .placesGained: return month < 12 ? nil : gains(column, month, all)[0]
    }
  }

  /// A column by unit and month, `Int32.min` where a value is empty.
  package func column(_ column: Column) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(roster.units * months)
    for unit in 0..<roster.units {
      for month in 0..<months { result.append(value(column, unit: unit, month: month) ?? .min) }
    }
    return result
  }

  package var byteCount: Int { memory.byteCount }

  // MARK: rows, for the passes

  func totals(_ month: Int, _ slots: Range<Int>) -> UnsafeMutableBufferPointer<Int32> { row(month, slots) }
  func places(_ month: Int, _ slots: Range<Int>) -> UnsafeMutableBufferPointer<Int32> { row(months + month, slots) }

  private func gains(_ column: Column, _ month: Int, _ slots: Range<Int>) -> UnsafeMutableBufferPointer<Int32> {
    row(2 * months + (column == .gain ? 0 : compared) + month - RatioPlan.monthsOfAYear, slots)
  }

  private func flags(_ column: Column, _ month: Int, _ slots: Range<Int>) -> UnsafeMutableBufferPointer<UInt8> {
    let row = (column == .scoreUp ? 0 : compared) + month - RatioPlan.monthsOfAYear
    let before = (2 * months + 2 * compared) * stride * 4
    return memory.view(UInt8.self, at: before + row * stride + slots.lowerBound, count: slots.count)
  }

  private func row(_ row: Int, _ slots: Range<Int>) -> UnsafeMutableBufferPointer<Int32> {
    memory.view(Int32.self, at: (row * stride + slots.lowerBound) * 4, count: slots.count)
  }

  func setTotals(_ month: Int, tile: Int, _ totals: SIMD16<Int32>) {
    memory.view(SIMD16<Int32>.self, at: (month * stride + tile * ScoreKernel.lanes) * 4, count: 1)[0] = totals
  }

  /// Compares a month with the same month of the year before, which has its places already.
  func compare(_ month: Int, _ slots: Range<Int>, placesToGain: Int32) {
    let before = month - RatioPlan.monthsOfAYear
    let (total, oldTotal) = (totals(month, slots), totals(before, slots))
    let (place, oldPlace) = (places(month, slots), places(before, slots))
    let (gain, moved) = (gains(.gain, month, slots), gains(.placesGained, month, slots))
    let (up, met) = (flags(.scoreUp, month, slots), flags(.targetMet, month, slots))
    // Totals are 0 to 2^31 − 1 and places below 2^25, so that no difference wraps.
    for slot in 0..<slots.count {
      let rise = total[slot] &- oldTotal[slot]
      gain[slot] = rise
      up[slot] = rise > 0 ? 1 : 0
      moved[slot] = oldPlace[slot] &- place[slot]
      met[slot] = place[slot] <= max(1, oldPlace[slot] &- placesToGain) ? 1 : 0
    }
  }
}
