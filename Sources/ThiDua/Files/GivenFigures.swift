import ArgumentParser
import Campaign
import Sheets

/// How an official form is read where the file does not say it.
struct FormOptions: ParsableArguments {
  static let help = ArgumentHelp(
    Words.current("Đọc tệp theo biểu này, như 06a.", "Read the file as this form, such as 06a."), valueName: "id")

  @Option(help: help) var form: String?

  @Option(help: ArgumentHelp(Words.current("Kỳ của biểu mẫu, khi tệp không ghi.", "The form's period, where the file does not say it.")))
  var period: String?
}

/// The files that a person gives: figures, or official forms.
struct GivenFigures {
  /// The first file as it is, where it is the only one and no form.
  private let single: [UInt8]?
  private let files: [GivenFile]

  init(_ paths: [String], _ options: FormOptions, under book: Rulebook) throws {
    let period = try options.period.map { text in
      guard let period = book.period(text) else {
        throw Failure(
          .usage, Words.current("không có kỳ \"\(text)\" trong phong trào.", "there is no period \"\(text)\" in the campaign."))
      }
      return period
    }
    try self.init(paths, form: options.form, period: period, under: book)
  }

  init(_ paths: [String], form: String?, period: Period?, under book: Rulebook) throws {
    var files: [GivenFile] = []
    for path in paths {
      let bytes = try Streams.read(path, most: CSVTable.largest)
      let name = paths.count > 1 ? path : ""
      do throws(Problems) {
        let content = try GivenFile.Content(bytes, form: form, period: period, under: book)
        if case .figures(let bytes) = content, paths.count == 1 {
          single = bytes
          self.files = []
          return
        }
        files.append(GivenFile(name: name, content: content))
      } catch { throw error.placed(name) }
    }
    single = nil
    self.files = files
  }

  /// Units with a row and no figure are told on standard error: nothing is filed for them.
  func tell(_ words: Words, under book: Rulebook) {
    for case .form(let form) in files.map(\.content) where !form.blank.isEmpty {
      let names = form.blank.map { book.unit($0)?.name ?? $0.text }.joined(separator: ", ")
      let said = words("biểu \(form.form.title), không có số liệu", "form \(form.form.title), no figures")
      Streams.standardError("\(said): \(names.printable)\n")
    }
  }

  /// - Throws: ``Campaign/Problem`` or ``Campaign/Problems`` with everything found in all files.
  func filings(baseRevision: Int, under book: Rulebook) throws -> [Filing] {
    guard let single else { return try book.filings(of: files, baseRevision: baseRevision) }
    var problems: [Problem] = []
    var filings: [Filing] = []
    for draft in try SubmissionFile.drafts(single, baseRevision: baseRevision) {
      do throws(Problems) { filings.append(try book.validated(draft)) } catch { problems += error.all }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return filings
  }

  func content(for book: Rulebook) throws -> FigureFile.Content {
    guard let single else { return .counters(try book.filings(of: files, baseRevision: 0)) }
    return try FigureFile.read(single, for: book)
  }
}
