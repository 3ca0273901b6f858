import BenchmarkHarness
package import Campaign
import Service

/// What `Tools/bench pages` was asked, and its answers as JSON lines.
package struct PagesCommand: Sendable {
  package struct Usage: Error, CustomStringConvertible {
    package let description = "usage: Tools/bench pages [--only board|load|nation|live] [--seconds N] [--rate N] [--units N] [--runs N]"
  }

  private var only: String?
  private var seconds = 60
  private var rate = 100
  private var units = 12_500
  private var runs = 31

  package init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let key = rest.popFirst() {
      guard let word = rest.popFirst() else { throw Usage() }
      switch (key, Int(word)) {
      case ("--only", _) where ["board", "load", "nation", "live"].contains(word): only = word
      case ("--seconds", let value?) where (1...3_600).contains(value): seconds = value
      case ("--rate", let value?) where (1...100_000).contains(value): rate = value
      case ("--units", let value?) where (1...1_000_000).contains(value): units = value
      case ("--runs", let value?) where (1...100_000).contains(value): runs = value
      default: throw Usage()
      }
    }
  }

  /// - Parameter print: Takes a line.
  package func run(print: @escaping @Sendable (String) -> Void) async throws {
    if only != "nation" { try await province(print) }
    if only == nil || only == "nation" { try await nation(print) }
  }

  private func province(_ print: @escaping @Sendable (String) -> Void) async throws {
    let stage = try await PagesStage.province()
    let (board, holding) = ("/bang-xep-hang/tat-ca/2023-11", "Huyện Đắk Tô")
    let (only, runs, rate, seconds) = (only, runs, rate, seconds)
    try await stage.serving { port in
      if only == nil || only == "board" {
        for isKept in [true, false] {
          let times = try await PagesBenchmark.times(stage, port, board, runs: runs, isKept: isKept, holding: holding)
          print(Self.line("board, \(stage.rulebook.units.count) units x 24 months", isKept, times))
        }
        let weight = try await PagesBenchmark.weight(port, board, holding: holding)
        print(#"{"benchmark":"board's weight, gzip","page_bytes":\#(weight.page),"first_visit_bytes":\#(weight.all),"requests":\#(weight.requests)}"#)
      }
      if only == nil || only == "load" {
        let load = try await PagesBenchmark.load(stage, port, board, perSecond: rate, seconds: seconds, holding: holding)
        let times = load.times
        print(
          #"{"benchmark":"board, \#(rate) pages a second, open loop","seconds":\#(load.elapsed.components.seconds),"pages":\#(times.samples.count),"p50_ms":\#(times.milliseconds(times.median)),"p99_ms":\#(times.milliseconds(times.percentile(99))),"most_ms":\#(times.milliseconds(times.most))}"#)
      }
      if only == nil || only == "live" {
        let live = try await LiveBoardBenchmark.run(stage, port, count: runs)
        print(
          #"{"benchmark":"a filed month on an open board",\#(Self.text("event", live.event)),\#(Self.text("page", live.page)),"samples":\#(live.page.samples.count)}"#)
      }
    }
  }

  private func nation(_ print: @escaping @Sendable (String) -> Void) async throws {
    let stage = try await PagesStage.nation(units: units)
    let (block, members) = stage.largestBlock
    let runs = runs
    try await stage.serving { port in
      let all = "/bang-xep-hang/\(block)"
      for (name, target) in [("first page", all), ("page 20", all + "?trang=20"), ("searched", all + "?tim=dak%20to")] {
        for isKept in [true, false] {
          let times = try await PagesBenchmark.times(stage, port, target, runs: runs, isKept: isKept, holding: "<tbody>")
          print(Self.line("board of a block of \(members) among \(stage.rulebook.units.count) units, \(name)", isKept, times))
        }
      }
      guard let unit = stage.rulebook.units.first(where: { $0.block == block })?.id.text else { return }
      // The first page of a unit works out what its block reached in the period; the others find it.
      let first = try await PagesBenchmark.firsts(port, stage.months(5).map { "/don-vi/\(unit)/\($0)" }, holding: "class=\"criteria\"")
      print(
        #"{"benchmark":"a unit's page, the first of its block of \#(members) in a period",\#(Self.text("complete", first)),"samples":\#(first.samples.count)}"#)
      let page = try await PagesBenchmark.times(stage, port, "/don-vi/\(unit)", runs: runs, isKept: false, holding: "class=\"criteria\"")
      print(Self.line("a unit's page, another one of the block", false, page))
    }
  }

  private static func line(_ name: String, _ isKept: Bool, _ times: PagesBenchmark.Times) -> String {
    let parts = [
      #""benchmark":"\#(name)""#, #""kept":\#(isKept)"#, text("first_byte", times.firstByte), text("complete", times.complete),
      #""bytes":\#(times.bytes)"#, #""samples":\#(times.complete.samples.count)"#,
    ]
    return "{" + parts.joined(separator: ",") + "}"
  }

  private static func text(_ name: String, _ times: Sampling) -> String {
    #""\#(name)_ms":\#(times.milliseconds(times.median)),"\#(name)_least_ms":\#(times.milliseconds(times.least)),"\#(name)_most_ms":\#(times.milliseconds(times.most))"#
  }
}

extension PagesStage {
  /// The last months that are closed, the latest first.
  package func months(_ count: Int) async throws -> [Period] {
    guard let last = try await service.snapshot().latestClosed else { return [] }
    return (0..<count).map { Period(kind: last.kind, ordinal: last.ordinal - $0) }
  }

  /// The ranked block with the most units, and how many it has.
  package var largestBlock: (id: String, members: Int) {
    let counts = rulebook.blocks.filter(\.ranked).map { block in (id: block.id, members: rulebook.units.count { $0.block == block.id }) }
    return counts.max { $0.members < $1.members } ?? ("", 0)
  }
}
