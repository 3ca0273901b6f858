/// Counters that are asked for in vain, or are not asked of those who are measured by them.
extension Rulebook {
  static func counterFindings(_ book: Rulebook) -> [Finding] {
    var used: Set<Int> = []
    var found: [Finding] = []
    for identity in book.identities {
      switch identity {
      case .sum(let total, let parts): used.formUnion([total] + parts)
      case .part(let part, let whole): used.formUnion([part] + whole)
      }
    }
    for (path, criterion) in book.placedCriteria {
      let terms = criterion.metric.terms
      used.formUnion(terms.map(\.counter))
      let units = book.units.filter { unit in
        criterion.concerns(unit) && terms.contains { !book.counters[$0.counter].concerns(unit) }
      }
      guard let unit = units.first else { continue }
      let counter = terms.first { !book.counters[$0.counter].concerns(unit) }.map { book.counters[$0.counter].code } ?? ""
      found.append(Finding(
        .counterNotEntered, at: path, about: criterion.code,
        "\(units.count) đơn vị (như \(unit.id)) được chấm theo tiêu chí này mà không nhập số liệu \(counter).",
        en: "\(units.count) units (such as \(unit.id)) are concerned and do not enter \(counter)."))
    }
    for board in book.scoreboards { used.formUnion(board.criteria.flatMap { $0.metric.terms.map(\.counter) }) }
    let unused = book.counters.enumerated().filter { !used.contains($0.offset) }.map { index, counter in
      Finding(
        .counterUnused, at: "counters[\(index)]", about: counter.code, "không tiêu chí hay ràng buộc nào dùng số liệu này.",
        en: "no criterion and no identity uses this counter.")
    }
    return unused + found
  }
}

extension Metric {
  /// The counters it is made of.
  fileprivate var terms: [CounterSum.Term] {
    switch self {
    case .ratio(let numerator, let denominator): numerator.terms + denominator.terms
    case .count(let sum): sum.terms
    case .given: []
    }
  }
}
