import Client
import Foundation
import Testing
import Transport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The second implementation and ours with TLS between them; the certificates are of `thidua-server certificate`'s own making.
@Suite(
  .enabled(
    if: Python.path != nil,
    "SKIPPED: no Python with protobuf, or no protoc (Debian: apt-get install python3-protobuf protobuf-compiler)"),
  .timeLimit(.minutes(10)))
struct EncryptedPairingTests {
  private let scratch: Scratch
  private let files: CertificateFolder

  init() throws {
    scratch = try Scratch()
    files = try CertificateFolder(scratch)
  }

  private var swiftClient: String { Programs.folder.appendingPathComponent("thidua").path }
  private var shown: [String] { ["--certificate", files.path("server.pem"), "--key", files.path("server.key")] }
  private var trusting: [String] { ["--tls", "--ca", files.path("ca.pem")] }

  private func withServer(_ server: RunningServer, _ body: (Int) async throws -> Void) async throws {
    try await body(server.port)
    server.send(SIGTERM)
    #expect(await server.untilEnd() == 0)
  }

  private func ours(_ options: [String] = []) async throws -> RunningServer {
    try await SmallCampaign.make(at: scratch.file("data"))
    return try await RunningServer(data: scratch.file("data"), options: shown + options, in: scratch)
  }

