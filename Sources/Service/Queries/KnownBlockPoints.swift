package import Campaign
package import Ranking
import Synchronization

/// What blocks reached by criterion, worked out once for the standings of a position: every page of a unit of the block asks for it.
///
/// What is kept is gone with the standings.
final class KnownBlockPoints: Sendable {
  static let most = 16

  private struct Key: Hashable {
    let block: String
    let period: Period
  }
  /// The one asked for last stands last.
  private let held = Mutex<[(key: Key, points: [BlockPoints?])]>([])

  /// - Parameter work: Works it out. Whoever asks meanwhile waits: on a machine with few cores two of a nation's blocks at once would help nobody.
  func points(of block: String, in period: Period, _ work: () -> [BlockPoints?]) -> [BlockPoints?] {
    let key = Key(block: block, period: period)
    return held.withLock { held in
      if let index = held.firstIndex(where: { $0.key == key }) {
        let known = held.remove(at: index)
        held.append(known)
        return known.points
      }
      let points = work()
      if held.count >= Self.most { held.removeFirst() }
      held.append((key, points))
      return points
    }
  }
}

extension Snapshot {
  /// What a block's units reached in a period, by criterion of the version that scores it.
  ///
  /// - Complexity: As ``Standings/points(ofBlock:in:)`` where it was not worked out for the same position lately.
  package func points(ofBlock block: String, in period: Period) -> [BlockPoints?] {
    known.blocks.points(of: block, in: period) { span(of: period).standings.points(ofBlock: block, in: period) }
  }
}
