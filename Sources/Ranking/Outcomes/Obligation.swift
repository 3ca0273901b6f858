public import Campaign

/// One thing that a unit owes under a rule: a task, an item of a list, or an event in an interval (nghĩa vụ).
public struct Obligation: Sendable {
  public enum Role: String, Sendable, CaseIterable {
    /// Answerable for it: who leads a task (chủ trì), who has to keep a list or a cadence.
    case lead
    /// Contributes (phối hợp) and is never late: what a row says of its due day is said of those who lead it.
    case cooperating
  }

  public enum State: Sendable, Hashable {
    /// The due day, or the year in which a proof is expected, is not over.
    case open
    case done
    /// - Parameter days: By which it came too late, at least 1.
    case doneLate(days: Int)
    /// - Parameter days: Since the due day, or since the end of the year in which a proof was expected; at least 1.
    case overdue(days: Int)
    /// The campaign office exempted the unit, or all who lead it.
    case notApplicable
    /// Not done, and the text names no day.
    case noDate
    /// Not done, and no longer owed: the share that the rule demands is reached without it.
    case enough
  }

  /// What of the rule it is.
  public enum Part: Sendable, Hashable {
    /// A task that is done once.
    case whole
    /// The copy of a year: of a task that recurs, or of events whose interval the text does not name.
    case year(Int)
    /// - Parameter year: Of a list that begins anew each year; `nil`: of a list that is done once.
    case item(ChecklistRule.Item, year: Int?)
    case interval(CadenceRule.Span)
  }

  public let rule: Rule
  public let part: Part
  public let role: Role
  /// The last day on time; `nil`: the text names none.
  public let due: CivilDate?
  public let state: State
  /// What proves it, ascending by date; of several leads, theirs.
  public let proofs: [Delivery]
  /// Why it does not apply, where that was decided.
  public let exemption: String?
}

extension Obligation.State {
  /// "OVERDUE", without the days.
  public var code: String {
    switch self {
    case .open: "OPEN"
    case .done: "DONE"
    case .doneLate: "DONE_LATE"
    case .overdue: "OVERDUE"
    case .notApplicable: "NOT_APPLICABLE"
    case .noDate: "NO_DATE"
    case .enough: "ENOUGH"
    }
  }

  /// "quá hạn 10 ngày".
  public var text: LocalizedText {
    switch self {
    case .open: LocalizedText("chưa đến hạn", en: "open")
    case .done: LocalizedText("đã xong", en: "done")
    case .doneLate(let days): LocalizedText("xong, muộn \(days) ngày", en: "done, \(days) \(days == 1 ? "day" : "days") late")
    case .overdue(let days): LocalizedText("quá hạn \(days) ngày", en: "\(days) \(days == 1 ? "day" : "days") overdue")
    case .notApplicable: LocalizedText("không áp dụng", en: "not applicable")
    case .noDate: LocalizedText("văn bản không nêu thời hạn", en: "no due day in the text")
    case .enough: LocalizedText("không còn phải làm, đã đủ tỷ lệ", en: "no longer owed, the share is reached")
    }
  }
}

extension Obligation.Part {
  /// "tháng 3/2023", "năm 2021", the name of an item; empty for a task that is done once.
  public var text: LocalizedText {
    switch self {
    case .whole: LocalizedText("")
    case .year(let year): LocalizedText("năm \(year)", en: "\(year)")
    case .item(let item, nil): item.name
    case .item(let item, let year?): LocalizedText("\(item.name.vi) (năm \(year))", en: "\(item.name.en) (\(year))")
    case .interval(let span): span.label
    }
  }
}
