import ArgumentParser
import Campaign

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: Words.current("Kiểm tra một bộ quy tắc: lỗi, và những điều cần xem lại.", "Checks a rulebook: errors, and what is doubtful."),
    discussion: Words.current(
      "Không cần máy chủ. Mã thoát: 0 đọc được (kể cả khi có điều cần xem lại), 65 có lỗi; lỗi đầu tiên được báo. Ý nghĩa từng mã: Protocol/Errors.md.",
      "Needs no server. Exit codes: 0 readable (also with findings), 65 an error; the first one is told. What each code means: Protocol/Errors.md."))

  @Argument(help: ArgumentHelp(Words.current("Tệp YAML, hoặc mã một phong trào có sẵn.", "A YAML file, or the id of a bundled campaign.")))
  var rulebook: String

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let source = try RulebookSource(named: rulebook)
    let book = try source.rulebook()
    try output.show(Report(book.findings(), in: source, places: try RulebookPlaces(yaml: source.yaml), output.words))
  }
}

extension Report {
  /// What is doubtful, by line, as editors read it: `FILE:LINE:COLUMN: CODE NAME (subject): sentence`.
  init(_ findings: [Finding], in source: RulebookSource, places: RulebookPlaces, _ words: Words) {
    self.init(csv: [["file", "line", "column", "code", "name", "path", "subject", "text"]], json: .null)
    var rows: [JSON] = []
    let placed = findings.map { (finding: $0, at: places.position(of: $0.path)) }
      .enumerated().sorted { ($0.element.at.line, $0.offset) < ($1.element.at.line, $1.offset) }.map(\.element)
    for (finding, at) in placed {
      let code = finding.code
      let subject = finding.subject.isEmpty ? "" : " (\(finding.subject))"
      add("\(source.name):\(at.line):\(at.column): \(code.number) \(code.name)\(subject): \(words(finding.text))")
      csv.append([
        source.name, String(at.line), String(at.column), code.number, code.name, finding.path, finding.subject, words(finding.text),
      ])
      rows.append(
        .object([
          ("line", .whole(at.line)), ("column", .whole(at.column)), ("code", .string(code.number)), ("name", .string(code.name)),
          ("path", .string(finding.path)), ("subject", .text(finding.subject.isEmpty ? nil : finding.subject)),
          ("text", .string(words(finding.text))),
        ]))
    }
    add(
      findings.isEmpty
        ? words("\(source.name): không có lỗi, không có điều cần xem lại.", "\(source.name): no errors, nothing doubtful.")
        : words("\(source.name): không có lỗi; \(findings.count) điều cần xem lại.", "\(source.name): no errors; \(findings.count) doubtful."),
      .faint)
    json = .object([("file", .string(source.name)), ("findings", .list(rows))])
  }
}
