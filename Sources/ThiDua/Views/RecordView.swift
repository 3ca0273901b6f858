import Campaign
import Wire

extension Report {
  /// Receipts of what was recorded, each with what it is of.
  ///
  /// - Parameter subjects: One a receipt, in their order.
  init(_ response: RecordResponse, of subjects: [String], said: String, _ words: Words) {
    self.init(csv: [["subject", "position", "recorded_at", "entry_hash"]], json: .null)
    add(said, .strong)
    var table = Table([
      Column(words("Nội dung", "Subject"), widest: 60), Column(words("Vị trí", "Position"), .right),
      Column(words("Thời điểm (UTC+7)", "Time (UTC+7)")), Column(words("Mã băm", "Hash")),
    ])
    var receipts: [JSON] = []
    for (subject, receipt) in zip(subjects, response.receipts) {
      table.rows.append([
        Cell(subject), Cell(words.whole(receipt.position)), Cell(words.instant(receipt.recordedAtMs)), Cell(shortHex(receipt.entryHash)),
      ])
      csv.append([subject, String(receipt.position), machineInstant(receipt.recordedAtMs), hexText(receipt.entryHash)])
      receipts.append(
        .object([
          ("subject", .string(subject)), ("position", .whole(receipt.position)),
          ("recorded_at", .string(machineInstant(receipt.recordedAtMs))), ("entry_hash", .string(hexText(receipt.entryHash))),
        ]))
    }
    parts.append(.table(table))
    json = .object([("receipts", .list(receipts))])
  }
}
