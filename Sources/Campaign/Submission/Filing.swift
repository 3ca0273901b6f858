/// A filing that satisfies the campaign's form: every counter of the unit once, all identities kept.
public struct Filing: Sendable, Hashable {
  public let unit: ReportingUnit.ID
  public let period: Period
  public let form: String
  public let baseRevision: Int
  /// Ascending by the bytes of the counter's code, each once.
  public let figures: [(counter: String, value: Int64)]

  /// A filing read back from where only valid ones are kept.
  package init(
    unit: ReportingUnit.ID, period: Period, form: String, baseRevision: Int, figures: [(counter: String, value: Int64)]
  ) {
    self.unit = unit
    self.period = period
    self.form = form
    self.baseRevision = baseRevision
    self.figures = figures
  }

  public static func == (a: Filing, b: Filing) -> Bool {
    a.unit == b.unit && a.period == b.period && a.form == b.form && a.baseRevision == b.baseRevision
      && a.figures.elementsEqual(b.figures) { $0 == $1 }
  }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(unit)
    hasher.combine(period)
    hasher.combine(baseRevision)
  }

  /// The first counter, in the order of the layout, whose value differs from another filing's.
  public func firstDifference(from other: Filing) -> String? {
    for (mine, theirs) in zip(figures, other.figures) where mine != theirs { return min(mine.counter, theirs.counter) }
    return figures.count == other.figures.count ? nil : (figures.count > other.figures.count ? figures : other.figures)[min(figures.count, other.figures.count)].counter
  }

  /// The bytes whose SHA-256 is the content key: the same content gives the same receipt for ever.
  ///
  /// Layout, integers big-endian, texts as u16 length and UTF-8: the ASCII line `thidua content key 1` and a line feed;
  /// campaign, unit, period, form; u32 base revision; u32 number of figures; then each figure as counter and i64 value,
  /// ascending by the bytes of the counter.
  public func contentKeyBytes(campaign: String) -> [UInt8] {
    var bytes = Array("thidua content key 1\n".utf8)
    func append(_ text: String) {
      bytes += withUnsafeBytes(of: UInt16(clamping: text.utf8.count).bigEndian, Array.init)
      bytes += text.utf8
    }
    append(campaign)
    append(unit.text)
    append(period.description)
    append(form)
    bytes += withUnsafeBytes(of: UInt32(clamping: baseRevision).bigEndian, Array.init)
    bytes += withUnsafeBytes(of: UInt32(clamping: figures.count).bigEndian, Array.init)
    for (counter, value) in figures {
      append(counter)
      bytes += withUnsafeBytes(of: value.bigEndian, Array.init)
    }
    return bytes
  }
}

extension Rulebook {
  /// The monthly form of a campaign; further forms come with official layouts.
  public static let monthForm = "month"

