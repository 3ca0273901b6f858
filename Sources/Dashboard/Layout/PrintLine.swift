import Campaign
import Service

/// What stands at the foot of every printed sheet: period, journal position, digest.
///
/// Only a style sheet can write into a page's margin, and a style sheet is a file of its own here. Its address carries the few
/// facts; each is read strictly, so that nobody else's words can be printed by way of it.
struct PrintLine: Sendable, Hashable {
  let language: Language
  let period: Period?
  let isProvisional: Bool
  let position: UInt64
  /// Twelve hexadecimal digits.
  let digest: String
  let isDemonstration: Bool

  init(_ view: PageView, _ period: Period?) {
    let snapshot = view.snapshot
    language = view.words.language
    self.period = period
    isProvisional = period.map(snapshot.isProvisional) ?? false
    position = snapshot.state.position
    digest = shortHex((period.map { snapshot.span(of: $0).version } ?? snapshot.current.version).digest)
    isDemonstration = snapshot.state.genesis?.isDemonstration ?? false
  }

  private static let folder = "/tai-san/in/"

  /// `/tai-san/in/vi/2023-11/chot/3092/5d0c1a2b3c4d/that.css`
  var path: String {
    Self.folder
      + [
        language.rawValue, period?.description ?? "-", isProvisional ? "tam" : "chot", String(position), digest, isDemonstration ? "trinh-dien" : "that",
      ].joined(separator: "/") + ".css"
  }

  init?(path: Substring) {
    guard path.hasPrefix(Self.folder), path.hasSuffix(".css") else { return nil }
    let parts = path.dropFirst(Self.folder.count).dropLast(4).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 6, let language = Language(rawValue: String(parts[0])), parts[1] == "-" || Period.named(parts[1]) != nil,
      ["tam", "chot"].contains(parts[2]), let position = UInt64(parts[3]), parts[4].utf8.count == 12, parts[4].allSatisfy(\.isHexDigit),
      ["trinh-dien", "that"].contains(parts[5])
    else { return nil }
    self.language = language
    period = Period.named(parts[1])
    isProvisional = parts[2] == "tam"
    self.position = position
    digest = parts[4].lowercased()
    isDemonstration = parts[5] == "trinh-dien"
  }

  /// In one line.
  var facts: String {
    let words = Words(language)
    var facts: [String] = []
    if isDemonstration { facts.append(words("DỮ LIỆU TRÌNH DIỄN", "DEMONSTRATION")) }
    if let period { facts.append("\(words.period(period)), \(isProvisional ? words("tạm tính", "provisional") : words("đã chốt", "closed"))") }
    facts.append(words("nhật ký mục ", "journal entry ") + words.whole(position))
    facts.append(words("bộ quy tắc ", "rulebook ") + digest)
    return facts.joined(separator: " · ")
  }

  var css: String {
    "@page{@bottom-left{content:\"\(facts)\";font:8pt system-ui,\"Noto Sans\",sans-serif;white-space:nowrap}}"
  }
}
