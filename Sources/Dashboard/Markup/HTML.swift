/// Markup whose fixed parts stand in the source and whose values are escaped on their way in.
///
/// ```swift
/// let name = "<script>"
/// let cell: HTML = "<td>\(name)</td>"   // <td>&lt;script&gt;</td>
/// ```
///
/// There is no way from a `String` to markup other than through an interpolation, which escapes it, so that no page can
/// forget to. Values stand in texts and in attributes with double quotes; a test looks for any other place.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  /// UTF-8.
  package private(set) var bytes: [UInt8]

  package init() { bytes = [] }
  package init(stringLiteral value: StaticString) { bytes = value.withUTF8Buffer(Array.init) }
  package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  /// Keeps the room that one page needs, so that appending seldom copies.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  package static func += (a: inout HTML, b: HTML) { a.bytes += b.bytes }
  static func + (a: HTML, b: HTML) -> HTML {
    var sum = a
    sum += b
    return sum
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) { bytes.reserveCapacity(literalCapacity + 16 * interpolationCount) }

    package mutating func appendLiteral(_ literal: StaticString) { literal.withUTF8Buffer { bytes += $0 } }

    /// Text, or the value of an attribute in double quotes.
    package mutating func appendInterpolation(_ text: some StringProtocol) {
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        case UInt8(ascii: "\""): bytes += "&quot;".utf8
        case UInt8(ascii: "'"): bytes += "&#39;".utf8
        // Control characters are no characters of HTML.
        case 0..<9, 11, 12, 14..<32, 127: bytes += "\u{FFFD}".utf8
        default: bytes.append(byte)
        }
      }
    }

    package mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }
    package mutating func appendInterpolation(_ html: HTML) { bytes += html.bytes }
    package mutating func appendInterpolation(_ html: HTML?) { if let html { bytes += html.bytes } }
    package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { bytes += part.bytes } }
    /// An address is escaped like any text; it is made of parts that ``Address`` has encoded.
    package mutating func appendInterpolation(_ address: Address) { appendInterpolation(address.text) }
  }
}

extension Sequence {
  /// Each element as markup, one behind the other.
  func html(_ part: (Element) -> HTML) -> HTML {
    var all = HTML()
    for element in self { all += part(element) }
    return all
  }
}
