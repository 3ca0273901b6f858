/// How a campaign cuts time into reporting periods.
///
/// A kind belongs to one of two families that never mix: *legal* periods begin and end at the 15th of a month, *calendar*
/// periods at the first.
///
/// - Source: domain 5.4; Decree 09/2019/NĐ-CP for the legal family.
public enum PeriodKind: String, Sendable, CaseIterable {
  /// Tháng báo cáo: from the 15th of the month before to the 14th (`2023-03` = 15/02–14/03).
  case legalMonth = "legal-month"
  case calendarMonth = "calendar-month"
  /// `2023-Q3` = 15/06–14/09.
  case legalQuarter = "legal-quarter"
  case calendarQuarter = "calendar-quarter"
  /// `2023-H1` = 15/12–14/06, `2023-H2` = 15/06–14/12.
  case legalHalf = "legal-half"
  case calendarHalf = "calendar-half"
  /// `2023-9M` = 15/12–14/09; one a year, so that three months lie between one and the next.
  case legalNineMonths = "legal-nine-months"
  case calendarNineMonths = "calendar-nine-months"
  /// `2023` = 15/12–14/12.
  case legalYear = "legal-year"
  /// The calendar year.
  case year

  /// The length of a period in months: 1, 3, 6, 9 or 12.
  public var months: Int {
    switch self {
    case .legalMonth, .calendarMonth: 1
    case .legalQuarter, .calendarQuarter: 3
    case .legalHalf, .calendarHalf: 6
    case .legalNineMonths, .calendarNineMonths: 9
    case .legalYear, .year: 12
    }
  }

  /// How many periods of the kind a year has: 12, 4, 2 or 1.
  public var perYear: Int { 12 / months }

  /// Whether its periods begin and end at the 15th.
  public var isLegal: Bool {
    switch self {
    case .legalMonth, .legalQuarter, .legalHalf, .legalNineMonths, .legalYear: true
    case .calendarMonth, .calendarQuarter, .calendarHalf, .calendarNineMonths, .year: false
    }
  }

  /// The kinds of the same family, the shortest first.
  public var family: [PeriodKind] { Self.allCases.filter { $0.isLegal == isLegal } }

  /// A period of the kind as it is written: "2023-12", "2023-Q4".
  public var example: String { Period(kind: self, year: 2023)?.description ?? "" }

  /// "tháng báo cáo", "legal months".
  public var name: LocalizedText {
    switch self {
    case .legalMonth: LocalizedText("tháng báo cáo", en: "legal months")
    case .calendarMonth: LocalizedText("tháng", en: "calendar months")
    case .legalQuarter: LocalizedText("quý báo cáo", en: "legal quarters")
    case .calendarQuarter: LocalizedText("quý", en: "calendar quarters")
    case .legalHalf: LocalizedText("6 tháng báo cáo", en: "legal half-years")
    case .calendarHalf: LocalizedText("6 tháng", en: "calendar half-years")
    case .legalNineMonths: LocalizedText("9 tháng báo cáo", en: "legal nine months")
    case .calendarNineMonths: LocalizedText("9 tháng", en: "calendar nine months")
    case .legalYear: LocalizedText("năm báo cáo", en: "legal years")
    case .year: LocalizedText("năm", en: "years")
    }
  }
}
