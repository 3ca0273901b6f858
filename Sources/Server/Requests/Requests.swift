import Campaign
import FoundationEssentials
package import Service
package import Wire

/// Answers the methods of the wire from the campaign's service.
///
/// What a message says is translated here, once, into the words of the service, and its answers into messages.
package struct Requests: Sendable {
  package let service: CampaignService
  private let startedAt: Instant
  let rankings: RankingFeed

  package init(service: CampaignService, limits: Limits = Limits()) {
    self.service = service
    rankings = RankingFeed(service: service, limits: limits)
    startedAt = service.now()
  }

  /// The handshake's answer: which installation, campaign and rulebook this is.
  package func welcome() async -> Welcome {
    let state = await service.state
    var welcome = Welcome()
    welcome.serverID = Data(state.genesis?.serverID ?? [])
    welcome.startedAtMs = startedAt.milliseconds
    welcome.timeMs = service.now().milliseconds
    welcome.deployment = state.genesis?.deployment ?? ""
    let version = state.version(at: service.now())
    welcome.campaign = version?.rulebook.id ?? ""
    welcome.rulebookDigest = Data(version?.digest ?? [])
    welcome.journalPosition = state.position
    return welcome
  }

  package func handle(_ context: RequestContext, _ method: Method, _ payload: [UInt8]) async -> Reply {
    await answering {
      try context.principal.check(method)
      return try await method.changesState ? store(context, method, payload) : read(context, method, payload)
    }
  }

  /// Makes the reply of whatever goes wrong.
  func answering(_ body: () async throws -> Reply) async -> Reply {
    do {
      return try await body()
    } catch let failure as ServiceFailure {
      return failure.reply
    } catch let problem as WireProblem {
      return .refused(problem)
    } catch {
      // Nothing above throws anything else; if it does, nobody knows what was stored.
      let problem = Campaign.Problem(
        .ourFault, vi: "lỗi của máy chủ. Gửi lại đúng yêu cầu này; không bị tính hai lần.",
        en: "the server failed. Send the same request again; it cannot count twice.")
      return .problem(.internal, problem.message(status: .internal), .unknown)
    }
  }

  /// Does what a call that stores something asks for.
  func carryOut(_ context: RequestContext, _ method: Method, _ payload: [UInt8]) async throws -> Reply {
    switch method {
    case .submit: return try await submit(try Payload.decode(SubmitRequest.self, from: payload), context)
    case .publishIndex: return try await publish(try Payload.decode(PublishRequest.self, from: payload), context)
    case .deliver: return try await deliver(try Payload.decode(DeliverRequest.self, from: payload), context)
    case .assess: return try await assess(try Payload.decode(AssessRequest.self, from: payload), context)
    case .setApplicability: return try await setApplicability(try Payload.decode(ApplicabilityRequest.self, from: payload), context)
    case .decidePeriod: return try await decidePeriod(try Payload.decode(PeriodDecisionRequest.self, from: payload), context)
    case .launch: return try await launch(try Payload.decode(LaunchRequest.self, from: payload), context)
    case .amend: return try await amend(try Payload.decode(AmendRequest.self, from: payload), context)
    case .issueToken: return try await issueToken(try Payload.decode(IssueTokenRequest.self, from: payload), context)
    case .revokeToken: return try await revokeToken(try Payload.decode(RevokeTokenRequest.self, from: payload), context)
    case .getForm, .requestStatus, .listTasks, .getRanking, .watchRanking, .getUnit, .getObjectives, .exportFilings, .getPlaces,
      .showCampaign, .listTokens, .health:
      return .refused(.stream(.methodUnknown))
    }
  }

  private func read(_ context: RequestContext, _ method: Method, _ payload: [UInt8]) async throws -> Reply {
    switch method {
    case .showCampaign: return try await campaign(try Payload.decode(CampaignRequest.self, from: payload))
    case .getForm: return try await form(try Payload.decode(FormRequest.self, from: payload), context)
    case .requestStatus: return try await status(try Payload.decode(StatusRequest.self, from: payload), context)
    case .listTasks: return try await tasks(try Payload.decode(TasksRequest.self, from: payload), context)
    case .exportFilings: return try await export(try Payload.decode(ExportRequest.self, from: payload), context)
    case .getRanking: return try await ranking(try Payload.decode(RankingRequest.self, from: payload))
    case .getPlaces: return try await places(try Payload.decode(PlacesRequest.self, from: payload))
    case .getUnit: return try await unit(try Payload.decode(UnitRequest.self, from: payload), context)
    case .getObjectives: return try await objectives(try Payload.decode(ObjectivesRequest.self, from: payload), context)
    case .listTokens: return try await tokens(try Payload.decode(TokensRequest.self, from: payload))
    case .health: return try await health()
    case .submit, .publishIndex, .deliver, .assess, .setApplicability, .decidePeriod, .launch, .amend, .issueToken, .revokeToken,
      .watchRanking:
      return .refused(.stream(.methodUnknown))
    }
  }

  // MARK: commands

  private func submit(_ request: SubmitRequest, _ context: RequestContext) async throws -> Reply {
    try context.principal.requireFiling(for: request.filings.map(\.unit))
    try await check(campaign: request.campaign)
    guard (1...1000).contains(request.filings.count) else {
      throw ServiceFailure.refused(Campaign.Problem(
        .tooMany, at: "filings", vi: "mỗi lần gửi từ 1 đến 1.000 báo cáo.", en: "send 1 to 1,000 filings at a time."))
    }
    let drafts = request.filings.map { filing in
      FilingDraft(
        unit: filing.unit, period: filing.period, form: filing.form, baseRevision: Int(filing.baseRevision),
        cells: filing.figures.map { .init(counter: $0.counter, value: $0.value) })
    }
    let keys = request.filings.map { Array($0.contentKey) }
    let receipts = try await service.submit(drafts, keys: keys, from: context.origin)
    return .success(answer(receipts: receipts))
  }

  private func publish(_ request: PublishRequest, _ context: RequestContext) async throws -> Reply {
    var publishedOn: CivilDate?
    if !request.publishedOn.isEmpty {
      guard let date = CivilDate(request.publishedOn) else {
        throw ServiceFailure.refused(Campaign.Problem(
          .badIndexFact, at: "published_on", vi: "ngày viết như 2024-04-17.", en: "write the date like 2024-04-17."))
      }
      publishedOn = date
    }
    guard request.score.scale <= 9, request.score.coefficient.magnitude <= 1_000_000_000_000_000_000 else {
      throw ServiceFailure.refused(Campaign.Problem(
        .badIndexFact, at: "score", vi: "điểm số có tối đa 9 chữ số thập phân.", en: "a score has at most 9 decimals."))
    }
    let score: IndexFact.Score =
      request.hasScore
      ? .value(ExactDecimal(coefficient: request.score.coefficient, scale: Int(request.score.scale)), .published)
      : request.rankBeyond > 0 ? .withheld : .unknown
    let rank: IndexFact.Rank =
      request.rank > 0 ? .value(Int(request.rank), .published) : request.rankBeyond > 0 ? .beyond(Int(request.rankBeyond)) : .unknown
    let fact = IndexFact(
      year: Int(request.year), score: score, rank: rank, of: request.ranked == 0 ? nil : Int(request.ranked),
      publishedOn: publishedOn, source: request.source)
    return .success(publication(try await service.publish(request.index, fact, from: context.origin)))
  }

  // MARK: queries

  private func health() async throws -> Reply {
    var response = HealthResponse()
    let state = await service.state
    guard state.launched != nil else {
      response.provenance = state.provenance(at: service.now())
      return .success(Payload.encode(response))
    }
    let snapshot = try await service.snapshot()
    response.provenance = snapshot.provenance(snapshot.current.version)
    response.openPeriod = snapshot.open?.description ?? ""
    response.latestClosedPeriod = snapshot.latestClosed?.description ?? ""
    response.submissions = UInt64(snapshot.state.submissions)
    return .success(Payload.encode(response))
  }

  private func form(_ request: FormRequest, _ context: RequestContext) async throws -> Reply {
    try context.principal.requireReading(request.unit)
    let snapshot = try await service.snapshotForFiling()
    return .success(Payload.encode(try snapshot.form(unit: request.unit, period: request.period)))
  }

  private func ranking(_ request: RankingRequest) async throws -> Reply {
    let snapshot = try await service.snapshot()
    let first = Int(request.firstRow)
    let rows = first..<(request.rows == 0 ? Int.max : first + Int(request.rows))
    let ranking = try snapshot.ranking(period: request.period, block: request.block, scoreboard: request.scoreboard, rows: rows)
    return .success(Payload.encode(ranking))
  }

  private func unit(_ request: UnitRequest, _ context: RequestContext) async throws -> Reply {
    try context.principal.requireReading(request.unit)
    let snapshot = try await service.snapshot()
    return .success(Payload.encode(try snapshot.unit(request.unit, period: request.period)))
  }

  private func objectives(_ request: ObjectivesRequest, _ context: RequestContext) async throws -> Reply {
    if request.withUnits { try context.principal.require(.readAllUnits) }
    let snapshot = try await service.snapshot()
    return .success(Payload.encode(snapshot.objectives(request)))
  }

  /// A request that stores something names the campaign that it is meant for.
  func check(campaign: String) async throws {
    guard let known = await service.state.launched?.id else { throw ServiceFailure.noCampaign }
    guard campaign == known else {
      throw ServiceFailure.refused(Campaign.Problem(
        .wrongCampaign, at: "campaign", vi: "máy chủ này phục vụ phong trào \"\(known)\".",
        en: "this server runs the campaign \"\(known)\"."))
    }
  }
}
