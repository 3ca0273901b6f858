import Campaign
@testable import Ranking
import TestSupport
import Testing

/// The kernels in single precision against whole numbers, most of all beside their halves and ends.
@Suite struct QuotientKernelTests {
  private typealias Words = ScoreKernel.Words
  private typealias Line = (a: Int64, c: Int64, b: Int64, most: Int64)

  private static func expected(_ n: Int64, _ d: Int64, _ l: Line) -> Int64 {
    let numerator = Int128(l.a) * Int128(n) + Int128(l.c) * Int128(d)
    return max(0, min(l.most, Int64(roundedHalfUp(numerator, Int128(l.b) * Int128(d)))))
  }

  private static func words(_ values: [Int64]) -> Words {
    var words = Words(repeating: 0)
    for (lane, value) in values.enumerated() { words[lane] = UInt32(bitPattern: Int32(value)) }
    return words
  }

  private static func difference(_ parts: [Int64], _ wholes: [Int64], _ line: Line, _ c: QuotientCoefficients) -> String? {
    let (n, d) = (words(parts), words(wholes))
    let mixed = QuotientKernel.mixed(n, over: d, c)
    let ratio = c.isMixed ? mixed : QuotientKernel.ratio(n, over: d, c)
    for lane in 0..<16 where Int64(mixed[lane]) != expected(parts[lane], wholes[lane], line) || mixed[lane] != ratio[lane] {
      return "\(line): \(parts[lane]) ÷ \(wholes[lane]) gives \(mixed[lane]) and \(ratio[lane])"
    }
    return nil
  }

  @Test func everyLineIsTheOneInWholeNumbers() throws {
    var random = SplitMix64(seed: 19)
    var lines = 0
    for _ in 0..<6_000 {
      let line: Line = (
        a: Int64(random.int(-1...6)) * Int64(random.int(1...1 << random.int(0...24))),
        c: random.chance(50) ? 0 : Int64(random.int(-40...40)) * 10_000, b: Int64(random.int(1...40)),
        most: Int64(random.int(0...200_000))
      )
      guard let c = QuotientCoefficients(a: line.a, c: line.c, b: line.b, least: 0, most: line.most) else { continue }
      lines += 1
      for _ in 0..<4 {
        // Wholes that make halves frequent, and the greatest that are proven.
        let wholes = (0..<16).map { _ in
          random.chance(60) ? Int64(random.int(1...Int(min(2_000, c.most)))) : max(1, c.most - Int64(random.int(0...3)))
        }
        let parts = wholes.map { d in
          guard random.chance(60), line.a != 0 else { return Int64(random.int(-3...Int(min(c.most, 3 * d)))) }
          // Next to k + ½.
          let k = Int128(random.int(0...Int(line.most)))
          let half = (2 * k + 1) * Int128(line.b) * Int128(d) / 2 - Int128(line.c) * Int128(d)
          let n = half / Int128(line.a) + Int128(random.int(-1...1))
          return Int64(max(-Int128(c.most), min(Int128(c.most), n)))
        }
        if let difference = Self.difference(parts.map { max(-c.most, $0) }, wholes, line, c) {
          Issue.record("\(difference)")
          return
        }
      }
    }
    #expect(lines > 3_000)
  }

  @Test func everySmallQuotientOfEachFunctionIsExact() throws {
    let lines: [Line] = [
      (100_000, 0, 1, 100_000), (10_000_000, -9_000_000, 9, 100_000), (-2_000_000, 100_000, 1, 100_000), (30_000, 0, 7, 30_000),
      (-10_000, 30_000, 1, 30_000), (1, 0, 2, 50), (5, 0, 8, 1000), (0, 0, 1, 0),
    ]
    for line in lines {
      let c = try #require(QuotientCoefficients(a: line.a, c: line.c, b: line.b, least: 0, most: line.most))
      #expect(c.most >= 420)
      for d in Int64(1)...400 {
        for first in stride(from: Int64(0), to: d + 16, by: 16) {
          if let difference = Self.difference((0..<16).map { first + $0 }, Array(repeating: d, count: 16), line, c) {
            Issue.record("\(difference)")
            return
          }
        }
      }
    }
  }

  @Test func aStepIsReachedExactlyAtItsThreshold() {
    for (a, b, down) in [(Int64(10), Int64(9), false), (100, 0, true), (3, 1, true), (1 << 22, 1 << 22, false)] {
      let step = QuotientStep(a: a, b: b, points: 5, down: down)
      #expect(step.most >= 2)
      let parts: [Int64] = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0]
      let wholes: [Int64] = [1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 1, 1, 1, 2]
      let found = withUnsafePointer(to: step) { QuotientKernel.points(Self.words(parts), over: Self.words(wholes), $0, 1) }
      for lane in 0..<16 {
        let (left, right) = (a * parts[lane], b * wholes[lane])
        #expect((found[lane] == 5) == (down ? left <= right : left >= right), "\(a) \(b) \(parts[lane]) \(wholes[lane])")
      }
    }
    #expect(QuotientStep(a: 1 << 24, b: 1, points: 5, down: false).most == 0)
  }

  @Test func whatIsNotProvenIsRefused() {
    #expect(QuotientCoefficients(a: 1, c: 0, b: 1, least: 1, most: 5) == nil)
    #expect(QuotientCoefficients(a: 1, c: 0, b: 1, least: 0, most: 1 << 18 + 1) == nil)
    #expect(QuotientCoefficients(a: 1, c: 0, b: 1 << 40, least: 0, most: 100_000) == nil)
    #expect(QuotientCoefficients(a: 1 << 25, c: 1, b: 1, least: 0, most: 1) == nil)
  }
}
