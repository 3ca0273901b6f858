public import NIOCore

/// The client's side of one connection, as a value: bytes and decisions in, actions out.
///
/// ```swift
/// var connection = ClientConnection(hello: hello)
/// var actions = connection.start()                  // preface and HELLO in one write
/// actions = connection.receive(bytes)               // [.opened(welcome)]
/// let (stream, bytes) = try connection.request(.health, payload: [], requestNumber: 0, deadlineMS: 5000)
/// ```
///
/// - Source: `Protocol/Frame.md`, Handshake.
public struct ClientConnection: Sendable {
  /// What the caller has to do or to know, in order.
  public enum Action: Hashable, Sendable {
    /// Write these bytes.
    case send(ByteBuffer)
    /// Requests may be made now.
    case opened(Welcome)
    /// A request has been answered.
    case answered(Response)
    /// The next item of a stream. Grant another one when there is room for it.
    case item(Item)
    /// A request has been answered in a way that cannot be read. Its effect is unknown.
    case unreadable(stream: UInt32, WireProblem)
    /// The server says that it did not, and will not, execute this request.
    case notExecuted(stream: UInt32, Problem)
    /// The server is leaving, or has refused the connection. No new request may be made.
    case goingAway(GoAway)
    /// Close the socket. `nil`: all is done.
    case close(WireProblem?)
  }

  public enum Phase: Hashable, Sendable {
    case awaitPreface, awaitWelcome, awaitAuthOK, open, leaving, closed
  }

  public private(set) var phase = Phase.awaitPreface
  public let limits: Limits
  private let hello: Hello
  /// What to sign in with, where the server asks for it; wiped once it has been sent.
  private var credential: [UInt8]
  /// Whom the server signed in; `nil` where it asked for nobody.
  public private(set) var signedIn: SignedIn?
  private var decoder = FrameDecoder()
  private var welcome = Welcome()
  /// What the server takes at the most; the limits here until it has said so.
  private var streamsMax: Int
  private var requestBytesMax: Int
  private(set) var compression: PayloadCompression
  var inFlight = StreamsInFlight()
  /// What was granted on the streams of items.
  var credits: [UInt32: ItemCredit] = [:]
  private(set) var lastStream: UInt32 = 0
  private var handshakeFrames = 0

  /// - Parameters:
  ///   - hello: The client's HELLO; ``Limits/responseBodyBytesMax`` is filled in as its frame limit, and the dictionaries held here.
  ///   - credential: A token's bytes, sent only to a server that asks for a sign-in; empty for none.
  ///   - compresses: Whether payloads are compressed, in both directions.
  public init(hello: Hello, credential: [UInt8] = [], limits: Limits = Limits(), compresses: Bool = true) {
    var hello = hello
    hello.frameBodyMax = UInt32(clamping: limits.responseBodyBytesMax)
    if compresses {
      hello.dictionaries = PresetDictionary.all.map(\.digest)
    } else {
      hello.features |= PayloadCompression.uncompressedAnswers
    }
    self.compression = PayloadCompression(isOn: compresses)
    self.hello = hello
    self.credential = credential
    self.limits = limits
    streamsMax = limits.streamsMax
    requestBytesMax = limits.requestBodyBytesMax
  }

  /// Least time between two PINGs, as the server has said, milliseconds.
  public var pingIntervalMS: UInt32 { welcome.pingIntervalMs }

  /// Requests not yet answered.
  public var inFlightCount: Int { inFlight.count }

  /// Bytes of a frame, or preface, that has begun and not ended.
  public var unfinishedByteCount: Int { phase == .closed ? 0 : decoder.pendingByteCount }

  /// The first bytes of a connection.
  public func start() -> [Action] {
    var bytes = ByteBuffer()
    Preface.offering(Preface.version...Preface.version).write(to: &bytes)
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
    return [.send(bytes)]
  }

