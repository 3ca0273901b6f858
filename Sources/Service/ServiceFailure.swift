package import Campaign
package import Journal

/// Why a command or query was not carried out.
package enum ServiceFailure: Error, Sendable {
  /// The figures or the request are wrong; nothing was stored.
  case invalid(Problems)
  /// The month is not open, or closed; nothing was stored.
  case refused(Problem)
  /// Other content is stored under this revision; nothing was stored now.
  case conflict(Problem, existing: Receipt)
  /// The journal cannot take it; the effect is unknown when the journal stopped under the request.
  case journal(JournalFailure)
  case journalUnreadable(position: UInt64, cause: String)
  case unknownEntryKind(UInt16)
  /// No campaign has been launched in this journal.
  case noCampaign
  case pointsOutOfRange(String)
  /// An audit found that standings are not what the journal says. Filings are still taken.
  case withheld(AuditFinding)
}

extension ServiceFailure {
  /// The stable number and name of `Protocol/Errors.md`.
  package var code: (number: String, name: String) {
    switch self {
    case .invalid(let problems): (problems.first.code.number, problems.first.code.name)
    case .refused(let problem), .conflict(let problem, _): (problem.code.number, problem.code.name)
    case .journal(let failure): (failure.number, failure.name)
    case .journalUnreadable: ("J-460", "JOURNAL_UNREADABLE")
    case .unknownEntryKind: ("J-461", "UNKNOWN_ENTRY_KIND")
    case .noCampaign: (ProblemCode.noCampaign.number, ProblemCode.noCampaign.name)
    case .withheld: ("J-462", "STANDINGS_WITHHELD")
    case .pointsOutOfRange: (ProblemCode.pointsOutOfRange.number, ProblemCode.pointsOutOfRange.name)
    }
  }

  /// A journal that stopped under a request may have stored it: only a resend can tell.
  package var effectUnknown: Bool { if case .journal(.stopped) = self { true } else { false } }
}

extension ServiceFailure {
  package var text: LocalizedText {
    switch self {
    case .invalid(let problems): LocalizedText(problems.first.text(english: false), en: problems.first.text(english: true))
    case .refused(let problem), .conflict(let problem, _):
      LocalizedText(problem.text(english: false), en: problem.text(english: true))
    case .journal(let failure): LocalizedText(failure.vietnamese, en: failure.english)
    case .journalUnreadable(let position, let cause):
      LocalizedText(
        "không đọc được mục \(position) của nhật ký (\(cause)). Dùng phiên bản mới hơn của chương trình.",
        en: "entry \(position) of the journal cannot be read (\(cause)). Use a newer version of the program.")
    case .unknownEntryKind(let kind):
      LocalizedText("loại mục \(kind) chưa được hỗ trợ", en: "entries of kind \(kind) are not supported")
    case .noCampaign:
      LocalizedText(
        "thư mục dữ liệu chưa có phong trào nào. Chạy \"thidua-server init\".",
        en: "no campaign has been launched in this data folder. Run \"thidua-server init\".")
    case .withheld(let finding):
      LocalizedText(
        "bảng xếp hạng tạm ngừng công bố: khi tính lại từ nhật ký, \(finding.text.vi). Báo cáo vẫn được nhận. Khởi động lại máy chủ, rồi \"thidua-server verify\".",
        en: "standings are withheld: recomputed from the journal, \(finding.text.en). Filings are still taken. Restart the server, then \"thidua-server verify\".")
    case .pointsOutOfRange(let what):
      LocalizedText("điểm vượt khoảng tính chính xác: \(what)", en: "points leave the exact range: \(what)")
    }
  }
}
