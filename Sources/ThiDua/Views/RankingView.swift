import Campaign
import Ranking
import Wire

extension Report {
  /// Places computed here, from a rulebook and figures.
  ///
  /// - Parameter periods: Those to print, ascending.
  /// - Parameter scoreboard: By which they were computed; `nil`: by the campaign's own criteria.
  init(_ standings: Standings, periods: [Period], blocks: [Block], scoreboard: String? = nil, _ words: Words) {
    let scale = RankingScale(standings.rulebook)
    self.init(csv: [StandingLine.header], json: .null)
    var answers: [JSON] = []
    add(words(standings.rulebook.name), .strong)
    for period in periods {
      var blockAnswers: [JSON] = []
      for block in blocks {
        let lines = standings.board(of: block.id, in: period).map { StandingLine($0.unit, $0.standing) }
        guard !lines.isEmpty else { continue }
        parts.append(.gap)
        add("\(words.period(period)) — \(words(block.name))", .strong)
        parts.append(.table(rankingTable(lines, scale, period: period, isEarly: !period.endsItsYear, climb: standings.rulebook.climb, words)))
        csv += lines.map { $0.csv(scale, period: period.description, block: block.id) }
        blockAnswers.append(.object([("block", .string(block.id)), ("rows", .list(lines.map { $0.json(scale) }))]))
      }
      answers.append(.object([("period", .string(period.description)), ("blocks", .list(blockAnswers))]))
    }
    let board: [(String, JSON)] = scoreboard.map { [("scoreboard", .string($0))] } ?? []
    json = .object([("campaign", .string(standings.rulebook.id))] + board + [("periods", .list(answers))])
  }

  /// A ranking as the server computed it.
  ///
  /// - Parameter changes: What is marked as just changed; `nil`: there is no such column.
  init(_ response: RankingResponse, changes: [StandingChange]? = nil, _ words: Words) {
    let scale = RankingScale(published: min(6, Int(response.publishedDecimals)))
    self.init(csv: [StandingLine.header], json: .null)
    parts = response.provenance.head(words, period: response.period, provisional: response.provisional)
    let climb = Rulebook.bundledClimb(response.provenance.campaign)
    let period = Period.named(response.period)
    let isEarly = isEarly(response.period, provisional: response.provisional)
    var blocks: [JSON] = []
    for block in response.blocks {
      let lines = block.rows.map { StandingLine($0) }
      parts.append(.gap)
      add(words(block.nameVi, block.nameEn), .strong)
      var table = rankingTable(lines, scale, period: period, isEarly: isEarly, climb: climb, words)
      if let changes {
        let ofBlock = changes.filter { $0.block == block.block }
        table = table.with(
          Column(words("Vừa đổi", "Changed")),
          lines.map { line in ofBlock.first { $0.now.unit == line.unit }?.cell(scale, words) ?? Cell("") })
      }
      parts.append(.table(table))
      csv += lines.map { $0.csv(scale, period: response.period, block: block.block) }
      blocks.append(.object([("block", .string(block.block)), ("name", .string(block.nameVi)), ("rows", .list(lines.map { $0.json(scale) }))]))
    }
    json = .object([
      ("provenance", response.provenance.json), ("period", .string(response.period)), ("provisional", .bool(response.provisional)),
      ("blocks", .list(blocks)),
    ])
  }
}
