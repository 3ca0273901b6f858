package import Campaign

/// What a plan does, step by step, for people and programs.
package struct PlanDescription: Sendable {
  /// A criterion through some periods with one kernel.
  package struct Stretch: Sendable {
    package let first: Period
    package let last: Period
    package let kernel: String
    /// The greatest numerator and denominator for which the kernel is proven; beyond it the definition answers. `nil`: always.
    package let most: Int64?
    package let reason: ColumnPlan.Definition?
  }

  package struct Leaf: Sendable {
    package let code: String
    /// `PROP`, `FLOOR`, as the rulebook writes it; `WEIGHT` for a weighted value.
    package let function: String
    package let points: Points
    /// Counters with their signs: `c_early + c_ontime`; empty where figures are given for the criterion itself.
    package let numerator: String
    package let denominator: String
    package let counters: [String]
    package let stretches: [Stretch]
    /// How many criteria of the rulebook, with this one, are scored by the kernel of its first stretch.
    package let sharing: Int
  }

  package struct Sum: Sendable {
    package let combination: Combination
    package let counters: [String]
  }

  package enum Layout: String, Sendable {
    /// Numerators and denominators side by side in 16 bits, one kernel in single precision: the canonical workload.
    case pairs
    /// A column a counter.
    case counters
    /// No columns: the definition as a whole, see ``whole``.
    case definition
  }

  package let layout: Layout
  package let whole: ColumnPlan.Definition?
  package let sums: [Sum]
  package let leaves: [Leaf]
  /// `line`, or `definition` where the totals are not proven in lanes.
  package let totalKernel: String
  package let hasBands: Bool
  package let gains: [Rule]

  package init(_ plan: ColumnPlan) {
    let definition = plan.definition
    let book = plan.rulebook
    let isCanonical = RatioPlan(plan) != nil
    layout = plan.whole != nil ? .definition : isCanonical ? .pairs : .counters
    whole = plan.whole
    sums = Combination.allCases.compactMap { combination in
      let codes = plan.counters.filter { definition.combinations[$0] == combination }.map { book.counters[$0].code }
      return codes.isEmpty ? nil : Sum(combination: combination, counters: codes)
    }
    var stretches: [[Stretch]] = []
    for criterion in definition.scored { stretches.append(Self.stretches(plan, criterion, isCanonical)) }
    var sharing: [String: Int] = [:]
    for list in stretches { sharing[list.first?.kernel ?? "", default: 0] += 1 }
    leaves = zip(definition.scored, stretches).map { criterion, stretches in
      let (numerator, denominator) = (definition.sums[criterion].numerator, definition.sums[criterion].denominator)
      var codes: [String] = []
      for term in definition.terms[numerator] + definition.terms[denominator] where !codes.contains(book.counters[term.counter].code) {
        codes.append(book.counters[term.counter].code)
      }
      return Leaf(
        code: book.criteria[criterion].code, function: book.criteria[criterion].scoring?.function ?? "",
        points: definition.most[criterion], numerator: Self.text(definition.terms[numerator], book),
        denominator: Self.text(definition.terms[denominator], book), counters: codes, stretches: stretches,
        sharing: sharing[stretches.first?.kernel ?? ""] ?? 0)
    }
    totalKernel =
      plan.totals.map { $0.published != nil && $0.exact != nil } ?? false
      ? "line" : "definition"
    hasBands = definition.hasBands
    gains = plan.gains
  }

  private static func stretches(_ plan: ColumnPlan, _ criterion: Int, _ isCanonical: Bool) -> [Stretch] {
    let definition = plan.definition
    var result: [Stretch] = []
    var last: ScoringKernel?
    for offset in 0..<definition.periods {
      let period = Period(kind: plan.scope.first.kind, ordinal: plan.scope.first.ordinal + offset)
      guard definition.rulebook.criteria[criterion].isInForce(in: period.year) else {
        last = nil
        continue
      }
      let position = criterion * definition.periods + offset
      let exact = definition.shapes[criterion] == .ratio ? definition.percent[position] : definition.plain[position]
      let kernel = plan.kernel(criterion, offset)
      let reason = plan.whole ?? plan.reason(criterion, offset)
      let name = plan.whole != nil ? "definition" : isCanonical ? "cappedRatio" : kernel.name
      let most = reason == nil ? isCanonical ? Int64(Int16.max) : kernel.most : nil
      let first = last.map { exact.isSame(as: $0, steps: definition.steps) } ?? false ? result.popLast()?.first ?? period : period
      result.append(Stretch(first: first, last: period, kernel: name, most: most, reason: reason))
      last = exact
    }
    return result
  }

  private static func text(_ terms: ArraySlice<CounterSum.Term>, _ book: Rulebook) -> String {
    var text = ""
    for term in terms {
      if text.isEmpty { text += term.negative ? "−" : "" } else { text += term.negative ? " − " : " + " }
      text += book.counters[term.counter].code
    }
    return text
  }
}

extension Scoring {
  /// As the rulebook writes it.
  fileprivate var function: String {
    switch self {
    case .bin: "BIN"
    case .prop: "PROP"
    case .floor: "FLOOR"
    case .step: "STEP"
    case .deduction: "DED"
    case .count: "COUNT"
    case .leader: "LEADER"
    case .weight: "WEIGHT"
    }
  }
}

extension ScoringKernel {
  /// Whether two periods score alike.
  fileprivate func isSame(as other: ScoringKernel, steps list: [Step]) -> Bool {
    guard kind == other.kind, a == other.a, b == other.b, c == other.c, least == other.least, most == other.most else { return false }
    return steps.count == other.steps.count
      && zip(list[steps], list[other.steps]).allSatisfy { $0.a == $1.a && $0.b == $1.b && $0.points == $1.points }
  }
}
