/// What a frame is for.
///
/// Types 13 to 127 are reserved and critical: meeting one is an error of the connection. Types 128 to 255 are
/// reserved and ignorable: they are skipped once their checksum has been found right. 0 is no type.
///
/// - Source: `Protocol/Frame.md`, Types.
public enum FrameType: UInt8, CaseIterable, Hashable, Sendable {
  case hello = 1
  case welcome = 2
  case auth = 3
  case authOK = 4
  case request = 5
  case response = 6
  case item = 7
  case credit = 8
  case cancel = 9
  case ping = 10
  case pong = 11
  case goAway = 12

  /// Whether a receiver that does not know this type byte may step over the frame.
  public static func isIgnorable(_ type: UInt8) -> Bool { type >= 128 }

  /// The flags that mean something on this type. Others are refused like reserved ones.
  public var allowedFlags: FrameFlags {
    switch self {
    case .request: [.compressed, .end, .ext]
    // A stream of items ends with a RESPONSE, as every request does.
    case .item: [.compressed, .ext]
    case .response: [.compressed, .end, .ext, .replayed]
    case .hello, .welcome, .auth, .authOK, .credit, .cancel, .ping, .pong, .goAway: [.ext]
    }
  }

  /// Whether the header's code means something on this type. On the others it is 0.
  public var carriesCode: Bool {
    switch self {
    case .request, .response, .goAway, .cancel: true
    case .hello, .welcome, .auth, .authOK, .item, .credit, .ping, .pong: false
    }
  }

  /// Whether the frame belongs to a stream. The others carry stream 0.
  public var belongsToStream: Bool {
    switch self {
    case .request, .response, .item, .credit, .cancel: true
    case .hello, .welcome, .auth, .authOK, .ping, .pong, .goAway: false
    }
  }
}
