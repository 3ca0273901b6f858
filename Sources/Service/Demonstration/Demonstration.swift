package import Campaign
package import Journal

/// Fills an empty journal with a clearly labelled demonstration of the Kon Tum campaign.
///
/// Months 2022-01 to 2023-11 are complete but for a few late and missing ones; December 2023 is filed by about half of the
/// units at the instant at which the demonstration's clock starts. Every filing goes through the service, so that the
/// demonstration obeys the rules of any other data. The same seed gives the same journal, byte by byte.
package struct Demonstration: Sendable {
  package static let campaign = "kon-tum-2023"
  package static let deployment = "demo"
  /// 2023-12-15 08:00 in Việt Nam: December is open, nobody is late.
  package static let start = Instant(vietnam: "2023-12-15T08:00")!

  package let seed: UInt64

  package init(seed: UInt64 = 20230202) { self.seed = seed }

  private struct Event {
    let time: Instant
    let draft: FilingDraft
    let unit: Int
  }

  /// - Parameter journal: Empty.
  /// - Parameter progress: Called with filings done and all filings, now and then.
  /// - Throws: ``ServiceFailure``.
  package func fill(_ journal: Journal, progress: @Sendable (Int, Int) -> Void) async throws {
    let yaml = BundledCampaigns.yaml(Self.campaign) ?? []
    let rulebook = try Rulebook(yaml: yaml)
    let clock = ManualClock(Instant(vietnam: "2022-01-14T08:00")!)
    let service = try await CampaignService.open(journal, clock: clock)
    let serverID = Array(sha256(Array("demonstration \(seed)".utf8)).prefix(16))
    try await service.launch(
      GenesisEntry(deployment: Self.deployment, serverID: serverID, demonstrationStart: Self.start), rulebook: yaml)
    let events = events(rulebook)
    for (done, event) in events.enumerated() {
      clock.set(event.time)
      _ = try await service.submit([event.draft], keys: [], from: .system)
      if done % 100 == 0 { progress(done, events.count) }
    }
    progress(events.count, events.count)
  }

  /// A month that has not been filed, ready to be sent: something for a newcomer's first command.
  package func example() throws -> (unit: String, csv: String) {
    let rulebook = try BundledCampaigns.rulebook(Self.campaign)
    let period = Period(kind: .legalMonth, year: 2023, month: 12)!
    let filed = Set(events(rulebook).filter { $0.draft.period == period.description }.map(\.unit))
    let unit = rulebook.units.indices.first { rulebook.units[$0].level == .commune && !filed.contains($0) } ?? 30
    let figures = figures(rulebook, unit, through: period).last!
    var csv = "unit,period,counter,value\n"
    for counter in rulebook.form(for: rulebook.units[unit]) {
      csv += "\(rulebook.units[unit].id),\(period),\(counter.code),\(figures[counter.code] ?? 0)\n"
    }
    return (rulebook.units[unit].id.text, csv)
  }

  private func figures(_ rulebook: Rulebook, _ unit: Int, through last: Period) -> [[String: Int]] {
    let generator = DemonstrationFigures(rulebook: rulebook, seed: seed)
    var months: [[String: Int]] = []
    var carried: Int?
    var period = Period(kind: .legalMonth, year: 2022, month: 1)!
    while period <= last {
      let month = generator.month(unit, period, carried: carried)
      carried = month["c_open_ok"]! + month["c_open_over"]!
      months.append(month)
      period = period.next
    }
    return months
  }

  private func events(_ rulebook: Rulebook) -> [Event] {
    let first = Period(kind: .legalMonth, year: 2022, month: 1)!
    let december = Period(kind: .legalMonth, year: 2023, month: 12)!
    var events: [Event] = []
    for unit in rulebook.units.indices {
      let form = rulebook.form(for: rulebook.units[unit])
      for (offset, month) in figures(rulebook, unit, through: december).enumerated() {
        let period = Period(kind: .legalMonth, ordinal: first.ordinal + offset)
        guard let time = time(of: unit, period, december, rulebook.calendar) else { continue }
        let cells = form.map { FilingDraft.Cell(counter: $0.code, value: Int64(month[$0.code] ?? 0)) }
        events.append(Event(
          time: time,
          draft: FilingDraft(unit: rulebook.units[unit].id.text, period: period.description, baseRevision: 0, cells: cells),
          unit: unit))
      }
    }
    return events.sorted { ($0.time, $0.unit) < ($1.time, $1.unit) }
  }

  /// When a unit files a month: mostly shortly before due, a few late, a few not at all.
  private func time(of unit: Int, _ period: Period, _ december: Period, _ calendar: ReportingCalendar) -> Instant? {
    var random = DemonstrationFigures.Stream(seed, 4, UInt64(unit), UInt64(period.ordinal))
    let opens = calendar.opens(period).milliseconds
    if period == december {
      guard random.number(0...99) < 50 else { return nil }
      return Instant(milliseconds: opens + Int64(random.number(0...28_740)) * 1000)
    }
    let luck = random.number(0...999)
    if luck < 4 { return nil }
    let due = calendar.due(period).milliseconds
    if luck < 30 {
      let closes = calendar.closes(period).milliseconds
      return Instant(milliseconds: due + Int64(random.number(0...Int((closes - due) / 1000) - 1)) * 1000)
    }
    let early = random.number(0...Int((due - opens) / 1000) - 1)
    let nearDue = random.number(early...Int((due - opens) / 1000) - 1)
    return Instant(milliseconds: opens + Int64(nearDue) * 1000)
  }
}
