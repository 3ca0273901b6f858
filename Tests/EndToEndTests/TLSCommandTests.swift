import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `thidua-server certificate` and `serve --certificate`, and `thidua` with an encrypted server: as people use them.
@Suite(.timeLimit(.minutes(10))) struct TLSCommandTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func server(_ arguments: String...) async throws -> Programs.Ended {
    try await Programs.run("thidua-server", arguments, in: scratch)
  }

  private func thidua(_ arguments: [String], input: String = "", _ environment: [String: String] = [:]) async throws -> Programs.Ended {
    try await Programs.run("thidua", arguments, input: Array(input.utf8), in: scratch, environment: environment)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func aSetForTrialsIsMadeOnceAndSaysWhatItIs() async throws {
    let out = scratch.file("tls")
    let made = try await server("certificate", "--out", out, "--name", "thidua.example", "--name", "10.0.0.5")
    #expect(made.status == 0 && made.output.contains("ĐỂ THỬ") && made.output.contains("tls://thidua.example:7300"), "\(made.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == ["ca.pem", "client.key", "client.pem", "server.key", "server.pem"])
    #expect(try mode(out) == 0o700 && mode(out + "/server.key") == 0o600 && mode(out + "/client.key") == 0o600)
    // Nobody learns a key from what is printed.
    #expect(!made.output.contains("PRIVATE"))
    let before = try Data(contentsOf: URL(fileURLWithPath: out + "/server.pem"))
    let again = try await server("certificate", "--out", out)
    #expect(again.status == 64 && again.error.contains("T-724"), "\(again.error)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: out + "/server.pem")) == before)
    for wrong in [["--days", "0"], ["--days", "900"], ["--name", "a b"], ["--name", ""]] {
      #expect(try await Programs.run("thidua-server", ["certificate", "--out", out + "2"] + wrong, in: scratch).status == 64, "\(wrong)")
    }
  }

  @Test func aUnitFilesOverTLSWithTokenAndCertificate() async throws {
    let (data, tls, token) = (scratch.file("data"), scratch.file("tls"), scratch.file("u0.token"))
    try await SmallCampaign.make(at: data)
    #expect(try await server("certificate", "--out", tls).status == 0)
    #expect(try await server("token", "create", "--data", data, "--unit", "u0", "--out", token).status == 0)
    let running = try await RunningServer(
      data: data,
      options: ["--host", "0.0.0.0", "--certificate", tls + "/server.pem", "--key", tls + "/server.key", "--client-ca", tls + "/ca.pem"],
      address: #/tls:\/\/0\.0\.0\.0:([0-9]+) /#, in: scratch)
    let place = "127.0.0.1:\(running.port)"
    let at = ["--server", "tls://" + place, "--token-file", token]
    let trust = ["--tls-ca", tls + "/ca.pem"]
    let identity = ["--certificate", tls + "/client.pem", "--key", tls + "/client.key"]
    let filed = try await thidua(["submit"] + at + trust + identity, input: SmallCampaign.csv())
    #expect(filed.status == 0, "\(filed.error)")
    let variables = ["THIDUA_TLS_CA": tls + "/ca.pem", "THIDUA_CERTIFICATE": tls + "/client.pem", "THIDUA_KEY": tls + "/client.key"]
    let again = try await thidua(["--token-file", token, "submit", "--server", "tls://" + place], input: SmallCampaign.csv(), variables)
    #expect(again.status == 0 && again.output == filed.output, "\(again.error)")

    let stranger = try await thidua(["health"] + at + identity)
    #expect(stranger.status == 69 && stranger.error.contains("T-710"), "\(stranger.error)")
    let unknown = try await thidua(["health"] + at + trust)
    #expect(unknown.status == 77 && unknown.error.contains("T-713"), "\(unknown.error)")
    let plain = try await thidua(["health", "--server", place, "--token-file", token])
    #expect(plain.status == 69 && plain.error.contains("T-716"), "\(plain.error)")
    #expect(chmod(tls + "/client.key", 0o644) == 0)
    let loose = try await thidua(["health"] + at + trust + identity)
    #expect(loose.status == 64 && loose.error.contains("T-722"), "\(loose.error)")
    let half = try await thidua(["health"] + at + trust + ["--certificate", tls + "/client.pem"])
    #expect(half.status == 64)
    let idle = try await thidua(["health", "--server", place] + trust)
    #expect(idle.status == 64, "\(idle.error)")
    await running.killed()
  }

  // Everywhere but on this machine the address alone means TLS, also for one that answers without: nothing is sent to it.
  @Test func serversThatAreNotEncryptedStayOnThisMachineUnlessSaidAloud() async throws {
    let data = scratch.file("data")
    try await SmallCampaign.make(at: data)
    let refused = try await server("serve", "--data", data, "--host", "0.0.0.0", "--port", "0", "--no-pages")
    #expect(refused.status == 64 && refused.error.contains("T-701") && refused.error.contains("--plain-beyond-loopback"), "\(refused.error)")
    for wrong in [["--certificate", "x"], ["--key", "x"], ["--client-ca", "x"], ["--certificate", "x", "--key", "y", "--plain-beyond-loopback"]] {
      #expect(try await Programs.run("thidua-server", ["serve", "--data", data] + wrong, in: scratch).status == 64, "\(wrong)")
    }
    let missing = try await server("serve", "--data", data, "--certificate", scratch.file("gone"), "--key", scratch.file("gone"))
    #expect(missing.status == 64 && missing.error.contains("T-720"), "\(missing.error)")

    let running = try await RunningServer(
      data: data, options: ["--host", "0.0.0.0", "--plain-beyond-loopback"], address: #/ 0\.0\.0\.0:([0-9]+) /#, in: scratch)
    // Not loopback by its name, and yet this machine.
    let place = "0.0.0.0:\(running.port)"
    let encrypted = try await thidua(["health", "--server", place])
    #expect(encrypted.status == 69 && encrypted.error.contains("T-715"), "\(encrypted.error)")
    let aloud = try await thidua(["--plain-beyond-loopback", "--server", place, "health"])
    #expect(aloud.status == 77 && aloud.error.contains("AUTH_REQUIRED"), "\(aloud.error)")
    let both = try await thidua(["health", "--server", "tls://" + place, "--plain-beyond-loopback"])
    #expect(both.status == 64)
    await running.killed()
  }

  @Test func aHangUpReadsTheCertificatesAgain() async throws {
    let (data, tls, next) = (scratch.file("data"), scratch.file("tls"), scratch.file("next"))
    try await SmallCampaign.make(at: data)
    for folder in [tls, next] { #expect(try await server("certificate", "--out", folder).status == 0) }
    let running = try await RunningServer(
      data: data, options: ["--certificate", tls + "/server.pem", "--key", tls + "/server.key"], in: scratch)
    let health = ["health", "--server", "tls://localhost:\(running.port)", "--tls-ca"]
    #expect(try await thidua(health + [tls + "/ca.pem"]).error.contains("T-7") == false)
    #expect(try await thidua(health + [next + "/ca.pem"]).error.contains("T-710"))
    for file in ["/server.pem", "/server.key"] {
      try Data(contentsOf: URL(fileURLWithPath: next + file)).write(to: URL(fileURLWithPath: tls + file))
    }
    running.send(SIGHUP)
    // The signal is heard at some moment; until then the old set is shown.
    var isNew = false
    while !isNew { isNew = try await !thidua(health + [next + "/ca.pem"]).error.contains("T-710") }
    #expect(try await thidua(health + [tls + "/ca.pem"]).error.contains("T-710"))
    await running.killed()
  }
}
