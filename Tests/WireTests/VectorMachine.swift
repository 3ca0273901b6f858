import NIOCore
import Wire

/// A connection put into a state of the vectors, reporting in their words.
struct VectorMachine {
  // One of the two. Changed in place: an enumeration would copy the connection, and its input with it, at every piece.
  private var server: ServerConnection?
  private var client: ClientConnection?
  private(set) var events: [Event] = []
  private(set) var failure: Vector.Expectation.Failure?
  private(set) var isClosed = false

  /// Bytes that wait for the rest of a frame.
  var unfinishedByteCount: Int {
    server?.unfinishedByteCount ?? client?.unfinishedByteCount ?? 0
  }

  /// - Parameter state: Such as `server.open`; a client that is open has streams 1, 2 and 3 in flight.
  init(state: String, limits: Limits = Limits()) {
    var hello = Hello()
    hello.clientID = .init(repeating: 7, count: 16)
    hello.deployment = "prod"
    var welcome = Welcome()
    welcome.deployment = "prod"
    switch state {
    case "server.start": server = ServerConnection(limits: limits)
    case "server.await_hello", "server.await_auth", "server.open", "server.open_dictionary":
      if state == "server.open_dictionary" { hello.dictionaries = PresetDictionary.all.map(\.digest) }
      var connection = ServerConnection(limits: limits)
      var preface = ByteBuffer()
      Preface.offering(1...1).write(to: &preface)
      _ = connection.receive(preface, atMS: 0)
      if state != "server.await_hello" {
        let frame = Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello)))
        _ = connection.receive(frame.bytes, atMS: 0)
        welcome.authenticationRequired = state == "server.await_auth"
        _ = connection.welcome(welcome, atMS: 0)
      }
      server = connection
    case "client.start": client = ClientConnection(hello: hello, limits: limits)
    case "client.await_welcome", "client.await_auth_ok", "client.open", "client.open_dictionary", "client.watching":
      var connection = ClientConnection(hello: hello, credential: Array("token".utf8), limits: limits)
      var preface = ByteBuffer()
      Preface.choosing(1).write(to: &preface)
      _ = connection.receive(preface)
      if state != "client.await_welcome" {
        if state == "client.open_dictionary" { welcome.dictionary = PresetDictionary.first.digest }
        welcome.authenticationRequired = state == "client.await_auth_ok"
        _ = connection.receive(Frame(.welcome, body: ByteBuffer(bytes: Payload.encode(welcome))).bytes)
        let isWatching = state == "client.watching"
        for _ in 1...3 where !welcome.authenticationRequired {
          _ = try? connection.request(isWatching ? .watchRanking : .health, payload: [], requestNumber: 0, deadlineMS: 0)
        }
        if isWatching { _ = connection.grant(2, to: 1) }
      }
      client = connection
    default: fatalError("no such state: \(state)")
    }
  }

  mutating func receive(_ bytes: some Sequence<UInt8>) {
    let buffer = ByteBuffer(bytes: Array(bytes))
    for action in server?.receive(buffer, atMS: 0) ?? [] { report(action) }
    for action in client?.receive(buffer) ?? [] { report(action) }
  }

  private mutating func report(_ action: ServerConnection.Action) {
    switch action {
    case .send(let bytes): reportSent(bytes)
    case .greet(let hello):
      var event = Event("hello")
      event.client_id = hex(hello.clientID)
      event.deployment = hello.deployment
      event.frame_body_max = hello.frameBodyMax
      events.append(event)
    case .authenticate(let method, _):
      var event = Event("auth")
      event.method = UInt16(method)
      events.append(event)
    case .deliver(let request):
      var event = Event("request")
      event.stream = request.stream
      event.method = request.method.rawValue
      event.number = .init(request.requestNumber)
      event.deadline_ms = request.deadlineMS
      // The digits of a payload of megabytes would take longer than everything else.
      event.payload = request.payload.count <= 4096 ? hex(request.payload) : nil
      event.payload_count = request.payload.count
      events.append(event)
    case .cancel(let stream):
      var event = Event("cancel")
      event.stream = stream
      events.append(event)
    case .credit(let stream, let items):
      var event = Event("credit")
      event.stream = stream
      event.items = items
      events.append(event)
    case .stop(let stream, let problem):
      // The client asked for this end itself when it left.
      if problem.name != "CANCELLED" { fail(.init(scope: "stream", code: problem.name, stream: stream)) }
    case .close(let problem): reportClose(problem)
    }
  }

  private mutating func report(_ action: ClientConnection.Action) {
    switch action {
    case .send(let bytes): reportSent(bytes)
    case .opened(let welcome):
      var event = Event("opened")
      event.dictionary = hex((0..<8).map { UInt8(truncatingIfNeeded: welcome.dictionary >> (56 - 8 * UInt64($0))) })
      events.append(event)
    case .answered(let response):
      var event = Event("response")
      event.stream = response.stream
      event.code = response.code
      event.effect = response.effect.rawValue
      event.replayed = response.replayed ? true : nil
      event.payload = hex(response.payload)
      events.append(event)
    case .item(let item):
      var event = Event("item")
      event.stream = item.stream
      event.version = .init(item.version)
      event.payload = item.payload.count <= 4096 ? hex(item.payload) : nil
      event.payload_count = item.payload.count
      events.append(event)
    case .unreadable(let stream, let problem):
      fail(.init(scope: "stream", code: problem.name, stream: stream))
    case .notExecuted(let stream, _):
      var event = Event("not_executed")
      event.stream = stream
      events.append(event)
    case .goingAway(let goAway):
      var event = Event("going_away")
      event.code = goAway.code
      event.last_stream = goAway.lastStream
      event.retry_after_ms = goAway.retryAfterMS
      events.append(event)
    case .close(let problem): reportClose(problem)
    }
  }

  /// What is sent tells its own story: a PONG, a refusal on a stream, the server's preface.
  private mutating func reportSent(_ bytes: ByteBuffer) {
    var bytes = bytes
    if bytes.readableBytes == Preface.byteCount, let preface = try? Preface.read(from: &bytes) {
      if preface.first > 0 {
        var event = Event("preface")
        event.chosen = preface.first
        events.append(event)
      }
      return
    }
    var decoder = FrameDecoder()
    decoder.append(bytes)
    guard case .frame(let frame)? = try? decoder.next(bodyBytesMax: 1 << 20) else { return }
    switch frame.type {
    case .pong:
      var event = Event("pong")
      event.payload = hex(frame.body.readableBytesView)
      events.append(event)
    case .response:
      guard let response = try? Response(frame, limits: Limits(), dictionary: .first),
        let problem = try? Payload.decode(Problem.self, from: response.payload)
      else { return }
      fail(.init(scope: "stream", code: problem.name, stream: response.stream))
    default: break
    }
  }

  private mutating func reportClose(_ problem: WireProblem?) {
    isClosed = true
    if let problem {
      // A fault of the connection outranks refusals of single requests before it.
      failure = .init(scope: "connection", code: problem.name)
    } else {
      events.append(Event("close"))
    }
  }

  private mutating func fail(_ failure: Vector.Expectation.Failure) {
    if self.failure == nil { self.failure = failure }
  }
}

func hex(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef")
  return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
