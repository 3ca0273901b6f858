import Campaign

/// Pages that are a function of the journal, the minute, who looks, the language and the address.
extension PageView {
  /// The page, or its data, that the address names.
  func rendered() throws(PageProblem) -> (type: String, bytes: [UInt8]) {
    switch address.format {
    case .html: ("text/html; charset=utf-8", try html().bytes)
    case .json: ("application/json; charset=utf-8", Array(try json().text.utf8))
    case .csv: ("text/csv; charset=utf-8", Array(try table().checked().csv.utf8))
    case .xlsx: ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", try workbook(try table().checked()))
    }
  }

  private func html() throws(PageProblem) -> HTML {
    switch address.subject {
    case .summary(let period): try summaryPage(period)
    case .board(let block, let period): try boardPage(block: block, period: period)
    case .chart(let chart, let block, let period): try chartPage(chart, block: block, period: period)
    case .unit(let unit, let period): try unitPage(unit, period: period)
    case .objectives(let year): try objectivesPage(year)
    case .filing(let period): try filingPage(period)
    case .search: searchPage()
    case .live, .form, .receipt, .signIn, .account, .signOut: throw .noPage
    }
  }

  private func json() throws(PageProblem) -> JSON {
    switch address.subject {
    case .board(let block, let period): try boardJSON(block: block, period: period)
    case .chart(let chart, let block, let period): try chartJSON(chart, block: block, period: period)
    case .unit(let unit, let period): try unitJSON(unit, period: period)
    case .objectives(let year): try objectivesJSON(year)
    case .filing(let period): try filingJSON(period)
    case .summary, .search, .live, .form, .receipt, .signIn, .account, .signOut: throw .noPage
    }
  }

  func table() throws(PageProblem) -> DataTable {
    switch address.subject {
    case .board(let block, let period): try boardTable(block: block, period: period)
    case .chart(let chart, let block, let period): try chartTable(chart, block: block, period: period)
    case .unit(let unit, let period): try unitTable(unit, period: period)
    case .objectives(let year): try objectivesTable(year)
    case .filing(let period): try filingTable(period)
    case .summary, .search, .live, .form, .receipt, .signIn, .account, .signOut: throw .noPage
    }
  }
}
