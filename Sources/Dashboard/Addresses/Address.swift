/// Where a page stands: `/bang-xep-hang/huyen/2023-11`. An address that was sent to somebody keeps its meaning.
///
/// ```swift
/// Address.board(block: "huyen", period: november).text   // "/bang-xep-hang/huyen/2023-11"
/// ```
package struct Address: Sendable, Hashable {
  /// What the page shows; texts are as they came, whether there is such a unit or period is for the page to say.
  package enum Subject: Sendable, Hashable {
    /// The chairman's page; `nil`: of the latest closed period.
    case summary(period: String?)
    /// `nil`: all blocks.
    case board(block: String?, period: String?)
    case chart(Chart, block: String?, period: String?)
    /// The stream of changes of an open board.
    case live(block: String?, period: String)
    case unit(String, period: String?)
    case objectives(year: String?)
    case filing(period: String?)
    case search
    /// To file; `nil`: to be chosen first.
    case form(unit: String?, period: String?)
    case receipt(position: String)
    case signIn
    /// Who is signed in.
    case account
    case signOut
  }
  package enum Format: String, Sendable, CaseIterable { case html, json, csv, xlsx }

  package var subject: Subject
  package var format = Format.html
  /// Names and values, in the order in which they are written.
  package var query: [(name: String, value: String)] = []

  package init(_ subject: Subject, _ format: Format = .html, query: [(name: String, value: String)] = []) {
    self.subject = subject
    self.format = format
    self.query = query
  }

  package static func == (a: Address, b: Address) -> Bool { a.text == b.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }

  static let allBlocks = "tat-ca"

  /// A stream of changes, which nobody looks at as a page.
  var isStream: Bool { if case .live = subject { true } else { false } }

  /// The parts of the path; the last one has no ending.
  private var segments: [String] {
    switch subject {
    case .summary(nil): []
    case .summary(let period?): ["tom-tat", period]
    case .board(let block, let period): ["bang-xep-hang", block ?? Self.allBlocks] + (period.map { [$0] } ?? [])
    case .chart(let chart, let block, let period): [chart.rawValue, block ?? Self.allBlocks] + (period.map { [$0] } ?? [])
    case .live(let block, let period): ["song", block ?? Self.allBlocks, period]
    case .unit(let unit, let period): ["don-vi", unit] + (period.map { [$0] } ?? [])
    case .objectives(let year): ["muc-tieu"] + (year.map { [$0] } ?? [])
    case .filing(let period): ["nop-bao-cao"] + (period.map { [$0] } ?? [])
    case .search: ["tim"]
    case .form(let unit, let period): ["nop"] + [unit, unit == nil ? nil : period].compactMap { $0 }
    case .receipt(let position): ["bien-nhan", position]
    case .signIn: ["dang-nhap"]
    case .account: ["tai-khoan"]
    case .signOut: ["dang-xuat"]
    }
  }

  /// Path and query, percent-encoded.
  package var text: String {
    // A dot inside a part is no format.
    var path = segments.map { segment in
      let text = percentEncoded(segment)
      return text.utf8.contains(UInt8(ascii: ".")) ? text.replacing(".", with: "%2E") : text
    }.joined(separator: "/")
    if format != .html { path += (path.isEmpty ? "index." : ".") + format.rawValue }
    let query = query.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }.joined(separator: "&")
    return "/" + path + (query.isEmpty ? "" : "?" + query)
  }

  /// The same page in another format.
  func with(_ format: Format) -> Address { Address(subject, format, query: query.filter { $0.name != "lang" }) }
  func with(_ name: String, _ value: String) -> Address {
    Address(subject, format, query: query.filter { $0.name != name } + [(name, value)])
  }

  /// The page that a path names.
  ///
  /// - Parameter path: As it stands in the request's first line, without its query.
  /// - Returns: `nil` for a path of no page.
  package init?(path: Substring, query: [(name: String, value: String)] = []) {
    guard path.hasPrefix("/") else { return nil }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1, parts.last == "" { parts.removeLast() }
    var format = Format.html
    if let last = parts.last, let dot = last.lastIndex(of: "."), let named = Format(rawValue: String(last[last.index(after: dot)...])) {
      format = named
      parts[parts.count - 1] = String(last[..<dot])
    }
    if path == "/" || parts == ["index"] { parts = [] }
    var plain: [String] = []
    for part in parts {
      guard let text = percentDecoded(part[...]), !text.isEmpty else { return nil }
      plain.append(text)
    }
    guard let subject = Subject(plain) else { return nil }
    self.init(subject, format, query: query)
  }
}

extension Address.Subject {
  fileprivate init?(_ parts: [String]) {
    let second = parts.count > 1 ? parts[1] : nil
    let third = parts.count > 2 ? parts[2] : nil
    switch (parts.first, parts.count) {
    case (nil, 0): self = .summary(period: nil)
    case ("tom-tat", 1...2): self = .summary(period: second)
    case ("bang-xep-hang", 1...3): self = .board(block: second == Address.allBlocks ? nil : second, period: third)
    case ("ban-do-nhiet", 1...3), ("dien-bien", 1...3), ("phan-bo", 1...3):
      guard let chart = Chart(rawValue: parts[0]) else { return nil }
      self = .chart(chart, block: second == Address.allBlocks ? nil : second, period: third)
    case ("song", 3): self = .live(block: second == Address.allBlocks ? nil : second, period: parts[2])
    case ("don-vi", 2...3): self = .unit(parts[1], period: third)
    case ("muc-tieu", 1...2): self = .objectives(year: second)
    case ("nop-bao-cao", 1...2): self = .filing(period: second)
    case ("tim", 1): self = .search
    case ("nop", 1...3): self = .form(unit: second, period: third)
    case ("bien-nhan", 2): self = .receipt(position: parts[1])
    case ("dang-nhap", 1): self = .signIn
    case ("tai-khoan", 1): self = .account
    case ("dang-xuat", 1): self = .signOut
    default: return nil
    }
  }
}

/// Letters, digits and `-._~` as they are, everything else as bytes.
func percentEncoded(_ text: String) -> String {
  var result: [UInt8] = []
  let hex = Array("0123456789ABCDEF".utf8)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      result.append(byte)
    default: result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// - Returns: `nil` for a broken escape, and for bytes that are no UTF-8.
func percentDecoded(_ text: Substring, plusIsBlank: Bool = false) -> String? {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  func digit(_ byte: UInt8) -> UInt8? { Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) }
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "%"):
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
      bytes.append(high << 4 | low)
    case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
    default: bytes.append(byte)
    }
  }
  return String(validating: bytes, as: UTF8.self)
}

/// Names and values of a query; `nil` where an escape is broken.
func queryItems(_ text: Substring) -> [(name: String, value: String)]? {
  var items: [(name: String, value: String)] = []
  for pair in text.split(separator: "&") {
    let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = percentDecoded(halves[0], plusIsBlank: true),
      let value = percentDecoded(halves.count > 1 ? halves[1] : "", plusIsBlank: true)
    else { return nil }
    items.append((name, value))
  }
  return items
}
