package enum Language: String, Sendable, CaseIterable { case vi, en }

/// What is written for people, in one of the two languages: sentences, numbers, dates.
package struct Words: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  package func callAsFunction(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
  package func callAsFunction(_ text: LocalizedText) -> String { language == .vi ? text.vi : text.en }

  /// `98,12`, with exactly `decimals` decimals.
  package func points(_ points: Points, decimals: Int) -> String { number(points.text(decimals: decimals)) }
  /// Without zeros at the end: `92`, `9,2222`.
  package func points(_ points: Points) -> String { number(points.description) }

  /// `+0,45`, `−0,30`, `0,00`.
  package func gain(_ points: Points, decimals: Int) -> String {
    signed(number(Points(millionths: abs(points.millionths)).text(decimals: decimals)), Int(points.millionths.signum()))
  }

  private func signed(_ text: String, _ sign: Int) -> String { sign > 0 ? "+" + text : sign < 0 ? "−" + text : text }

  /// `1.234`.
  package func whole(_ number: some BinaryInteger) -> String { self.number(String(number)) }
  package func decimal(_ number: ExactDecimal) -> String { self.number(number.description) }

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
  package func instant(_ milliseconds: Int64) -> String { Instant(milliseconds: milliseconds).vietnameseText }

  /// `Tháng 12/2023`; the text as it is where it names no period.
  package func period(_ text: String) -> String { Period.named(text).map { period($0) } ?? text }
  package func period(_ period: Period) -> String { self(period.labelVi, period.labelEn) }
}

/// ISO form for machines, in UTC+7: `2023-12-15T08:00:00+07:00`.
package func machineInstant(_ milliseconds: Int64) -> String { Instant(milliseconds: milliseconds).description }

package func hexText(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
/// Enough of a digest to compare by eye.
package func shortHex(_ bytes: some Sequence<UInt8>) -> String { String(hexText(bytes).prefix(12)) }
