import Campaign
import Ranking

/// The heat map as a picture: one path a shade and one line of letters a unit, so that a hundred units stay light.
struct HeatPicture {
  let id: String
  let name: String
  let grid: HeatGrid
  /// What it shows, in words.
  let text: String
  let place: (Standing) -> String

  /// A printed sheet holds so many rows with the codes over them, the first one fewer, below the page's heading.
  private static let (rowsFirst, rowsMost) = (26, 38)

  private static let (cell, head, gap) = (22, 62, 5)
  private static let namesNarrow = 142

  /// Hatching for what is missing and dots for what does not concern: readable without colour. Once a page.
  static let patterns: HTML = """
    <svg class="vh" width="1" height="1" aria-hidden="true"><defs><pattern id="gach" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hb" width="6" height="6"/>\
    <path class="hl" d="M0 0V6"/></pattern><pattern id="cham" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="hd" cx="3" cy="3" r=".8"/></pattern></defs></svg>
    """

  /// In parts that are read alone: each has the codes over its rows.
  var html: HTML {
    let starts = [0] + stride(from: Self.rowsFirst, to: grid.rows.count, by: Self.rowsMost)
    let ends = starts.dropFirst() + [grid.rows.count]
    return Array(zip(starts, ends)).html { start, end in part(start..<end, isAlone: starts.count == 1) }
  }

  /// For a phone: the names stay in view while the cells are moved sideways.
  var narrow: HTML {
    let xs = positions(from: 2)
    let (width, height) = ((xs.last ?? 0) + Self.cell + 2, Self.head + grid.rows.count * Self.cell + 2)
    return """
      <div class="scroll stuck" tabindex="0" role="region" aria-label="\(name)">\
      <svg class="heat stay" width="\(Self.namesNarrow)" height="\(height)" viewBox="0 0 \(Self.namesNarrow) \(height)" aria-hidden="true">\
      \(grid.rows.indices.html { label(grid.rows[$0], y($0), lettersMost: 17, x: 24) })</svg>\
      <svg class="heat" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-h-t \(id)-h-d">\
      <title id="\(id)-h-t">\(name)</title><desc id="\(id)-h-d">\(text)</desc>\(cells(grid.rows[...], xs))</svg></div>
      """
  }

  private func part(_ range: Range<Int>, isAlone: Bool) -> HTML {
    let rows = grid.rows[range]
    let xs = positions(from: names)
    let width = (xs.last ?? names) + Self.cell + 2
    let height = Self.head + rows.count * Self.cell + 2
    let id = isAlone ? id : "\(id)-\(range.lowerBound + 1)"
    let name = isAlone ? name : "\(name), \(range.lowerBound + 1)–\(range.upperBound)/\(grid.rows.count)"
    let labels = rows.indices.html { label(rows[$0], y($0 - rows.startIndex), lettersMost: 33, x: 36) }
    return """
      <svg class="heat" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-t \(id)-d">\
      <title id="\(id)-t">\(name)</title><desc id="\(id)-d">\(text)</desc>\(cells(rows, xs))\(labels)</svg>
      """
  }

  /// The codes, the shades and the letters.
  private func cells(_ rows: ArraySlice<HeatGrid.Row>, _ xs: [Int]) -> HTML {
    var html = HTML()
    for (column, criterion) in grid.criteria.enumerated() {
      let x = xs[column] + Self.cell / 2 + 4
      html += "<text class=\"col\" transform=\"translate(\(x) \(Self.head - 6)) rotate(-90)\">\(criterion.code)</text>"
    }
    var fills: [Heat: String] = [:]
    for (index, row) in rows.enumerated() {
      for (column, result) in row.results.enumerated() {
        fills[Heat(result), default: ""] += "M\(xs[column]) \(Self.head + index * Self.cell)h21v21h-21z"
      }
    }
    for (heat, path) in fills.sorted(by: { $0.key.style < $1.key.style }) { html += "<path\(heat.fill) d=\"\(path)\"/>" }
    for (index, row) in rows.enumerated() { html += letters(row, y(index), xs) }
    return html
  }

  /// Where the text of a row stands.
  private func y(_ index: Int) -> Int { Self.head + index * Self.cell + 15 }

  /// As wide as the longest name.
  private var names: Int { min(268, 44 + 7 * (grid.rows.map(\.row.unit.name.count).max() ?? 0)) }

  /// Where columns begin; fields stand a little apart.
  private func positions(from start: Int) -> [Int] {
    var (x, field) = (start, grid.criteria.first?.field)
    return grid.criteria.map { criterion in
      if criterion.field != field { x += Self.gap }
      field = criterion.field
      defer { x += Self.cell }
      return x
    }
  }

  /// Place and name of a row.
  private func label(_ row: HeatGrid.Row, _ y: Int, lettersMost: Int, x: Int) -> HTML {
    let name = row.row.unit.name
    let short = name.count > lettersMost ? String(name.prefix(lettersMost - 1)) + "…" : name
    return "<text class=\"num\" x=\"\(x - 6)\" y=\"\(y)\">\(place(row.row.standing))</text><text x=\"\(x)\" y=\"\(y)\" class=\"unit\">\(short)</text>"
  }

  private func letters(_ row: HeatGrid.Row, _ y: Int, _ xs: [Int]) -> HTML {
    var html = HTML()
    // Light cells have dark letters: two lines of letters, each with a place for every one.
    for isDark in [false, true] {
      var (letters, places) = ("", "")
      for (column, result) in row.results.enumerated() {
        let heat = Heat(result)
        guard heat != .notConcerned, heat.isDark == isDark else { continue }
        letters += heat.letter
        places += (places.isEmpty ? "" : " ") + String(xs[column] + 11)
      }
      if !letters.isEmpty { html += "<text class=\"\(isDark ? "on" : "off")\" x=\"\(places)\" y=\"\(y)\">\(letters)</text>" }
    }
    return html
  }
}

extension Heat {
  /// Its letter is white.
  var isDark: Bool {
    switch self {
    case .tenths(0), .tenths(1), .tenths(9), .tenths(10): true
    default: false
    }
  }
}
