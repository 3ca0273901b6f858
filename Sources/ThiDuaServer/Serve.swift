import ArgumentParser
import Campaign
import Dashboard
import Journal
import Logging
import Ranking
import Server
import Service
import ServiceLifecycle
import Synchronization
import UnixSignals

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `serve`: opens the data folder, prints what there is, and answers until it is told to stop.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Chạy máy chủ. / Run the server.")

  @OptionGroup var folder: DataOptions
  @OptionGroup var encryption: EncryptionOptions
  @Option(name: .long, help: "Địa chỉ; không mã hóa thì chỉ loopback / address; without encryption loopback only.")
  var host = "127.0.0.1"
  @Option(name: .long, help: "Cổng; 0: cổng trống bất kỳ / port; 0 takes any free one.")
  var port = 7300
  @Flag(name: .long, help: "Thư mục chưa có thì tạo dữ liệu trình diễn / make a demonstration where the folder is missing.")
  var demo = false
  @Flag(name: .long, help: "Không cần mã truy cập, chỉ trên loopback / nobody signs in; on loopback only.")
  var openOnLoopback = false
  @Flag(name: .long, help: "Cần mã truy cập cả khi trình diễn, để tập / ask for a sign-in on a demonstration too, for practice.")
  var signIn = false
  @Option(name: .long, help: "Tính lại từ nhật ký sau mỗi số giờ này; 0: không / recompute from the journal every so many hours; 0: never.")
  var auditHours = 6
  @Option(name: .long, help: "Địa chỉ các trang web, chỉ loopback / where the web pages are, loopback only (127.0.0.1:7380).")
  var pages: String?
  @Option(
    name: .long,
    help: "Địa chỉ https mà proxy có TLS đặt trước các trang web / the https address by which a proxy with TLS serves the pages.")
  var pagesOrigin: String?
  @Flag(name: .long, help: "Không phục vụ trang web / serve no web pages.")
  var noPages = false
  @Option(name: .long, help: "Mức nhật ký kỹ thuật: info, warning… / level of the technical log.")
  var logLevel = "warning"

  func run() async throws {
    do {
      try await serve()
    } catch let error as ValidationError {
      throw error
    } catch {
      throw Terminal.end(because: error)
    }
  }

  private func serve() async throws {
    guard let level = Logger.Level(rawValue: logLevel) else { throw ValidationError("Unknown log level \"\(logLevel)\".") }
    let pagesAddress = PagesAddress(pages ?? "127.0.0.1:7380")
    guard noPages || pagesAddress != nil else { throw ValidationError("--pages is an address like 127.0.0.1:7380.") }
    let origin = pagesOrigin.flatMap { PagesOrigin($0) }
    guard pagesOrigin == nil || origin != nil else { throw ValidationError("--pages-origin is an address like https://thidua.example.vn.") }
    guard !(openOnLoopback && signIn) else { throw ValidationError("--open-on-loopback and --sign-in contradict each other.") }
    guard (0...8_760).contains(auditHours) else { throw ValidationError("--audit-hours is 0 (never) to 8760 (a year).") }
    LoggingSystem.bootstrap(StreamLogHandler.standardError)
    var logger = Logger(label: "thidua-server")
    logger.logLevel = level
    if demo, !FileManager.default.fileExists(atPath: folder.data) { try await Demo.make(at: folder.data, seed: Demonstration().seed) }
    let certificates = try encryption.certificates()
    var configuration = WireServer.Configuration(
      host: host, port: port, allowPlainTextBeyondLoopback: encryption.plainBeyondLoopback, certificates: certificates,
      controlPath: folder.data + "/" + TokenOffice.controlName)
    try configuration.checkEncryption()
    let data = try DataFolder.open(at: folder.data)
    let journal = try Journal(SQLiteDriver(data))
    let service = try await CampaignService.open(journal, startFile: data.file(StartFile.name), clock: Self.clock)
    log(service.startedFrom, logger)
    let requests = Requests(service: service)
    let state = await service.state
    let isOpen = !signIn && (openOnLoopback || state.genesis?.isDemonstration == true) && configuration.isLoopback
    if openOnLoopback, !isOpen {
      throw ValidationError("--open-on-loopback: \(host) can be reached from other machines; everybody there has to sign in.")
    }
    let servesPages = !noPages
    // A socket's path has room for 107 bytes only.
    if let path = configuration.controlPath, path.utf8.count > 107 {
      configuration.controlPath = nil
      logger.warning(
        "no control socket: its path is too long. While the server runs, \"thidua-server token\" cannot reach it; use a shorter data path.",
        metadata: ["path": "\(path)", "bytes": "\(path.utf8.count)", "limit": "107"])
    }
    let sign = isOpen ? nil : SignIn(service)
    let greeting = state.launched == nil ? nil : try Greeting(await service.snapshot(), folder: folder.data, isOpen: isOpen)
    let opening = Opening(pages: servesPages) { [address = encryption.shown(host), folder = folder.data] port, pages in
      if let greeting {
        greeting.show(address: "\(address):\(port)", pages: pages)
      } else {
        Self.waitForLaunch(state, "\(address):\(port)", pages, folder: folder, isOpen: isOpen)
      }
    }
    let server = WireServer(
      configuration: configuration, logger: logger,
      onBound: { port in opening.isOpen(port: port) },
      welcome: { await requests.welcome() }, signIn: sign, streams: { await requests.stream($0, $1, $2, $3) },
      immediate: { requests.answerAtOnce($0, $1, $2) }, together: FilingsTogether(requests, limits: configuration.limits), handler: { await requests.handle($0, $1, $2) })
    let auditor = Auditor(service: service, hours: auditHours, logger: logger)
    var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
      .init(service: auditor, successTerminationBehavior: .ignore),
      .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
    ]
    if let certificates {
      services.append(.init(service: CertificateRenewal(certificates: certificates, logger: logger), successTerminationBehavior: .ignore))
    }
    if servesPages, let pagesAddress {
      var limits = PageLimits()
      limits.origin = origin
      let pages = PagesServer(service: service, address: pagesAddress, access: isOpen ? .open : .signIn, limits: limits, logger: logger) { bound in
        opening.isOpen(pages: origin.map { "\($0.link) (\(bound.link))" } ?? bound.link)
      }
      services.append(.init(
        service: Pages(server: pages, isAskedFor: self.pages != nil, opening: opening),
        successTerminationBehavior: .gracefullyShutdownGroup))
    }
    let group = ServiceGroup(
      configuration: .init(
        services: services,
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    do {
      try await group.run()
    } catch {
      try? await journal.close()
      throw error
    }
    try await journal.close()
    do { try await service.finishStartFile() } catch { logger.warning("the start file was not written: \(error.english)") }
    data.close()
    Terminal.say("Đã dừng; mọi báo cáo đã xác nhận đều nằm trên đĩa.", "Stopped; every confirmed filing is on disk.")
    Terminal.flush()
  }
}

