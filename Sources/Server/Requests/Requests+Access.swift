import Campaign
import FoundationEssentials
package import Service
package import Wire

/// What each call needs; a new method without a row does not build.
extension Method {
  enum Need: Hashable {
    case action(AccessAction)
    /// To read, or to file for, the units that the message names: looked at once it is decoded.
    case readUnits, fileForUnits
  }

  /// - Source: ours: decision 20.
  var need: Need {
    switch self {
    case .getRanking, .watchRanking, .getPlaces, .getObjectives, .showCampaign, .requestStatus, .health: .action(.readBoard)
    case .getForm, .listTasks, .getUnit, .exportFilings: .readUnits
    case .submit, .deliver: .fileForUnits
    case .assess, .publishIndex, .launch, .amend, .setApplicability, .decidePeriod: .action(.decide)
    case .issueToken, .revokeToken, .listTokens: .action(.administer)
    }
  }
}

extension Principal {
  /// What can be said before the message is decoded.
  func check(_ method: Method) throws {
    switch method.need {
    case .action(let action): try require(action)
    case .readUnits: if unit == nil { try require(.readAllUnits) }
    case .fileForUnits: if unit == nil { try require(.file(for: "")) }
    }
  }

  /// - Parameter units: Each that the message names.
  func requireFiling(for units: some Sequence<String>) throws { for unit in units { try require(.file(for: .init(unit))) } }

  /// - Parameter unit: Empty where all are meant.
  func requireReading(_ unit: String) throws { try require(unit.isEmpty ? .readAllUnits : .readUnit(.init(unit))) }
}

/// Tokens.
extension Requests {
  func issueToken(_ request: IssueTokenRequest, _ context: RequestContext) async throws -> Reply {
    guard let id = TokenID(bytes: request.tokenID), let role = Role(rawValue: request.role),
      request.renews.isEmpty || request.renews.count == TokenID.byteCount
    else { throw badToken }
    let issued = TokenRequest(
      id: id, digest: Array(request.digest), role: role, unit: request.unit, name: request.name,
      expires: request.expiresAtMs == 0 ? nil : try instant(request.expiresAtMs, "expires_at_ms"), renews: TokenID(bytes: request.renews))
    return reply(try await service.issue(issued, from: context.origin))
  }

  func revokeToken(_ request: RevokeTokenRequest, _ context: RequestContext) async throws -> Reply {
    guard let id = TokenID(bytes: request.tokenID) else { throw badToken }
    return reply(try await service.revoke(id, from: context.origin))
  }

  func tokens(_ request: TokensRequest) async throws -> Reply {
    let all = await service.state.access.all
    let start = TokenID(bytes: request.after).flatMap { last in all.firstIndex { $0.principal.token == last } }.map { $0 + 1 } ?? 0
    let page = all[start...].prefix(1000)
    var response = TokensResponse()
    response.timeMs = service.now().milliseconds
    response.tokens = Self.tokenRows(page)
    if start + page.count < all.count { response.next = response.tokens.last?.tokenID ?? Data() }
    return .success(Payload.encode(response))
  }

  package static func tokenRows(_ tokens: some Sequence<AccessTable.Token>) -> [TokenRow] {
    tokens.map { token in
      var row = TokenRow()
      row.tokenID = Data(token.principal.token?.bytes ?? [])
      row.role = token.principal.role.rawValue
      row.unit = token.principal.unit?.text ?? ""
      row.name = token.principal.name
      row.issuedAtMs = token.receipt.recordedAt.milliseconds
      row.expiresAtMs = token.principal.expires?.milliseconds ?? 0
      row.revokedAtMs = token.revocation?.recordedAt.milliseconds ?? 0
      return row
    }
  }

  private func reply(_ receipt: EntryReceipt) -> Reply { .success(answer(records: [receipt])) }

  private var badToken: ServiceFailure {
    .refused(Campaign.Problem(
      .badToken, vi: "mã số có 8 byte; vai trò là unit, viewer, office hoặc admin.",
      en: "an id has 8 bytes; the role is unit, viewer, office or admin."))
  }
}

extension Principal {
  /// The body of AUTH_OK.
  var message: SignedIn {
    var message = SignedIn()
    message.role = role.rawValue
    message.unit = unit?.text ?? ""
    message.name = name
    message.expiresAtMs = expires?.milliseconds ?? 0
    message.account = Data(accountBytes)
    message.tokenID = Data(token?.bytes ?? [])
    return message
  }
}
