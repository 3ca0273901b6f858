import Testing
@testable import Campaign

@Suite struct BundledCampaignTests {
  @Test func konTumHasItsRosterAndItsThirtyFiveCriteria() throws {
    let rulebook = try BundledCampaigns.rulebook("kon-tum-2023")
    #expect(rulebook.units.count == 132)
    #expect(rulebook.units.count { $0.block == "so" } == 20)
    #expect(rulebook.units.count { $0.block == "huyen" } == 10)
    #expect(rulebook.units.count { $0.block == "xa" } == 102)
    #expect(rulebook.criteria.count == 35)
    #expect(rulebook.criteria.reduce(Points.zero) { $0 + $1.points } == Points(millionths: 100_000_000))
  }
}
