import Campaign
import FoundationEssentials
import Ranking
import Service
package import Wire

/// Places and nothing else: on the event loop where they are at hand, else as every other question.
extension Requests {
  /// Units that one question may name.
  package static let placesMax = 64

  /// Answers at once what needs neither waiting nor computing; `nil` leaves it to ``handle(_:_:_:)``, which answers with the
  /// same bytes and knows the words of every refusal.
  ///
  /// - Complexity: O(units that are named × log units of their blocks).
  /// - Source: ours: decision 29.
  package func answerAtOnce(_ context: RequestContext, _ method: Method, _ payload: [UInt8]) -> Reply? {
    guard method == .getPlaces, context.principal.may(.readBoard), let (places, time) = service.placesAtHand() else { return nil }
    return payload.withUnsafeBytes { PlacesQuestion.answer($0, places, time) }.map { .success($0) }
  }

  func places(_ request: PlacesRequest) async throws -> Reply {
    guard (1...Self.placesMax).contains(request.units.count) else {
      throw ServiceFailure.refused(Campaign.Problem(
        .tooMany, at: "units", vi: "mỗi lần hỏi từ 1 đến \(Self.placesMax) đơn vị.", en: "ask for 1 to \(Self.placesMax) units at a time."))
    }
    return .success(Payload.encode(try await service.snapshot().places(request)))
  }
}

extension Snapshot {
  fileprivate func places(_ request: PlacesRequest) throws -> PlacesResponse {
    let period = try requested(request.period)
    let span = span(of: period)
    let scope = span.standings.scope
    guard scope.first <= period, period <= scope.last else {
      throw ServiceFailure.refused(Campaign.Problem(.unknownPeriod, at: "period", vi: "kỳ chưa được xếp hạng.", en: "the period is not ranked."))
    }
    var response = PlacesResponse()
    response.journalPosition = state.position
    response.rulebookDigest = Data(span.version.digest)
    response.period = period.description
    response.demonstration = state.genesis?.isDemonstration ?? false
    response.provisional = isProvisional(period)
    response.places = request.units.map { id in
      var row = PlaceRow()
      guard let unit = span.standings.rulebook.unit(.init(id)), let standing = span.standings.standing(of: unit.id, in: period) else {
        row.unknownUnit = true
        return row
      }
      if let place = standing.place {
        row.place = UInt32(clamping: place)
        row.tied = standing.tied
      } else {
        row.reason = standing.reason?.rawValue ?? ""
      }
      return row
    }
    return response
  }
}
