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
    let names = known.names(of: snapshot.current.version)
    let held = key.isEmpty ? [] : names.own.holding(key)
    let places = held.contains(true) ? names.places : []
    let found = held.indices.filter { held[$0] }.sorted { places[$0] < places[$1] }.map { rulebook.units[$0] }
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
