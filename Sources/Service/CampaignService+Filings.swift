package import Campaign
import Journal

/// Filing forms.
extension CampaignService {
  /// Files forms: all of them in one transaction, or none.
  ///
  /// Equal content under the same base revision gets the receipt it has, for ever, also when the period has closed since.
  ///
  /// - Returns: One receipt a draft, in their order.
  /// - Throws: ``ServiceFailure``: `invalid` with everything wrong in the figures; `refused` for a period that is not open;
  ///   `conflict` when another content is stored on the same base; `journal`.
  package func submit(_ drafts: [FilingDraft], keys: [[UInt8]], from origin: RequestOrigin) async throws -> [Receipt] {
    var filings: [Filing] = []
    var contentKeys: [[UInt8]] = []
    var seen: Int
    repeat {
      try await untilUnchanging()
      seen = changes
      filings = try validated(drafts)
      contentKeys = try checkedKeys(filings, keys)
      while let group = inTheWay(of: filings, contentKeys) { _ = try await settled(group) }
    } while seen != changes
    let time = stamp()
    var answers: [Answer] = []
    var new: [SubmissionEntry] = []
    var older: [RequestMark.Older] = []
    for (filing, contentKey) in zip(filings, contentKeys) {
      if let receipt = durable.receipt(of: filing, contentKey: contentKey) {
        older.append(.init(index: answers.count, position: receipt.position))
        answers.append(.stored(receipt))
      } else {
        let revision = try decideRevision(filing)
        let version = try version(of: filing.period)
        let deadlines = durable.deadlines(of: version)
        try checkPeriod(filing, deadlines, at: time)
        answers.append(.new(new.count))
        new.append(SubmissionEntry(
          filing: filing, revision: revision, late: deadlines.due(filing.period, for: filing.unit) <= time,
          contentKey: contentKey, rulebookDigest: version.digest, origin: origin))
      }
    }
    // No suspension between the decisions above and here: what is decided is on its way, in the order of deciding.
    let stored = marked(new.map { $0.draft(at: time) }, of: origin, older: older, at: time)
    let group = stored.isEmpty ? nil : try begin(stored)
    if let group {
      for entry in new {
        underway[Slot(unit: entry.filing.unit, period: entry.filing.period.ordinal)] = Underway(
          content: .made(entry.filing), revision: entry.revision, contentKey: EntryHash(bytes: entry.contentKey) ?? .beforeGenesis, group: group)
      }
    }
    return try await receipts(answers, new: group)
  }

  // MARK: deciding

  private enum Answer {
    case stored(Receipt)
    case new(Int)
  }

  private func version(of period: Period) throws -> RulebookVersion {
    guard let version = durable.version(for: period) else { throw ServiceFailure.noCampaign }
    return version
  }

  /// Each draft against the version that scores its period.
  private func validated(_ drafts: [FilingDraft]) throws -> [Filing] {
    guard let launched = durable.launched, let latest = durable.versions.last else { throw ServiceFailure.noCampaign }
    var problems: [Problem] = []
    var filings: [Filing] = []
    for (number, draft) in drafts.enumerated() {
      do throws(Problems) {
        let period = Period(draft.period, kind: launched.periods.kind)
        let version = period.flatMap { durable.version(for: $0) } ?? latest
        filings.append(try version.rulebook.validated(draft))
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

  /// The content keys; the same unit and period stand in a request only once.
  private func checkedKeys(_ filings: [Filing], _ keys: [[UInt8]]) throws -> [[UInt8]] {
    let campaign = durable.launched?.id ?? ""
    let contentKeys = filings.map { sha256($0.contentKeyBytes(campaign: campaign)) }
    var slots: Set<Slot> = []
    for (number, filing) in filings.enumerated() {
      try checkKey(keys, number, contentKeys[number])
      guard slots.insert(Slot(unit: filing.unit, period: filing.period.ordinal)).inserted else {
        throw ServiceFailure.invalid(Problems([Problem(
          .duplicateCell, at: "filings[\(number)]", vi: "đơn vị \(filing.unit) và kỳ \(filing.period) xuất hiện hai lần.",
          en: "unit \(filing.unit) and period \(filing.period) stand twice.")]))
      }
    }
    return contentKeys
  }

  private func checkKey(_ keys: [[UInt8]], _ number: Int, _ contentKey: [UInt8]) throws {
    guard number < keys.count, !keys[number].isEmpty, keys[number] != contentKey else { return }
    throw ServiceFailure.invalid(Problems([Problem(
      .contentKeyMismatch, at: "filings[\(number)].content_key",
      vi: "khóa nội dung không khớp với số liệu. Phần mềm gửi bị lỗi hoặc dữ liệu bị thay đổi trên đường.",
      en: "the content key does not fit the figures. The sending program is faulty, or the data changed on the way.")]))
  }

  /// A group on its way to the disk that a filing repeats, or does not follow: how to answer is known once it is durable,
  /// because the answer carries its receipt.
  private func inTheWay(of filings: [Filing], _ contentKeys: [[UInt8]]) -> PendingAppend? {
    for (filing, contentKey) in zip(filings, contentKeys) {
      guard let pending = underway[Slot(unit: filing.unit, period: filing.period.ordinal)] else { continue }
      if pending.contentKey == EntryHash(bytes: contentKey) || pending.revision != filing.baseRevision { return pending.group }
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

  private func checkPeriod(_ filing: Filing, _ deadlines: Deadlines, at time: Instant) throws {
    let place = "unit \"\(filing.unit)\", period \(filing.period)"
    switch deadlines.state(of: filing.period, for: filing.unit, at: time) {
    case .open, .overdue: return
    case .notOpen:
      let opens = deadlines.opens(filing.period)
      throw ServiceFailure.refused(Problem(
        .periodNotOpen, at: place, vi: "\(filing.period.labelVi) mở lúc \(opens.vietnameseText). Chưa lưu gì; hãy gửi sau thời điểm đó.",
        en: "\(filing.period) opens at \(opens). Nothing was stored; send again then."))
    case .closed:
      let closed = deadlines.closes(filing.period, for: filing.unit)
      throw ServiceFailure.refused(Problem(
        .periodClosed, at: place, vi: "\(filing.period.labelVi) đã đóng lúc \(closed.vietnameseText). Liên hệ cơ quan thường trực để mở lại.",
        en: "\(filing.period) closed at \(closed). Ask the campaign office to reopen it."))
    }
  }

  private func receipts(_ answers: [Answer], new group: PendingAppend?) async throws -> [Receipt] {
    var entries: [StoredEntry] = []
    if let group { entries = try await store(group) }
    var receipts: [Receipt] = []
    do throws(JournalFailure) {
      for answer in answers {
        switch answer {
        case .stored(let receipt): receipts.append(receipt)
        case .new(let offset): receipts.append(try Receipt(entries[offset]))
        }
      }
    } catch { throw ServiceFailure.journal(error) }
    return receipts
  }
}
