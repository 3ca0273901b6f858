import Campaign
import Crypto
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Service
import Synchronization

/// Answers requests for pages.
///
/// Order of refusals: method, length of the address, host, address; of a form that was sent its origin, its size and whether
/// it reads; then who asks, and then what the page itself finds.
struct PageResponder: HTTPResponder {
  typealias Context = PageContext

  let service: CampaignService
  let limits: PageLimits
  let access: PageAccess
  let logger: Logger
  let sessions = Sessions()
  let wrongTokens: WrongTokens
  let live: LiveBoards
  private let cache = PageCache()
  private let known = KnownNames()
  /// Where nobody signs in one key serves all forms.
  private let openKey = randomHex(bytes: 32)

  init(service: CampaignService, limits: PageLimits, access: PageAccess, logger: Logger) {
    self.service = service
    self.limits = limits
    self.access = access
    self.logger = logger
    wrongTokens = WrongTokens(limits)
    live = LiveBoards(service: service, limits: limits.live)
  }

  var cookies: Cookies { Cookies(isSecure: limits.isSecure) }

  /// What is asked for, as far as it is known before anybody is asked who he is.
  struct Asked: Sendable {
    let head: HTTPRequest
    let context: PageContext
    var words: Words
    var query: [(name: String, value: String)] = []

    func with(_ query: [(name: String, value: String)], _ words: Words) -> Asked {
      var asked = self
      (asked.query, asked.words) = (query, words)
      return asked
    }
  }

  func respond(to request: Request, context: PageContext) async -> Response {
    let asked = Asked(head: request.head, context: context, words: Words(language(of: request.head, query: [])))
    var response = await answer(asked, request)
    for (name, value) in SecurityHeaders.all(isSecure: limits.isSecure) { response.headers[name] = value }
    if request.head.method == .head { response.body = ResponseBody(contentLength: response.body.contentLength) { try await $0.finish(nil) } }
    return response
  }

  private func answer(_ asked: Asked, _ request: Request) async -> Response {
    var asked = asked
    do throws(PageProblem) {
      let (path, query) = try check(asked.head)
      asked = asked.with(query, Words(language(of: asked.head, query: query)))
      let isPost = asked.head.method == .post
      if !isPost, let asset = Asset.all.first(where: { $0.path == path }) { return self.asset(asset, asked.head) }
      if !isPost, let line = PrintLine(path: path) { return print(line, asked.head) }
      guard let address = Address(path: path, query: query) else { throw isPost ? .method : .noPage }
      var response = isPost ? try await post(address, asked, request) : try await get(address, asked)
      // A language that was asked for by name is kept for the next pages.
      if !address.isStream, query.contains(where: { $0.name == "lang" }) {
        response.headers[values: .setCookie].append(cookies.language(asked.words.language.rawValue))
      }
      return response
    } catch {
      return await sorry(error, asked)
    }
  }

  private func get(_ address: Address, _ asked: Asked) async throws(PageProblem) -> Response {
    switch address.subject {
    case .signIn: return await signInPage(asked)
    case .signOut: throw .noPage
    default: break
    }
    guard let visitor = await visitor(asked.head) else { return await askToSignIn(address, asked) }
    switch address.subject {
    case .account: return try await accountPage(visitor, asked)
    case .form(let unit, let period): return try await formPage(address, unit: unit, period: period, visitor, asked)
    case .receipt(let position): return try await receiptPage(address, position, visitor, asked)
    case .live(let block, let period): return try await liveResponse(.init(block: block, period: period), visitor, asked)
    default: return try await page(address, visitor, asked)
    }
  }

  private func post(_ address: Address, _ asked: Asked, _ request: Request) async throws(PageProblem) -> Response {
    switch address.subject {
    case .signIn, .signOut, .form(_?, _?): break
    default: throw .method
    }
    guard address.format == .html else { throw .method }
    guard isSameOrigin(asked.head, isSecure: limits.isSecure) else { throw .foreign }
    let visitor = await visitor(asked.head)
    // A stranger may send a token, and what he typed before his session ended.
    let most = visitor == nil || address.subject == .signIn ? limits.strangerBytesMost : limits.bodyBytesMost
    let bytes = try await body(of: request, most: most, asked.context)
    guard let posted = PostedForm(bytes, type: asked.head.headerFields[.contentType] ?? "") else { throw .brokenForm }
    if address.subject == .signIn { return try await signIn(posted, asked) }
    guard let visitor else { return await keepAndSignIn(address, posted, asked) }
    guard equalInConstantTime(posted[FormField.key] ?? "", visitor.formKey) else { throw .foreign }
    if case .form(let unit?, let period?) = address.subject {
      return try await file(posted, unit: unit, period: period, address, visitor, asked)
    }
    return signOut(posted, visitor, asked)
  }

