import Campaign
import Client
import Foundation
import Service
import Testing
import Wire

/// The second implementation, in Python and from `Protocol/` alone, and ours: each client with each server.
@Suite(
  .enabled(
    if: Python.path != nil,
    "SKIPPED: no Python with protobuf, or no protoc (Debian: apt-get install python3-protobuf protobuf-compiler)"),
  .timeLimit(.minutes(10)))
struct PairingTests {
  enum Side: String, CaseIterable, Sendable { case swift, python }

  /// Runs `body` with the address of a server of the campaign `small`.
  private func withServer(_ side: Side, in scratch: Scratch, _ body: (Int) async throws -> Void) async throws {
    let server: RunningServer
    switch side {
    case .swift:
      try await SmallCampaign.make(at: scratch.file("data"))
      server = try await RunningServer(data: scratch.file("data"), in: scratch)
    case .python:
      server = try await RunningServer(
        try #require(Python.path),
        ["-m", "thidua.server", "demo", "small", "--units", SmallCampaign.units.joined(separator: ","), "--counters", "asked,answered"],
        in: scratch, environment: Python.environment)
    }
    try await body(server.port)
    server.send(SIGTERM)
    #expect(await server.untilEnd() == 0)
  }

  @Test(arguments: Side.allCases, Side.allCases)
  func everyClientFilesWithEveryServerExactlyOnce(client: Side, server: Side) async throws {
    let scratch = try Scratch()
    try await withServer(server, in: scratch) { port in
      switch client {
      case .python:
        let ended = try await Python.run(["-m", "thidua.pairing", "127.0.0.1:\(port)", "demo"], in: scratch)
        #expect(ended.status == 0, "\(ended.error)")
        #expect(ended.output == "all held\n")
      case .swift: try await Self.fileAsASwiftClient { try await connect(port, deployment: "demo", client: $0) }
      }
    }
  }

  /// What ``thidua.pairing`` does, in Swift.
  ///
  /// - Parameter connect: Gives a connection of the client of this number.
  static func fileAsASwiftClient(_ connect: (_ client: UInt8) async throws -> ThiDuaConnection) async throws {
    let connection = try await connect(9)
    #expect(connection.welcome.campaign == "small")
    #expect(connection.welcome.dictionary == PresetDictionary.first.digest)
    #expect(try await connection.health(deadline: .seconds(120)).submissions == 0)
    let filings = (0..<8).map { filing("u\($0)", answered: 900 + Int64($0)) }
    let request = Payload.encode(SubmitRequest("small", filings))
    let receipts = try await connection.submit(request, requestNumber: 1).receipts
    #expect(receipts.map(\.unit) == filings.map(\.unit))
    #expect(receipts.map(\.contentKey) == filings.map(\.contentKey))
    #expect(try await connection.submit(request, requestNumber: 1).receipts == receipts)

    let other = try await problem {
      try await connection.submit(Payload.encode(SubmitRequest("small", [filing("u0", answered: 1)])), requestNumber: 2)
    }
    #expect(other?.name == "ALREADY_EXISTS" && other?.existing == receipts[0])
    let correction = Payload.encode(SubmitRequest("small", [filing("u0", answered: 950, base: 1)]))
    #expect(try await connection.submit(correction, requestNumber: 3).receipts.map(\.revision) == [2])
    let stale = try await problem {
      try await connection.submit(Payload.encode(SubmitRequest("small", [filing("u0", answered: 3, base: 1)])), requestNumber: 4)
    }
    #expect(stale?.name == "REVISION_CONFLICT")
    await connection.close()

    let later = try await connect(8)
    #expect(try await later.submit(request, requestNumber: 1).receipts == receipts)
    #expect(try await later.health(deadline: .seconds(120)).submissions == 9)
    await later.close()
  }

  private static func filing(_ unit: String, answered: Int64, base: Int = 0) -> Wire.Filing {
    var filing = Wire.Filing(unit, "2023-03", [("answered", answered), ("asked", 1000)], base: base)
    let content = Campaign.Filing(
      unit: .init(unit), period: Period("2023-03", kind: .legalMonth)!, form: "month", baseRevision: base,
      figures: [("answered", answered), ("asked", 1000)])
    filing.contentKey = Data(sha256(content.contentKeyBytes(campaign: "small")))
    return filing
  }

  // issue: the vectors are read by the independent implementation.
  @Test func pythonHoldsEveryVector() async throws {
    let scratch = try Scratch()
    let ended = try await Python.run(["-m", "thidua.vectors"], in: scratch)
    #expect(ended.status == 0, "\(ended.output.suffix(2000))\(ended.error)")
  }

