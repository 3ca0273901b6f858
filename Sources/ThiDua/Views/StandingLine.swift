import Campaign
import Ranking
import Wire

/// An outcome with its reason, wherever it was computed.
struct OutcomeLine: Sendable {
  let code: String
  let reason: String
  let text: LocalizedText

  init(_ verdict: Verdict) {
    code = verdict.outcome.rawValue
    reason = verdict.reason?.rawValue ?? ""
    text = verdict.text
  }

  init(_ outcome: Wire.Outcome) {
    code = outcome.code.text
    reason = outcome.reason
    text = LocalizedText(outcome.textVi, en: outcome.textEn)
  }

  /// "Đạt"; "Đang đạt" where the year that decides is not over.
  func cell(_ words: Words, isEarly: Bool = false) -> Cell {
    let name = Campaign.Outcome(rawValue: code).map { words($0.name(isEarly: isEarly)) } ?? code
    return Cell(name, code == "MET" ? .good : code == "NOT_MET" && !isEarly ? .bad : .faint)
  }

  var json: JSON { .object([("outcome", .string(code)), ("reason", .text(reason.isEmpty ? nil : reason))]) }
}

/// A unit's line in a ranking, wherever it was computed.
struct StandingLine: Sendable {
  let unit: String
  let name: String
  let place: Int?
  let tied: Bool
  /// As published.
  let total: Points?
  let reason: String
  let reasonText: LocalizedText
  let movedPrevious: Int?
  let movedLastYear: Int?
  let gainLastYear: Points?
  let placesGained: OutcomeLine?
  let applicable: Points
  let monthsFiled: Int
  let monthsDue: Int
  let late: Bool

  init(_ unit: ReportingUnit, _ standing: Standing) {
    self.unit = unit.id.text
    name = unit.name
    place = standing.place
    tied = standing.tied
    total = standing.published
    reason = standing.reason?.rawValue ?? ""
    reasonText = standing.reason?.text ?? LocalizedText("")
    movedPrevious = standing.movedSincePrevious
    movedLastYear = standing.movedSinceLastYear
    gainLastYear = standing.gainSinceLastYear
    placesGained = standing.placesGained.map { OutcomeLine($0) }
    applicable = standing.applicable
    monthsFiled = standing.monthsFiled
    monthsDue = standing.monthsDue
    late = false
  }

  init(_ row: RankingRow) {
    unit = row.unit
    name = row.unitName
    place = row.hasPlace ? Int(row.place) : nil
    tied = row.tied
    total = row.hasTotal ? Points(millionths: row.total) : nil
    reason = row.reason
    reasonText = LocalizedText(row.reasonVi.isEmpty ? row.reason : row.reasonVi, en: row.reasonEn.isEmpty ? row.reason : row.reasonEn)
    movedPrevious = row.hasMovedMonth ? Int(row.movedMonth) : nil
    movedLastYear = row.hasMovedYear ? Int(row.movedYear) : nil
    gainLastYear = row.hasGainYear ? Points(millionths: row.gainYear) : nil
    placesGained = row.hasPlacesGained ? OutcomeLine(row.placesGained) : nil
    applicable = Points(millionths: row.applicable)
    monthsFiled = Int(row.monthsFiled)
    monthsDue = Int(row.monthsDue)
    late = row.late
  }

  /// "3", "=3", "—".
  var placeCell: Cell { place.map { Cell((tied ? "=" : "") + "\($0)", $0 == 1 ? .strong : .plain) } ?? .nothing }

  func note(_ words: Words) -> String {
    var notes: [String] = []
    if !reason.isEmpty { notes.append(words(reasonText)) }
    if late { notes.append(words("nộp trễ", "late")) }
    if monthsFiled < monthsDue {
      let missing = monthsDue - monthsFiled
      notes.append(words("thiếu \(missing)/\(monthsDue) kỳ", "\(missing) of \(monthsDue) periods missing"))
    }
    return notes.joined(separator: "; ")
  }

  static let header = [
    "period", "block", "place", "unit", "points", "reason", "tied", "applicable", "moved_previous", "moved_last_year",
    "gain_last_year", "places_gained", "places_gained_reason", "months_filed", "months_due", "late",
  ]

