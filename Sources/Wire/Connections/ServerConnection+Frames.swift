import NIOCore

/// What each type of frame means to a server, after the checks of ``FrameDecoder``.
extension ServerConnection {
  mutating func handle(_ frame: Frame, atMS now: UInt64, _ actions: inout [Action]) throws(WireProblem) {
    try checkLegal(frame)
    try FrameRules.check(frame)
    switch frame.type {
    case .request: actions.append(try receiveRequest(frame, atMS: now))
    case .hello: actions += try receiveHello(frame)
    case .auth: actions += try receiveAuth(frame)
    case .cancel: actions += try receiveCancel(frame, atMS: now)
    case .credit: actions += try receiveCredit(frame, atMS: now)
    case .ping:
      let value = try FrameRules.pingBody(frame)
      try spendNuisance(atMS: now)
      actions.append(.send(FrameRules.pong(value)))
    case .pong: actions += receivePong(try FrameRules.pingBody(frame))
    case .goAway:
      _ = try GoAway(frame, limits: limits)
      peerIsLeaving = true
      actions += stopAllItems(because: .stream(.cancelled))
      actions += closeIfDone()
    case .welcome, .authOK, .response, .item:
      throw .connection(.badState, "type \(frame.type.rawValue)")
    }
  }

  /// - Throws: `BAD_STATE`, `AUTH_REQUIRED`, `COMPRESSED_SECRET`.
  private func checkLegal(_ frame: Frame) throws(WireProblem) {
    switch (phase, frame.type) {
    case (_, .ping), (_, .pong), (_, .goAway), (.awaitHello, .hello), (.open, .request), (.open, .cancel),
      (.open, .credit):
      return
    case (.awaitAuth, .auth):
      guard !frame.flags.contains(.compressed) else { throw .connection(.compressedSecret) }
    case (.awaitAuth, .request): throw .connection(.authRequired)
    default: throw .connection(.badState, "type \(frame.type.rawValue)")
    }
  }

  private mutating func receiveHello(_ frame: Frame) throws(WireProblem) -> [Action] {
    let hello = try Payload.connectionMessage(Hello.self, frame.body, limits: limits)
    guard hello.clientID.count == 16 else { throw .connection(.badBody, "client_id has 16 bytes") }
    self.hello = hello
    phase = .greeting
    return [.greet(hello)]
  }

  private mutating func receiveAuth(_ frame: Frame) throws(WireProblem) -> [Action] {
    var credential = frame.body
    guard let method = credential.readInteger(as: UInt8.self) else {
      throw .connection(.badBody, "AUTH has at least 1 byte")
    }
    guard credential.readableBytes <= 1024 else {
      throw .connection(.badBody, "a credential has at most 1024 bytes")
    }
    phase = .authenticating
    return [.authenticate(method: method, credential: credential)]
  }

  private mutating func receiveRequest(_ frame: Frame, atMS now: UInt64) throws(WireProblem) -> Action {
    guard frame.stream > lastStream else {
      throw .connection(.streamID, "stream \(frame.stream) after \(lastStream)")
    }
    // A refused request does not move the last accepted stream of a final GOAWAY.
    let isRefused = drain == .final
    if !isRefused { lastStream = frame.stream }
    do throws(WireProblem) {
      guard !isRefused else { throw .stream(.draining) }
      guard inFlight.count < limits.streamsMax else {
        throw .stream(.tooManyStreams, "limit \(limits.streamsMax)")
      }
      let request = try Request(frame, limits: limits, dictionary: compression.dictionary)
      inFlight.insert(frame.stream)
      if request.method.streams { itemStreams[frame.stream] = ItemStream() }
      return .deliver(request)
    } catch {
      try spendNuisance(atMS: now)
      let refusal = Response.problem(
        error.message(), code: error.code, stream: frame.stream, effect: .notApplied)
      return .send(refusal.bytes(compression))
    }
  }

  private mutating func receiveCancel(_ frame: Frame, atMS now: UInt64) throws(WireProblem) -> [Action] {
    try checkOpened(frame)
    guard frame.body.readableBytes == 0 else { throw .connection(.badBody, "a CANCEL has no body") }
    try spendNuisance(atMS: now)
    // A stream that has just been answered is no error: answer and cancel have crossed.
    guard inFlight.contains(frame.stream) else { return [] }
    if itemStreams[frame.stream]?.ending == nil { itemStreams[frame.stream]?.ending = .stream(.cancelled) }
    return [.cancel(stream: frame.stream)]
  }

  private mutating func receivePong(_ value: UInt64) -> [Action] {
    guard case .announced(let expected) = drain, value == expected else { return [] }
    return decideLastStream()
  }
}
