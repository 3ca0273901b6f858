import Campaign
import FoundationEssentials
import Ranking
import Service
import Wire

/// Views of a snapshot as messages.
extension Snapshot {
  /// - Parameter version: The one that what is shown was scored with.
  func provenance(_ version: RulebookVersion) -> Provenance {
    var message = state.provenance(at: time)
    message.campaign = version.rulebook.id
    message.nameVi = version.rulebook.name.vi
    message.nameEn = version.rulebook.name.en
    message.rulebookDigest = Data(version.digest)
    return message
  }

  /// The period that a request names; without a name the latest closed one, or the first.
  func requested(_ text: String) throws -> Period {
    guard !text.isEmpty else { return latestClosed ?? standings.scope.first }
    guard let period = period(text), period <= standings.scope.last else {
      throw ServiceFailure.refused(Campaign.Problem(
        .unknownPeriod, at: "period", vi: "không có kỳ \"\(text)\" trong phong trào, hoặc kỳ chưa mở.",
        en: "there is no period \"\(text)\" in the campaign, or it has not opened."))
    }
    return period
  }

  private func requestedUnit(_ text: String, in period: Period) throws -> ReportingUnit {
    guard let unit = span(of: period).rulebook.unit(.init(text)) else {
      throw ServiceFailure.refused(Campaign.Problem(
        .unknownUnit, at: "unit", vi: "không có đơn vị \"\(text)\" trong danh sách của phong trào.",
        en: "there is no unit \"\(text)\" on the campaign's roster."))
    }
    return unit
  }

  // MARK: ranking

  /// - Parameter wanted: Which rows of each block, from 0 on.
  /// - Throws: ``ServiceFailure``; `ANSWER_TOO_LARGE` where more rows of a block are wanted than a list may hold.
  func ranking(period text: String, block: String, scoreboard: String, rows wanted: Range<Int> = 0..<Int.max) throws -> RankingResponse {
    let period = try requested(text)
    let standings = try standings(of: period, by: scoreboard)
    let rulebook = standings.rulebook
    let blocks = block.isEmpty ? rulebook.blocks : rulebook.blocks.filter { $0.id == block }
    guard !blocks.isEmpty else {
      let all = rulebook.blocks.map(\.id).joined(separator: ", ")
      throw ServiceFailure.refused(Campaign.Problem(
        .unknownBlock, at: "block", vi: "không có khối \"\(block)\". Các khối: \(all).", en: "there is no block \"\(block)\". Blocks: \(all)."))
    }
    var response = RankingResponse()
    response.provenance = provenance(span(of: period).version)
    response.period = period.description
    response.periodLabelVi = period.labelVi
    response.provisional = isProvisional(period)
    response.publishedDecimals = UInt32(rulebook.ranking.published)
    response.blocks = try blocks.map { block in
      let places = standings.places(of: block.id, in: period)
      let rows = wanted.clamped(to: 0..<places.count)
      guard rows.count <= Limits().listElementsMax else {
        throw WireProblem.stream(.answerTooLarge, "\(rows.count) rows of a block, at most \(Limits().listElementsMax) at a time")
      }
      var message = RankingBlock()
      message.block = block.id
      message.nameVi = block.name.vi
      message.nameEn = block.name.en
      message.rows = places[rows].map { row(rulebook.units[$0.unit], standings.standing(unit: $0.unit, in: period), period) }
      message.firstRow = UInt32(clamping: rows.lowerBound)
      message.allRows = UInt32(clamping: places.count)
      return message
    }
    return response
  }

  private func row(_ unit: ReportingUnit, _ standing: Standing, _ period: Period) -> RankingRow {
    var row = RankingRow()
    row.unit = unit.id.text
    row.unitName = unit.name
    if let place = standing.place { row.place = UInt32(clamping: place) }
    row.tied = standing.tied
    if let total = standing.published { row.total = total.millionths }
    row.reason = standing.reason?.rawValue ?? ""
    row.reasonVi = standing.reason?.text.vi ?? ""
    row.reasonEn = standing.reason?.text.en ?? ""
    if let moved = standing.movedSincePrevious { row.movedMonth = Int32(clamping: moved) }
    if let moved = standing.movedSinceLastYear { row.movedYear = Int32(clamping: moved) }
    if let gain = standing.gainSinceLastYear { row.gainYear = gain.millionths }
    if let verdict = standing.placesGained { row.placesGained = verdict.message }
    row.applicable = standing.applicable.millionths
    row.monthsFiled = UInt32(clamping: standing.monthsFiled)
    row.monthsDue = UInt32(clamping: standing.monthsDue)
    row.late = state.workingDaysLate(unit.id, period) != nil
    return row
  }

  // MARK: one unit

