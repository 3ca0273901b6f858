/// Days off and worked weekend days of some years, each year with the decision it comes from.
///
/// A rulebook names a table (`holidays: vietnam-2022-2026`), adds days to it and takes days away; a table that is printed
/// here is never changed, because months that are scored keep the deadlines they were scored with. A decision that comes
/// later is a line of the rulebook, or a further table.
///
/// - Source: domain 5.4 "Working days need a holiday table including Tết; compensatory working Saturdays exist".
public struct HolidayTable: Sendable, Identifiable {
  /// How a day is known.
  public enum Basis: String, Sendable {
    /// From the decision of the year, read as published or in a report that quotes it.
    case decision
    /// Follows from the Labour Code 45/2019/QH14: article 112, or 111(3) for a day in lieu.
    case code
    /// Printed somewhere; the decision itself was not seen.
    case unverified
  }

  /// A day off that would be a working day by its weekday.
  public struct DayOff: Sendable, Hashable {
    public let date: CivilDate
    public let basis: Basis
    /// "Tết Nguyên đán", "nghỉ bù Tết Dương lịch".
    public let reason: String
  }

  public struct Year: Sendable {
    public let year: Int
    /// Ascending.
    public let daysOff: [DayOff]
    /// Saturdays that are worked, each with the day off it is exchanged for.
    public let worked: [(date: CivilDate, for: CivilDate)]
    /// The decisions of the year, and what of them was not seen.
    public let source: String
  }

  public let id: String
  /// Ascending, without gap.
  public let years: [Year]

  public static let all: [HolidayTable] = [.vietnam2022to2026]

  public static func named(_ id: String) -> HolidayTable? { all.first { $0.id == id } }

  /// The last year of which the decision is out.
  public var lastYear: Int { years.last?.year ?? 0 }

  public var daysOff: Set<CivilDate> { Set(years.flatMap { $0.daysOff.map(\.date) }) }
  public var worked: Set<CivilDate> { Set(years.flatMap { $0.worked.map(\.date) }) }

  /// Days off of a later year as far as the law fixes them without a decision: 1 January, 30 April, 1 May, 2 September,
  /// or the next free working day behind one on a weekend. Tết, the Hùng Kings' day and the second day of National Day
  /// move with the moon or with a decision: they are not guessed.
  ///
  /// - Source: Labour Code 45/2019/QH14, articles 111(3) and 112.
  public static func provisional(_ year: Int) -> [CivilDate] {
    let fixed = [(1, 1), (4, 30), (5, 1), (9, 2)].compactMap { CivilDate(year: year, month: $0, day: $1) }
    var taken = Set(fixed)
    return fixed.map { date in
      var off = date
      while off.weekday >= 5 || (off != date && taken.contains(off)) { off = off + 1 }
      taken.insert(off)
      return off
    }.sorted()
  }

  /// How many years behind the last decision have provisional days.
  static let provisionalYears = 10
}
