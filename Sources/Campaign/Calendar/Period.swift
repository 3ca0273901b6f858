/// A reporting period (kỳ báo cáo): a half-open interval of days in UTC+7 with a label.
///
/// ```swift
/// Period("2023-03", kind: .legalMonth)!.firstDay     // 2023-02-15
/// Period("2023-Q3", kind: .legalQuarter)!.labelVi    // "Quý 3/2023"
/// ```
///
/// - Source: domain 5.4; the kinds never mix inside one campaign.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let kind: PeriodKind
  public let year: Int
  /// The last month inside, 1–12: 12 for a year, 3, 6, 9 or 12 for a quarter, so that what is asked for by month has its
  /// answer at the end of the period.
  public let month: Int

  /// - Parameter year: 1900–2200.
  /// - Parameter month: The last month inside; left out, the last period of the year.
  public init?(kind: PeriodKind, year: Int, month: Int? = nil) {
    let last = kind.months * kind.perYear
    let month = month ?? last
    guard (1900...2200).contains(year), (1...last).contains(month), month % kind.months == 0 else { return nil }
    self.kind = kind
    self.year = year
    self.month = month
  }

  /// Reads `2023-12` for months, `2023-Q3`, `2023-H1`, `2023-9M`, and `2023` for years.
  public init?(_ text: some StringProtocol, kind: PeriodKind) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = digits(parts[0]), parts.count == (kind.months == 12 ? 1 : 2) else { return nil }
    let part = parts.count == 2 ? Array(parts[1].utf8) : []
    let month: Int?
    switch kind.months {
    case 1: month = part.count == 2 ? digits(parts[1]) : nil
    case 3: month = Self.number(part, behind: "Q").map { $0 * 3 }
    case 6: month = Self.number(part, behind: "H").map { $0 * 6 }
    case 9: month = part == Array("9M".utf8) ? 9 : nil
    default: month = 12
    }
    guard let month else { return nil }
    self.init(kind: kind, year: year, month: month)
  }

  private static func number(_ part: [UInt8], behind letter: Unicode.Scalar) -> Int? {
    guard part.count == 2, part[0] == UInt8(ascii: letter), (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(part[1]) else { return nil }
    return Int(part[1] - UInt8(ascii: "0"))
  }

  /// The number inside its year, from 1: month, quarter, half; 1 for nine months and years.
  public var number: Int { month / kind.months }

  public var description: String {
    let year = padded(year, 4)
    switch kind.months {
    case 1: return "\(year)-\(padded(month, 2))"
    case 3: return "\(year)-Q\(number)"
    case 6: return "\(year)-H\(number)"
    case 9: return "\(year)-9M"
    default: return year
    }
  }

  /// "Tháng 12/2023", "Quý 3/2023", "6 tháng đầu năm 2023", "9 tháng năm 2023", "Năm 2023".
  public var labelVi: String {
    switch kind.months {
    case 1: "Tháng \(month)/\(year)"
    case 3: "Quý \(number)/\(year)"
    case 6: "6 tháng \(number == 1 ? "đầu" : "cuối") năm \(year)"
    case 9: "9 tháng năm \(year)"
    default: "Năm \(year)"
    }
  }

  public var labelEn: String {
    switch kind.months {
    case 1: "Month \(month)/\(year)"
    case 3: "Quarter \(number)/\(year)"
    case 6: "\(number == 1 ? "First" : "Second") half of \(year)"
    case 9: "Nine months of \(year)"
    default: "Year \(year)"
    }
  }

  // MARK: order

  /// Counts the periods of a kind one by one, so that the next period has the next ordinal.
  public var ordinal: Int { year * kind.perYear + number - 1 }

  package init(kind: PeriodKind, ordinal: Int) {
    self.kind = kind
    year = ordinal / kind.perYear
    month = (ordinal % kind.perYear + 1) * kind.months
  }

  public var previous: Period { Period(kind: kind, ordinal: ordinal - 1) }
  public var next: Period { Period(kind: kind, ordinal: ordinal + 1) }
  /// The same period of last year (cùng kỳ năm trước).
  public var lastYear: Period { Period(kind: kind, ordinal: ordinal - kind.perYear) }

  /// Whether nothing of its year comes behind it.
  public var endsItsYear: Bool { number == kind.perYear }

  public static func < (a: Period, b: Period) -> Bool { a.ordinal < b.ordinal }

  // MARK: days

  /// First day inside.
  public var firstDay: CivilDate { boundary(month - kind.months) }

  /// First day behind it: the cut-off (chốt số liệu) is this day's first instant.
  public var endDay: CivilDate { boundary(month) }

  /// The first day behind a month of the year: 0 = the December before, 12 = this December.
  private func boundary(_ month: Int) -> CivilDate {
    // The first day behind a legal month is its own 15th; behind a calendar month, the first of the next.
    let month = kind.isLegal ? month : month + 1
    // Years 1899–2202 and months 1–12 always name a day.
    return CivilDate(
      year: month < 1 ? year - 1 : month > 12 ? year + 1 : year, month: month < 1 ? 12 : month > 12 ? 1 : month,
      day: kind.isLegal ? 15 : 1)!
  }
}
