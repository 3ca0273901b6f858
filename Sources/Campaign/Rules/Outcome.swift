/// What a rule says of its subject. The last four are never collapsed into "fail" or 0.
///
/// - Source: domain 2.2.
public enum Outcome: String, Sendable, CaseIterable {
  case met = "MET"
  case notMet = "NOT_MET"
  case pending = "PENDING"
  case missing = "MISSING"
  case notApplicable = "NOT_APPLICABLE"
  case undetermined = "UNDETERMINED"

  public var name: LocalizedText {
    switch self {
    case .met: LocalizedText("Đạt", en: "Met")
    case .notMet: LocalizedText("Không đạt", en: "Not met")
    case .pending: LocalizedText("Chờ số liệu", en: "Pending")
    case .missing: LocalizedText("Thiếu báo cáo", en: "Missing")
    case .notApplicable: LocalizedText("Không áp dụng", en: "Not applicable")
    case .undetermined: LocalizedText("Chưa xác định được", en: "Undetermined")
    }
  }

  /// As it is said of a demand on a year.
  ///
  /// - Parameter isEarly: The year is not over: what is met or not met so far is decided by what is still to come.
  /// - Source: ours: decision 38.
  public func name(isEarly: Bool) -> LocalizedText {
    switch (self, isEarly) {
    case (.met, true): LocalizedText("Đang đạt", en: "Met so far")
    case (.notMet, true): LocalizedText("Chưa đạt", en: "Not yet met")
    default: name
    }
  }
}

/// Why an outcome is not a plain yes or no, or why a unit has no place.
public enum ReasonCode: String, Sendable, CaseIterable {
  case noBaseline = "NO_BASELINE"
  case baselineProvisional = "BASELINE_PROVISIONAL"
  case rankCensored = "RANK_CENSORED"
  case populationChanged = "POPULATION_CHANGED"
  case unitReorganised = "UNIT_REORGANISED"
  case definitionChanged = "DEFINITION_CHANGED"
  case zeroDenominator = "ZERO_DENOMINATOR"
  case conflictingTargets = "CONFLICTING_TARGETS"
  case notDue = "NOT_DUE"
  case notPublished = "NOT_PUBLISHED"
  case notSubmitted = "NOT_SUBMITTED"
  case returned = "RETURNED"
  case noTarget = "NO_DATE_IN_TEXT"
  case manualOnly = "MANUAL_ONLY"
  case outOfRange = "OUT_OF_RANGE"
  case tooFewApplicable = "TOO_FEW_APPLICABLE"
  case notRanked = "NOT_RANKED"
  case rankWithheld = "RANK_WITHHELD"

  public var text: LocalizedText {
    switch self {
    case .noBaseline: LocalizedText("không có số liệu gốc để so sánh", en: "there is no baseline to compare with")
    case .baselineProvisional: LocalizedText("số liệu gốc chưa chốt", en: "the baseline is not final yet")
    case .rankCensored:
      LocalizedText("thứ hạng chỉ được công bố đến một bậc nhất định", en: "places are published down to a certain place only")
    case .populationChanged:
      LocalizedText("số đơn vị được xếp hạng đã thay đổi", en: "the number of those ranked has changed")
    case .unitReorganised: LocalizedText("đơn vị đã được sắp xếp lại", en: "the unit was reorganised")
    case .definitionChanged:
      LocalizedText("cách tính đã thay đổi giữa hai năm", en: "the definition changed between the two years")
    case .conflictingTargets:
      LocalizedText(
        "văn bản nêu hai chỉ tiêu khác nhau, chưa có quyết định chọn", en: "the text names two targets and nobody has decided yet")
    case .zeroDenominator: LocalizedText("mẫu số bằng 0 (không phát sinh)", en: "the denominator is zero (no cases)")
    case .notDue: LocalizedText("chưa đến hạn", en: "not due yet")
    case .notPublished: LocalizedText("cơ quan công bố chưa hoặc không công bố", en: "not published by its publisher")
    case .notSubmitted: LocalizedText("chưa nộp báo cáo", en: "nothing was submitted")
    case .returned: LocalizedText("bị trả lại để bổ sung", en: "returned to be completed")
    case .noTarget: LocalizedText("văn bản không nêu chỉ tiêu cho năm này", en: "the text names no target for this year")
    case .manualOnly: LocalizedText("đánh giá thủ công, kèm minh chứng", en: "assessed by hand, with evidence")
    case .outOfRange: LocalizedText("số quá lớn để so sánh chính xác", en: "numbers too large to be compared exactly")
    case .tooFewApplicable:
      LocalizedText("số điểm áp dụng dưới mức tối thiểu để xếp hạng", en: "too few points are applicable to be ranked")
    case .notRanked: LocalizedText("không thuộc diện xếp hạng", en: "not among those that are ranked")
    case .rankWithheld: LocalizedText("không xếp hạng do số liệu sai sự thật", en: "no place because of proven false data")
    }
  }
}