  // issue: Tools/conformance can be pointed at anyone's server or client.
  @Test(arguments: Side.allCases) func theServerConforms(side: Side) async throws {
    let scratch = try Scratch()
    try await withServer(side, in: scratch) { port in
      let ended = try await Python.conformance(["--server", "127.0.0.1:\(port)", "--deployment", "demo"], in: scratch)
      #expect(ended.status == 0, "\(ended.output.suffix(2000))\(ended.error)")
    }
  }

  @Test(arguments: Side.allCases) func theClientConforms(side: Side) async throws {
    let scratch = try Scratch()
    let command =
      switch side {
      case .swift: "\(Programs.folder.appendingPathComponent("thidua").path) health --server {address} --deployment {deployment}"
      case .python: "\(try #require(Python.path)) -m thidua.client {address} {deployment}"
      }
    let ended = try await Python.conformance(["--client", command], in: scratch)
    #expect(ended.status == 0, "\(ended.output.suffix(2000))\(ended.error)")
  }

  // Client.md: "A test runs this page as it stands against our server."
  @Test func theClientOfThirtyMinutesFilesOnce() async throws {
    let scratch = try Scratch()
    let page = try ClientPage()
    let client = try await page.write(page.code, in: scratch)
    try await withServer(.swift, in: scratch) { port in
      let words = [client, "127.0.0.1", "\(port)", "demo", "outbox", "u0", "2023-03", "asked=10", "answered=5"]
      let first = try await Python.run(words, in: scratch)
      let second = try await Python.run(words, in: scratch)
      #expect(first.output.hasPrefix("0 submissions before, 1 after; receipt "), "\(first.error)")
      #expect(second.output == first.output.replacing("0 submissions", with: "1 submissions"), "\(second.error)")
      let refused = try await Python.run(words.dropLast(2) + ["asked=10"], in: scratch)
      #expect(refused.output == second.output)  // what is in the outbox is sent, not what was typed later
    }
  }

  /// A canary: a client that takes anything must be told so.
  @Test func aClientThatChecksNothingDoesNotConform() async throws {
    let scratch = try Scratch()
    let careless = try scratch.write(
      """
      import sys
      from thidua import client, compression, frames, payload
      frames.crc32c = lambda data: 0
      frames.FrameReader.next.__globals__["RESERVED"] = 0
      sys.exit(client.main())
      """, to: "careless.py")
    let ended = try await Python.conformance(
      ["--client", "\(try #require(Python.path)) \(careless) {address} {deployment}"], in: scratch)
    #expect(ended.status == 1)
    let absent = try await Python.conformance(["--client", "true"], in: scratch)
    #expect(absent.status == 1 && absent.output.contains("ended without connecting"))
  }
}

/// The client that `Protocol/Client.md` writes.
struct ClientPage {
  private let folder = Python.tools.deletingLastPathComponent().appendingPathComponent("Protocol")
  let code: String
  /// The lines under "With TLS", as they stand in `__init__`.
  let encryption: String

  init() throws {
    let page = try String(contentsOf: folder.appendingPathComponent("Client.md"), encoding: .utf8)
    code = page.components(separatedBy: "```python\n").dropFirst().map { $0.components(separatedBy: "```")[0] }.joined(separator: "\n")
    let section = page.components(separatedBy: "## With TLS\n").last?.components(separatedBy: "\n## ")[0] ?? ""
    encryption = section.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { "    \($0)\n" }.joined()
  }

  /// The path of a program with an outbox beside it and the messages.
  func write(_ code: String, in scratch: Scratch) async throws -> String {
    let made = try await Programs.ended(
      "/usr/bin/env", ["protoc", "-I" + folder.path, "--python_out=" + scratch.path, "thidua.proto"], in: scratch)
    #expect(made.status == 0, "\(made.error)")
    try FileManager.default.createDirectory(atPath: scratch.file("outbox"), withIntermediateDirectories: false)
    return try scratch.write(code, to: "client.py")
  }
}

/// The Python that `Tools/python/find` chooses.
enum Python {
  static let tools = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Tools")

  /// `nil` where none has what the second implementation needs.
  static let path: String? = {
    let process = Process()
    let output = Pipe()
    process.executableURL = tools.appendingPathComponent("python/find")
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let found = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return found.isEmpty ? nil : found
  }()

  static let environment = ["PYTHONPATH": tools.appendingPathComponent("python").path, "PYTHONDONTWRITEBYTECODE": "1"]

  static func run(_ arguments: [String], in scratch: Scratch) async throws -> Programs.Ended {
    try await Programs.ended(try #require(path), arguments, in: scratch, environment: environment)
  }

  static func conformance(_ arguments: [String], in scratch: Scratch) async throws -> Programs.Ended {
    try await Programs.ended(
      tools.appendingPathComponent("conformance").path, arguments, in: scratch, environment: environment)
  }
}
