/// Times of several samples of the same work.
package struct Sampling: Sendable {
  /// Nanoseconds, ascending.
  package let samples: [Int64]

  package init(samples: [Int64]) {
    precondition(!samples.isEmpty, "A sampling has at least one sample.")
    self.samples = samples.sorted()
  }

  package var median: Int64 { percentile(50) }
  package var least: Int64 { samples[0] }
  package var most: Int64 { samples[samples.count - 1] }

  /// The sample below which `percent` of all lie.
  package func percentile(_ percent: Int) -> Int64 { samples[min(samples.count - 1, samples.count * percent / 100)] }

  /// "3.21 ms (3.10–3.90, n = 5)".
  package var text: String { "\(milliseconds(median)) ms (\(milliseconds(least))–\(milliseconds(most)), n = \(samples.count))" }

  package func milliseconds(_ nanoseconds: Int64) -> String {
    let micro = nanoseconds / 1000
    let rest = String(micro % 1000)
    return "\(micro / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}

extension Duration {
  package var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}

/// Whether this program was built with optimisation; figures of any other build say nothing.
package var isOptimised: Bool {
  var checked = false
  assert({ checked = true; return true }())
  return !checked
}
