package import Campaign
package import Journal

/// What a new token is for.
package struct TokenRequest: Sendable, Hashable {
  /// Made by whoever issues it: the service only ever sees the digest.
  package var id: TokenID
  /// SHA-256 of the token, 32 bytes.
  package var digest: [UInt8]
  package var role: Role
  /// Of a token of role ``Role/unit``.
  package var unit: String
  /// Of the holder, up to 200 bytes; empty for none.
  package var name: String
  package var expires: Instant?
  /// The new token signs in whom this one does, so that a renewed token goes on where the old one ends. Units need it not.
  package var renews: TokenID?

  package init(
    _ token: TokenText, role: Role, unit: String = "", name: String = "", expires: Instant? = nil, renews: TokenID? = nil
  ) {
    self.init(id: token.id, digest: token.digest, role: role, unit: unit, name: name, expires: expires, renews: renews)
  }

  package init(
    id: TokenID, digest: [UInt8], role: Role, unit: String, name: String, expires: Instant?, renews: TokenID?
  ) {
    self.id = id
    self.digest = digest
    self.role = role
    self.unit = unit
    self.name = name
    self.expires = expires
    self.renews = renews
  }
}

/// Tokens: who may sign in.
extension CampaignService {
  /// Who holds a token; `nil` for one that is unknown, wrong, revoked or expired, and for what is no token.
  package func principal(forToken text: String) -> Principal? {
    TokenText(text).flatMap { durable.access.principal(for: $0, at: now()) }
  }

  /// Whether somebody who signed in earlier may go on: ask at every request, and at least each second on what stays open.
  package func isValid(_ principal: Principal) -> Bool { durable.access.isValid(principal, at: now()) }

  /// Issues a token. The same request again gets the receipt it has.
  ///
  /// - Throws: ``ServiceFailure``: `refused` A-604 for a role, name, digest or expiry that is not allowed, S-205 for an unknown
  ///   unit, A-603 for an unknown token to renew; `noCampaign` for a unit before the launch; `journal`.
  package func issue(_ request: TokenRequest, from origin: RequestOrigin) async throws -> EntryReceipt {
    try await inTurn {
      if let known = durable.access[request.id] {
        guard known.digest == request.digest, known.principal.role == request.role,
          known.principal.unit?.text ?? "" == request.unit
        else { throw refuse("token_id", "mã này đã được cấp.", "this id has been issued.") }
        try await remember(origin, answeredBy: known.receipt.position)
        return known.receipt
      }
      let time = stamp()
      try check(request, at: time)
      let entry = TokenEntry(
        .issued(.init(
          id: request.id, digest: request.digest, account: try account(of: request), role: request.role,
          unit: request.role == .unit ? .init(request.unit) : nil, expires: request.expires)), origin: origin)
      return EntryReceipt(try await store(begin(entry.draft(at: time, name: request.name), of: origin, at: time))[0])
    }
  }

  /// Revokes a token for good. Once it returns, nobody signs in with it, and ``isValid(_:)`` says no to who did before.
  ///
  /// - Throws: ``ServiceFailure``: `refused` A-603 for an unknown token; `journal`.
  package func revoke(_ id: TokenID, from origin: RequestOrigin) async throws -> EntryReceipt {
    try await inTurn {
      guard let token = durable.access[id] else {
        throw ServiceFailure.refused(Problem(
          .unknownToken, vi: "không có mã truy cập \(id). Xem \"thidua-server token list\".",
          en: "there is no token \(id). See \"thidua-server token list\"."))
      }
      if let revoked = token.revocation {
        try await remember(origin, answeredBy: revoked.position)
        return revoked
      }
      let time = stamp()
      return EntryReceipt(try await store(begin(TokenEntry(.revoked(id), origin: origin).draft(at: time), of: origin, at: time))[0])
    }
  }

  private func refuse(_ place: String, _ vi: String, _ en: String) -> ServiceFailure {
    .refused(Problem(.badToken, at: place, vi: vi, en: en))
  }

  private func check(_ request: TokenRequest, at time: Instant) throws {
    guard request.role != .open else {
      throw refuse("role", "vai trò là unit, viewer, office hoặc admin.", "the role is unit, viewer, office or admin.")
    }
    guard request.digest.count == 32 else { throw refuse("digest", "cần 32 byte SHA-256.", "32 bytes of SHA-256 are needed.") }
    guard request.name.utf8.count <= 200, !request.name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else {
      throw refuse("name", "tên dài nhất 200 byte, không có ký tự điều khiển.", "a name has at most 200 bytes and no control characters.")
    }
    guard request.expires.map({ $0 > time }) ?? true else {
      throw refuse("expires", "thời hạn đã qua.", "the expiry has passed.")
    }
    guard request.role == .unit else {
      guard request.unit.isEmpty else { throw refuse("unit", "chỉ vai trò unit có đơn vị.", "only the role unit has a unit.") }
      return
    }
    guard let rulebook = durable.versions.last?.rulebook else { throw ServiceFailure.noCampaign }
    guard rulebook.unit(.init(request.unit)) != nil else {
      throw ServiceFailure.refused(Problem(
        .unknownUnit, at: "unit", vi: "không có đơn vị \"\(request.unit)\" trong danh sách của phong trào.",
        en: "there is no unit \"\(request.unit)\" on the campaign's roster."))
    }
  }

  /// All tokens of a unit sign in one account; others have an account of their own, unless they renew a token.
  private func account(of request: TokenRequest) throws -> AccountID {
    if request.role == .unit { return .unit(.init(request.unit)) }
    guard let renewed = request.renews else { return AccountID(high: .random(in: 1 ... .max), low: .random(in: 0 ... .max)) }
    guard let known = durable.access[renewed], known.principal.role == request.role else {
      throw ServiceFailure.refused(Problem(
        .unknownToken, at: "renews", vi: "không có mã truy cập \(renewed) cùng vai trò.", en: "there is no token \(renewed) of this role."))
    }
    return known.principal.account
  }
}

extension AccountID {
  /// The account of a unit: 16 bytes of the SHA-256 of a fixed text and its id.
  package static func unit(_ unit: ReportingUnit.ID) -> AccountID {
    let digest = sha256(Array("thidua unit account 1\n\(unit.text)".utf8))
    guard let id = AccountID(bytes: digest.prefix(byteCount)) else { preconditionFailure("A digest has 32 bytes.") }
    return id
  }
}
