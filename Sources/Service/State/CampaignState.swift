package import Campaign
package import Journal
package import Ranking

/// What a campaign is after a prefix of its journal: the fold of the entries, and nothing else.
package struct CampaignState: Sendable {
  /// The filing in force of a unit and period.
  package struct InForce: Sendable {
    package let receipt: Receipt
    package let filing: Filing
    /// The first filing was received on or after the due instant; later revisions change nothing of that.
    package let firstWasLate: Bool
  }

  package private(set) var genesis: GenesisEntry?
  package private(set) var rulebook: Rulebook?
  package private(set) var rulebookDigest: [UInt8] = []
  package private(set) var head = JournalHead.empty
  package private(set) var time = Instant(milliseconds: 0)
  package private(set) var figures: FigureTable?
  package private(set) var published: [(index: String, fact: IndexFact)] = []
  private var publishedReceipts: [EntryReceipt] = []
  package private(set) var submissions = 0
  // By unit and period ordinal.
  private var inForce: [ReportingUnit.ID: [Int: InForce]] = [:]
  private var receipts: [[UInt8]: Receipt] = [:]

  package init() {}

  /// Position of the last entry, and its hash: the head of the chain.
  package var position: UInt64 { head.position }
  package var headHash: [UInt8] { head.hash.bytes }

  /// Applies the next entry.
  ///
  /// - Throws: ``ServiceFailure/journalUnreadable`` for an entry that this version cannot read: a state that skips an
  ///   entry would rank wrongly.
  package mutating func apply(_ entry: StoredEntry) throws {
    precondition(entry.position == head.position + 1, "Entries are applied one after another.")
    do {
      try fold(entry)
    } catch {
      throw ServiceFailure.journalUnreadable(position: entry.position, cause: "\(error)")
    }
    head = entry.head
    time = max(time, Instant(milliseconds: entry.timeMilliseconds))
  }

  private mutating func fold(_ entry: StoredEntry) throws {
    switch entry.kind {
    case .genesis: genesis = try GenesisEntry(entry)
    case .rulebook:
      let yaml = try RulebookEntry(entry).yaml
      let launched = try Rulebook(yaml: yaml)
      rulebook = launched
      rulebookDigest = sha256(yaml)
      figures = FigureTable(for: launched)
    case .submission:
      let submission = try SubmissionEntry(entry)
      let receipt = Receipt(submission, entry)
      let ordinal = submission.filing.period.ordinal
      let first = inForce[receipt.unit]?[ordinal]?.firstWasLate ?? receipt.late
      inForce[receipt.unit, default: [:]][ordinal] = InForce(receipt: receipt, filing: submission.filing, firstWasLate: first)
      receipts[receipt.contentKey] = receipt
      if let rulebook { figures?.put(submission.filing, under: rulebook) }
      submissions += 1
    case .publishedIndex:
      let fact = try IndexEntry(entry)
      published.append((fact.index, fact.fact))
      publishedReceipts.append(EntryReceipt(
        position: entry.position, recordedAt: Instant(milliseconds: entry.timeMilliseconds), entryHash: entry.hash.bytes))
    case .tombstone: break
    case .roster, .lineage, .applicability, .account, .token, .review, .periodDecision, .lock, .taskDelivery,
      .assessment, .edition, .appeal, .correction, nil:
      throw ServiceFailure.unknownEntryKind(entry.kindNumber)
    }
  }

  /// The receipt of a publication in force with the same figures; its source is not compared.
  package func receipt(of index: String, _ fact: IndexFact) -> EntryReceipt? {
    guard let latest = published.lastIndex(where: { $0.index == index && $0.fact.year == fact.year }) else { return nil }
    let known = published[latest].fact
    let same = (known.score, known.rank, known.of, known.publishedOn) == (fact.score, fact.rank, fact.of, fact.publishedOn)
    return same ? publishedReceipts[latest] : nil
  }

  package func inForce(_ unit: ReportingUnit.ID, _ period: Period) -> InForce? { inForce[unit]?[period.ordinal] }
  package func receipt(contentKey: [UInt8]) -> Receipt? { receipts[contentKey] }
}
