import Campaign
@testable import Dashboard
import Journal
import Logging
import NIOCore
import NIOPosix
import Service
import ServiceLifecycle
import Synchronization
import Testing

/// Two blocks: three districts and two communes, whose names do their worst.
let hostileName = #"</script><script>alert(1)</script>"#
let smallRulebook = Array(
  """
  thidua: 1
  campaign: small
  name: {vi: "Phong trào nhỏ", en: "Small campaign"}
  periods: {kind: legal-month, first: 2022-11, last: 2023-12}
  calendar: {due-working-days: 2, grace-working-days: 5}
  bands: [{name: "Tốt", at-least: 80}, {name: "Yếu", at-least: 0}]
  blocks: [{id: huyen, name: {vi: "Huyện", en: "Districts"}}, {id: xa, name: {vi: "Xã", en: "Communes"}}]
  units:
    - {id: dak-to, name: "Huyện Đắk Tô", block: huyen, level: district}
    - {id: kon-ray, name: "Huyện Kon Rẫy", block: huyen, level: district}
    - {id: sa-thay, name: "=1+1", block: huyen, level: district}
    - {id: xa-1, name: "\(hostileName)", block: xa, level: commune, parent: dak-to}
    - {id: xa-2, name: "Xã Măng Bút", block: xa, level: commune, parent: kon-ray}
  counters: [{code: asked, combine: flow}, {code: answered, combine: flow}]
  identities: [{part: answered, whole: [asked]}]
  criteria:
    - {code: k, name: {vi: "Tỷ lệ trả lời", en: "Share answered"}, points: 100, metric: {ratio: [answered, asked]}, scoring: {kind: PROP, target: 100}}
  indices:
    - {code: PCI, name: {vi: "Chỉ số PCI", en: "PCI"}, series: [{year: 2022, score: 60, rank: 40, of: 63, source: "test"}]}
  rules:
    - {id: up, kind: INCREASE, of: {index: PCI}, window: 2023, source: "ours: test"}
    - {id: up-2, kind: INCREASE, of: {index: PCI}, window: 2023, source: "ours: test"}
    - {id: K-1, kind: THRESHOLD, of: {criterion: k}, at-least: 99, window: 2023, source: "ours: test"}
  """.utf8)

/// A campaign with two closed months, on a clock that is moved by hand.
struct Stage {
  let clock = ManualClock(Instant(vietnam: "2023-01-15T09:00")!)
  let service: CampaignService

  init(filled: Bool = true) async throws {
    service = try await CampaignService.open(Journal(MemoryDriver()), clock: clock)
    let genesis = GenesisEntry(
      deployment: "test", serverID: Array(repeating: 7, count: 16), demonstrationStart: Instant(vietnam: "2023-01-15T09:00")!)
    guard filled else {
      try await service.initialise(genesis)
      return
    }
    try await service.launch(genesis, rulebook: smallRulebook)
    // 2023-01: a tie between the first two, and a commune that files nothing. 2023-02: one is late.
    try await file("2023-01", ["dak-to": 90, "kon-ray": 90, "sa-thay": 50, "xa-1": 70])
    clock.set(Instant(vietnam: "2023-02-15T09:00")!)
    try await file("2023-02", ["dak-to": 95, "sa-thay": 99, "xa-1": 70])
    clock.set(Instant(vietnam: "2023-02-17T09:00")!)
    try await file("2023-02", ["kon-ray": 80])
    clock.set(Instant(vietnam: "2023-03-01T10:00")!)
  }

  func file(_ period: String, _ answered: [String: Int64]) async throws {
    for (unit, value) in answered.sorted(by: { $0.key < $1.key }) {
      let draft = FilingDraft(
        unit: unit, period: period, baseRevision: 0, cells: [.init(counter: "asked", value: 100), .init(counter: "answered", value: value)])
      _ = try await service.submit([draft], keys: [], from: .system)
    }
  }

  /// The page of an address, as it would be sent.
  func text(_ address: String, _ language: Language = .vi) async throws -> String {
    let halves = address.split(separator: "?", maxSplits: 1)
    let query = try #require(queryItems(halves.count > 1 ? halves[1] : ""))
    let known = try #require(Address(path: halves[0], query: query))
    let view = PageView(snapshot: try await service.snapshot(), words: Words(language), address: known)
    return String(decoding: try view.rendered().bytes, as: UTF8.self)
  }

  /// Pages on a port of the system's choice, for the length of `body`.
  func serving(
    _ access: PageAccess = .open, _ limits: PageLimits = PageLimits(), _ body: @Sendable (_ port: Int) async throws -> Void
  ) async throws {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let (ports, bound) = AsyncStream.makeStream(of: Int.self)
    let server = PagesServer(service: service, address: PagesAddress(host: "127.0.0.1", port: 0), access: access, limits: limits, logger: logger) { bound.yield($0.port) }
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      var port = 0
      for await one in ports {
        port = one
        break
      }
      let outcome = await Result { try await body(port) }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
      try outcome.get()
    }
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}

/// An answer as it came over the wire.
struct Answer: Sendable {
  let status: Int
  let headers: [String: String]
  let body: [UInt8]
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// Sends bytes and reads until the server closes.
func exchange(_ port: Int, _ bytes: [UInt8]) async throws -> [UInt8] {
  let promise = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: [UInt8].self)
  let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).channelInitializer { channel in
    channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Collector(promise)) }
  }.connect(host: "127.0.0.1", port: port).get()
  // A server that has heard enough may close before all is written.
  try? await channel.writeAndFlush(ByteBuffer(bytes: bytes))
  return try await promise.futureResult.get()
}

func get(_ port: Int, _ target: String, method: String = "GET", host: String = "localhost", _ headers: [String] = []) async throws -> Answer {
  let lines = ["\(method) \(target) HTTP/1.1", "Host: \(host)", "Connection: close"] + headers
  return try answer(await exchange(port, Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)))
}

func answer(_ bytes: [UInt8]) throws -> Answer {
  let end = try #require(bytes.indices.dropLast(3).first { Array(bytes[$0...($0 + 3)]) == [13, 10, 13, 10] })
  let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
  let status = try #require(lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
  var headers: [String: String] = [:]
  for line in lines.dropFirst() {
    let halves = line.split(separator: ":", maxSplits: 1)
    if halves.count == 2 { headers[halves[0].lowercased()] = String(halves[1].drop { $0 == " " }) }
  }
  return Answer(status: status, headers: headers, body: Array(bytes[(end + 4)...]))
}

private final class Collector: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private var bytes: [UInt8] = []
  private let promise: EventLoopPromise<[UInt8]>

  init(_ promise: EventLoopPromise<[UInt8]>) { self.promise = promise }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { bytes += Self.unwrapInboundIn(data).readableBytesView }
  func channelInactive(context: ChannelHandlerContext) { promise.succeed(bytes) }
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
