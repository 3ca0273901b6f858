/// One file that a person gives: the usual figures, or a table that is an official form.
public struct GivenFile: Sendable {
  public enum Content: Sendable {
    /// `unit,period,counter,value`.
    case figures([UInt8])
    case form(ReadForm)
  }

  /// As problems name it; empty where there is one file only.
  public let name: String
  public let content: Content

  public init(name: String, content: Content) {
    self.name = name
    self.content = content
  }
}

extension Rulebook {
  /// The filings of several files, all valid: what forms and figures say of one unit and period is one filing.
  ///
  /// Nothing is filed in part, and nothing that no file says becomes 0.
  ///
  /// - Throws: ``Problems`` of a file; then by unit: a counter with two different values `S-216`, what no file gives `S-208`,
  ///   a column that does not equal its counters `S-215`, and what ``validated(_:)`` finds.
  public func filings(of files: [GivenFile], baseRevision: Int) throws(Problems) -> [Filing] {
    var merge = FilingMerge(self)
    for file in files {
      switch file.content {
      case .figures(let bytes): merge.add(try drafts(bytes, file.name), from: file.name)
      case .form(let form): merge.add(form, from: file.name)
      }
    }
    return try merge.filings(baseRevision: baseRevision)
  }

  /// What files say of one unit and period, whether or not it is all that the unit has to file.
  ///
  /// - Returns: The figures with their places; none where the files do not speak of the unit's period. With it whether they
  ///   speak of any other.
  /// - Throws: ``Problems``, as ``filings(of:baseRevision:)``, but not for what is missing.
  package func figures(
    of files: [GivenFile], for unit: ReportingUnit.ID, _ period: Period
  ) throws(Problems) -> (cells: [FilingDraft.Cell], hasOthers: Bool) {
    var merge = FilingMerge(self)
    for file in files {
      switch file.content {
      case .figures(let bytes): merge.add(try drafts(bytes, file.name), from: file.name)
      case .form(let form): merge.add(form, from: file.name)
      }
    }
    return try merge.figures(of: [unit.text, period.description])
  }

  private func drafts(_ bytes: [UInt8], _ name: String) throws(Problems) -> [FilingDraft] {
    do {
      return try SubmissionFile.drafts(bytes, baseRevision: 0, partial: true)
    } catch let problems as Problems {
      throw problems.placed(name)
    } catch let problem as Problem {
      throw Problems([problem]).placed(name)
    } catch {
      throw Problems([Problem(.ourFault, vi: "lỗi của chương trình.", en: "our fault.")])
    }
  }
}

/// Parts of a place, without the empty ones.
private func joined(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: ", ") }

struct FilingMerge {
  fileprivate struct Figure {
    let value: Int64
    let place: String
  }

  fileprivate struct Gathered {
    var figures: [String: Figure] = [:]
    var checks: [(check: FormRow.Check, place: String)] = []
    var inside: [(counter: String, whole: String, form: String)] = []
    var forms: [String] = []
    /// Where it is first spoken of.
    var place: String
    var problems: [Problem] = []
  }

  private let rulebook: Rulebook
  private var order: [[String]] = []
  private var gathered: [[String]: Gathered] = [:]

  init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  private mutating func change(_ unit: String, _ period: String, _ place: String, _ change: (inout Gathered) -> Void) {
    if gathered[[unit, period]] == nil { order.append([unit, period]) }
    change(&gathered[[unit, period], default: Gathered(place: place)])
  }

  mutating func add(_ drafts: [FilingDraft], from file: String) {
    for draft in drafts {
      change(draft.unit, draft.period, joined(file, draft.line.map { "line \($0)" } ?? "")) { gathered in
        var own: Set<String> = []
        for cell in draft.cells {
          let place = joined(file, cell.line.map { "line \($0)" } ?? "", "counter \"\(cell.counter)\"")
          gathered.put(cell.counter, cell.value, place, again: !own.insert(cell.counter).inserted)
        }
      }
    }
  }

  mutating func add(_ form: ReadForm, from file: String) {
    let counters = rulebook.counters
    for row in form.rows {
      change(row.unit.text, row.period.description, joined(file, row.place)) { gathered in
        for figure in row.figures {
          gathered.put(counters[figure.counter].code, figure.value, joined(file, figure.place), again: false)
        }
        gathered.checks += row.checks.map { ($0, joined(file, $0.place)) }
        gathered.inside += form.form.inside.map { (counters[$0.counter].code, counters[$0.whole].code, form.form.title) }
        gathered.forms.append(form.form.title)
      }
    }
  }

