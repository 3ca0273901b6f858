import Synchronization

/// A journal in memory: for tests, simulations and the embedded ranking. It is gone with the process.
package final class MemoryDriver: JournalDriver {
  private struct Contents {
    var rows: [StoredRow] = []
    var texts: [TextReference: StoredText] = [:]
    var keys: [UniqueKey: UInt64] = [:]
    var syncs = 0
  }

  private let contents: Mutex<Contents>

  /// An empty journal, or one with the given rows, taken as they are.
  package init(rows: [StoredRow] = [], texts: [StoredText] = []) {
    var contents = Contents()
    contents.rows = rows
    for text in texts { contents.texts[TextReference(position: text.position, field: text.field)] = text }
    self.contents = Mutex(contents)
  }

  package func commit(_ batch: [PreparedEntry]) throws {
    try contents.withLock { contents throws(JournalFailure) in
      try Self.check(batch, &contents)
      for prepared in batch { Self.store(prepared, in: &contents) }
      contents.syncs += 1
    }
  }

  /// Finds what would break a promise before anything is stored, so that a batch is stored whole or not at all.
  private static func check(_ batch: [PreparedEntry], _ contents: inout Contents) throws(JournalFailure) {
    let first = (contents.rows.last?.position ?? 0) + 1
    do {
      try take(batch, from: first, &contents)
    } catch {
      for prepared in batch { for key in prepared.uniqueKeys where contents.keys[key] ?? 0 >= first { contents.keys[key] = nil } }
      throw error
    }
  }

  private static func take(_ batch: [PreparedEntry], from first: UInt64, _ contents: inout Contents) throws(JournalFailure) {
    var expected = first
    for prepared in batch {
      guard prepared.entry.position == expected else { throw .storageFailed("position \(expected) is the next") }
      for key in prepared.uniqueKeys {
        guard contents.keys.updateValue(expected, forKey: key).map({ contents.keys[key] = $0 }) == nil else {
          throw .storageFailed("a unique key is taken")
        }
      }
      expected += 1
      if let text = prepared.purges {
        guard case .kept = contents.texts[text]?.content else { throw .storageFailed("no such text to purge") }
      }
    }
  }

  private static func store(_ prepared: PreparedEntry, in contents: inout Contents) {
    let entry = prepared.entry
    for text in prepared.texts {
      contents.texts[TextReference(position: entry.position, field: text.field)] = StoredText(
        position: entry.position, field: text.field, content: .kept(salt: text.salt.bytes, utf8: text.utf8))
    }
    if let text = prepared.purges {
      contents.texts[text] = StoredText(
        position: text.position, field: text.field, content: .purged(by: entry.position))
    }
    contents.rows.append(StoredRow(position: entry.position, hash: entry.hash.bytes, bytes: entry.bytes))
  }

  /// - Complexity: O(*k*) in the rows returned; O(*n*) in a journal with gaps, which only tampering makes.
  package func rows(from position: UInt64, limit: Int, bytesMax: Int) throws -> [StoredRow] {
    contents.withLock { contents in
      let rows = contents.rows
      let guess = Int(clamping: max(position, 1) - 1)
      let start =
        guess < rows.count && rows[guess].position == max(position, 1)
        ? guess : rows.firstIndex { $0.position >= position } ?? rows.count
      var page: [StoredRow] = []
      var bytes = 0
      for row in rows[start...].prefix(limit) {
        page.append(row)
        bytes += row.bytes.count
        if bytes >= bytesMax { break }
      }
      return page
    }
  }

  package func texts(of positions: ClosedRange<UInt64>) throws -> [StoredText] {
    contents.withLock { contents in
      contents.texts.values.filter { positions.contains($0.position) }
        .sorted { ($0.position, $0.field) < ($1.position, $1.field) }
    }
  }

  package func position(ofUniqueKey key: UniqueKey) throws -> UInt64? {
    contents.withLock { $0.keys[key] }
  }

  package func positions(ofUniqueKeys keys: [UniqueKey]) throws -> [UniqueKey: UInt64] {
    contents.withLock { contents in
      var held: [UniqueKey: UInt64] = [:]
      for key in keys { held[key] = contents.keys[key] }
      return held
    }
  }

  package func head() throws -> JournalHead {
    try contents.withLock { contents throws(JournalFailure) in
      guard let last = contents.rows.last else { return .empty }
      guard let hash = EntryHash(bytes: last.hash) else { throw .damaged(position: last.position, .hash) }
      return JournalHead(position: last.position, hash: hash)
    }
  }

  package var syncCount: Int { contents.withLock { $0.syncs } }

  package func close() throws {}
}
