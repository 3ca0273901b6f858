package import Campaign
package import Journal
import Ranking

/// What a campaign is after a prefix of its journal: the fold of the entries, and nothing else.
package struct CampaignState: Sendable {
  /// The filing in force of a unit and period.
  package struct InForce: Sendable {
    package let receipt: Receipt
    package let filing: Filing
    /// When the first filing was received; later revisions change nothing of that.
    package let firstFiledAt: Instant
    /// What the receipt of the first filing says.
    package let firstWasLate: Bool
  }

  package private(set) var genesis: GenesisEntry?
  /// In the order in which they were recorded.
  package private(set) var versions: [RulebookVersion] = []
  package private(set) var timeline = VersionTimeline()
  package private(set) var head = JournalHead.empty
  package private(set) var time = Instant(milliseconds: 0)
  package private(set) var published: [(index: String, fact: IndexFact)] = []
  private var publishedReceipts: [EntryReceipt] = []
  package private(set) var records = RecordLog()
  package private(set) var submissions = 0
  package private(set) var access = AccessTable()
  // By unit and period ordinal.
  private var inForce: [ReportingUnit.ID: [Int: InForce]] = [:]
  private var receipts: [[UInt8]: Receipt] = [:]
  /// First filings at or after the due instant of the calendar itself, by unit and period ordinal. Decisions only give more
  /// time than the calendar, so that all others are on time.
  private var lateByCalendar: [ReportingUnit.ID: [Int: Instant]] = [:]
  /// With any calendar: each version has its own.
  private(set) var decisions = Deadlines(ReportingCalendar())

  package init() {}

  /// Position of the last entry, and its hash: the head of the chain.
  package var position: UInt64 { head.position }
  package var headHash: [UInt8] { head.hash.bytes }

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

  private mutating func fold(_ entry: StoredEntry, _ text: String) throws {
    switch entry.kind {
    case .genesis: genesis = try GenesisEntry(entry)
    case .rulebook: try add(try RulebookEntry(entry), EntryReceipt(entry))
    case .submission: add(try SubmissionEntry(entry), entry)
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
    case .roster, .lineage, .account, .review, .lock, .edition, .appeal, .correction, nil:
      throw ServiceFailure.unknownEntryKind(entry.kindNumber)
    }
  }

  private mutating func add(_ entry: RulebookEntry, _ receipt: EntryReceipt) throws {
    let rulebook = try Rulebook(yaml: entry.yaml)
    var version = RulebookVersion(
      number: versions.count + 1, rulebook: rulebook, digest: sha256(entry.yaml), effectiveFrom: entry.effectiveFrom,
      receipt: receipt, origin: entry.origin)
    for filed in inForce.values { for one in filed.values { version.put(one.filing) } }
    timeline.add(from: entry.effectiveFrom, version: versions.count)
    versions.append(version)
    // The calendar of the periods that it scores may be another one.
    for (unit, filed) in inForce {
      for (ordinal, one) in filed where one.receipt.period >= (entry.effectiveFrom ?? one.receipt.period) {
        lateByCalendar[unit, default: [:]][ordinal] = isLate(one.firstFiledAt, one.receipt.period) ? one.firstFiledAt : nil
      }
    }
  }

  private mutating func add(_ submission: SubmissionEntry, _ entry: StoredEntry) {
    let receipt = Receipt(submission, entry)
    let period = submission.filing.period
    let earlier = inForce[receipt.unit]?[period.ordinal]
    if earlier == nil, isLate(receipt.recordedAt, period) {
      lateByCalendar[receipt.unit, default: [:]][period.ordinal] = receipt.recordedAt
    }
    inForce[receipt.unit, default: [:]][period.ordinal] = InForce(
      receipt: receipt, filing: submission.filing, firstFiledAt: earlier?.firstFiledAt ?? receipt.recordedAt,
      firstWasLate: earlier?.firstWasLate ?? receipt.late)
    receipts[receipt.contentKey] = receipt
    for index in versions.indices { versions[index].put(submission.filing) }
    submissions += 1
  }

  private func isLate(_ filed: Instant, _ period: Period) -> Bool {
    version(for: period).map { $0.rulebook.calendar.due(period) <= filed } ?? false
  }

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

  // MARK: filings

  package func inForce(_ unit: ReportingUnit.ID, _ period: Period) -> InForce? { inForce[unit]?[period.ordinal] }
  package func receipt(contentKey: [UInt8]) -> Receipt? { receipts[contentKey] }

  /// Every filing in force of a unit, by period.
  package func filings(of unit: ReportingUnit.ID) -> [InForce] {
    inForce[unit, default: [:]].values.sorted { $0.receipt.period < $1.receipt.period }
  }

  /// Units that have filed anything.
  package var unitsThatFiled: Set<ReportingUnit.ID> { Set(inForce.keys) }

  /// Working days by which the first filing of a period was late, as the deadlines are decided now; `nil`: on time.
  package func workingDaysLate(_ unit: ReportingUnit.ID, _ period: Period) -> Int? {
    guard let filed = lateByCalendar[unit]?[period.ordinal], let version = version(for: period) else { return nil }
    return deadlines(of: version).workingDaysLate(period, for: unit, filed: filed)
  }

  /// By unit and period ordinal, for everybody who was late.
  private var workingDaysLate: [ReportingUnit.ID: [Int: Int]] {
    guard let kind = launched?.periods.kind else { return [:] }
    var late: [ReportingUnit.ID: [Int: Int]] = [:]
    for (unit, filed) in lateByCalendar {
      for ordinal in filed.keys {
        if let days = workingDaysLate(unit, Period(kind: kind, ordinal: ordinal)) { late[unit, default: [:]][ordinal] = days }
      }
    }
    return late
  }

  /// What bears on places beside the figures, at an instant.
  func circumstances(at time: Instant) -> Circumstances {
    var circumstances = Circumstances()
    circumstances.applicability = records.applicability
    circumstances.assessments = records.assessments
    circumstances.deliveries = records.deliveries
    circumstances.workingDaysLate = workingDaysLate
    for ordinal in decisions.decidedOrdinals { addExtensions(of: ordinal, at: time, to: &circumstances) }
    return circumstances
  }

  /// A unit to which a decision has given more time is not missing while that runs.
  private func addExtensions(of ordinal: Int, at time: Instant, to circumstances: inout Circumstances) {
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
