import Campaign
import FoundationEssentials
import Service
import Wire

/// Requests that store something: each is carried out once, and answered with the same bytes for ever.
extension Requests {
  /// Carries out a request, or repeats the answer that it got.
  func store(_ context: RequestContext, _ method: Method, _ payload: [UInt8]) async throws -> Reply {
    var context = context
    context.content = RequestContent(method: method.rawValue, payload: payload)
    let marked = context
    switch try await service.once(marked.origin, { try await carryOut(marked, method, payload) }) {
    case .now(let reply): return reply
    case .before(let entries): return .success(try await answer(of: method, entries), replayed: true)
    }
  }

  /// What became of one of the client's own requests.
  func status(_ request: StatusRequest, _ context: RequestContext) async throws -> Reply {
    let asked = RequestOrigin(
      account: context.principal.account, clientID: context.clientID, requestNumber: request.requestNumber)
    var response = StatusResponse()
    switch try await service.state(of: asked) {
    case .unknown: response.state = .unknown
    case .inProgress: response.state = .inProgress
    case .applied(let content, let entries):
      response.state = .applied
      response.method = UInt32(content.method)
      response.digest = Data(content.digest)
      response.recordedAtMs = entries.map(\.receipt.recordedAt.milliseconds).max() ?? 0
      if let method = Method(rawValue: content.method) { response.answer = Data(try await answer(of: method, entries)) }
    }
    return .success(Payload.encode(response))
  }

  /// The answer of a call, from the entries that it is made of and from nothing else.
  ///
  /// - Throws: ``ServiceFailure``: `journalUnreadable` for an entry that the call does not make.
  private func answer(of method: Method, _ entries: [CampaignService.Recorded]) async throws -> [UInt8] {
    switch method {
    case .submit:
      let receipts = entries.compactMap(\.filing)
      guard receipts.count == entries.count else { throw unreadable(entries, "no filing") }
      return answer(receipts: receipts)
    case .publishIndex: return publication(try only(entries).receipt)
    case .launch, .amend:
      let position = try only(entries).receipt.position
      guard let version = await service.state.versions.first(where: { $0.receipt.position == position }) else {
        throw unreadable(entries, "no rulebook")
      }
      return answer(version: version)
    case .deliver, .assess, .setApplicability, .decidePeriod, .issueToken, .revokeToken:
      return answer(records: entries.map(\.receipt))
    case .getForm, .requestStatus, .listTasks, .getRanking, .watchRanking, .getUnit, .getObjectives, .exportFilings, .getPlaces,
      .showCampaign, .listTokens, .health:
      throw unreadable(entries, "\(method.name) stores nothing")
    }
  }

  private func only(_ entries: [CampaignService.Recorded]) throws -> CampaignService.Recorded {
    guard let entry = entries.first, entries.count == 1 else {
      throw unreadable(entries, "\(entries.count) entries")
    }
    return entry
  }

  private func unreadable(_ entries: [CampaignService.Recorded], _ cause: String) -> ServiceFailure {
    .journalUnreadable(position: entries.first?.receipt.position ?? 0, cause: cause)
  }

  func answer(receipts: [Service.Receipt]) -> [UInt8] {
    var response = SubmitResponse()
    response.receipts = receipts.map(\.message)
    return Payload.encode(response)
  }

  func answer(records receipts: [EntryReceipt]) -> [UInt8] {
    var response = RecordResponse()
    response.receipts = receipts.map(\.message)
    return Payload.encode(response)
  }

  func publication(_ receipt: EntryReceipt) -> [UInt8] {
    var response = PublishResponse()
    response.position = receipt.position
    response.recordedAtMs = receipt.recordedAt.milliseconds
    response.entryHash = Data(receipt.entryHash)
    return Payload.encode(response)
  }

  /// A version as it was when it was recorded: the last one, so that none had replaced it.
  func answer(version: RulebookVersion) -> [UInt8] {
    var row = version.constants
    row.scoresFrom = row.effectiveFrom
    let calendar = version.rulebook.calendar
    row.inForce = version.effectiveFrom.map { calendar.opens($0) <= version.receipt.recordedAt } ?? true
    var response = VersionResponse()
    response.campaign = version.rulebook.id
    response.version = row
    return Payload.encode(response)
  }
}

extension RequestContext {
  var origin: RequestOrigin {
    RequestOrigin(account: principal.account, clientID: clientID, requestNumber: requestNumber, content: content)
  }
}
