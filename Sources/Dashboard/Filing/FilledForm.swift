import Campaign
import Crypto
import Service
import Sheets

/// A form as somebody has filled it in, whether or not it can be filed like this.
struct FilledForm: Sendable {
  /// What a button of the form does.
  enum Step: String, Sendable {
    case readFile = "tep", edit = "sua", check = "kiem", file = "nop"
  }
  static let base = "goc"
  static let request = "so"
  static let fileField = "tep"
  private static let prefix = "s."

  let blank: BlankForm
  /// The revision that this one replaces; 0: the first filing.
  var base: Int
  /// 32 hexadecimal digits, under which the journal knows for ever whether this form was filed.
  var request: String
  /// By counter, as it was typed.
  var typed: [String: String]
  /// By counter.
  var problems: [String: [Problem]] = [:]
  /// Those that no field has.
  var general: [Problem] = []
  /// Counters whose values a file has just given.
  var fromFile: Set<String> = []
  /// What was read, for the person who dropped it.
  var fileRead: (name: String, figures: Int, hasOthers: Bool)?

  var hasProblems: Bool { !problems.isEmpty || !general.isEmpty }
  var problemCount: Int { general.count + problems.values.reduce(0) { $0 + $1.count } }

  /// As it is opened: with what is filed, else with what carries over.
  init(_ blank: BlankForm) {
    self.blank = blank
    base = blank.revision
    request = randomHex(bytes: 16)
    typed = [:]
    for row in blank.rows { if let value = row.filed ?? row.carried { typed[row.counter.code] = String(value) } }
  }

  /// As it was sent.
  ///
  /// - Returns: `nil` where it is no form of ours.
  init?(_ blank: BlankForm, _ posted: PostedForm) {
    self.blank = blank
    guard let base = posted[Self.base].flatMap({ UInt32($0) }), let request = posted[Self.request], Self.isRequest(request) else { return nil }
    self.base = Int(base)
    self.request = request
    typed = [:]
    for (name, value) in posted.fields where name.hasPrefix(Self.prefix) {
      let counter = String(name.dropFirst(Self.prefix.count))
      if typed.updateValue(value.trimmed, forKey: counter) != nil { return nil }
    }
  }

  private static func isRequest(_ text: String) -> Bool { text.wholeMatch(of: #/[0-9a-f]{32}/#.asciiOnlyCharacterClasses()) != nil }

  static func name(_ counter: String) -> String { prefix + counter }

  /// The fields of ours that somebody sent without being signed in; none where they are too many to be kept.
  static func kept(_ posted: PostedForm) -> [(name: String, value: String)] {
    let own = posted.fields.filter { [base, request].contains($0.name) || $0.name.hasPrefix(prefix) }
    return own.count <= 1_000 ? own : []
  }

  // MARK: files

  /// Takes what a file says of this unit and period, in place of what was typed for the same counters.
  mutating func read(_ file: PostedForm.File) {
    do throws(Problems) {
      let content = try GivenFile.Content(file.bytes, form: nil, period: blank.period, under: blank.rulebook)
      let given = try blank.rulebook.figures(of: [GivenFile(name: "", content: content)], for: blank.unit.id, blank.period)
      guard !given.cells.isEmpty else {
        throw Problems([Problem(
          .nothingForForm, vi: "tệp không có số liệu của đơn vị \"\(blank.unit.id)\", kỳ \(blank.period).",
          en: "the file has no figures of the unit \"\(blank.unit.id)\" in \(blank.period).")])
      }
      for cell in given.cells {
        guard blank.rows.contains(where: { $0.counter.code == cell.counter }) else {
          general.append(unknown(cell))
          continue
        }
        typed[cell.counter] = String(cell.value)
        fromFile.insert(cell.counter)
      }
      fileRead = (file.name, fromFile.count, given.hasOthers)
    } catch { general += error.all }
  }

  /// The same words as for a whole file.
  private func unknown(_ cell: FilingDraft.Cell) -> Problem {
    let draft = FilingDraft(unit: blank.unit.id.text, period: blank.period.description, baseRevision: base, cells: [cell])
    do throws(Problems) {
      _ = try blank.rulebook.validated(draft)
    } catch { return error.first }
    return Problem(.ourFault, vi: "lỗi của chương trình.", en: "our fault.")
  }

  // MARK: checking

  /// The filing, once nothing is wrong; everything that is wrong is noted beside its field.
  ///
  /// The same checks in the same words as the client's; what of the identities can be judged already is judged too.
  mutating func checked() -> Filing? {
    let rulebook = blank.rulebook
    var values: [Int: Int64] = [:]
    var cells: [FilingDraft.Cell] = []
    for row in blank.rows {
      let code = row.counter.code
      do throws(Problem) {
        let value = try SubmissionFile.integer(typed[code] ?? "", at: code)
        if let index = rulebook.counterIndex[code] { values[index] = value }
        cells.append(.init(counter: code, value: value, place: code))
      } catch { problems[code, default: []].append(error) }
    }
    let foreign = typed.keys.filter { code in !blank.rows.contains { $0.counter.code == code } }.sorted()
    for code in foreign { general.append(unknown(.init(counter: code, value: 0, place: code))) }
    guard problems.isEmpty, general.isEmpty else {
      let places = Dictionary(uniqueKeysWithValues: blank.rows.map { ($0.counter.code, $0.counter.code) })
      for problem in rulebook.brokenIdentities(values, at: "", places) { put(problem) }
      return nil
    }
    do throws(Problems) {
      return try rulebook.validated(FilingDraft(
        unit: blank.unit.id.text, period: blank.period.description, baseRevision: base, cells: cells))
    } catch {
      for problem in error.all { put(problem) }
      return nil
    }
  }

  private mutating func put(_ problem: Problem) {
    if blank.rows.contains(where: { $0.counter.code == problem.place }) {
      problems[problem.place, default: []].append(problem)
    } else {
      general.append(problem)
    }
  }

  /// The request of this form: the account's, under the form's own 16 bytes. The figures are what tells it from another.
  func origin(_ principal: Principal, _ filing: Filing) -> RequestOrigin {
    var id: [UInt8] = []
    var digits = request[...]
    while let byte = UInt8(digits.prefix(2), radix: 16) {
      id.append(byte)
      digits = digits.dropFirst(2)
    }
    let content = filing.contentKeyBytes(campaign: blank.rulebook.id)
    return RequestOrigin(
      account: principal.account, clientID: id, requestNumber: 1, content: RequestContent(method: 0x0101, payload: content))
  }
}

extension String {
  fileprivate var trimmed: String {
    let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n", "\u{A0}"]
    return String(drop(while: blanks.contains).reversed().drop(while: blanks.contains).reversed())
  }
}