/// Waits until all that is to be opened is open, so that what is printed has one order.
private final class Opening: Sendable {
  private struct Known {
    var port: Int?
    var pages: String??
  }
  private let known: Mutex<Known>
  private let isComplete: @Sendable (_ port: Int, _ pages: String?) -> Void

  init(pages: Bool, _ isComplete: @escaping @Sendable (_ port: Int, _ pages: String?) -> Void) {
    known = Mutex(Known(pages: pages ? .none : .some(nil)))
    self.isComplete = isComplete
  }

  func isOpen(port: Int) { note { $0.port = port } }
  /// - Parameter pages: `nil`: they could not be opened, and are not needed.
  func isOpen(pages: String?) { note { $0.pages = .some(pages) } }

  private func note(_ change: (inout sending Known) -> Void) {
    let now = known.withLock { known -> Known in
      change(&known)
      return known
    }
    if let port = now.port, case .some(let pages) = now.pages { isComplete(port, pages) }
  }
}

/// The pages beside the server. Without `--pages` a port that is taken costs the pages, never the filings.
private struct Pages: ServiceLifecycle.Service {
  let server: PagesServer
  let isAskedFor: Bool
  let opening: Opening

  func run() async throws {
    do {
      try await server.run()
    } catch let error as PagesServerError where !isAskedFor {
      Terminal.warn(error.vietnamese, error.english)
      opening.isOpen(pages: nil)
      try? await gracefulShutdown()
    }
  }
}

extension Serve {
  /// The clock of a journal: a demonstration goes on where it ended.
  static func clock(_ state: CampaignState) throws -> any ServiceClock {
    guard let genesis = state.genesis else { throw ServiceFailure.noCampaign }
    return genesis.demonstrationStart.map { DemonstrationClock(start: max($0, state.time)) } ?? SystemClock()
  }

  /// Tells how the state came about; a start file that is not used is worth a look.
  private func log(_ source: StartSource, _ logger: Logger) {
    switch source {
    case .journal: logger.info("started from the whole journal")
    case .file(let position): logger.info("started from the start file, position \(position), and the journal behind it")
    case .dropped(let problem): logger.warning("the start file is not used (\(problem)); started from the whole journal")
    }
  }

  /// What the person sees while the journal has no campaign yet.
  private static func waitForLaunch(_ state: CampaignState, _ address: String, _ pages: String?, folder: String, isOpen: Bool) {
    Terminal.say(
      "Thi Đua — chưa phát động phong trào nào. Địa chỉ: \(address)", "Thi Đua — no campaign has been launched. Address: \(address)")
    print("  thidua campaign launch kon-tum-2023" + Greeting.options(address, state))
    sayWhoSignsIn(state, folder, isOpen)
    if let pages { sayWherePagesAre(pages, isOpen) }
    Terminal.say("Dừng: Ctrl-C", "Stop: Ctrl-C")
    Terminal.flush()
  }
}

