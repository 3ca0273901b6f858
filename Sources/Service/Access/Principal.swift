package import Campaign
package import Journal

/// What somebody who has signed in is for.
///
/// - Source: domain 5.5; ours: decision 20.
package enum Role: String, Sendable, Hashable, CaseIterable {
  /// A reporting unit: files and reads for itself.
  case unit
  /// Leadership and auditors: read everything.
  case viewer
  /// The campaign office: rules, calendar, findings, publications. It files nothing.
  case office
  /// The operator: tokens. He neither files nor decides.
  case admin
  /// Nobody signs in: a demonstration on this machine. Never given to a token.
  case open
}

/// Who asks: the holder of a token, or whoever may reach a server that asks for none.
package struct Principal: Sendable, Hashable {
  /// Stands in every entry that he causes. All tokens of a unit have one account, so that a renewed token goes on where the
  /// old one ended.
  package let account: AccountID
  package let role: Role
  /// The unit of a principal of role ``Role/unit``, else `nil`.
  package let unit: ReportingUnit.ID?
  /// `nil` for those who need none.
  package let token: TokenID?
  /// As it was given when the token was issued; empty for none.
  package let name: String
  /// From this instant on the token is worth nothing; `nil`: it does not expire.
  package let expires: Instant?

  package init(
    account: AccountID, role: Role, unit: ReportingUnit.ID? = nil, token: TokenID? = nil, name: String = "",
    expires: Instant? = nil
  ) {
    self.account = account
    self.role = role
    self.unit = unit
    self.token = token
    self.name = name
    self.expires = expires
  }

  /// The account's 16 bytes.
  package var accountBytes: [UInt8] { account.bytes }

  /// Everybody, where no sign-in is asked for.
  package static let open = Principal(account: .system, role: .open)
  /// Whoever has the rights of the data folder on the server's machine.
  package static let folderOwner = Principal(account: .system, role: .admin)
}

/// What can be allowed or not.
package enum AccessAction: Sendable, Hashable {
  /// The board, the objectives, the rulebook: what every participant of a campaign may know.
  case readBoard
  /// A unit's form, points, tasks and filings.
  case readUnit(ReportingUnit.ID)
  /// The same of all units at once.
  case readAllUnits
  /// Figures and deliveries of a unit.
  case file(for: ReportingUnit.ID)
  /// What the campaign office decides.
  case decide
  /// Tokens.
  case administer
}

extension Principal {
  /// Whether an action is allowed; what is not named is not.
  ///
  /// - Source: domain 5.5; ours: decision 20.
  package func may(_ action: AccessAction) -> Bool {
    switch (action, role) {
    case (.readBoard, _): true
    case (.readUnit(let unit), .unit), (.file(let unit), .unit): unit == self.unit
    case (.readUnit, .viewer), (.readUnit, .office), (.readUnit, .open): true
    case (.readAllUnits, .viewer), (.readAllUnits, .office), (.readAllUnits, .open): true
    case (.file, .open): true
    case (.decide, .office), (.decide, .open): true
    case (.administer, .admin): true
    default: false
    }
  }

  /// - Throws: ``ServiceFailure``: `refused` A-602 for another unit than one's own, else A-601.
  package func require(_ action: AccessAction) throws {
    guard !may(action) else { return }
    switch action {
    case .readUnit, .file:
      guard let unit else { break }
      throw ServiceFailure.refused(Problem(
        .otherUnit, vi: "mã truy cập này chỉ dùng cho đơn vị \"\(unit)\".", en: "this token is for the unit \"\(unit)\" only."))
    default: break
    }
    throw ServiceFailure.refused(Problem(
      .permissionDenied, vi: "vai trò \"\(role.rawValue)\" không được làm việc này. Chưa lưu gì.",
      en: "the role \"\(role.rawValue)\" may not do this. Nothing was stored."))
  }
}
