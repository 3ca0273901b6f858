import Campaign
import Wire

extension VersionRow {
  static let csvHeader = [
    "version", "digest", "effective_from", "scores_from", "scores_through", "replaced", "in_force", "position", "recorded_at", "units",
    "criteria", "rules",
  ]

  var csv: [String] {
    [
      String(number), hexText(digest), effectiveFrom, scoresFrom, scoresThrough, String(replaced), String(inForce), String(receipt.position),
      machineInstant(receipt.recordedAtMs), String(units), String(criteria), String(rules),
    ]
  }

  var json: JSON {
    .object([
      ("version", .whole(number)), ("digest", .string(hexText(digest))), ("effective_from", .text(effectiveFrom.isEmpty ? nil : effectiveFrom)),
      ("scores_from", .text(scoresFrom.isEmpty ? nil : scoresFrom)), ("scores_through", .text(scoresThrough.isEmpty ? nil : scoresThrough)),
      ("replaced", .bool(replaced)), ("in_force", .bool(inForce)), ("position", .whole(receipt.position)),
      ("recorded_at", .string(machineInstant(receipt.recordedAtMs))), ("entry_hash", .string(hexText(receipt.entryHash))),
      ("units", .whole(units)), ("criteria", .whole(criteria)), ("rules", .whole(rules)),
    ])
  }

  /// The periods that it scores, in words.
  func scores(_ words: Words) -> String {
    if replaced { return words("không còn kỳ nào", "no period any more") }
    switch (scoresFrom.isEmpty, scoresThrough.isEmpty) {
    case (true, true): return words("mọi kỳ", "all periods")
    case (true, false): return words("đến ", "to ") + scoresThrough
    case (false, true): return words("từ ", "from ") + scoresFrom
    case (false, false): return "\(scoresFrom) – \(scoresThrough)"
    }
  }
}

extension Report {
  /// The version that a launch or an amendment has made.
  init(_ response: VersionResponse, _ words: Words) {
    let version = response.version
    self.init(
      csv: [["campaign"] + VersionRow.csvHeader, [response.campaign] + version.csv],
      json: .object([("campaign", .string(response.campaign)), ("version", version.json)]))
    let launch = version.effectiveFrom.isEmpty
    add(
      launch
        ? words("Đã phát động phong trào \(response.campaign).", "Launched the campaign \(response.campaign).")
        : words(
          "Đã sửa đổi bộ quy tắc của \(response.campaign) từ \(words.period(version.effectiveFrom)).",
          "Amended the rulebook of \(response.campaign) from \(words.period(version.effectiveFrom)) on."), .strong)
    add(
      words("phiên bản", "version") + " \(version.number) · \(version.scores(words)) · "
        + words("vị trí", "position") + " \(words.whole(version.receipt.position)) · \(words.instant(version.receipt.recordedAtMs)) · "
        + words("bộ quy tắc", "rulebook") + " \(shortHex(version.digest)) · "
        + words(
          "\(version.units) đơn vị, \(version.criteria) tiêu chí, \(version.rules) quy tắc",
          "\(version.units) units, \(version.criteria) criteria, \(version.rules) rules"), .faint)
  }

  init(_ response: CampaignResponse, _ words: Words) {
    self.init(
      csv: [VersionRow.csvHeader] + response.versions.map(\.csv),
      json: .object([
        ("provenance", response.provenance.json), ("period_kind", .string(response.periodKind)),
        ("open_period", .text(response.openPeriod.isEmpty ? nil : response.openPeriod)),
        ("latest_closed_period", .text(response.latestClosedPeriod.isEmpty ? nil : response.latestClosedPeriod)),
        ("versions", .list(response.versions.map(\.json))),
      ]))
    parts = response.provenance.head(words, period: "", provisional: false)
    var facts: [String] = []
    if !response.openPeriod.isEmpty { facts.append(words("đang mở", "open") + " \(words.period(response.openPeriod))") }
    if !response.latestClosedPeriod.isEmpty {
      facts.append(words("đóng gần nhất", "latest closed") + " \(words.period(response.latestClosedPeriod))")
    }
    if !facts.isEmpty { add(facts.joined(separator: " · "), .faint) }
    parts.append(.gap)
    var table = Table([
      Column(words("Phiên bản", "Version"), .right), Column(words("Chấm các kỳ", "Scores")), Column(words("Áp dụng từ", "Effective from")),
      Column(words("Vị trí", "Position"), .right), Column(words("Ghi lúc (UTC+7)", "Recorded (UTC+7)")), Column(words("Đơn vị", "Units"), .right),
      Column(words("Tiêu chí", "Criteria"), .right), Column(words("Quy tắc", "Rules"), .right), Column(words("Mã băm", "Digest")),
    ])
    for version in response.versions {
      table.rows.append([
        Cell("\(version.number)\(version.inForce ? " *" : "")", version.inForce ? .strong : .plain), Cell(version.scores(words), version.replaced ? .faint : .plain),
        version.effectiveFrom.isEmpty ? Cell(words("phát động", "launch")) : Cell(words.period(version.effectiveFrom)),
        Cell(words.whole(version.receipt.position)), Cell(words.instant(version.receipt.recordedAtMs)), Cell(words.whole(version.units)),
        Cell(words.whole(version.criteria)), Cell(words.whole(version.rules)), Cell(shortHex(version.digest)),
      ])
    }
    parts.append(.table(table))
    add(words("* đang áp dụng", "* in force"), .faint)
  }
}
