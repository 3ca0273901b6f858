package import Service

/// How a server knows its clients.
package struct SignIn: Sendable {
  /// Who holds a token; `nil` for nobody.
  let principal: @Sendable (_ token: String) async -> Principal?
  /// What holds at this moment: whether somebody who has signed in may go on.
  let validity: @Sendable () async -> @Sendable (Principal) -> Bool

  package init(
    principal: @escaping @Sendable (_ token: String) async -> Principal?,
    validity: @escaping @Sendable () async -> @Sendable (Principal) -> Bool
  ) {
    self.principal = principal
    self.validity = validity
  }

  /// With the tokens of a service's journal.
  package init(_ service: CampaignService) {
    self.init(
      principal: { await service.principal(forToken: $0) },
      validity: {
        let (access, time) = (await service.state.access, service.now())
        return { access.isValid($0, at: time) }
      })
  }
}
