import Campaign
import Ranking
import Service

/// The table of a block.
extension PageView {
  /// Columns that a board has beside place, unit and points.
  private struct Columns {
    let previous: Bool
    let bands: Bool
    let climb: Int?
    let gains: Bool
    let gainDecimals: Int
    let decimals: Int
    let volume: Bool
    /// Of the volume.
    let unit: String?
  }

  func table(_ board: BlockBoard, _ rows: [BoardRow], _ period: ShownPeriod, _ needs: LegendNeeds) -> HTML {
    let rulebook = snapshot.span(of: period.last).rulebook
    let columns = Columns(
      previous: period.named.kind.perYear > 1, bands: !rulebook.bands(of: board.block.id).isEmpty, climb: rulebook.climb,
      gains: rows.contains { $0.standing.placesGained != nil }, gainDecimals: rulebook.gainDecimals,
      decimals: rulebook.ranking.published, volume: rows.contains { $0.volume != nil },
      unit: volumeUnit(rulebook, period.last))
    if board.rows.isEmpty { return "<p class=\"empty\">\(words("Khối này chưa có đơn vị.", "This block has no units."))</p>" }
    if rows.isEmpty { return "<p class=\"empty\">\(words("Không có đơn vị nào khớp.", "No unit matches."))</p>" }
    let ranked = rows.filter { $0.place != nil }
    let unranked = rows.filter { $0.place == nil }
    let caption = "\(words(board.block.name)), \(label(period.named))"
    var html: HTML = "<table class=\"rank\"><caption class=\"vh\">\(caption)</caption>\(header(columns, period))<tbody>"
    html += ranked.html { line($0, columns, period, board, needs) }
    html += "</tbody>"
    if !unranked.isEmpty {
      let width = 5 + [columns.previous, columns.bands, columns.gains, columns.volume].count { $0 } + 1
      // Whoever may still file has done nothing wrong.
      let style: HTML = unranked.allSatisfy { $0.reason == .notDue } ? "without wait" : "without"
      html += """
        <tbody class="\(style)" id="chua-xep-\(board.block.id)"><tr><th scope="rowgroup" colspan="\(width)">\
        \(words("Chưa xếp hạng", "Without place"))</th></tr>
        """
      html += unranked.html { line($0, columns, period, board, needs) }
      html += "</tbody>"
    }
    html += "</table>"
    return html
  }

  private func header(_ columns: Columns, _ period: ShownPeriod) -> HTML {
    let monthly = period.named.kind.months == 1
    func head(_ text: String, _ style: HTML, title: String? = nil) -> HTML {
      let title: HTML = title.map { " title=\"\($0)\"" } ?? ""
      return "<th scope=\"col\" class=\"\(style)\"\(title)>\(text)</th>"
    }
    var html: HTML = "<thead><tr>"
    html += head(words("Hạng", "Place"), "n place")
    html += head(words("Đơn vị", "Unit"), "unit")
    html += head(words("Điểm", "Points"), "n points")
    if columns.bands { html += head(words("Xếp loại", "Band"), "band") }
    if columns.previous {
      html += head(monthly ? words("So tháng trước", "On last month") : words("So kỳ trước", "On last period"), "n move")
    }
    html += head(words("So cùng kỳ năm trước", "On last year"), "n move year", title: words("bậc so cùng kỳ năm trước", "places against the same period of last year"))
    html += head(words("± điểm so cùng kỳ", "± points on last year"), "n gain", title: words("điểm so cùng kỳ năm trước", "points against last year"))
    if columns.gains {
      html += head(columns.climb.map { words("Tăng \($0) bậc", "+\($0) places") } ?? words("Tăng bậc", "Climb"), "climb", title: columns.climb.map {
        words("Tăng \($0) bậc theo kế hoạch", "Climb \($0) places, as the plan demands")
      })
    }
    html += head(words("Hạng 12 kỳ", "Place, 12 periods"), "trend", title: words("hạng 12 kỳ gần nhất", "places of the last 12 periods"))
    if columns.volume { html += head(words("Khối lượng", "Volume") + (columns.unit.map { " (\($0))" } ?? ""), "n volume") }
    html += "</tr></thead>"
    return html
  }

  private func line(_ row: BoardRow, _ columns: Columns, _ period: ShownPeriod, _ board: BlockBoard, _ needs: LegendNeeds) -> HTML {
    let standing = row.standing
    if standing.tied { needs.isTied = true }
    if standing.monthsDue > standing.monthsFiled { needs.isIncomplete = true }
    let compared = row.compared(standing)
    // No medal among those who happen to have filed.
    let medal: HTML = standing.place.map { $0 <= 3 && !row.isAwaited ? " p\($0)" : "" } ?? ""
    let under = ([row.parent].compactMap { $0 } + notes(standing, late: row.late)).joined(separator: " · ")
    let second: HTML = under.isEmpty ? "" : "<small>\(under)</small>"
    let points: HTML = standing.published.map { "\(words.points($0, decimals: columns.decimals))" } ?? nothing
    var html: HTML = """
      <tr id="\(row.unit.id.text)"><td class="n place\(medal)"><b>\(place(standing) ?? "–")</b></td>\
      <th scope="row" class="unit">\(unitLink(row.unit, period))\(second)</th><td class="n points">\(points)</td>
      """
    if columns.bands { html += "<td class=\"band\">\(band(row, standing))</td>" }
    if columns.previous { html += "<td class=\"n move\">\(moved(row.movedPrevious, waits: compared.waits))</td>" }
    html += "<td class=\"n move year\">\(moved(compared.lastYear, waits: compared.waits))</td>"
    html += "<td class=\"n gain\">\(gain(standing.gainSinceLastYear, decimals: columns.gainDecimals))</td>"
    if columns.gains { html += "<td class=\"climb\">\(compared.placesGained.map { outcome($0, isEarly: isEarly(period.last)) } ?? nothing)</td>" }
    html += "<td class=\"trend\">\(spark(row.places, waits: compared.waits))</td>"
    if columns.volume { html += "<td class=\"n volume\">\(row.volume.map { "\(words.whole($0))" } ?? nothing)</td>" }
    html += "</tr>"
    return html
  }

  private func band(_ row: BoardRow, _ standing: Standing) -> HTML {
    guard let band = row.band(standing), let number = standing.band else { return nothing }
    return "<span class=\"b b\(min(number, 4))\">\(words(band.name))</span>"
  }

  /// Why there is no place, late, periods that are missing.
  private func notes(_ standing: Standing, late: Bool) -> [String] {
    var notes: [String] = []
    if let reason = standing.reason { notes.append(words(reason.text)) }
    if late { notes.append(words("nộp trễ", "late")) }
    let missing = standing.monthsDue - standing.monthsFiled
    if missing > 0 { notes.append(words("thiếu \(missing)/\(standing.monthsDue) kỳ", "\(missing) of \(standing.monthsDue) periods missing")) }
    return notes
  }
}
