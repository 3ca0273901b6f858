import Yams

/// Lines and columns of a rulebook file, for what names a place by its path.
public struct RulebookPlaces {
  private let root: Node

  /// - Parameter yaml: The bytes of a file that ``Rulebook/init(yaml:)`` accepts.
  /// - Throws: ``Problem`` `R-301` for what is no YAML.
  public init(yaml: [UInt8]) throws {
    guard let text = String(validating: yaml, as: UTF8.self), let root = try? Yams.compose(yaml: text, .basic) else {
      throw Problem(.rulebookSyntax, vi: "không đọc được YAML.", en: "this is not YAML.")
    }
    self.root = root
  }

  /// Where "rules[4].source" stands, or the nearest place above it that the file has; counted from 1.
  public func position(of path: String) -> (line: Int, column: Int) {
    var node = root
    for step in path.split(separator: ".") {
      let parts = step.split(separator: "[")
      guard let name = parts.first, let found = node.mapping?[String(name)] else { break }
      node = found
      for index in parts.dropFirst() {
        guard let number = digits(index.dropLast()), let list = node.sequence, list.indices.contains(number) else { break }
        node = list[number]
      }
    }
    return (node.mark?.line ?? 1, node.mark?.column ?? 1)
  }
}
