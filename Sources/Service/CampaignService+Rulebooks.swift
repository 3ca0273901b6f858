import Campaign
import Journal

/// Launch and amendments of the rulebook.
extension CampaignService {
  /// Launches a campaign in an empty journal.
  package func launch(_ genesis: GenesisEntry, rulebook yaml: [UInt8]) async throws {
    _ = try Rulebook(yaml: yaml)
    let time = stamp()
    try await store(begin([genesis.draft(at: time), RulebookEntry(yaml: yaml).draft(at: time)]))
  }

  /// Begins an empty journal that waits for its launch.
  package func initialise(_ genesis: GenesisEntry) async throws { try await store(begin([genesis.draft(at: stamp())])) }

  /// Launches the campaign (phát động). The same file again gets the version it made.
  ///
  /// - Throws: ``ServiceFailure``: `invalid` for what is no rulebook; `refused` R-330 where another one was launched.
  package func launch(_ yaml: [UInt8], from origin: RequestOrigin = .system) async throws -> RulebookVersion {
    _ = try await Self.parsed(yaml)
    return try await inTurn {
      if let first = durable.versions.first {
        guard first.digest == sha256(yaml) else {
          throw ServiceFailure.refused(Problem(
            .alreadyLaunched, at: "rulebook",
            vi: "phong trào \"\(first.rulebook.id)\" đã được phát động. Muốn đổi quy tắc, dùng sửa đổi (campaign amend).",
            en: "the campaign \"\(first.rulebook.id)\" has been launched. To change its rules, amend it (campaign amend)."))
        }
        try await remember(origin, answeredBy: first.receipt.position)
        return first
      }
      let time = stamp()
      let draft = RulebookEntry(yaml: yaml, origin: origin).draft(at: time)
      try await store(beginChange(marked([draft], of: origin, older: [], at: time)))
      return durable.versions[0]
    }
  }

  /// Amends the rulebook from a period on (sửa đổi); the periods before keep their version.
  ///
  /// The same file from the same period gets the version it made, as long as no other amendment came after.
  ///
  /// - Parameter first: The first period of the amendment, such as `2024-01`.
  /// - Throws: ``ServiceFailure``: `invalid` for what is no rulebook; `refused`, in this order, R-331 another campaign, R-332
  ///   another kind of periods, S-207 no period of it, R-333 one that is closed, R-334 a unit that has filed is missing,
  ///   R-335 a stored filing does not fit.
  package func amend(_ yaml: [UInt8], from first: String, origin: RequestOrigin) async throws -> RulebookVersion {
    let rulebook = try await Self.parsed(yaml)
    return try await inTurn {
      guard let launched = durable.launched else { throw ServiceFailure.noCampaign }
      try check(rulebook, amends: launched)
      guard let first = Period(first, kind: launched.periods.kind), rulebook.periods.contains(first) else {
        throw ServiceFailure.refused(Problem(
          .unknownPeriod, at: "from", vi: "không có kỳ \"\(first)\" trong bộ quy tắc mới. Viết như \(launched.periods.kind.example).",
          en: "there is no period \"\(first)\" in the new rulebook. Write it like \(launched.periods.kind.example)."))
      }
      let digest = sha256(yaml)
      if let known = known(digest, first, origin) {
        try await remember(origin, answeredBy: known.receipt.position)
        return known
      }
      // What is filed under the old version must be seen, and what comes later is decided under the new one.
      try await untilNothingIsFiled()
      let time = stamp()
      try checkIsOpen(first, at: time)
      try checkFilings(rulebook, from: first)
      let draft = RulebookEntry(yaml: yaml, effectiveFrom: first, origin: origin).draft(at: time)
      try await store(beginChange(marked([draft], of: origin, older: [], at: time)))
      return durable.versions[durable.versions.count - 1]
    }
  }

  /// The stored file of a version.
  package nonisolated func file(of version: RulebookVersion) async throws -> [UInt8] {
    do {
      return try RulebookEntry(try await journal.entry(at: version.receipt.position)).yaml
    } catch { throw ServiceFailure.journal(error) }
  }

