import Campaign
@testable import Dashboard
import Service
import TestSupport
import Testing

@Suite struct SearchTests {
  @Test func aTextIsFoundWhereItStandsAndNowhereElse() {
    let texts = PlainTexts(["Huyện Đắk Tô dak-to", "Xã Đắk Rơ Nga", "", "Huyện Kon Rẫy"])
    #expect(texts.holding("dak") == [true, true, false, false])
    #expect(texts.holding("dak to") == [true, false, false, false])
    #expect(texts.holding("kon ray") == [false, false, false, true])
    #expect(texts.holding("") == [true, true, true, true])
    // From the end of one into the next.
    #expect(texts.holding("dak-to\nxa") == [false, false, false, false])
    #expect(texts.holding("dak-toxa") == [false, false, false, false])
    #expect(PlainTexts([]).holding("x") == [])
  }

  @Test func aPassOverBytesFindsWhatLookingAtEachTextFinds() {
    for seed: UInt64 in 1...400 {
      var random = SplitMix64(seed: seed)
      func text(_ most: Int) -> String { String((0..<random.int(0...most)).map { _ in random.pick(["a", "b", "ă", "Đ", " "]) }.joined()) }
      let texts = (0..<random.int(0...12)).map { _ in text(9) }
      let wanted = VietnameseKey.plain(text(3))
      let found = texts.map { one in wanted.isEmpty || VietnameseKey.plain(one).contains(wanted) }
      #expect(PlainTexts(texts).holding(wanted) == found, "seed \(seed): \(texts), \(wanted)")
    }
  }

  @Test func namesOfAVersionAreMadeOnceAndAnAmendedRosterHasItsOwn() async throws {
    let stage = try await Stage()
    let known = KnownNames()
    let version = try await stage.service.snapshot().current.version
    #expect(known.names(of: version) === known.names(of: version))
    let yaml = Array(String(decoding: smallRulebook, as: UTF8.self).replacing("Huyện Kon Rẫy", with: "Huyện Mới").utf8)
    let amended = try await stage.service.amend(yaml, from: "2023-03", origin: .system)
    #expect(known.names(of: amended) !== known.names(of: version))
    #expect(known.names(of: amended).own.holding("huyen moi").contains(true))
    #expect(!known.names(of: version).own.holding("huyen moi").contains(true))
  }

  @Test func hitsStandInTheOrderOfADictionary() async throws {
    let page = try await Stage().text("/tim?tim=huyen")
    let (first, second) = (try #require(page.firstRange(of: "Huyện Đắk Tô</a>")), try #require(page.firstRange(of: "Huyện Kon Rẫy</a>")))
    #expect(first.lowerBound < second.lowerBound)
  }
}
