import Campaign

/// The public name of a token: 8 random bytes, written as 16 hexadecimal digits.
package struct TokenID: Sendable, Hashable, CustomStringConvertible {
  package static let byteCount = 8
  let number: UInt64

  init(number: UInt64) { self.number = number }

  /// `nil` when they are not 8 bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    number = bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// `nil` when they are not 16 lower-case hexadecimal digits.
  package init?(_ text: some StringProtocol) {
    guard let bytes = hexadecimalBytes(text.utf8) else { return nil }
    self.init(bytes: bytes)
  }

  package var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } }
  package var description: String { hexText(bytes) }
}

/// A token as its holder keeps it: `thidua_`, the id, `_`, and 256 random bits in hexadecimal digits.
///
/// The server never has it longer than it takes to compare it: what is stored is its SHA-256.
package struct TokenText: Sendable {
  package let id: TokenID
  /// The 88 characters. They are for the holder's file and for the sign-in, never for a log.
  package let secret: String

  private static let prefix = "thidua_"
  /// Bytes of every token.
  package static let byteCount = 88

  /// A new token.
  package static func random(using generator: inout some RandomNumberGenerator) -> TokenText {
    let id = TokenID(number: generator.next())
    let bytes = (0..<4).flatMap { _ in TokenID(number: generator.next()).bytes }
    return TokenText(id: id, secret: "\(prefix)\(id)_\(hexText(bytes))")
  }

  /// A new token from the system's generator.
  package static func random() -> TokenText {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  private init(id: TokenID, secret: String) {
    self.id = id
    self.secret = secret
  }

  /// Reads what somebody signs in with; `nil` when it has not the form of a token.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard text.utf8.count == Self.byteCount, parts.count == 3, Substring(parts[0]) + "_" == Self.prefix,
      let id = hexadecimalBytes(parts[1]).flatMap({ TokenID(bytes: $0) }), hexadecimalBytes(parts[2])?.count == 32
    else { return nil }
    self.init(id: id, secret: text)
  }

  /// SHA-256 of the characters, 32 bytes.
  package var digest: [UInt8] { sha256(Array(secret.utf8)) }
}

/// Whether two digests are equal, in a time that does not tell where they differ.
func equalInConstantTime(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  guard one.count == other.count else { return false }
  return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}

private let digits = Array("0123456789abcdef".utf8)

/// `nil` for an odd number of digits, or one that is none.
private func hexadecimalBytes(_ text: some Collection<UInt8>) -> [UInt8]? {
  var bytes: [UInt8] = []
  var high: UInt8?
  for letter in text {
    guard let digit = digits.firstIndex(of: letter).map({ UInt8($0) }) else { return nil }
    if let first = high {
      bytes.append(first << 4 | digit)
      high = nil
    } else {
      high = digit
    }
  }
  return high == nil ? bytes : nil
}
