import BenchmarkHarness
import Campaign
import Foundation
import Ranking

/// What `Tools/bench recompute --rulebook` was asked: a campaign's whole rulebook on columns, beside the canonical workload of the same
/// size, in one JSON line.
package struct RulebookCommand: Sendable {
  private let usage = RecomputeCommand.Usage(
    description: "usage: Tools/bench recompute --rulebook CAMPAIGN|FILE [--units N] [--seed N] [--threads N] [--runs N]")
  private var name = ""
  private var units = 12_500
  private var seed: UInt64 = 20_230_202
  private var threads: Int?
  private var runs = 15

  package init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let key = rest.popFirst() {
      guard let value = rest.popFirst() else { throw usage }
      switch key {
      case "--rulebook": name = value
      case "--units":
        guard let number = Int(value), (1...200_000).contains(number) else { throw usage }
        units = number
      case "--seed":
        guard let number = UInt64(value) else { throw usage }
        seed = number
      case "--threads":
        guard let number = Int(value), (1...256).contains(number) else { throw usage }
        threads = number
      case "--runs":
        guard let number = Int(value), (5...1_000_000).contains(number) else { throw usage }
        runs = number
      default: throw usage
      }
    }
    guard !name.isEmpty else { throw usage }
  }

  /// - Parameter say: Progress, for people.
  package func run(say: (String) -> Void) throws -> String {
    if !isOptimised { say("not optimised: build with -c release before you believe a figure") }
    let yaml = try BundledCampaigns.yaml(name) ?? Array(Data(contentsOf: URL(fileURLWithPath: name)))
    say("loading")
    let benchmark = try RulebookBenchmark(try Rulebook(yaml: yaml), units: units, seed: seed)
    let ranking = benchmark.ranking
    let available = ProcessInfo.processInfo.activeProcessorCount
    let threads = threads ?? ranking.threads(available: available)
    let canonical = try RecomputeBenchmark(units: units, seed: seed)
    let (times, usual, standings) = benchmark.run(beside: canonical, threads: threads, runs: runs)
    let perCell = times.median * 1000 / Int64(max(1, ranking.cells))
    say("\(name): \(times.text), \(ranking.cells) cells, \(perCell) ps each")
    let usualPerCell = usual.median * 1000 / Int64(max(1, canonical.cells))
    say("canonical: \(usual.text), \(canonical.cells) cells, \(usualPerCell) ps each")
    let digest = benchmark.digest(of: standings)
    say("comparing with the definition")
    guard try benchmark.digestOfTheDefinition() == digest else {
      throw RecomputeCommand.Usage(
        description: "recompute: the standings differ from those of the definition; this is a fault of ours.")
    }
    let build = RatioRanking.isForThisProcessor ? "this processor" : "portable"
    let widths = benchmark.columns.widths
    let parts = [
      #""benchmark":"recompute-rulebook""#, #""rulebook":"\#(ranking.plan.rulebook.id)""#, #""units":\#(units)"#,
      #""periods":\#(benchmark.periods)"#, #""cells":\#(ranking.cells)"#, #""cells_concerned":\#(ranking.concernedCells)"#,
      #""threads":\#(threads)"#, #""build":"\#(build)""#, #""standings_sha256":"\#(digest)""#, #""equals_definition":true"#,
      #""median_ms":\#(times.milliseconds(times.median))"#, #""least_ms":\#(times.milliseconds(times.least))"#,
      #""most_ms":\#(times.milliseconds(times.most))"#, #""samples":\#(times.samples.count)"#, #""ps_a_cell":\#(perCell)"#,
      #""canonical_median_ms":\#(usual.milliseconds(usual.median))"#, #""canonical_ps_a_cell":\#(usualPerCell)"#,
      #""percent_of_canonical":\#(perCell * 100 / max(1, usualPerCell))"#, #""columns_bytes":\#(benchmark.columns.byteCount)"#,
      #""result_bytes":\#(standings.byteCount)"#, #""columns_16_32_64_bits":[\#(widths.short),\#(widths.word),\#(widths.long)]"#,
    ]
    return "{" + parts.joined(separator: ",") + "}"
  }
}
