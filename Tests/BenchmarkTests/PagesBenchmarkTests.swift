import BenchmarkHarness
import Campaign
import PagesBenchmarks
import Testing

/// The pages' benchmark at a smoke size: every page answers 200, holds what it is to hold and is no heavier than wanted.
@Suite(.timeLimit(.minutes(10))) struct PagesBenchmarkTests {
  @Test func theProvincesBoardIsLightAndAsksNobodyElse() async throws {
    let stage = try await PagesStage.province()
    try await stage.serving { port in
      let board = "/bang-xep-hang/tat-ca/2023-11"
      for isKept in [true, false] {
        let times = try await PagesBenchmark.times(stage, port, board, runs: 5, isKept: isKept, holding: "Huyện Đắk Tô")
        #expect(times.complete.samples.count == 5 && times.firstByte.median <= times.complete.median)
      }
      let weight = try await PagesBenchmark.weight(port, board, holding: "Huyện Đắk Tô")
      #expect(weight.page <= 60 << 10 && weight.all <= 60 << 10 && (2...8).contains(weight.requests), "\(weight)")
      let load = try await PagesBenchmark.load(stage, port, board, perSecond: 20, seconds: 1, holding: "Huyện Đắk Tô")
      #expect(load.times.samples.count == 20)
      let live = try await LiveBoardBenchmark.run(stage, port, count: 2)
      #expect(live.event.samples.count == 2 && live.page.samples.count == 2)
    }
  }

  @Test func aPageThatIsNotThereIsNoSample() async throws {
    let stage = try await PagesStage.province()
    try await stage.serving { port in
      await #expect(throws: PagesBenchmark.WrongPage.self) {
        try await PagesBenchmark.times(stage, port, "/bang-xep-hang/x", runs: 1, isKept: true, holding: "")
      }
      await #expect(throws: PagesBenchmark.WrongPage.self) {
        try await PagesBenchmark.times(stage, port, "/bang-xep-hang", runs: 1, isKept: true, holding: "no such words")
      }
    }
  }

  @Test func aLargeBlockIsTurnedOverAndSearched() async throws {
    let stage = try await PagesStage.nation(units: 400)
    let (block, members) = stage.largestBlock
    #expect(members > 200)
    try await stage.serving { port in
      for query in ["", "?trang=2", "?tim=dak%20to"] {
        let times = try await PagesBenchmark.times(stage, port, "/bang-xep-hang/\(block)\(query)", runs: 1, isKept: false, holding: "<tr id=")
        #expect(times.bytes > 1_000)
      }
      let unit = try #require(stage.rulebook.units.first { $0.block == block }).id.text
      let first = try await PagesBenchmark.firsts(port, stage.months(2).map { "/don-vi/\(unit)/\($0)" }, holding: "class=\"criteria\"")
      #expect(first.samples.count == 2)
    }
  }
}
