import Campaign
import Ranking
import Service

/// What a unit's place is compared with, as far as it can be said.
///
/// While units of the block are awaited, a place among those who have filed is not set against a place among all.
///
/// - Source: ours: decision 34.
struct ComparedPlace: Sendable {
  /// Places gained; `nil` where there is nothing to compare, or not yet.
  let previous: Int?
  let lastYear: Int?
  let placesGained: Verdict?
  /// There is a place, and it has to wait for the others of the block.
  let waits: Bool

  static let pending = Verdict(.pending, .notDue, text: LocalizedText("chờ đủ báo cáo của khối", en: "waiting for the block's filings"))

  /// - Parameter isAwaited: Units of the block may still file in time.
  init(_ standing: Standing, isAwaited: Bool) {
    waits = isAwaited && standing.place != nil
    previous = isAwaited ? nil : standing.movedSincePrevious
    lastYear = isAwaited ? nil : standing.movedSinceLastYear
    placesGained = standing.placesGained.map { verdict in
      switch verdict.outcome {
      case .met, .notMet: isAwaited ? Self.pending : verdict
      case .pending, .missing, .notApplicable, .undetermined: verdict
      }
    }
  }
}

extension PageView {
  /// Whether units of a block have not filed and may still do so in time.
  ///
  /// - Complexity: O(units) while the period can be filed.
  func isAwaited(_ block: String, _ period: Period) -> Bool {
    snapshot.isProvisional(period) && snapshot.span(of: period).standings.places(of: block, in: period).contains { $0.reason == .notDue }
  }

  /// "▲ 2", or "…" where places wait for the others of the block.
  func moved(_ places: Int?, waits: Bool) -> HTML {
    guard waits else { return moved(places) }
    return "<span class=\"none\" title=\"\(waiting)\"><span aria-hidden=\"true\">…</span><span class=\"vh\">\(waiting)</span></span>"
  }

  var waiting: String { words("chờ đủ báo cáo", "waiting for all filings") }

  /// "so tháng trước".
  func onPrevious(_ period: ShownPeriod) -> String {
    if period.named.kind.perYear == 1 { return words("so năm trước", "on last year") }
    return period.named.kind.months == 1 ? words("so tháng trước", "on last month") : words("so kỳ trước", "on last period")
  }
}
