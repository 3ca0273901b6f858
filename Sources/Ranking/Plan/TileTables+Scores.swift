/// The vectors of one tile: sums since January, and points, 16 units at a time.
extension TileTables {
  /// A counter's values through a year: summed, or the last one known.
  func sum(_ counter: Int, _ tile: Int, _ year: Int, _ scratch: TileScratch.Pointers) {
    let column = columns[tile * counters + counter]
    let carrying = self.carrying[counter]
    let sums = scratch.sums + counter * perYear
    let known = scratch.known + counter * perYear
    var seen: UInt16 = 0
    var sum = Words(repeating: 0)
    if carrying == .always, year > 0 {
      seen = known[perYear - 1]
      sum = sums[perYear - 1]
    }
    let entered = self.entered + ((tile * years + year) * counters + counter) * perYear
    seen = spread(entered, from: seen, into: known)
    guard seen != 0 else { return }
    switch column.width {
    case .none, .long: return
    case .short:
      let linesOfAYear = (perYear + 1) / 2
      let from = lines + (column.offset + year * column.aYear)
      if carrying == .sum {
        for line in 0..<perYear / 2 {
          let word = from[line]
          let half = sum &+ (word & Words(repeating: 0xFFFF))
          sum = half &+ (word &>> 16)
          sums[2 * line] = half
          sums[2 * line + 1] = sum
        }
        // The last of an odd number of periods stands alone, with zeros beside it.
        if perYear % 2 == 1 { sums[perYear - 1] = sum &+ from[linesOfAYear - 1] }
      } else {
        for number in stride(from: 0, to: perYear, by: 2) {
          let word = from[number / 2]
          sum = replaced(sum, word & Words(repeating: 0xFFFF), entered[number])
          sums[number] = sum
          guard number + 1 < perYear else { break }
          sum = replaced(sum, word &>> 16, entered[number + 1])
          sums[number + 1] = sum
        }
      }
    case .word:
      let from = lines + (column.offset + year * column.aYear)
      for number in 0..<perYear {
        sum = carrying == .sum ? sum &+ from[number] : replaced(sum, from[number], entered[number])
        sums[number] = sum
      }
    }
  }

  /// The new value where it was entered.
  @inline(__always)
  private func replaced(_ old: Words, _ value: Words, _ entered: UInt16) -> Words {
    if entered == 0xFFFF { return value }
    let mask = words(entered)
    return (value & mask) | (old & ~mask)
  }

  /// Who entered a counter by each period, or before.
  @inline(__always)
  private func spread(_ entered: UnsafePointer<UInt16>, from before: UInt16, into known: UnsafeMutablePointer<UInt16>) -> UInt16 {
    var seen = before
    guard perYear % 4 == 0 else {
      for number in 0..<perYear {
        seen |= entered[number]
        known[number] = seen
      }
      return seen
    }
    // Four periods in a word, the first in its lowest bits.
    let (from, into) = (UnsafeRawPointer(entered), UnsafeMutableRawPointer(known))
    for four in 0..<perYear / 4 {
      var bits = UInt64(littleEndian: from.loadUnaligned(fromByteOffset: four * 8, as: UInt64.self)) | UInt64(seen)
      bits |= bits &<< 16
      bits |= bits &<< 32
      into.storeBytes(of: bits.littleEndian, toByteOffset: four * 8, as: UInt64.self)
      seen = UInt16(truncatingIfNeeded: bits &>> 48)
    }
    return seen
  }

  /// Sums of several counters.
  func addUp(_ scratch: TileScratch.Pointers) {
    for index in 0..<sumCount {
      let sum = sums[index]
      let (into, known) = (scratch.sums + (counters + index) * perYear, scratch.known + (counters + index) * perYear)
      for position in 0..<sum.count {
        let term = terms[sum.first + position]
        let (from, bits) = (scratch.sums + term.counter * perYear, scratch.known + term.counter * perYear)
        if position == 0 {
          for number in 0..<perYear {
            into[number] = term.negative ? 0 &- from[number] : from[number]
            known[number] = bits[number]
          }
        } else {
          for number in 0..<perYear {
            into[number] = term.negative ? into[number] &- from[number] : into[number] &+ from[number]
            known[number] &= bits[number]
          }
        }
      }
    }
  }

