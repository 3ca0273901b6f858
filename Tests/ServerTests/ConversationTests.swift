import Client
import NIOCore
import NIOPosix
import Server
import ServiceLifecycle
import Testing
import Wire

/// Client and server over real loopback sockets.
@Suite(.timeLimit(.minutes(10))) struct ConversationTests {
  @Test func aCallIsAnswered() async throws {
    try await withServer(handler: { context, method, payload in
      #expect(context.clientID == Array(repeating: 9, count: 16))
      #expect(context.requestNumber == 0)
      #expect(method == .getUnit)
      let request = try? Payload.decode(UnitRequest.self, from: payload)
      var response = UnitResponse()
      response.unit = request?.unit ?? ""
      return .success(Payload.encode(response))
    }) { port, _ in
      let connection = try await connect(port)
      #expect(connection.welcome.deployment == "test")
      #expect(connection.welcome.streamsMax == 32)
      var request = UnitRequest()
      request.unit = "kon-ray"
      #expect(try await connection.unit(request).unit == "kon-ray")
      await connection.close()
    }
  }

  @Test func largeAnswersArriveWhole() async throws {
    let large = (0..<800_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    try await withServer(handler: { _, _, _ in .success(large) }) { port, _ in
      let connection = try await connect(port)
      #expect(try await connection.call(.getRanking, []).payload == large)
      await connection.close()
    }
  }

  @Test func manyCallsShareAConnection() async throws {
    try await withServer(handler: echo) { port, _ in
      let connection = try await connect(port)
      for _ in 0..<20 {
        try await withThrowingTaskGroup(of: Bool.self) { tasks in
          for number in 0..<32 as Range<UInt8> {
            tasks.addTask { try await connection.call(.getForm, [number, 1, 2]).payload == [number, 1, 2] }
          }
          for try await isEqual in tasks { #expect(isEqual) }
        }
      }
      await connection.close()
    }
  }

  @Test func aRefusalCarriesItsProblem() async throws {
    try await withServer(handler: { _, _, _ in
      var problem = Problem()
      problem.reason = "S-210"
      problem.name = "ALREADY_EXISTS"
      return .problem(.alreadyExists, problem, .notApplied)
    }) { port, _ in
      let connection = try await connect(port)
      do {
        _ = try await connection.submit([], requestNumber: 1)
        Issue.record("accepted")
      } catch ClientFailure.refused(let problem) {
        #expect(problem.reason == "S-210")
        #expect(problem.status == 6)
      }
      await connection.close()
    }
  }

  @Test func aRequestCutOffAfterSendingIsNotConfirmed() async throws {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(CuttingHandler()) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let connection = try await connect(listener.localAddress?.port ?? 0)
    await #expect { try await connection.submit([1], requestNumber: 1) } throws: { error in
      if case ClientFailure.notConfirmed = error { true } else { false }
    }
    // Nothing of a later call is sent, and it says so.
    await #expect { try await connection.submit([1], requestNumber: 1) } throws: { error in
      if case ClientFailure.unreachable = error { true } else { false }
    }
    try await listener.close()
  }

  @Test func anAnswerAfterTheDeadlineIsNotConfirmed() async throws {
    let gate = Gate()
    try await withServer(handler: { _, _, payload in
      await gate.wait()
      return .success(payload)
    }) { port, _ in
      let connection = try await connect(port)
      await #expect { try await connection.call(.submit, [1], requestNumber: 1, deadline: .milliseconds(20)) } throws: {
        if case ClientFailure.notConfirmed = $0 { true } else { false }
      }
      gate.open()
      #expect(try await connection.call(.submit, [2], requestNumber: 2).payload == [2])
      await connection.close()
    }
  }

  @Test func aCancelledCallIsNotConfirmedAndItsHandlerHearsOfIt() async throws {
    let started = Gate()
    let cancelled = Gate()
    let never = Gate()
    try await withServer(handler: { _, _, payload in
      await withTaskCancellationHandler {
        started.open()
        await never.wait()
      } onCancel: {
        cancelled.open()
        never.open()
      }
      return .success(payload)
    }) { port, _ in
      let connection = try await connect(port)
      let call = Task { try await connection.call(.health, [], deadline: nil) }
      await started.wait()
      call.cancel()
      await #expect(throws: ClientFailure.self) { try await call.value }
      await cancelled.wait()
      await connection.close()
    }
  }

  @Test func moreCallsThanTheServerAllowsAreRefused() async throws {
    var limits = Limits()
    limits.streamsMax = 1
    let gate = Gate()
    let started = Gate()
    try await withServer(limits: limits, handler: { _, _, payload in
      started.open()
      await gate.wait()
      return .success(payload)
    }) { port, _ in
      let connection = try await connect(port)
      let first = Task { try await connection.call(.health, [1]) }
      await started.wait()
      await #expect { try await connection.call(.health, [2]) } throws: { error in
        if case ClientFailure.refused(let problem) = error { problem.name == "TOO_MANY_STREAMS" } else { false }
      }
      gate.open()
      #expect(try await first.value.payload == [1])
      await connection.close()
    }
  }

  @Test func aFullServerRefusesAsOverloaded() async throws {
    var limits = Limits()
    limits.bytesInProgressMax = 10
    let gate = Gate()
    let started = Gate()
    try await withServer(limits: limits, handler: { _, _, payload in
      started.open()
      await gate.wait()
      return .success(payload)
    }) { port, _ in
      let connection = try await connect(port)
      let other = try await connect(port)
      let first = Task { try await connection.call(.health, Array(repeating: 1, count: 9)) }
      await started.wait()
      await #expect { try await other.call(.health, [1, 2]) } throws: { error in
        guard case ClientFailure.refused(let problem) = error else { return false }
        return problem.name == "OVERLOADED" && (1000...5000).contains(problem.retryAfterMs)
      }
      gate.open()
      #expect(try await first.value.payload.count == 9)
      await connection.close()
      await other.close()
    }
  }
}
