/// The cells of a CSV file with the line of each row; nothing is interpreted yet.
///
/// UTF-8, with or without BOM; LF, CRLF or CR; cells separated by the comma, or by the semicolon or tab if the header uses
/// it; quotes as RFC 4180. Blank lines are passed over, and lines that begin with `#`: a blank form explains itself there.
/// Blanks around a cell are not part of it.
public struct CSVTable: Sendable {
  public struct Row: Sendable {
    /// Counted from 1, as an editor shows it.
    public let line: Int
    public let cells: [String]
  }
  public let header: [String]
  public let rows: [Row]

  /// The largest file, bytes.
  public static let largest = 64 * 1024 * 1024

  /// - Throws: ``Problem`` `S-222` for a file over ``largest``, `S-204` when it is not UTF-8, `S-201` when it holds no row,
  ///   `S-203` for a quote that never ends.
  public init(_ bytes: [UInt8]) throws(Problem) {
    let content = try Self.content(bytes)
    let firstLine = Self.firstLine(content[...])
    let separator: UInt8 =
      firstLine.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",")
      : firstLine.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : firstLine.contains(9) ? 9 : UInt8(ascii: ",")
    var all = try Self.split(content, separator)
    guard !all.isEmpty else {
      throw Problem(.emptyFile, vi: "tệp rỗng. Chạy \"thidua template\" để lấy mẫu.", en: "the file is empty. Run \"thidua template\" for a form.")
    }
    header = all.removeFirst().cells.map { $0.lowercased() }
    rows = all
  }

  /// The bytes behind the byte order mark, all UTF-8.
  static func content(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
    guard bytes.count <= Self.largest else {
      throw Problem(.tooMany, vi: "tệp lớn hơn 64 MiB. Hãy chia nhỏ tệp.", en: "the file is larger than 64 MiB. Split it.")
    }
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    guard String(validating: content, as: UTF8.self) != nil else {
      throw Problem(
        .notUTF8, at: "line \(Self.firstBadLine(content))", vi: "tệp không phải UTF-8. Trong Excel, chọn \"CSV UTF-8\" khi lưu.",
        en: "the file is not UTF-8. In a spreadsheet, save it as \"CSV UTF-8\".")
    }
    return Array(content)
  }

  /// The first line that is neither blank nor a comment.
  private static func firstLine(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = content
    while true {
      rest = rest.drop { [0x0A, 0x0D, 32, 9].contains($0) }
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      if line.first != UInt8(ascii: "#") { return line }
      rest = rest.dropFirst(line.count)
    }
  }

  /// - Parameter everyRow: Blank rows and comments are rows too, as a spreadsheet counts them.
  static func split(_ bytes: [UInt8], _ separator: UInt8, everyRow: Bool = false) throws(Problem) -> [Row] {
    var rows: [Row] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var line = 1
    var startLine = 1
    var quoted = false
    var wasQuoted = false
    var index = 0
    func trimmed() -> String {
      if wasQuoted { return String(decoding: cell, as: UTF8.self) }
      let blanks: [UInt8] = [32, 9]
      let kept = cell.drop(while: blanks.contains).reversed().drop(while: blanks.contains).reversed()
      return String(decoding: Array(kept), as: UTF8.self)
    }
    func endCell() {
      cells.append(trimmed())
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func endRow() {
      endCell()
      // A comment that a spreadsheet has put in quotes is still one.
      let comment = cells[0].utf8.first == UInt8(ascii: "#")
      if everyRow || (!comment && (cells.count > 1 || !cells[0].isEmpty)) { rows.append(Row(line: startLine, cells: cells)) }
      cells.removeAll(keepingCapacity: true)
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quoted {
        if byte == UInt8(ascii: "\"") {
          if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { cell.append(byte); index += 1 } else { quoted = false }
        } else {
          if byte == 0x0A { line += 1 }
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "#") where !everyRow && cells.isEmpty && !wasQuoted && cell.allSatisfy({ $0 == 32 || $0 == 9 }):
        // Quotes and separators mean nothing in a comment.
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        cell = [byte]
      case UInt8(ascii: "\"") where cell.allSatisfy({ $0 == 32 || $0 == 9 }):
        quoted = true
        wasQuoted = true
        cell.removeAll(keepingCapacity: true)
      case separator: endCell()
      case 0x0D, 0x0A:
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        endRow()
        line += 1
        startLine = line
      case 32, 9: if !wasQuoted { cell.append(byte) }
      default: cell.append(byte)
      }
    }
    if quoted {
      throw Problem(
        .badRow, at: "line \(startLine)", vi: "dấu ngoặc kép mở mà không đóng. Thêm dấu \" ở cuối ô.",
        en: "a quote opens and never ends. Add the closing quote.")
    }
    if !cell.isEmpty || !cells.isEmpty || wasQuoted { endRow() }
    return rows
  }

  private static func firstBadLine(_ bytes: ArraySlice<UInt8>) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
