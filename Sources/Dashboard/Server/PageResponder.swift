import Campaign
import Crypto
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Service

/// Answers requests for pages.
///
/// Order of refusals: method, length of the address, host, address, and then what the page itself finds.
struct PageResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let service: CampaignService
  let limits: PageLimits
  let logger: Logger
  private let cache = PageCache()

  init(service: CampaignService, limits: PageLimits, logger: Logger) {
    self.service = service
    self.limits = limits
    self.logger = logger
  }

  func respond(to request: Request, context: BasicRequestContext) async -> Response {
    var response = await answer(request.head)
    for (name, value) in SecurityHeaders.all { response.headers[name] = value }
    if request.head.method == .head { response.body = ResponseBody(contentLength: response.body.contentLength) { try await $0.finish(nil) } }
    return response
  }

  private func answer(_ head: HTTPRequest) async -> Response {
    var language = language(of: head, query: [])
    do throws(PageProblem) {
      let (path, query) = try check(head)
      language = self.language(of: head, query: query)
      if let asset = Asset.all.first(where: { $0.path == path }) { return self.asset(asset, head) }
      if let line = PrintLine(path: path) { return print(line, head) }
      guard let address = Address(path: path, query: query) else { throw .noPage }
      var response = try await page(address, language, head)
      // A language that was asked for by name is kept for the next pages.
      if query.contains(where: { $0.name == "lang" }) {
        response.headers[.setCookie] = "lang=" + language.rawValue + "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
      }
      return response
    } catch {
      return await sorry(error, language)
    }
  }

  // MARK: checks

  private func check(_ head: HTTPRequest) throws(PageProblem) -> (path: Substring, query: [(name: String, value: String)]) {
    guard head.method == .get || head.method == .head else { throw .method }
    let target = head.path ?? "/"
    guard target.utf8.count <= limits.addressBytesMost else { throw .tooLong }
    guard limits.isKnown(host: head.authority ?? "") else { throw .otherHost }
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let query = queryItems(halves.count > 1 ? halves[1] : "") else { throw .brokenAddress }
    return (halves[0], query)
  }

  /// The one asked for by name, else that of the cookie, else Vietnamese.
  private func language(of head: HTTPRequest, query: [(name: String, value: String)]) -> Language {
    if let named = query.last(where: { $0.name == "lang" }).flatMap({ Language(rawValue: $0.value) }) { return named }
    let cookies = head.headerFields[.cookie] ?? ""
    for pair in cookies.split(separator: ";") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      if halves.count == 2, halves[0].drop(while: { $0 == " " }) == "lang", let known = Language(rawValue: String(halves[1])) { return known }
    }
    return .vi
  }

  // MARK: answers

  private func page(_ address: Address, _ language: Language, _ head: HTTPRequest) async throws(PageProblem) -> Response {
    let snapshot: Snapshot
    do {
      snapshot = try await service.snapshot()
    } catch ServiceFailure.noCampaign {
      throw .notLaunched
    } catch {
      logger.error("no snapshot", metadata: ["cause": "\(error)"])
      throw .unavailable
    }
    let moment = PageCache.Moment(position: snapshot.state.position, time: snapshot.time)
    let key = language.rawValue + address.text
    let rendered: RenderedPage
    if let known = cache.page(key, at: moment) {
      rendered = known
    } else {
      let view = PageView(snapshot: snapshot, words: Words(language), address: address)
      let (type, bytes) = try view.rendered()
      // Of the bytes themselves: the same page after a restart, or at a later position that changed nothing, is not sent again.
      let tag = "W/\"" + hexText(SHA256.hash(data: bytes).prefix(16)) + "\""
      rendered = RenderedPage(type: type, bytes: bytes, tag: tag)
      cache.keep(rendered, as: key, at: moment)
    }
    var headers: HTTPFields = [.cacheControl: "no-cache", .eTag: rendered.tag, .vary: "Accept-Encoding, Cookie"]
    if head.headerFields[.ifNoneMatch] == rendered.tag { return Response(status: .notModified, headers: headers) }
    headers[.contentType] = rendered.type
    return sent(rendered, head, headers)
  }

  private func asset(_ asset: Asset, _ head: HTTPRequest) -> Response {
    let headers: HTTPFields = [.cacheControl: "public, max-age=31536000, immutable", .contentType: asset.type, .vary: "Accept-Encoding"]
    return sent(asset.rendered, head, headers)
  }

  private func print(_ line: PrintLine, _ head: HTTPRequest) -> Response {
    let headers: HTTPFields = [.cacheControl: "public, max-age=31536000, immutable", .contentType: "text/css; charset=utf-8", .vary: "Accept-Encoding"]
    return sent(RenderedPage(type: "text/css", bytes: Array(line.css.utf8), tag: ""), head, headers)
  }

  private func sent(_ page: RenderedPage, _ head: HTTPRequest, _ headers: HTTPFields) -> Response {
    var headers = headers
    let takesGzip = (head.headerFields[.acceptEncoding] ?? "").split(separator: ",").contains {
      let parts = $0.split(separator: ";").map { $0.filter { $0 != " " } }
      return parts.first == "gzip" && !parts.dropFirst().contains("q=0")
    }
    if takesGzip, let packed = page.packed {
      headers[.contentEncoding] = "gzip"
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: packed)))
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.bytes)))
  }

  private func sorry(_ problem: PageProblem, _ language: Language) async -> Response {
    let page = problem.page(Words(language), isDemonstration: await service.state.genesis?.isDemonstration ?? false)
    var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
    if problem.kind == .methodNotAllowed { headers[.allow] = "GET, HEAD" }
    return Response(status: problem.kind.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.bytes)))
  }
}

extension PageView {
  /// The page, or its data, that the address names.
  func rendered() throws(PageProblem) -> (type: String, bytes: [UInt8]) {
    switch address.format {
    case .html: ("text/html; charset=utf-8", try html().bytes)
    case .json: ("application/json; charset=utf-8", Array(try json().text.utf8))
    case .csv: ("text/csv; charset=utf-8", Array(try csv().utf8))
    }
  }

  private func html() throws(PageProblem) -> HTML {
    switch address.subject {
    case .summary(let period): try summaryPage(period)
    case .board(let block, let period): try boardPage(block: block, period: period)
    case .unit(let unit, let period): try unitPage(unit, period: period)
    case .objectives(let year): try objectivesPage(year)
    case .filing(let period): try filingPage(period)
    case .search: searchPage()
    }
  }

  private func json() throws(PageProblem) -> JSON {
    switch address.subject {
    case .board(let block, let period): try boardJSON(block: block, period: period)
    case .unit(let unit, let period): try unitJSON(unit, period: period)
    case .objectives(let year): try objectivesJSON(year)
    case .filing(let period): try filingJSON(period)
    case .summary, .search: throw .noPage
    }
  }

  private func csv() throws(PageProblem) -> String {
    switch address.subject {
    case .board(let block, let period): try boardCSV(block: block, period: period)
    case .unit(let unit, let period): try unitCSV(unit, period: period)
    case .objectives(let year): try objectivesCSV(year)
    case .filing(let period): try filingCSV(period)
    case .summary, .search: throw .noPage
    }
  }
}
