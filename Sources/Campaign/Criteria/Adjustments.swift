/// Points for recognised initiatives and models (điểm thưởng), added to the total after the tree.
///
/// - Source: domain 4.7 "recognised initiative or model +0.5 each, at most +2.0 per year".
public struct Bonus: Sendable, Hashable {
  public let each: Points
  /// The most that the initiatives of a year add.
  public let mostPerYear: Points

  /// What a number of initiatives adds.
  public func points(for initiatives: Int) -> Points {
    let (all, overflow) = each.millionths.multipliedReportingOverflow(by: Int64(clamping: max(0, initiatives)))
    return overflow ? mostPerYear : min(Points(millionths: all), mostPerYear)
  }
}

/// Points that a late first filing costs its period (điểm trừ do nộp trễ), taken from the total after the tree.
///
/// - Source: domain 4.7 "−0.5 points for 1–2 working days, −1.0 for 3–5, −2.0 beyond; maximum −2.0 per period".
public struct Lateness: Sendable, Hashable {
  public struct Step: Sendable, Hashable {
    /// From so many working days on, at least 1.
    public let days: Int
    public let points: Points
  }
  /// Ascending by days and points.
  public let steps: [Step]
  /// The most that one period loses.
  public let most: Points

  /// What a first filing costs that came so many working days late.
  public func points(forWorkingDays days: Int) -> Points {
    min(steps.last { $0.days <= days }?.points ?? .zero, most)
  }
}
