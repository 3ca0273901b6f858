import Yams

extension Rulebook {
  /// The largest rulebook file, bytes.
  public static let largestFile = 4 * 1024 * 1024

  /// The most values and keys that a rulebook file may have, as its commas, colons, brackets and dashes count them: 12,500
  /// units with all their keys need 200,000, 44,000 with an id, a name, a level and a parent 400,000.
  public static let mostValues = 500_000

  /// Reads a rulebook.
  ///
  /// - Parameter yaml: The bytes of the file, UTF-8, at most ``largestFile``.
  /// - Throws: ``Problem``: first size and encoding, then what would exhaust a reader (`R-301`, `R-310`), then YAML syntax, then the first key in the order of
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
    try refuseCostlyYAML(text)
    let root: Node?
    do {
      // Without its patterns, which it tries on every key: what a scalar means is this reader's to say.
      root = try Yams.compose(yaml: text, .basic)
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let at = "line \(context.mark.line), column \(context.mark.column)"
      let names = keys.sorted().joined(separator: ", ")
      throw Problem(.duplicateID, at: at, vi: "khóa xuất hiện hai lần: \(names).", en: "keys that stand twice: \(names).")
    } catch {
      throw Problem(.rulebookSyntax, at: place(of: error), vi: "không đọc được YAML. Sửa cú pháp ở chỗ này.", en: "this is not YAML. Correct the syntax here.")
    }
    guard let root else {
      throw Problem(.rulebookSyntax, vi: "tệp rỗng.", en: "the file is empty.")
    }
    self = try RulebookReader(root: YAMLNode(node: root, path: "")).read()
  }
}

private func place(of error: any Error) -> String {
  switch error as? YamlError {
  case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
    "line \(mark.line), column \(mark.column)"
  default: ""
  }
}
