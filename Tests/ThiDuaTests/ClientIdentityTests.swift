import Client
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ClientIdentityTests {
  /// A folder that is not there yet.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let parent = FileManager.default.temporaryDirectory.path + "/thidua-\(UInt64.random(in: .min ... .max))"
    defer { try? FileManager.default.removeItem(atPath: parent) }
    try body(parent + "/state/thidua")
  }

  @Test func anIdentityIsKept() throws {
    try withFolder { folder in
      let first = try ClientIdentity(folder: folder)
      #expect(first.clientID.count == 16)
      #expect(try ClientIdentity(folder: folder).clientID == first.clientID)
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/client-id")[.posixPermissions]
      #expect("\(mode ?? 0)" == "\(0o600)")
    }
  }

  @Test func numbersGoOnAfterARestart() throws {
    try withFolder { folder in
      let first = try ClientIdentity(folder: folder).nextRequestNumber()
      let second = try ClientIdentity(folder: folder).nextRequestNumber()
      #expect([first, second] == [1, 2])
    }
  }

  @Test func lostNumbersMakeANewIdentity() throws {
    try withFolder { folder in
      let first = try ClientIdentity(folder: folder)
      try FileManager.default.removeItem(atPath: folder + "/request-number")
      #expect(try ClientIdentity(folder: folder).clientID != first.clientID)
    }
  }

  @Test func aDamagedFileIsNotGuessedAt() throws {
    try withFolder { folder in
      let identity = try ClientIdentity(folder: folder)
      try "7".write(toFile: folder + "/request-number", atomically: true, encoding: .utf8)  // its end is missing
      #expect(throws: ClientIdentityError.self) { try identity.nextRequestNumber() }
      try "zz\n".write(toFile: folder + "/client-id", atomically: true, encoding: .utf8)
      #expect(throws: ClientIdentityError.self) { try ClientIdentity(folder: folder) }
    }
  }

  @Test func processesTakeTurns() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/thidua-\(UInt64.random(in: .min ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let numbers = try await withThrowingTaskGroup(of: UInt64.self) { group in
      for _ in 0..<20 { group.addTask { try ClientIdentity(folder: folder).nextRequestNumber() } }
      return try await group.reduce(into: Set<UInt64>()) { $0.insert($1) }
    }
    #expect(numbers == Set(1...20))
  }

  @Test func aFolderThatCannotBeMadeIsSaid() {
    #expect(throws: ClientIdentityError.self) { try ClientIdentity(folder: "/proc/thidua") }
  }

  @Test func theFolderFollowsTheBaseDirectories() {
    #expect(ClientIdentity.defaultFolder { ["XDG_STATE_HOME": "/s", "HOME": "/h"][$0] } == "/s/thidua")
    #expect(ClientIdentity.defaultFolder { ["XDG_STATE_HOME": "s", "HOME": "/h"][$0] } == "/h/.local/state/thidua")
    #expect(ClientIdentity.defaultFolder { _ in nil } == nil)
  }
}
