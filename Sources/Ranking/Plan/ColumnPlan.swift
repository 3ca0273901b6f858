package import Campaign

/// A rulebook compiled for columns: which counters are read, a kernel a criterion and period, and how leaves become totals.
///
/// The definition of everything stays ``RankingPlan``; this plan says where the same numbers come out of vectors, and leaves the rest to
/// it: lanes with figures of criteria themselves, counters beyond 32 bits, kernels outside their proven range.
package final class ColumnPlan: Sendable {
  /// A criterion's sums: columns with their signs.
  struct Term: Sendable, Hashable {
    let counter: Int
    let negative: Bool
  }

  let definition: RankingPlan
  package var rulebook: Rulebook { definition.rulebook }
  package var scope: RankingScope { definition.scope }
  /// Periods of a year.
  let perYear: Int
  /// Counters that some scored criterion reads, ascending: the columns.
  let counters: [Int]
  /// By criterion: its sums over columns.
  let numerators: [[Term]]
  let denominators: [[Term]]
  /// By criterion × periods + period offset.
  let kernels: [CriterionKernel]
  let steps: [StepCoefficients]
  /// The same rows in single precision.
  let quotientSteps: [QuotientStep]
  let totals: TotalKernel?
  /// The rules on places gained, in the order of the rulebook.
  let gains: [Rule]
  /// Why every unit takes the definition; `nil` where the columns answer.
  package let whole: Definition?

  /// Why the definition in 128 bits answers.
  package enum Definition: String, Sendable, CaseIterable {
    /// Points that depend on the best of the block.
    case leader
    /// Figures are given for the criterion itself: decimals, not counters.
    case givenFigures
    /// Its factors fit no vector.
    case factors
    /// Weighted values have no maximum.
    case weights
    /// All points together leave 32 bits.
    case points
  }

  package convenience init(_ rulebook: Rulebook, _ scope: RankingScope) { self.init(RankingPlan(rulebook, scope)) }

  init(_ definition: RankingPlan) {
    let rulebook = definition.rulebook
    self.definition = definition
    perYear = definition.scope.first.kind.perYear
    var steps: [StepCoefficients] = []
    var quotientSteps: [QuotientStep] = []
    var kernels: [CriterionKernel] = []
    for index in rulebook.criteria.indices {
      for offset in 0..<definition.periods {
        let position = index * definition.periods + offset
        let kernel = definition.shapes[index] == .ratio ? definition.percent[position] : definition.plain[position]
        kernels.append(CriterionKernel(kernel, of: definition.steps, steps: &steps, quotientSteps: &quotientSteps))
      }
    }
    self.kernels = kernels
    self.steps = steps
    self.quotientSteps = quotientSteps
    var used: Set<Int> = []
    for index in definition.scored {
      used.formUnion(definition.terms[definition.sums[index].numerator].map(\.counter))
      used.formUnion(definition.terms[definition.sums[index].denominator].map(\.counter))
    }
    counters = used.sorted()
    let columns = Dictionary(uniqueKeysWithValues: counters.enumerated().map { ($1, $0) })
    func terms(_ range: Range<Int>) -> [Term] {
      definition.terms[range].map { Term(counter: columns[$0.counter] ?? 0, negative: $0.negative) }
    }
    let scored = Set(definition.scored)
    numerators = rulebook.criteria.indices.map { scored.contains($0) ? terms(definition.sums[$0].numerator) : [] }
    denominators = rulebook.criteria.indices.map { scored.contains($0) ? terms(definition.sums[$0].denominator) : [] }
    let totals = TotalKernel(definition)
    self.totals = totals
    gains = rulebook.rules.filter(\.isAboutPlacesGained)
    let weighted = rulebook.criteria.contains { if case .weight = $0.scoring { true } else { false } }
    whole = weighted ? .weights : totals == nil ? .points : nil
  }

  /// Ordinal of the first period of a year.
  func firstOrdinal(ofYear year: Int) -> Int { year * perYear }

  func kernel(_ criterion: Int, _ offset: Int) -> CriterionKernel { kernels[criterion * definition.periods + offset] }

  /// Why a criterion takes the definition in a period; `nil` where it does not.
  func reason(_ criterion: Int, _ offset: Int) -> Definition? {
    guard kernel(criterion, offset).kind == .definition else { return nil }
    switch rulebook.criteria[criterion].scoring {
    case .leader: return .leader
    case .weight: return .weights
    default: return definition.shapes[criterion] == .given ? .givenFigures : .factors
    }
  }
}