  /// Opens a stream for one request.
  ///
  /// - Parameters:
  ///   - requestNumber: The number this request keeps for ever; 0 for a call that only reads.
  ///   - deadlineMS: Milliseconds in which an answer is of use; 0 sets no deadline.
  /// - Returns: The stream's number and the frame to write.
  /// - Throws: In this order: `DRAINING` (not open, or the server is leaving), `TOO_MANY_STREAMS`, `STREAM_ID` (the
  ///   numbers are used up; connect anew), `MESSAGE_TOO_LARGE`. Nothing has been sent then.
  public mutating func request(
    _ method: Method, payload: [UInt8], requestNumber: UInt64, deadlineMS: UInt32
  ) throws(WireProblem) -> (stream: UInt32, bytes: ByteBuffer) {
    var bytes = ByteBuffer()
    let stream = try request(method, payload: payload, requestNumber: requestNumber, deadlineMS: deadlineMS, to: &bytes)
    return (stream, bytes)
  }

  /// The same, with the frame appended to `buffer`: requests made together share a write.
  ///
  /// - Returns: The stream's number.
  public mutating func request(
    _ method: Method, payload: [UInt8], requestNumber: UInt64, deadlineMS: UInt32, to buffer: inout ByteBuffer
  ) throws(WireProblem) -> UInt32 {
    guard phase == .open else { throw .stream(.draining) }
    guard inFlight.count < streamsMax else { throw .stream(.tooManyStreams, "limit \(streamsMax)") }
    guard lastStream < FrameRules.streamMax else { throw .connection(.streamID, "all numbers are used") }
    let rawBytesMax = limits.requestRawBytesMax(of: method)
    guard payload.count <= rawBytesMax else {
      throw .stream(.messageTooLarge, "\(payload.count) bytes, limit \(rawBytesMax)")
    }
    let stream = lastStream + 1
    let start = buffer.writerIndex
    Request(
      stream: stream, method: method, requestNumber: requestNumber, deadlineMS: deadlineMS, payload: payload
    ).write(to: &buffer, compression)
    let bodyLength = buffer.writerIndex - start - FrameHeader.byteCount - FrameHeader.checksumByteCount
    guard bodyLength <= requestBytesMax else {
      buffer.moveWriterIndex(to: start)
      throw .stream(.messageTooLarge, "\(bodyLength) bytes, limit \(requestBytesMax)")
    }
    lastStream = stream
    inFlight.insert(stream)
    if method.streams { credits[stream] = ItemCredit() }
    return stream
  }

  /// Tells the server that nobody waits for this stream any longer. Its answer, if one comes, is dropped.
  public mutating func cancel(_ stream: UInt32) -> [Action] {
    guard inFlight.remove(stream) else { return [] }
    credits[stream] = nil
    return [.send(Frame(.cancel, code: Status.cancelled.rawValue, stream: stream).bytes)]
  }

  /// Ends the connection from this side.
  public mutating func end() -> [Action] {
    guard phase != .closed else { return [] }
    let speaksFrames = phase != .awaitPreface
    phase = .closed
    let notice = GoAway(.connection(.shutdown), lastStream: 0)
    return speaksFrames ? [.send(notice.bytes), .close(nil)] : [.close(nil)]
  }

  /// Takes bytes as they came from the socket.
  public mutating func receive(_ bytes: ByteBuffer) -> [Action] {
    guard phase != .closed else { return [] }
    decoder.append(bytes)
    var actions: [Action] = []
    do throws(WireProblem) {
      while try step(&actions) {}
    } catch {
      if phase != .awaitPreface { actions.append(.send(GoAway(error, lastStream: 0).bytes)) }
      phase = .closed
      actions.append(.close(error))
    }
    return actions
  }

  private mutating func step(_ actions: inout [Action]) throws(WireProblem) -> Bool {
    switch phase {
    case .closed: return false
    case .awaitPreface:
      guard let preface = try decoder.takePreface() else { return false }
      guard preface.first == Preface.version, preface.second == 0 else {
        phase = .closed
        actions.append(.close(.connection(.versionUnsupported, "chosen \(preface.first)")))
        return false
      }
      phase = .awaitWelcome
      return true
    case .awaitWelcome, .awaitAuthOK, .open, .leaving:
      let isGreeting = phase == .awaitWelcome || phase == .awaitAuthOK
      let bodyBytesMax = isGreeting ? limits.handshakeBodyBytesMax : limits.responseBodyBytesMax
      guard let event = try decoder.next(bodyBytesMax: bodyBytesMax) else { return false }
      if isGreeting {
        handshakeFrames += 1
        guard handshakeFrames <= limits.handshakeFramesMax else { throw .connection(.calmDown) }
      }
      if case .frame(let frame) = event { try handle(frame, &actions) }
      return true
    }
  }

