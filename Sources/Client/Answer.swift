/// The server's answer to a call that went well.
public struct Answer: Hashable, Sendable {
  /// The bytes of the method's own message.
  public var payload: [UInt8]
  /// Whether the server had answered this very request before and repeats its answer.
  public var replayed: Bool

  public init(payload: [UInt8], replayed: Bool) {
    self.payload = payload
    self.replayed = replayed
  }
}
