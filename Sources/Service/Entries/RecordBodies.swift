import Campaign
import Journal

/// The bodies of the four records, behind their origin: `Protocol/Journal.md`, "Bodies".
private let idBytesMax = 256

extension Applicability {
  func write(to body: inout BodyWriter) {
    body.string(unit.text)
    body.string(criterion)
    body.period(from)
    body.bool(through != nil)
    if let through { body.period(through) }
    body.bool(applies)
  }

  init(body: inout BodyReader) throws(JournalFailure) {
    let unit = try body.string(bytesMax: idBytesMax)
    let criterion = try body.string(bytesMax: idBytesMax)
    let from = try body.period()
    let through = try body.bool() ? try body.period() : nil
    self.init(unit: .init(unit), criterion: criterion, from: from, through: through, applies: try body.bool(), reason: "")
  }

  func with(reason: String) -> Applicability {
    Applicability(unit: unit, criterion: criterion, from: from, through: through, applies: applies, reason: reason)
  }
}

extension PeriodDecision {
  func write(to body: inout BodyWriter) {
    body.period(period)
    body.bool(unit != nil)
    body.string(unit?.text ?? "")
    body.instant(due)
    body.instant(closes)
  }

  init(body: inout BodyReader) throws(JournalFailure) {
    let period = try body.period()
    let own = try body.bool()
    let unit = try body.string(bytesMax: idBytesMax)
    self.init(
      period: period, unit: own ? .init(unit) : nil, due: try body.instant(), closes: try body.instant(), reason: "")
  }

  func with(reason: String) -> PeriodDecision {
    PeriodDecision(period: period, unit: unit, due: due, closes: closes, reason: reason)
  }
}

extension Delivery {
  func write(to body: inout BodyWriter) {
    body.string(rule)
    body.string(unit.text)
    body.bool(item != nil)
    body.string(item ?? "")
    body.i64(Int64(date.day))
    body.bool(withdrawn)
  }

  init(body: inout BodyReader) throws(JournalFailure) {
    let rule = try body.string(bytesMax: idBytesMax)
    let unit = try body.string(bytesMax: idBytesMax)
    let hasItem = try body.bool()
    let item = try body.string(bytesMax: idBytesMax)
    let day = try body.i64()
    // Days of the years 1 to 9999, as CivilDate has them: beyond, its arithmetic would leave its range.
    guard (-719_162...2_932_896).contains(day) else { throw .bodyFieldInvalid }
    self.init(
      rule: rule, unit: .init(unit), item: hasItem ? item : nil, date: CivilDate(day: Int(day)), evidence: "",
      withdrawn: try body.bool())
  }

  func with(evidence: String) -> Delivery {
    Delivery(rule: rule, unit: unit, item: item, date: date, evidence: evidence, withdrawn: withdrawn)
  }
}

extension Assessment {
  func write(to body: inout BodyWriter) {
    switch finding {
    case .rule(let id, let year, let met):
      body.u8(1)
      body.string(id)
      body.u32(UInt32(clamping: year))
      body.bool(met)
    case .initiative(let period):
      body.u8(2)
      body.period(period)
    case .falseData(let period):
      body.u8(3)
      body.period(period)
    }
    body.bool(unit != nil)
    body.string(unit?.text ?? "")
    body.bool(withdrawn)
  }

  init(body: inout BodyReader) throws(JournalFailure) {
    let finding: Finding
    switch try body.u8() {
    case 1:
      let id = try body.string(bytesMax: idBytesMax)
      let year = Int(try body.u32())
      finding = .rule(id: id, year: year, met: try body.bool())
    case 2: finding = .initiative(try body.period())
    case 3: finding = .falseData(try body.period())
    default: throw .bodyFieldInvalid
    }
    let own = try body.bool()
    let unit = try body.string(bytesMax: idBytesMax)
    self.init(finding, unit: own ? .init(unit) : nil, evidence: "", withdrawn: try body.bool())
  }

  func with(evidence: String) -> Assessment { Assessment(finding, unit: unit, evidence: evidence, withdrawn: withdrawn) }
}
