import Campaign

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The units of a journal by number, found by the bytes of their ids.
struct UnitNames: Sendable {
  private(set) var ids: [ReportingUnit.ID] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// One more than the number of a unit, at the place of its hash or behind it; a power of two, at most half full.
  private var table: [UInt32] = Array(repeating: 0, count: 64)

  /// The number of a unit; `nil` for one that was never named.
  func number(_ unit: ReportingUnit.ID) -> Int? {
    var text = unit.text
    return text.withUTF8 { number(UnsafeRawBufferPointer($0)) }
  }

  func number(_ id: UnsafeRawBufferPointer) -> Int? {
    var slot = Self.hash(id) & (table.count - 1)
    while table[slot] != 0 {
      let number = Int(table[slot]) - 1
      if isNamed(number, id) { return number }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  /// The bytes of a unit's id.
  func withBytes<Result>(of number: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[ends[number]..<ends[number + 1]])) }
  }

  /// The number of a unit, which is a new one for a new unit.
  mutating func add(_ unit: ReportingUnit.ID) -> Int {
    if let known = number(unit) { return known }
    bytes += unit.text.utf8
    ends.append(bytes.count)
    ids.append(unit)
    if ids.count * 2 > table.count {
      table = Array(repeating: 0, count: table.count * 2)
      for number in ids.indices { put(number) }
    } else {
      put(ids.count - 1)
    }
    return ids.count - 1
  }

  private mutating func put(_ number: Int) {
    let start = bytes.withUnsafeBytes { Self.hash(UnsafeRawBufferPointer(rebasing: $0[ends[number]..<ends[number + 1]])) }
    var slot = start & (table.count - 1)
    while table[slot] != 0 {
      if table[slot] == UInt32(number + 1) { return }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = UInt32(number + 1)
  }

  private func isNamed(_ number: Int, _ id: UnsafeRawBufferPointer) -> Bool {
    guard ends[number + 1] - ends[number] == id.count else { return false }
    return bytes.withUnsafeBytes { names in
      guard let name = names.baseAddress, let id = id.baseAddress else { return true }
      return memcmp(name + ends[number], id, ends[number + 1] - ends[number]) == 0
    }
  }

  private static func hash(_ id: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}
