package import Campaign
package import Journal
import Ranking

/// What a campaign is after a prefix of its journal: the fold of the entries, and nothing else.
package struct CampaignState: Sendable {
  package private(set) var genesis: GenesisEntry?
  /// In the order in which they were recorded.
  package private(set) var versions: [RulebookVersion] = []
  package private(set) var timeline = VersionTimeline()
  package private(set) var head = JournalHead.empty
  package private(set) var time = Instant(milliseconds: 0)
  package private(set) var published: [(index: String, fact: IndexFact)] = []
  private var publishedReceipts: [EntryReceipt] = []
  package private(set) var records = RecordLog()
  package private(set) var access = AccessTable()
  private(set) var filings = FilingLog()
  /// Where everything but submissions stands in the journal.
  private(set) var otherPositions: [UInt64] = []
  /// With any calendar: each version has its own.
  private(set) var decisions = Deadlines(ReportingCalendar())

  package init() {}

  /// Position of the last entry, and its hash: the head of the chain.
  package var position: UInt64 { head.position }
  package var headHash: [UInt8] { head.hash.bytes }

  package var submissions: Int { filings.count }

  /// Applies the next entry.
  ///
  /// - Parameter text: The evidence or reason of a record, which stands beside the entry; empty once it was purged.
  /// - Throws: ``ServiceFailure/journalUnreadable`` for an entry that this version cannot read: a state that skips an
  ///   entry would rank wrongly.
  package mutating func apply(_ entry: StoredEntry, text: String = "") throws {
    precondition(entry.position == head.position + 1, "Entries are applied one after another.")
    do {
      try fold(entry, text)
    } catch {
      throw ServiceFailure.journalUnreadable(position: entry.position, cause: "\(error)")
    }
    head = entry.head
    time = max(time, Instant(milliseconds: entry.timeMilliseconds))
  }

  /// Applies the entries of a page that was taken apart.
  ///
  /// - Throws: As ``apply(_:text:)``.
  mutating func apply(_ page: FoldedPage) throws {
    let place = page.packed.withUnsafeBytes { filings.add(figures: $0) }
    var next = 0
    func add(through end: Int, _ state: inout CampaignState) {
      for var record in page.records[next..<end] {
        record.block = UInt32(place.block)
        record.offset += UInt32(place.offset)
        state.filings.add(record)
      }
      if end > next {
        let last = page.records[end - 1]
        state.head = JournalHead(position: last.position, hash: last.entryHash)
        state.time = max(state.time, page.latest)
      }
      next = end
    }
    for other in page.others {
      add(through: other.filingsBefore, &self)
      try apply(other.entry, text: other.text)
    }
    add(through: page.records.count, &self)
  }

  /// What a start file says of a prefix of the journal, with the entries that it does not hold itself.
  ///
  /// - Throws: ``ServiceFailure/journalUnreadable`` for an entry that this version cannot read.
  init(_ start: StartContent, others: [(entry: StoredEntry, text: String)]) throws {
    filings = start.filings
    for (entry, text) in others {
      do {
        try fold(entry, text)
      } catch {
        throw ServiceFailure.journalUnreadable(position: entry.position, cause: "\(error)")
      }
    }
    head = start.head
    time = start.time
  }

  private mutating func fold(_ entry: StoredEntry, _ text: String) throws {
    if entry.kind != .submission { otherPositions.append(entry.position) }
    switch entry.kind {
    case .genesis: genesis = try GenesisEntry(entry)
    case .rulebook: try add(try RulebookEntry(entry), EntryReceipt(entry))
    case .submission: try add(try SubmissionEntry(entry), entry)
    case .publishedIndex:
      let fact = try IndexEntry(entry)
      published.append((fact.index, fact.fact))
      publishedReceipts.append(EntryReceipt(entry))
    case .applicability, .periodDecision, .taskDelivery, .assessment:
      let record = try RecordEntry(entry)
      records.add(record, text: text, EntryReceipt(entry))
      if case .periodDecision(let decision) = record.record { decisions.add(decision) }
    case .token: access.apply(try TokenEntry(entry), name: text, EntryReceipt(entry))
    case .tombstone:
      guard let purged = try Tombstone(entry)?.text else { break }
      records.purgeText(of: purged.position)
      access.purgeName(of: purged.position)
    case .request: _ = try entry.contentReader().finish()
    case .roster, .lineage, .account, .review, .lock, .edition, .appeal, .correction, nil:
      throw ServiceFailure.unknownEntryKind(entry.kindNumber)
    }
  }

  private mutating func add(_ entry: RulebookEntry, _ receipt: EntryReceipt) throws {
    let rulebook = try Rulebook(yaml: entry.yaml)
    filings.add(rulebook.units.map(\.id))
    timeline.add(from: entry.effectiveFrom, version: versions.count)
    versions.append(
      RulebookVersion(
        number: versions.count + 1, rulebook: rulebook, digest: sha256(entry.yaml), effectiveFrom: entry.effectiveFrom,
        receipt: receipt, origin: entry.origin))
  }

  private mutating func add(_ submission: SubmissionEntry, _ entry: StoredEntry) throws {
    let filing = submission.filing
    guard let key = EntryHash(bytes: submission.contentKey), let digest = EntryHash(bytes: submission.rulebookDigest) else {
      throw JournalFailure.bodyFieldInvalid
    }
    filings.add(CollectionOfOne(filing.unit))
    let shape = FilingShape(
      kind: filing.period.kind.rawValue, form: filing.form, rulebookDigest: digest, counters: filing.figures.map(\.counter))
    var packed: [UInt8] = []
    for (_, value) in filing.figures { PackedFigures.append(value, to: &packed) }
    let place = packed.withUnsafeBytes { filings.add(figures: $0) }
    filings.add(
      FiledRecord(
        position: entry.position, time: entry.timeMilliseconds, contentKey: key, entryHash: entry.hash,
        unit: UInt32(filings.units.number(filing.unit) ?? 0), ordinal: Int32(filing.period.ordinal),
        revision: UInt32(clamping: submission.revision), base: UInt32(clamping: filing.baseRevision), previous: 0, first: 0,
        shape: UInt32(filings.number(of: shape)), flags: submission.late ? 1 : 0, block: UInt32(place.block), offset: UInt32(place.offset),
        length: UInt32(packed.count)))
  }

  /// Adds a filing whose entry is the next.
  ///
  /// - Parameter record: Without the place of its figures.
  mutating func add(_ record: FiledRecord, _ values: [Int64], _ entry: StoredEntry) {
    precondition(entry.position == head.position + 1, "Entries are applied one after another.")
    var record = record
    let place = PackedFigures.withPacked(values) { packed in
      record.length = UInt32(packed.count)
      return filings.add(figures: packed)
    }
    (record.block, record.offset) = (UInt32(place.block), UInt32(place.offset))
    filings.add(record)
    head = entry.head
    time = max(time, Instant(milliseconds: entry.timeMilliseconds))
  }

  mutating func number(of shape: FilingShape) -> Int { filings.number(of: shape) }

  // MARK: rulebooks

  /// The rulebook at its launch; `nil` before it. Id and kind of periods are the same in every version.
  package var launched: Rulebook? { versions.first?.rulebook }

  /// The version that scores a period; `nil` before the launch.
  package func version(for period: Period) -> RulebookVersion? { timeline.version(of: period).map { versions[$0] } }

  /// When the periods of a version open, are due and close, with what was decided.
  package func deadlines(of version: RulebookVersion) -> Deadlines {
    var deadlines = decisions
    deadlines.calendar = version.rulebook.calendar
    return deadlines
  }

  /// What was set, found and delivered.
  var recordedCircumstances: Circumstances {
    var circumstances = Circumstances()
    circumstances.applicability = records.applicability
    circumstances.assessments = records.assessments
    circumstances.deliveries = records.deliveries
    return circumstances
  }

  /// What bears on places beside the figures, at an instant.
  func circumstances(at time: Instant) -> Circumstances {
    var circumstances = recordedCircumstances
    circumstances.workingDaysLate = workingDaysLate
    for ordinal in decisions.decidedOrdinals { addExtensions(of: ordinal, at: time, to: &circumstances) }
    return circumstances
  }

  /// A unit to which a decision has given more time is not missing while that runs.
  func addExtensions(of ordinal: Int, at time: Instant, to circumstances: inout Circumstances) {
    guard let kind = launched?.periods.kind else { return }
    let period = Period(kind: kind, ordinal: ordinal)
    guard let version = version(for: period), version.rulebook.calendar.due(period) <= time else { return }
    let deadlines = deadlines(of: version)
    for unit in version.rulebook.units where deadlines.due(period, for: unit.id) > time {
      circumstances.extended[unit.id, default: []].insert(ordinal)
    }
  }

  // MARK: published indices

  /// The receipt of a publication in force with the same figures; its source is not compared.
  package func receipt(of index: String, _ fact: IndexFact) -> EntryReceipt? {
    guard let latest = published.lastIndex(where: { $0.index == index && $0.fact.year == fact.year }) else { return nil }
    let known = published[latest].fact
    let same = (known.score, known.rank, known.of, known.publishedOn) == (fact.score, fact.rank, fact.of, fact.publishedOn)
    return same ? publishedReceipts[latest] : nil
  }
}
