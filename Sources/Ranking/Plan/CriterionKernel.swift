/// How a criterion is scored on columns in one period.
struct CriterionKernel: Sendable {
  enum Kind: UInt8, Sendable {
    /// A clamped line through n ÷ d, in 16 lanes.
    case line
    /// The same with the definition for lanes that lie near a half.
    case estimatedLine
    /// A comparison with a table, in 16 lanes.
    case table
    /// The definition, lane by lane.
    case definition
  }

  /// For people and programs.
  var name: String {
    switch kind {
    case .line: "line"
    case .estimatedLine: "estimatedLine"
    case .table: "table"
    case .definition: "definition"
    }
  }

  let kind: Kind
  /// The greatest |n| and d for which the kernel is proven; beyond it the definition answers.
  let most: Int64
  let line: LineCoefficients
  /// The same line in single precision, and the greatest |n| and d for which it or its table is proven there; 0: never.
  let quotient: QuotientCoefficients?
  let mostInSingle: Int64
  /// Where the rows of its table stand in the plan's lists.
  let firstStep, steps: Int

  /// - Parameter steps: Rows of its table are added to it.
  /// - Parameter quotientSteps: The same rows in single precision.
  init(
    _ kernel: ScoringKernel, of all: [ScoringKernel.Step], steps list: inout [StepCoefficients], quotientSteps: inout [QuotientStep]
  ) {
    let firstStep = list.count
    var (kind, most, line, steps) = (Kind.definition, Int64(-1), LineCoefficients.nothing, 0)
    var (quotient, mostInSingle): (QuotientCoefficients?, Int64) = (nil, 0)
    switch kernel.kind {
    case .general: break
    case .line:
      guard let found = LineCoefficients(a: kernel.a, c: kernel.c, b: kernel.b, least: kernel.least, most: kernel.most) else { break }
      (kind, most, line) = (found.leavesUndecided ? .estimatedLine : .line, found.most, found)
      quotient = QuotientCoefficients(a: kernel.a, c: kernel.c, b: kernel.b, least: kernel.least, most: kernel.most)
      mostInSingle = quotient?.most ?? 0
    case .stepsUp, .stepsDown:
      let unit = Int64(kernel.unit)
      let rows = all[kernel.steps].compactMap {
        StepCoefficients(a: $0.a, b: $0.b, points: $0.points / unit, down: kernel.kind == .stepsDown)
      }
      guard rows.count == kernel.steps.count else { break }
      let small = all[kernel.steps].map {
        QuotientStep(a: $0.a, b: $0.b, points: $0.points / unit, down: kernel.kind == .stepsDown)
      }
      steps = rows.count
      list += rows
      quotientSteps += small
      mostInSingle = small.reduce(LineCoefficients.largest) { min($0, $1.most) }
      (kind, most) = (.table, rows.reduce(LineCoefficients.largest) { min($0, $1.most) })
    }
    (self.kind, self.most, self.line, self.firstStep, self.steps) = (kind, most, line, firstStep, steps)
    (self.quotient, self.mostInSingle) = (quotient, mostInSingle)
  }
}
