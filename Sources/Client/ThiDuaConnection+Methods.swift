import SwiftProtobuf
public import Wire

/// One function a method, typed.
///
/// All throw what ``ThiDuaConnection/call(_:_:requestNumber:deadline:)`` throws.
extension ThiDuaConnection {
  /// Files one or more units' forms, all or none.
  ///
  /// - Parameters:
  ///   - request: The bytes of a `SubmitRequest` as they lie in the outbox: they are sent as they are, so that a second
  ///     sending has the same digest.
  ///   - requestNumber: 1 or more, written to the outbox before the first sending.
  public func submit(
    _ request: [UInt8], requestNumber: UInt64, deadline: Duration? = .seconds(30)
  ) async throws -> SubmitResponse {
    precondition(requestNumber > 0, "a submission has a request number")
    return try await typed(.submit, request, requestNumber, deadline)
  }

  /// The form of a unit for a month, with what carries over.
  public func form(_ request: FormRequest, deadline: Duration? = .seconds(30)) async throws -> FormResponse {
    try await typed(.getForm, Payload.encode(request), 0, deadline)
  }

  /// The ranking of a month.
  public func ranking(_ request: RankingRequest, deadline: Duration? = .seconds(30)) async throws -> RankingResponse {
    try await typed(.getRanking, Payload.encode(request), 0, deadline)
  }

  /// Where units stand in a month, and nothing else of them.
  ///
  /// - Parameter request: 1 to 64 units.
  /// - Returns: A row for each, in their order.
  /// - Throws: `protocolViolation` also for an answer with another number of rows.
  public func places(_ request: PlacesRequest, deadline: Duration? = .seconds(30)) async throws -> PlacesResponse {
    let response: PlacesResponse = try await typed(.getPlaces, Payload.encode(request), 0, deadline)
    guard response.places.count == request.units.count else {
      throw ClientFailure.protocolViolation("\(response.places.count) places for \(request.units.count) units")
    }
    return response
  }

  /// A unit's points of a month, criterion by criterion.
  public func unit(_ request: UnitRequest, deadline: Duration? = .seconds(30)) async throws -> UnitResponse {
    try await typed(.getUnit, Payload.encode(request), 0, deadline)
  }

  /// The province's objectives of a year.
  public func objectives(
    _ request: ObjectivesRequest, deadline: Duration? = .seconds(30)
  ) async throws -> ObjectivesResponse {
    try await typed(.getObjectives, Payload.encode(request), 0, deadline)
  }

  /// Records the publication of an index.
  ///
  /// - Parameters:
  ///   - request: The bytes of a `PublishRequest`, kept for a second sending.
  ///   - requestNumber: 1 or more.
  public func publish(
    _ request: [UInt8], requestNumber: UInt64, deadline: Duration? = .seconds(30)
  ) async throws -> PublishResponse {
    precondition(requestNumber > 0, "a publication has a request number")
    return try await typed(.publishIndex, request, requestNumber, deadline)
  }

  /// What became of a request that this client sent under a number: the answer, if it was applied.
  public func status(of requestNumber: UInt64, deadline: Duration? = .seconds(10)) async throws -> StatusResponse {
    var request = StatusRequest()
    request.requestNumber = requestNumber
    return try await typed(.requestStatus, Payload.encode(request), 0, deadline)
  }

  /// What a unit has to do.
  public func tasks(_ request: TasksRequest, deadline: Duration? = .seconds(30)) async throws -> TasksResponse {
    try await typed(.listTasks, Payload.encode(request), 0, deadline)
  }

  /// A page of the filings in force.
  public func export(_ request: ExportRequest, deadline: Duration? = .seconds(30)) async throws -> ExportResponse {
    try await typed(.exportFilings, Payload.encode(request), 0, deadline)
  }

  /// The versions of the rulebook.
  public func campaign(_ request: CampaignRequest, deadline: Duration? = .seconds(30)) async throws -> CampaignResponse {
    try await typed(.showCampaign, Payload.encode(request), 0, deadline)
  }

  /// Launches the campaign, or amends its rulebook.
  ///
  /// - Parameters:
  ///   - method: ``Method/launch`` or ``Method/amend``.
  ///   - request: The bytes of a `LaunchRequest` or `AmendRequest`, kept for a second sending.
  ///   - requestNumber: 1 or more.
  public func rulebook(
    _ method: Method, _ request: [UInt8], requestNumber: UInt64, deadline: Duration? = .seconds(60)
  ) async throws -> VersionResponse {
    precondition(requestNumber > 0, "a rulebook has a request number")
    return try await typed(method, request, requestNumber, deadline)
  }

  /// Records deliveries, a finding, an applicability or a decision on a period.
  ///
  /// - Parameters:
  ///   - method: ``Method/deliver``, ``Method/assess``, ``Method/setApplicability`` or ``Method/decidePeriod``.
  ///   - request: The bytes of the method's message, kept for a second sending.
  ///   - requestNumber: 1 or more.
  public func record(
    _ method: Method, _ request: [UInt8], requestNumber: UInt64, deadline: Duration? = .seconds(30)
  ) async throws -> RecordResponse {
    precondition(requestNumber > 0, "a record has a request number")
    return try await typed(method, request, requestNumber, deadline)
  }

  /// Issues or revokes a token.
  ///
  /// - Parameters:
  ///   - method: ``Method/issueToken`` or ``Method/revokeToken``.
  ///   - request: The bytes of the method's message, kept for a second sending.
  ///   - requestNumber: 1 or more.
  public func administer(
    _ method: Method, _ request: [UInt8], requestNumber: UInt64, deadline: Duration? = .seconds(30)
  ) async throws -> RecordResponse {
    precondition(requestNumber > 0, "a change of tokens has a request number")
    return try await typed(method, request, requestNumber, deadline)
  }

  /// A page of the tokens that were issued.
  public func tokens(_ request: TokensRequest, deadline: Duration? = .seconds(30)) async throws -> TokensResponse {
    try await typed(.listTokens, Payload.encode(request), 0, deadline)
  }

  /// Whether the server works, and where it stands.
  public func health(deadline: Duration? = .seconds(10)) async throws -> HealthResponse {
    try await typed(.health, Payload.encode(HealthRequest()), 0, deadline)
  }

  private func typed<M: Message>(
    _ method: Method, _ request: [UInt8], _ requestNumber: UInt64, _ deadline: Duration?
  ) async throws -> M {
    let answer = try await call(method, request, requestNumber: requestNumber, deadline: deadline)
    do throws(WireProblem) {
      return try Payload.decode(M.self, from: answer.payload)
    } catch {
      throw ClientFailure.protocolViolation(error.text.english)
    }
  }
}
