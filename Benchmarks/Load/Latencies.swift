import Foundation
import Histogram

/// Times in a histogram of three significant digits.
struct Latencies: Sendable {
  private var histogram = Histogram<UInt32>(numberOfSignificantValueDigits: .three)

  /// - Parameter nanoseconds: 0 or more.
  mutating func record(_ nanoseconds: Int64) { _ = histogram.record(UInt64(max(1, nanoseconds))) }

  mutating func add(_ other: Latencies) { histogram.add(other.histogram) }

  var count: Int { Int(histogram.totalCount) }

  /// "p50":1.234 and so on, milliseconds.
  var json: String {
    let points: [(String, Double)] = [("p50", 50), ("p90", 90), ("p99", 99), ("p99_9", 99.9), ("most", 100)]
    let values = points.map { #""\#($0.0)_ms":\#(milliseconds(histogram.valueAtPercentile($0.1)))"# }
    return (values + [#""samples":\#(count)"#]).joined(separator: ",")
  }

  /// Milliseconds with microseconds, in digits.
  func milliseconds(percent: Double) -> String { milliseconds(histogram.valueAtPercentile(percent)) }

  private func milliseconds(_ nanoseconds: UInt64) -> String {
    let micro = count == 0 ? 0 : nanoseconds / 1000
    let rest = String(micro % 1000)
    return "\(micro / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  /// The usual text of percentiles, in milliseconds.
  func write(to path: String) throws {
    var text = ""
    histogram.outputPercentileDistribution(to: &text, outputValueUnitScalingRatio: 1_000_000)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
