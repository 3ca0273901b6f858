import TestSupport
import Testing

@testable import Ranking

/// Places by counting and by radix, against the definition.
@Suite struct PlaceKernelTests {
  private func places(_ totals: [Int32]) -> [Int32] {
    var (totals, places) = (totals, Array(repeating: Int32(-1), count: totals.count))
    let scratch = PlaceKernel.Scratch(largest: totals.count + 3)
    totals.withUnsafeMutableBufferPointer { totals in
      places.withUnsafeMutableBufferPointer { places in PlaceKernel.place(totals, into: places, scratch) }
    }
    return places
  }

  /// 1 + how many are greater, by binary search in the sorted totals.
  private func defined(_ totals: [Int32]) -> [Int32] {
    let sorted = totals.sorted(by: >)
    return totals.map { total in
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] > total { low = middle + 1 } else { high = middle }
      }
      return Int32(low + 1)
    }
  }

  @Test(arguments: [0, 1, 2, 15, 16, 17, 63, 64, 65, 129, 511, 512, 513, 3_000])
  func placesAreThoseOfTheDefinition(count: Int) {
    var random = SplitMix64(seed: UInt64(count) + 5)
    for greatest in [0, 3, 2_000_000, Int(Int32.max)] {
      let totals = (0..<count).map { _ in Int32(random.int(0...greatest)) }
      #expect(places(totals) == defined(totals), "up to \(greatest)")
    }
    #expect(places((0..<count).map { Int32($0) }) == (0..<count).map { Int32(count - $0) })
    #expect(places((0..<count).map { Int32.max - Int32($0) }) == (0..<count).map { Int32($0 + 1) })
  }

  @Test func aHundredThousandEqualTotalsShareTheFirstPlace() {
    #expect(places(Array(repeating: 123_456, count: 100_000)).allSatisfy { $0 == 1 })
  }
}