  func filings(baseRevision: Int) throws(Problems) -> [Filing] {
    var problems: [Problem] = []
    var filings: [Filing] = []
    for key in order {
      guard var one = gathered[key] else { continue }
      do throws(Problems) {
        try countInside(&one)
        if !one.forms.isEmpty { try complete(one, key[0]) }
        let cells = one.figures.sorted { $0.key < $1.key }.map {
          FilingDraft.Cell(counter: $0.key, value: $0.value.value, place: $0.value.place)
        }
        let filing = try rulebook.validated(
          FilingDraft(unit: key[0], period: key[1], baseRevision: baseRevision, cells: cells))
        try check(one)
        filings.append(filing)
      } catch { problems += error.all }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return filings
  }

  func figures(of key: [String]) throws(Problems) -> (cells: [FilingDraft.Cell], hasOthers: Bool) {
    let hasOthers = order.contains { $0 != key }
    guard var one = gathered[key] else { return ([], hasOthers) }
    try countInside(&one)
    try check(one)
    let cells = one.figures.sorted { $0.key < $1.key }.map { FilingDraft.Cell(counter: $0.key, value: $0.value.value, place: $0.value.place) }
    return (cells, hasOthers)
  }

  /// What a form counts inside another counter is 0 on its own.
  private func countInside(_ one: inout Gathered) throws(Problems) {
    var problems = one.problems
    for (counter, whole, form) in one.inside {
      guard let given = one.figures[counter] else {
        one.figures[counter] = Figure(value: 0, place: one.figures[whole]?.place ?? one.place)
        continue
      }
      guard given.value != 0 else { continue }
      problems.append(Problem(
        .duplicateCell, at: given.place, vi: "biểu \(form) đã tính số này trong \(whole): ghi 0, hoặc bỏ dòng.",
        en: "form \(form) counts this inside \(whole) already: write 0, or leave the line out."))
    }
    guard problems.isEmpty else { throw Problems(problems) }
  }

  /// Everything that the unit enters is there.
  private func complete(_ one: Gathered, _ unit: String) throws(Problems) {
    guard let known = rulebook.unit(.init(unit)) else { return }
    let missing = rulebook.form(for: known).map(\.code).filter { one.figures[$0] == nil }
    guard !missing.isEmpty else { return }
    let forms = one.forms.joined(separator: ", ")
    let codes = missing.joined(separator: ", ")
    throw Problems([Problem(
      .missingCounter, at: "\(one.place), unit \"\(unit)\"",
      vi: "biểu \(forms) không có \(missing.count) số liệu mà đơn vị phải nộp; nộp kèm tệp có chúng (thidua template): \(codes).",
      en: "form \(forms) lacks \(missing.count) counters of the unit; give a file that has them too (thidua template): \(codes).")])
  }

  /// Columns that are sums of counters say the same as the counters.
  private func check(_ one: Gathered) throws(Problems) {
    let problems = one.checks.compactMap { check, place -> Problem? in
      var sum: Int64 = 0
      for term in check.sum.terms {
        guard let figure = one.figures[rulebook.counters[term.counter].code] else { return nil }
        sum += term.negative ? -figure.value : figure.value
      }
      guard sum != check.value else { return nil }
      let words = check.sum.text(rulebook.counters)
      return Problem(
        .identityBroken, at: place, vi: "cột này phải bằng \(words). Kiểm tra lại các ô và tệp này.",
        en: "this column must equal \(words). Check these cells and files.")
    }
    guard problems.isEmpty else { throw Problems(problems) }
  }
}

extension FilingMerge.Gathered {
  /// - Parameter again: The same file gave it before.
  fileprivate mutating func put(_ counter: String, _ value: Int64, _ place: String, again: Bool) {
    guard let before = figures[counter] else {
      figures[counter] = .init(value: value, place: place)
      return
    }
    guard again || before.value != value else { return }
    problems.append(
      again
        ? Problem(.duplicateCell, at: place, vi: "số liệu này đã có ở trên.", en: "this counter stands above already.")
        : Problem(
          .duplicateCell, at: place, vi: "số liệu này đã có với giá trị khác (\(before.place)). Xóa một trong hai.",
          en: "this counter has another value already (\(before.place)). Delete one of them."))
  }
}

extension CounterSum {
  /// "c_on_full + c_on_part".
  func text(_ counters: [FormCounter]) -> String {
    terms.enumerated().map { index, term in
      (index == 0 ? "" : term.negative ? " - " : " + ") + counters[term.counter].code
    }.joined()
  }
}
