package import Campaign
package import Journal

/// A token issued or revoked. The holder's name is a free text beside the entry.
package struct TokenEntry: Sendable, Hashable {
  package struct Issue: Sendable, Hashable {
    package let id: TokenID
    /// SHA-256 of the token, 32 bytes.
    package let digest: [UInt8]
    /// Whom it signs in.
    package let account: AccountID
    package let role: Role
    package let unit: ReportingUnit.ID?
    package let expires: Instant?

    package init(id: TokenID, digest: [UInt8], account: AccountID, role: Role, unit: ReportingUnit.ID?, expires: Instant?) {
      precondition(digest.count == 32, "A SHA-256 has 32 bytes.")
      self.id = id
      self.digest = digest
      self.account = account
      self.role = role
      self.unit = unit
      self.expires = expires
    }
  }
  package enum Action: Sendable, Hashable {
    case issued(Issue)
    case revoked(TokenID)
  }
  package let action: Action
  package let origin: RequestOrigin

  package init(_ action: Action, origin: RequestOrigin) {
    self.action = action
    self.origin = origin
  }

  /// The field of the holder's name.
  package static let nameField: UInt16 = 1

  /// - Parameter name: Of the holder; empty for none.
  package func draft(at time: Instant, name: String = "", salt: TextSalt = .random()) -> EntryDraft {
    var body = BodyWriter()
    body.origin(origin)
    var keys: [UniqueKey] = []
    switch action {
    case .issued(let issue):
      body.u8(1)
      body.fixed(issue.id.bytes)
      body.fixed(issue.digest)
      body.fixed(issue.account.bytes)
      body.string(issue.role.rawValue)
      body.bool(issue.unit != nil)
      body.string(issue.unit?.text ?? "")
      body.instant(issue.expires)
      keys = [UniqueKey([3] + issue.id.bytes)]
    case .revoked(let id):
      body.u8(2)
      body.fixed(id.bytes)
    }
    return EntryDraft(
      kind: .token, timeMilliseconds: time.milliseconds, account: origin.account, body: body.encoded, uniqueKeys: keys,
      texts: name.isEmpty ? [] : [FreeText(field: Self.nameField, salt: salt, text: name)])
  }

  package init(_ entry: StoredEntry) throws(JournalFailure) {
    guard entry.contentVersion == 1 else { throw .bodyFieldInvalid }
    var body = try entry.contentReader()
    origin = try body.origin(entry.account)
    func id(_ body: inout BodyReader) throws(JournalFailure) -> TokenID {
      guard let id = TokenID(bytes: try body.fixed(TokenID.byteCount)) else { throw .bodyFieldInvalid }
      return id
    }
    switch try body.u8() {
    case 1:
      let id = try id(&body)
      let digest = try body.fixed(32)
      guard let account = AccountID(bytes: try body.fixed(AccountID.byteCount)),
        let role = Role(rawValue: try body.string(bytesMax: 32)), role != .open
      else { throw .bodyFieldInvalid }
      let isOfUnit = try body.bool()
      let unit = try body.string(bytesMax: 256)
      guard isOfUnit == (role == .unit) else { throw .bodyFieldInvalid }
      action = .issued(Issue(
        id: id, digest: digest, account: account, role: role, unit: isOfUnit ? .init(unit) : nil, expires: try body.instant()))
    case 2: action = .revoked(try id(&body))
    default: throw .bodyFieldInvalid
    }
    try body.finish()
  }
}
