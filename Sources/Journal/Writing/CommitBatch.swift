/// The groups of one commit: gives them positions and hashes in order, and refuses a colliding group alone.
///
/// A value without any output of its own: the writer's thread stores what it has gathered.
struct CommitBatch {
  /// Where the next entry continues.
  private(set) var head: JournalHead
  /// Everything to store, in order.
  private(set) var entries: [PreparedEntry] = []
  /// The groups accepted, with the entries that answer them once they are durable.
  private(set) var accepted: [(group: AppendGroup, entries: [StoredEntry])] = []

  private var keys: [UniqueKey: UInt64]
  private var purged: Set<TextReference> = []

  /// - Parameters:
  ///   - keys: Those of its groups that stored entries hold.
  ///   - count: How many groups and keys it will be given, so that nothing grows on the way.
  init(after head: JournalHead, held keys: [UniqueKey: UInt64] = [:], expecting count: (groups: Int, keys: Int) = (0, 0)) {
    (self.head, self.keys) = (head, keys)
    self.keys.reserveCapacity(keys.count + count.keys)
    entries.reserveCapacity(count.groups)
    accepted.reserveCapacity(count.groups)
  }

  /// Takes a group in, whole, or refuses it and stays as it was.
  ///
  /// - Throws: `GroupRefusal` with `duplicateKey`, `textUnknown` or `textAlreadyPurged`; what the driver throws when it
  ///   cannot look up a text.
  mutating func add(_ group: AppendGroup, on driver: any JournalDriver) throws {
    do {
      for (index, draft) in group.drafts.enumerated() {
        for key in draft.uniqueKeys {
          if let held = keys.updateValue(head.position + UInt64(index) + 1, forKey: key) {
            keys[key] = held
            throw GroupRefusal(.duplicateKey(draft: index, heldBy: held))
          }
        }
      }
      if let text = group.purges { try checkPurge(text, on: driver) }
    } catch {
      // Of this group only: what it holds stands behind the head.
      for draft in group.drafts { for key in draft.uniqueKeys where keys[key] ?? 0 > head.position { keys[key] = nil } }
      throw error
    }

    var stored: [StoredEntry] = []
    stored.reserveCapacity(group.drafts.count)
    for draft in group.drafts {
      let entry = StoredEntry(draft, after: head)
      head = entry.head
      stored.append(entry)
      entries.append(
        PreparedEntry(entry: entry, uniqueKeys: draft.uniqueKeys, texts: draft.texts, purges: group.purges))
    }
    if let text = group.purges { purged.insert(text) }
    accepted.append((group, stored))
  }

  private func checkPurge(_ text: TextReference, on driver: any JournalDriver) throws {
    guard !purged.contains(text) else { throw GroupRefusal(.textAlreadyPurged(text)) }
    let found = try driver.texts(of: text.position...text.position).first { $0.field == text.field }
    switch found?.content {
    case nil: throw GroupRefusal(.textUnknown(text))
    case .purged: throw GroupRefusal(.textAlreadyPurged(text))
    case .kept: return
    }
  }
}

/// A refusal that concerns one group only; every other error of a commit stops the journal.
struct GroupRefusal: Error {
  let failure: JournalFailure
  init(_ failure: JournalFailure) { self.failure = failure }
}