  func csv(_ scale: RankingScale, period: String, block: String) -> [String] {
    [
      period, block, place.map(String.init) ?? "", unit, total?.text(decimals: scale.published) ?? "", reason,
      tied ? "true" : "false", applicable.description, movedPrevious.map(String.init) ?? "",
      movedLastYear.map(String.init) ?? "", gainLastYear?.text(decimals: scale.gain) ?? "", placesGained?.code ?? "",
      placesGained?.reason ?? "", String(monthsFiled), String(monthsDue), late ? "true" : "false",
    ]
  }

  func json(_ scale: RankingScale) -> JSON {
    .object([
      ("place", .whole(place)), ("tied", .bool(tied)), ("unit", .string(unit)), ("name", .string(name)),
      ("points", .decimal(total?.text(decimals: scale.published))), ("reason", .text(reason.isEmpty ? nil : reason)),
      ("applicable", .number(applicable.description)), ("moved_previous", .whole(movedPrevious)),
      ("moved_last_year", .whole(movedLastYear)), ("gain_last_year", .decimal(gainLastYear?.text(decimals: scale.gain))),
      ("places_gained", placesGained?.json ?? .null), ("months_filed", .whole(monthsFiled)), ("months_due", .whole(monthsDue)),
      ("late", .bool(late)),
    ])
  }
}

/// Decimals of a ranking.
struct RankingScale: Sendable {
  let published: Int
  /// Of points gained: those of the total that places go by.
  let gain: Int

  init(published: Int, gain: Int? = nil) {
    self.published = published
    self.gain = gain ?? published
  }

  init(_ rulebook: Rulebook) {
    self.init(published: rulebook.ranking.published, gain: rulebook.gainDecimals)
  }
}

/// Whether the year that decides is not over.
///
/// - Parameter period: As an answer names it.
func isEarly(_ period: String, provisional: Bool) -> Bool { provisional || !(Period.named(period)?.endsItsYear ?? true) }

/// The ranking of a block as a table.
///
/// - Parameter period: Where a year has only one, the period before is last year, and stands once. `nil`: not known.
/// - Parameter isEarly: The year of the period is not over.
/// - Parameter climb: What "+5" demands, where it is known.
func rankingTable(_ lines: [StandingLine], _ scale: RankingScale, period: Period?, isEarly: Bool, climb: Int?, _ words: Words) -> Table {
  let years = period?.kind.perYear == 1
  let monthly = period?.kind.months == 1
  let gains = lines.contains { $0.placesGained != nil }
  let notes = lines.map { $0.note(words) }
  let noted = notes.contains { !$0.isEmpty }
  var columns = [
    Column(words("Hạng", "Place"), .right), Column(words("Đơn vị", "Unit"), widest: 44), Column(words("Điểm", "Points"), .right),
  ]
  if !years { columns.append(Column(words(monthly ? "So tháng trước" : "So kỳ trước", monthly ? "On last month" : "On last period"), .right)) }
  columns += [Column(words(years ? "So năm trước" : "So cùng kỳ", "On last year"), .right), Column(words("± điểm", "± points"), .right)]
  if gains { columns.append(Column(climb.map { "+\($0)" } ?? words("Tăng bậc", "Climb"))) }
  if noted { columns.append(Column(words("Ghi chú", "Note"), widest: 48)) }
  var table = Table(columns)
  for (line, note) in zip(lines, notes) {
    var row = [line.placeCell, Cell(line.name), line.total.map { Cell(words.points($0, decimals: scale.published)) } ?? .nothing]
    if !years { row.append(line.movedPrevious.map(words.moved) ?? .nothing) }
    row.append(line.movedLastYear.map(words.moved) ?? .nothing)
    row.append(line.gainLastYear.map { Cell(words.gain($0, decimals: scale.gain)) } ?? .nothing)
    if gains { row.append(line.placesGained?.cell(words, isEarly: isEarly) ?? .nothing) }
    if noted { row.append(Cell(note, .faint)) }
    table.rows.append(row)
  }
  return table
}

extension Rulebook {
  /// The bundled rulebook of a campaign, if it is bundled.
  static func bundledClimb(_ campaign: String) -> Int? {
    BundledCampaigns.ids.contains(campaign) ? (try? BundledCampaigns.rulebook(campaign))?.climb : nil
  }
}