  // MARK: checks

  /// Reads a rulebook away from the actor: a large one takes tens of milliseconds.
  private nonisolated static func parsed(_ yaml: [UInt8]) async throws -> Rulebook {
    do {
      return try Rulebook(yaml: yaml)
    } catch let problem as Problem {
      throw ServiceFailure.invalid(Problems([problem]))
    } catch let problems as Problems {
      throw ServiceFailure.invalid(problems)
    }
  }

  private func known(_ digest: [UInt8], _ first: Period, _ origin: RequestOrigin) -> RulebookVersion? {
    if let latest = durable.versions.last, latest.digest == digest, latest.effectiveFrom == first { return latest }
    guard let key = origin.key else { return nil }
    return durable.versions.last { $0.origin.key == key && $0.digest == digest && $0.effectiveFrom == first }
  }

  private func check(_ rulebook: Rulebook, amends launched: Rulebook) throws {
    guard rulebook.id == launched.id else {
      throw ServiceFailure.refused(Problem(
        .amendsOtherCampaign, at: "campaign",
        vi: "tệp là của phong trào \"\(rulebook.id)\", máy chủ chạy phong trào \"\(launched.id)\". Giữ nguyên mã khi sửa đổi.",
        en: "the file is of campaign \"\(rulebook.id)\", this server runs \"\(launched.id)\". An amendment keeps the id."))
    }
    guard rulebook.periods.kind == launched.periods.kind else {
      throw ServiceFailure.refused(Problem(
        .amendsPeriodKind, at: "periods.kind",
        vi: "kỳ báo cáo là \(launched.periods.kind.rawValue); hai loại kỳ không đi chung trong một chuỗi số liệu.",
        en: "periods are \(launched.periods.kind.rawValue); two kinds never mix in one series."))
    }
  }

  /// A closed period has been scored; one that was reopened for a unit stays as it is.
  private func checkIsOpen(_ first: Period, at time: Instant) throws {
    guard let closed = durable.latestPeriod(at: time, where: { $0.calendar.closes($1) <= time }), first <= closed else { return }
    throw ServiceFailure.refused(Problem(
      .amendsClosedPeriod, at: "from",
      vi: "\(closed.labelVi) và các kỳ trước đã đóng, giữ bộ quy tắc đã chấm. Sửa đổi từ kỳ \(closed.next) trở đi.",
      en: "\(closed) and the periods before are closed and keep the rulebook that scored them. Amend from \(closed.next) on."))
  }

  private func checkFilings(_ rulebook: Rulebook, from first: Period) throws {
    for unit in durable.unitsThatFiled.sorted() {
      guard rulebook.unit(unit) != nil else {
        throw ServiceFailure.refused(Problem(
          .amendmentDropsUnit, at: "units",
          vi: "thiếu đơn vị \"\(unit)\" đã có báo cáo. Giữ đơn vị trong danh sách; không xếp hạng thì đưa vào khối \"ranked: false\".",
          en: "the unit \"\(unit)\" has filed and is missing. Keep it; to give it no place, put it into a block with \"ranked: false\"."))
      }
      for filed in durable.filings(of: unit) where filed.receipt.period >= first {
        try checkFits(filed.filing, rulebook)
      }
    }
  }

  private func checkFits(_ filing: Filing, _ rulebook: Rulebook) throws {
    let draft = FilingDraft(
      unit: filing.unit.text, period: filing.period.description, form: filing.form, baseRevision: filing.baseRevision,
      cells: filing.figures.map { .init(counter: $0.counter, value: $0.value) })
    do throws(Problems) {
      _ = try rulebook.validated(draft)
    } catch {
      throw ServiceFailure.refused(Problem(
        .amendmentBreaksFiling, at: error.first.place,
        vi: "báo cáo \(filing.period) đã nhận của \"\(filing.unit)\" không khớp biểu mẫu mới: \(error.first.vi) Sửa đổi từ kỳ sau.",
        en: "the stored filing of \"\(filing.unit)\" for \(filing.period) does not fit the new form: \(error.first.en) Amend from a later period on."))
    }
  }
}
