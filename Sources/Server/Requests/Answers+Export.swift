import Campaign
import Ranking
import Service
import Wire

/// The filings as they are in force, page by page.
extension Snapshot {
  /// The largest page: 200 forms of 70 counters stay below 300 KB.
  private static let pageFilingsMax = 200

  /// The filings in force, by unit in roster order, then by period.
  func export(_ request: ExportRequest) throws -> ExportResponse {
    func limit(_ text: String, _ name: String) throws -> Period? {
      guard !text.isEmpty else { return nil }
      guard let period = period(text) else {
        throw ServiceFailure.refused(Campaign.Problem(
          .unknownPeriod, at: name, vi: "không có kỳ \"\(text)\" trong phong trào.", en: "there is no period \"\(text)\" in the campaign."))
      }
      return period
    }
    let (from, through) = (try limit(request.from, "from"), try limit(request.through, "through"))
    var units = rulebook.units
    if !request.unit.isEmpty {
      units = units.filter { $0.id.text == request.unit }
      guard !units.isEmpty else {
        throw ServiceFailure.refused(Campaign.Problem(
          .unknownUnit, at: "unit", vi: "không có đơn vị \"\(request.unit)\" trong danh sách của phong trào.",
          en: "there is no unit \"\(request.unit)\" on the campaign's roster."))
      }
    }
    var response = ExportResponse()
    response.provenance = provenance(current.version)
    // Where the page before ended: a unit and the period behind which to go on.
    let parts = request.after.split(separator: " ", omittingEmptySubsequences: false)
    var after = parts.count == 2 ? Period(parts[1], kind: standings.scope.first.kind) : nil
    if let start = parts.first, let index = units.firstIndex(where: { $0.id.text == start }) { units.removeFirst(index) }
    for unit in units {
      for filed in state.filings(of: unit.id) {
        let period = filed.receipt.period
        guard after.map({ $0 < period }) ?? true, from.map({ $0 <= period }) ?? true, through.map({ period <= $0 }) ?? true else { continue }
        guard response.filings.count < Self.pageFilingsMax else { return response }
        response.filings.append(filed.message(late: state.workingDaysLate(unit.id, period) != nil))
        response.next = "\(unit.id.text) \(period)"
      }
      after = nil
    }
    response.next = ""
    return response
  }
}

extension CampaignState.InForce {
  fileprivate func message(late: Bool) -> ExportedFiling {
    var message = ExportedFiling()
    message.unit = receipt.unit.text
    message.period = receipt.period.description
    message.form = receipt.form
    message.revision = UInt32(clamping: receipt.revision)
    message.late = late
    message.firstFiledAtMs = firstFiledAt.milliseconds
    message.figures = filing.figures.map { counter, value in
      var figure = Figure()
      figure.counter = counter
      figure.value = value
      return figure
    }
    return message
  }
}
