import Client
import Foundation
import Service
import Wire

/// A board as a viewer sees it.
final class ShownBoard: Sendable {
  let board: WatchedRanking
  /// Journal position of the item that made it.
  let version: UInt64

  init(_ board: WatchedRanking, version: UInt64) {
    self.board = board
    self.version = version
  }

  static let empty = ShownBoard(WatchedRanking(), version: 0)

  /// The name that a ranking has by what it shows: without time and position.
  ///
  /// - Source: `Protocol/Messages.md`, WatchRanking; decision 25.
  static func state(of ranking: RankingResponse) -> Data {
    var shown = ranking
    var provenance = Provenance()
    provenance.campaign = ranking.provenance.campaign
    provenance.rulebookDigest = ranking.provenance.rulebookDigest
    shown.provenance = provenance
    return Data(sha256(Payload.encode(shown)).prefix(16))
  }
}

/// The boards of many viewers, each made once: what the same item makes of the same board is the same board.
///
/// A thousand viewers on one machine could not take items apart as fast as a thousand machines do. Two boards are one only where
/// they are equal row by row.
final class ShownBoards {
  private struct Key: Hashable {
    let base: ObjectIdentifier
    let payload: [UInt8]
  }

  private static let kept = 64
  /// The base is kept with what became of it, so that its identity stays its own.
  private var made: [Key: (base: ShownBoard, board: ShownBoard)] = [:]
  private var order: [Key] = []
  private var newest: [ShownBoard] = []

  /// - Throws: ``LoadFailure`` where the update does not belong to the board, or its board is not the one that it names.
  func board(_ base: ShownBoard, after item: Item) throws -> ShownBoard {
    let key = Key(base: ObjectIdentifier(base), payload: item.payload)
    if let known = made[key] { return known.board }
    var board = base.board
    guard board.apply(try Payload.decode(RankingUpdate.self, from: item.payload)) else {
      throw LoadFailure("an update of another board")
    }
    guard board.state == ShownBoard.state(of: board.ranking) else { throw LoadFailure("a board that is not the one named") }
    let shown = newest.first { $0.version == item.version && $0.board == board } ?? ShownBoard(board, version: item.version)
    newest = newest.suffix(Self.kept - 1) + [shown]
    made[key] = (base, shown)
    order.append(key)
    if order.count > Self.kept { made[order.removeFirst()] = nil }
    return shown
  }
}
