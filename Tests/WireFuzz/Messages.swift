import SwiftProtobuf
import Wire
import WireConversations

extension Target {
  /// What a payload may be taken for; the first byte of an input chooses.
  static let messages: [@Sendable ([UInt8]) throws -> Void] = [
    check(Hello.self), check(Welcome.self), check(Wire.Problem.self), check(SubmitRequest.self), check(SubmitResponse.self),
    check(DeliverRequest.self), check(TasksResponse.self), check(AssessRequest.self), check(RankingResponse.self),
    check(UnitResponse.self), check(ObjectivesResponse.self), check(ExportResponse.self), check(PublishRequest.self),
    check(LaunchRequest.self), check(AmendRequest.self), check(CampaignResponse.self), check(ApplicabilityRequest.self),
    check(PeriodDecisionRequest.self), check(IssueTokenRequest.self), check(TokensResponse.self), check(FormResponse.self),
    check(HealthResponse.self), check(WatchRequest.self), check(RankingUpdate.self),
  ]

  /// What is taken can be written, and is taken again as the same message; what is refused is refused as a fault of one request.
  private static func check<M: Message & Equatable>(_ type: M.Type) -> @Sendable ([UInt8]) throws -> Void {
    { bytes in
      do throws(WireProblem) {
        let message = try Payload.decode(type, from: bytes)
        let again = try Payload.decode(type, from: Payload.encode(message))
        guard again == message else { throw .connection(.badBody, "read again it is another message") }
      } catch {
        guard !error.endsConnection else { throw BrokenPromise(description: "\(type): \(error)") }
      }
    }
  }
}
