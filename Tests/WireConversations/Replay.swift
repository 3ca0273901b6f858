package import NIOCore
package import Wire

/// Something that must never be so, whatever a peer sends.
package struct BrokenPromise: Error, CustomStringConvertible {
  package let description: String
  package init(description: String) { self.description = description }
}

/// How a replay ended.
package struct ReplayOutcome: Hashable, Sendable {
  /// Everything that came out, in order; empty where nobody compares it.
  package var trace: [Int] = []
  /// What ended the connection.
  package var problem: WireProblem?
  package var isClosed = false
  package var requests = 0
}

/// A connection that is fed bytes and held to what it promises.
package protocol Replay {
  var outcome: ReplayOutcome { get }
  /// Whether every action is noted, so that two replays can be compared.
  var keepsTrace: Bool { get set }
  mutating func receive(_ bytes: ByteBuffer) throws(BrokenPromise)
}

extension Replay {
  /// Feeds in pieces; `cut` says how long the next one is.
  package mutating func receive(_ bytes: [UInt8], cut: (_ left: Int) -> Int) throws(BrokenPromise) {
    let buffer = ByteBuffer(bytes: bytes)
    var index = 0
    while index < bytes.count {
      let length = max(1, min(bytes.count - index, cut(bytes.count - index)))
      guard let piece = buffer.getSlice(at: index, length: length) else { return }
      try receive(piece)
      index += length
    }
  }
}

/// A server that answers at once, or never.
package struct ServerReplay: Replay {
  private var connection: ServerConnection
  private let answers: Bool
  package var keepsTrace = false
  private var lastStream: UInt32 = 0
  package private(set) var outcome = ReplayOutcome()

  /// - Parameter answers: A server that never answers gives the same actions however its input is cut.
  package init(limits: Limits = Limits(), answers: Bool) {
    connection = ServerConnection(limits: limits)
    self.answers = answers
  }

  /// One that has shaken hands; a copy of it costs less than another handshake.
  package static func opened(answers: Bool) -> ServerReplay {
    var replay = ServerReplay(answers: answers)
    let (toServer, _) = Conversation.exchange(Conversation.Kind(compresses: true, signsIn: false))
    for piece in toServer.pieces.prefix(2) { try? replay.receive(ByteBuffer(bytes: piece)) }
    replay.outcome = ReplayOutcome()
    return replay
  }

  package mutating func receive(_ bytes: ByteBuffer) throws(BrokenPromise) {
    let wasClosed = outcome.isClosed
    var todo = connection.receive(bytes, atMS: 0)[...]
    guard !wasClosed || todo.isEmpty else { throw BrokenPromise(description: "something came after the end: \(todo)") }
    while let action = todo.popFirst() {
      if keepsTrace { outcome.trace.append(action.hashValue) }
      switch action {
      case .send(let bytes): try checkSent(bytes)
      case .greet: todo += connection.welcome(Conversation.welcome, atMS: 0)
      case .authenticate: todo += connection.authenticated(SignedIn(), atMS: 0)
      case .deliver(let request):
        try checkDelivered(request)
        // Every fourth stays in flight, so that cancels meet something.
        if answers, request.stream % 4 != 0 { todo += connection.respond(Self.reply(to: request)) }
      case .cancel: break
      case .credit(let stream, _):
        if answers { todo += connection.send(Item(stream: stream, version: 1, payload: Array(repeating: 7, count: 200))) }
      case .stop(let stream, _):
        if answers { todo += connection.respond(.success([], stream: stream, effect: .notApplied, replayed: false)) }
      case .close(let problem):
        outcome.isClosed = true
        outcome.problem = problem
      }
    }
    let limits = connection.limits
    let most = max(limits.requestBodyBytesMax, limits.handshakeBodyBytesMax) + Conversation.overhead
    guard connection.unfinishedByteCount <= most else { throw BrokenPromise(description: "holds \(connection.unfinishedByteCount) bytes") }
    guard connection.inFlightCount <= limits.streamsMax else { throw BrokenPromise(description: "\(connection.inFlightCount) in flight") }
    guard outcome.isClosed == (connection.phase == .closed) else { throw BrokenPromise(description: "closed without saying so") }
  }

  private mutating func checkDelivered(_ request: Request) throws(BrokenPromise) {
    outcome.requests += 1
    guard !outcome.isClosed, request.stream > lastStream else { throw BrokenPromise(description: "stream \(request.stream) again") }
    guard request.payload.count <= connection.limits.requestRawBytesMax(of: request.method) else {
      throw BrokenPromise(description: "a payload of \(request.payload.count) bytes")
    }
    lastStream = request.stream
  }

  /// Like the service: what cannot be read is refused, with a problem of this request only.
  private static func reply(to request: Request) -> Response {
    do throws(WireProblem) {
      if request.method == .submit { _ = try Payload.decode(SubmitRequest.self, from: request.payload) }
      if request.method == .deliver { _ = try Payload.decode(DeliverRequest.self, from: request.payload) }
      return .success(request.payload, stream: request.stream, effect: .notApplied, replayed: false)
    } catch {
      return .problem(error.message(), code: error.code, stream: request.stream, effect: .notApplied)
    }
  }

  private func checkSent(_ bytes: ByteBuffer) throws(BrokenPromise) {
    guard !outcome.isClosed else { throw BrokenPromise(description: "sent after the end") }
    try checkFrame(bytes)
  }
}

