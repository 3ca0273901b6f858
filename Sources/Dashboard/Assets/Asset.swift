import Campaign
import Crypto

/// A file that pages need, held in the program itself.
struct Asset: Sendable {
  /// With a digest of the content in its name, so that it may be kept for ever.
  let path: String
  let type: String
  let rendered: RenderedPage

  private init(_ name: String, _ ending: String, type: String, _ text: String) {
    let bytes = Array(text.utf8)
    path = "/tai-san/\(name).\(hexText(SHA256.hash(data: bytes).prefix(6))).\(ending)"
    self.type = type
    rendered = RenderedPage(type: type, bytes: bytes, tag: "")
  }

  static let style = Asset("trang", "css", type: "text/css; charset=utf-8", StyleSheet.text)
  static let script = Asset("trang", "js", type: "text/javascript; charset=utf-8", Script.text)
  static let icon = Asset(
    "sao", "svg", type: "image/svg+xml",
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#a3161b"/>\
    <path d="M16 5l3.2 7.3 7.8.8-5.9 5.3 1.7 7.8L16 22.2 9.2 26.2l1.7-7.8L5 13.1l7.8-.8z" fill="#fff"/></svg>
    """)
  static let all = [style, script, icon]
}
