import Campaign
import Wire

/// What has changed for a unit between two rankings.
struct StandingChange: Sendable, Equatable {
  let block: String
  let before: StandingLine?
  let now: StandingLine

  static func == (one: StandingChange, other: StandingChange) -> Bool { one.block == other.block && one.now.unit == other.now.unit }

  /// Places gained; `nil` where there was none, or is none.
  var moved: Int? {
    guard let old = before?.place, let new = now.place, old != new else { return nil }
    return old - new
  }

  /// Every unit of which something shown is different, in the order of the ranking.
  static func all(from previous: RankingResponse, to response: RankingResponse) -> [StandingChange] {
    response.blocks.flatMap { block -> [StandingChange] in
      let before = previous.blocks.first { $0.block == block.block }?.rows ?? []
      let known = Dictionary(before.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
      return block.rows.filter { known[$0.unit] != $0 }.map {
        StandingChange(block: block.block, before: known[$0.unit].map { StandingLine($0) }, now: StandingLine($0))
      }
    }
  }

  /// In the table: how the place moved, else the points, else that something did.
  func cell(_ scale: RankingScale, _ words: Words) -> Cell {
    if let moved { return words.moved(moved) }
    if before?.place == nil, now.place != nil { return Cell(words("mới có hạng", "placed"), .good) }
    if before?.place != nil, now.place == nil { return Cell(words("mất hạng", "no place"), .bad) }
    guard let old = before?.total, let new = now.total, old != new else { return Cell("•") }
    return Cell(words.points(new, decimals: scale.published), .good)
  }

  /// "Xã A: hạng 5 → 3 ▲2, 71,20 → 74,10 điểm".
  func line(_ scale: RankingScale, _ words: Words) -> String {
    func place(_ line: StandingLine?) -> String { line?.placeCell.text ?? Cell.nothing.text }
    func points(_ line: StandingLine?) -> String { line?.total.map { words.points($0, decimals: scale.published) } ?? Cell.nothing.text }
    func pair(_ old: String, _ new: String) -> String { old == new ? new : "\(old) → \(new)" }
    var parts = [words("hạng", "place") + " " + pair(place(before), place(now)) + (moved.map { " " + words.moved($0).text } ?? "")]
    parts.append(pair(points(before), points(now)) + " " + words("điểm", "points"))
    let note = now.note(words)
    if !note.isEmpty { parts.append(note) }
    return "\(now.name): " + parts.joined(separator: ", ")
  }
}

/// A ranking that is watched, as a terminal shows it: drawn over what was there before.
struct WatchScreen: Sendable {
  var rows: Int
  var coloured: Bool

  /// The text of a screen: as much of the ranking as there is room for, and a last line that says how things stand.
  func text(_ report: Report, status: String, _ words: Words) -> String {
    var lines = report.text(.table, coloured: coloured).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let room = max(3, rows) - 2
    if lines.count > room {
      let more = lines.count - room + 1
      lines = lines.prefix(room - 1) + [words("… còn \(more) dòng; xem cả bảng: thidua rank", "… \(more) more lines; the whole: thidua rank")]
    }
    let end = "\u{1B}[K\n"
    // Lines that are too long are cut by the terminal instead of going on in the next one.
    return "\u{1B}[?7l\u{1B}[H" + lines.map { $0 + end }.joined() + end + painted(status.printable, .faint, coloured)
      + "\u{1B}[K\u{1B}[J\u{1B}[?7h"
  }

  static let clear = "\u{1B}[2J"
}
