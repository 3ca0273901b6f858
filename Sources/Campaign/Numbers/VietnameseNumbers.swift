extension ExactDecimal {
  /// As people write it in Việt Nam: `1.234,5`.
  public var vietnameseText: String { vietnamese(description) }
}

extension Points {
  /// `98,12` with exactly `decimals` decimals (0–6).
  public func vietnameseText(decimals: Int) -> String { vietnamese(text(decimals: decimals)) }
}

/// Turns a plain decimal (`-1234.5`) into the Vietnamese form (`-1.234,5`).
package func vietnamese(_ plain: String) -> String {
  let negative = plain.hasPrefix("-")
  let parts = plain.drop { $0 == "-" }.split(separator: ".")
  guard let whole = parts.first else { return plain }
  var grouped = ""
  for (offset, digit) in whole.enumerated() {
    if offset > 0, (whole.count - offset) % 3 == 0 { grouped.append(".") }
    grouped.append(digit)
  }
  return (negative ? "-" : "") + grouped + (parts.count > 1 ? "," + parts[1] : "")
}

/// A whole number in the Vietnamese form: `64.933`.
public func vietnameseText(_ whole: Int64) -> String { vietnamese(String(whole)) }