private func sayWherePagesAre(_ pages: String, _ isOpen: Bool) {
  guard !isOpen else { return Terminal.say("Trang web: \(pages)", "Web pages: \(pages)") }
  Terminal.say("Trang web: \(pages) — đăng nhập bằng mã truy cập", "Web pages: \(pages) — sign in with a token")
}

/// Says whether a sign-in is needed, and how to come by a token.
private func sayWhoSignsIn(_ state: CampaignState, _ folder: String, _ isOpen: Bool) {
  let isDemonstration = state.genesis?.isDemonstration ?? false
  if isOpen {
    guard !isDemonstration else { return }
    return Terminal.say("Không cần mã truy cập (--open-on-loopback).", "Nobody signs in (--open-on-loopback).")
  }
  Terminal.say(
    "Mọi kết nối cần mã truy cập (thidua --token-file). Đã cấp: \(state.access.all.count).",
    "Every connection needs a token (thidua --token-file). Issued: \(state.access.all.count).")
  if state.access.isEmpty { print("  thidua-server token create --data \(folder) --role office --out office.token") }
}

/// What the person who started the server sees.
private struct Greeting: Sendable {
  let snapshot: Snapshot
  let folder: String
  let isOpen: Bool

  init(_ snapshot: Snapshot, folder: String, isOpen: Bool) {
    self.snapshot = snapshot
    self.folder = folder
    self.isOpen = isOpen
  }

  func show(address: String, pages: String?) {
    let rulebook = snapshot.rulebook
    let say = Terminal.say
    say("", "")
    say("Thi Đua — \(rulebook.name.vi)", "Thi Đua — \(rulebook.name.en)")
    let demonstration = snapshot.state.genesis?.isDemonstration ?? false
    if demonstration {
      say("DỮ LIỆU TRÌNH DIỄN — số liệu sinh ngẫu nhiên, không phải của đơn vị nào", "DEMONSTRATION — generated figures, nobody's real ones")
      if isOpen { say("Trình diễn trên máy này: không cần mã truy cập", "Demonstration on this machine: nobody signs in") }
    }
    sayWhoSignsIn(snapshot.state, folder, isOpen)
    say(
      "Địa chỉ: \(address) · giờ hệ thống \(snapshot.time.vietnameseText) · nhật ký: \(vietnameseText(Int64(snapshot.state.position))) mục",
      "Address: \(address) · time \(snapshot.time) · journal: \(snapshot.state.position) entries")
    if let pages { sayWherePagesAre(pages, isOpen) }
    let client = ProcessInfo.processInfo.environment["THIDUA_CLIENT"] ?? "thidua"
    let options = Self.options(address, snapshot.state)
    if let period = snapshot.latestClosed {
      for block in rulebook.blocks { show(block, period, more: "\(client) rank --block \(block.id)\(options)") }
    }
    commands(client, options, demonstration)
    Terminal.flush()
  }

  private func show(_ block: Block, _ period: Period, more: String) {
    let most = 8
    let board = snapshot.standings.board(of: block.id, in: period)
    guard !board.isEmpty else { return }
    print("")
    Terminal.say("\(block.name.vi) — \(period.labelVi)", "\(block.name.en) — \(period.labelEn)")
    for (unit, standing) in board.prefix(most) {
      let place = standing.place.map { (standing.tied ? "=" : "") + String($0) } ?? "–"
      let points = standing.published.map {
        Terminal.isEnglish ? $0.text(decimals: snapshot.rulebook.ranking.published) : $0.vietnameseText(decimals: snapshot.rulebook.ranking.published)
      } ?? ""
      let note = standing.reason.map { " (" + (Terminal.isEnglish ? $0.text.en : $0.text.vi) + ")" } ?? ""
      print(right(place, 4) + right(points, 8) + "  " + unit.name + note)
    }
    if board.count > most {
      Terminal.say("     … và \(board.count - most) đơn vị: \(more)", "     … and \(board.count - most) more: \(more)")
    }
  }

  /// What a client has to be told to reach this server.
  static func options(_ address: String, _ state: CampaignState) -> String {
    let deployment = state.genesis?.deployment ?? ""
    return (address == "127.0.0.1:7300" ? "" : " --server \(address)") + (deployment == "demo" ? "" : " --deployment \(deployment)")
  }

  private func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }

  private func commands(_ client: String, _ options: String, _ demonstration: Bool) {
    print("")
    Terminal.say("Thử ở một cửa sổ khác:", "Try in another window:")
    print("  \(client) rank\(options)")
    print("  \(client) show kon-ray\(options)")
    if demonstration {
      print("  \(client) submit \(folder)/vi-du/\(Demo.exampleName)\(options)")
    } else {
      print("  \(client) objectives\(options)")
    }
    Terminal.say("Dừng: Ctrl-C", "Stop: Ctrl-C")
  }
}
