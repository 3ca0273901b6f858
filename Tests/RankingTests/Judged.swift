import Campaign
import Ranking
import Testing

/// A small campaign of years with one rule, and what its objectives say.
///
/// Two districts and a commune, a block without places, a ratio and a number, two published indices.
struct Judged {
  var rule: String
  var indices = "[]"
  var criteria = "[{code: k, may-exceed: true}, {code: n}]"
  /// "unit year criterion value", the value 99.5 or 1192/1204.
  var figures: [String] = []
  /// The last year that is closed; `nil`: there are no standings.
  var closed: Int?
  var circumstances = Circumstances()
  var asOf: String?
  var published: [(index: String, fact: IndexFact)] = []

  func rulebook() throws -> Rulebook {
    let yaml = """
      thidua: 1
      campaign: judged
      periods: {kind: year}
      blocks: [{id: tỉnh, ranked: false}, {id: huyện}]
      units:
        - {id: p, block: tỉnh, level: province}
        - {id: a, block: huyện, level: district}
        - {id: b, block: huyện, level: district}
        - {id: c, block: huyện, level: commune}
      criteria: \(criteria)
      indices: \(indices)
      rules: [{id: r, source: "ours: test", \(rule)}]
      """
    return try Rulebook(yaml: Array(yaml.utf8))
  }

  func standings(_ rulebook: Rulebook) throws -> Standings? {
    guard let closed, let last = Period(kind: .year, year: closed) else { return nil }
    var table = FigureTable(for: rulebook)
    for row in figures {
      let cells = row.split(separator: " ").joined(separator: ",")
      let header = cells.contains("/") ? "numerator,denominator" : "value"
      let csv = "unit,period,criterion,\(header)\n" + cells.split(separator: "/").joined(separator: ",")
      guard case .criteria(let rows) = try FigureFile.read(Array(csv.utf8), for: rulebook) else { continue }
      for row in rows { table.put(row, under: rulebook) }
    }
    let first = try #require(rulebook.period("2020"))
    return try Standings(
      rulebook: rulebook, figures: table, circumstances: circumstances,
      scope: RankingScope(first: first, last: max(last, first), dueThrough: last, closedThrough: last))
  }

  func objective(_ year: Int) throws -> Objective {
    let rulebook = try rulebook()
    let objectives = Objectives(
      rulebook: rulebook, published: published, standings: try standings(rulebook), circumstances: circumstances,
      asOf: asOf.flatMap { CivilDate($0) })
    return try #require(objectives.outcomes(in: year).first)
  }

  func verdict(_ year: Int) throws -> Verdict { try objective(year).verdict }

  /// Outcome and reason: "MET", "UNDETERMINED NO_BASELINE".
  func says(_ year: Int) throws -> String { try verdict(year).code }
}

extension Verdict {
  var code: String { outcome.rawValue + (reason.map { " " + $0.rawValue } ?? "") }
}
