/// A JSON value whose keys stay in order and whose numbers stay as written.
package enum JSON: Sendable {
  case string(String)
  /// A plain decimal.
  case number(String)
  case bool(Bool)
  case null
  case list([JSON])
  case object([(String, JSON)])

  package static func whole(_ number: (some BinaryInteger)?) -> JSON { number.map { .number(String($0)) } ?? .null }
  package static func decimal(_ text: String?) -> JSON { text.map { .number($0) } ?? .null }
  package static func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// Indented by two blanks, with a line feed at its end.
  package var text: String { write("") + "\n" }

  private func write(_ indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let text): return text
    case .bool(let value): return value ? "true" : "false"
    case .null: return "null"
    case .list(let values):
      if values.isEmpty { return "[]" }
      return "[\n" + values.map { inner + $0.write(inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      return "{\n" + members.map { inner + Self.quoted($0) + ": " + $1.write(inner) }.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