  private func python(_ options: [String] = []) async throws -> RunningServer {
    let small = ["demo", "small", "--units", SmallCampaign.units.joined(separator: ","), "--counters", "asked,answered"]
    return try await RunningServer(
      try #require(Python.path), ["-m", "thidua.server"] + small + shown + options, in: scratch, environment: Python.environment)
  }

  @Test func aPythonClientFilesWithOurServer() async throws {
    let showing = ["--client-certificate", files.path("client.pem"), "--client-key", files.path("client.key")]
    try await withServer(ours(["--client-ca", files.path("ca.pem")])) { port in
      let pairing = ["-m", "thidua.pairing", "localhost:\(port)", "demo"] + trusting
      let unknown = try await Python.run(pairing, in: scratch)
      #expect(unknown.status == 1 && unknown.error.contains("T-713"), "\(unknown.error)")
      let ended = try await Python.run(pairing + showing, in: scratch)
      #expect(ended.status == 0, "\(ended.error)")
      #expect(ended.output == "all held\n")
    }
  }

  @Test func ourClientFilesWithAPythonServer() async throws {
    try await withServer(python(["--client-ca", files.path("ca.pem")])) { port in
      #expect(await distrust { try await connect(port, files.trusting()) } == .clientCertificateRefused)
      let security = try files.trusting(showing: "client")
      try await PairingTests.fileAsASwiftClient { client in
        try await .connect(
          host: "127.0.0.1", port: port, security: security, deployment: "demo", clientID: Array(repeating: client, count: 16))
      }
    }
  }

  // Frame.md, Transport: "there is no way to leave that out".
  @Test(arguments: PairingTests.Side.allCases) func aServerOfAnUnknownAuthorityHearsNothing(client: PairingTests.Side) async throws {
    let other = try CertificateFolder(Scratch())
    func asked(_ port: Int, trusting authority: String) async throws -> Programs.Ended {
      switch client {
      case .swift:
        try await Programs.run(
          "thidua", ["health", "--server", "tls://127.0.0.1:\(port)", "--deployment", "demo", "--tls-ca", authority], in: scratch)
      case .python:
        try await Python.run(["-m", "thidua.client", "127.0.0.1:\(port)", "demo", "--tls", "--ca", authority], in: scratch)
      }
    }
    try await withServer(client == .swift ? python() : ours()) { port in
      let line = try await RecordingProxy(toward: port)
      let trusted = try await asked(line.port, trusting: files.path("ca.pem"))
      #expect(trusted.status == 0, "\(trusted.error)")
      let said = try await line.next()
      let refused = try await asked(line.port, trusting: other.path("ca.pem"))
      #expect(refused.status != 0 && refused.error.contains("T-710") && refused.output.isEmpty, "\(refused.error)")
      #expect(refused.error.split(separator: "\n").count == 1, "\(refused.error)")
      let withheld = try await line.next()
      try await line.close()
      // Records of TLS and nothing else; beyond the handshake an alert at most, where a HELLO was before.
      #expect(try said.encryptedBytes() > 100)
      #expect(try withheld.encryptedBytes() < 40)
    }
  }

  /// 192.0.2.1 is nobody's address (RFC 5737): the refusal comes before anything is sent there.
  @Test func unencryptedBeyondThisMachineHasToBeAskedForByName() async throws {
    let refused = try await Python.run(["-m", "thidua.client", "192.0.2.1:7370", "demo"], in: scratch)
    #expect(refused.status == 1 && refused.error.contains("T-702"), "\(refused.error)")
    let conformance = try await Python.conformance(["--server", "192.0.2.1:7370"], in: scratch)
    #expect(conformance.status == 1 && conformance.error.contains("T-702"), "\(conformance.error)")
    let both = try await Python.run(["-m", "thidua.client", "127.0.0.1:1", "demo", "--tls", "--plain-beyond-loopback"], in: scratch)
    #expect(both.status == 2 && both.error.contains("exclude each other"), "\(both.error)")
  }

  @Test func ourServerConforms() async throws {
    try await withServer(ours()) { port in
      let ended = try await Python.conformance(["--server", "127.0.0.1:\(port)", "--deployment", "demo"] + trusting, in: scratch)
      #expect(ended.status == 0, "\(ended.output.suffix(2000))\(ended.error)")
      let plain = try await Python.conformance(["--server", "127.0.0.1:\(port)", "--deployment", "demo"], in: scratch)
      #expect(plain.status == 1 && plain.error.contains("T-716"), "\(plain.error)")
      let named = try await Python.conformance(
        ["--server", "127.0.0.1:\(port)", "--deployment", "demo", "--server-name", "thidua.example"] + trusting, in: scratch)
      #expect(named.status == 1 && named.error.contains("T-712"), "\(named.error)")
    }
  }

  @Test func ourClientConforms() async throws {
    let command = "\(swiftClient) health --server tls://{address} --deployment {deployment} --tls-ca \(files.path("ca.pem"))"
    let ended = try await Python.conformance(["--client", command, "--tls", "--area", "right", "--area", "TLS"] + shown, in: scratch)
    #expect(ended.status == 0, "\(ended.output.suffix(2000))\(ended.error)")
  }

  /// A canary: a client that trusts anybody must be told so, case by case.
  @Test func aClientThatTrustsAnybodyDoesNotConform() async throws {
    let careless = try scratch.write(
      """
      import ssl, sys
      from thidua import client, encryption
      made = encryption.ClientSide.__init__
      def trusting(self, *words):
        made(self, *words)
        self.context.check_hostname, self.context.verify_mode = False, ssl.CERT_NONE
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2
      encryption.ClientSide.__init__ = trusting
      encryption.Encrypted.__init__.__defaults__ = (None, False, None)
      sys.exit(client.main())
      """, to: "careless.py")
    let ended = try await Python.conformance(
      ["--client", "\(try #require(Python.path)) \(careless) {address} {deployment} --tls", "--tls", "--area", "right", "--area", "TLS"] + shown,
      in: scratch)
    #expect(ended.status == 1)
    for wrong in ["another address", "TLS 1.2", "a server that names no protocol"] {
      #expect(ended.output.contains(wrong), "\(wrong)\n\(ended.output.suffix(2000))")
    }
  }

  // Client.md, With TLS: "the test of this page runs these lines too".
  @Test func theClientOfThirtyMinutesFilesEncrypted() async throws {
    let page = try ClientPage()
    let plain = "        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)\n"
    #expect(page.code.contains(plain) && page.encryption.contains("wrap_socket"))
    let client = try await page.write(page.code.replacing(plain, with: plain + page.encryption), in: scratch)
    let words = ["demo", "outbox", "u0", "2023-03", "asked=10", "answered=5"]
    try await withServer(ours()) { port in
      let filed = try await Python.run([client, "localhost", "\(port)"] + words, in: scratch)
      #expect(filed.output.hasPrefix("0 submissions before, 1 after; receipt "), "\(filed.error)")
      let other = try CertificateFolder(Scratch())
      try Data(contentsOf: URL(fileURLWithPath: other.path("ca.pem"))).write(to: URL(fileURLWithPath: files.path("ca.pem")))
      let refused = try await Python.run([client, "localhost", "\(port)"] + words, in: scratch)
      #expect(refused.status == 1 && refused.error.contains("CERTIFICATE_VERIFY_FAILED"), "\(refused.error)")
    }
  }
}
