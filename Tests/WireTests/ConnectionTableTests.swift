import NIOCore
import Testing
import Wire
import WireConversations

/// What the connections do with decisions, which no vector can show.
@Suite struct ConnectionTableTests {
  private func open(limits: Limits = Limits(), clientBodyMax: UInt32 = 0) -> ServerConnection {
    var connection = ServerConnection(limits: limits)
    var bytes = ByteBuffer()
    Preface.offering(1...1).write(to: &bytes)
    var hello = Hello()
    hello.clientID = .init(repeating: 1, count: 16)
    hello.deployment = "prod"
    hello.frameBodyMax = clientBodyMax
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
    _ = connection.receive(bytes, atMS: 0)
    _ = connection.welcome(welcome("prod"), atMS: 0)
    return connection
  }

  private func welcome(_ deployment: String) -> Welcome {
    var welcome = Welcome()
    welcome.deployment = deployment
    return welcome
  }

  private func request(_ stream: UInt32, _ method: Method = .submit) -> ByteBuffer {
    Request(stream: stream, method: method, requestNumber: 1, deadlineMS: 0, payload: []).bytes()
  }

  private func success(_ stream: UInt32, _ payload: [UInt8] = []) -> Response {
    .success(payload, stream: stream, effect: .applied, replayed: false)
  }

  /// The frames among the actions.
  private func sent(_ actions: [ServerConnection.Action]) -> [Frame] {
    actions.flatMap { action -> [Frame] in
      guard case .send(let bytes) = action else { return [] }
      var decoder = FrameDecoder()
      decoder.append(bytes)
      guard case .frame(let frame)? = try? decoder.next(bodyBytesMax: 1 << 22) else { return [] }
      return [frame]
    }
  }

  @Test func requestsBehindHelloWaitForTheWelcome() {
    var connection = ServerConnection()
    var bytes = ByteBuffer()
    Preface.offering(1...1).write(to: &bytes)
    var hello = Hello()
    hello.clientID = .init(repeating: 1, count: 16)
    hello.deployment = "prod"
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
    bytes.writeImmutableBuffer(request(1))
    #expect(connection.receive(bytes, atMS: 0).count == 2)
    #expect(connection.awaitsDecision)
    let actions = connection.welcome(welcome("prod"), atMS: 0)
    #expect(sent(actions).map(\.type) == [.welcome])
    #expect(actions.count == 2)
    #expect(connection.inFlightCount == 1)
  }