  /// A criterion's points for a year in single precision.
  ///
  /// A loop for each of the ways, written out: vectors that two of them share, or that a closure takes, are taken apart on their way.
  func scoreQuickly(
    _ leaf: Leaf, _ way: Way, _ tile: Int, _ year: Int, _ first: Int, _ range: Range<Int>, _ scratch: TileScratch.Pointers
  ) {
    let (least, most) = (Words(repeating: leaf.least), Words(repeating: leaf.most))
    let quickOf = self.quickOf + (leaf.criterion * periods + first)
    let row = Row(leaf, tile, year, self, scratch)
    switch way {
    case .ratio:
      for number in range {
        let lanes = row.lanes(number)
        guard lanes != 0 else { continue }
        let d = row.lower[number]
        let points = QuotientKernel.ratio(row.upper[number], over: d, quick[Int(quickOf[number])].line)
        count(points, lanes, row.known(number, lanes), d, least, most, number, scratch)
      }
    case .mixed:
      for number in range {
        let lanes = row.lanes(number)
        guard lanes != 0 else { continue }
        let d = row.lower[number]
        let points = QuotientKernel.mixed(row.upper[number], over: d, quick[Int(quickOf[number])].line)
        count(points, lanes, row.known(number, lanes), d, least, most, number, scratch)
      }
    case .table:
      for number in range {
        let lanes = row.lanes(number)
        guard lanes != 0 else { continue }
        let d = row.lower[number]
        let table = quick + Int(quickOf[number])
        let points = QuotientKernel.points(row.upper[number], over: d, quotientSteps + table.pointee.firstStep, table.pointee.steps)
        count(points, lanes, row.known(number, lanes), d, least, most, number, scratch)
      }
    }
  }

  /// What a criterion reads in a year of a tile.
  private struct Row {
    let upper, lower: UnsafeMutablePointer<Words>
    let knownUpper, knownLower: UnsafeMutablePointer<UInt16>
    let concerned, filed: UnsafePointer<UInt16>
    let aPeriod: Int
    let everybody: UInt16

    @_transparent
    init(_ leaf: Leaf, _ tile: Int, _ year: Int, _ tables: TileTables, _ scratch: TileScratch.Pointers) {
      let perYear = tables.perYear
      let (all, aPeriod) = tables.concerned(tile, year)
      (upper, knownUpper) = (scratch.sums + leaf.numerator * perYear, scratch.known + leaf.numerator * perYear)
      (lower, knownLower) = (scratch.sums + leaf.denominator * perYear, scratch.known + leaf.denominator * perYear)
      (concerned, self.aPeriod) = (all + leaf.criterion, aPeriod)
      filed = tables.filed + (tile * tables.years + year) * perYear
      everybody = tables.missingCounts ? 0 : 0xFFFF
    }

    /// Whom it concerns and who filed.
    @_transparent
    func lanes(_ number: Int) -> UInt16 { concerned[number &* aPeriod] & (filed[number] | everybody) }

    @_transparent
    func known(_ number: Int, _ lanes: UInt16) -> UInt16 { lanes & knownUpper[number] & knownLower[number] }
  }

  /// A criterion's points for a year in double precision.
  ///
  /// - Parameter correct: Puts the definition's points into lanes that an estimate leaves open.
  func score(
    _ leaf: Leaf, _ tile: Int, _ year: Int, _ first: Int, _ range: Range<Int>, _ scratch: TileScratch.Pointers,
    correct: (_ points: inout Words, _ open: Words, _ n: Words, _ d: Words, _ offset: Int) -> Void
  ) {
    let least = Words(repeating: leaf.least)
    let most = Words(repeating: leaf.most)
    let filed = self.filed + (tile * years + year) * perYear
    let (concerned, aPeriod) = self.concerned(tile, year)
    let kernels = self.kernels + (leaf.criterion * periods + first)
    for number in range {
      let lanes = concerned[leaf.criterion &+ number &* aPeriod] & (missingCounts ? filed[number] : 0xFFFF)
      guard lanes != 0 else { continue }
      let (upper, lower) = (leaf.numerator &* perYear &+ number, leaf.denominator &* perYear &+ number)
      let (n, d) = (scratch.sums[upper], scratch.sums[lower])
      let known = lanes & scratch.known[upper] & scratch.known[lower]
      let kernel = kernels + number
      var points: Words
      switch kernel.pointee.kind {
      case .line:
        points = leaf.isRatio ? LineKernel.points(n, over: d, kernel.pointee.line) : LineKernel.points(n, kernel.pointee.line)
      case .table: points = LineKernel.points(n, over: d, steps + kernel.pointee.firstStep, kernel.pointee.steps)
      case .estimatedLine, .definition:
        let (estimate, near) = LineKernel.estimate(n, over: d, kernel.pointee.line)
        points = estimate
        let open = near & words(known) & Lanes.reaches(d, least)
        if Lanes.isAny(open) { correct(&points, open, n, d, first + number) }
      }
      count(points, lanes, known, d, least, most, number, scratch)
    }
  }

  /// Adds points where they count, and the maxima to what is applicable.
  @_transparent
  private func count(
    _ points: Words, _ lanes: UInt16, _ known: UInt16, _ d: Words, _ least: Words, _ most: Words, _ number: Int,
    _ scratch: TileScratch.Pointers
  ) {
    let reported = words(known)
    var counted = reported & Lanes.reaches(d, least)
    scratch.earned[number] = scratch.earned[number] &+ (points & counted)
    if zeroCounts {
      // No cases are 0 points; too few are none of its business.
      let few = reported & Lanes.reaches(d, Words(repeating: 1)) & ~counted
      counted = words(lanes) & ~few
    }
    scratch.applicable[number] = scratch.applicable[number] &+ (most & counted)
  }
}
