public import NIOCore

/// What the server's owner decides: greeting, answers, pings, the end.
extension ServerConnection {
  /// Answers ``Action/greet(_:)`` and opens the connection, or the sign-in if `welcome` asks for one.
  ///
  /// A client of another deployment is refused here, so that nobody files a real report in the training system.
  ///
  /// - Parameter welcome: The body of WELCOME. Frame and stream limits are filled in from ``limits``, the dictionary from
  ///   those that HELLO named.
  public mutating func welcome(_ welcome: Welcome, atMS now: UInt64) -> [Action] {
    guard phase == .greeting else { return [] }
    guard hello.deployment == welcome.deployment else {
      return end(
        .connection(
          .wrongDeployment, "client \"\(hello.deployment.prefix(64))\", server \"\(welcome.deployment)\""))
    }
    var welcome = welcome
    welcome.frameBodyMax = UInt32(clamping: limits.requestBodyBytesMax)
    welcome.streamsMax = UInt32(clamping: limits.streamsMax)
    welcome.pingIntervalMs = UInt32(clamping: limits.pingInterval.components.seconds * 1000)
    if hello.frameBodyMax > 0 { answerBytesMax = min(answerBytesMax, Int(hello.frameBodyMax)) }
    compression = PayloadCompression(
      isOn: hello.features & PayloadCompression.uncompressedAnswers == 0, dictionary: .chosen(from: hello.dictionaries))
    welcome.dictionary = compression.dictionary?.digest ?? 0
    phase = welcome.authenticationRequired ? .awaitAuth : .open
    let frame = Frame(.welcome, body: ByteBuffer(bytes: Payload.encode(welcome)))
    return [.send(frame.bytes)] + advance(atMS: now)
  }

  /// Answers ``Action/authenticate(method:credential:)`` and opens the connection.
  ///
  /// - Parameter signedIn: The body of AUTH_OK.
  public mutating func authenticated(_ signedIn: SignedIn, atMS now: UInt64) -> [Action] {
    guard phase == .authenticating else { return [] }
    phase = .open
    return [.send(Frame(.authOK, body: ByteBuffer(bytes: Payload.encode(signedIn))).bytes)] + advance(atMS: now)
  }

  /// Answers a delivered request. A second answer to a stream, or one after the end, does nothing.
  ///
  /// An answer beyond what the client accepts is replaced by `ANSWER_TOO_LARGE`; its effect stays what it was.
  public mutating func respond(_ response: Response) -> [Action] {
    var bytes = ByteBuffer()
    let more = respond(response, to: &bytes)
    return bytes.readableBytes == 0 ? more : [.send(bytes)] + more
  }

  /// The same, with the answer appended to `buffer` and not sent by an action: answers that end together share a write.
  ///
  /// - Returns: What is to be done once `buffer` has been written.
  public mutating func respond(_ response: Response, to buffer: inout ByteBuffer) -> [Action] {
    guard phase == .open, inFlight.remove(response.stream) else { return [] }
    var response = response
    if !itemStreams.isEmpty, let ending = itemStreams.removeValue(forKey: response.stream)?.ending {
      response = .problem(ending.message(), code: ending.code, stream: response.stream, effect: .notApplied)
    }
    let start = buffer.writerIndex
    // Refusing has to cost little just when there is too much to do.
    response.write(to: &buffer, response.status == .overloaded ? .off : compression)
    if !fitsClient(payload: response.payload.count, frame: buffer.writerIndex - start) {
      let problem = WireProblem.stream(.answerTooLarge, "\(response.payload.count) bytes")
      buffer.moveWriterIndex(to: start)
      Response.problem(
        problem.message(), code: problem.code, stream: response.stream, effect: response.effect
      ).write(to: &buffer, compression)
    }
    return closeIfDone()
  }

  /// Whether the client accepts a frame of this length, bytes, with this payload.
  func fitsClient(payload: Int, frame: Int) -> Bool {
    payload <= limits.responseRawBytesMax && frame - FrameHeader.byteCount - FrameHeader.checksumByteCount <= answerBytesMax
  }

  /// Asks whether the peer is alive. Any bytes it sends are an answer.
  public func ping(_ value: UInt64) -> [Action] {
    phase == .open ? [.send(FrameRules.ping(value))] : []
  }

  /// Starts a shutdown: announces it, then waits for one round trip so that requests under way are still accepted.
  ///
  /// - Parameters:
  ///   - ping: Eight bytes the client has not seen before.
  ///   - retryAfterMS: When to connect again, milliseconds; draw it anew for each connection.
  public mutating func beginDraining(ping: UInt64, retryAfterMS: UInt32) -> [Action] {
    guard phase == .open else { return end(.connection(.shutdown)) }
    guard drain == .no else { return [] }
    drain = .announced(ping: ping)
    let notice = GoAway(.connection(.shutdown), lastStream: GoAway.undecided, retryAfterMS: retryAfterMS)
    return [.send(notice.bytes), .send(FrameRules.ping(ping))]
  }

  /// Says which request was the last, without waiting any longer for the round trip.
  public mutating func decideLastStream() -> [Action] {
    guard phase == .open, drain != .final else { return [] }
    drain = .final
    // A stream of items has no end of its own: the client goes on with it elsewhere.
    let notice = Action.send(GoAway(.connection(.shutdown), lastStream: lastStream).bytes)
    return [notice] + stopAllItems(because: .stream(.draining)) + closeIfDone()
  }

  /// Ends the connection now. Requests in flight go on, but nobody will hear of them here.
  public mutating func end(_ problem: WireProblem) -> [Action] {
    guard phase != .closed else { return [] }
    let speaksFrames = phase != .awaitPreface
    phase = .closed
    decoder = FrameDecoder()
    guard speaksFrames else { return [.close(problem)] }
    return [.send(GoAway(problem, lastStream: lastStream).bytes), .close(problem)]
  }

  mutating func closeIfDone() -> [Action] {
    guard phase != .closed, inFlight.isEmpty, drain == .final || peerIsLeaving else { return [] }
    phase = .closed
    return [.close(nil)]
  }
}
