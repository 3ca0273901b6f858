/// Which longer periods a period belongs to.
extension Period {
  /// The longer periods of the same family that end with this one, the shortest first: June closes the second quarter and
  /// the first half-year; September the third quarter and nine months; December the fourth quarter, the second half and
  /// the year.
  public var closes: [Period] {
    kind.family.filter { $0.months > kind.months && $0.months % kind.months == 0 }
      .compactMap { Period(kind: $0, year: year, month: month) }
  }

  /// The periods of a shorter kind of the same family that make it up, in order; empty for a kind that does not.
  ///
  /// ```swift
  /// Period("2023-Q3", kind: .legalQuarter)!.parts(.legalMonth)   // 2023-07, 2023-08, 2023-09
  /// ```
  public func parts(_ shorter: PeriodKind) -> [Period] {
    guard shorter.isLegal == kind.isLegal, shorter.months <= kind.months, kind.months % shorter.months == 0 else { return [] }
    return stride(from: month - kind.months + shorter.months, through: month, by: shorter.months)
      .compactMap { Period(kind: shorter, year: year, month: $0) }
  }

  /// The period of a kind whose last month is the given one or the nearest behind it in the year; for nine months, whose year
  /// has no later one, those nine months.
  ///
  /// - Parameter day: The years 1900–2200.
  package init?(kind: PeriodKind, around day: CivilDate) {
    let last = (day.month + kind.months - 1) / kind.months * kind.months
    self.init(kind: kind, year: day.year, month: min(last, kind.months * kind.perYear))
  }

  /// The period that a text names in any kind; what is shown of it is the same in both families.
  public static func named(_ text: some StringProtocol) -> Period? {
    PeriodKind.allCases.lazy.compactMap { Period(text, kind: $0) }.first
  }
}
