import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix
package import Service
import ServiceLifecycle

/// Where pages are served.
package struct PagesAddress: Sendable, Hashable {
  package let host: String
  package let port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `127.0.0.1:7380`, `localhost:0`, `[::1]:7380`.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty else { return nil }
    self.init(host: String(host), port: Int(port))
  }

  /// As a browser wants it.
  package var link: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }
}

/// What requests may cost.
package struct PageLimits: Sendable {
  /// The first line's path and query, bytes.
  package var addressBytesMost = 2_048
  /// One header field, and all of them, bytes.
  package var headerBytesMost = 8_192
  package var headersBytesMost = 16_384
  package var headersMost = 64
  package var connectionsMost = 512
  /// A connection without a complete request is closed after this, seconds.
  package var idleSeconds: Int64 = 30
  /// What a form may weigh, with a file that was dropped on it, bytes.
  package var bodyBytesMost = 1 << 20
  /// The same of somebody who is not signed in.
  package var strangerBytesMost = 256 << 10
  /// A body that is not complete after this is given up, seconds.
  package var bodySeconds: Int64 = 30
  /// Wrong tokens of one address: so many at once, and so many are forgotten each minute.
  package var wrongTokensBurst = 10
  package var wrongTokensPerMinute = 10
  /// The answer to one more is kept back for so long.
  package var wrongTokenDelay = Duration.seconds(2)
  /// So many answers at most are kept back at once.
  package var wrongTokensWaitingMost = 64
  package var live = LiveLimits()
  /// A name that the pages answer to beside those of loopback.
  package var host = "localhost"
  /// Where a proxy with TLS serves them; it is then the only name that they answer to.
  package var origin: PagesOrigin?
  var isSecure: Bool { origin != nil }

  package init() {}

  /// Pages on loopback answer to loopback's names alone: a foreign name that points here is an attack on the browser.
  func isKnown(host authority: String) -> Bool {
    if let origin { return authority == origin.authority }
    var name = authority[...]
    if let colon = name.lastIndex(of: ":"), name[name.index(after: colon)...].allSatisfy(\.isNumber) { name = name[..<colon] }
    return name == host || name == "localhost" || name == "[::1]" || name.hasPrefix("127.") && name.allSatisfy { $0.isNumber || $0 == "." }
  }
}

/// Why pages cannot be served. Each text says what to do.
package enum PagesServerError: Error, Sendable {
  /// Others could reach the pages, and no encryption protects what they send.
  case beyondLoopback(host: String)
  case cannotListen(PagesAddress, cause: String)

  package var vietnamese: String {
    switch self {
    case .beyondLoopback(let host):
      "không mở trang ở địa chỉ \(host) vì kết nối không mã hóa: ai cũng đọc được mã truy cập trên đường đi. Dùng --pages 127.0.0.1:7380; "
        + "để máy khác xem được, đặt một proxy có TLS ở trước và dùng --pages-origin https://…"
    case .cannotListen(let address, let cause): "không mở được trang ở \(address.host):\(address.port) (\(cause)). Chọn cổng khác với --pages, hoặc --no-pages."
    }
  }
  package var english: String {
    switch self {
    case .beyondLoopback(let host):
      "will not serve pages on \(host): without encryption tokens could be read on their way. Use --pages 127.0.0.1:7380; "
        + "for other machines put a proxy with TLS in front and name it with --pages-origin https://…"
    case .cannotListen(let address, let cause):
      "cannot serve pages on \(address.host):\(address.port) (\(cause)). Choose another port with --pages, or --no-pages."
    }
  }
}

/// Serves the pages of a campaign until graceful shutdown.
package struct PagesServer: ServiceLifecycle.Service {
  private let service: CampaignService
  private let address: PagesAddress
  private let access: PageAccess
  private let limits: PageLimits
  private let logger: Logger
  private let onBound: @Sendable (PagesAddress) -> Void

  /// - Parameter address: On loopback; port 0 lets the system choose.
  /// - Parameter access: Whether one signs in. With an origin, by which others reach the pages, one always does.
  /// - Parameter onBound: Called once with the address, when connections are accepted.
  package init(
    service: CampaignService, address: PagesAddress, access: PageAccess, limits: PageLimits = PageLimits(), logger: Logger,
    onBound: @escaping @Sendable (PagesAddress) -> Void = { _ in }
  ) {
    self.service = service
    self.address = address
    self.access = limits.origin == nil ? access : .signIn
    self.limits = limits
    self.logger = logger
    self.onBound = onBound
  }

  private var isLoopback: Bool {
    if address.host == "localhost" { return true }
    guard let known = try? SocketAddress(ipAddress: address.host, port: 0) else { return false }
    return known.ipAddress == "::1" || address.host.hasPrefix("127.")
  }

  /// - Throws: ``PagesServerError``.
  package func run() async throws {
    guard isLoopback else { throw PagesServerError.beyondLoopback(host: address.host) }
    var known = limits
    known.host = address.host
    var quiet = logger
    // The framework tells of every port that it opens; the start page does so already.
    quiet.logLevel = max(logger.logLevel, .notice)
    let application = Application(
      responder: PageResponder(service: service, limits: known, access: access, logger: logger),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(limits.idleSeconds),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.headerBytesMost, maxHeaderListSize: limits.headersBytesMost, maxHeaderFieldCount: limits.headersMost))),
      configuration: .init(
        address: .hostname(address.host, port: address.port),
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connectionsMost)),
      onServerRunning: { [onBound, host = address.host] channel in
        onBound(PagesAddress(host: host, port: channel.localAddress?.port ?? 0))
      },
      logger: quiet)
    do {
      try await application.run()
    } catch let error as IOError {
      throw PagesServerError.cannotListen(address, cause: "\(error)")
    }
  }
}
