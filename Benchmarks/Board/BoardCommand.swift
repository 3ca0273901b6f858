import BenchmarkHarness

/// What `Tools/bench board` was asked, and its answer as one JSON line.
package struct BoardCommand: Sendable {
  package struct Usage: Error, CustomStringConvertible {
    package let description: String
  }

  private var members = 1_000_000
  private var most: Int32 = 1_000_000
  private var batches = 2_000

  package init(_ arguments: [String]) throws {
    let usage = Usage(description: "usage: Tools/bench board [--members N] [--most TOTAL] [--batches N]")
    var rest = arguments[...]
    while let key = rest.popFirst() {
      guard let value = rest.popFirst().flatMap({ Int($0) }) else { throw usage }
      switch key {
      case "--members" where (1...1 << 24).contains(value): members = value
      case "--most" where (0...Int(Int32.max)).contains(value): most = Int32(value)
      case "--batches" where (5...1_000_000).contains(value): batches = value
      default: throw usage
      }
    }
  }

  /// - Parameter say: Progress, for people.
  package func run(say: (String) -> Void) throws -> String {
    if !isOptimised { say("not optimised: build with -c release before you believe a figure") }
    let result = try BoardBenchmark(members: members, most: most).run(batches: batches)
    guard result.digest == result.expected else {
      throw Usage(description: "board: places differ from those of sorting everybody; this is a fault of ours.")
    }
    // One batch is its lookups and one change, so that both are counted.
    func rate(_ nanoseconds: Int64) -> Int { Int(Int64(result.lookupsOfABatch) * 1_000_000_000 / max(1, nanoseconds)) }
    let parts = [
      #""benchmark":"board""#, #""members":\#(members)"#, #""most":\#(most)"#, #""lookups_per_second":\#(rate(result.batches.median))"#,
      #""least_per_second":\#(rate(result.batches.percentile(95)))"#, #""most_per_second":\#(rate(result.batches.least))"#,
      #""changes_per_second_meanwhile":\#(rate(result.batches.median) / result.lookupsOfABatch)"#, #""samples":\#(batches)"#,
      #""page_of_20_ns":\#(result.pages.median / 100)"#, #""change_ns":\#(result.changes.median / 1000)"#,
      #""bytes_a_member":\#(result.bytesOfAMember)"#, #""places_sha256":"\#(result.digest)""#,
    ]
    return "{" + parts.joined(separator: ",") + "}"
  }
}
