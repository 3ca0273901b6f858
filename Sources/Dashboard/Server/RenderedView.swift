import Campaign

/// Pages that are a function of the journal, the minute, who looks, the language and the address.
extension PageView {
  /// The page, or its data, that the address names.
  func rendered() throws(PageProblem) -> (type: String, bytes: [UInt8]) {
    switch address.format {
    case .html: ("text/html; charset=utf-8", try html().bytes)
    case .json: ("application/json; charset=utf-8", Array(try json().text.utf8))
    case .csv: ("text/csv; charset=utf-8", Array(try csv().utf8))
    }
  }

  private func html() throws(PageProblem) -> HTML {
    switch address.subject {
    case .summary(let period): try summaryPage(period)
    case .board(let block, let period): try boardPage(block: block, period: period)
    case .unit(let unit, let period): try unitPage(unit, period: period)
    case .objectives(let year): try objectivesPage(year)
    case .filing(let period): try filingPage(period)
    case .search: searchPage()
    case .form, .receipt, .signIn, .account, .signOut: throw .noPage
    }
  }

  private func json() throws(PageProblem) -> JSON {
    switch address.subject {
    case .board(let block, let period): try boardJSON(block: block, period: period)
    case .unit(let unit, let period): try unitJSON(unit, period: period)
    case .objectives(let year): try objectivesJSON(year)
    case .filing(let period): try filingJSON(period)
    case .summary, .search, .form, .receipt, .signIn, .account, .signOut: throw .noPage
    }
  }

  private func csv() throws(PageProblem) -> String {
    switch address.subject {
    case .board(let block, let period): try boardCSV(block: block, period: period)
    case .unit(let unit, let period): try unitCSV(unit, period: period)
    case .objectives(let year): try objectivesCSV(year)
    case .filing(let period): try filingCSV(period)
    case .summary, .search, .form, .receipt, .signIn, .account, .signOut: throw .noPage
    }
  }
}