  func unit(_ id: String, period text: String) throws -> UnitResponse {
    let period = try requested(text)
    let unit = try requestedUnit(id, in: period)
    let (rulebook, standings) = (span(of: period).rulebook, span(of: period).standings)
    guard let standing = standings.standing(of: unit.id, in: period) else {
      throw ServiceFailure.refused(Campaign.Problem(.unknownPeriod, at: "period", vi: "kỳ chưa được xếp hạng.", en: "the period is not ranked."))
    }
    var response = UnitResponse()
    response.provenance = provenance(span(of: period).version)
    response.unit = unit.id.text
    response.unitName = unit.name
    response.block = unit.block
    response.blockNameVi = rulebook.blocks.first { $0.id == unit.block }?.name.vi ?? ""
    response.period = period.description
    response.periodLabelVi = period.labelVi
    response.provisional = isProvisional(period)
    response.standing = row(unit, standing, period)
    response.rankedInBlock = UInt32(standings.board(of: unit.block, in: period).count { $0.standing.place != nil })
    response.criteria = standings.explanation(of: unit.id, in: period).map(\.message)
    if let inForce = state.inForce(unit.id, period) {
      response.revision = UInt32(clamping: inForce.receipt.revision)
      response.filedAtMs = inForce.receipt.recordedAt.milliseconds
    }
    response.publishedDecimals = UInt32(rulebook.ranking.published)
    response.leafDecimals = UInt32(rulebook.decimals)
    response.earned = standing.earned.millionths
    return response
  }

  // MARK: the blank month

  func form(unit id: String, period text: String) throws -> FormResponse {
    guard let period = period(text) else {
      throw ServiceFailure.refused(Campaign.Problem(
        .unknownPeriod, at: "period", vi: "không có kỳ \"\(text)\" trong phong trào.", en: "there is no period \"\(text)\" in the campaign."))
    }
    let unit = try requestedUnit(id, in: period)
    let form = blankForm(unit, period)
    var response = FormResponse()
    response.provenance = provenance(form.version)
    response.unit = unit.id.text
    response.unitName = unit.name
    response.period = period.description
    response.periodLabelVi = period.labelVi
    response.opensAtMs = form.opens.milliseconds
    response.dueAtMs = form.due.milliseconds
    response.closesAtMs = form.closes.milliseconds
    response.state = form.state.rawValue
    response.revision = UInt32(clamping: form.revision)
    response.rows = form.rows.map { known in
      var row = FormRow()
      row.counter = known.counter.code
      row.nameVi = known.counter.name.vi
      row.nameEn = known.counter.name.en
      row.combine = known.counter.combination.rawValue
      row.unitOfMeasure = known.counter.unitOfMeasure
      if let value = known.filed { row.current = value }
      if let value = known.lastYear { row.lastYear = value }
      if let value = known.carried { row.carried = value }
      return row
    }
    return response
  }
}

extension CampaignState {
  /// What an answer was computed from, before there is any rulebook.
  func provenance(at time: Instant) -> Provenance {
    var message = Provenance()
    message.journalPosition = position
    message.journalHead = Data(headHash)
    message.timeMs = time.milliseconds
    message.deployment = genesis?.deployment ?? ""
    message.demonstration = genesis?.isDemonstration ?? false
    return message
  }
}

extension CriterionResult {
  var message: CriterionRow {
    var row = CriterionRow()
    row.code = criterion.code
    row.nameVi = criterion.name.vi
    row.nameEn = criterion.name.en
    row.field = criterion.field ?? ""
    row.pointsMax = criterion.points.millionths
    row.unitOfMeasure = criterion.unitOfMeasure
    switch leaf {
    case .scored(let points):
      row.state = "scored"
      row.points = points.millionths
    case .missing: (row.state, row.stateVi) = ("missing", "thiếu báo cáo")
    case .pending: (row.state, row.stateVi) = ("pending", "chưa đến hạn")
    case .notApplicable: (row.state, row.stateVi) = ("not-applicable", "không phát sinh")
    case .notConcerned: (row.state, row.stateVi) = ("not-concerned", "không thuộc diện")
    case .followed: (row.state, row.stateVi) = ("followed", "theo dõi")
    }
    if let value, let n = Int64(exactly: value.numerator), let d = Int64(exactly: value.denominator) {
      var quantity = Quantity()
      quantity.numerator = n
      quantity.denominator = d
      quantity.percent = isRatio
      row.value = quantity
    }
    if let target {
      var decimal = Wire.Decimal()
      decimal.coefficient = target.coefficient
      decimal.scale = UInt32(target.scale)
      row.target = decimal
    }
    if let points = againstPrevious { row.againstMonth = points.millionths }
    if let points = againstLastYear { row.againstYear = points.millionths }
    return row
  }
}
