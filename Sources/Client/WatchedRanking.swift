public import Wire

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A ranking as updates have made it.
///
/// - Source: `Protocol/Messages.md`, WatchRanking.
public struct WatchedRanking: Hashable, Sendable {
  /// Names what is shown; empty before the first update.
  public private(set) var state = Data()
  /// As GetRanking would have answered.
  public private(set) var ranking = RankingResponse()

  /// Nothing yet.
  public init() {}

  /// Makes the next ranking of this one.
  ///
  /// - Returns: Whether the update belongs to this ranking; nothing has changed otherwise.
  public mutating func apply(_ update: RankingUpdate) -> Bool {
    guard update.base.isEmpty || update.base == state else { return false }
    var blocks: [RankingBlock] = []
    for change in update.blocks {
      let before = update.base.isEmpty ? [] : ranking.blocks.first { $0.block == change.block }?.rows ?? []
      guard let rows = change.rows(on: before) else { return false }
      var block = RankingBlock()
      block.block = change.block
      block.nameVi = change.nameVi
      block.nameEn = change.nameEn
      block.rows = rows
      block.allRows = UInt32(clamping: rows.count)
      blocks.append(block)
    }
    ranking.provenance = update.provenance
    ranking.period = update.period
    ranking.periodLabelVi = update.periodLabelVi
    ranking.provisional = update.provisional
    ranking.publishedDecimals = update.publishedDecimals
    ranking.blocks = blocks
    state = update.state
    return true
  }
}

extension BlockUpdate {
  /// - Returns: `nil` where a row would be missing, stand beyond the end, or out of order.
  fileprivate func rows(on before: [RankingRow]) -> [RankingRow]? {
    var result = Array(before.prefix(Int(rows)))
    var next: UInt32 = 0
    for change in changes {
      guard change.index >= next, change.index < rows, Int(change.index) <= result.count else { return nil }
      if Int(change.index) < result.count { result[Int(change.index)] = change.row } else { result.append(change.row) }
      next = change.index + 1
    }
    return result.count == Int(rows) ? result : nil
  }
}
