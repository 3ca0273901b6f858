/// `CHECKLIST`: the items of a list are done, all of them or a share ("hoàn thành 100% các nội dung").
///
/// Items that do not concern the unit leave the list; an empty list is not applicable. An item is done when it is reported
/// with a date up to the end of the window, or inside the year where the list begins anew each year.
///
/// - Source: seed document 000, "6 nội dung"; domain 2.3 "CHECKLIST".
public struct ChecklistRule: RuleKind {
  public struct Item: Sendable, Hashable, Identifiable {
    public let id: String
    public let name: LocalizedText
    /// Whom it concerns; `nil` for everybody.
    public let levels: Set<UnitLevel>?

    public init(id: String, name: LocalizedText, levels: Set<UnitLevel>? = nil) {
      self.id = id
      self.name = name
      self.levels = levels
    }
  }

  public static let code = "CHECKLIST"
  public static let decidedBy = Evidence.deliveries
  public let items: [Item]
  /// Percent of the items that is enough; `nil`: all of them.
  public let least: ExactDecimal?
  public let yearly: Bool

  public init(items: [Item], least: ExactDecimal? = nil, yearly: Bool = false) {
    self.items = items
    self.least = least
    self.yearly = yearly
  }

  public init(reading node: RuleReader) throws {
    items = try node.items("items")
    yearly = try node.flag("yearly")
    if try node.optionalChoice("mode", ["all", "share"]) == "share" {
      least = try node.percent("at-least")
    } else {
      try node.refuse("at-least", because: "mode")
      least = nil
    }
  }

  /// The items that concern a unit.
  public func items(for level: UnitLevel?, without exempt: Set<String>) -> [Item] {
    items.filter { item in
      guard !exempt.contains(item.id) else { return false }
      guard let levels = item.levels, let level else { return true }
      return levels.contains(level)
    }
  }

  /// The last day on which an item counts, for the list of a year.
  public func end(year: Int, window: ClosedRange<Int>) -> CivilDate? {
    CivilDate(year: yearly ? year : window.upperBound, month: 12, day: 31)
  }

  /// What proves an item for the list of a year.
  ///
  /// - Parameter deliveries: Of the rule by one unit, ascending by date.
  public func done(_ item: Item, year: Int, window: ClosedRange<Int>, _ deliveries: [Delivery]) -> Delivery? {
    guard let end = end(year: year, window: window) else { return nil }
    return deliveries.first { $0.item == item.id && $0.date <= end && (!yearly || $0.date.year == year) }
  }

  public func verdict(_ case: RuleCase) -> Verdict {
    let items = items(for: `case`.level, without: `case`.exempt)
    guard !items.isEmpty, let end = end(year: `case`.year, window: `case`.window) else {
      return Verdict(
        .notApplicable, .zeroDenominator,
        text: LocalizedText("không có nội dung nào thuộc diện", en: "no item concerns it"))
    }
    let missing = items.filter { done($0, year: `case`.year, window: `case`.window, `case`.deliveries) == nil }
    let count = items.count - missing.count
    let share = Fraction(Int128(100 * count), Int128(items.count))
    var text = LocalizedText("\(count)/\(items.count) nội dung", en: "\(count) of \(items.count) items")
    if let first = missing.first {
      let more = missing.count > 1 ? (vi: " và \(missing.count - 1) nội dung khác", en: " and \(missing.count - 1) more") : ("", "")
      text = LocalizedText("\(text.vi), thiếu: \(first.name.vi)\(more.0)", en: "\(text.en), without: \(first.name.en)\(more.1)")
    }
    if share >= (least ?? ExactDecimal(100)).fraction { return Verdict(.met, text: text, share: share) }
    guard `case`.hasPassed(end) else { return Verdict(.pending, .notDue, text: text, share: share) }
    return count == 0
      ? Verdict(.missing, .notSubmitted, text: text, share: share) : Verdict(.notMet, text: text, share: share)
  }

  public func demand(year: Int) -> LocalizedText {
    let yearly = yearly ? (vi: " hằng năm", en: " every year") : ("", "")
    guard let least else {
      return LocalizedText("đủ \(items.count) nội dung\(yearly.0)", en: "all of \(items.count) items\(yearly.1)")
    }
    return LocalizedText(
      "≥ \(least.vietnameseText)% của \(items.count) nội dung\(yearly.0)", en: "≥ \(least)% of \(items.count) items\(yearly.1)")
  }
}
