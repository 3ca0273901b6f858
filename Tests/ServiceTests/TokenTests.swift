import Campaign
import Journal
import Service
import Testing

/// Tokens: who can sign in, and what is kept of it.
@Suite struct TokenTests {
  private func refusal(_ body: () async throws -> some Sendable) async throws -> (number: String, name: String) {
    try await #require(throws: ServiceFailure.self) { _ = try await body() }.code
  }

  @Test func aTokenSignsInUntilItIsRevokedAlsoAfterARestart() async throws {
    let stage = try await Stage()
    let token = TokenText.random()
    _ = try await stage.service.issue(TokenRequest(token, role: .unit, unit: "u1", name: "Lan"), from: .system)
    let principal = try #require(await stage.service.principal(forToken: token.secret))
    #expect(principal.role == .unit && principal.unit == "u1" && principal.name == "Lan" && principal.account == .unit("u1"))
    let reopened = try await stage.reopened()
    #expect(await reopened.principal(forToken: token.secret) == principal)
    let revoked = try await reopened.revoke(token.id, from: .system)
    #expect(await reopened.principal(forToken: token.secret) == nil)
    #expect(await reopened.isValid(principal) == false)
    // Revoking again says when it was done.
    #expect(try await reopened.revoke(token.id, from: .system) == revoked)
  }

  // reliability A5: "dump database and search"
  @Test func nothingStoredSignsIn() async throws {
    let stage = try await Stage()
    let token = TokenText.random()
    _ = try await stage.service.issue(TokenRequest(token, role: .admin), from: .system)
    let secret = Array(token.secret.utf8.suffix(64))
    for row in stage.driver.allRows {
      #expect(row.bytes.indices.allSatisfy { !row.bytes[$0...].starts(with: secret.prefix(16)) })
    }
    let entry = try stage.driver.allRows.last!.entry()
    #expect(entry.kind == .token)
    // Not with the id, not with the digest, not with another secret.
    let other = TokenText.random()
    let forged = "thidua_\(token.id)_" + other.secret.suffix(64)
    for text in [forged, other.secret, token.secret.uppercased(), token.secret + "0", String(token.secret.dropLast()), "", "thidua_"] {
      #expect(await stage.service.principal(forToken: text) == nil, "\(text.count)")
    }
    #expect(await stage.service.principal(forToken: token.secret)?.role == .admin)
  }

  @Test func anExpiredTokenIsWorthNothingFromItsInstantOn() async throws {
    let stage = try await Stage()
    let token = TokenText.random()
    let end = opens.moved(by: 1000)
    _ = try await stage.service.issue(TokenRequest(token, role: .viewer, expires: end), from: .system)
    stage.clock.set(end.moved(by: -1))
    let principal = try #require(await stage.service.principal(forToken: token.secret))
    stage.clock.set(end)
    #expect(await stage.service.principal(forToken: token.secret) == nil)
    #expect(await stage.service.isValid(principal) == false)
  }

  @Test func whatIsNoTokenIsRefused() async throws {
    let stage = try await Stage()
    let token = TokenText.random()
    let service = stage.service
    let before = stage.journal.head
    func refused(_ request: TokenRequest) async throws -> String {
      try await refusal { try await service.issue(request, from: .system) }.number
    }
    #expect(try await refused(TokenRequest(token, role: .open)) == "A-604")
    #expect(try await refused(TokenRequest(token, role: .admin, name: String(repeating: "a", count: 201))) == "A-604")
    #expect(try await refused(TokenRequest(token, role: .admin, name: "a\u{7}")) == "A-604")
    #expect(try await refused(TokenRequest(token, role: .admin, expires: opens)) == "A-604")
    #expect(try await refused(TokenRequest(token, role: .viewer, unit: "u0")) == "A-604")
    #expect(try await refused(TokenRequest(token, role: .unit, unit: "u9")) == "S-205")
    #expect(try await refused(TokenRequest(token, role: .viewer, renews: token.id)) == "A-603")
    #expect(try await refusal { try await service.revoke(token.id, from: .system) }.number == "A-603")
    #expect(stage.journal.head == before)
    _ = try await service.issue(TokenRequest(token, role: .viewer), from: .system)
    #expect(try await refused(TokenRequest(token, role: .office)) == "A-604")
  }

