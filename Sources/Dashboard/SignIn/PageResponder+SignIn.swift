import Campaign
import HTTPTypes
import Hummingbird
import Logging
import Service

/// Names of fields in our forms.
enum FormField {
  /// The session's form key.
  static let key = "khoa"
  /// A token.
  static let token = "ma"
  /// Where to go after signing in.
  static let next = "tiep"
  /// What a button does.
  static let step = "buoc"
  static let everywhere = "moi-noi"
}

/// Signing in and out.
extension PageResponder {
  func signInPage(_ asked: Asked) async -> Response {
    if await visitor(asked.head) != nil { return go(to: Address(access == .open ? .summary(period: nil) : .account)) }
    let next = asked.query.last { $0.name == FormField.next }?.value
    return own(SignInPage(words: asked.words, next: Self.inside(next), isDemonstration: await isDemonstration).html)
  }

  /// For a page that one has to sign in for.
  func askToSignIn(_ address: Address, _ asked: Asked) async -> Response {
    if asked.head.followsForeignLink {
      // The browser has kept the session to itself, because another site has led here; from a page of ours it sends it along.
      return own(SignInPage.again(at: address, asked.words))
    }
    guard address.format == .html else {
      var problem = PageProblem.notSignedIn
      problem.code = .notSignedIn
      return await sorry(problem, asked)
    }
    let isStart = address.subject == .summary(period: nil)
    return go(to: Address(.signIn, query: isStart ? [] : [(FormField.next, address.text)]))
  }

  /// What somebody typed after his session had ended: it is kept in the page until he has signed in.
  func keepAndSignIn(_ address: Address, _ posted: PostedForm, _ asked: Asked) async -> Response {
    guard case .form = address.subject else { return go(to: Address(.signIn)) }
    let page = SignInPage(
      words: asked.words, next: Address(address.subject), kept: FilledForm.kept(posted), problem: .notSignedIn, isDemonstration: await isDemonstration)
    return own(page.html, status: .forbidden)
  }

  func signIn(_ posted: PostedForm, _ asked: Asked) async throws(PageProblem) -> Response {
    let peer = asked.context.peer(asked.head, behindProxy: limits.origin != nil)
    let typed = posted[FormField.token] ?? ""
    let file = posted.files.first { $0.field == "tep" && $0.bytes.count <= 1_024 }.map { String(decoding: $0.bytes, as: UTF8.self) }
    let text = (typed.isEmpty ? file ?? "" : typed).filter { !$0.isWhitespace }
    let next = Self.inside(posted[FormField.next])
    guard access == .signIn else { return go(to: next ?? Address(.summary(period: nil))) }
    guard let principal = await service.principal(forToken: text) else {
      logger.notice("a sign-in to the pages was refused", metadata: ["address": "\(peer)"])
      guard await wrongTokens.wait(peer) else { throw .tooMany }
      let page = SignInPage(
        words: asked.words, next: next, kept: FilledForm.kept(posted), problem: .wrongToken, isDemonstration: await isDemonstration)
      return own(page.html, status: .forbidden)
    }
    // A session that somebody else may have put into the browser is worth nothing afterwards.
    if let old = Cookies.value(cookies.sessionName, in: asked.head) { sessions.end(old) }
    let secret = sessions.begin(principal, at: service.now())
    logger.notice("signed in to the pages", metadata: ["address": "\(peer)", "token": "\(principal.token?.description ?? "")", "role": "\(principal.role.rawValue)"])
    var response: Response
    if let next, case .form(let unit?, let period?) = next.subject, !FilledForm.kept(posted).isEmpty,
      let session = sessions.session(secret, at: service.now()) {
      let visitor = Visitor(principal: principal, formKey: session.formKey, session: session)
      response = try await filled(posted, unit: unit, period: period, next, visitor, asked)
    } else {
      response = go(to: next ?? Address(principal.role == .unit ? .form(unit: nil, period: nil) : .summary(period: nil)))
    }
    response.headers[values: .setCookie].append(cookies.session(secret))
    return response
  }

  func signOut(_ posted: PostedForm, _ visitor: Visitor, _ asked: Asked) -> Response {
    var response = go(to: Address(access == .open ? .summary(period: nil) : .signIn))
    guard let session = visitor.session, let secret = Cookies.value(cookies.sessionName, in: asked.head) else { return response }
    if posted[FormField.everywhere] != nil { sessions.endAll(with: session.principal.token) } else { sessions.end(secret) }
    response.headers[values: .setCookie].append(cookies.noSession)
    return response
  }

  func accountPage(_ visitor: Visitor, _ asked: Asked) async throws(PageProblem) -> Response {
    guard let session = visitor.session else { return go(to: Address(.summary(period: nil))) }
    let view = PageView(
      snapshot: try await snapshot(toFile: true), words: asked.words, address: Address(.account), principal: visitor.principal)
    return own(view.accountPage(session, sessions.limits))
  }

  /// A page of ours, whatever somebody has written into an address.
  private static func inside(_ text: String?) -> Address? {
    guard let text, text.utf8.count <= 1_024, text.hasPrefix("/") else { return nil }
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let query = queryItems(halves.count > 1 ? halves[1] : ""), let address = Address(path: halves[0], query: query) else { return nil }
    switch address.subject {
    case .signIn, .signOut: return nil
    default: return address
    }
  }
}

extension PageProblem {
  static let notSignedIn = PageProblem(
    .forbidden, code: .notSignedIn, title: LocalizedText("Cần đăng nhập", en: "Sign in first"),
    LocalizedText(
      "Phiên đăng nhập đã hết hoặc máy chủ vừa khởi động lại. Chưa lưu gì; đăng nhập lại, số liệu đã nhập vẫn được giữ.",
      en: "The session has ended, or the server was restarted. Nothing was stored; sign in again, what you typed is kept."))
  /// The same for a token that is unknown, wrong, revoked or expired, and for what is no token.
  static let wrongToken = PageProblem(
    .forbidden, code: .wrongToken, title: LocalizedText("Không đăng nhập được", en: "Sign-in refused"),
    LocalizedText(
      "Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi. Chép lại đủ 88 ký tự, hoặc hỏi cơ quan thường trực.",
      en: "The token is wrong, expired or revoked. Copy all of its 88 characters, or ask the campaign office."))
}
