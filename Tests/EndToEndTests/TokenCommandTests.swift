import Campaign
import Client
import Foundation
import Testing
import Wire

/// `thidua-server token` on a folder and on a running server, and `thidua --token-file`.
@Suite(.timeLimit(.minutes(10))) struct TokenCommandTests {
  private func server(_ arguments: [String], in scratch: Scratch) async throws -> Programs.Ended {
    try await Programs.run("thidua-server", arguments, in: scratch)
  }

  private func folder() async throws -> (scratch: Scratch, data: String) {
    let scratch = try Scratch()
    let rulebook = try scratch.write(SmallCampaign.yaml, to: "small.yaml")
    let made = try await server(["init", "--data", scratch.file("data"), "--campaign", rulebook], in: scratch)
    try #require(made.status == 0, "\(made.error)")
    return (scratch, scratch.file("data"))
  }

  private func id(_ output: String) throws -> String { String(try #require(output.firstMatch(of: #/[0-9a-f]{16}/#)).output) }

  @Test func aTokenMadeBeforeTheStartFilesForItsUnitAlone() async throws {
    let (scratch, data) = try await folder()
    let file = scratch.file("u0.token")
    let made = try await server(["token", "create", "--data", data, "--unit", "u0", "--name", "Lan", "--out", file], in: scratch)
    #expect(made.status == 0 && !made.output.contains("thidua_"), "\(made.error)")
    let secret = try String(contentsOfFile: file, encoding: .utf8)
    #expect(secret.hasPrefix("thidua_") && secret.utf8.count == 89)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)

    let running = try await RunningServer(data: data, in: scratch)
    let at = ["--server", "127.0.0.1:\(running.port)", "--deployment", "prod"]
    func thidua(_ arguments: [String], _ environment: [String: String] = [:]) async throws -> Programs.Ended {
      try await Programs.run("thidua", arguments + at, in: scratch, environment: environment)
    }
    let stranger = try await thidua(["health"])
    #expect(stranger.status == 77 && stranger.error.contains("AUTH_REQUIRED"))
    #expect(try await thidua(["health", "--token-file", file]).status == 0)
    #expect(try await thidua(["template", "u0", "2023-03"], ["THIDUA_TOKEN_FILE": file]).status == 0)
    let other = try await thidua(["template", "u1", "2023-03"], ["THIDUA_TOKEN_FILE": file])
    #expect(other.status == 77 && other.error.contains("A-602 OTHER_UNIT"), "\(other.error)")
    // The usual place.
    let usual = scratch.file(".config/thidua")
    try FileManager.default.createDirectory(atPath: usual, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: file, toPath: usual + "/token")
    #expect(try await thidua(["rank"]).status == 0)

    #expect(chmod(file, 0o644) == 0)
    let loose = try await thidua(["health", "--token-file", file])
    #expect(loose.status == 64 && loose.error.contains("chmod 600"), "\(loose.error)")
    await running.killed()
  }

  @Test func aRunningServerIssuesAndRevokesAtOnce() async throws {
    let (scratch, data) = try await folder()
    let running = try await RunningServer(data: data, in: scratch)
    let made = try await server(["token", "create", "--data", data, "--role", "viewer", "--name", "Chủ tịch"], in: scratch)
    #expect(made.status == 0, "\(made.error)")
    let secret = String(try #require(made.output.firstMatch(of: #/thidua_[0-9a-f]{16}_[0-9a-f]{64}/#)).output)
    let id = try id(made.output)
    let connection = try await ThiDuaConnection.connect(
      host: "127.0.0.1", port: running.port, deployment: "prod", clientID: Array(repeating: 1, count: 16), token: AccessToken(secret))
    #expect(connection.signedIn?.role == "viewer")
    let listed = try await server(["token", "list", "--data", data], in: scratch)
    #expect(listed.output.contains(id) && listed.output.contains("Chủ tịch") && !listed.output.contains(secret.suffix(16)))
    let revoked = try await server(["token", "revoke", id, "--data", data], in: scratch)
    #expect(revoked.status == 0, "\(revoked.error)")
    // That it is within a second is a matter of the server's timer, which a busy machine may delay; see SignInTests.
    await connection.closed()
    await running.killed()
    // The journal knows it after a restart, and so does the folder without a server.
    let after = try await server(["token", "list", "--data", data], in: scratch)
    #expect(after.output.contains("thu hồi"), "\(after.output)")
    let unknown = try await server(["token", "revoke", "0123456789abcdef", "--data", data], in: scratch)
    #expect(unknown.status == 77 && unknown.error.contains("A-603"))
  }

  @Test func wrongUsageAndTakenFilesIssueNothing() async throws {
    let (scratch, data) = try await folder()
    for wrong in [[], ["--role", "open"], ["--role", "unit"], ["--role", "viewer", "--unit", "u0"], ["--role", "admin", "--expires", "tomorrow"]] {
      #expect(try await server(["token", "create", "--data", data] + wrong, in: scratch).status == 64, "\(wrong)")
    }
    #expect(try await server(["token", "create", "--data", data, "--unit", "u99"], in: scratch).error.contains("S-205"))
    #expect(try await server(["token", "create", "--data", data, "--role", "admin", "--expires", "2020-01-01"], in: scratch).error.contains("A-604"))
    let taken = try scratch.write("x", to: "taken")
    #expect(try await server(["token", "create", "--data", data, "--role", "admin", "--out", taken], in: scratch).status == 64)
    #expect(try await server(["token", "list", "--data", data], in: scratch).output.contains("Chưa cấp"))
    let open = try await server(["serve", "--data", data, "--host", "0.0.0.0", "--port", "0", "--open-on-loopback"], in: scratch)
    #expect(open.status == 64)
  }
}
