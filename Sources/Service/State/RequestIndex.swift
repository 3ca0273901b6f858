import Journal

/// Where the requests stand that have been carried out, by client and number.
///
/// It holds only positions: what else there is to know of a request stands in its entry.
struct RequestIndex {
  private var positions: [RequestKey: UInt64] = [:]

  /// Takes in the next entry. An entry without a mark, as before requests were marked, adds nothing.
  ///
  /// - Throws: ``ServiceFailure/journalUnreadable(position:cause:)``.
  mutating func add(_ entry: StoredEntry) throws {
    do {
      guard let mark = try entry.requestMark(), let key = RequestKey(clientID: mark.clientID, number: mark.requestNumber) else { return }
      if positions[key] == nil { positions[key] = entry.position }
    } catch {
      throw ServiceFailure.journalUnreadable(position: entry.position, cause: "\(error)")
    }
  }

  /// Takes in a request of a page, which has been found at its entry's end.
  mutating func add(_ key: RequestKey, at position: UInt64) { if positions[key] == nil { positions[key] = position } }

  /// Takes in what another index knows; both are of the same journal.
  mutating func merge(_ other: RequestIndex) { positions.merge(other.positions) { min($0, $1) } }

  /// The marked entry of a request.
  ///
  /// - Complexity: O(1).
  subscript(key: RequestKey) -> UInt64? { positions[key] }
}
