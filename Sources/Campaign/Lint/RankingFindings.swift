/// Settings of the ranking whose sum surprises.
extension Rulebook {
  static func rankingFindings(_ book: Rulebook) -> [Finding] {
    let settings = book.ranking
    guard settings.missingMonth == .skipped, settings.zeroDenominator == .notApplicable,
      settings.applicableFloor.coefficient == 0, book.criteria.contains(where: { $0.scoring != nil })
    else { return [] }
    return [Finding(
      .neverFiledIsRanked, at: "ranking",
      "missing-month: skipped, zero-denominator: not-applicable và applicable-floor: 0: đơn vị chưa nộp kỳ nào vẫn được xếp hạng với 0 điểm.",
      en: "missing-month: skipped, zero-denominator: not-applicable and applicable-floor: 0: a unit that never filed is ranked with 0.")]
  }
}
