public import Wire

/// Rankings with more rows in a block than one answer can hold.
extension ThiDuaConnection {
  /// The ranking of a month with all its rows, asked for in pages.
  ///
  /// Pages of different positions of the journal are never put together: where it moves on in between, all is asked for anew.
  ///
  /// - Parameter request: ``RankingRequest/firstRow`` and ``RankingRequest/rows`` are chosen here.
  /// - Parameter pageRows: Rows of a block in a page, 1 to 4,096.
  /// - Throws: As ``ranking(_:deadline:)``; `unreachable` where the journal never stood still for long enough.
  public func wholeRanking(
    _ request: RankingRequest, pageRows: Int = 4096, deadline: Duration? = .seconds(30)
  ) async throws -> RankingResponse {
    var request = request
    request.rows = UInt32(clamping: pageRows)
    for _ in 0..<20 {
      request.firstRow = 0
      var whole = try await ranking(request, deadline: deadline)
      while whole.lacksRows {
        request.firstRow += request.rows
        let page = try await ranking(request, deadline: deadline)
        guard whole.append(page) else { break }
      }
      if !whole.lacksRows { return whole }
    }
    throw ClientFailure.unreachable("the ranking changes faster than its pages can be read")
  }
}

extension RankingResponse {
  fileprivate var lacksRows: Bool { blocks.contains { $0.rows.count < Int($0.allRows) } }

  /// - Returns: False for a page of another moment, or one that brings nothing; then nothing has changed.
  fileprivate mutating func append(_ page: RankingResponse) -> Bool {
    guard page.provenance.journalPosition == provenance.journalPosition, page.period == period, page.provisional == provisional,
      page.blocks.map(\.block) == blocks.map(\.block), page.blocks.contains(where: { !$0.rows.isEmpty })
    else { return false }
    for index in blocks.indices { blocks[index].rows += page.blocks[index].rows }
    return true
  }
}