  // MARK: who

  /// `nil` for somebody who has to sign in first.
  func visitor(_ head: HTTPRequest) async -> Visitor? {
    switch access {
    case .open: return Visitor(principal: .open, formKey: openKey, session: nil)
    case .signIn:
      guard let secret = Cookies.value(cookies.sessionName, in: head), let session = sessions.session(secret, at: service.now()) else { return nil }
      guard await service.isValid(session.principal) else {
        sessions.end(secret)
        return nil
      }
      return Visitor(principal: session.principal, formKey: session.formKey, session: session)
    }
  }

  // MARK: checks

  private func check(_ head: HTTPRequest) throws(PageProblem) -> (path: Substring, query: [(name: String, value: String)]) {
    guard [.get, .head, .post].contains(head.method) else { throw .method }
    let target = head.path ?? "/"
    guard target.utf8.count <= limits.addressBytesMost else { throw .tooLong }
    guard limits.isKnown(host: head.authority ?? "") else { throw .otherHost }
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let query = queryItems(halves.count > 1 ? halves[1] : "") else { throw .brokenAddress }
    return (halves[0], query)
  }

  /// The one asked for by name, else that of the cookie, else Vietnamese.
  private func language(of head: HTTPRequest, query: [(name: String, value: String)]) -> Language {
    query.last { $0.name == "lang" }.flatMap { Language(rawValue: $0.value) } ?? Cookies.value("lang", in: head).flatMap(Language.init(rawValue:)) ?? .vi
  }

  // MARK: pages of the journal

  /// - Parameter toFile: What units need in order to file is there also when standings are withheld.
  func snapshot(toFile: Bool = false) async throws(PageProblem) -> Snapshot {
    do {
      return try await toFile ? service.snapshotForFiling() : service.snapshot()
    } catch ServiceFailure.noCampaign {
      throw .notLaunched
    } catch {
      logger.error("no snapshot", metadata: ["cause": "\(error)"])
      throw .unavailable
    }
  }

  private func page(_ address: Address, _ visitor: Visitor, _ asked: Asked) async throws(PageProblem) -> Response {
    let snapshot = try await snapshot()
    if case .unit(let unit, _) = address.subject { try visitor.principal.check(.readUnit(.init(unit))) }
    let moment = PageCache.Moment(position: snapshot.state.position, time: snapshot.time)
    let key = [asked.words.language.rawValue, visitor.audience, address.text].joined(separator: " ")
    let rendered: RenderedPage
    if let known = cache.page(key, at: moment) {
      rendered = known
    } else {
      let view = PageView(snapshot: snapshot, words: asked.words, address: address, principal: visitor.principal, known: known)
      let (type, bytes) = try view.rendered()
      // Of the bytes themselves: the same page after a restart, or at a later position that changed nothing, is not sent again.
      let tag = "W/\"" + hexText(SHA256.hash(data: bytes).prefix(16)) + "\""
      rendered = RenderedPage(type: type, bytes: bytes, tag: tag)
      cache.keep(rendered, as: key, at: moment)
    }
    // What one has to sign in for is kept nowhere else (A12).
    guard visitor.session == nil else {
      return sent(rendered, asked.head, [.cacheControl: "no-store", .vary: "Accept-Encoding, Cookie", .contentType: rendered.type])
    }
    var headers: HTTPFields = [.cacheControl: "no-cache", .eTag: rendered.tag, .vary: "Accept-Encoding, Cookie"]
    if asked.head.headerFields[.ifNoneMatch] == rendered.tag { return Response(status: .notModified, headers: headers) }
    headers[.contentType] = rendered.type
    return sent(rendered, asked.head, headers)
  }
}

extension Principal {
  func check(_ action: AccessAction) throws(PageProblem) {
    do { try require(action) } catch { throw PageProblem(error) }
  }
}
