import SwiftProtobuf

/// Walks a payload along the message's own fields and refuses what the protobuf library would let pass.
///
/// The library accepts overlong varints, integers too wide for their field, repeated single fields, and any depth.
/// Two programs reading such bytes may then disagree. This checker is what the generated code takes for a decoder;
/// it stores nothing.
///
/// - Source: `Protocol/Frame.md`, Payload.
struct StrictDecoder {
  /// The payload that is walked, and how far.
  private var reader: VarintReader
  private let depth: Int
  private let limits: Limits
  /// The field being looked at.
  private var fieldNumber = 0
  private var wireType: UInt8 = 0
  /// Whether the generated code has taken the field it was told of; if not, it does not know it.
  private var fieldIsTaken = true
  /// How many elements each field has had, single fields included. A message has few fields, so a list will do.
  private var elements: [(field: Int, count: Int)] = []

  init(_ bytes: ArraySlice<UInt8>, depth: Int = 1, limits: Limits) {
    self.reader = VarintReader(bytes)
    self.depth = depth
    self.limits = limits
  }

  /// What a field holds, as far as its encoding goes.
  enum Kind {
    case uint32, uint64, int32, int64, sint32, sint64, bool, fixed32, fixed64, string, bytes

    var wireType: UInt8 {
      switch self {
      case .uint32, .uint64, .int32, .int64, .sint32, .sint64, .bool: 0
      case .fixed64: 1
      case .string, .bytes: 2
      case .fixed32: 5
      }
    }
  }

  /// Where the checker stands, for people: a number, never content.
  var place: String { "field \(fieldNumber)" }

  mutating func nextFieldNumber() throws -> Int? {
    if !fieldIsTaken { try reader.skip(wireType: wireType) }
    fieldIsTaken = false
    guard !reader.isAtEnd else {
      fieldIsTaken = true
      return nil
    }
    let key = try reader.varint()
    wireType = UInt8(key & 7)
    guard let number = Int(exactly: key >> 3), (1...536_870_911).contains(number) else {
      throw WireProblem.stream(.badWireType, "field number out of range")
    }
    fieldNumber = number
    return number
  }

  mutating func single(_ kind: Kind) throws {
    fieldIsTaken = true
    guard wireType == kind.wireType else { throw WireProblem.stream(.badWireType, place) }
    guard count(1) == 1 else { throw WireProblem.stream(.notCanonical, place) }
    try value(kind)
  }

  mutating func list(_ kind: Kind) throws {
    fieldIsTaken = true
    if wireType == 2, kind.wireType != 2 {
      var packed = StrictDecoder(try reader.lengthDelimited(), depth: depth, limits: limits)
      packed.fieldNumber = fieldNumber
      while !packed.reader.isAtEnd {
        guard count(1) <= limits.listElementsMax else { throw tooLong }
        try packed.value(kind)
      }
      return
    }
    guard wireType == kind.wireType else { throw WireProblem.stream(.badWireType, place) }
    guard count(1) <= limits.listElementsMax else { throw tooLong }
    try value(kind)
  }

  mutating func message<M: Message>(_ type: M.Type, isList: Bool) throws {
    fieldIsTaken = true
    guard wireType == 2 else { throw WireProblem.stream(.badWireType, place) }
    let elements = count(1)
    if isList {
      guard elements <= limits.listElementsMax else { throw tooLong }
    } else {
      guard elements == 1 else { throw WireProblem.stream(.notCanonical, place) }
    }
    let body = try reader.lengthDelimited()
    guard depth < limits.nestingMax else {
      throw WireProblem.stream(.nestingTooDeep, "limit \(limits.nestingMax)")
    }
    var inner = StrictDecoder(body, depth: depth + 1, limits: limits)
    var visited = M()
    try visited.decodeMessage(decoder: &inner)
  }

  private var tooLong: WireProblem {
    .stream(.listTooLong, "\(place), limit \(limits.listElementsMax)")
  }

  /// Adds to the elements the current field has had and answers how many there are now.
  private mutating func count(_ more: Int) -> Int {
    if let index = elements.firstIndex(where: { $0.field == fieldNumber }) {
      elements[index].count += more
      return elements[index].count
    }
    elements.append((fieldNumber, more))
    return more
  }

  private mutating func value(_ kind: Kind) throws {
    switch kind {
    case .fixed32: try reader.skip(bytes: 4)
    case .fixed64: try reader.skip(bytes: 8)
    case .bytes: _ = try reader.lengthDelimited()
    case .string:
      guard String(validating: try reader.lengthDelimited(), as: UTF8.self) != nil else {
        throw WireProblem.stream(.badUTF8, place)
      }
    case .uint64, .int64, .sint64: _ = try reader.varint()
    case .uint32, .sint32: try require(try reader.varint() <= UInt64(UInt32.max))
    case .bool: try require(try reader.varint() <= 1)
    case .int32: try require(Int32(exactly: Int64(bitPattern: try reader.varint())) != nil)
    }
  }

  private func require(_ fits: Bool) throws {
    guard fits else { throw WireProblem.stream(.badVarint, "\(place) out of range") }
  }
}
