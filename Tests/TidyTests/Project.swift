import Foundation
import Testing

/// The files of the project, as they lie on the disk.
enum Project {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  struct File: Sendable, CustomTestStringConvertible {
    /// From the project's folder on, with slashes.
    let path: String
    let text: String
    var testDescription: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The folder under `Sources` or `Tests`.
    var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  }

  /// Everything that belongs to the project: no build products, no history, nothing hidden but the places that are ours.
  static let paths: [String] = {
    var found: [String] = []
    guard let walker = FileManager.default.enumerator(atPath: root.path) else { return [] }
    for case let path as String in walker {
      let name = (path as NSString).lastPathComponent
      if name == ".build" || name == ".git" || name == ".swiftpm" || name == "__pycache__" {
        walker.skipDescendants()
        continue
      }
      found.append(path)
    }
    return found.sorted()
  }()

  /// Text files; others are passed over.
  static let texts: [File] = paths.compactMap { path in
    var isFolder: ObjCBool = false
    let full = root.path + "/" + path
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue,
      let data = FileManager.default.contents(atPath: full), !data.contains(0),
      let text = String(data: data, encoding: .utf8)
    else { return nil }
    return File(path: path, text: text)
  }

  static func swift(under folder: String) -> [File] {
    texts.filter { $0.path.hasPrefix(folder + "/") && $0.path.hasSuffix(".swift") }
  }
}

extension Project.File {
  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      var words = line.split(separator: " ")[...]
      while let word = words.first, word.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(word) {
        words.removeFirst()
      }
      guard words.first == "import", words.count >= 2 else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "typealias", "var", "let"]
      let name = kinds.contains(words.dropFirst().first!) ? words.dropFirst(2).first : words.dropFirst().first
      return name.map { String($0.prefix { $0 != "." }) }
    }
  }

  /// The text without comments and without what stands in string literals of one line.
  var code: String {
    lines.map { line -> String in
      var kept = ""
      var inString = false
      var before: Character = " "
      for character in line {
        if character == "\"", before != "\\" { inString.toggle() }
        if !inString, character == "/", before == "/" {
          kept.removeLast()
          break
        }
        if !inString { kept.append(character) }
        before = before == "\\" && character == "\\" ? " " : character
      }
      return kept
    }.joined(separator: "\n")
  }

  /// Lines of the code, counted from 1, that hold one of the words.
  func linesOfCode(with pattern: some RegexComponent) -> [Int] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { $1.contains(pattern) }.map { $0.offset + 1 }
  }
}
