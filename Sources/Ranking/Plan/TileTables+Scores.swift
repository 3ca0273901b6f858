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
    for number in 0..<perYear {
      seen |= entered[number]
      known[number] = seen
    }
    guard seen != 0 else { return }
    switch column.width {
    case .none, .long: return
    case .short:
      let linesOfAYear = (perYear + 1) / 2
      let from = lines + (column.offset + year * linesOfAYear)
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
      let from = lines + (column.offset + year * perYear)
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

  /// Whether the kernels of a year are exact for what stands in the tile.
  func isProven(_ leaf: Leaf, _ tile: Int, _ first: Int, _ range: Range<Int>) -> Bool {
    guard leaf.fits, let most = greatest(leaf.numerator, leaf.numerators, tile),
      let whole = greatest(leaf.denominator, leaf.denominators, tile)
    else { return false }
    let bound = max(most, whole)
    let kernels = self.kernels + (leaf.criterion * periods + first)
    for number in range where kernels[number].kind == .definition || bound > kernels[number].most { return false }
    return true
  }

  /// The greatest sum that may come out of a tile; `nil` where a column stands in 64 bits.
  private func greatest(_ start: Int, _ count: Int, _ tile: Int) -> Int64? {
    var most: Int64 = 0
    for index in start..<start + count {
      let column = columns[tile * counters + terms[index].counter]
      guard column.width != .long else { return nil }
      most += column.most
    }
    return most <= 1 << 30 ? most : nil
  }

  /// A criterion's points for a year.
  ///
  /// - Parameter correct: Puts the definition's points into lanes that an estimate leaves open.
  func score(
    _ leaf: Leaf, _ tile: Int, _ year: Int, _ first: Int, _ range: Range<Int>, _ scratch: TileScratch.Pointers,
    correct: (_ points: inout Words, _ open: Words, _ n: Words, _ d: Words, _ offset: Int) -> Void
  ) {
    let least = Words(repeating: leaf.least)
    let most = Words(repeating: leaf.most)
    let filed = self.filed + (tile * years + year) * perYear
    let concerned = scratch.concerned + leaf.criterion * perYear
    let kernels = self.kernels + (leaf.criterion * periods + first)
    for number in range {
      let lanes = concerned[number] & (missingCounts ? filed[number] : 0xFFFF)
      guard lanes != 0 else { continue }
      var known = lanes
      let n = gather(leaf.numerator, leaf.numerators, number, scratch, &known)
      var d = Words(repeating: 1)
      if leaf.isRatio { d = gather(leaf.denominator, leaf.denominators, number, scratch, &known) }
      let reported = words(known)
      var counted = reported
      if leaf.isRatio { counted &= Lanes.reaches(d, least) }
      let kernel = kernels + number
      var points: Words
      switch kernel.pointee.kind {
      case .line:
        points = leaf.isRatio ? LineKernel.points(n, over: d, kernel.pointee.line) : LineKernel.points(n, kernel.pointee.line)
      case .table: points = LineKernel.points(n, over: d, steps + kernel.pointee.firstStep, kernel.pointee.steps)
      case .estimatedLine, .definition:
        let (estimate, near) = LineKernel.estimate(n, over: d, kernel.pointee.line)
        points = estimate
        let open = near & counted
        if Lanes.isAny(open) { correct(&points, open, n, d, first + number) }
      }
      scratch.earned[number] = scratch.earned[number] &+ (points & counted)
      if zeroCounts {
        // No cases are 0 points; too few are none of its business.
        let few = leaf.isRatio ? reported & Lanes.reaches(d, Words(repeating: 1)) & ~counted : Words(repeating: 0)
        counted = words(lanes) & ~few
      }
      scratch.applicable[number] = scratch.applicable[number] &+ (most & counted)
      scratch.scored[number] |= counted
    }
  }

  @inline(__always)
  private func gather(
    _ start: Int, _ count: Int, _ number: Int, _ scratch: TileScratch.Pointers, _ known: inout UInt16
  ) -> Words {
    var sum = Words(repeating: 0)
    var index = start
    while index < start &+ count {
      defer { index &+= 1 }
      let at = terms[index].counter &* perYear &+ number
      known &= scratch.known[at]
      if terms[index].negative { sum = sum &- scratch.sums[at] } else { sum = sum &+ scratch.sums[at] }
    }
    return sum
  }
}