/// A client that makes eight requests as soon as it may.
package struct ClientReplay: Replay {
  private var connection: ClientConnection
  private var answered: Set<UInt32> = []
  private var items = 0
  package var keepsTrace = false
  package private(set) var outcome = ReplayOutcome()

  package init(limits: Limits = Limits(), signsIn: Bool = false) {
    connection = ClientConnection(hello: Conversation.hello, credential: signsIn ? [1, 2, 3] : [], limits: limits)
    _ = connection.start()
  }

  /// One whose requests are on their way.
  package static func opened() -> ClientReplay {
    var replay = ClientReplay()
    let (_, toClient) = Conversation.exchange(Conversation.Kind(compresses: true, signsIn: false))
    for piece in toClient.pieces.prefix(2) { try? replay.receive(ByteBuffer(bytes: piece)) }
    replay.outcome = ReplayOutcome()
    return replay
  }

  package mutating func receive(_ bytes: ByteBuffer) throws(BrokenPromise) {
    let wasClosed = outcome.isClosed
    let actions = connection.receive(bytes)
    guard !wasClosed || actions.isEmpty else { throw BrokenPromise(description: "something came after the end: \(actions)") }
    for action in actions {
      if keepsTrace { outcome.trace.append(action.hashValue) }
      switch action {
      case .send(let bytes): try checkFrame(bytes)
      case .opened:
        for method in Conversation.methods {
          guard let (stream, _) = try? connection.request(method, payload: [], requestNumber: 1, deadlineMS: 0) else { continue }
          for action in connection.grant(3, to: stream) { if case .send(let bytes) = action { try checkFrame(bytes) } }
        }
      case .item(let item): try checkItem(item)
      case .answered(let response): try checkOnce(response.stream)
      case .unreadable(let stream, _), .notExecuted(let stream, _): try checkOnce(stream)
      case .goingAway: break
      case .close(let problem):
        outcome.isClosed = true
        outcome.problem = problem
      }
    }
    let most = max(connection.limits.responseBodyBytesMax, connection.limits.handshakeBodyBytesMax) + Conversation.overhead
    guard connection.unfinishedByteCount <= most else { throw BrokenPromise(description: "holds \(connection.unfinishedByteCount) bytes") }
    guard outcome.isClosed == (connection.phase == .closed) else { throw BrokenPromise(description: "closed without saying so") }
  }

  /// Items come as far as they were granted, on a stream that has not ended.
  private mutating func checkItem(_ item: Item) throws(BrokenPromise) {
    items += 1
    guard items <= 3, item.stream == 8, !answered.contains(item.stream) else {
      throw BrokenPromise(description: "item \(items) on stream \(item.stream)")
    }
  }

  /// Nobody hears twice of one request.
  private mutating func checkOnce(_ stream: UInt32) throws(BrokenPromise) {
    outcome.requests += 1
    guard (1...8).contains(stream), answered.insert(stream).inserted else {
      throw BrokenPromise(description: "stream \(stream) is answered again, or was never opened")
    }
  }
}

/// What we send is one preface or one frame that we would take ourselves.
private func checkFrame(_ bytes: ByteBuffer) throws(BrokenPromise) {
  var preface = bytes
  if bytes.readableBytes == Preface.byteCount, (try? Preface.read(from: &preface)) != nil { return }
  var decoder = FrameDecoder()
  decoder.append(bytes)
  guard case .frame? = try? decoder.next(bodyBytesMax: Limits().responseBodyBytesMax), decoder.pendingByteCount == 0 else {
    throw BrokenPromise(description: "sent something that is no frame")
  }
}
