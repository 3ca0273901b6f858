import Testing

@testable import Journal

@Suite struct UniqueKeyTests {
  static let keys: [[UInt8]] = [
    [], [0], [1], [1, 0], [0, 1], Array(repeating: 0, count: 39), Array(repeating: 0, count: 40), Array(repeating: 0, count: 41),
    Array(repeating: 7, count: 40), Array(repeating: 7, count: 41), Array(repeating: 7, count: 39) + [8], Array(repeating: 7, count: 40) + [8],
    Array(repeating: 9, count: 128),
  ]

  @Test func keysAreEqualWhereTheirBytesAre() {
    for (one, first) in Self.keys.enumerated() {
      for (other, second) in Self.keys.enumerated() {
        #expect((UniqueKey(first) == UniqueKey(second)) == (one == other), "\(first.count) and \(second.count) bytes")
        if one == other { #expect(UniqueKey(first).hashValue == UniqueKey(second).hashValue) }
      }
    }
    #expect(Set(Self.keys.map { UniqueKey($0) }).count == Self.keys.count)
  }

  @Test(arguments: keys) func aKeyGivesItsBytesBack(bytes: [UInt8]) {
    #expect(UniqueKey(bytes).withBytes { Array($0) } == bytes)
    #expect(UniqueKey(bytes).count == bytes.count)
  }
}
