import Campaign
import HTTPTypes
import Hummingbird
import Logging
import Service

/// Filing from the browser: the form, the check, the receipt.
extension PageResponder {
  private func view(_ address: Address, _ visitor: Visitor, _ asked: Asked, _ snapshot: Snapshot) -> PageView {
    PageView(snapshot: snapshot, words: asked.words, address: address, principal: visitor.principal)
  }

  /// The form of a unit and a period; without them what there is to choose from.
  func formPage(_ address: Address, unit: String?, period: String?, _ visitor: Visitor, _ asked: Asked) async throws(PageProblem) -> Response {
    let own = unit ?? visitor.principal.unit?.text
    try visitor.principal.check(.file(for: .init(own ?? "")))
    let view = view(address, visitor, asked, try await snapshot(toFile: true))
    guard let own else {
      guard address.format == .html else { throw .noPage }
      return self.own(view.unitChoice())
    }
    guard let known = view.snapshot.rulebook.unit(.init(own)) else { throw .noUnit(own) }
    guard let period else {
      guard address.format == .html else { throw .noPage }
      let periods = view.snapshot.periodsToFile(known.id)
      if periods.count == 1 { return go(to: Address(.form(unit: own, period: periods[0].description))) }
      return self.own(view.periodChoice(known, periods))
    }
    let blank = try view.blankForm(own, period)
    switch address.format {
    case .html: return self.own(view.formPage(FilledForm(blank), visitor.formKey))
    case .csv: return self.own(Array(view.formCSV(blank).utf8), type: "text/csv; charset=utf-8")
    case .xlsx: throw .noPage
    case .json: throw .noPage
    }
  }

  /// What was typed before signing in, shown again.
  func filled(
    _ posted: PostedForm, unit: String, period: String, _ address: Address, _ visitor: Visitor, _ asked: Asked
  ) async throws(PageProblem) -> Response {
    try visitor.principal.check(.file(for: .init(unit)))
    let view = view(address, visitor, asked, try await snapshot(toFile: true))
    guard let filled = FilledForm(try view.blankForm(unit, period), posted) else { throw .brokenForm }
    return own(view.formPage(filled, visitor.formKey, isKept: true))
  }

  /// A form was sent.
  func file(
    _ posted: PostedForm, unit: String, period: String, _ address: Address, _ visitor: Visitor, _ asked: Asked
  ) async throws(PageProblem) -> Response {
    try visitor.principal.check(.file(for: .init(unit)))
    let view = view(Address(address.subject), visitor, asked, try await snapshot(toFile: true))
    guard var filled = FilledForm(try view.blankForm(unit, period), posted), let step = FilledForm.Step(rawValue: posted[FormField.step] ?? "kiem") else {
      throw .brokenForm
    }
    let key = visitor.formKey
    let file = posted.files.first { $0.field == FilledForm.fileField }
    if let file, step != .edit {
      filled.read(file)
      return own(view.formPage(filled, key), status: filled.hasProblems ? .unprocessableContent : .ok)
    }
    if step == .edit { return own(view.formPage(filled, key)) }
    guard let filing = filled.checked() else { return own(view.formPage(filled, key), status: .unprocessableContent) }
    if step == .file { return try await send(filing, filled, view, visitor) }
    if let conflict = view.conflict(filled, filing) { return own(view.conflictPage(filled, conflict, key), status: .conflict) }
    guard filled.blank.isOpen else {
      return own(view.formPage(filled, key), status: .unprocessableContent)
    }
    return own(view.checkPage(filled, filing, key))
  }

  private func send(_ filing: Filing, _ filled: FilledForm, _ view: PageView, _ visitor: Visitor) async throws(PageProblem) -> Response {
    let origin = filled.origin(visitor.principal, filing)
    let draft = FilingDraft(
      unit: filing.unit.text, period: filing.period.description, form: filing.form, baseRevision: filing.baseRevision,
      cells: filing.figures.map { .init(counter: $0.counter, value: $0.value, place: $0.counter) })
    do {
      let receipt: Receipt?
      switch try await service.once(origin, { try await service.submit([draft], keys: [], from: origin) }) {
      case .now(let receipts): receipt = receipts.first
      case .before(let entries): receipt = entries.first?.filing
      }
      guard let receipt else { throw PageProblem.unavailable }
      return go(to: Address(.receipt(position: String(receipt.position))))
    } catch {
      return try await refused(error, filing, filled, view, visitor)
    }
  }

  /// Nothing was stored; what was typed is shown again with the reason.
  private func refused(
    _ error: any Error, _ filing: Filing, _ filled: FilledForm, _ view: PageView, _ visitor: Visitor
  ) async throws(PageProblem) -> Response {
    var filled = filled
    // Somebody else may have filed since the page was made.
    let view = PageView(snapshot: try await snapshot(toFile: true), words: view.words, address: view.address, principal: view.principal)
    let blank = try view.blankForm(filing.unit.text, filing.period.description)
    guard let failure = error as? ServiceFailure else { throw PageProblem(error) }
    switch failure {
    case .invalid(let problems): filled.general += problems.all
    case .conflict(let problem, _), .refused(let problem):
      // A form that was filed once and has other figures now is another filing.
      if [.requestNumberReused, .alreadyExists, .revisionConflict].contains(problem.code), let stored = blank.inForce {
        filled.request = randomHex(bytes: 16)
        let conflict = FilingConflict(stored: stored, mine: filing)
        return own(view.conflictPage(filled, conflict, visitor.formKey), status: .conflict)
      }
      if problem.code.number.hasPrefix("A-") { throw PageProblem(failure) }
      filled.general.append(problem)
    case .journal:
      logger.error("a filing from a browser was not stored", metadata: ["cause": "\(failure)"])
      return own(view.checkPage(filled, filing, visitor.formKey, unconfirmed: failure), status: .serviceUnavailable)
    default: throw PageProblem(failure)
    }
    return own(view.formPage(filled, visitor.formKey), status: .unprocessableContent)
  }

  // MARK: receipts

  func receiptPage(_ address: Address, _ position: String, _ visitor: Visitor, _ asked: Asked) async throws(PageProblem) -> Response {
    let found: (receipt: Receipt, filing: Filing)?
    do { found = try await UInt64(position).asyncMap { try await service.filing(at: $0) } ?? nil } catch { throw PageProblem(error) }
    // Where a filing of others stands is nobody's business either.
    guard let found, visitor.principal.may(.readUnit(found.receipt.unit)) else { throw .noReceipt(position) }
    let view = view(address, visitor, asked, try await snapshot(toFile: true))
    switch address.format {
    case .html: return own(view.receiptPage(found.receipt, found.filing))
    case .csv: return own(Array(view.receiptCSV(found.receipt).utf8), type: "text/csv; charset=utf-8")
    case .xlsx: throw .noPage
    case .json: return own(Array(view.receiptJSON(found.receipt).text.utf8), type: "application/json; charset=utf-8")
    }
  }
}

extension Optional where Wrapped: Sendable {
  fileprivate func asyncMap<Result: Sendable>(_ body: (Wrapped) async throws -> Result) async throws -> Result? {
    guard let self else { return nil }
    return try await body(self)
  }
}

extension PageProblem {
  static func noReceipt(_ position: String) -> PageProblem {
    PageProblem(
      .notFound, title: LocalizedText("Không có biên nhận này", en: "No such receipt"),
      LocalizedText("Mục “\(position)” của nhật ký không phải là báo cáo mà bạn được xem.", en: "Entry “\(position)” of the journal is no filing that you may see."))
  }
}