  @Test func theSameRequestAgainGetsTheSameReceipt() async throws {
    let stage = try await Stage()
    let request = TokenRequest(TokenText.random(), role: .office, name: "Sở Nội vụ")
    let receipt = try await stage.service.issue(request, from: .system)
    #expect(try await stage.service.issue(request, from: .system) == receipt)
    #expect(await stage.service.state.access.all.count == 1)
  }

  @Test func tokensOfAUnitAndRenewedOnesShareAnAccount() async throws {
    let stage = try await Stage()
    func account(_ role: Role, unit: String = "", renews: TokenID? = nil) async throws -> (AccountID, TokenID) {
      let token = TokenText.random()
      _ = try await stage.service.issue(TokenRequest(token, role: role, unit: unit, renews: renews), from: .system)
      return (try #require(await stage.service.principal(forToken: token.secret)).account, token.id)
    }
    #expect(try await account(.unit, unit: "u0").0 == account(.unit, unit: "u0").0)
    #expect(try await account(.unit, unit: "u0").0 != account(.unit, unit: "u1").0)
    let (office, id) = try await account(.office)
    #expect(try await account(.office).0 != office)
    #expect(try await account(.office, renews: id).0 == office)
  }

  @Test func aPurgedNameIsGone() async throws {
    let stage = try await Stage()
    let token = TokenText.random()
    let receipt = try await stage.service.issue(TokenRequest(token, role: .viewer, name: "Nguyễn Văn A"), from: .system)
    try await stage.journal.purgeText(
      of: receipt.position, field: TokenEntry.nameField, because: "asked", timeMilliseconds: opens.milliseconds, account: .system)
    let reopened = try await stage.reopened()
    #expect(await reopened.principal(forToken: token.secret)?.name == "")
  }

  @Test(arguments: 0..<500)
  func noBytesTrapTheReader(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let issue = TokenEntry.Issue(
      id: TokenText.random(using: &random).id, digest: Array(repeating: 1, count: 32), account: .system, role: .unit, unit: "u1", expires: opens)
    let draft = TokenEntry(.issued(issue), origin: .system).draft(at: opens)
    var body = Array(draft.body.prefix(Int.random(in: 0...draft.body.count, using: &random)))
    for _ in 0..<3 where !body.isEmpty {
      body[Int.random(in: 0..<body.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    let whole = try EntryDraft(kind: .token, timeMilliseconds: 0, account: .system, body: draft.body).stored()
    #expect(try TokenEntry(whole).action == .issued(issue))
    _ = try? TokenEntry(EntryDraft(kind: .token, timeMilliseconds: 0, account: .system, body: body).stored())
  }
}

/// Who may do what: the table of decision 20.
@Suite struct AccessTests {
  private static let own: ReportingUnit.ID = "u0"
  private static let other: ReportingUnit.ID = "u1"
  private static let actions: [AccessAction] = [
    .readBoard, .readUnit(own), .readUnit(other), .readAllUnits, .file(for: own), .file(for: other), .decide, .administer,
  ]
  //                              board own other all file other decide administer
  private static let table: [Role: [Bool]] = [
    .unit: [true, true, false, false, true, false, false, false],
    .viewer: [true, true, true, true, false, false, false, false],
    .office: [true, true, true, true, false, false, true, false],
    .admin: [true, false, false, false, false, false, false, true],
    .open: [true, true, true, true, true, true, true, false],
  ]

  @Test(arguments: Role.allCases)
  func everyRoleMayWhatTheTableSays(role: Role) throws {
    let principal = Principal(account: .system, role: role, unit: role == .unit ? Self.own : nil)
    for (action, expected) in zip(Self.actions, try #require(Self.table[role])) {
      #expect(principal.may(action) == expected, "\(role) \(action)")
      if expected {
        try principal.require(action)
      } else {
        #expect(throws: ServiceFailure.self) { try principal.require(action) }
      }
    }
  }

  @Test func aUnitMayOnlyForItself() throws {
    let principal = Principal(account: .system, role: .unit, unit: Self.own)
    let failure = try #require(throws: ServiceFailure.self) { try principal.require(.file(for: Self.other)) }
    #expect(failure.code == ("A-602", "OTHER_UNIT"))
    let general = try #require(throws: ServiceFailure.self) { try principal.require(.decide) }
    #expect(general.code == ("A-601", "PERMISSION_DENIED"))
  }
}
