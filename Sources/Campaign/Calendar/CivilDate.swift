/// A day of the Gregorian calendar, as officials write it; no time zone, no clock.
public struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let day: Int

  public init(day: Int) { self.day = day }

  /// - Parameter year: 1–9999.
  /// - Returns: `nil` where the month has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    self.init(day: Self.days(year, month, day))
    guard self.year == year, self.month == month, self.dayOfMonth == day else { return nil }
  }

  /// Reads `2023-12-15`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let y = digits(parts[0]), let m = digits(parts[1]), let d = digits(parts[2])
    else { return nil }
    self.init(year: y, month: m, day: d)
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var dayOfMonth: Int { parts.day }

  /// 0 = Monday … 6 = Sunday.
  public var weekday: Int { ((day + 3) % 7 + 7) % 7 }

  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.day < b.day }
  public static func + (a: CivilDate, days: Int) -> CivilDate { CivilDate(day: a.day + days) }

  public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))" }

  /// The day's first instant in Việt Nam (UTC+7, no daylight saving).
  public var start: Instant { Instant(milliseconds: Int64(day) * 86_400_000 - Instant.vietnamOffset) }

  // The proleptic Gregorian calendar in eras of 400 years that begin on 1 March, so that leap days stand at their end.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let z = day + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

/// A point in time: milliseconds since 1970-01-01T00:00:00Z. The clock that makes it is always a parameter.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads `2023-12-15T08:00` as time in Việt Nam (UTC+7).
  public init?(vietnam text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = CivilDate(halves[0]) else { return nil }
    let clock = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2, clock.allSatisfy({ $0.utf8.count == 2 }), let h = digits(clock[0]), let m = digits(clock[1]),
      h < 24, m < 60
    else { return nil }
    self.init(milliseconds: date.start.milliseconds + Int64(h * 60 + m) * 60_000)
  }

  package static let vietnamOffset: Int64 = 7 * 3_600_000

  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  /// The day in Việt Nam that holds this instant.
  public var vietnamDate: CivilDate {
    let shifted = milliseconds + Self.vietnamOffset
    return CivilDate(day: Int((shifted - (shifted % 86_400_000 + 86_400_000) % 86_400_000) / 86_400_000))
  }

  private var secondsOfDay: Int {
    let shifted = (milliseconds + Self.vietnamOffset) % 86_400_000
    return Int(shifted < 0 ? shifted + 86_400_000 : shifted) / 1000
  }

  /// Machine form in UTC+7: `2023-12-15T08:00:00+07:00`.
  public var description: String {
    let s = secondsOfDay
    return "\(vietnamDate)T\(padded(s / 3600, 2)):\(padded(s / 60 % 60, 2)):\(padded(s % 60, 2))+07:00"
  }

  /// As people write it in Việt Nam: `08:00 15/12/2023`.
  public var vietnameseText: String {
    let s = secondsOfDay
    return "\(padded(s / 3600, 2)):\(padded(s / 60 % 60, 2)) \(vietnamDate.vietnameseText)"
  }
}

extension CivilDate {
  /// `15/12/2023`.
  public var vietnameseText: String { "\(padded(dayOfMonth, 2))/\(padded(month, 2))/\(padded(year, 4))" }
}

package func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}

/// The number that ASCII digits alone spell; `nil` for anything else, so "+5" and "５" are refused.
package func digits(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.utf8.count <= 9 else { return nil }
  var value = 0
  for byte in text.utf8 {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}
