import Yams

extension Rulebook {
  /// The largest rulebook file, bytes.
  public static let largestFile = 4 * 1024 * 1024

  /// Reads a rulebook.
  ///
  /// - Parameter yaml: The bytes of the file, UTF-8, at most ``largestFile``.
  /// - Throws: ``Problem``: first size and encoding, then YAML syntax, then the first key in the order of
  ///   `Protocol/Rulebook.md` that is unknown, missing, of the wrong form, or contradicts another.
  /// - Complexity: O(bytes).
  public init(yaml: [UInt8]) throws {
    guard yaml.count <= Self.largestFile else {
      throw Problem(
        .rulebookTooLarge, vi: "tệp lớn hơn \(Self.largestFile) byte. Hãy tách bớt danh sách.",
        en: "the file is larger than \(Self.largestFile) bytes. Split its lists.")
    }
    guard let text = String(validating: yaml, as: UTF8.self) else {
      throw Problem(.notUTF8, vi: "tệp không phải UTF-8. Lưu lại với mã UTF-8.", en: "the file is not UTF-8. Save it as UTF-8.")
    }
    try refuseDeepNesting(text)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Problem(.rulebookSyntax, at: place(of: error), vi: "không đọc được YAML. Sửa cú pháp ở chỗ này.", en: "this is not YAML. Correct the syntax here.")
    }
    guard let root else {
      throw Problem(.rulebookSyntax, vi: "tệp rỗng.", en: "the file is empty.")
    }
    self = try RulebookReader(root: YAMLNode(node: root, path: "")).read()
  }
}

/// libyaml's events become nodes by recursion, so depth is bounded before a parser sees the text; anchors and aliases,
/// which can multiply a small file, have no use in a rulebook.
private func refuseDeepNesting(_ text: String) throws {
  var flow = 0
  var line = 1
  var leading = 0
  var atStart = true
  var quote: UInt8?
  var previous = UInt8(ascii: "\n")
  func refuse(_ vi: String, _ en: String) -> Problem { Problem(.rulebookSyntax, at: "line \(line)", vi: vi, en: en) }
  for byte in text.utf8 {
    defer { previous = byte }
    if byte == UInt8(ascii: "\n") {
      if quote == byte { quote = nil }  // a comment ends with its line
      line += 1
      leading = 0
      atStart = true
      continue
    }
    if atStart {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") {
        leading += 1
        guard leading <= 120 else { throw refuse("lồng quá sâu (hơn 120 cột).", "nested too deeply (over 120 columns).") }
        continue
      }
      atStart = false
    }
    if let open = quote {
      if byte == open { quote = nil }
      continue
    }
    let opensScalar = [UInt8(ascii: " "), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "-")].contains(previous)
    switch byte {
    case UInt8(ascii: "#") where opensScalar: quote = UInt8(ascii: "\n")
    case UInt8(ascii: "\""), UInt8(ascii: "'"): if opensScalar { quote = byte }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      flow += 1
      guard flow <= 40 else { throw refuse("lồng quá sâu (hơn 40 ngoặc).", "nested too deeply (over 40 brackets).") }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): flow = max(0, flow - 1)
    case UInt8(ascii: "&") where opensScalar, UInt8(ascii: "*") where opensScalar:
      throw refuse("không dùng neo (& và *) trong bộ quy tắc.", "anchors and aliases (& and *) are not used in a rulebook.")
    default: break
    }
  }
}

private func place(of error: any Error) -> String {
  switch error as? YamlError {
  case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
    "line \(mark.line), column \(mark.column)"
  default: ""
  }
}
