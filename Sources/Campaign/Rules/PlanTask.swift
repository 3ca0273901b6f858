/// `TASK`: a product is delivered by a due day, by one or several leads (chủ trì) with others cooperating (phối hợp).
///
/// Every lead has its own copy of the task; the row is met only if all of theirs are. What comes late is not met, and done
/// all the same. A yearly task is due on the last day of each year; a continuous one ("thường xuyên") has no due day, and a
/// proof is expected every year. What is delivered counts for the year that contains its date.
///
/// - Source: seed document 001, annex; domain 2.3 "TASK". Nothing delivered when the day has passed is `MISSING`: decision 11.
public struct PlanTaskRule: RuleKind {
  public enum Recurrence: String, Sendable, CaseIterable { case once, yearly, continuous }

  public static let code = "TASK"
  public static let decidedBy = Evidence.deliveries
  public let product: LocalizedText
  public let cooperating: Who?
  /// Those who cooperate and are no units: "các cơ quan liên quan".
  public let others: LocalizedText?
  public let start: CivilDate?
  /// `nil`: the text names no day, or it recurs.
  public let dueBy: CivilDate?
  public let recurrence: Recurrence

  public init(
    product: LocalizedText, cooperating: Who? = nil, others: LocalizedText? = nil, start: CivilDate? = nil, dueBy: CivilDate?,
    recurrence: Recurrence = .once
  ) {
    self.product = product
    self.cooperating = cooperating
    self.others = others
    self.start = start
    self.dueBy = dueBy
    self.recurrence = recurrence
  }

  public init(reading node: RuleReader) throws {
    product = try node.localized("product")
    cooperating = try node.optionalWho("with")
    others = try node.optionalLocalized("with-text")
    start = try node.optionalDay("start", endOfYear: false)
    recurrence = try node.optionalChoice("recurs", Recurrence.self) ?? .once
    guard recurrence == .once else {
      try node.refuse("due-by", because: "recurs")
      dueBy = nil
      return
    }
    dueBy = try node.dayOrNone("due-by")
    if let start, let dueBy, dueBy < start {
      throw node.contradiction("due-by", "hạn đứng trước ngày bắt đầu.", "the due day stands before the start.")
    }
  }

  /// The last day on time, for the copy of a year; `nil` where there is none.
  public func due(in year: Int) -> CivilDate? {
    switch recurrence {
    case .once: dueBy
    case .yearly: CivilDate(year: year, month: 12, day: 31)
    case .continuous: nil
    }
  }

  /// The first delivery that counts for the copy of a year.
  ///
  /// - Parameter deliveries: Of the task by one unit, ascending by date.
  public func delivered(in year: Int, _ deliveries: [Delivery]) -> Delivery? {
    recurrence == .once ? deliveries.first : deliveries.first { $0.date.year == year }
  }

  public func verdict(_ case: RuleCase) -> Verdict {
    let due = due(in: `case`.year)
    if let done = delivered(in: `case`.year, `case`.deliveries) {
      let text = LocalizedText("nộp ngày \(done.date.vietnameseText)", en: "delivered on \(done.date)")
      guard let due, done.date > due else { return Verdict(.met, text: text) }
      let days = done.date.day - due.day
      return Verdict(
        .notMet,
        text: LocalizedText("\(text.vi), muộn \(days) ngày", en: "\(text.en), \(days) \(days == 1 ? "day" : "days") late"),
        daysLate: days)
    }
    // A year of a recurring task is over whether or not the text names a day.
    let end = recurrence == .once ? due : CivilDate(year: `case`.year, month: 12, day: 31)
    guard let end else {
      return Verdict(
        .pending, .noTarget, text: LocalizedText("văn bản không nêu thời hạn", en: "the text names no due day"))
    }
    guard `case`.hasPassed(end) else { return Verdict(.pending, .notDue) }
    return Verdict(
      .missing, .notSubmitted,
      text: LocalizedText("hết hạn \(end.vietnameseText), chưa có kết quả", en: "due \(end), nothing delivered"))
  }

  public func contradiction(window: ClosedRange<Int>, who: Who?) -> (key: String, text: LocalizedText)? {
    if let year = dueBy?.year, !window.contains(year) {
      return ("due-by", LocalizedText("hạn nằm ngoài \"window\".", en: "the due day lies outside \"window\"."))
    }
    guard let both = who?.named.first(where: Set(cooperating?.named ?? []).contains) else { return nil }
    return (
      "with",
      LocalizedText(
        "đơn vị \"\(both)\" vừa chủ trì vừa phối hợp.", en: "the unit \"\(both)\" both leads and cooperates.")
    )
  }

  public func demand(year: Int) -> LocalizedText {
    let when: LocalizedText =
      switch (recurrence, dueBy) {
      case (.once, let day?): LocalizedText("chậm nhất \(day.vietnameseText)", en: "by \(day)")
      case (.once, nil): LocalizedText("không nêu thời hạn", en: "no due day in the text")
      case (.yearly, _): LocalizedText("hằng năm", en: "every year")
      case (.continuous, _): LocalizedText("thường xuyên", en: "continuously")
      }
    return LocalizedText("\(product.vi); \(when.vi)", en: "\(product.en); \(when.en)")
  }
}
