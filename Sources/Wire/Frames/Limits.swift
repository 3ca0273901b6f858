/// What one side accepts from the other. Every length is held against these before a byte of it is kept.
///
/// ```swift
/// var limits = Limits()
/// limits.requestBodyBytesMax = 16 << 10
/// ```
///
/// - Source: `Protocol/Frame.md`, Limits.
public struct Limits: Hashable, Sendable {
  /// Body of any frame before the connection is open, bytes.
  public var handshakeBodyBytesMax = 4 << 10
  /// Frames a client may send before the connection is open.
  public var handshakeFramesMax = 8
  /// Body of a frame a server receives on an open connection, bytes: a rulebook, or a thousand forms.
  public var requestBodyBytesMax = 1 << 20
  /// Payload of a request that stores something, after inflating, bytes.
  public var requestRawBytesMax = 4 << 20
  /// Payload of a request that only reads, after inflating, bytes.
  public var readingRawBytesMax = 64 << 10
  /// A server takes room out of ``bytesInProgressMax`` for a body beyond this while it arrives, bytes.
  public var smallFrameBytesMax = 64 << 10
  /// Body of a frame a client receives on an open connection, bytes.
  public var responseBodyBytesMax = 1 << 20
  /// A response's payload after inflating, bytes.
  public var responseRawBytesMax = 4 << 20
  /// Requests in flight on one connection.
  public var streamsMax = 32
  /// Requests that read, worked on at one time for one connection; their answers wait in memory for the peer.
  public var readingAtOnceMax = 4
  /// Messages inside messages, the outermost counted as 1.
  public var nestingMax = 8
  /// Elements of one list.
  public var listElementsMax = 4096
  /// Cancels, pings and faulty requests a client may send at once…
  public var nuisanceBurst = 100
  /// … and how many more each second.
  public var nuisancePerSecond = 20

  /// The largest payload of a request, inflated, bytes.
  public func requestRawBytesMax(of method: Method) -> Int { method.changesState ? requestRawBytesMax : readingRawBytesMax }

  /// Connections from one address.
  public var connectionsPerAddressMax = 256
  /// Connections that have been accepted and are not open yet, whole server; further ones wait to be accepted…
  public var greetingsMax = 256
  /// … and after this time one does not count any more.
  public var greetingTime: Duration = .seconds(1)
  /// Payload bytes of all requests being worked on, whole server.
  public var bytesInProgressMax = 256 << 20
  /// Output the peer has not taken yet, bytes; above it reading pauses.
  public var unsentBytesMax = 256 << 10

  /// Time for preface and handshake.
  public var handshakeTime: Duration = .seconds(10)
  /// Time for a started frame to arrive whole, plus a second for each KiB of its body.
  public var frameTime: Duration = .seconds(10)
  /// Silence after which a PING asks whether the peer is alive.
  public var idleTime: Duration = .seconds(300)
  /// Time to answer that PING.
  public var pingAnswerTime: Duration = .seconds(20)
  /// Time without any progress of a blocked output.
  public var outputStallTime: Duration = .seconds(10)
  /// Time a request may wait for its turn before it is refused as `OVERLOADED`.
  public var queueTime: Duration = .seconds(2)
  /// Time accepted requests have to end at shutdown.
  public var drainTime: Duration = .seconds(30)
  /// Least time between two PINGs of a client, announced in WELCOME.
  public var pingInterval: Duration = .seconds(30)

  /// Different rankings that are watched at one time, whole server.
  public var watchedRankingsMax = 256
  /// Least time between two items of a ranking that is watched.
  public var itemInterval: Duration = .milliseconds(200)

  /// Wrong credentials from one address that are answered at once…
  public var signInFailuresBurst = 10
  /// … how many more each minute…
  public var signInFailuresPerMinute = 10
  /// … and how long the answer to a further one is kept back. Right credentials never wait.
  public var signInDelay: Duration = .seconds(2)
  /// Within this time a connection ends whose credential was revoked or has expired.
  public var revocationTime: Duration = .milliseconds(250)

  public init() {}
}
