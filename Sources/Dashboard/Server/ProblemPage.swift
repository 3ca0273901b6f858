import Campaign
import HTTPTypes

extension PageProblem {
  static let noPage = PageProblem(
    .notFound, title: LocalizedText("Không có trang này", en: "No such page"),
    LocalizedText("Địa chỉ không đúng. Hãy bắt đầu từ trang tóm tắt.", en: "The address is not known. Start from the summary."))
  static let brokenAddress = PageProblem(
    .badRequest, title: LocalizedText("Địa chỉ bị hỏng", en: "Broken address"),
    LocalizedText("Địa chỉ có ký tự mã hóa sai. Hãy mở lại từ trang tóm tắt.", en: "The address has a broken escape. Start from the summary."))
  static let tooLong = PageProblem(
    .addressTooLong, title: LocalizedText("Địa chỉ quá dài", en: "The address is too long"),
    LocalizedText("Không trang nào cần địa chỉ dài như vậy.", en: "No page needs an address as long as this."))
  static let otherHost = PageProblem(
    .misdirected, title: LocalizedText("Tên máy chủ lạ", en: "Unknown host name"),
    LocalizedText(
      "Trang chỉ mở ở tên máy chủ của nó, ví dụ localhost.", en: "These pages answer to their own host name only, for example localhost."))
  static let method = PageProblem(
    .methodNotAllowed, title: LocalizedText("Trang chỉ để xem", en: "This page is read only"),
    LocalizedText("Trang này không nhận dữ liệu.", en: "This page takes no data."))
  static let notLaunched = PageProblem(
    .unavailable, title: LocalizedText("Chưa phát động phong trào nào", en: "No campaign has been launched"),
    LocalizedText(
      "Máy chủ đang chạy nhưng chưa có phong trào. Dùng “thidua campaign launch”.",
      en: "The server runs, and no campaign has been launched. Use “thidua campaign launch”."))
  static let unavailable = PageProblem(
    .unavailable, title: LocalizedText("Tạm thời không mở được", en: "Not available at the moment"),
    LocalizedText("Máy chủ chưa tính được trang này. Hãy thử lại sau.", en: "The server could not make this page. Try again later."))

  static func tooLarge(_ most: Int) -> PageProblem {
    PageProblem(
      .tooLarge, title: LocalizedText("Dữ liệu gửi lên quá lớn", en: "Too much was sent"),
      LocalizedText("Mỗi lần gửi nhiều nhất \(most >> 10) KiB. Chưa lưu gì.", en: "At most \(most >> 10) KiB at a time. Nothing was stored."))
  }
  static let late = PageProblem(
    .late, title: LocalizedText("Gửi quá chậm", en: "Sent too slowly"),
    LocalizedText("Máy chủ đã thôi chờ dữ liệu. Chưa lưu gì; hãy gửi lại.", en: "The server stopped waiting. Nothing was stored; send it again."))
  static let brokenForm = PageProblem(
    .badRequest, title: LocalizedText("Biểu mẫu gửi lên bị hỏng", en: "The form arrived broken"),
    LocalizedText("Không đọc được dữ liệu gửi lên. Chưa lưu gì; hãy mở lại trang và gửi lại.", en: "What was sent cannot be read. Nothing was stored; open the page again."))
  static let tooMany = PageProblem(
    .tooMany, title: LocalizedText("Quá nhiều lần thử", en: "Too many attempts"),
    LocalizedText("Đang có quá nhiều lần đăng nhập sai. Hãy thử lại sau một phút.", en: "Too many wrong sign-ins at the moment. Try again in a minute."))
  /// A form that no page of ours has sent.
  static let foreign = PageProblem(
    .forbidden, code: .foreignRequest, title: LocalizedText("Biểu mẫu không phải từ trang này", en: "The form is not from this page"),
    LocalizedText(
      "Trình duyệt không cho biết biểu mẫu được gửi từ chính trang này. Chưa lưu gì; hãy mở lại trang và gửi lại.",
      en: "The browser does not say that the form was sent from this very page. Nothing was stored; open the page again."))

  /// A page that needs no snapshot.
  func page(_ words: Words, isDemonstration: Bool) -> HTML {
    let number: HTML = code.map { "\($0.number) \($0.name)" } ?? "\(kind.status.code)"
    return plainDocument(words, title: words(title), isDemonstration: isDemonstration, """
      <p>\(number)</p><h1>\(words(title))</h1><p>\(words(text))</p>\
      <p><a href="/">\(words("Trang tóm tắt", "Summary"))</a></p>
      """)
  }
}

/// A page of a few lines, made without a campaign.
func plainDocument(_ words: Words, title: String, isDemonstration: Bool, _ content: HTML) -> HTML {
  let demo: HTML = isDemonstration ? "<p class=\"demo\" role=\"note\">\(words("DỮ LIỆU TRÌNH DIỄN", "DEMONSTRATION DATA"))</p>" : ""
  return """
    <!doctype html><html lang="\(words.language.rawValue)"><head><meta charset="utf-8"><title>\(title) · Thi Đua</title>\
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">\
    <link rel="icon" href="\(Asset.icon.path)" type="image/svg+xml"><link rel="stylesheet" href="\(Asset.style.path)"></head><body>\
    <main class="sorry">\(demo)\(content)</main></body></html>
    """
}

extension PageProblem.Kind {
  var status: HTTPResponse.Status {
    switch self {
    case .badRequest: .badRequest
    case .forbidden: .forbidden
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .late: .requestTimeout
    case .tooLarge: .contentTooLarge
    case .tooMany: .tooManyRequests
    case .addressTooLong: .init(code: 414, reasonPhrase: "URI Too Long")
    case .misdirected: .init(code: 421, reasonPhrase: "Misdirected Request")
    case .unavailable: .serviceUnavailable
    }
  }
}
