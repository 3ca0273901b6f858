import Campaign
import Journal

/// Exactly once: a request that was carried out is answered again and never done again.
///
/// - Source: `Protocol/Messages.md`, "Sent again"; ours: decision 23.
extension CampaignService {
  /// How a request that stores something was answered.
  package enum Answered<Value: Sendable>: Sendable {
    /// It was carried out now.
    case now(Value)
    /// It had been carried out before: the entries that its answer is made of, in the answer's order.
    case before([Recorded])
  }

  /// An entry that an answer is made of.
  package struct Recorded: Sendable {
    package let receipt: EntryReceipt
    /// Of a filing; `nil` for any other entry.
    package let filing: Receipt?

    init(_ entry: StoredEntry) throws(JournalFailure) {
      receipt = EntryReceipt(entry)
      filing = entry.kind == .submission ? try Receipt(entry) : nil
    }
  }

  /// What is known of a request.
  package enum RequestState: Sendable {
    /// Nothing is stored under its number. A copy of it may still be on its way.
    case unknown
    case inProgress
    case applied(RequestContent, [Recorded])
  }

  /// A request that is being carried out.
  struct Running {
    let account: AccountID
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  /// Carries out a request, or finds what it did before.
  ///
  /// A second copy waits for the first and never runs beside it. A refusal is not kept: the same request may succeed later.
  ///
  /// - Parameter command: Stores with `origin`, so that its first entry is marked.
  /// - Throws: ``ServiceFailure``: `refused` A-605 for a number of another account, S-244 for another content; `journal`;
  ///   what `command` throws.
  package func once<Value: Sendable>(
    _ origin: RequestOrigin, _ command: @Sendable () async throws -> Value
  ) async throws -> Answered<Value> {
    guard let content = origin.content, let key = origin.key else { return .now(try await command()) }
    while true {
      if let position = requests[key] {
        let (known, entries) = try await carriedOut(at: position, for: origin.account)
        guard known == content else { throw reused(origin) }
        return .before(entries)
      }
      guard running[key] != nil else { break }
      await withCheckedContinuation { running[key]?.waiting.append($0) }
    }
    running[key] = Running(account: origin.account)
    defer { for waiter in running.removeValue(forKey: key)?.waiting ?? [] { waiter.resume() } }
    // Nobody else looks while this copy runs, so that the file may be asked without a second one slipping in between.
    if let position = try await position(of: key) {
      let (known, entries) = try await carriedOut(at: position, for: origin.account)
      guard known == content else { throw reused(origin) }
      return .before(entries)
    }
    return .now(try await command())
  }

  /// What is known of a request of the client's own.
  ///
  /// - Throws: ``ServiceFailure``: `refused` A-605 for a number of another account; `journal`.
  package func state(of origin: RequestOrigin) async throws -> RequestState {
    guard let key = origin.key else { return .unknown }
    if let position = try await position(of: key) {
      let (content, entries) = try await carriedOut(at: position, for: origin.account)
      return .applied(content, entries)
    }
    guard let one = running[key] else { return .unknown }
    guard one.account == origin.account else { throw otherAccount }
    return .inProgress
  }

  private func carriedOut(at position: UInt64, for account: AccountID) async throws -> (RequestContent, [Recorded]) {
    do {
      let marked = try await journal.entry(at: position)
      guard marked.account == account, let mark = try marked.requestMark() else { throw otherAccount }
      var entries: [Recorded] = []
      for position in mark.answer(at: position) {
        entries.append(try Recorded(position == marked.position ? marked : try await journal.entry(at: position)))
      }
      return (mark.content, entries)
    } catch let failure as JournalFailure { throw ServiceFailure.journal(failure) }
  }

  private var otherAccount: ServiceFailure {
    .refused(Problem(
      .otherAccount, at: "request_number", vi: "số yêu cầu này thuộc tài khoản khác. Chưa lưu gì.",
      en: "this request number belongs to another account. Nothing was stored."))
  }

  func reused(_ origin: RequestOrigin) -> ServiceFailure {
    .refused(Problem(
      .requestNumberReused, at: "request_number",
      vi: "số yêu cầu \(origin.requestNumber) đã dùng cho nội dung khác. Gửi với số mới.",
      en: "the request number \(origin.requestNumber) was used for another content. Send it under a new one."))
  }

  // MARK: recording

  /// Marks the entries of a request.
  ///
  /// - Parameters:
  ///   - drafts: What it makes; may be empty.
  ///   - older: The receipts of its answer that it finds there already.
  /// - Returns: What is to be stored; empty where nothing is.
  func marked(_ drafts: [EntryDraft], of origin: RequestOrigin, older: [RequestMark.Older], at time: Instant) -> [EntryDraft] {
    guard let mark = RequestMark(origin, entries: drafts.count, older: older) else { return drafts }
    let nothing = EntryDraft(kind: .request, timeMilliseconds: time.milliseconds, account: origin.account, body: [])
    return [mark.put(on: drafts.first ?? nothing)] + drafts.dropFirst()
  }

  /// Records a request whose answer is one entry that was there already.
  func remember(_ origin: RequestOrigin, answeredBy position: UInt64) async throws {
    let drafts = marked([], of: origin, older: [.init(index: 0, position: position)], at: stamp())
    if !drafts.isEmpty { try await store(begin(drafts)) }
  }

  /// Begins the only entry of a request.
  func begin(_ draft: EntryDraft, of origin: RequestOrigin, at time: Instant) throws -> PendingAppend {
    try begin(marked([draft], of: origin, older: [], at: time))
  }
}
