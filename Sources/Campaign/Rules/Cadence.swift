/// `CADENCE`: an event happens at least so many times in each interval ("giao ban hằng tháng").
///
/// An event counts for the interval that contains its date, whenever it was entered. One that was entered after its
/// interval satisfies it, and the verdict says by how many days it came late. In a year that is not over the rule is
/// pending, unless what is left can no longer make it good. Intervals without a day of the campaign are not asked for.
///
/// - Source: seed documents 001, 002 and 004; domain 2.3 "CADENCE".
public struct CadenceRule: RuleKind {
  public enum Interval: String, Sendable, CaseIterable {
    case week, month, quarter, year
    /// The text names none, or refers to another text.
    case unspecified
  }
  /// An interval of the calendar; both days belong to it.
  public struct Span: Sendable, Hashable {
    public let first: CivilDate
    public let last: CivilDate
    /// "tháng 3/2023", "week of 2023-03-06".
    public let label: LocalizedText

    public func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }
  }

  public static let code = "CADENCE"
  public static let decidedBy = Evidence.deliveries
  public let every: Interval
  /// Events in an interval that are enough, 1–1,000.
  public let times: Int
  /// Percent of the closed intervals that has to be satisfied, above 0 and at most 100.
  public let least: ExactDecimal

  public init(every: Interval, times: Int = 1, least: ExactDecimal = ExactDecimal(100)) {
    self.every = every
    self.times = times
    self.least = least
  }

  public init(reading node: RuleReader) throws {
    every = try node.choice("every", Interval.self)
    if every == .unspecified { try node.refuse("times", "at-least", because: "every") }
    times = try node.optionalInteger("times", in: 1...1000) ?? 1
    least = try node.optionalPercent("at-least") ?? ExactDecimal(100)
  }

  /// The intervals of a year, ascending; a week belongs to the year of its Thursday.
  public func spans(in year: Int) -> [Span] {
    switch every {
    case .unspecified: return []
    case .week:
      guard let inFirstWeek = CivilDate(year: year, month: 1, day: 4) else { return [] }
      var monday = inFirstWeek + -inFirstWeek.weekday
      var spans: [Span] = []
      while (monday + 3).year == year {
        spans.append(
          Span(
            first: monday, last: monday + 6, label: LocalizedText("tuần từ \(monday.vietnameseText)", en: "week of \(monday)")))
        monday = monday + 7
      }
      return spans
    case .month, .quarter, .year:
      let kind: PeriodKind = every == .month ? .calendarMonth : every == .quarter ? .calendarQuarter : .year
      return (1...kind.perYear).compactMap { Period(kind: kind, year: year, month: $0 * kind.months) }.map { period in
        Span(
          first: period.firstDay, last: period.endDay + -1,
          label: LocalizedText(period.labelVi.lowercased(), en: period.labelEn.lowercased()))
      }
    }
  }

  /// The intervals of a year that have a day of the campaign.
  public func spans(in year: Int, campaign: (first: CivilDate?, last: CivilDate?)) -> [Span] {
    spans(in: year).filter { span in
      (campaign.first.map { $0 <= span.last } ?? true) && (campaign.last.map { span.first <= $0 } ?? true)
    }
  }

  /// The events inside an interval.
  public func events(in span: Span, _ deliveries: [Delivery]) -> [Delivery] { deliveries.filter { span.contains($0.date) } }

  /// Days behind the interval at which enough events had been entered; `nil` if inside it, or where nobody knows.
  public func daysLate(_ span: Span, _ deliveries: [Delivery]) -> Int? {
    let entered = events(in: span, deliveries).map { $0.enteredOn ?? $0.date }.sorted()
    guard entered.count >= times, entered[times - 1] > span.last else { return nil }
    return entered[times - 1].day - span.last.day
  }

  public func verdict(_ case: RuleCase) -> Verdict {
    let year = `case`.year
    let spans = spans(in: year, campaign: `case`.campaign)
    guard every != .unspecified else {
      let count = `case`.deliveries.count { $0.date.year == year }
      return Verdict(
        .undetermined, .noTarget,
        text: LocalizedText(
          "\(count) lần trong năm \(year); văn bản không nêu bao lâu một lần",
          en: "\(count) times in \(year); the text does not say how often"))
    }
    guard !spans.isEmpty else {
      return Verdict(
        .notApplicable,
        text: LocalizedText("phong trào chưa bắt đầu hoặc đã kết thúc", en: "the campaign has not begun or is over"))
    }
    let closed = spans.filter { `case`.hasPassed($0.last) }
    guard !closed.isEmpty else { return Verdict(.pending, .notDue) }
    let satisfied = closed.filter { events(in: $0, `case`.deliveries).count >= times }
    let share = Fraction(Int128(100 * satisfied.count), Int128(closed.count))
    let late = satisfied.compactMap { daysLate($0, `case`.deliveries) }.max()
    var text = LocalizedText(
      "\(satisfied.count)/\(closed.count) \(name.vi) đã qua", en: "\(satisfied.count) of \(closed.count) past \(name.en)")
    if let missed = closed.first(where: { !satisfied.contains($0) }) {
      text = LocalizedText("\(text.vi), thiếu \(missed.label.vi)", en: "\(text.en), none in \(missed.label.en)")
    }
    if let late {
      text = LocalizedText(
        "\(text.vi), ghi nhận muộn nhất \(late) ngày", en: "\(text.en), entered up to \(late) \(late == 1 ? "day" : "days") late")
    }
    let reachable = Fraction(Int128(100 * (satisfied.count + spans.count - closed.count)), Int128(spans.count))
    if reachable < least.fraction {
      let nothing = closed.allSatisfy { events(in: $0, `case`.deliveries).isEmpty }
      return nothing
        ? Verdict(.missing, .notSubmitted, text: text, share: share)
        : Verdict(.notMet, text: text, share: share, daysLate: late)
    }
    return closed.count < spans.count
      ? Verdict(.pending, .notDue, text: text, share: share, daysLate: late)
      : Verdict(.met, text: text, share: share, daysLate: late)
  }

  private var name: LocalizedText {
    switch every {
    case .week: LocalizedText("tuần", en: "weeks")
    case .month: LocalizedText("tháng", en: "months")
    case .quarter: LocalizedText("quý", en: "quarters")
    case .year, .unspecified: LocalizedText("năm", en: "years")
    }
  }

  public func demand(year: Int) -> LocalizedText {
    guard every != .unspecified else {
      return LocalizedText("định kỳ; văn bản không nêu bao lâu một lần", en: "periodically; the text does not say how often")
    }
    let one = String(name.en.dropLast())
    let vi = "mỗi \(name.vi) ít nhất \(times) lần"
    let en = times == 1 ? "at least once a \(one)" : "at least \(times) times a \(one)"
    guard least < ExactDecimal(100) else { return LocalizedText(vi, en: en) }
    return LocalizedText("\(vi), ở ≥ \(least.vietnameseText)% số \(name.vi)", en: "\(en), in ≥ \(least)% of the \(name.en)")
  }
}
