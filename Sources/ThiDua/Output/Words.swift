import Campaign

enum Language: String, Sendable, CaseIterable { case vi, en }

/// What is written for people, in one of the two languages: sentences, numbers, dates.
struct Words: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
  func callAsFunction(_ text: LocalizedText) -> String { language == .vi ? text.vi : text.en }

  /// `98,12`, with exactly `decimals` decimals.
  func points(_ points: Points, decimals: Int) -> String { number(points.text(decimals: decimals)) }
  /// Without zeros at the end: `92`, `9,2222`.
  func points(_ points: Points) -> String { number(points.description) }

  /// `+0,45`, `−0,30`, `0,00`.
  func gain(_ points: Points, decimals: Int) -> String {
    signed(number(Points(millionths: abs(points.millionths)).text(decimals: decimals)), Int(points.millionths.signum()))
  }

  /// `▲2`, `▼1`, `0`; places gained are better places.
  func moved(_ places: Int) -> Cell {
    if places > 0 { return Cell("▲\(places)", .good) }
    return places < 0 ? Cell("▼\(-places)", .bad) : Cell("0")
  }

  private func signed(_ text: String, _ sign: Int) -> String { sign > 0 ? "+" + text : sign < 0 ? "−" + text : text }

  /// `1.234`.
  func whole(_ number: some BinaryInteger) -> String { self.number(String(number)) }
  func decimal(_ number: ExactDecimal) -> String { self.number(number.description) }

  /// A plain machine number as people read it: `1.234,5` or `1,234.5`.
  private func number(_ plain: String) -> String {
    let negative = plain.hasPrefix("-")
    let parts = plain.drop { $0 == "-" }.split(separator: ".")
    guard let whole = parts.first else { return plain }
    var grouped = ""
    for (offset, digit) in whole.enumerated() {
      if offset > 0, (whole.count - offset) % 3 == 0 { grouped += self(".", ",") }
      grouped.append(digit)
    }
    return (negative ? "−" : "") + grouped + (parts.count > 1 ? self(",", ".") + parts[1] : "")
  }

  /// `08:00 15/12/2023`, in Việt Nam.
  func instant(_ milliseconds: Int64) -> String { Instant(milliseconds: milliseconds).vietnameseText }

  /// `Tháng 12/2023`; the text as it is where it names no period.
  func period(_ text: String) -> String { Period.named(text).map { period($0) } ?? text }
  func period(_ period: Period) -> String { self(period.labelVi, period.labelEn) }
}

/// ISO form for machines, in UTC+7: `2023-12-15T08:00:00+07:00`.
func machineInstant(_ milliseconds: Int64) -> String { Instant(milliseconds: milliseconds).description }

func hexText(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
/// Enough of a digest to compare by eye.
func shortHex(_ bytes: some Sequence<UInt8>) -> String { String(hexText(bytes).prefix(12)) }
