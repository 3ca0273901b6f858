public import NIOCore

/// The server's side of one connection, as a value: bytes and decisions in, actions out.
///
/// It knows no socket and no clock, so a test, a simulator and the real server drive the very same code.
///
/// ```swift
/// var connection = ServerConnection()
/// let actions = connection.receive(bytes, atMS: now)    // [.send(preface), .greet(hello)]
/// let more = connection.welcome(welcome, atMS: now)     // [.send(WELCOME)]; the connection is open
/// ```
///
/// After `.close` nothing more comes out, whatever goes in.
///
/// - Source: `Protocol/Frame.md`, Handshake.
public struct ServerConnection: Sendable {
  /// What the caller has to do, in order.
  public enum Action: Hashable, Sendable {
    /// Write these bytes.
    case send(ByteBuffer)
    /// Answer with ``welcome(_:atMS:)`` or ``end(_:)``. No further frame is looked at before.
    case greet(Hello)
    /// Check this credential, then call ``authenticated(_:atMS:)`` or ``end(_:)``. No further
    /// frame is looked at before.
    case authenticate(method: UInt8, credential: ByteBuffer)
    /// Work on the request, then call ``respond(_:)`` exactly once.
    case deliver(Request)
    /// The client no longer waits for this stream. It keeps its place until it has been responded to.
    case cancel(stream: UInt32)
    /// The client takes so many items more on this stream.
    case credit(stream: UInt32, items: UInt32)
    /// No further item is sent on this stream. Stop its work, then call ``respond(_:)``: the client hears the problem.
    case stop(stream: UInt32, because: WireProblem)
    /// Close the socket once everything sent before has been written. `nil`: the peer is done, nothing is wrong.
    case close(WireProblem?)
  }

  /// How far the connection has come.
  public enum Phase: Hashable, Sendable {
    case awaitPreface, awaitHello, greeting, awaitAuth, authenticating, open, closed
  }

  public internal(set) var phase = Phase.awaitPreface
  public let limits: Limits
  var decoder = FrameDecoder()
  var hello = Hello()
  /// The largest body of an answer that both sides take, bytes.
  var answerBytesMax: Int
  /// Settled by HELLO and WELCOME.
  var compression = PayloadCompression.plain
  /// Requests delivered and not yet responded to, in the order of their numbers.
  var inFlight = StreamsInFlight()
  /// Those of them that are answered with items.
  var itemStreams: [UInt32: ItemStream] = [:]
  /// The highest stream number the client has used.
  var lastStream: UInt32 = 0
  var drain = Drain.no
  var peerIsLeaving = false
  private var handshakeFrames = 0
  private var nuisance: NuisanceBucket

  enum Drain: Hashable, Sendable {
    case no
    /// GOAWAY without a last stream is out; the answer to this ping shows that the client has read it.
    case announced(ping: UInt64)
    /// The last stream is decided; later ones are refused.
    case final
  }

  public init(limits: Limits = Limits()) {
    self.limits = limits
    answerBytesMax = limits.responseBodyBytesMax
    self.nuisance = NuisanceBucket(burst: limits.nuisanceBurst, perSecond: limits.nuisancePerSecond)
  }

  /// Requests delivered and not yet responded to.
  public var inFlightCount: Int { inFlight.count }

  /// Bytes of a frame, or preface, that has begun and not ended. Above 0 the time for a frame runs.
  public var unfinishedByteCount: Int { phase == .closed ? 0 : decoder.pendingByteCount }

  /// Frames taken so far. While it stands still, the same unfinished frame is being waited for.
  public var framesTaken: UInt64 { decoder.framesTaken }

  /// The body length the unfinished frame announces, once known.
  public var unfinishedBodyLength: UInt32? { phase == .awaitPreface ? nil : decoder.pendingBodyLength }

  /// Whether the next step is the owner's. Reading should pause: what comes is kept, but not looked at.
  public var awaitsDecision: Bool { phase == .greeting || phase == .authenticating }

  /// Takes bytes as they came from the socket.
  ///
  /// - Parameter now: Milliseconds on any clock that does not run backwards.
  public mutating func receive(_ bytes: ByteBuffer, atMS now: UInt64) -> [Action] {
    guard phase != .closed else { return [] }
    decoder.append(bytes)
    return advance(atMS: now)
  }

  mutating func advance(atMS now: UInt64) -> [Action] {
    var actions: [Action] = []
    do throws(WireProblem) {
      while try step(&actions, atMS: now) {}
    } catch {
      actions += end(error)
    }
    return actions
  }

  /// One preface or frame. Answers whether there may be more to do.
  private mutating func step(_ actions: inout [Action], atMS now: UInt64) throws(WireProblem) -> Bool {
    switch phase {
    case .closed, .greeting, .authenticating:
      return false
    case .awaitPreface:
      guard let preface = try decoder.takePreface() else { return false }
      var answer = ByteBuffer()
      Preface.choosing(preface.chosenVersion).write(to: &answer)
      actions.append(.send(answer))
      guard preface.chosenVersion != nil else {
        // The answer has said it: no frame layout is agreed on in which a GOAWAY could be written.
        phase = .closed
        actions.append(.close(.connection(.versionUnsupported, "offered \(preface.first) to \(preface.second)")))
        return false
      }
      phase = .awaitHello
      return true
    case .awaitHello, .awaitAuth, .open:
      let bodyBytesMax = phase == .open ? limits.requestBodyBytesMax : limits.handshakeBodyBytesMax
      guard let event = try decoder.next(bodyBytesMax: bodyBytesMax) else { return false }
      if phase != .open {
        handshakeFrames += 1
        guard handshakeFrames <= limits.handshakeFramesMax else {
          throw .connection(.calmDown, "\(handshakeFrames) frames before the connection is open")
        }
      }
      switch event {
      case .skipped: try spendNuisance(atMS: now)
      case .frame(let frame): try handle(frame, atMS: now, &actions)
      }
      return true
    }
  }

  mutating func spendNuisance(atMS now: UInt64) throws(WireProblem) {
    guard nuisance.take(atMS: now) else { throw .connection(.calmDown) }
  }
}