  private mutating func handle(_ frame: Frame, _ actions: inout [Action]) throws(WireProblem) {
    switch (phase, frame.type) {
    case (_, .ping), (_, .pong), (_, .goAway), (.awaitWelcome, .welcome), (.awaitAuthOK, .authOK),
      (.open, .response), (.leaving, .response), (.open, .item), (.leaving, .item):
      break
    default: throw .connection(.badState, "type \(frame.type.rawValue)")
    }
    try FrameRules.check(frame)
    switch frame.type {
    case .response: if let action = try receiveResponse(frame) { actions.append(action) }
    case .item: actions += try receiveItem(frame)
    case .welcome: actions += try receiveWelcome(frame)
    case .authOK: actions += try receiveAuthOK(frame)
    case .goAway: actions += try receiveGoAway(frame)
    case .ping: actions.append(.send(FrameRules.pong(try FrameRules.pingBody(frame))))
    case .pong: _ = try FrameRules.pingBody(frame)
    case .hello, .auth, .request, .credit, .cancel:
      throw .connection(.badState, "type \(frame.type.rawValue)")
    }
  }

  private mutating func receiveWelcome(_ frame: Frame) throws(WireProblem) -> [Action] {
    let welcome = try Payload.connectionMessage(Welcome.self, frame.body, limits: limits)
    guard welcome.deployment == hello.deployment else {
      throw .connection(
        .wrongDeployment, "client \"\(hello.deployment)\", server \"\(welcome.deployment.prefix(64))\"")
    }
    if welcome.dictionary != 0 {
      guard hello.dictionaries.contains(welcome.dictionary) else {
        throw .connection(.badBody, "the server chose a dictionary that was not offered")
      }
      compression.dictionary = .chosen(from: [welcome.dictionary])
    }
    self.welcome = welcome
    if welcome.streamsMax > 0 { streamsMax = Int(welcome.streamsMax) }
    if welcome.frameBodyMax > 0 { requestBytesMax = Int(welcome.frameBodyMax) }
    guard welcome.authenticationRequired else {
      credential = []
      phase = .open
      return [.opened(welcome)]
    }
    guard !credential.isEmpty else { throw .connection(.authRequired) }
    phase = .awaitAuthOK
    var body = ByteBuffer()
    body.writeInteger(AuthMethod.token.rawValue)
    body.writeBytes(credential)
    credential = []
    return [.send(Frame(.auth, body: body).bytes)]
  }

  private mutating func receiveAuthOK(_ frame: Frame) throws(WireProblem) -> [Action] {
    signedIn = try Payload.connectionMessage(SignedIn.self, frame.body, limits: limits)
    phase = .open
    return [.opened(welcome)]
  }

  private mutating func receiveResponse(_ frame: Frame) throws(WireProblem) -> Action? {
    guard frame.stream <= lastStream else {
      throw .connection(.streamID, "response on stream \(frame.stream), which was never opened")
    }
    guard inFlight.remove(frame.stream) else { return nil }  // cancelled, or already declared not executed
    if !credits.isEmpty { credits[frame.stream] = nil }
    do throws(WireProblem) {
      return .answered(try Response(frame, limits: limits, dictionary: compression.dictionary))
    } catch {
      return .unreadable(stream: frame.stream, error)
    }
  }

  private mutating func receiveGoAway(_ frame: Frame) throws(WireProblem) -> [Action] {
    let goAway = try GoAway(frame, limits: limits)
    phase = .leaving
    // In order of their numbers, so that equal bytes give equal actions.
    let dropped = inFlight.removeAll(above: goAway.lastStream)
    for stream in dropped { credits[stream] = nil }
    return [.goingAway(goAway)] + dropped.map { .notExecuted(stream: $0, goAway.problem) }
  }
}
