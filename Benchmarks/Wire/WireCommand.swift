import BenchmarkHarness

/// What `Tools/bench wire` was asked, and its answers as JSON lines.
package struct WireCommand: Sendable {
  package struct Usage: Error, CustomStringConvertible {
    package let description = "usage: Tools/bench wire [--only opaque|submit] [--count N] [--rounds N]"
  }

  private var count = 100_000
  private var rounds = 5
  private var only: String?

  package init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let key = rest.popFirst() {
      guard let word = rest.popFirst() else { throw Usage() }
      switch (key, Int(word)) {
      case ("--only", _) where word == "opaque" || word == "submit": only = word
      case ("--count", let value?) where (10...100_000_000).contains(value): count = value
      case ("--rounds", let value?) where (1...1_000).contains(value): rounds = value
      default: throw Usage()
      }
    }
  }

  /// - Parameter print: Takes a line.
  package func run(print: @Sendable (String) -> Void) async throws {
    for inFlight in [32, 1] where only != "submit" {
      let amount = inFlight == 1 ? max(10, count / 5) : count
      let pairs = try await WireBenchmark.opaque(inFlight: inFlight, count: amount, rounds: rounds)
      let (ours, echo) = (pairs.map(\.ours), pairs.map(\.echo))
      let ratios = pairs.map { Int64($0.ours.requestsPerSecond * 1000 / max(1, $0.echo.requestsPerSecond)) }
      print(
        #"{"benchmark":"opaque 600 bytes, \#(inFlight) in flight","ours":{\#(Self.text(ours))},"echo":{\#(Self.text(echo))},"permille_of_echo":\#(Sampling(samples: ratios).median)}"#)
    }
    for compresses in [false, true] where only != "opaque" {
      var results: [BouncingResult] = []
      for _ in 0..<rounds {
        results.append(try await WireBenchmark.submit(inFlight: 32, count: max(10, count / 5), compresses: compresses))
      }
      print(#"{"benchmark":"submit, journal in memory, 32 in flight","compressed":\#(compresses),"ours":{\#(Self.text(results))}}"#)
    }
  }

  /// Medians of runs, with their spread.
  private static func text(_ results: [BouncingResult]) -> String {
    let rates = Sampling(samples: results.map { Int64($0.requestsPerSecond) })
    let cpu = Sampling(samples: results.map { Int64($0.cpuTenths) })
    let p50 = Sampling(samples: results.map(\.latencies.median))
    let p99 = Sampling(samples: results.map { $0.latencies.percentile(99) })
    return [
      #""per_second":\#(rates.median)"#, #""least":\#(rates.least)"#, #""most":\#(rates.most)"#,
      #""cpu_us":\#(cpu.median / 10).\#(cpu.median % 10)"#, #""p50_us":\#(p50.median / 1000)"#, #""p99_us":\#(p99.median / 1000)"#,
      #""bytes_up":\#(results[0].bytesUp)"#, #""bytes_down":\#(results[0].bytesDown)"#, #""runs":\#(results.count)"#,
    ].joined(separator: ",")
  }
}
