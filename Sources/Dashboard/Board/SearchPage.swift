import Campaign
import Ranking
import Service

/// Units whose name holds what was typed, marks or no marks.
extension PageView {
  private static let foundMost = 100

  func searchPage() -> HTML {
    let wanted = query("tim") ?? ""
    let key = VietnameseKey.plain(wanted)
    let rulebook = snapshot.rulebook
    let found = key.isEmpty ? [] : rulebook.units.filter { VietnameseKey.plain($0.name + " " + $0.id.text).holds(key) }
      .sorted { VietnameseKey($0.name) < VietnameseKey($1.name) }
    let latest = snapshot.latestClosed
    let rows = Array(found.prefix(Self.foundMost)).html { unit -> HTML in
      let block = rulebook.blocks.first { $0.id == unit.block }.map { words($0.name) } ?? ""
      let under = [parent(unit, rulebook), block].compactMap { $0 }.joined(separator: " · ")
      let standing = latest.flatMap { snapshot.standings.standing(of: unit.id, in: $0) }
      let place = standing.flatMap(place).map { words("hạng ", "place ") + $0 } ?? ""
      return "<li>\(unitLink(unit)) <small>\(under)</small> <b>\(place)</b></li>"
    }
    let count = words("\(found.count) đơn vị có “\(wanted)”", found.count == 1 ? "1 unit with “\(wanted)”" : "\(found.count) units with “\(wanted)”")
    let line = wanted.isEmpty ? words("Gõ tên đơn vị vào ô tìm, có dấu hoặc không dấu.", "Type the name of a unit, with or without marks.") : count
    let content: HTML = """
      <div class="title"><h1>\(words("Tìm đơn vị", "Find a unit"))</h1></div><section class="card"><p role="status">\(line)</p><ul class="hits">\(rows)</ul></section>
      """
    return document(PageHead(title: words("Tìm đơn vị", "Find a unit"), section: .search), content)
  }
}

extension String {
  /// Whether a text stands in this one, byte by byte.
  ///
  /// - Complexity: O(*n* × *m*) at worst.
  func holds(_ text: String) -> Bool {
    let (own, wanted) = (utf8, text.utf8)
    guard let first = wanted.first else { return true }
    guard own.count >= wanted.count else { return false }
    var rest = own[...].dropLast(wanted.count - 1)
    while let start = rest.firstIndex(of: first) {
      if own[start...].starts(with: wanted) { return true }
      rest = rest[own.index(after: start)...]
    }
    return false
  }
}