  @Test func anotherDeploymentIsRefusedInClearText() throws {
    var connection = ServerConnection()
    var bytes = ByteBuffer()
    Preface.offering(1...1).write(to: &bytes)
    var hello = Hello()
    hello.clientID = .init(repeating: 1, count: 16)
    hello.deployment = "training"
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
    _ = connection.receive(bytes, atMS: 0)
    let actions = connection.welcome(welcome("prod"), atMS: 0)
    let goAway = try GoAway(try #require(sent(actions).first), limits: Limits())
    #expect(goAway.problem.name == "WRONG_DEPLOYMENT")
    #expect(goAway.problem.textEn.contains("client \"training\", server \"prod\""))
    #expect(connection.phase == .closed)
  }

  @Test func aStreamIsAnsweredOnce() {
    var connection = open()
    _ = connection.receive(request(1), atMS: 0)
    #expect(sent(connection.respond(success(1))).map(\.type) == [.response])
    #expect(connection.respond(success(1)).isEmpty)
    #expect(connection.respond(success(2)).isEmpty)
  }

  @Test func aCancelledStreamKeepsItsPlaceUntilItIsAnswered() {
    var connection = open()
    _ = connection.receive(request(1), atMS: 0)
    let cancel = Frame(.cancel, code: 1, stream: 1).bytes
    #expect(connection.receive(cancel, atMS: 0) == [.cancel(stream: 1)])
    #expect(connection.inFlightCount == 1)
    _ = connection.respond(success(1))
    #expect(connection.inFlightCount == 0)
    #expect(connection.receive(cancel, atMS: 0).isEmpty)
  }

  @Test func answersBeyondTheClientsLimitAreReplacedAndKeepTheirEffect() throws {
    for (extra, isReplaced) in [(-1, false), (0, false), (1, true)] {
      var connection = open(clientBodyMax: 1001)
      _ = connection.receive(request(1), atMS: 0)
      var random = SeededRandom(seed: 3)
      let payload = (0..<(1000 + extra)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let frame = try #require(sent(connection.respond(success(1, payload))).first)
      let response = try Response(frame, limits: Limits())
      #expect(response.effect == .applied)
      #expect((response.status == .resourceExhausted) == isReplaced)
    }
  }

  @Test func shutdownAcceptsWhatIsUnderWayAndRefusesWhatIsLater() throws {
    var connection = open()
    _ = connection.receive(request(1), atMS: 0)
    let first = sent(connection.beginDraining(ping: 77, retryAfterMS: 900))
    #expect(first.map(\.type) == [.goAway, .ping])
    #expect(try GoAway(first[0], limits: Limits()).lastStream == GoAway.undecided)
    _ = connection.receive(request(2), atMS: 0)
    #expect(connection.inFlightCount == 2)
    let pong = Frame(.pong, body: ByteBuffer(integer: UInt64(77))).bytes
    let second = sent(connection.receive(pong, atMS: 0))
    #expect(try GoAway(second[0], limits: Limits()).lastStream == 2)
    let late = try Response(try #require(sent(connection.receive(request(3), atMS: 0)).first), limits: Limits())
    #expect(late.status == .unavailable)
    #expect(late.effect == .notApplied)
    _ = connection.respond(success(1))
    #expect(connection.respond(success(2)).last == .close(nil))
    #expect(connection.phase == .closed)
  }

  private func credit(_ items: UInt32, _ stream: UInt32) -> ByteBuffer { ItemCredit.grantBytes(items, stream: stream) }

  private func item(_ stream: UInt32, _ count: Int = 3) -> Item {
    var random = SeededRandom(seed: 5)
    return Item(stream: stream, version: 1, payload: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  // Frame.md, Items: "CREDIT adds to it, each ITEM takes one".
  @Test func anItemIsSentOnlyOnCredit() {
    var connection = open()
    _ = connection.receive(request(1, .watchRanking), atMS: 0)
    _ = connection.receive(request(2, .health), atMS: 0)
    #expect(connection.credit(of: 1) == 0 && connection.credit(of: 2) == nil)
    #expect(connection.itemStreamCount == 1)
    #expect(connection.send(item(1)).isEmpty)
    #expect(connection.receive(credit(2, 1), atMS: 0) == [.credit(stream: 1, items: 2)])
    #expect(sent(connection.send(item(1))).map(\.type) == [.item])
    #expect(sent(connection.send(item(1))).map(\.type) == [.item])
    #expect(connection.send(item(1)).isEmpty && connection.send(item(2)).isEmpty && connection.send(item(3)).isEmpty)
  }

  // Frame.md, Limits: needless "CREDIT but for the first on a stream and the first behind an ITEM".
  @Test func aCreditBehindEachItemIsNoNuisance() {
    var connection = open()
    _ = connection.receive(request(1, .watchRanking), atMS: 0)
    for _ in 0..<1000 {
      _ = connection.receive(credit(1, 1), atMS: 0)
      #expect(connection.send(item(1)).count == 1)
    }
    #expect(connection.phase == .open)
    for _ in 0..<102 { _ = connection.receive(credit(1, 1), atMS: 0) }
    #expect(connection.phase == .closed)
  }

  // decision 32: "that refusal is not compressed".
  @Test func onlyARefusalOfTooMuchIsNotCompressed() throws {
    var connection = open()
    for (stream, problem, isCompressed) in [(1, WireProblem.stream(.overloaded), false), (2, .stream(.deadlinePassed), true)] as [(UInt32, WireProblem, Bool)] {
      _ = connection.receive(request(stream), atMS: 0)
      // As long as what would be compressed.
      var message = problem.message()
      message.textVi += String(repeating: "x", count: 200)
      let response = Response.problem(message, code: problem.code, stream: stream, effect: .notApplied)
      #expect(try #require(sent(connection.respond(response)).first).flags.contains(.compressed) == isCompressed)
    }
  }

  // decision 25: "compressed once for each dictionary".
  @Test func anItemForManyIsCompressedOnceForEachDictionary() {
    let payload = Array(repeating: UInt8(7), count: 400)
    let shared = SharedItem(version: 9, payload: payload)
    for compression in [PayloadCompression.plain, PayloadCompression(dictionary: .first), .off] {
      for stream in 1...3 as ClosedRange<UInt32> {
        #expect(shared.bytes(on: stream, compression) == Item(stream: stream, version: 9, payload: payload).bytes(compression))
      }
    }
    #expect(shared.compressedCount == 2)
    let short = SharedItem(version: 9, payload: [1])
    #expect(short.bytes(on: 1) == short.bytes(on: 1, .off) && short.compressedCount == 1)
  }

  // A stream that the server ends keeps its place until its work has ended, as a cancelled one does.
  @Test func aStreamEndsWithTheFirstReasonAndKeepsItsPlace() throws {
    var connection = open()
    _ = connection.receive(request(1, .watchRanking), atMS: 0)
    let overflow = connection.receive(credit(ItemCredit.most + 1, 1), atMS: 0)
    guard case .stop(1, let problem)? = overflow.first else { return #expect(Bool(false)) }
    #expect(problem.name == "CREDIT_OVERFLOW")
    #expect(connection.stopItems(1, because: .stream(.deadlinePassed)).isEmpty)
    #expect(connection.receive(Frame(.cancel, code: 1, stream: 1).bytes, atMS: 0) == [.cancel(stream: 1)])
    #expect(connection.inFlightCount == 1 && connection.send(item(1)).isEmpty)
    let answer = try Response(try #require(sent(connection.respond(success(1))).first), limits: Limits())
    #expect(try Payload.decode(Problem.self, from: answer.payload).name == "CREDIT_OVERFLOW")
    #expect(answer.effect == .notApplied && connection.inFlightCount == 0)
  }

  // Frame.md, Items: "`ANSWER_TOO_LARGE` where an ITEM would not fit".
  @Test func anItemBeyondTheClientsLimitEndsItsStream() {
    for (extra, isRefused) in [(-1, false), (0, false), (1, true)] {
      var connection = open(clientBodyMax: 1008)
      _ = connection.receive(request(1, .watchRanking), atMS: 0)
      _ = connection.receive(credit(1, 1), atMS: 0)
      let actions = connection.send(item(1, 1000 + extra))
      if isRefused {
        guard case .stop(1, let problem)? = actions.first else { return #expect(Bool(false)) }
        #expect(problem.name == "ANSWER_TOO_LARGE")
      } else {
        #expect(sent(actions).map(\.type) == [.item])
      }
    }
  }

  // Frame.md, Shutdown: "to streams of items at once `DRAINING`"; Items: `CANCELLED` after the client's GOAWAY.
  @Test func aStreamDoesNotHoldUpTheEnd() throws {
    for peerLeaves in [false, true] {
      var connection = open()
      _ = connection.receive(request(1, .watchRanking), atMS: 0)
      var actions: [ServerConnection.Action]
      if peerLeaves {
        actions = connection.receive(GoAway(.connection(.shutdown), lastStream: 0).bytes, atMS: 0)
      } else {
        _ = connection.beginDraining(ping: 1, retryAfterMS: 0)
        #expect(connection.credit(of: 1) == 0)
        actions = connection.decideLastStream()
      }
      guard case .stop(1, let problem)? = actions.last else { return #expect(Bool(false)) }
      #expect(problem.name == (peerLeaves ? "CANCELLED" : "DRAINING"))
      #expect(connection.respond(success(1)).last == .close(nil))
    }
  }

  @Test func pingsAreForgivenWithTime() {
    var limits = Limits()
    limits.nuisanceBurst = 2
    limits.nuisancePerSecond = 1
    var connection = open(limits: limits)
    let ping = Frame(.ping, body: ByteBuffer(integer: UInt64(1))).bytes
    for now in [1000, 1000, 2000, 3000] as [UInt64] { _ = connection.receive(ping, atMS: now) }
    #expect(connection.phase == .open)
    _ = connection.receive(ping, atMS: 3999)
    #expect(connection.phase == .closed)
  }

  @Test func signInHoldsRequestsBackUntilItIsDecided() {
    var connection = ServerConnection()
    var bytes = ByteBuffer()
    Preface.offering(1...1).write(to: &bytes)
    var hello = Hello()
    hello.clientID = .init(repeating: 1, count: 16)
    hello.deployment = "prod"
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
    _ = connection.receive(bytes, atMS: 0)
    var message = welcome("prod")
    message.authenticationRequired = true
    _ = connection.welcome(message, atMS: 0)
    var auth = Frame(.auth, body: ByteBuffer(bytes: [1, 2, 3])).bytes
    auth.writeImmutableBuffer(request(1))
    #expect(connection.receive(auth, atMS: 0) == [.authenticate(method: 1, credential: ByteBuffer(bytes: [2, 3]))])
    let actions = connection.authenticated(SignedIn(), atMS: 0)
    #expect(sent(actions).map(\.type) == [.authOK])
    #expect(connection.inFlightCount == 1)
  }

  @Test func nothingHappensAfterTheEnd() {
    var connection = open()
    _ = connection.receive(request(1), atMS: 0)
    #expect(connection.end(.connection(.idle)).count == 2)
    #expect(connection.receive(request(2), atMS: 0).isEmpty)
    #expect(connection.respond(success(1)).isEmpty)
    #expect(connection.end(.connection(.idle)).isEmpty)
    #expect(connection.beginDraining(ping: 1, retryAfterMS: 0).isEmpty)
  }

  @Test func aClientKeepsWithinTheServersLimits() throws {
    var message = welcome("prod")
    message.streamsMax = 2
    message.frameBodyMax = 100
    var hello = Hello()
    hello.deployment = "prod"
    var client = ClientConnection(hello: hello)
    var bytes = ByteBuffer()
    Preface.choosing(1).write(to: &bytes)
    Frame(.welcome, body: ByteBuffer(bytes: Payload.encode(message))).write(to: &bytes)
    #expect(throws: WireProblem.stream(.draining)) {
      try client.request(.health, payload: [], requestNumber: 0, deadlineMS: 0)
    }
    #expect(client.receive(bytes).count == 1)
    #expect(throws: WireProblem.self) {
      try client.request(.submit, payload: Array(repeating: 1, count: 89), requestNumber: 1, deadlineMS: 0)
    }
    #expect(
      try client.request(.submit, payload: Array(repeating: 1, count: 88), requestNumber: 1, deadlineMS: 0).stream == 1)
    #expect(try client.request(.health, payload: [], requestNumber: 0, deadlineMS: 0).stream == 2)
    #expect(throws: WireProblem.stream(.tooManyStreams, "limit 2")) {
      try client.request(.health, payload: [], requestNumber: 0, deadlineMS: 0)
    }
    #expect(client.cancel(1).count == 1)
    #expect(try client.request(.health, payload: [], requestNumber: 0, deadlineMS: 0).stream == 3)
  }
}
