import BenchmarkHarness
import Testing
import WireBenchmarks

@Suite(.timeLimit(.minutes(10))) struct WireBenchmarkTests {
  @Test(arguments: [1, 32])
  func opaqueRequestsAreAllAnswered(inFlight: Int) async throws {
    let all = try await WireBenchmark.opaque(inFlight: inFlight, count: 200, rounds: 1)
    for result in [all[0].ours, all[0].echo, all[0].plainEcho] { #expect(result.latencies.samples.count == 200) }
    // Header, checksum, number and deadline, and the 600 bytes.
    #expect(all[0].ours.bytesUp == 628 && all[0].echo.bytesUp == 604 && all[0].plainEcho.bytesUp == 604)
  }

  // With Redis where it is installed.
  @Test func placesAreAllAnswered() async throws {
    let report = try await PlacesBenchmark(units: 120).run(count: 400, rounds: 1)
    #expect(report.ours.map(\.shape.together) == [1, 1, 16, 16])
    for answer in report.ours + (report.redis ?? []) { #expect(answer.results[0].latencies.samples.count == 400 / answer.shape.together) }
  }

  @Test func submissionsAreStoredAndSmallerWhenCompressed() async throws {
    let plain = try await WireBenchmark.submit(inFlight: 32, count: 150, compresses: false)
    let packed = try await WireBenchmark.submit(inFlight: 32, count: 150, compresses: true)
    #expect(plain.latencies.samples.count == 150 && packed.bytesUp < plain.bytesUp / 2)
  }

  @Test func durableSubmissionsAreAllOnTheDisk() async throws {
    let rounds = try await DurableBenchmark(units: 1).run(count: 640, rounds: 1, withPeers: false)
    #expect(rounds[0].ours.map(\.result.latencies.samples.count) == [640, 640] && rounds[0].diskSyncsPerSecond > 0)
    // No entry waits for more than one sync.
    #expect(rounds[0].ours.allSatisfy { $0.togetherTenths >= 10 } && rounds[0].postgres == nil)
  }

  @Test func aSignedInSubmissionIsWeighed() async throws {
    let reports = try await BytesBenchmark().run(calls: 5, withPeers: false)
    for report in reports {
      // The first call carries the greeting and the token.
      #expect(report.ours.first > report.ours.later + 88 && report.ours.later < report.message / 2)
    }
    #expect(reports[0].message == reports[1].message + 34 && reports[0].ours.later >= reports[1].ours.later + 32)
  }
}
