import BenchmarkHarness
import Foundation
import Ranking

/// What `Tools/bench recompute` was asked, and its answer as one JSON line.
package struct RecomputeCommand: Sendable {
  package struct Usage: Error, CustomStringConvertible {
    package let description: String
  }

  private enum Source: Sendable {
    case folder(String)
    case size(RecomputeBenchmark.Size)
    case units(Int)
  }
  private var source = Source.size(.small)
  private var seed: UInt64 = 20_230_202
  private var threads: Int?
  private var runs = 15
  /// Another build of this program, which is measured in the same run and has to give the same digests.
  private var beside: String?

  package init(_ arguments: [String]) throws {
    let usage = Usage(
      description: """
        usage: Tools/bench recompute [--size S|M|L | --units N | --input DIR] [--seed N] [--threads N] [--runs N]
        """)
    var rest = arguments[...]
    while let key = rest.popFirst() {
      guard let value = rest.popFirst() else { throw usage }
      switch key {
      case "--input": source = .folder(value)
      case "--size":
        guard let size = RecomputeBenchmark.Size(rawValue: value) else { throw usage }
        source = .size(size)
      case "--units":
        guard let units = Int(value), (0...1_000_000).contains(units) else { throw usage }
        source = .units(units)
      case "--seed":
        guard let number = UInt64(value) else { throw usage }
        seed = number
      case "--threads":
        guard let number = Int(value), (1...256).contains(number) else { throw usage }
        threads = number
      case "--runs":
        guard let number = Int(value), (5...1_000_000).contains(number) else { throw usage }
        runs = number
      case "--beside": beside = value
      default: throw usage
      }
    }
  }

  /// - Parameter say: Progress, for people.
  package func run(say: (String) -> Void) throws -> String {
    if !isOptimised { say("not optimised: build with -c release before you believe a figure") }
    let other = try beside.map { try Self.output(of: $0, arguments: plain) }
    say("loading")
    let benchmark: RecomputeBenchmark
    switch source {
    case .folder(let path):
      let folder = try WorkloadFolder(at: path)
      benchmark = RecomputeBenchmark(plan: folder.plan, columns: folder.columns)
    case .size(let size): benchmark = try RecomputeBenchmark(units: size.units, seed: seed)
    case .units(let units): benchmark = try RecomputeBenchmark(units: units, seed: seed)
    }
    let columns = benchmark.columns
    let threads = threads ?? RatioRanking.threads(for: columns, available: ProcessInfo.processInfo.activeProcessorCount)
    say("\(columns.roster.units) units, \(benchmark.cells) cells, \(threads) threads, \(Self.build) build")
    let (times, standings) = benchmark.run(threads: threads, runs: runs)
    say("\(Self.build) build: \(times.text)")
    let digests = RecomputeBenchmark.digests(of: standings).map { "\"\($0.name)\":\"\($0.digest)\"" }
    var parts = [
      #""benchmark":"recompute""#, #""units":\#(columns.roster.units)"#, #""months":\#(benchmark.plan.months)"#,
      #""criteria":\#(columns.criteria)"#, #""cells":\#(benchmark.cells)"#, #""threads":\#(threads)"#,
      #""build":"\#(Self.build)""#,
    ]
    parts += digests
    parts += [
      #""median_ms":\#(times.milliseconds(times.median))"#, #""least_ms":\#(times.milliseconds(times.least))"#,
      #""most_ms":\#(times.milliseconds(times.most))"#, #""samples":\#(times.samples.count)"#,
      #""columns_bytes":\#(columns.byteCount)"#, #""result_bytes":\#(standings.byteCount)"#,
      #""tiles_in_64_bits":\#(columns.wideTiles)"#, #""peak_memory_bytes":\#(Self.peakMemory)"#,
    ]
    if let other {
      guard digests.allSatisfy(other.contains) else {
        throw Usage(description: "recompute: the two builds gave different results; this is a fault of ours.\n\(other)")
      }
      parts.append(#""beside":\#(other)"#)
    }
    return "{" + parts.joined(separator: ",") + "}"
  }

  private static var build: String { RatioRanking.isForThisProcessor ? "this processor" : "portable" }

  /// The same question without the other build.
  private var plain: [String] {
    var words: [String]
    switch source {
    case .folder(let path): words = ["--input", path]
    case .size(let size): words = ["--size", size.rawValue]
    case .units(let units): words = ["--units", String(units)]
    }
    words += ["--seed", String(seed), "--runs", String(runs)]
    if let threads { words += ["--threads", String(threads)] }
    return words
  }

  private static func output(of program: String, arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Usage(description: "recompute: the other build ended with an error") }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
  }

  /// The most memory that this process ever had, in bytes; 0 where the system does not say.
  private static var peakMemory: Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0.filter(\.isNumber)) })
    else { return 0 }
    return kilobytes * 1024
  }
}
