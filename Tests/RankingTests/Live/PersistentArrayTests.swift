import TestSupport
import Testing

@testable import Ranking

/// A list whose copies share what they have in common says what an ordinary list says.
@Suite struct PersistentArrayTests {
  @Test(arguments: [0, 1, 31, 32, 33, 1_024, 1_025, 33_000])
  func itHoldsWhatItWasMadeOf(count: Int) {
    let list = PersistentArray(0..<count)
    #expect(list.count == count)
    #expect(Array(list) == Array(0..<count))
    #expect(Array(PersistentArray(repeating: 7, count: count)) == Array(repeating: 7, count: count))
  }

  /// After any changes of any copies, every copy is the ordinary list that was changed beside it.
  @Test(arguments: [1, 32, 33, 1_025, 2_000])
  func noCopySeesWhatAnotherOneChanged(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    var copies = [(PersistentArray(0..<count), Array(0..<count))]
    for step in 0..<2_000 {
      let at = random.int(0...copies.count - 1)
      if random.chance(10), copies.count < 20 { copies.append(copies[at]) }
      let index = random.int(0...count - 1)
      let before = copies[at].0.update(index) { value in
        defer { value = step }
        return value
      }
      #expect(before == copies[at].1[index])
      copies[at].1[index] = step
    }
    for (list, model) in copies { #expect(Array(list) == model) }
  }

  @Test func whatAChangeThrowsComesOutAndTheCopyStaysWhatItWas() {
    struct Refused: Error {}
    var list = PersistentArray([1, 2, 3])
    let kept = list
    #expect(throws: Refused.self) {
      try list.update(1) { value in
        value = 9
        throw Refused()
      }
    }
    #expect(Array(kept) == [1, 2, 3])
  }
}
