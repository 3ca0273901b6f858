import BenchmarkHarness

/// What `Tools/bench wire` was asked, and its answers as JSON lines.
package struct WireCommand: Sendable {
  package struct Usage: Error, CustomStringConvertible {
    package let description = "usage: Tools/bench wire [--only opaque|submit|places|durable|bytes] [--count N] [--rounds N] [--units N] [--in-flight N]"
  }

  private var count = 100_000
  private var rounds = 5
  private var units: Int?
  private var only: String?
  /// For a profile of one shape of opaque requests.
  private var inFlight: Int?

  package init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let key = rest.popFirst() {
      guard let word = rest.popFirst() else { throw Usage() }
      switch (key, Int(word)) {
      case ("--only", _) where ["opaque", "submit", "places", "durable", "bytes"].contains(word): only = word
      case ("--count", let value?) where (10...100_000_000).contains(value): count = value
      case ("--rounds", let value?) where (1...1_000).contains(value): rounds = value
      case ("--in-flight", let value?) where (1...10_000).contains(value): inFlight = value
      case ("--units", let value?) where (1...200_000).contains(value): units = value
      default: throw Usage()
      }
    }
  }

  /// - Parameter print: Takes a line.
  package func run(print: @Sendable (String) -> Void) async throws {
    for inFlight in inFlight.map({ [$0] }) ?? [32, 1] where only ?? "opaque" == "opaque" {
      let amount = inFlight == 1 ? max(10, count / 5) : count
      let all = try await WireBenchmark.opaque(inFlight: inFlight, count: amount, rounds: rounds)
      func permille(of peer: KeyPath<WireBenchmark.Round, BouncingResult>) -> Int64 {
        Sampling(samples: all.map { Int64($0.ours.requestsPerSecond * 1000 / max(1, $0[keyPath: peer].requestsPerSecond)) }).median
      }
      print(
        #"{"benchmark":"opaque 600 bytes, \#(inFlight) in flight","ours":{\#(Self.text(all.map(\.ours)))},"echo that gathers":{\#(Self.text(all.map(\.echo)))},"plain echo":{\#(Self.text(all.map(\.plainEcho)))},"permille_of_echo":\#(permille(of: \.echo)),"permille_of_plain_echo":\#(permille(of: \.plainEcho))}"#)
    }
    if only ?? "places" == "places" { try await places(print, units: units ?? 12_500) }
    if only ?? "durable" == "durable" { try await durable(print) }
    if only ?? "bytes" == "bytes" { try await bytes(print) }
    for compresses in [false, true] where only ?? "submit" == "submit" {
      var results: [BouncingResult] = []
      for _ in 0..<rounds {
        results.append(try await WireBenchmark.submit(inFlight: 32, count: max(10, count / 5), compresses: compresses))
      }
      print(#"{"benchmark":"submit, journal in memory, 32 in flight","compressed":\#(compresses),"ours":{\#(Self.text(results))}}"#)
    }
  }

  private func places(_ print: (String) -> Void, units: Int) async throws {
    let report = try await PlacesBenchmark(units: units).run(count: count * 4, rounds: rounds)
    for answer in report.ours + (report.redis ?? []) {
      let rate = answer.placesPerSecond
      print(
        #"{"benchmark":"places of \#(units) units, \#(answer.shape.together) in a question, \#(answer.shape.inFlight) questions in flight","of":"\#(answer.name)","places_per_second":\#(rate.median),"least":\#(rate.least),"most":\#(rate.most),"a_question":{\#(Self.text(answer.results))}}"#)
    }
    guard let redis = report.redis else { return print(#"{"peer":"redis","installed":false}"#) }
    if !report.redisBenchmark.isEmpty {
      let own = Sampling(samples: report.redisBenchmark.map(Int64.init))
      print(#"{"peer":"redis-benchmark -c 1 -P 16","places_per_second":\#(own.median),"least":\#(own.least),"most":\#(own.most)}"#)
    }
    // The quicker of the two clients of Redis, with as many places under way.
    let theirs = max(redis[0].placesPerSecond.median, report.redisBenchmark.isEmpty ? 0 : Sampling(samples: report.redisBenchmark.map(Int64.init)).median)
    let (one, sixteen) = (report.ours[0].placesPerSecond.median, report.ours[2].placesPerSecond.median)
    print(
      #"{"benchmark":"places, 16 under way, against redis","permille_one_a_frame":\#(one * 1000 / max(1, theirs)),"permille_sixteen_in_one":\#(sixteen * 1000 / max(1, theirs)),"permille_512_under_way":\#(report.ours[3].placesPerSecond.median * 1000 / max(1, redis[1].placesPerSecond.median))}"#)
  }

  private func durable(_ print: (String) -> Void) async throws {
    let benchmark = try DurableBenchmark(units: units ?? DurableBenchmark.unitsLeast)
    let rounds = try await benchmark.run(count: max(320, count / 2), rounds: rounds)
    print(#"{"benchmark":"disk, 8 KiB synced one after another",\#(Self.rate(rounds.map(\.diskSyncsPerSecond)))}"#)
    let commits = rounds.compactMap(\.postgres)
    if commits.isEmpty {
      print(#"{"peer":"postgres","installed":false}"#)
    } else {
      let p50 = Sampling(samples: commits.map(\.latencies.median))
      let p99 = Sampling(samples: commits.map { $0.latencies.percentile(99) })
      print(
        #"{"peer":"postgres, rows committed one by one by \#(DurableBenchmark.connections) clients of pgbench",\#(Self.rate(commits.map(\.perSecond))),"p50_us":\#(p50.median / 1000),"p99_us":\#(p99.median / 1000),"runs":\#(commits.count)}"#)
    }
    for (index, inFlight) in DurableBenchmark.shapes.enumerated() {
      let ours = rounds.map { $0.ours[index] }
      let together = Sampling(samples: ours.map { Int64($0.togetherTenths) }).median
      // Of each round by itself.
      let ratios = rounds.compactMap { round in round.postgres.map { Int64(round.ours[index].result.requestsPerSecond * 1000 / max(1, $0.perSecond)) } }
      let ratio = ratios.isEmpty ? "null" : "\(Sampling(samples: ratios).median)"
      print(
        #"{"benchmark":"durable submissions, \#(DurableBenchmark.connections) connections, \#(inFlight) in flight each","ours":{\#(Self.text(ours.map(\.result)))},"entries_a_sync":\#(together / 10).\#(together % 10),"permille_of_postgres":\#(ratio)}"#)
    }
  }

  private func bytes(_ print: (String) -> Void) async throws {
    for report in try await BytesBenchmark().run(calls: 20) {
      let (ours, key) = (report.ours, report.hasContentKey ? "with" : "without")
      let grpc = report.grpc.map { #"{"first":\#($0.first),"later":\#($0.later),"message_gzipped":\#(report.gzipped ?? 0),"version":"\#(report.grpcVersion ?? "")"}"# } ?? #"{"installed":false}"#
      let permille = report.grpc.map { #","permille_first":\#(ours.first * 1000 / $0.first),"permille_later":\#(ours.later * 1000 / $0.later)"# } ?? ""
      print(
        #"{"benchmark":"bytes up of a signed-in submission, \#(key) the digest of its content","message":\#(report.message),"ours":{"first":\#(ours.first),"later":\#(ours.later)},"grpc, gzip, token, key":\#(grpc)\#(permille)}"#)
    }
  }

  private static func rate(_ values: [Int]) -> String {
    let rates = Sampling(samples: values.map(Int64.init))
    return #""per_second":\#(rates.median),"least":\#(rates.least),"most":\#(rates.most)"#
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
