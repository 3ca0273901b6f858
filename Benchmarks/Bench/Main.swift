import BenchmarkHarness
import Foundation
import PagesBenchmarks
import ProvinceBenchmarks
import WireBenchmarks

/// `thidua-bench`: prints one JSON line a benchmark. Run it through `Tools/bench`.
@main
struct Main {
  static func main() async {
    do {
      try await run()
    } catch {
      FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
      exit(error is WireCommand.Usage || error is PagesCommand.Usage ? 64 : 69)
    }
  }

  private static func run() async throws {
    if !isOptimised { print("# not optimised: build with -c release before you believe a figure") }
    let wanted = CommandLine.arguments.dropFirst().first ?? "province"
    if wanted == "wire" { return try await WireCommand(Array(CommandLine.arguments.dropFirst(2))).run { print($0) } }
    if wanted == "pages" { return try await PagesCommand(Array(CommandLine.arguments.dropFirst(2))).run { print($0) } }
    if wanted == "start" { return try await start(Array(CommandLine.arguments.dropFirst(2))) }
    if wanted == "submission" { return try await submission(Array(CommandLine.arguments.dropFirst(2))) }
    guard wanted == "province" else {
      print("usage: Tools/bench province | wire | pages | start [--submissions N] [--runs N] | submission --service [--units N] [--count N]")
      return
    }
    // More samples than usual, for a profiler: Tools/bench province 1000
    let runs = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 15
    let (ranking, digest) = try await RankingBenchmark.run(runs: max(5, runs))
    print(#"{"benchmark":"ranking 132 units x 24 months","median_ms":\#(ranking.milliseconds(ranking.median)),"least_ms":\#(ranking.milliseconds(ranking.least)),"most_ms":\#(ranking.milliseconds(ranking.most)),"samples":\#(ranking.samples.count),"digest":"\#(digest)"}"#)
    let filing = try await FilingBenchmark.run(count: 300)
    print(#"{"benchmark":"one filing over loopback, synced","p50_ms":\#(filing.milliseconds(filing.median)),"p99_ms":\#(filing.milliseconds(filing.percentile(99))),"least_ms":\#(filing.milliseconds(filing.least)),"most_ms":\#(filing.milliseconds(filing.most)),"samples":\#(filing.samples.count)}"#)
  }

  private static func number(_ name: String, in words: [String], _ otherwise: Int) -> Int {
    words.firstIndex(of: name).flatMap { $0 + 1 < words.count ? Int(words[$0 + 1]) : nil } ?? otherwise
  }

  /// From one accepted submission to the places of all its periods, on a state as a server keeps it.
  private static func submission(_ words: [String]) async throws {
    let benchmark = try ServiceSubmissionBenchmark(units: max(1, number("--units", in: words, 12_500)))
    let report = try await benchmark.run(count: max(1, number("--count", in: words, 5_000)))
    let (times, full) = (report.times, report.full)
    let parts = [
      #""benchmark":"submission in the service""#, #""units":\#(report.units)"#, #""periods":\#(report.periods)"#,
      #""criteria":\#(report.criteria)"#, #""periods_touched":\#(report.periodsTouched)"#, #""samples":\#(times.samples.count)"#,
      #""median_ms":\#(times.milliseconds(times.median))"#, #""p99_ms":\#(times.milliseconds(times.percentile(99)))"#,
      #""least_ms":\#(times.milliseconds(times.least))"#, #""most_ms":\#(times.milliseconds(times.most))"#,
      #""full_ms":\#(full.milliseconds(full.median))"#, #""full_least_ms":\#(full.milliseconds(full.least))"#, #""agree":\#(report.agree)"#,
    ]
    print("{" + parts.joined(separator: ",") + "}")
  }

  /// From a journal of many submissions to a state that can answer.
  private static func start(_ words: [String]) async throws {
    func number(_ name: String, _ otherwise: Int) -> Int { Self.number(name, in: words, otherwise) }
    let benchmark = StartBenchmark(
      submissions: max(1, number("--submissions", 1_200_000)), units: max(1, number("--units", 12_500)),
      counters: max(2, number("--counters", 30)))
    let report = try await benchmark.run(runs: max(1, number("--runs", 5)))
    func times(_ name: String, _ sampling: Sampling) -> String {
      #""\#(name)_ms":\#(sampling.milliseconds(sampling.median)),"\#(name)_least_ms":\#(sampling.milliseconds(sampling.least)),"\#(name)_most_ms":\#(sampling.milliseconds(sampling.most))"#
    }
    let parts = [
      #""benchmark":"start""#, #""submissions":\#(report.submissions)"#, #""units":\#(benchmark.units)"#, #""months":\#(benchmark.months)"#,
      #""counters":\#(benchmark.counters)"#, #""journal_bytes":\#(report.journalBytes)"#, #""start_file_bytes":\#(report.startFileBytes)"#,
      times("from_journal", report.fromJournal),
      #""from_journal_processor_ms":\#(report.fromJournalProcessor / 1_000_000)"#, times("from_start_file", report.fromStartFile),
      times("writing_start_file", report.writingStartFile), times("rulebook", report.rulebook), #""agree":\#(report.agree)"#,
    ]
    print("{" + parts.joined(separator: ",") + "}")
  }
}
