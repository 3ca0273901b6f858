import BenchmarkHarness
import ProvinceBenchmarks
import WireBenchmarks

/// `thidua-bench`: prints one JSON line a benchmark. Run it through `Tools/bench`.
@main
struct Main {
  static func main() async throws {
    if !isOptimised { print("# not optimised: build with -c release before you believe a figure") }
    let wanted = CommandLine.arguments.dropFirst().first ?? "province"
    if wanted == "wire" { return try await WireCommand(Array(CommandLine.arguments.dropFirst(2))).run { print($0) } }
    guard wanted == "province" else {
      print("usage: Tools/bench province|wire")
      return
    }
    // More samples than usual, for a profiler: Tools/bench province 1000
    let runs = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 15
    let (ranking, digest) = try await RankingBenchmark.run(runs: max(5, runs))
    print(#"{"benchmark":"ranking 132 units x 24 months","median_ms":\#(ranking.milliseconds(ranking.median)),"least_ms":\#(ranking.milliseconds(ranking.least)),"most_ms":\#(ranking.milliseconds(ranking.most)),"samples":\#(ranking.samples.count),"digest":"\#(digest)"}"#)
    let filing = try await FilingBenchmark.run(count: 300)
    print(#"{"benchmark":"one filing over loopback, synced","p50_ms":\#(filing.milliseconds(filing.median)),"p99_ms":\#(filing.milliseconds(filing.percentile(99))),"least_ms":\#(filing.milliseconds(filing.least)),"most_ms":\#(filing.milliseconds(filing.most)),"samples":\#(filing.samples.count)}"#)
  }
}
