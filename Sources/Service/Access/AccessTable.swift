package import Campaign

/// All tokens of a journal: who may sign in.
package struct AccessTable: Sendable {
  /// A token as it was issued; never the token itself.
  package struct Token: Sendable, Hashable {
    package let principal: Principal
    let digest: [UInt8]
    /// The entry that issued it.
    package let receipt: EntryReceipt
    /// The entry that revoked it, if one has.
    package fileprivate(set) var revocation: EntryReceipt?

    /// It can be signed in with.
    package func isValid(at time: Instant) -> Bool { revocation == nil && principal.expires.map { time < $0 } ?? true }
  }

  private var tokens: [TokenID: Token] = [:]
  private var order: [TokenID] = []

  /// As they were issued, revoked and expired ones included.
  package var all: [Token] { order.compactMap { tokens[$0] } }
  package subscript(id: TokenID) -> Token? { tokens[id] }
  /// Nobody can sign in yet.
  package var isEmpty: Bool { tokens.isEmpty }

  mutating func apply(_ entry: TokenEntry, name: String, _ receipt: EntryReceipt) {
    switch entry.action {
    case .issued(let issue):
      let principal = Principal(
        account: issue.account, role: issue.role, unit: issue.unit, token: issue.id, name: name, expires: issue.expires)
      tokens[issue.id] = Token(
        principal: principal, digest: issue.digest, receipt: receipt)
      order.append(issue.id)
    case .revoked(let id):
      if tokens[id]?.revocation == nil { tokens[id]?.revocation = receipt }
    }
  }

  /// Forgets a holder's name that a tombstone has purged.
  mutating func purgeName(of position: UInt64) {
    for (id, token) in tokens where token.receipt.position == position {
      let holder = token.principal
      tokens[id] = Token(
        principal: Principal(
          account: holder.account, role: holder.role, unit: holder.unit, token: holder.token, expires: holder.expires),
        digest: token.digest, receipt: token.receipt, revocation: token.revocation)
    }
  }

  /// Who holds a token; `nil` for one that is unknown, wrong, revoked or expired. Which of these it is nobody is told.
  package func principal(for token: TokenText, at time: Instant) -> Principal? {
    let known = tokens[token.id]
    // An unknown token is compared as well, so that the answer takes the same time.
    let equal = equalInConstantTime(token.digest, known?.digest ?? Self.nothing)
    guard equal, let known, known.isValid(at: time) else { return nil }
    return known.principal
  }

  private static let nothing = [UInt8](repeating: 0, count: 32)

  /// Whether somebody who signed in earlier may go on.
  package func isValid(_ principal: Principal, at time: Instant) -> Bool {
    principal.token.map { tokens[$0]?.isValid(at: time) ?? false } ?? true
  }
}
