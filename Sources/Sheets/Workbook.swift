public import Campaign

/// The sheets of an .xlsx workbook as tables of cells.
///
/// Values only: a formula counts by the result that was stored with it; styles, dates and drawings are passed over.
public struct Workbook {
  /// The largest file, bytes.
  public static let largest = 16 * 1024 * 1024
  /// The most cells, over all sheets; blank ones in front of a cell with content count too.
  public static let mostCells = 1_000_000
  /// The longest text of a cell, UTF-8 bytes: more than the 32,767 characters of a spreadsheet.
  public static let longestText = 131_072
  public static let mostSheets = 50

  /// In the order of their tabs.
  public let sheets: [FormSheet]

  /// The bytes begin as a zip file does.
  public static func isWorkbook(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

  /// The bytes begin as the older binary format .xls does, or as a workbook with a password.
  public static func isOldWorkbook(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

  /// - Throws: ``Campaign/Problem`` `S-233`.
  /// - Complexity: O(inflated bytes), which are at most 64 MiB.
  public init(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.count <= Self.largest else { throw XMLScanner.broken }
    var archive = try ZipArchive(bytes)
    guard let book = try archive.part("xl/workbook.xml"), let relations = try archive.part("xl/_rels/workbook.xml.rels") else {
      throw XMLScanner.broken
    }
    let targets = try Self.targets(relations)
    let strings = try Self.strings(try archive.part("xl/sharedStrings.xml") ?? [])
    var cells = 0
    var sheets: [FormSheet] = []
    for (name, relation) in try Self.tabs(book) {
      // A tab may also be a chart.
      guard let target = targets[relation], let part = try archive.part(target) else { continue }
      guard target.contains("worksheets/") else { continue }
      sheets.append(FormSheet(name: name, rows: try SheetRows(part, strings, &cells).rows))
      guard sheets.count <= Self.mostSheets else { throw XMLScanner.broken }
    }
    self.sheets = sheets
  }

  private static func tabs(_ part: [UInt8]) throws(Problem) -> [(name: String, relation: String)] {
    var scanner = try XMLScanner(part)
    var tabs: [(String, String)] = []
    while let event = try scanner.next() {
      guard case .start("sheet", let attributes) = event, let name = attributes["name"],
        let relation = attributes.first(where: { $0.key.hasSuffix(":id") })?.value
      else { continue }
      tabs.append((name, relation))
    }
    return tabs
  }

  private static func targets(_ part: [UInt8]) throws(Problem) -> [String: String] {
    var scanner = try XMLScanner(part)
    var targets: [String: String] = [:]
    while let event = try scanner.next() {
      guard case .start("Relationship", let attributes) = event, let id = attributes["Id"], let target = attributes["Target"]
      else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return targets
  }

  /// Texts that cells share; without the readings that stand beside East Asian ones.
  private static func strings(_ part: [UInt8]) throws(Problem) -> [String] {
    guard !part.isEmpty else { return [] }
    var scanner = try XMLScanner(part)
    var strings: [String] = []
    var text = ""
    var inText = false
    var inReading = false
    while let event = try scanner.next() {
      switch event {
      case .start("si", _): text = ""
      case .start("t", _): inText = true
      case .end("t"): inText = false
      case .start("rPh", _): inReading = true
      case .end("rPh"): inReading = false
      case .text(let more) where inText && !inReading:
        text += more
        guard text.utf8.count <= longestText else { throw XMLScanner.broken }
      case .end("si"): strings.append(SheetRows.trimmed(text))
      default: break
      }
    }
    return strings
  }
}

/// The cells of one sheet.
struct SheetRows {
  private(set) var rows: [[FormSheet.Cell]] = []

  init(_ part: [UInt8], _ strings: [String], _ cells: inout Int) throws(Problem) {
    var scanner = try XMLScanner(part)
    var (row, column) = (-1, -1)
    var kind = ""
    var value = ""
    var (inValue, hasValue, hasFormula) = (false, false, false)
    while let event = try scanner.next() {
      switch event {
      case .start("row", let attributes):
        row = try attributes["r"].map { text throws(Problem) in try Self.index(text) } ?? row + 1
        column = -1
      case .start("c", let attributes):
        let place = try attributes["r"].map { text throws(Problem) in try Self.place(text) }
        if let place { row = place.row }
        column = place?.column ?? column + 1
        kind = attributes["t"] ?? "n"
        (value, hasValue, hasFormula) = ("", false, false)
      case .start("f", _): hasFormula = true
      case .start("v", _), .start("t", _): (inValue, hasValue) = (true, true)
      case .end("v"), .end("t"): inValue = false
      case .text(let text) where inValue:
        value += text
        guard value.utf8.count <= Workbook.longestText else { throw XMLScanner.broken }
      case .end("c"):
        guard hasValue || hasFormula else { continue }
        let cell = try Self.cell(kind, value, hasValue, strings)
        guard cell != .blank else { continue }
        try put(cell, row, column, &cells)
      default: break
      }
    }
  }

  private static func cell(
    _ kind: String, _ value: String, _ hasValue: Bool, _ strings: [String]
  ) throws(Problem) -> FormSheet.Cell {
    guard hasValue else { return .failed }
    switch kind {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { throw XMLScanner.broken }
      return strings[index].isEmpty ? .blank : .text(strings[index])
    case "str", "inlineStr", "d":
      let text = trimmed(value)
      return text.isEmpty ? .blank : .text(text)
    case "e": return .failed
    case "b": return .text(value)
    default: return value.isEmpty ? .blank : .number(value)
    }
  }

  static func trimmed(_ text: String) -> String {
    let kept = text.drop(while: \.isWhitespace)
    return String(kept[..<(kept.lastIndex { !$0.isWhitespace }.map(kept.index(after:)) ?? kept.startIndex)])
  }

  private mutating func put(_ cell: FormSheet.Cell, _ row: Int, _ column: Int, _ cells: inout Int) throws(Problem) {
    guard (0..<FormSheet.mostRows).contains(row), (0..<FormSheet.mostColumns).contains(column) else { throw XMLScanner.broken }
    while rows.count <= row { rows.append([]) }
    cells += max(1, column + 1 - rows[row].count)
    guard cells <= Workbook.mostCells else { throw XMLScanner.broken }
    while rows[row].count <= column { rows[row].append(.blank) }
    rows[row][column] = cell
  }

  /// Row 1 is 0.
  private static func index(_ text: String) throws(Problem) -> Int {
    guard let number = Int(text), (1...1_048_576).contains(number) else { throw XMLScanner.broken }
    return number - 1
  }

  /// "D9".
  private static func place(_ text: String) throws(Problem) -> (row: Int, column: Int) {
    let letters = text.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard (1...3).contains(letters.count) else { throw XMLScanner.broken }
    let column = letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 } - 1
    return (try index(String(text.dropFirst(letters.count))), column)
  }
}
