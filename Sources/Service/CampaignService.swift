package import Campaign
package import Journal
import Ranking
import Synchronization

/// Commands and queries of one campaign: validate → append → apply → answer.
///
/// Decisions are made one at a time, on a state that already counts what is on its way to the disk; answers are given only
/// from what is durable. A failed commit stops the journal, and with it every later command.
package actor CampaignService {
  package nonisolated let journal: Journal
  package nonisolated let startedFrom: StartSource
  let startFile: String?
  /// The last position that the start file holds, or will hold once it is written.
  var savedThrough: UInt64 = 0
  private nonisolated let clock: any ServiceClock
  nonisolated let board = StandingsCache()
  /// The position of ``durable``, for those who do not wait for it.
  nonisolated let durablePosition: Atomic<UInt64>

  /// After the last durable entry.
  var durable: CampaignState
  /// The forms of the newest version, and the numbers of their shapes in ``durable``.
  var knownForms: KnownForms?
  var shapes: [ObjectIdentifier: Int] = [:]
  nonisolated let published = Mutex<KnownForms?>(nil)
  /// Durable entries that arrived before one in front of them.
  var ahead: [UInt64: Arrived] = [:]
  var waiting: [UInt64: [CheckedContinuation<Void, Never>]] = [:]
  /// What is decided and not durable yet.
  var underway: [Slot: Underway] = [:]
  /// An entry on its way to the disk that changes how filings are decided: a launch, an amendment, a moved deadline.
  private var changing: (number: Int, group: PendingAppend)?
  package private(set) var changes = 0
  /// Evidence and reasons on their way to the disk, by their salted digests.
  var texts: [EntryHash: String] = [:]
  private var officeIsBusy = false
  private var officeQueue: [CheckedContinuation<Void, Never>] = []
  private var latest: Instant
  var stamped: Instant { latest }
  /// Somebody brings the standings up to the newest entry, and up to which one that was begun last.
  var isFollowing = false
  var followed: UInt64 = 0
  /// Requests that have been carried out, and those that are being.
  var requests: RequestIndex
  /// Requests up to this position are not all in ``requests``: a start file does not hold them. 0: they are.
  private var unindexedThrough: UInt64 = 0
  var running: [RequestKey: Running] = [:]

  struct Slot: Hashable {
    let unit: ReportingUnit.ID
    let period: Int
  }
  struct Underway {
    enum Content {
      case made(Filing)
      case read(ReadRequest)
    }
    let content: Content
    let revision: Int
    let contentKey: EntryHash
    let group: PendingAppend

    var filing: Filing {
      switch content {
      case .made(let filing): filing
      case .read(let request): request.filing.filing
      }
    }
  }
  /// A durable entry, with what it was made of where that is known.
  struct Arrived {
    let entry: StoredEntry
    let filing: DecidedFiling?
  }

  /// Opens a campaign by folding its journal.
  ///
  /// - Parameter startFile: Path of a start file to begin with; dropped when anything about it disagrees with the journal.
  /// - Parameter clock: Made from what was found: a demonstration goes on where its journal ends.
  /// - Throws: ``ServiceFailure/journal(_:)``, ``ServiceFailure/journalUnreadable(position:cause:)``, and what `clock` throws.
  /// - Complexity: O(entries).
  package static func open(
    _ journal: Journal, startFile: String? = nil, clock: @Sendable (CampaignState) throws -> any ServiceClock
  ) async throws -> CampaignService {
    var (state, source) = (CampaignState(), StartSource.journal)
    if let startFile {
      do {
        state = try await CampaignState.load(startFile, journal)
        source = .file(position: state.position)
      } catch StartFileProblem.missing {
        source = .journal
      } catch let problem as StartFileProblem {
        source = .dropped(problem)
      } catch let failure as JournalFailure { throw ServiceFailure.journal(failure) }
    }
    let folding = try await folded(journal, behind: state)
    return CampaignService(journal: journal, clock: try clock(folding.result), folding, source: source, startFile: startFile)
  }

  /// Opens a campaign with a clock that does not depend on what is found.
  package static func open(_ journal: Journal, clock: any ServiceClock) async throws -> CampaignService {
    try await open(journal) { _ in clock }
  }

  /// The state after the whole journal, every entry of which is checked.
  ///
  /// - Parameter last: The last position to apply.
  package static func fold(_ journal: Journal, through last: UInt64 = .max) async throws -> CampaignState {
    try await folded(journal, through: last).result
  }

  /// - Parameter state: After a prefix of the journal.
  static func folded(
    _ journal: Journal, behind state: CampaignState = CampaignState(), through last: UInt64 = .max
  ) async throws -> Folding {
    let folding = Folding(state)
    do {
      _ = try await journal.scan(
        after: state.head, through: last, reading: { try folding.read($0) }, folding: { try folding.apply($0) })
    } catch let failure as JournalFailure { throw ServiceFailure.journal(failure) }
    return folding
  }

  private init(journal: Journal, clock: any ServiceClock, _ folding: Folding, source: StartSource, startFile: String?) {
    let state = folding.result
    startedFrom = source
    self.startFile = startFile
    if case .file(let position) = source { (savedThrough, unindexedThrough) = (position, position) }
    requests = folding.requests
    self.journal = journal
    self.clock = clock
    durable = state
    durablePosition = Atomic(state.position)
    latest = state.time
    let forms = KnownForms(state)
    knownForms = forms
    published.withLock { $0 = forms }
  }

  /// What filings can be read by; `nil` before the launch.
  package nonisolated var publishedForms: KnownForms? { published.withLock { $0 } }

  /// The durable state: an immutable value, so that whoever reads it never waits for a writer.
  package var state: CampaignState { durable }

  /// The server's time; it never runs backwards past an entry.
  package nonisolated func now() -> Instant { clock.now() }

  func stamp() -> Instant {
    latest = max(latest, clock.now())
    return latest
  }

  /// Where a request stands that was carried out.
  ///
  /// Before an audit has read the whole journal again, the file itself is asked for a request that is not known here.
  func position(of key: RequestKey) async throws -> UInt64? {
    if let position = requests[key] { return position }
    guard unindexedThrough > 0 else { return nil }
    do { return try await journal.position(ofUniqueKey: key.uniqueKey) } catch { throw ServiceFailure.journal(error) }
  }

  /// Takes over what a fold of the journal, through this position or further, has found of requests.
  func adopt(_ found: RequestIndex, through position: UInt64) {
    guard unindexedThrough > 0, position >= unindexedThrough else { return }
    requests.merge(found)
    unindexedThrough = 0
  }

  // MARK: order

  /// Commands of the campaign office are rare: each is decided on what is durable, after the one before it.
  func inTurn<Value>(_ command: () async throws -> Value) async throws -> Value {
    if officeIsBusy { await withCheckedContinuation { officeQueue.append($0) } }
    officeIsBusy = true
    defer {
      // The turn is handed over without a gap, so that nobody slips in between.
      if officeQueue.isEmpty { officeIsBusy = false } else { officeQueue.removeFirst().resume() }
    }
    return try await command()
  }

  /// Begins entries that change how filings are decided; filings wait for it, see ``untilUnchanging()``.
  func beginChange(_ drafts: [EntryDraft]) throws -> PendingAppend {
    let group = try begin(drafts)
    changes += 1
    changing = (changes, group)
    return group
  }

  /// Begins entries; their texts are at hand when they are applied.
  func begin(_ drafts: [EntryDraft]) throws -> PendingAppend {
    let group = journal.begin(drafts)
    if let refusal = group.refusal { throw ServiceFailure.journal(refusal) }
    for draft in drafts { for text in draft.texts { texts[text.digest.hash] = text.text } }
    return group
  }

  /// Waits until no change of the rules is on its way. ``changes`` counts those begun since the start.
  func untilUnchanging() async throws {
    while let change = changing {
      _ = try await settled(change.group)
      if changing?.number == change.number { changing = nil }
    }
  }

  /// Whether filings can be decided now; all requests are known by their keys.
  var isUnchanging: Bool { changing == nil && unindexedThrough == 0 }

  /// Waits until no filing is on its way.
  func untilNothingIsFiled() async throws {
    while let pending = underway.values.first { _ = try await settled(pending.group) }
  }

  // MARK: reading

  /// The standings on the durable state at this moment.
  ///
  /// - Throws: ``ServiceFailure``: `withheld` once an audit has found that they are not what the journal says.
  package nonisolated func snapshot() async throws -> Snapshot {
    if let finding = board.finding { throw ServiceFailure.withheld(finding) }
    return try await snapshotForFiling()
  }

  /// Where units stand now, if nothing has to be waited for or computed; `nil`: ask for a ``snapshot()``.
  ///
  /// Everybody whose filing was acknowledged before finds it here.
  package nonisolated func placesAtHand() -> (places: PlacesAtHand, time: Instant)? {
    let time = now()
    return board.places(of: durablePosition.load(ordering: .acquiring), at: time).map { ($0, time) }
  }

  /// The same for what units need in order to file, which goes on when standings are withheld: campaign, periods, forms.
  package nonisolated func snapshotForFiling() async throws -> Snapshot {
    try board.snapshot(of: await state, at: now())
  }
}
