public import Wire

/// A ranking that is watched: each element is the newest one when it is asked for.
///
/// ```swift
/// for try await board in try await connection.watchRanking(.init()) { show(board.ranking) }
/// ```
///
/// What changes while nobody asks for the next element is skipped, here and on the server. Leaving the loop ends the stream.
public struct RankingWatch: AsyncSequence, Sendable {
  public typealias Element = WatchedRanking

  let items: ItemStream
  let board: WatchedRanking

  public func makeAsyncIterator() -> Iterator { Iterator(items: items, board: board) }

  public struct Iterator: AsyncIteratorProtocol {
    let items: ItemStream
    var board: WatchedRanking

    /// - Returns: `nil` when the server has ended the stream in order.
    /// - Throws: ``ClientFailure``: `unreachable` (the connection is lost), `refused` (the server ended it and says why),
    ///   `protocolViolation`.
    public mutating func next() async throws -> WatchedRanking? {
      guard let item = try await items.next() else { return nil }
      do throws(WireProblem) {
        let update = try Payload.decode(RankingUpdate.self, from: item.payload)
        guard board.apply(update) else { throw .stream(.badVarint, "an update of something else") }
      } catch {
        throw ClientFailure.protocolViolation(error.text.english)
      }
      return board
    }
  }
}

extension ThiDuaConnection {
  /// Watches a ranking.
  ///
  /// - Parameter known: What a watch of the same ranking showed last, on this connection or another one: then the server sends
  ///   what has changed since, or the whole where it does not remember.
  /// - Throws: ``ClientFailure``: `unreachable`, `refused`.
  public func watchRanking(_ request: WatchRequest, known: WatchedRanking = WatchedRanking()) async throws -> RankingWatch {
    var request = request
    request.known = known.state
    let payload = Payload.encode(request)
    return RankingWatch(items: try await watchItems(.watchRanking, payload), board: known)
  }
}
