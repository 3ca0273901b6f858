import Campaign
import Ranking
import Service

/// Boards that are looked at while their period is open: watched once, however many look.
///
/// While somebody looks it asks for the journal's position a few times a second, so that a rush of filings costs a few
/// computations a second and not one a filing. A viewer is told the newest change only; what he could not take in time is
/// replaced, never queued.
///
/// - Source: ours: decision 30.
actor LiveBoards {
  struct Topic: Hashable, Sendable {
    let block: String?
    let period: String
  }

  /// What a viewer is told. The page itself is fetched as any page is, made once for all.
  struct News: Sendable, Equatable {
    /// Of the last entry that changed the board: the event's number.
    let position: UInt64
    let text: LocalizedText
    /// The period is closed: there will be no more.
    let isOver: Bool
  }

  /// What a board shows, as far as a change of it has to be seen.
  private struct Print: Equatable {
    var standings: [[Standing]] = []
    /// Revisions of those who have filed.
    var filed: [ReportingUnit.ID: Int] = [:]
    var members = 0
    /// Objectives of the year that are not met, or at risk: the board speaks of them.
    var missed: [String] = []
    var isOver = false
  }

  private struct Watched {
    var print: Print
    var news: News
    var viewers: [Int: LiveViewer] = [:]
  }

  private let service: CampaignService
  private let limits: LiveLimits
  private var topics: [Topic: Watched] = [:]
  private var looking: Task<Void, Never>?
  private var count = 0
  private var lookedAt: (position: UInt64, instant: ContinuousClock.Instant)?
  private var beatAt = ContinuousClock.now

  init(service: CampaignService, limits: LiveLimits) {
    self.service = service
    self.limits = limits
  }

  /// Begins to look.
  ///
  /// - Parameter peer: Whose streams are counted together.
  /// - Returns: `nil` where the period is over: there is nothing to wait for.
  /// - Throws: ``PageProblem`` for an unknown block or period, and where there are too many viewers.
  func join(_ topic: Topic, peer: String, viewer: LiveViewer) async throws(PageProblem) -> News? {
    let all = topics.values.flatMap(\.viewers.values)
    guard all.count < limits.viewersMost, all.count(where: { $0.peer == peer }) < limits.viewersOfOneMost else { throw .tooManyViewers }
    let (position, print) = try await look(at: topic)
    guard !print.isOver else { return nil }
    if topics[topic] == nil {
      topics[topic] = Watched(print: print, news: News(position: position, text: LocalizedText("", en: ""), isOver: false))
    }
    count += 1
    viewer.number = count
    topics[topic]?.viewers[count] = viewer
    if looking == nil { looking = Task { await lookOn() } }
    return topics[topic]?.news
  }

  func leave(_ topic: Topic, _ viewer: LiveViewer) {
    topics[topic]?.viewers[viewer.number] = nil
    if topics[topic]?.viewers.isEmpty ?? false { topics[topic] = nil }
    guard topics.isEmpty else { return }
    looking?.cancel()
    looking = nil
    lookedAt = nil
  }

  /// How many look, at all boards together.
  var viewers: Int { topics.values.reduce(0) { $0 + $1.viewers.count } }

  // MARK: looking

  private func lookOn() async {
    while !Task.isCancelled {
      try? await Task.sleep(for: limits.interval)
      await lookOnce()
    }
  }

  private func lookOnce() async {
    let now = ContinuousClock.now
    let isBeat = now - beatAt >= limits.beat
    if isBeat { beatAt = now }
    for viewer in topics.values.flatMap(\.viewers.values) where viewer.isStuck(at: now, most: limits.writingMost) { viewer.cut() }
    let position = await service.state.position
    if let lookedAt, lookedAt.position == position, now - lookedAt.instant < limits.timeInterval {
      if isBeat { for watched in topics.values { for viewer in watched.viewers.values { viewer.tell(watched.news) } } }
      return
    }
    lookedAt = (position, now)
    for topic in topics.keys {
      guard let (position, print) = try? await look(at: topic), var watched = topics[topic] else { continue }
      if print != watched.print, position >= watched.news.position {
        watched.news = News(position: position, text: change(from: watched.print, to: print, topic), isOver: print.isOver)
        watched.print = print
        topics[topic] = watched
        for viewer in watched.viewers.values { viewer.tell(watched.news) }
      } else if isBeat {
        for viewer in watched.viewers.values { viewer.tell(watched.news) }
      }
    }
  }

  private var names: [ReportingUnit.ID: String] = [:]

  private func look(at topic: Topic) async throws(PageProblem) -> (position: UInt64, print: Print) {
    let snapshot: Snapshot
    do { snapshot = try await service.snapshot() } catch { throw .unavailable }
    let view = PageView(snapshot: snapshot, words: Words(.vi), address: Address(.search))
    let period = try view.period(topic.period).last
    let span = snapshot.span(of: period)
    let blocks = span.rulebook.blocks.filter { one in topic.block.map { one.id == $0 } ?? one.ranked }
    if let block = topic.block, blocks.isEmpty { throw .noBlock(block) }
    var print = Print(missed: snapshot.outcomes(of: period.year).objectives.filter { $0.verdict.outcome == .notMet || $0.isAtRisk }
      .map { "\($0.rule.id) \($0.verdict.outcome.rawValue)" }, isOver: !snapshot.isProvisional(period))
    for block in blocks {
      let board = span.standings.board(of: block.id, in: period)
      print.standings.append(board.map(\.standing))
      for (unit, _) in board {
        print.members += 1
        names[unit.id] = unit.name
        print.filed[unit.id] = snapshot.state.revision(of: unit.id, in: period)
      }
    }
    return (snapshot.state.position, print)
  }

  /// Who has filed, in a sentence that can be read aloud.
  private func change(from old: Print, to new: Print, _ topic: Topic) -> LocalizedText {
    if new.isOver { return LocalizedText("Kỳ đã chốt.", en: "The period is closed.") }
    let ids = new.filed.filter { old.filed[$0.key] != $0.value }.keys.sorted { $0.text < $1.text }
    let count = LocalizedText("Đã nộp \(new.filed.count)/\(new.members).", en: "\(new.filed.count) of \(new.members) have filed.")
    guard !ids.isEmpty else { return LocalizedText("Bảng vừa thay đổi. \(count.vi)", en: "The board has changed. \(count.en)") }
    let first = ids.prefix(2).map { names[$0] ?? $0.text }.joined(separator: ", ")
    let more = ids.count - 2
    return LocalizedText(
      first + (more > 0 ? " và \(more) đơn vị khác" : "") + " vừa nộp. \(count.vi)",
      en: first + (more > 0 ? " and \(more) more" : "") + " filed just now. \(count.en)")
  }
}

/// What streams of changes may cost.
package struct LiveLimits: Sendable {
  /// Of everybody, and of one address.
  package var viewersMost = 200
  package var viewersOfOneMost = 32
  /// How often the journal's position is looked at.
  package var interval = Duration.milliseconds(150)
  /// What time alone changes, such as a period that closes, is seen within this.
  package var timeInterval = Duration.seconds(5)
  /// A sign of life at least so often.
  package var beat = Duration.seconds(15)
  /// A reader who does not take one event for so long is cut off.
  package var writingMost = Duration.seconds(10)

  package init() {}
}

extension PageProblem {
  static let tooManyViewers = PageProblem(
    .unavailable, title: LocalizedText("Quá nhiều người đang xem trực tiếp", en: "Too many live viewers"),
    LocalizedText("Trang vẫn mở được; hãy tải lại để có số mới.", en: "The page still opens; reload it for new figures."))
}
