/// What a unit wants to file: one form for one period, as read, not yet checked against the campaign.
public struct FilingDraft: Sendable {
  public struct Cell: Sendable {
    public let counter: String
    public let value: Int64
    /// Line of the file; `nil` when it came over the wire.
    public let line: Int?
    /// Where it stands, when a line does not say it: "06a.xlsx, cell D9".
    public let place: String?
    public init(counter: String, value: Int64, line: Int? = nil, place: String? = nil) {
      self.counter = counter
      self.value = value
      self.line = line
      self.place = place
    }
  }
  public let unit: String
  public let period: String
  public let form: String
  /// 0 for a first filing, else the revision that this one replaces.
  public let baseRevision: Int
  public let cells: [Cell]
  /// First line of the file that belongs to it.
  public let line: Int?

  public init(unit: String, period: String, form: String = "month", baseRevision: Int, cells: [Cell], line: Int? = nil) {
    self.unit = unit
    self.period = period
    self.form = form
    self.baseRevision = baseRevision
    self.cells = cells
    self.line = line
  }
}

/// Reads the file that an officer files: `unit,period,counter,value`.
public enum SubmissionFile {
  public static let header = ["unit", "period", "counter", "value"]

  /// The drafts of a file, one for each unit and period, in the order of their first lines.
  ///
  /// - Parameter partial: Another file gives the rest, so that a row without a value is passed over.
  /// - Throws: ``Problem`` for the file as a whole, ``Problems`` with every bad row: its number of cells, an empty value
  ///   `S-208`, `S-211` negative, `S-213` thousands separator, `S-212` fraction, `S-209` no integer, `S-217` too large.
  public static func drafts(_ bytes: [UInt8], baseRevision: Int, partial: Bool = false) throws -> [FilingDraft] {
    let table = try CSVTable(bytes)
    guard table.header == header else {
      throw Problem(
        .badHeader, at: "line 1", vi: "dòng đầu phải là \"unit,period,counter,value\".",
        en: "the first line must be \"unit,period,counter,value\".")
    }
    var problems: [Problem] = []
    var order: [[String]] = []
    var cells: [[String]: [FilingDraft.Cell]] = [:]
    for row in table.rows {
      guard row.cells.count == 4 else {
        let comma = row.cells.count == 5
        problems.append(
          Problem(
            .badRow, at: "line \(row.line)",
            vi: "dòng có \(row.cells.count) ô, cần 4 ô." + (comma ? " Số nguyên viết liền, không có dấu phẩy." : ""),
            en: "the row has \(row.cells.count) cells, 4 are needed." + (comma ? " Write integers without a comma." : "")))
        continue
      }
      if partial, row.cells[3].isEmpty { continue }
      do throws(Problem) {
        let value = try integer(row.cells[3], at: "line \(row.line), cell \"value\", counter \"\(row.cells[2])\"")
        let key = [row.cells[0], row.cells[1]]
        if cells[key] == nil { order.append(key) }
        cells[key, default: []].append(.init(counter: row.cells[2], value: value, line: row.line))
      } catch { problems.append(error) }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    guard !order.isEmpty else {
      throw Problem(.emptyFile, vi: "tệp không có dòng số liệu nào.", en: "the file has no figures below its header.")
    }
    return order.map {
      FilingDraft(unit: $0[0], period: $0[1], baseRevision: baseRevision, cells: cells[$0]!, line: cells[$0]!.first?.line)
    }
  }

  /// A counted number: ASCII digits only.
  package static func integer(_ text: String, at place: String) throws(Problem) -> Int64 {
    func refuse(_ code: ProblemCode, _ vi: String, _ en: String) -> Problem { Problem(code, at: place, vi: vi, en: en) }
    let plain = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !text.isEmpty else {
      throw refuse(.missingCounter, "ô trống. Không phát sinh thì ghi 0.", "the cell is empty. Where nothing occurred, write 0.")
    }
    if plain {
      guard text.utf8.count <= 18, let value = Int64(text), value <= FormCounter.largest else {
        throw refuse(.figureTooLarge, "số lớn hơn 10^15.", "the number is greater than 10^15.")
      }
      return value
    }
    if text.hasPrefix("-") || text.hasPrefix("\u{2212}") {
      throw refuse(.negative, "số âm. Số liệu đếm được không thể nhỏ hơn 0.", "the number is negative. A count is never below 0.")
    }
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," || $0 == " " || $0 == "\u{A0}" }
    if groups.count > 1, groups.allSatisfy({ digits($0) != nil }) {
      let grouped = groups.dropFirst().allSatisfy { $0.utf8.count == 3 } && groups[0].utf8.count <= 3
      throw grouped
        ? refuse(.separator, "số có dấu phân cách hàng nghìn. Viết liền các chữ số.", "the number has a thousands separator. Write the digits without it.")
        : refuse(.fractional, "số lẻ. Ở đây cần số nguyên.", "the number has a fraction. An integer is needed here.")
    }
    throw refuse(.notAnInteger, "không phải số nguyên. Chỉ dùng chữ số 0–9.", "this is no integer. Use the digits 0–9 only.")
  }
}
