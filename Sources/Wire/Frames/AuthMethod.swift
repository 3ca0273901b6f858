/// How a client signs in: the first byte of an AUTH. Numbers are never reused.
///
/// - Source: `Protocol/Frame.md`, Handshake.
public enum AuthMethod: UInt8, CaseIterable, Hashable, Sendable {
  /// The credential is a token, its 88 characters in ASCII.
  case token = 1
}
