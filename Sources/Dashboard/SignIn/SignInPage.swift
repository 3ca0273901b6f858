import Campaign
import Service

/// The page on which a token is given.
struct SignInPage {
  let words: Words
  /// Where to go afterwards.
  var next: Address?
  /// What was typed before.
  var kept: [(name: String, value: String)] = []
  var problem: PageProblem?
  let isDemonstration: Bool

  var html: HTML {
    let title = words("Đăng nhập", "Sign in")
    let trouble: HTML = problem.map { problem -> HTML in
      let number: HTML = problem.code.map { "<span class=\"code\">\($0.number) \($0.name)</span>" } ?? ""
      return "<div class=\"trouble\" role=\"alert\"><b>\(words(problem.title))</b> \(words(problem.text)) \(number)</div>"
    } ?? ""
    let hidden = kept.html { "<input type=\"hidden\" name=\"\($0)\" value=\"\($1)\">" }
    let after: HTML = next.map { "<input type=\"hidden\" name=\"\(FormField.next)\" value=\"\($0)\">" } ?? ""
    let other: Language = words.language == .vi ? .en : .vi
    let here = Address(.signIn, query: next.map { [(FormField.next, $0.text)] } ?? []).with("lang", other.rawValue)
    let demo: HTML = isDemonstration ? "<header><p class=\"demo\">\(words("DỮ LIỆU TRÌNH DIỄN", "DEMONSTRATION DATA"))</p></header>" : ""
    // A switch of the language would lose what was typed.
    let language: HTML = kept.isEmpty
      ? "<p class=\"also\"><a class=\"in\" href=\"\(here)\" lang=\"\(other.rawValue)\" hreflang=\"\(other.rawValue)\">\(other == .en ? "English" : "Tiếng Việt")</a></p>" : ""
    return """
      <!doctype html><html lang="\(words.language.rawValue)"><head><meta charset="utf-8"><title>\(title) · Thi Đua</title>\
      <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">\
      <link rel="icon" href="\(Asset.icon.path)" type="image/svg+xml"><link rel="stylesheet" href="\(Asset.style.path)"></head><body>\(demo)\
      <main class="sign"><p class="mark"><span aria-hidden="true">★</span> Thi Đua</p><h1>\(title)</h1>\(trouble)\
      <form class="card" method="post" action="\(Address(.signIn))" enctype="multipart/form-data">\(hidden)\(after)\
      <label for="ma">\(words("Mã truy cập", "Token"))</label>\
      <input id="ma" name="\(FormField.token)" type="password" autocomplete="current-password" autocapitalize="none" spellcheck="false" maxlength="200" aria-describedby="ma-gi" autofocus>\
      <p class="hint" id="ma-gi">\(words("88 ký tự, bắt đầu bằng thidua_. Cơ quan thường trực cấp cho mỗi đơn vị.", "88 characters that begin with thidua_. The campaign office issues one to each unit."))</p>\
      <label for="ma-tep">\(words("hoặc tệp chứa mã", "or the file that holds it"))</label><input id="ma-tep" name="tep" type="file">\
      <button class="main" type="submit">\(title)</button></form>\(language)</main></body></html>
      """
  }

  /// Opens the same address again, now from a page of ours.
  static func again(at address: Address, _ words: Words) -> HTML {
    let refresh = "0; url=" + address.text
    return """
    <!doctype html><html lang="\(words.language.rawValue)"><head><meta charset="utf-8"><title>Thi Đua</title>\
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">\
    <meta http-equiv="refresh" content="\(refresh)"><link rel="stylesheet" href="\(Asset.style.path)"></head><body>\
    <main class="sorry"><h1>Thi Đua</h1><p><a href="\(address)">\(words("Mở trang", "Open the page"))</a></p></main></body></html>
    """
  }
}

extension PageView {
  /// How somebody who is signed in is called.
  var visitorName: String {
    if let unit = principal.unit { return snapshot.rulebook.unit(unit)?.name ?? unit.text }
    return principal.name.isEmpty ? roleName : principal.name
  }

  private var roleName: String {
    switch principal.role {
    case .unit: words("Đơn vị", "Unit")
    case .viewer: words("Lãnh đạo, kiểm tra", "Leadership, audit")
    case .office: words("Cơ quan thường trực", "Campaign office")
    case .admin: words("Quản trị", "Administrator")
    case .open:
      snapshot.state.genesis?.isDemonstration ?? false
        ? words("Trình diễn: không cần đăng nhập", "Demonstration: no sign-in needed") : words("Không cần đăng nhập", "No sign-in needed")
    }
  }

  func accountPage(_ session: Session, _ limits: Sessions.Limits) -> HTML {
    let title = words("Tài khoản", "Account")
    var facts: [(String, String)] = [(words("Vai trò", "Role"), roleName)]
    if let unit = principal.unit { facts.append((words("Đơn vị", "Unit"), "\(visitorName) (\(unit.text))")) }
    if !principal.name.isEmpty { facts.append((words("Người giữ mã", "Holder"), principal.name)) }
    if let token = principal.token { facts.append((words("Mã số", "Token id"), token.description)) }
    if let expires = principal.expires { facts.append((words("Mã hết hạn", "The token expires"), expires.vietnameseText)) }
    facts.append((words("Đăng nhập lúc", "Signed in"), session.begun.vietnameseText))
    let minutes = limits.idleMS / 60_000
    facts.append((
      words("Phiên kết thúc", "The session ends"),
      words("sau \(minutes) phút không dùng, muộn nhất \(session.absoluteEnd(limits).vietnameseText)", "after \(minutes) minutes without use, \(session.absoluteEnd(limits).vietnameseText) at the latest")))
    let rows = facts.html { "<div><dt>\($0)</dt><dd>\($1)</dd></div>" }
    let content: HTML = """
      <div class="title"><h1>\(title)</h1></div><section class="card"><dl class="pairs">\(rows)</dl>\
      <form class="acts" method="post" action="\(Address(.signOut))"><input type="hidden" name="\(FormField.key)" value="\(session.formKey)">\
      <button class="main" type="submit">\(words("Đăng xuất", "Sign out"))</button>\
      <button type="submit" name="\(FormField.everywhere)" value="1">\(words("Đăng xuất khỏi mọi máy dùng mã này", "Sign out everywhere with this token"))</button></form></section>
      """
    return document(PageHead(title: title, section: .account), content)
  }
}
