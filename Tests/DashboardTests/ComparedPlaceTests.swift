import Campaign
@testable import Dashboard
@testable import Ranking
import Testing

/// Decision 34.
@Suite struct ComparedPlaceTests {
  static func standing(_ outcome: Outcome, place: Int? = 3) -> Standing {
    var standing = Standing()
    standing.place = place
    standing.movedSincePrevious = 48
    standing.movedSinceLastYear = -2
    standing.placesGained = Verdict(outcome)
    return standing
  }

  @Test(arguments: Outcome.allCases) func whatCouldStillChangeIsPendingAndNothingElse(outcome: Outcome) {
    let compared = ComparedPlace(Self.standing(outcome), isAwaited: true)
    #expect(compared.previous == nil && compared.lastYear == nil && compared.waits)
    let decided = outcome == .met || outcome == .notMet
    #expect(compared.placesGained?.outcome == (decided ? .pending : outcome))
    #expect(compared.placesGained?.reason == (decided ? .notDue : nil))
  }

  @Test(arguments: Outcome.allCases) func whenAllHaveFiledEverythingIsShown(outcome: Outcome) {
    let compared = ComparedPlace(Self.standing(outcome), isAwaited: false)
    #expect(compared.previous == 48 && compared.lastYear == -2 && !compared.waits && compared.placesGained?.outcome == outcome)
  }

  @Test func whoHasNoPlaceDoesNotWait() {
    #expect(!ComparedPlace(Self.standing(.pending, place: nil), isAwaited: true).waits)
  }
}
