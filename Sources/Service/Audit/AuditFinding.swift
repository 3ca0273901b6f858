package import Campaign
import Ranking

/// In what the served standings differ from those recomputed from the journal.
package enum AuditFinding: Sendable, Hashable {
  /// The chain at the position of the served state ends in another hash, or an entry is damaged.
  case journal(String)
  /// The submission at a position is kept otherwise than the journal has it.
  case filing(UInt64)
  /// Other versions or periods are ranked.
  case shape
  /// The first unit and period that differ; places and totals as text.
  case standing(unit: String, period: Period, served: String, recomputed: String)

  /// What is different, with both values; the middle of a sentence.
  package var text: LocalizedText {
    switch self {
    case .journal(let cause): LocalizedText("nhật ký không khớp (\(cause))", en: "the journal does not agree (\(cause))")
    case .filing(let position):
      LocalizedText("báo cáo ở mục \(position) được giữ khác với nhật ký", en: "the filing at entry \(position) is kept otherwise than the journal has it")
    case .shape: LocalizedText("các kỳ được xếp hạng khác nhau", en: "other periods are ranked")
    case .standing(let unit, let period, let served, let recomputed):
      LocalizedText(
        "đơn vị \(unit), kỳ \(period): đang công bố \(served), tính lại \(recomputed)",
        en: "unit \(unit), \(period): served \(served), recomputed \(recomputed)")
    }
  }
}

/// What an audit has looked at, and found.
package struct AuditReport: Sendable {
  /// The position of the state that was recomputed.
  package let position: UInt64
  /// `nil`: the served standings are those of the journal.
  package let finding: AuditFinding?
}

extension Standing {
  /// Place and exact total, for a finding.
  var audited: String {
    let place = place.map { "\(tied ? "=" : "")\($0)" } ?? reason?.rawValue ?? "–"
    return "\(place) (\(exact?.description ?? "–"))"
  }
}
