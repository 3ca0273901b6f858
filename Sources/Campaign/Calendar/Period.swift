/// How a campaign cuts time into reporting periods.
public enum PeriodKind: String, Sendable, CaseIterable {
  /// Tháng báo cáo: from the 15th of the month before to the 14th (Decree 09/2019/NĐ-CP; `2023-03` = 15/02–14/03).
  case legalMonth = "legal-month"
  case calendarMonth = "calendar-month"
  case year
}

/// A reporting period (kỳ báo cáo): a half-open interval of days in UTC+7 with a label.
///
/// ```swift
/// Period("2023-03", kind: .legalMonth)!.firstDay   // 2023-02-15
/// ```
///
/// - Source: domain 5.4; the two kinds never mix inside one campaign.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let kind: PeriodKind
  public let year: Int
  /// 1–12; 12 for a year, so that periods of a kind are ordered by year and month.
  public let month: Int

  /// - Parameter year: 1900–2200.
  public init?(kind: PeriodKind, year: Int, month: Int = 12) {
    guard (1900...2200).contains(year), (1...12).contains(month), kind != .year || month == 12 else { return nil }
    self.kind = kind
    self.year = year
    self.month = month
  }

  /// Reads `2023-12` for months and `2023` for years.
  public init?(_ text: some StringProtocol, kind: PeriodKind) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = digits(parts[0]) else { return nil }
    switch (kind, parts.count) {
    case (.year, 1): self.init(kind: kind, year: year)
    case (.legalMonth, 2), (.calendarMonth, 2):
      guard parts[1].utf8.count == 2, let month = digits(parts[1]) else { return nil }
      self.init(kind: kind, year: year, month: month)
    default: return nil
    }
  }

  public var description: String { kind == .year ? padded(year, 4) : "\(padded(year, 4))-\(padded(month, 2))" }

  /// "Tháng 12/2023", "Năm 2023".
  public var labelVi: String { kind == .year ? "Năm \(year)" : "Tháng \(month)/\(year)" }
  public var labelEn: String { kind == .year ? "Year \(year)" : "Month \(month)/\(year)" }

  /// Counts the periods of a kind one by one, so that the next period has the next ordinal.
  public var ordinal: Int { kind == .year ? year : year * 12 + month - 1 }

  package init(kind: PeriodKind, ordinal: Int) {
    self.kind = kind
    year = kind == .year ? ordinal : ordinal / 12
    month = kind == .year ? 12 : ordinal % 12 + 1
  }

  public var previous: Period { Period(kind: kind, ordinal: ordinal - 1) }
  public var next: Period { Period(kind: kind, ordinal: ordinal + 1) }
  /// The same month of last year; for years, last year.
  public var lastYear: Period { Period(kind: kind, ordinal: ordinal - (kind == .year ? 1 : 12)) }

  public static func < (a: Period, b: Period) -> Bool { a.ordinal < b.ordinal }

  /// First day inside.
  public var firstDay: CivilDate {
    switch kind {
    case .legalMonth: previous.cutOff(15)
    case .calendarMonth: cutOff(1)
    case .year: CivilDate(year: year, month: 1, day: 1)!
    }
  }

  /// First day behind it: the cut-off (chốt số liệu) is this day's first instant.
  public var endDay: CivilDate {
    switch kind {
    case .legalMonth: cutOff(15)
    case .calendarMonth: next.cutOff(1)
    case .year: CivilDate(year: year + 1, month: 1, day: 1)!
    }
  }

  // Year 1900–2200 and month 1–12 always name a day.
  private func cutOff(_ day: Int) -> CivilDate { CivilDate(year: year, month: month, day: day)! }
}
