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
