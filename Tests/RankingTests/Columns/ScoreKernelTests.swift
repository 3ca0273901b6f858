import TestSupport
import Testing

@testable import Ranking

/// The kernel's single precision against the definition in whole numbers, where the two could part: at the half between two
/// scores, at the cap, at the greatest sums, at 0.
@Suite struct ScoreKernelTests {
  /// Twelve months of 16 units: (n, d) as summed since January, ascending by month.
  private typealias Sums = [[(n: Int64, d: Int64)]]

  /// Runs one criterion through the kernel and compares every month of every unit.
  private func compare(_ sums: Sums, _ criterion: RatioPlan.Criterion, fused: Bool) throws {
    let coefficients = try #require(ScoreCoefficients(criterion, fused: fused))
    let memory = ColumnMemory(byteCount: 12 * 64)
    let words = memory.view(UInt32.self, at: 0, count: 192)
    for month in 0..<12 {
      for lane in 0..<16 {
        let (now, before) = (sums[month][lane], month == 0 ? (n: 0, d: 0) : sums[month - 1][lane])
        words[month * 16 + lane] = UInt32(now.d - before.d) | UInt32(now.n - before.n) << 16
      }
    }
    let scratch = ScoreKernel.Scratch()
    let totals = scratch.sums
    ScoreKernel.totals(memory.view(ScoreKernel.Words.self, at: 0, count: 12), [coefficients], fused: fused, into: totals)
    // The views above hold no reference to their memory.
    defer { withExtendedLifetime((memory, scratch)) {} }
    for month in 0..<12 {
      for lane in 0..<16 {
        let (n, d) = sums[month][lane]
        let expected = UInt32(criterion.score(Int128(n), Int128(d)))
        if totals[month][lane] != expected {
          Issue.record("\(criterion) n=\(n) d=\(d) fused=\(fused): \(totals[month][lane]), not \(expected)")
        }
      }
    }
  }

  // The pairs nearest to a half: n is the least with X ≥ q + ½, or one less, for chosen scores q.
  @Test(arguments: [false, true])
  func theHalfBetweenTwoScoresGoesUp(fused: Bool) throws {
    var random = SplitMix64(seed: 41)
    for round in 0..<600 {
      let criterion = RatioPlan.Criterion(points: Int64(random.int(1...16)), target: Int64(random.int(1...128)))
      let most = try #require(ScoreCoefficients(criterion, fused: fused)).most
      let a = criterion.points * 1_000_000
      let scores = (0..<16).map { _ in Int64(random.int(0...Int(criterion.points * 10_000))) }
      var sums: Sums = []
      let top = min(most, most * a / max(1, criterion.points * 10_000 * criterion.target))
      let ds = (0..<12).map { _ in Int64(random.int(1...max(1, Int(top)))) }.sorted()
      for month in 0..<12 {
        sums.append(
          scores.enumerated().map { lane, q in
            let d = round % 3 == 0 ? max(1, top - 11 + Int64(month)) : ds[month]
            let half = (2 * q + 1) * d * criterion.target
            let n = (half + 2 * a - 1) / (2 * a) - Int64((lane + round) & 1)
            let before = month == 0 ? 0 : sums[month - 1][lane].n
            return (n: min(most, max(before, n)), d: d)
          })
      }
      try compare(sums, criterion, fused: fused)
    }
  }

  // Every n ≤ d + 3 for every d of a range, at points and targets of the workload and at both ends of what is allowed.
  @Test(arguments: [false, true], [(1, 50), (5, 100), (3, 73), (5, 99), (16, 128), (16, 1), (1, 1)])
  func everySmallPairIsExact(fused: Bool, sizes: (points: Int64, target: Int64)) throws {
    let criterion = RatioPlan.Criterion(points: sizes.points, target: sizes.target)
    for d in stride(from: Int64(1), to: 64, by: 7) {
      for first in stride(from: Int64(0), through: d + 3, by: 16) {
        try compare((0..<12).map { month in (0..<16).map { (n: first + $0, d: d + Int64(month)) } }, criterion, fused: fused)
      }
    }
  }

  @Test(arguments: [false, true])
  func theGreatestSumsAndNothingAreExact(fused: Bool) throws {
    for (points, target) in [(Int64(1), Int64(1)), (5, 100), (16, 128), (16, 1), (1, 128)] {
      let criterion = RatioPlan.Criterion(points: points, target: target)
      let most = try #require(ScoreCoefficients(criterion, fused: fused)).most
      // Nothing at all, then d alone, then far more cases than a whole, then everything.
      let months: [(Int64, Int64)] = [
        (0, 0), (0, 0), (0, 1), (1, 1), (min(most - 1, 30_000), 1), (most - 1, 1), (most - 1, 2), (most - 1, most / 2),
        (most - 1, most - 1), (most - 1, most), (most, most), (most, most),
      ]
      try compare(months.map { pair in Array(repeating: (n: pair.0, d: pair.1), count: 16) }, criterion, fused: fused)
    }
  }

  @Test func whatIsNotProvenHasNoCoefficients() {
    for (points, target) in [(Int64(17), Int64(50)), (5, 129), (200_000, 50), (1, 1_000_000)] {
      #expect(ScoreCoefficients(.init(points: points, target: target), fused: true) == nil)
      #expect(ScoreCoefficients(.init(points: points, target: target), fused: false) == nil)
    }
  }
}
