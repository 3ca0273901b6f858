import Campaign
import Ranking
import Service

/// Reads a PlacesRequest that is written as every encoder writes it and answers it while it is read, byte by byte.
///
/// Whatever differs, right or wrong, is `nil` here and is read by ``Payload/decode(_:from:limits:)``.
struct PlacesQuestion {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The bytes of a PlacesResponse, as ``Payload/encode(_:)`` writes them.
  static func answer(_ bytes: UnsafeRawBufferPointer, _ places: PlacesAtHand, _ time: Instant) -> [UInt8]? {
    var question = PlacesQuestion(bytes)
    let label = question.field(1) ?? UnsafeRawBufferPointer(start: nil, count: 0)
    guard let placed = places.period(label) else { return nil }
    var answer: [UInt8] = []
    answer.reserveCapacity(bytes.count + 96)
    answer.head(of: placed, time)
    var count = 0
    while let unit = question.field(2) {
      count += 1
      guard count <= Requests.placesMax else { return nil }
      if let place = placed.place(of: unit) {
        answer.row(place)
      } else {
        // Of other bytes, whether they are a text, and whether it is a unit's written otherwise, is not for here to say.
        guard unit.allSatisfy({ $0 < 0x80 }) else { return nil }
        answer.append(contentsOf: Self.unknown)
      }
    }
    return count > 0 && question.isAtEnd ? answer : nil
  }

  private static let unknown: [UInt8] = [0x32, 2, 0x20, 1]

  private var isAtEnd: Bool { at == bytes.count }

  /// The bytes of a field that stands here, if it has less than 128.
  @inline(__always)
  private mutating func field(_ number: UInt8) -> UnsafeRawBufferPointer? {
    guard bytes.count - at >= 2, bytes[at] == number << 3 | 2, bytes[at + 1] < 0x80 else { return nil }
    let start = at + 2
    let end = start + Int(bytes[at + 1])
    guard end <= bytes.count else { return nil }
    at = end
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }
}

extension [UInt8] {
  fileprivate mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  private mutating func content(_ field: UInt8, _ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    append(field << 3 | 2)
    varint(UInt64(bytes.count))
    append(contentsOf: bytes)
  }

  /// All fields but the places themselves.
  fileprivate mutating func head(of placed: PlacedPeriod, _ time: Instant) {
    append(0x08)
    varint(placed.journalPosition)
    content(2, placed.rulebookDigest)
    content(3, placed.label)
    if placed.isDemonstration { append(contentsOf: [0x20, 1]) }
    if placed.isProvisional(at: time) { append(contentsOf: [0x28, 1]) }
  }

  fileprivate mutating func row(_ answer: PeriodPlaces.Answer) {
    append(0x32)
    switch answer {
    case .place(let place, let tied):
      let start = count
      append(0)
      append(0x08)
      varint(UInt64(UInt32(clamping: place)))
      if tied {
        append(0x10)
        append(1)
      }
      self[start] = UInt8(count - start - 1)
    case .none(let reason):
      let text = reason?.rawValue.utf8
      append(UInt8(text.map { $0.count + 2 } ?? 0))
      if let text { content(3, text) }
    }
  }
}
