import Campaign
@testable import Ranking
import TestSupport
import Testing

/// The kernels in double precision against whole numbers, most of all beside their halves and ends.
@Suite struct LineKernelTests {
  private typealias Words = ScoreKernel.Words

  /// ⌊(a·n + c·d) ÷ (b·d) + ½⌋ between two ends.
  private static func expected(_ n: Int64, _ d: Int64, _ l: (a: Int64, c: Int64, b: Int64, least: Int64, most: Int64)) -> Int64 {
    let numerator = Int128(l.a) * Int128(n) + Int128(l.c) * Int128(d)
    return max(l.least, min(l.most, Int64(roundedHalfUp(numerator, Int128(l.b) * Int128(d)))))
  }

  private static func words(_ values: [Int64]) -> Words {
    var words = Words(repeating: 0)
    for (lane, value) in values.enumerated() { words[lane] = UInt32(bitPattern: Int32(value)) }
    return words
  }

  @Test func everyLineIsTheOneInWholeNumbers() throws {
    var random = SplitMix64(seed: 18)
    var decided = 0
    for _ in 0..<4_000 {
      let magnitude = Int64(1) << Int64(random.int(0...50))
      let line = (
        a: Int64(random.int(-1...6)) * Int64(random.int(1...Int(magnitude))), c: random.chance(50) ? 0 : Int64(random.int(-1_000_000...1_000_000)) * 7,
        b: Int64(random.int(1...9)) * Int64(random.chance(20) ? random.int(1...1_000_000_000) : 1), least: Int64(random.chance(80) ? 0 : 3),
        most: Int64(random.int(3...200_000))
      )
      guard let c = LineCoefficients(a: line.a, c: line.c, b: line.b, least: line.least, most: line.most) else { continue }
      for _ in 0..<4 {
        // Wholes that make halves frequent, and the greatest that are proven.
        let wholes = (0..<16).map { _ in
          random.chance(60) ? Int64(random.int(1...2_000)) : c.most - Int64(random.int(0...3))
        }
        let parts = wholes.map { d in
          if random.chance(40), line.a != 0 {
            // Next to k + ½.
            let k = Int128(random.int(0...Int(line.most)))
            let n = ((2 * k + 1) * Int128(line.b) * Int128(d) / 2 - Int128(line.c) * Int128(d)) / Int128(line.a) + Int128(random.int(-1...1))
            return Int64(max(-Int128(c.most), min(Int128(c.most), n)))
          }
          return Int64(random.int(0...Int(min(c.most, 3 * d))))
        }
        let (n, d) = (Self.words(parts), Self.words(wholes))
        let (estimate, near) = LineKernel.estimate(n, over: d, c)
        let points = LineKernel.points(n, over: d, c)
        for lane in 0..<16 {
          let expected = Self.expected(parts[lane], wholes[lane], line)
          if c.leavesUndecided {
            if near[lane] == 0 { #expect(Int64(estimate[lane]) == expected, "\(line) \(parts[lane]) ÷ \(wholes[lane])") }
          } else {
            #expect(Int64(points[lane]) == expected, "\(line) \(parts[lane]) ÷ \(wholes[lane])")
            decided += 1
          }
        }
      }
    }
    #expect(decided > 10_000)
  }

  @Test func everySmallQuotientOfEachFunctionIsExact() throws {
    let lines: [(a: Int64, c: Int64, b: Int64, least: Int64, most: Int64)] = [
      (100_000, 0, 1, 0, 100_000), (10_000_000, -9_000_000, 9, 0, 100_000), (-2_000_000, 100_000, 1, 0, 100_000), (30_000, 0, 7, 0, 30_000),
      (-10_000, 30_000, 1, 20_000, 30_000), (1, 0, 2, 0, 50), (5, 0, 8, 0, 1000),
    ]
    for line in lines {
      let c = try #require(LineCoefficients(a: line.a, c: line.c, b: line.b, least: line.least, most: line.most))
      #expect(!c.leavesUndecided)
      for d in Int64(1)...400 {
        for first in stride(from: Int64(0), to: d + 16, by: 16) {
          let parts = (0..<16).map { first + $0 }
          let found = LineKernel.points(Self.words(parts), over: Self.words(Array(repeating: d, count: 16)), c)
          for lane in 0..<16 where Int64(found[lane]) != Self.expected(parts[lane], d, line) {
            Issue.record("\(line): \(parts[lane]) ÷ \(d) gives \(found[lane])")
            return
          }
        }
      }
    }
  }

  @Test func anExactHalfOfALineThatCannotDecideIsLeftOpen() throws {
    // X = 3·n ÷ 2, with factors too long for the proof: every odd n is a tie, and nothing else is near one.
    let long: Int64 = 8_333_333_333
    let c = try #require(LineCoefficients(a: 3 * long, c: 0, b: 2 * long, least: 0, most: 100_000))
    #expect(c.leavesUndecided)
    let parts = (0..<16).map { Int64($0) }
    let (points, near) = LineKernel.estimate(Self.words(parts), over: Self.words(Array(repeating: 1, count: 16)), c)
    for lane in 0..<16 {
      #expect((near[lane] != 0) == (lane % 2 == 1), "\(lane)")
      if lane % 2 == 0 { #expect(points[lane] == UInt32(3 * lane / 2)) }
    }
  }

  @Test func aPlainNumberIsOverOne() throws {
    let line = (a: Int64(-10_000), c: Int64(30_000), b: Int64(1), least: Int64(10_000), most: Int64(30_000))
    let c = try #require(LineCoefficients(a: line.a, c: line.c, b: line.b, least: line.least, most: line.most))
    let numbers: [Int64] = [0, 1, 2, 3, 4, 100, -1, -5, 1 << 30, -(1 << 30), 7, 8, 9, 10, 11, 12]
    let found = LineKernel.points(Self.words(numbers), c)
    for lane in 0..<16 { #expect(Int64(found[lane]) == Self.expected(numbers[lane], 1, line)) }
  }

  @Test func aStepIsReachedExactlyAtItsThreshold() throws {
    // 100·n ≥ 90·d, and the mirrored table down to nothing at all.
    for (a, b, down) in [(Int64(10), Int64(9), false), (100, 0, true), (3, 1, true), (1 << 51, 1 << 51, false)] {
      let step = try #require(StepCoefficients(a: a, b: b, points: 5, down: down))
      #expect(step.most >= 2)
      let parts: [Int64] = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0]
      let wholes: [Int64] = [1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 1, 1, 1, 2]
      let found = withUnsafePointer(to: step) { LineKernel.points(Self.words(parts), over: Self.words(wholes), $0, 1) }
      for lane in 0..<16 {
        let (left, right) = (Int128(a) * Int128(parts[lane]), Int128(b) * Int128(wholes[lane]))
        #expect((found[lane] == 5) == (down ? left <= right : left >= right), "\(a) \(b) \(parts[lane]) \(wholes[lane])")
      }
    }
    #expect(StepCoefficients(a: 1 << 52, b: 1, points: 5, down: false) == nil)
  }

  @Test func whatIsNotProvenIsRefused() {
    #expect(LineCoefficients(a: 1, c: 0, b: 0, least: 0, most: 1) == nil)
    #expect(LineCoefficients(a: 1, c: 0, b: 1, least: 2, most: 1) == nil)
    #expect(LineCoefficients(a: 1, c: 0, b: 1, least: 0, most: 1 << 31) == nil)
    #expect(LineCoefficients(a: 1, c: 1 << 60, b: 1, least: 0, most: 1) == nil)
  }
}
