import Campaign
import Service

/// How pages know who asks.
package enum PageAccess: Sendable {
  /// Nobody signs in: a demonstration, or a server on this machine that was opened on purpose.
  case open
  /// With a token.
  case signIn
}

/// Who asks for a page.
struct Visitor: Sendable {
  let principal: Principal
  /// Stands in every form of his, so that no other site can fill one in for him; 64 hexadecimal digits.
  let formKey: String
  /// `nil` where nobody signs in.
  let session: Session?

  /// What of a page depends on who looks at it.
  var audience: String { principal.unit.map { "unit:" + $0.text } ?? principal.role.rawValue }
}
