import Client
import Foundation
import Journal
import Testing
import Wire

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `thidua-server` as its operator meets it.
@Suite(.timeLimit(.minutes(10))) struct ServerProcessTests {
  private func small() async throws -> (scratch: Scratch, data: String) {
    let scratch = try Scratch()
    try await SmallCampaign.make(at: scratch.file("data"))
    return (scratch, scratch.file("data"))
  }

  private func serve(_ data: String, in scratch: Scratch, port: Int = 0) async throws -> Programs.Ended {
    try await Programs.run("thidua-server", ["serve", "--data", data, "--port", "\(port)", "--no-pages"], in: scratch)
  }

  /// One sentence on standard error, nothing on standard output.
  private func expectOneSentence(_ ended: Programs.Ended, status: Int32, _ words: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(ended.status == status, sourceLocation: sourceLocation)
    #expect(ended.output.isEmpty, sourceLocation: sourceLocation)
    let lines = ended.error.split(separator: "\n")
    #expect(lines.count == 1 && ended.error.hasPrefix("thidua-server: "), "\(ended.error)", sourceLocation: sourceLocation)
    #expect(ended.error.contains(words), "\(ended.error)", sourceLocation: sourceLocation)
    #expect(!ended.error.contains("Swift"), sourceLocation: sourceLocation)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsTheServerAndTheSecondStartFindsItsData(signal: Int32) async throws {
    let (scratch, data) = try await small()
    let first = try await RunningServer(data: data, in: scratch)
    let connection = try await connect(first.port, deployment: "demo")
    let filing = SubmitRequestBytes.first
    let receipts = try await connection.submit(filing, requestNumber: 1).receipts
    first.send(signal)
    #expect(await first.untilEnd() == 0)
    await connection.closed()

    let second = try await RunningServer(data: data, in: scratch)
    let again = try await connect(second.port, deployment: "demo")
    #expect(try await again.health(deadline: .seconds(120)).submissions == 1)
    #expect(try await again.submit(filing, requestNumber: 2).receipts == receipts)
    await again.close()
    second.send(SIGINT)
    #expect(await second.untilEnd() == 0)
  }

  @Test func aDemonstrationIsMadeSaysWhatItIsAndIsSound() async throws {
    let said = try await DemonstrationFolder.said
    #expect(said.status == 0)
    #expect(said.error.isEmpty)
    #expect(said.output.contains("không phải của đơn vị nào"))
    let scratch = try Scratch()
    let data = try await DemonstrationFolder.copy(to: scratch)
    let verified = try await Programs.run("thidua-server", ["verify", "--data", data], in: scratch)
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("Đúng: "))
    #expect(verified.output.contains("Đã tính lại mọi thứ hạng") && verified.output.contains("Không có tệp khởi động"))
    let server = try await RunningServer(data: data, in: scratch)
    let connection = try await connect(server.port, deployment: "demo")
    let health = try await connection.health(deadline: .seconds(120))
    #expect((health.openPeriod, health.latestClosedPeriod) == ("2023-12", "2023-11"))
    #expect(health.provenance.demonstration)
    await connection.close()
    server.send(SIGINT)
    #expect(await server.untilEnd() == 0)
    // The server wrote its start file as it stopped.
    let again = try await Programs.run("thidua-server", ["verify", "--data", data], in: scratch)
    #expect(again.status == 0)
    #expect(again.output.contains("Tệp khởi động (đến mục"))
  }

  @Test func aPortInUseIsOneSentence() async throws {
    let (scratch, data) = try await small()
    let server = try await RunningServer(data: data, in: scratch)
    let (other, otherData) = try await small()
    expectOneSentence(try await serve(otherData, in: other, port: server.port), status: 69, "\(server.port)")
    await server.killed()
  }

  @Test func aSecondServerOnOneFolderIsRefused() async throws {
    let (scratch, data) = try await small()
    let server = try await RunningServer(data: data, in: scratch)
    expectOneSentence(try await serve(data, in: scratch), status: 73, "J-435")
    await server.killed()
    // The lock ends with its holder, however it ended.
    let next = try await RunningServer(data: data, in: scratch)
    await next.killed()
  }

  @Test func aFolderThatIsNoDataFolderIsOneSentence() async throws {
    let scratch = try Scratch()
    expectOneSentence(try await serve(scratch.path, in: scratch), status: 73, "J-433")
    expectOneSentence(try await serve(scratch.file("nowhere"), in: scratch), status: 73, "J-430")
    _ = try scratch.write("text", to: "file")
    expectOneSentence(try await serve(scratch.file("file"), in: scratch), status: 73, "J-433")
  }

  @Test func aFolderOfANewerVersionIsOneSentence() async throws {
    let (scratch, data) = try await small()
    let marker = data + "/" + DataFolder.markerName
    let text = try String(contentsOfFile: marker, encoding: .utf8)
    try text.replacing("\n1\n", with: "\n2\n").write(toFile: marker, atomically: true, encoding: .utf8)
    expectOneSentence(try await serve(data, in: scratch), status: 73, "J-436")
  }

  @Test func aFolderWithoutACampaignIsOneSentence() async throws {
    let scratch = try Scratch()
    try DataFolder.create(at: scratch.file("data")).close()
    expectOneSentence(try await serve(scratch.file("data"), in: scratch), status: 73, "R-314")
  }

  // The last two entries are read when a journal is opened, the others by the check.
  @Test(arguments: [true, false])
  func aDamagedJournalIsFoundByVerify(amongTheLast: Bool) async throws {
    let scratch = try Scratch()
    if amongTheLast { try await SmallCampaign.make(at: scratch.file("data")) } else { _ = try await DemonstrationFolder.copy(to: scratch) }
    let data = scratch.file("data")
    let path = data + "/" + DataFolder.journalName
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let place = try #require(bytes.range(of: Data("\ncampaign: ".utf8)))
    bytes[place.lowerBound + 1] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    let verified = try await Programs.run("thidua-server", ["verify", "--data", data], in: scratch)
    #expect(verified.status == 65)
    #expect(verified.output.contains("SAI tại mục 2"))
  }

  @Test func initLaunchesAFolderOnceAndKeepsTheNameOfTheDemonstration() async throws {
    let scratch = try Scratch()
    let rulebook = try scratch.write(SmallCampaign.yaml, to: "small.yaml")
    let arguments = ["init", "--data", scratch.file("data"), "--campaign", rulebook, "--deployment", "training"]
    #expect(try await Programs.run("thidua-server", arguments, in: scratch).status == 0)
    expectOneSentence(try await Programs.run("thidua-server", arguments, in: scratch), status: 73, "J-432")
    let demo = try await Programs.run(
      "thidua-server", ["init", "--data", scratch.file("other"), "--deployment", "demo"], in: scratch)
    #expect(demo.status == 64)
    #expect(!FileManager.default.fileExists(atPath: scratch.file("other")))
  }
}
