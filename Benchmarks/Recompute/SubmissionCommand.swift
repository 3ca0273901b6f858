import BenchmarkHarness
import Ranking

/// What `Tools/bench submission` was asked, and its answer as one JSON line.
package struct SubmissionCommand: Sendable {
  private var size = RecomputeBenchmark.Size.nation
  private var count = 20_000
  private var seed: UInt64 = 20_230_202

  package init(_ arguments: [String]) throws {
    let usage = RecomputeCommand.Usage(description: "usage: Tools/bench submission [--size S|M|L] [--count N] [--seed N]")
    var rest = arguments[...]
    while let key = rest.popFirst() {
      guard let value = rest.popFirst() else { throw usage }
      switch key {
      case "--size":
        guard let known = RecomputeBenchmark.Size(rawValue: value) else { throw usage }
        size = known
      case "--count":
        guard let number = Int(value), (5...10_000_000).contains(number) else { throw usage }
        count = number
      case "--seed":
        guard let number = UInt64(value) else { throw usage }
        seed = number
      default: throw usage
      }
    }
  }

  /// - Parameter say: Progress, for people.
  package func run(say: (String) -> Void) throws -> String {
    if !isOptimised { say("not optimised: build with -c release before you believe a figure") }
    say("loading")
    let result = try SubmissionBenchmark(units: size.units, seed: seed).run(count: count)
    guard result.isThatOfAFullRecomputation else {
      throw RecomputeCommand.Usage(
        description: "submission: the places differ from those of a full recomputation; this is a fault of ours.")
    }
    let times = result.times
    let build = RatioRanking.isForThisProcessor ? "this processor" : "portable"
    var parts = [
      #""benchmark":"submission""#, #""units":\#(size.units)"#, #""build":"\#(build)""#, #""median_ns":\#(times.median)"#,
      #""p99_ns":\#(times.percentile(99))"#, #""least_ns":\#(times.least)"#, #""most_ns":\#(times.most)"#,
      #""samples":\#(times.samples.count)"#, #""equals_full":true"#,
    ]
    parts += result.digests.map { "\"\($0.name)\":\"\($0.digest)\"" }
    return "{" + parts.joined(separator: ",") + "}"
  }
}
