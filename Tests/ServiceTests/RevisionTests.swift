import Campaign
import Journal
import Service
import Testing

/// What counts as the same filing, and what becomes of another one.
@Suite struct RevisionTests {
  @Test func theSameContentGetsTheSameReceipt() async throws {
    let stage = try await Stage()
    let first = try await stage.service.file(filing())
    #expect(try await stage.service.file(filing()) == first)
    #expect(try stage.driver.submissions().count == 1)
  }

  @Test func theSameContentGetsItsReceiptAfterThePeriodClosed() async throws {
    let stage = try await Stage()
    let first = try await stage.service.file(filing())
    stage.clock.set(closes.moved(by: 86_400_000))
    #expect(try await stage.service.file(filing()) == first)
  }

  @Test func theSameContentGetsItsReceiptAfterARestart() async throws {
    let stage = try await Stage()
    let first = try await stage.service.file(filing())
    #expect(try await stage.reopened().file(filing()) == first)
  }

  @Test func aReplacedFilingKeepsItsReceipt() async throws {
    let stage = try await Stage()
    let first = try await stage.service.file(filing())
    _ = try await stage.service.file(filing(answered: 6, base: 1))
    #expect(try await stage.service.file(filing()) == first)
  }

  @Test func filingABAGivesThreeRevisionsWithAInForce() async throws {
    let stage = try await Stage()
    let a = try await stage.service.file(filing(answered: 5, base: 0))
    let b = try await stage.service.file(filing(answered: 6, base: 1))
    let again = try await stage.service.file(filing(answered: 5, base: 2))
    #expect([a, b, again].map(\.revision) == [1, 2, 3])
    #expect([a, b, again].map(\.replaces) == [0, 1, 2])
    #expect(Set([a, b, again].map(\.contentKey)).count == 3)
    let inForce = try #require(await stage.service.state.inForce("u0", a.period))
    #expect(inForce.receipt == again)
    #expect(inForce.filing.figures.map(\.value) == [5, 10])
  }

  @Test func aFirstFilingWithOtherContentNamesTheFirstDifferenceAndTheReceipt() async throws {
    let stage = try await Stage()
    let first = try await stage.service.file(filing(asked: 10, answered: 5))
    let failure = try await stage.service.refusal(of: [filing(asked: 11, answered: 5)])
    guard case .conflict(let problem, let existing) = failure else {
      Issue.record("not a conflict: \(failure)")
      return
    }
    #expect(problem.code == .alreadyExists)
    #expect(problem.code.number == "S-210")
    #expect(problem.en.contains("\"asked\""))
    #expect(problem.vi.contains("\"asked\""))
    #expect(problem.place == "unit \"u0\", period 2023-03")
    #expect(existing == first)
    #expect(try stage.driver.submissions().count == 1)
  }

  @Test func aStaleBaseRevisionIsAConflict() async throws {
    let stage = try await Stage()
    _ = try await stage.service.file(filing(answered: 5))
    let second = try await stage.service.file(filing(answered: 6, base: 1))
    guard case .conflict(let problem, let existing) = try await stage.service.refusal(of: [filing(answered: 7, base: 1)]) else {
      Issue.record("not a conflict")
      return
    }
    #expect(problem.code.number == "S-218")
    #expect(existing == second)
    #expect(try stage.driver.submissions().count == 2)
  }

  @Test func aRevisionOfNothingIsRefused() async throws {
    let stage = try await Stage()
    let failure = try await stage.service.refusal(of: [filing(base: 1)])
    #expect(failure.code.number == "S-218")
    #expect(try stage.driver.submissions().isEmpty)
  }

  @Test(arguments: ["2023-04", "2024-03", "u9", "answered", "key"])
  func aBatchIsStoredWholeOrNotAtAll(fault: String) async throws {
    let stage = try await Stage()
    var keys: [[UInt8]] = []
    let bad: FilingDraft
    switch fault {
    case "u9": bad = filing("u9")
    case "answered": bad = filing("u1", answered: 11)
    case "key":
      bad = filing("u1")
      keys = [[], Array(repeating: 0, count: 32), []]
    default: bad = filing("u1", period: fault)
    }
    _ = try await stage.service.refusal(of: [filing("u0"), bad, filing("u2")], keys: keys)
    #expect(try stage.driver.submissions().isEmpty)
    let receipts = try await stage.service.submit([filing("u0"), filing("u1"), filing("u2")], keys: [], from: .system)
    #expect(receipts.map(\.unit.text) == ["u0", "u1", "u2"])
    #expect(stage.driver.syncCount == 2)
  }

  @Test func aConflictInABatchStoresNothingOfIt() async throws {
    let stage = try await Stage()
    let known = try await stage.service.file(filing("u1"))
    let failure = try await stage.service.refusal(of: [filing("u0"), filing("u1", answered: 6), filing("u2")])
    guard case .conflict(_, let existing) = failure else {
      Issue.record("not a conflict: \(failure)")
      return
    }
    #expect(existing == known)
    #expect(try stage.driver.submissions().count == 1)
  }

  @Test func aBatchMayRepeatWhatIsKnownBesideWhatIsNew() async throws {
    let stage = try await Stage()
    let known = try await stage.service.file(filing("u1"))
    let receipts = try await stage.service.submit([filing("u0"), filing("u1"), filing("u2")], keys: [], from: .system)
    #expect(receipts.map(\.unit.text) == ["u0", "u1", "u2"])
    #expect(receipts[1] == known)
    #expect(receipts.map(\.position) == [4, 3, 5])
  }

  @Test func anotherContentKeyThanTheFiguresHaveIsRefused() async throws {
    let stage = try await Stage()
    let wrong: [UInt8] = Array(repeating: 1, count: 32)
    let failure = try await stage.service.refusal(of: [filing()], keys: [wrong])
    #expect(failure.code.number == "S-221")
    let receipt = try await stage.service.file(filing())
    #expect(try await stage.service.submit([filing()], keys: [receipt.contentKey], from: .system) == [receipt])
  }

  @Test func oneUnitAndPeriodStandsOnceInABatch() async throws {
    let stage = try await Stage()
    let failure = try await stage.service.refusal(of: [filing(), filing("u1"), filing(answered: 6)])
    guard case .invalid(let problems) = failure else {
      Issue.record("not invalid")
      return
    }
    #expect(problems.first.code.number == "S-216")
    #expect(problems.first.place == "filings[2]")
    #expect(try stage.driver.submissions().isEmpty)
  }

  @Test func everythingWrongInABatchIsToldAtOnce() async throws {
    let stage = try await Stage()
    let failure = try await stage.service.refusal(of: [filing("u9"), filing(asked: -1), filing("u1", period: "2023-13")])
    guard case .invalid(let problems) = failure else {
      Issue.record("not invalid")
      return
    }
    #expect(problems.all.map(\.code.number) == ["S-205", "S-211", "S-207"])
    #expect(problems.all.map { String($0.place.prefix(10)) } == ["filings[0]", "filings[1]", "filings[2]"])
  }
}
