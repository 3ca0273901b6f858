import HTTPTypes

/// The fields and files of a form that a browser has sent.
struct PostedForm: Sendable {
  struct File: Sendable {
    let field: String
    /// As the browser names it; for people only.
    let name: String
    let bytes: [UInt8]
  }
  private(set) var fields: [(name: String, value: String)] = []
  private(set) var files: [File] = []

  /// More fields and files than any of our forms has.
  static let partsMost = 4_000

  /// The last value of a name.
  subscript(name: String) -> String? { fields.last { $0.name == name }?.value }

  /// Reads `application/x-www-form-urlencoded` or `multipart/form-data`.
  ///
  /// - Returns: `nil` for another type and for what breaks its rules.
  init?(_ bytes: [UInt8], type: String) {
    let kind = type.split(separator: ";").first.map { $0.lowercased() } ?? ""
    switch kind {
    case "application/x-www-form-urlencoded":
      guard let text = String(validating: bytes, as: UTF8.self), let items = queryItems(text[...]), items.count <= Self.partsMost else { return nil }
      fields = items
    case "multipart/form-data":
      guard let boundary = Self.boundary(type) else { return nil }
      guard read(bytes[...], boundary: Array(("--" + boundary).utf8)) else { return nil }
    default: return nil
    }
  }

  private static func boundary(_ type: String) -> String? {
    for part in type.split(separator: ";").dropFirst() {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, halves[0].filter({ $0 != " " }).lowercased() == "boundary" else { continue }
      var value = halves[1]
      if value.hasPrefix("\""), value.hasSuffix("\""), value.utf8.count > 1 { value = value.dropFirst().dropLast() }
      return (1...70).contains(value.utf8.count) ? String(value) : nil
    }
    return nil
  }

  // MARK: multipart (RFC 7578)

  private mutating func read(_ all: ArraySlice<UInt8>, boundary: [UInt8]) -> Bool {
    guard all.starts(with: boundary) else { return false }
    var rest = all.dropFirst(boundary.count)
    let delimiter = [13, 10] + boundary
    while fields.count + files.count <= Self.partsMost {
      if rest.starts(with: [45, 45]) { return true }
      guard rest.starts(with: [13, 10]) else { return false }
      rest = rest.dropFirst(2)
      guard let headEnd = rest.firstRange(of: [13, 10, 13, 10]), headEnd.lowerBound - rest.startIndex <= 4_096,
        let head = String(validating: rest[..<headEnd.lowerBound], as: UTF8.self),
        let bodyEnd = rest[headEnd.upperBound...].firstRange(of: delimiter)
      else { return false }
      guard add(head, Array(rest[headEnd.upperBound..<bodyEnd.lowerBound])) else { return false }
      rest = rest[bodyEnd.upperBound...]
    }
    return false
  }

  private mutating func add(_ head: String, _ body: [UInt8]) -> Bool {
    for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
      let values = Self.parameters(line.dropFirst("content-disposition:".utf8.count))
      guard let name = values["name"] else { return false }
      if let file = values["filename"] {
        // A file field in which nothing was chosen is sent too.
        if !file.isEmpty || !body.isEmpty { files.append(File(field: name, name: file, bytes: body)) }
        return true
      }
      guard let text = String(validating: body, as: UTF8.self) else { return false }
      fields.append((name, text))
      return true
    }
    return false
  }

  /// `form-data; name="a"; filename="b.csv"`: browsers write quotes inside as `%22`.
  private static func parameters(_ text: Substring) -> [String: String] {
    var found: [String: String] = [:]
    for match in text.matches(of: #/;\s*([a-zA-Z]+)="([^"]*)"/#) where found[String(match.1).lowercased()] == nil {
      found[String(match.1).lowercased()] = String(match.2).replacing("%22", with: "\"")
    }
    return found
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes begin and end for the first time.
  fileprivate func firstRange(of wanted: [UInt8]) -> Range<Int>? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    var at = startIndex
    let last = endIndex - wanted.count
    while at <= last {
      guard let next = self[at...last].firstIndex(of: first) else { return nil }
      if self[next..<(next + wanted.count)].elementsEqual(wanted) { return next..<(next + wanted.count) }
      at = next + 1
    }
    return nil
  }
}
