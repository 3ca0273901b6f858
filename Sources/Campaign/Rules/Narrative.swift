/// `NARRATIVE`: a sentence that no machine can check ("tăng cường", "đẩy mạnh", "quán triệt").
///
/// It is stored and shown, may hold a finding by hand with its evidence, and never gives points by itself.
///
/// - Source: domain 2.1, last paragraph.
public struct NarrativeRule: RuleKind {
  public static let code = "NARRATIVE"
  public static let decidedBy = Evidence.assessment

  public init() {}
  public init(reading node: RuleReader) throws {}

  public func verdict(_ case: RuleCase) -> Verdict {
    guard let assessment = `case`.assessment, case .rule(_, _, let met) = assessment.finding else {
      return Verdict(
        .pending, .manualOnly,
        text: LocalizedText("chờ đánh giá thủ công, kèm minh chứng", en: "to be assessed by hand, with evidence"))
    }
    return Verdict(
      met ? .met : .notMet, .manualOnly,
      text: LocalizedText("đánh giá thủ công: \(assessment.evidence)", en: "assessed by hand: \(assessment.evidence)"))
  }

  public func demand(year: Int) -> LocalizedText {
    LocalizedText("đánh giá thủ công", en: "to be assessed by hand")
  }
}
