import Campaign

/// Reads XML one event at a time, as much of it as workbooks have; what they never have is refused.
///
/// No document types, no entities but the five of XML and numbers, UTF-8 only. Names are without their prefix.
struct XMLScanner {
  enum Event: Equatable {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  /// The deepest nesting.
  static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0
  private var open: [String] = []
  /// An element without content ends at once.
  private var pendingEnd: String?

  init(_ bytes: [UInt8]) throws(Problem) {
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Self.broken }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// - Throws: ``Campaign/Problem`` `S-233`.
  mutating func next() throws(Problem) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return .text(try text()) }
      if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        let start = position + 9
        try skip(past: "]]>")
        return .text(String(decoding: bytes[start..<(position - 3)], as: UTF8.self))
      } else if starts("<?") {
        try skip(past: "?>")
      } else if starts("<!") {
        throw Self.broken
      } else if starts("</") {
        position += 2
        let name = try self.name()
        blanks()
        try expect(">")
        guard open.popLast() == name else { throw Self.broken }
        return .end(name)
      } else {
        return try start()
      }
    }
    guard open.isEmpty else { throw Self.broken }
    return nil
  }

  private mutating func start() throws(Problem) -> Event {
    position += 1
    let name = try self.name()
    var attributes: [String: String] = [:]
    while true {
      blanks()
      guard position < bytes.count else { throw Self.broken }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        guard open.count < Self.deepest else { throw Self.broken }
        open.append(name)
        return .start(name, attributes)
      }
      if bytes[position] == UInt8(ascii: "/") {
        position += 1
        try expect(">")
        pendingEnd = name
        return .start(name, attributes)
      }
      let key = try self.name(whole: true)
      blanks()
      try expect("=")
      blanks()
      guard starts("\"") || starts("'") else { throw Self.broken }
      let quote = bytes[position]
      position += 1
      guard let end = bytes[position...].firstIndex(of: quote) else { throw Self.broken }
      guard attributes.updateValue(try unescaped(bytes[position..<end]), forKey: key) == nil else { throw Self.broken }
      position = end + 1
    }
  }

  private mutating func text() throws(Problem) -> String {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { position = end }
    return try unescaped(bytes[position..<end])
  }

  private func unescaped(_ raw: ArraySlice<UInt8>) throws(Problem) -> String {
    guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    var text = ""
    var rest = raw
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += String(decoding: rest[rest.startIndex..<mark], as: UTF8.self)
      guard let end = rest[mark...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { throw Self.broken }
      let name = String(decoding: rest[(mark + 1)..<end], as: UTF8.self)
      let named: [String: Character] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]
      if let character = named[name] {
        text.append(character)
      } else {
        let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        guard name.hasPrefix("#"), let number, let scalar = Unicode.Scalar(number) else { throw Self.broken }
        text.unicodeScalars.append(scalar)
      }
      rest = rest[(end + 1)...]
    }
    return text + String(decoding: rest, as: UTF8.self)
  }

  /// - Parameter whole: With its prefix: `r:id` is another attribute than `id`.
  private mutating func name(whole: Bool = false) throws(Problem) -> String {
    let end = bytes[position...].firstIndex(where: Self.endsName) ?? bytes.count
    let name = bytes[position..<end]
    guard !name.isEmpty, name.count <= 256, !name.contains(UInt8(ascii: "<")) else { throw Self.broken }
    position = end
    if !whole, let colon = name.lastIndex(of: UInt8(ascii: ":")) { return String(decoding: name[(colon + 1)...], as: UTF8.self) }
    return String(decoding: name, as: UTF8.self)
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func skip(past mark: StaticString) throws(Problem) {
    while position < bytes.count {
      if starts(mark) {
        position += mark.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw Self.broken
  }

  private mutating func blanks() {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 || byte == 10 }

  private mutating func expect(_ text: StaticString) throws(Problem) {
    guard starts(text) else { throw Self.broken }
    position += text.utf8CodeUnitCount
  }

  static let broken = Problem(
    .badWorkbook, vi: "bảng tính bị hỏng, hoặc có phần mà chương trình không đọc. Mở và lưu lại dạng .xlsx, hoặc CSV UTF-8.",
    en: "the workbook is damaged, or has a part that this program does not read. Save it again as .xlsx, or as CSV UTF-8.")
}
