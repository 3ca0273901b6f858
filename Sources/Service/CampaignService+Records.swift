import Campaign
import Journal

/// What is recorded beside figures: deliveries, findings, applicability, moved deadlines.
extension CampaignService {
  /// Records, all in one transaction or none.
  ///
  /// A record that says what is in force already gets the receipt it has; so does a request that is sent again under its
  /// number, also when others have recorded something else since.
  ///
  /// - Parameter records: Of one kind, at least one.
  /// - Returns: One receipt a record, in their order.
  /// - Throws: ``ServiceFailure``: `invalid` with what is wrong in each; `refused` S-244 for a number that was used for
  ///   something else; `journal`.
  package func record(_ records: [CampaignRecord], from origin: RequestOrigin) async throws -> [EntryReceipt] {
    try await inTurn {
      if let receipts = try repeated(records, origin) { return receipts }
      let time = stamp()
      let checks = RecordChecks(durable, at: time)
      var problems: [Problem] = []
      var seen: Set<RecordLog.Slot> = []
      for (number, record) in records.enumerated() {
        let place = records.count == 1 ? "" : "records[\(number)], "
        do throws(Problem) {
          try checks.check(record, place)
          guard seen.insert(record.slot).inserted else {
            throw Problem(
              .duplicateCell, at: place + record.slot.place, vi: "xuất hiện hai lần trong một lần gửi.", en: "it stands twice in one request.")
          }
        } catch { problems.append(error) }
      }
      guard problems.isEmpty else { throw ServiceFailure.invalid(Problems(problems)) }
      var answers: [EntryReceipt?] = []
      for (number, record) in records.enumerated() {
        answers.append(try inForce(record, records.count == 1 ? "" : "records[\(number)], "))
      }
      let new = zip(records, answers).filter { $1 == nil }
        .map { RecordEntry($0.0, origin: origin).draft(at: time, salt: .random()) }
      let older = answers.enumerated().compactMap { index, known in known.map { RequestMark.Older(index: index, position: $0.position) } }
      let drafts = marked(new, of: origin, older: older, at: time)
      guard !drafts.isEmpty else { return answers.compactMap { $0 } }
      let movesDeadlines = new.contains { $0.kind == .periodDecision }
      var entries = try await store(movesDeadlines ? beginChange(drafts) : begin(drafts))[...]
      return answers.map { $0 ?? EntryReceipt(entries.removeFirst()) }
    }
  }

  /// The receipts of a request that was carried out before requests were marked.
  private func repeated(_ records: [CampaignRecord], _ origin: RequestOrigin) throws -> [EntryReceipt]? {
    guard origin.requestNumber > 0 else { return nil }
    let known = durable.records.recorded(by: origin)
    guard !known.isEmpty else { return nil }
    // What was in force already when it came first has no entry under its number.
    let receipts = records.map { record in
      known.first { $0.record == record }?.receipt ?? durable.records.recorded(in: record.slot).last { $0.record == record }?.receipt
    }
    guard receipts.allSatisfy({ $0 != nil }), known.allSatisfy({ records.contains($0.record) }) else {
      throw reused(origin)
    }
    return receipts.compactMap { $0 }
  }

  /// The receipt of a record that is in force already; `nil` for a new one.
  ///
  /// - Throws: S-243 for taking back what is not there.
  private func inForce(_ record: CampaignRecord, _ place: String) throws -> EntryReceipt? {
    let known = durable.records.recorded(in: record.slot)
    if let last = known.last, last.record == record { return last.receipt }
    var standing: [RecordLog.Recorded] = []
    for one in known {
      if !one.record.withdraws { standing.append(one) } else if !standing.isEmpty { standing.removeLast() }
    }
    if record.withdraws {
      guard standing.isEmpty else { return nil }
      throw ServiceFailure.refused(Problem(
        .nothingToWithdraw, at: place + record.slot.place, vi: "chưa có gì để rút lại, hoặc đã rút lại rồi.",
        en: "there is nothing to take back, or it was taken back already."))
    }
    // Several initiatives may be recognised in one period; the same decision is one of them.
    if case .initiative = record.slot { return standing.first { $0.record == record }?.receipt }
    return nil
  }
}

extension RecordLog.Slot {
  /// Where a record belongs, for a message.
  var place: String {
    func unit(_ unit: ReportingUnit.ID?) -> String { unit.map { ", unit \"\($0)\"" } ?? "" }
    switch self {
    case .applicability(let id, let criterion): return "criterion \"\(criterion)\"\(unit(id))"
    case .deadline(_, let id): return "period" + unit(id)
    case .delivery(let rule, let id, let item, let date):
      return "rule \"\(rule)\"\(unit(id))\(item.map { ", item \"\($0)\"" } ?? ""), \(date)"
    case .finding(let rule, let year, let id): return "rule \"\(rule)\", \(year)\(unit(id))"
    case .initiative(_, let id), .falseData(_, let id): return "period" + unit(id)
    }
  }
}
