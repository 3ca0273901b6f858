import Client
import NIOCore
import NIOPosix
@testable import Server
import Service
import Synchronization
import Testing
import Wire

/// Everybody comes at once; so many are greeted at a time.
@Suite(.timeLimit(.minutes(5))) struct DoorwayTests {
  private func silentPeer(_ port: Int) async throws -> any Channel {
    try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port).get()
  }

  @Test(arguments: [1, 3]) func soManyAreGreetedAtATime(most: Int) async throws {
    var limits = Limits()
    limits.greetingsMax = most
    limits.greetingTime = .seconds(600)
    limits.handshakeTime = .seconds(600)
    let greeted = Atomic(0)
    let top = Atomic(0)
    let signIn = SignIn(
      principal: { _ in
        top.max(greeted.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
        for _ in 0..<50 { await Task.yield() }
        greeted.subtract(1, ordering: .relaxed)
        return .open
      }, validity: { { _ in true } })
    try await withServer(limits: limits, signIn: signIn, handler: echo) { port, _ in
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        for _ in 0..<40 {
          tasks.addTask {
            let connection = try await ThiDuaConnection.connect(
              host: "127.0.0.1", port: port, deployment: "test", clientID: Array(repeating: 9, count: 16),
              token: AccessToken("thidua_\(String(repeating: "0", count: 16))_\(String(repeating: "0", count: 64))"), timeout: .seconds(300))
            #expect(try await connection.call(.health, [1], deadline: .seconds(300)).payload == [1])
            await connection.close()
          }
        }
        try await tasks.waitForAll()
      }
    }
    #expect((1...most).contains(top.load(ordering: .relaxed)))
  }

  // Two who say nothing fill the doorway of two.
  @Test func whoSaysNothingKeepsNobodyOutForLong() async throws {
    var limits = Limits()
    limits.greetingsMax = 2
    limits.greetingTime = .milliseconds(50)
    limits.handshakeTime = .seconds(600)
    try await withServer(limits: limits, handler: echo) { port, _ in
      let silent = [try await silentPeer(port), try await silentPeer(port)]
      let honest = try await connect(port, timeout: .seconds(300))
      #expect(try await honest.call(.health, [1], deadline: .seconds(300)).payload == [1])
      await honest.close()
      for peer in silent { try await peer.close() }
    }
  }

  @Test func whoHasGoneMakesRoom() async throws {
    var limits = Limits()
    limits.greetingsMax = 1
    limits.greetingTime = .seconds(600)
    limits.handshakeTime = .seconds(600)
    try await withServer(limits: limits, handler: echo) { port, _ in
      let silent = try await silentPeer(port)
      async let honest = connect(port, timeout: .seconds(300))
      try await silent.close()
      let connection = try await honest
      #expect(try await connection.call(.health, [1], deadline: .seconds(300)).payload == [1])
      await connection.close()
    }
  }

  @Test func theDoorwayCountsEachOnce() {
    let doorway = Doorway(most: 2)
    let calls = Atomic(0)
    let boxes = (0..<3).map { _ in Box() }
    let id = boxes.map { ObjectIdentifier($0) }
    #expect(doorway.hasRoom { calls.add(1, ordering: .relaxed) })
    doorway.enter(id[0])
    #expect(doorway.hasRoom { calls.add(1, ordering: .relaxed) })
    doorway.enter(id[1])
    #expect(!doorway.hasRoom { calls.add(1, ordering: .relaxed) })
    doorway.leave(id[2])
    #expect(calls.load(ordering: .relaxed) == 0)
    doorway.leave(id[1])
    doorway.leave(id[1])
    #expect(calls.load(ordering: .relaxed) == 1)
    #expect(doorway.hasRoom { calls.add(1, ordering: .relaxed) })
    withExtendedLifetime(boxes) {}
  }
}

private final class Box {}
