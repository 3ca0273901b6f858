package import Campaign
package import Ranking

/// Everything a view shows, computed from one position of the journal at one instant.
package struct Snapshot: Sendable {
  /// Periods that one version of the rulebook scores, with the places under it.
  package struct Span: Sendable {
    package let version: RulebookVersion
    /// Its own places from its first period on; before it, those that earlier versions gave.
    package let standings: Standings

    package var rulebook: Rulebook { version.rulebook }
  }
  package let state: CampaignState
  /// At least one, ascending; those that begin behind the latest opened period are left out.
  let spans: [(from: Period?, span: Span)]
  package let time: Instant
  let known: KnownOutcomes

  /// The span of a period; of one that has not opened, the version that will score it with the latest places there are.
  package func span(of period: Period) -> Span {
    let known = (spans.last { $0.from.map { $0 <= period } ?? true } ?? spans[0]).span
    guard let version = state.version(for: period), version.number != known.version.number else { return known }
    return Span(version: version, standings: known.standings)
  }

  /// The span of the latest period that has opened: what holds now.
  package var current: Span { spans[spans.count - 1].span }
  package var rulebook: Rulebook { current.rulebook }
  package var standings: Standings { current.standings }

  /// The places of a period by one of the campaign's scoreboards.
  ///
  /// - Parameter scoreboard: Empty: the campaign's own. Another one is computed when it is asked for, under the version that
  ///   scores the period.
  /// - Throws: ``ServiceFailure``: `refused` for a scoreboard that the version does not have, `pointsOutOfRange`.
  package func standings(of period: Period, by scoreboard: String) throws -> Standings {
    let span = span(of: period)
    guard !scoreboard.isEmpty else { return span.standings }
    guard let book = span.rulebook.scoreboard(scoreboard) else {
      let all = span.rulebook.scoreboards.map(\.id).joined(separator: ", ")
      throw ServiceFailure.refused(Problem(
        .unknownReference, at: "scoreboard", vi: "không có bảng điểm \"\(scoreboard)\". Các bảng: \(all).",
        en: "there is no scoreboard \"\(scoreboard)\". Scoreboards: \(all)."))
    }
    do {
      return try Standings(
        rulebook: book, figures: span.standings.figures, circumstances: state.circumstances(at: time), scope: span.standings.scope)
    } catch let error as PointsOutOfRange {
      throw ServiceFailure.pointsOutOfRange("\(error.unit), \(error.period), \(error.criterion)")
    }
  }

  /// When the period opens, is due and closes.
  package func deadlines(of period: Period) -> Deadlines { state.deadlines(of: span(of: period).version) }

  /// The latest period that is closed; what "the ranking" means when nobody names a period.
  package var latestClosed: Period? { standings.scope.closedThrough }

  /// The latest period that can be filed now, if any.
  package var open: Period? {
    guard let latest = state.latestPeriod(at: time, where: { $0.opens($1) <= time }) else { return nil }
    return deadlines(of: latest).closesForEverybody(latest) <= time ? nil : latest
  }

  /// Somebody may still file the period.
  package func isProvisional(_ period: Period) -> Bool { deadlines(of: period).closesForEverybody(period) > time }

  /// The period that a text names, if it lies inside the campaign.
  package func period(_ text: String) -> Period? { state.period(text) }

  /// What a unit has to do, under the version that holds now.
  package func obligations(of unit: ReportingUnit.ID, asOf day: CivilDate) -> [Obligation] {
    Objectives(
      rulebook: rulebook, published: state.published, standings: nil, circumstances: standings.circumstances, asOf: day
    ).obligations(of: unit)
  }

  /// The objectives of a year under the version that holds at its end, or now.
  package func objectives(of year: Int) -> (version: RulebookVersion, objectives: Objectives) {
    let last = Period(kind: standings.scope.first.kind, year: year).map { min($0, standings.scope.last) } ?? standings.scope.last
    let span = span(of: last)
    return (
      span.version,
      Objectives(
        rulebook: span.rulebook, published: state.published, standings: span.standings,
        circumstances: span.standings.circumstances, asOf: time.vietnamDate)
    )
  }
}

extension Snapshot {
  /// The outcomes of a year's objectives, in the order of the rulebook.
  ///
  /// - Complexity: O(rules × units) where they were not worked out for the same position, date and year lately.
  package func outcomes(of year: Int) -> (version: RulebookVersion, objectives: [Objective]) {
    let (version, objectives) = objectives(of: year)
    return (version, known.outcomes(of: year, on: time.vietnamDate) { objectives.outcomes(in: year) })
  }
}

extension CampaignState {
  /// The period that a text names, if it lies inside the campaign.
  package func period(_ text: String) -> Period? {
    guard let kind = launched?.periods.kind, let period = Period(text, kind: kind) else { return nil }
    return version(for: period)?.rulebook.periods.contains(period) ?? false ? period : nil
  }

  /// The latest period of the campaign for which a condition that ages with time holds; `nil` if for none.
  func latestPeriod(at time: Instant, where holds: (Deadlines, Period) -> Bool) -> Period? {
    guard let launched, let last = versions.last?.rulebook.periods.last ?? Period(kind: launched.periods.kind, year: 2200),
      var period = Period(kind: launched.periods.kind, around: time.vietnamDate)
    else { return nil }
    period = min(period.next, last)
    // A campaign may have ended long ago or not begun: look no further back than its first period, or ten years.
    for _ in 0..<130 {
      if let first = launched.periods.first, period < first { return nil }
      if let version = version(for: period), version.rulebook.periods.contains(period), holds(deadlines(of: version), period) {
        return period
      }
      period = period.previous
    }
    return nil
  }

  /// The version that scores the latest opened period: what holds at an instant.
  package func version(at time: Instant) -> RulebookVersion? {
    guard let launched else { return nil }
    let opened = latestPeriod(at: time) { $0.opens($1) <= time } ?? launched.periods.first
    return opened.flatMap { version(for: $0) } ?? versions.first
  }
}
