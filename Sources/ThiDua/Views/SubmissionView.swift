import Campaign
import Wire

extension Report {
  /// What the server stored.
  init(_ response: SubmitResponse, _ words: Words) {
    self.init(
      csv: [["unit", "period", "form", "revision", "replaces", "position", "recorded_at", "late", "content_key", "entry_hash"]],
      json: .null)
    var table = Table([
      Column(words("Đơn vị", "Unit")), Column(words("Kỳ", "Period")), Column(words("Lần", "Revision"), .right),
      Column(words("Vị trí", "Position"), .right), Column(words("Thời điểm (UTC+7)", "Time (UTC+7)")), Column(words("Hạn", "Due")),
      Column(words("Mã băm", "Hash")),
    ])
    var receipts: [JSON] = []
    for receipt in response.receipts {
      let late = receipt.late ? Cell(words("trễ", "late"), .bad) : Cell(words("đúng hạn", "on time"), .good)
      table.rows.append([
        Cell(receipt.unit), Cell(words.period(receipt.period)), Cell(words.whole(receipt.revision)), Cell(words.whole(receipt.position)),
        Cell(words.instant(receipt.recordedAtMs)), late, Cell(shortHex(receipt.entryHash)),
      ])
      csv.append([
        receipt.unit, receipt.period, receipt.form, String(receipt.revision), receipt.replaces == 0 ? "" : String(receipt.replaces),
        String(receipt.position), machineInstant(receipt.recordedAtMs), receipt.late ? "true" : "false", hexText(receipt.contentKey),
        hexText(receipt.entryHash),
      ])
      receipts.append(
        .object([
          ("unit", .string(receipt.unit)), ("period", .string(receipt.period)), ("form", .string(receipt.form)),
          ("revision", .whole(receipt.revision)), ("replaces", receipt.replaces == 0 ? .null : .whole(receipt.replaces)),
          ("position", .whole(receipt.position)), ("recorded_at", .string(machineInstant(receipt.recordedAtMs))),
          ("late", .bool(receipt.late)), ("content_key", .string(hexText(receipt.contentKey))),
          ("entry_hash", .string(hexText(receipt.entryHash))), ("rulebook_digest", .string(hexText(receipt.rulebookDigest))),
        ]))
    }
    add(words("Đã nhận \(response.receipts.count) báo cáo.", "Received: \(response.receipts.count)."), .strong)
    parts.append(.table(table))
    json = .object([("receipts", .list(receipts))])
  }

  /// What would be sent.
  init(dryRun filings: [Campaign.Filing], rulebook: Rulebook, _ words: Words) {
    self.init(csv: [["unit", "period", "form", "base_revision", "figures", "content_key"]], json: .null)
    var table = Table([
      Column(words("Đơn vị", "Unit"), widest: 44), Column(words("Kỳ", "Period")), Column(words("Thay lần", "Replaces"), .right),
      Column(words("Số liệu", "Figures"), .right), Column(words("Mã nội dung", "Content key")),
    ])
    var rows: [JSON] = []
    for filing in filings {
      let key = filing.contentKey(campaign: rulebook.id)
      table.rows.append([
        Cell(rulebook.unit(filing.unit)?.name ?? filing.unit.text), Cell(words.period(filing.period)),
        filing.baseRevision == 0 ? .nothing : Cell(words.whole(filing.baseRevision)), Cell(words.whole(filing.figures.count)),
        Cell(shortHex(key)),
      ])
      csv.append([
        filing.unit.text, filing.period.description, filing.form, String(filing.baseRevision), String(filing.figures.count), hexText(key),
      ])
      rows.append(
        .object([
          ("unit", .string(filing.unit.text)), ("period", .string(filing.period.description)), ("form", .string(filing.form)),
          ("base_revision", .whole(filing.baseRevision)), ("content_key", .string(hexText(key))),
          ("figures", .object(filing.figures.map { ($0.counter, .whole($0.value)) })),
        ]))
    }
    add(words("Chạy thử: số liệu hợp lệ, chưa gửi gì.", "Dry run: the figures are valid, nothing was sent."), .strong)
    parts.append(.table(table))
    json = .object([("dry_run", .bool(true)), ("campaign", .string(rulebook.id)), ("filings", .list(rows))])
  }
}
