package import BenchmarkHarness
package import Campaign
import Crypto
import Ranking

/// Places of random members of a large board while totals change, each change seen by the next lookup.
package struct BoardBenchmark: Sendable {
  package let members: Int
  /// The greatest total. Above three times the members places are found in the tree instead of by counters.
  package let most: Int32

  package init(members: Int, most: Int32 = 1_000_000) {
    self.members = max(1, members)
    self.most = max(0, most)
  }

  package struct Result: Sendable {
    /// Nanoseconds of each batch of lookups with its one change.
    package let batches: Sampling
    package let lookupsOfABatch: Int
    /// Nanoseconds of pages of 20 around a random member, a hundred at a time.
    package let pages: Sampling
    /// Nanoseconds of a thousand changes.
    package let changes: Sampling
    package let bytesOfAMember: Int
    /// SHA-256 of all places by member, 32 bits each, least significant byte first, after all changes.
    package let digest: String
    /// The same from sorting everybody.
    package let expected: String
  }

  /// A number by its index; the same on every machine.
  package static func number(_ index: Int, below bound: Int) -> Int {
    var z = UInt64(index &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) >> 11) % bound
  }

  private func total(_ index: Int) -> Int32 { Int32(Self.number(index, below: Int(most) + 1)) }

  /// - Parameter batches: Samples.
  /// - Parameter lookups: Of a batch; 1,000 stand for 10,000 changes a second at ten million lookups.
  package func run(batches: Int, lookups: Int = 1000) throws(Problem) -> Result {
    var totals = (0..<members).map { total($0) }
    var board = try PlaceBoard(keys: (0..<members).map { Self.number($0, below: 1 << 30) }, totals: totals, most: most)
    // Who is asked is drawn beforehand.
    let asked = (0..<1 << 20).map { Int32(Self.number($0 &+ 7_000_000, below: members)) }
    var (samples, next, sum): ([Int64], Int, Int) = ([], 0, 0)
    for batch in 0..<max(1, batches) {
      let (member, new) = (Self.number(batch &+ 3_000_000, below: members), total(batch &+ 5_000_000))
      totals[member] = new
      let start = ContinuousClock.now
      try board.set(new, of: member)
      for _ in 0..<lookups {
        sum &+= board.place(of: Int(asked[next & 0xF_FFFF])) ?? 0
        next &+= 1
      }
      samples.append((ContinuousClock.now - start).nanoseconds)
    }
    var pages: [Int64] = []
    for sample in 0..<50 {
      let start = ContinuousClock.now
      for index in 0..<100 {
        let page = board.around(Self.number(sample &* 100 &+ index, below: members), before: 10, after: 9)
        sum &+= page.count
      }
      pages.append((ContinuousClock.now - start).nanoseconds)
    }
    var changes: [Int64] = []
    for sample in 0..<20 {
      let moves = (0..<1000).map { index in
        (Self.number(sample &* 1000 &+ index &+ 90, below: members), total(sample &* 1000 &+ index &+ 77))
      }
      for (member, total) in moves { totals[member] = total }
      let start = ContinuousClock.now
      for (member, total) in moves { try board.set(total, of: member) }
      changes.append((ContinuousClock.now - start).nanoseconds)
    }
    // The sum is used, so that no lookup is left out.
    precondition(sum > 0, "Places are counted from 1.")
    var places: [Int32] = []
    for member in 0..<members { places.append(Int32(board.place(of: member) ?? 0)) }
    return Result(
      batches: Sampling(samples: samples), lookupsOfABatch: lookups, pages: Sampling(samples: pages),
      changes: Sampling(samples: changes), bytesOfAMember: board.byteCount / members, digest: Self.digest(places),
      expected: Self.digest(Self.sorted(totals)))
  }

  private static func sorted(_ totals: [Int32]) -> [Int32] {
    let order = totals.indices.sorted { totals[$0] > totals[$1] }
    var places: [Int32] = Array(repeating: 0, count: totals.count)
    var place: Int32 = 0
    for (position, member) in order.enumerated() {
      if position == 0 || totals[order[position - 1]] != totals[member] { place = Int32(position + 1) }
      places[member] = place
    }
    return places
  }

  private static func digest(_ places: [Int32]) -> String {
    var hash = SHA256()
    places.map(\.littleEndian).withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hexText(hash.finalize())
  }
}
