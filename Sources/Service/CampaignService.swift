package import Campaign
package import Journal
import Ranking

/// Commands and queries of one campaign: validate → append → apply → answer.
///
/// Decisions are made one at a time, on a state that already counts what is on its way to the disk; answers are given only
/// from what is durable. A failed commit stops the journal, and with it every later command.
package actor CampaignService {
  package nonisolated let journal: Journal
  private nonisolated let clock: any ServiceClock
  private nonisolated let board = StandingsCache()

  /// After the last durable entry.
  private var durable: CampaignState
  /// Durable entries that arrived before one in front of them.
  private var ahead: [UInt64: StoredEntry] = [:]
  private var waiting: [UInt64: [CheckedContinuation<Void, Never>]] = [:]
  /// What is decided and not durable yet.
  private var underway: [Slot: Underway] = [:]
  private var latest: Instant

  struct Slot: Hashable {
    let unit: ReportingUnit.ID
    let period: Int
  }
  struct Underway {
    let filing: Filing
    let revision: Int
    let contentKey: [UInt8]
    let group: PendingAppend
    let offset: Int
  }

  /// Opens a campaign by folding its journal.
  ///
  /// - Parameter clock: Made from what was found: a demonstration goes on where its journal ends.
  /// - Throws: ``ServiceFailure/journal(_:)``, ``ServiceFailure/journalUnreadable(position:cause:)``, and what `clock` throws.
  /// - Complexity: O(entries).
  package static func open(
    _ journal: Journal, clock: @Sendable (CampaignState) throws -> any ServiceClock
  ) async throws -> CampaignService {
    let state = try await fold(journal)
    return CampaignService(journal: journal, clock: try clock(state), state: state)
  }

  /// Opens a campaign with a clock that does not depend on what is found.
  package static func open(_ journal: Journal, clock: any ServiceClock) async throws -> CampaignService {
    try await open(journal) { _ in clock }
  }

  /// The state after the whole journal.
  package static func fold(_ journal: Journal) async throws -> CampaignState {
    var state = CampaignState()
    while true {
      let page: [StoredEntry]
      do { page = try await journal.entries(from: state.head.position + 1) } catch { throw ServiceFailure.journal(error) }
      guard !page.isEmpty else { return state }
      for entry in page { try state.apply(entry) }
    }
  }

  private init(journal: Journal, clock: any ServiceClock, state: CampaignState) {
    self.journal = journal
    self.clock = clock
    durable = state
    latest = state.time
  }

  /// The durable state: an immutable value, so that whoever reads it never waits for a writer.
  package var state: CampaignState { durable }

  /// The server's time; it never runs backwards past an entry.
  package nonisolated func now() -> Instant { clock.now() }

  private func stamp() -> Instant {
    latest = max(latest, clock.now())
    return latest
  }

  // MARK: commands

  /// Launches a campaign in an empty journal.
  package func launch(_ genesis: GenesisEntry, rulebook yaml: [UInt8]) async throws {
    _ = try Rulebook(yaml: yaml)
    let time = stamp()
    try await store(journal.begin([genesis.draft(at: time), RulebookEntry(yaml: yaml).draft(at: time)]))
  }

  /// Files forms: all of them in one transaction, or none.
  ///
  /// Equal content under the same base revision gets the receipt it has, for ever, also when the period has closed since.
  ///
  /// - Returns: One receipt a draft, in their order.
  /// - Throws: ``ServiceFailure``: `invalid` with everything wrong in the figures; `refused` for a period that is not open;
  ///   `conflict` when another content is stored on the same base; `journal`.
  package func submit(_ drafts: [FilingDraft], keys: [[UInt8]], from origin: RequestOrigin) async throws -> [Receipt] {
    guard let rulebook = durable.rulebook else { throw ServiceFailure.noCampaign }
    let filings = try validated(drafts, rulebook)
    let contentKeys = filings.map { sha256($0.contentKeyBytes(campaign: rulebook.id)) }
    var slots: Set<Slot> = []
    for (number, filing) in filings.enumerated() {
      try checkKey(keys, number, contentKeys[number])
      guard slots.insert(Slot(unit: filing.unit, period: filing.period.ordinal)).inserted else {
        throw ServiceFailure.invalid(Problems([Problem(
          .duplicateCell, at: "filings[\(number)]", vi: "đơn vị \(filing.unit) và kỳ \(filing.period) xuất hiện hai lần.",
          en: "unit \(filing.unit) and period \(filing.period) stand twice.")]))
      }
    }
    while let inTheWay = inTheWay(of: filings, contentKeys) { _ = try await settled(inTheWay) }
    let time = stamp()
    var answers: [Answer] = []
    var new: [SubmissionEntry] = []
    for (filing, contentKey) in zip(filings, contentKeys) {
      if let known = known(filing, contentKey) {
        answers.append(known)
      } else {
        let revision = try decideRevision(filing)
        try checkPeriod(filing, rulebook, at: time)
        answers.append(.new(new.count))
        new.append(SubmissionEntry(
          filing: filing, revision: revision, late: rulebook.calendar.due(filing.period) <= time, contentKey: contentKey,
          rulebookDigest: durable.rulebookDigest, origin: origin))
      }
    }
    // No suspension between the decisions above and here: what is decided is on its way, in the order of deciding.
    let group = new.isEmpty ? nil : journal.begin(new.map { $0.draft(at: time) })
    if let group {
      if let refusal = group.refusal { throw ServiceFailure.journal(refusal) }
      for (offset, entry) in new.enumerated() {
        underway[Slot(unit: entry.filing.unit, period: entry.filing.period.ordinal)] = Underway(
          filing: entry.filing, revision: entry.revision, contentKey: entry.contentKey, group: group, offset: offset)
      }
    }
    return try await receipts(answers, new: group)
  }

  /// Enters a published index of a year. The same figures again get the receipt they have.
  ///
  /// - Throws: ``ServiceFailure``: `invalid` for an index that the rulebook does not have, or a fact without content.
  package func publish(_ index: String, _ fact: IndexFact, from origin: RequestOrigin) async throws -> EntryReceipt {
    guard let rulebook = durable.rulebook else { throw ServiceFailure.noCampaign }
    guard let known = rulebook.indices.first(where: { $0.code == index }) else {
      let all = rulebook.indices.map(\.code).joined(separator: ", ")
      throw ServiceFailure.invalid(Problems([Problem(
        .unknownIndex, at: "index", vi: "không có chỉ số \"\(index)\". Các chỉ số: \(all).",
        en: "there is no index \"\(index)\". Indices: \(all).")]))
    }
    try check(fact, of: known)
    if let receipt = durable.receipt(of: index, fact) { return receipt }
    let draft = IndexEntry(index: index, fact: fact).draft(at: stamp(), origin: origin, salt: .random())
    let entry = try await store(journal.begin([draft]))[0]
    return EntryReceipt(
      position: entry.position, recordedAt: Instant(milliseconds: entry.timeMilliseconds), entryHash: entry.hash.bytes)
  }

  // MARK: deciding

  private enum Answer {
    case stored(Receipt)
    case underway(PendingAppend, Int)
    case new(Int)
  }

  private func validated(_ drafts: [FilingDraft], _ rulebook: Rulebook) throws -> [Filing] {
    var problems: [Problem] = []
    var filings: [Filing] = []
    for (number, draft) in drafts.enumerated() {
      do throws(Problems) {
        filings.append(try rulebook.validated(draft))
      } catch {
        problems += error.all.map { problem in
          var placed = problem
          placed.place = "filings[\(number)], " + problem.place
          return placed
        }
      }
    }
    guard problems.isEmpty else { throw ServiceFailure.invalid(Problems(problems)) }
    return filings
  }

  private func checkKey(_ keys: [[UInt8]], _ number: Int, _ contentKey: [UInt8]) throws {
    guard number < keys.count, !keys[number].isEmpty, keys[number] != contentKey else { return }
    throw ServiceFailure.invalid(Problems([Problem(
      .contentKeyMismatch, at: "filings[\(number)].content_key",
      vi: "khóa nội dung không khớp với số liệu. Phần mềm gửi bị lỗi hoặc dữ liệu bị thay đổi trên đường.",
      en: "the content key does not fit the figures. The sending program is faulty, or the data changed on the way.")]))
  }

  private func known(_ filing: Filing, _ contentKey: [UInt8]) -> Answer? {
    if let receipt = durable.receipt(contentKey: contentKey) { return .stored(receipt) }
    if let pending = underway[Slot(unit: filing.unit, period: filing.period.ordinal)], pending.contentKey == contentKey {
      return .underway(pending.group, pending.offset)
    }
    return nil
  }

  /// A group on its way to the disk that a filing neither repeats nor follows: how to answer is known once it is durable,
  /// because the answer carries its receipt.
  private func inTheWay(of filings: [Filing], _ contentKeys: [[UInt8]]) -> PendingAppend? {
    for (filing, contentKey) in zip(filings, contentKeys) {
      guard let pending = underway[Slot(unit: filing.unit, period: filing.period.ordinal)] else { continue }
      if pending.contentKey != contentKey, pending.revision != filing.baseRevision { return pending.group }
    }
    return nil
  }

  /// The revision that a filing becomes.
  private func decideRevision(_ filing: Filing) throws -> Int {
    let pending = underway[Slot(unit: filing.unit, period: filing.period.ordinal)]
    let stored = durable.inForce(filing.unit, filing.period)
    let current = pending?.revision ?? stored?.receipt.revision ?? 0
    guard filing.baseRevision != current else { return current + 1 }
    let place = "unit \"\(filing.unit)\", period \(filing.period)"
    guard let stored else {
      throw ServiceFailure.refused(Problem(
        .revisionConflict, at: place, vi: "lần gửi \(filing.baseRevision) chưa có. Gửi lần đầu, không dùng --revises.",
        en: "there is no revision \(filing.baseRevision). File it for the first time, without --revises."))
    }
    let inForce = pending?.filing ?? stored.filing
    let field = filing.firstDifference(from: inForce)
    let differs = field.map { (" Số liệu khác đầu tiên: \"\($0)\".", " The first figure that differs: \"\($0)\".") } ?? ("", "")
    let first = filing.baseRevision == 0
    throw ServiceFailure.conflict(
      Problem(
        first ? .alreadyExists : .revisionConflict, at: place,
        vi: "đã có lần gửi \(current).\(differs.0) Muốn sửa, gửi lại với --revises \(current).",
        en: "revision \(current) is in force.\(differs.1) To correct it, send again with --revises \(current)."),
      existing: stored.receipt)
  }

  private func checkPeriod(_ filing: Filing, _ rulebook: Rulebook, at time: Instant) throws {
    let calendar = rulebook.calendar
    let place = "unit \"\(filing.unit)\", period \(filing.period)"
    switch calendar.state(of: filing.period, at: time) {
    case .open, .overdue: return
    case .notOpen:
      let opens = calendar.opens(filing.period)
      throw ServiceFailure.refused(Problem(
        .periodNotOpen, at: place, vi: "\(filing.period.labelVi) mở lúc \(opens.vietnameseText). Chưa lưu gì; hãy gửi sau thời điểm đó.",
        en: "\(filing.period) opens at \(opens). Nothing was stored; send again then."))
    case .closed:
      let closed = calendar.closes(filing.period)
      throw ServiceFailure.refused(Problem(
        .periodClosed, at: place, vi: "\(filing.period.labelVi) đã đóng lúc \(closed.vietnameseText). Liên hệ cơ quan thường trực để mở lại.",
        en: "\(filing.period) closed at \(closed). Ask the campaign office to reopen it."))
    }
  }

  private func check(_ fact: IndexFact, of index: PublishedIndex) throws {
    func refuse(_ vi: String, _ en: String) -> ServiceFailure {
      .invalid(Problems([Problem(.badIndexFact, at: "\(index.code) \(fact.year)", vi: vi, en: en)]))
    }
    guard (1900...2200).contains(fact.year) else { throw refuse("năm không hợp lệ.", "the year is not valid.") }
    guard !fact.source.isEmpty, fact.source.utf8.count <= 2000 else {
      throw refuse("cần nguồn công bố (--source), tối đa 2000 byte.", "the source of the figure is needed (--source), at most 2000 bytes.")
    }
    switch (fact.score, fact.rank) {
    case (.unknown, .unknown): throw refuse("cần điểm số hoặc thứ hạng.", "a score or a rank is needed.")
    case (_, .value(let rank, _)):
      guard rank >= 1, fact.of.map({ rank <= $0 }) ?? true else { throw refuse("thứ hạng lớn hơn số được xếp hạng.", "the rank is greater than the number ranked.") }
    case (_, .beyond(let last)):
      guard last >= 1, let of = fact.of, last < of else {
        throw refuse("cần số được xếp hạng lớn hơn bậc cuối được công bố (--of).", "the number ranked must be greater than the last place given (--of).")
      }
    default: break
    }
  }

  // MARK: answering

  private func receipts(_ answers: [Answer], new group: PendingAppend?) async throws -> [Receipt] {
    var entries: [StoredEntry] = []
    if let group { entries = try await store(group) }
    var receipts: [Receipt] = []
    for answer in answers {
      do {
        switch answer {
        case .stored(let receipt): receipts.append(receipt)
        case .new(let offset): receipts.append(Receipt(try SubmissionEntry(entries[offset]), entries[offset]))
        case .underway(let group, let offset):
          let entry = try await settled(group)[offset]
          receipts.append(Receipt(try SubmissionEntry(entry), entry))
        }
      } catch let failure as JournalFailure { throw ServiceFailure.journal(failure) }
    }
    return receipts
  }

  /// Waits until a group that somebody else stores is durable and applied.
  private func settled(_ group: PendingAppend) async throws -> [StoredEntry] {
    let entries: [StoredEntry]
    do { entries = try await group.entries() } catch { throw ServiceFailure.journal(error) }
    await applied(entries)
    return entries
  }

  /// Whoever was answered must find his own filing: waits for the entries in front, which are durable already.
  private func applied(_ entries: [StoredEntry]) async {
    guard let last = entries.last, last.position > durable.head.position else { return }
    await withCheckedContinuation { waiting[last.position, default: []].append($0) }
  }

  /// Waits until a group is durable and applied.
  @discardableResult
  private func store(_ group: PendingAppend) async throws -> [StoredEntry] {
    let entries: [StoredEntry]
    do { entries = try await group.entries() } catch { throw ServiceFailure.journal(error) }
    for entry in entries { ahead[entry.position] = entry }
    while let next = ahead.removeValue(forKey: durable.head.position + 1) {
      try durable.apply(next)
      if next.kind == .submission, let submission = try? SubmissionEntry(next) {
        let slot = Slot(unit: submission.filing.unit, period: submission.filing.period.ordinal)
        if underway[slot]?.contentKey == submission.contentKey { underway[slot] = nil }
      }
      for waiter in waiting.removeValue(forKey: next.position) ?? [] { waiter.resume() }
    }
    await applied(entries)
    return entries
  }

  // MARK: reading

  /// The standings on the durable state at this moment.
  package nonisolated func snapshot() async throws -> Snapshot {
    try board.snapshot(of: await state, at: now())
  }
}
