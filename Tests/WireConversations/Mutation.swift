import NIOCore
import Wire

/// Changes to a conversation that keep it nearly valid: each breaks one thing that a peer could break.
package enum Mutation: CaseIterable, Sendable {
  case flip, edge, cut, splice, again, swap, drop, length, header, insert, extend, flood

  /// Makes one to three changes; half the results are signed anew, so that the checks behind the checksum are reached.
  ///
  /// - Parameter other: Where a splice takes its pieces from.
  package static func mutate(
    _ conversation: inout Conversation, with other: Conversation, using random: inout SeededRandom
  ) {
    for _ in 0..<(1 + random.below(3)) { allCases[random.below(allCases.count)].apply(&conversation.pieces, other.pieces, &random) }
    switch random.below(4) {
    case 0: for index in conversation.pieces.indices { sign(&conversation.pieces[index], rightLength: false) }
    case 1: for index in conversation.pieces.indices { sign(&conversation.pieces[index], rightLength: true) }
    default: break
    }
  }

  private func apply(_ pieces: inout [[UInt8]], _ others: [[UInt8]], _ random: inout SeededRandom) {
    guard !pieces.isEmpty, !others.isEmpty else { return }
    let place = random.below(pieces.count)
    let count = pieces[place].count
    switch self {
    case .flip: if count > 0 { pieces[place][random.below(count)] ^= 1 << UInt8(random.below(8)) }
    case .edge: if count > 0 { pieces[place][random.below(count)] = [0, 1, 0x7F, 0x80, 0xFF][random.below(5)] }
    case .cut:
      pieces[place].removeLast(random.below(count + 1))
      if random.below(2) == 0 { pieces.removeLast(pieces.count - place - 1) }
    case .splice:
      let other = others[random.below(others.count)]
      let (here, there) = (random.below(count + 1), random.below(other.count + 1))
      pieces[place] = random.below(2) == 0 ? other : Array(pieces[place][..<here] + other[there...])
    case .again: pieces.insert(contentsOf: repeatElement(pieces[place], count: [1, 1, 1, 1, 2, 2, 3, 12][random.below(8)]), at: random.below(pieces.count + 1))
    case .swap: pieces.swapAt(place, random.below(pieces.count))
    case .drop: pieces.remove(at: place)
    case .length:
      guard count >= 4 else { return }
      let announced = pieces[place].prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
      let edges = [announced &- 1, announced &+ 1, 0, 4096, 4097, 1 << 20, 1 << 20 | 1, 1 << 31, .max]
      Mutation.write(edges[random.below(edges.count)], to: &pieces[place], at: 0)
    case .header: if count > 0 { pieces[place][random.below(min(count, FrameHeader.byteCount))] = UInt8(random.below(256)) }
    case .insert:
      pieces[place].insert(contentsOf: repeatElement(UInt8(random.below(256)), count: 1 + random.below(5)), at: random.below(count + 1))
    case .extend:
      // An extension block in front of the body, its length right or wrong.
      guard count >= Conversation.overhead else { return }
      pieces[place][5] |= FrameFlags.ext.rawValue
      pieces[place].insert(contentsOf: [0, UInt8(random.below(8)), 1, 2, 3, 4], at: FrameHeader.byteCount)
    case .flood:
      // Seldom, since it is long: more of what is allowed than is forgiven.
      guard random.below(10) == 0 else { return }
      pieces.insert(contentsOf: repeatElement(Mutation.ping, count: 120), at: random.below(pieces.count + 1))
    }
  }

  private static let ping = Array(Frame(.ping, body: ByteBuffer(integer: UInt64(5))).bytes.readableBytesView)

  /// Puts a right checksum, and on demand a right length, on what may be a frame.
  package static func sign(_ frame: inout [UInt8], rightLength: Bool) {
    guard frame.count >= Conversation.overhead, !frame.starts(with: Preface.magic) else { return }
    let end = frame.count - FrameHeader.checksumByteCount
    if rightLength { write(UInt32(end - FrameHeader.byteCount), to: &frame, at: 0) }
    var crc = CRC32C()
    frame.withUnsafeBytes { crc.update(UnsafeRawBufferPointer(rebasing: $0[..<end])) }
    write(crc.value, to: &frame, at: end)
  }

  private static func write(_ value: UInt32, to bytes: inout [UInt8], at offset: Int) {
    for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32(index))) }
  }
}

extension SeededRandom {
  /// A number below `bound`; its bias is of no consequence for choosing places.
  package mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % bound }
}
