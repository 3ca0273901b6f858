import Campaign
import Wire

extension Provenance {
  var json: JSON {
    .object([
      ("campaign", .string(campaign)), ("deployment", .string(deployment)), ("demonstration", .bool(demonstration)),
      ("journal_position", .whole(journalPosition)), ("journal_head", .string(hexText(journalHead))),
      ("rulebook_digest", .string(hexText(rulebookDigest))), ("time", .string(machineInstant(timeMs))),
    ])
  }

  /// Name, period and what the answer was computed from.
  func head(_ words: Words, period: String, provisional: Bool) -> [Report.Part] {
    var parts: [Report.Part] = []
    if demonstration {
      parts.append(.line(Cell(words("DỮ LIỆU TRÌNH DIỄN — số liệu sinh ngẫu nhiên", "DEMONSTRATION DATA — figures are generated at random"), .bad)))
    }
    let name = words(nameVi, nameEn)
    parts.append(.line(Cell(name.isEmpty ? campaign : name, .strong)))
    var facts = period.isEmpty ? [] : [words.period(period)]
    if !period.isEmpty { facts.append(provisional ? words("tạm tính", "provisional") : words("đã chốt", "closed")) }
    facts.append(words("nhật ký", "journal") + " \(words.whole(journalPosition))")
    facts.append(
      rulebookDigest.isEmpty
        ? words("chưa phát động phong trào nào", "no campaign has been launched")
        : words("bộ quy tắc", "rulebook") + " \(shortHex(rulebookDigest))")
    parts.append(.line(Cell(facts.joined(separator: " · "), .faint)))
    return parts
  }
}

extension Wire.Outcome.Code {
  /// The stable word, as in a rulebook's answers.
  var text: String {
    switch self {
    case .met: "MET"
    case .notMet: "NOT_MET"
    case .pending: "PENDING"
    case .missing: "MISSING"
    case .notApplicable: "NOT_APPLICABLE"
    case .undetermined: "UNDETERMINED"
    case .unspecified, .UNRECOGNIZED: "UNSPECIFIED"
    }
  }
}