  /// Checks a draft against the campaign.
  ///
  /// Whether the period is open is not asked here: that needs a clock.
  ///
  /// - Throws: ``Problems`` with everything found, in this order: unit `S-205`, period `S-207`, form `S-227`; then by line
  ///   unknown counter `S-206`, a counter that is not this unit's `S-219`, one given twice `S-216`, range `S-211`/`S-217`;
  ///   then counters that are missing `S-208`; and, when all are there, broken identities `S-215` and `S-214`.
  public func validated(_ draft: FilingDraft) throws(Problems) -> Filing {
    let start = draft.line.map { "line \($0)" } ?? "unit \"\(draft.unit)\""
    guard let unit = unit(.init(draft.unit)) else {
      let near = nearest(draft.unit, in: units.map(\.id.text)).map { " (\($0)?)" } ?? ""
      throw Problems([Problem(
        .unknownUnit, at: start, vi: "không có đơn vị \"\(draft.unit)\"\(near) trong danh sách của phong trào.",
        en: "there is no unit \"\(draft.unit)\"\(near) on the campaign's roster.")])
    }
    guard let period = period(draft.period) else {
      throw Problems([Problem(
        .unknownPeriod, at: start, vi: "không có kỳ \"\(draft.period)\". Viết như \(periods.kind.example), trong thời gian của phong trào.",
        en: "there is no period \"\(draft.period)\". Write it like \(periods.kind.example), inside the campaign.")])
    }
    guard draft.form == Self.monthForm else {
      throw Problems([Problem(.unknownForm, at: start, vi: "không có biểu mẫu này.", en: "there is no such form.")])
    }
    var problems: [Problem] = []
    var values: [Int: Int64] = [:]
    for (offset, cell) in draft.cells.enumerated() {
      let place =
        cell.place ?? cell.line.map { "line \($0), cell \"counter\", counter \"\(cell.counter)\"" }
        ?? "figures[\(offset)], counter \"\(cell.counter)\""
      guard let index = counterIndex[cell.counter] else {
        let near = nearest(cell.counter, in: counters.map(\.code)).map { " (\($0)?)" } ?? ""
        problems.append(Problem(.unknownCounter, at: place, vi: "không có số liệu này\(near).", en: "there is no such counter\(near)."))
        continue
      }
      guard counters[index].concerns(unit) else {
        problems.append(Problem(
          .counterNotForUnit, at: place, vi: "đơn vị \"\(unit.id)\" không nhập số liệu này. Xóa dòng.",
          en: "unit \"\(unit.id)\" does not enter this counter. Delete the line."))
        continue
      }
      guard cell.value >= 0 else {
        problems.append(Problem(.negative, at: place, vi: "số âm.", en: "the number is negative."))
        continue
      }
      guard cell.value <= FormCounter.largest else {
        problems.append(Problem(.figureTooLarge, at: place, vi: "số lớn hơn 10^15.", en: "the number is greater than 10^15."))
        continue
      }
      guard values.updateValue(cell.value, forKey: index) == nil else {
        problems.append(Problem(.duplicateCell, at: place, vi: "số liệu này đã có ở trên.", en: "this counter stands above already."))
        continue
      }
    }
    let form = counters.indices.filter { counters[$0].concerns(unit) }
    if problems.isEmpty {
      for index in form where values[index] == nil {
        problems.append(Problem(
          .missingCounter, at: "\(start), counter \"\(counters[index].code)\"",
          vi: "thiếu số liệu \"\(counters[index].name.vi)\". Không phát sinh thì ghi 0.",
          en: "the counter \"\(counters[index].name.en)\" is missing. Where nothing occurred, write 0."))
      }
    }
    if problems.isEmpty {
      let placed = draft.cells.compactMap { cell in cell.place.map { (cell.counter, $0) } }
      let places = Dictionary(placed, uniquingKeysWith: { first, _ in first })
      problems = brokenIdentities(values, at: start, places)
    }
    guard problems.isEmpty else { throw Problems(problems) }
    let figures = form.map { (counter: counters[$0].code, value: values[$0]!) }
      .sorted { $0.counter.utf8.lexicographicallyPrecedes($1.counter.utf8) }
    return Filing(unit: unit.id, period: period, form: draft.form, baseRevision: draft.baseRevision, figures: figures)
  }

  /// What must hold between counters and does not; what is not known yet is passed over.
  ///
  /// - Parameters:
  ///   - values: By index in ``counters``; each at most ``FormCounter/largest``.
  ///   - places: Where counters stand, for drafts whose lines do not say it.
  package func brokenIdentities(_ values: [Int: Int64], at start: String, _ places: [String: String]) -> [Problem] {
    func place(_ index: Int) -> String { places[counters[index].code] ?? "\(start), counter \"\(counters[index].code)\"" }
    func sum(_ indices: [Int]) -> Int64? {
      var total: Int64 = 0
      for index in indices {
        guard let value = values[index] else { return nil }
        total += value
      }
      return total
    }
    func names(_ indices: [Int]) -> String { indices.map { counters[$0].code }.joined(separator: " + ") }
    return identities.compactMap { identity in
      switch identity {
      case .sum(let total, let parts):
        guard let whole = values[total], let sum = sum(parts), whole != sum else { return nil }
        return Problem(
          .identityBroken, at: place(total),
          vi: "\(counters[total].code) phải bằng \(names(parts)). Kiểm tra lại các ô này.",
          en: "\(counters[total].code) must equal \(names(parts)). Check these cells.")
      case .part(let part, let whole):
        guard let value = values[part], let sum = sum(whole), value > sum else { return nil }
        return Problem(
          .partExceedsWhole, at: place(part),
          vi: "\(counters[part].code) không thể lớn hơn \(names(whole)).",
          en: "\(counters[part].code) cannot be greater than \(names(whole)).")
      }
    }
  }
}
