import Campaign
import Ranking
import Service

/// What one page is made from: a snapshot, a language, an address.
struct PageView: Sendable {
  let snapshot: Snapshot
  let words: Words
  let address: Address
  var principal = Principal.open
  var known = KnownNames()

  /// A unit's name, which leads to its page for those who may see that.
  func unitLink(_ unit: ReportingUnit, _ period: Period? = nil) -> HTML {
    guard principal.may(.readUnit(unit.id)) else { return "\(unit.name)" }
    return "<a href=\"\(Address(.unit(unit.id.text, period: period?.description)))\">\(unit.name)</a>"
  }

  /// The value of a name in the address' query; `nil` where it is not there or is empty.
  func query(_ name: String) -> String? { address.query.last { $0.name == name && !$0.value.isEmpty }?.value }

  // MARK: periods

  /// The period that an address names, or the latest closed one, or the first.
  ///
  /// - Throws: ``PageProblem`` for a text that names no period of the campaign that has opened.
  func period(_ text: String?) throws(PageProblem) -> ShownPeriod {
    guard let text else {
      let latest = snapshot.latestClosed ?? snapshot.standings.scope.first
      return ShownPeriod(named: latest, last: latest)
    }
    if let known = ShownPeriod(text, in: snapshot) { return known }
    throw PageProblem(
      .notFound, title: LocalizedText("Không có kỳ này", en: "No such period"),
      LocalizedText(
        "Không có kỳ “\(text)” trong phong trào, hoặc kỳ chưa mở.",
        en: "There is no period “\(text)” in the campaign, or it has not opened."))
  }

  func label(_ period: Period) -> String { words.period(period) }

  /// "tạm tính", "đã chốt".
  func status(_ period: Period) -> String {
    snapshot.isProvisional(period) ? words("tạm tính", "provisional") : words("đã chốt", "closed")
  }

  // MARK: units

  /// The name of the unit it belongs to: names of communes repeat themselves.
  func parent(_ unit: ReportingUnit, _ rulebook: Rulebook) -> String? { unit.parent.flatMap { rulebook.unit($0)?.name } }
}

/// A period as an address names it, and the campaign's own period whose places are shown for it.
///
/// Points add up from the start of the year, so that a quarter, a half-year and a year have the places of their last period;
/// a longer period that still runs has those of the latest that has opened.
struct ShownPeriod: Sendable, Hashable {
  let named: Period
  let last: Period

  init(named: Period, last: Period) {
    self.named = named
    self.last = last
  }

  init?(_ text: String, in snapshot: Snapshot) {
    let latest = snapshot.standings.scope.last
    if let own = snapshot.period(text) {
      guard own <= latest, own >= snapshot.standings.scope.first else { return nil }
      self.init(named: own, last: own)
      return
    }
    let kind = latest.kind
    let longer = kind.family.filter { $0.months > kind.months && $0.months % kind.months == 0 }
    guard let named = longer.lazy.compactMap({ Period(text, kind: $0) }).first, let last = Self.last(of: named, snapshot) else { return nil }
    self.init(named: named, last: last)
  }

  /// The campaign's period with whose places a longer one is shown; `nil` where none of it has opened.
  private static func last(of named: Period, _ snapshot: Snapshot) -> Period? {
    let scope = snapshot.standings.scope
    guard let end = Period(kind: scope.last.kind, year: named.year, month: named.month) else { return nil }
    let shown = min(end, scope.last)
    guard shown >= scope.first, shown.endDay > named.firstDay, shown.year == named.year else { return nil }
    return shown
  }

  /// The last period of the one before of the same length.
  func previous(in snapshot: Snapshot) -> Period? {
    named == last ? last.previous : Self.last(of: named.previous, snapshot)
  }

  var isLonger: Bool { named != last }
}

/// Why there is no page, in words for whoever asked.
struct PageProblem: Error, Sendable {
  enum Kind: Sendable {
    case badRequest, forbidden, notFound, methodNotAllowed, late, tooLarge, addressTooLong, misdirected, tooMany, unavailable
  }
  let kind: Kind
  /// Where it has a number.
  var code: ProblemCode?
  let title: LocalizedText
  let text: LocalizedText

  init(_ kind: Kind, code: ProblemCode? = nil, title: LocalizedText, _ text: LocalizedText) {
    self.kind = kind
    self.code = code
    self.title = title
    self.text = text
  }

  static func noBlock(_ block: String) -> PageProblem {
    PageProblem(
      .notFound, title: LocalizedText("Không có khối này", en: "No such block"),
      LocalizedText("Phong trào không có khối “\(block)”.", en: "The campaign has no block “\(block)”."))
  }
  static func noUnit(_ unit: String) -> PageProblem {
    PageProblem(
      .notFound, title: LocalizedText("Không có đơn vị này", en: "No such unit"),
      LocalizedText("Không có đơn vị “\(unit)” trong danh sách của phong trào.", en: "There is no unit “\(unit)” on the campaign's roster."))
  }
}
