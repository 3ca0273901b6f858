import Campaign
import Ranking
import Service
import Wire

/// Rules with their outcomes, and what units have to do, as messages.
extension Snapshot {
  func objectives(_ request: ObjectivesRequest) -> ObjectivesResponse {
    let year = request.year > 0 ? Int(clamping: request.year) : (latestClosed ?? standings.scope.first).year
    let (version, objectives) = outcomes(of: year)
    var response = ObjectivesResponse()
    response.provenance = provenance(version)
    response.year = UInt32(clamping: year)
    response.rows = objectives.filter { request.rule.isEmpty || $0.rule.id == request.rule }
      .map { $0.message(withUnits: request.withUnits) }
    return response
  }

  func tasks(_ request: TasksRequest) throws -> TasksResponse {
    guard let unit = rulebook.unit(.init(request.unit)) else {
      throw ServiceFailure.refused(Campaign.Problem(
        .unknownUnit, at: "unit", vi: "không có đơn vị \"\(request.unit)\" trong danh sách của phong trào.",
        en: "there is no unit \"\(request.unit)\" on the campaign's roster."))
    }
    let today = time.vietnamDate
    guard let day = request.asOf.isEmpty ? today : CivilDate(request.asOf) else {
      throw ServiceFailure.refused(Campaign.Problem(
        .badValue, at: "as_of", vi: "ngày viết như 2023-12-15.", en: "write the day like 2023-12-15."))
    }
    let all = obligations(of: unit.id, asOf: day)
    var response = TasksResponse()
    response.provenance = provenance(current.version)
    response.unit = unit.id.text
    response.unitName = unit.name
    response.asOf = day.description
    response.open = UInt32(all.count { $0.state == .open })
    response.late = UInt32(all.count { $0.state == .late })
    let shown = all.filter { request.lateOnly ? $0.state == .late : !request.openOnly || $0.state != .done }
    // A list of the wire has an end; what is late stands first.
    response.rows = shown.prefix(Limits().listElementsMax).map(\.message)
    return response
  }
}

extension Objective {
  func message(withUnits: Bool) -> ObjectiveRow {
    var row = ObjectiveRow()
    row.rule = rule.id
    row.kind = rule.kindCode
    row.subjectVi = subject.vi
    row.subjectEn = subject.en
    row.quote = rule.source.quote
    row.source = rule.source.description
    row.outcome = verdict.message
    row.evidenceVi = evidence.vi
    row.evidenceEn = evidence.en
    row.demandVi = demand.vi
    row.demandEn = demand.en
    row.titleVi = rule.title.vi
    row.titleEn = rule.title.en
    row.levels = rule.levels.map(\.rawValue)
    row.firstYear = UInt32(clamping: rule.window.lowerBound)
    row.lastYear = UInt32(clamping: rule.window.upperBound)
    row.undated = rule.isUndated
    row.dueAtEnd = rule.dueAtEnd
    guard withUnits else { return row }
    row.units = units.prefix(Limits().listElementsMax).map { unit, verdict in
      var outcome = UnitOutcome()
      outcome.unit = unit.id.text
      outcome.unitName = unit.name
      outcome.outcome = verdict.message
      return outcome
    }
    return row
  }
}

extension Obligation {
  var message: TaskRow {
    var row = TaskRow()
    row.rule = rule.id
    row.kind = rule.kindCode
    row.year = UInt32(clamping: year ?? 0)
    row.role = role.rawValue
    row.titleVi = rule.title.vi
    row.titleEn = rule.title.en
    row.demandVi = demand.vi
    row.demandEn = demand.en
    row.due = due?.description ?? ""
    row.state = state.rawValue
    row.daysOverdue = UInt32(clamping: daysOverdue)
    row.outcome = verdict.message
    row.leads = leads.prefix(Limits().listElementsMax).map(\.id.text)
    row.with = cooperating.prefix(Limits().listElementsMax).map(\.id.text)
    row.withText = (rule.kind as? PlanTaskRule)?.others?.vi ?? ""
    row.items = items.map { item, done in
      var message = TaskItem()
      message.id = item.id
      message.nameVi = item.name.vi
      message.nameEn = item.name.en
      message.doneOn = done?.date.description ?? ""
      return message
    }
    row.events = deliveries.suffix(Limits().listElementsMax).map { delivery in
      var event = TaskEvent()
      event.date = delivery.date.description
      event.item = delivery.item ?? ""
      event.evidence = delivery.evidence
      event.enteredOn = delivery.enteredOn?.description ?? ""
      return event
    }
    row.quote = rule.source.quote
    row.source = rule.source.description
    return row
  }
}

extension Verdict {
  var message: Wire.Outcome {
    var message = Wire.Outcome()
    message.code =
      switch outcome {
      case .met: .met
      case .notMet: .notMet
      case .pending: .pending
      case .missing: .missing
      case .notApplicable: .notApplicable
      case .undetermined: .undetermined
      }
    message.reason = reason?.rawValue ?? ""
    message.textVi = text.vi
    message.textEn = text.en
    message.daysLate = UInt32(clamping: daysLate ?? 0)
    if let share, let n = Int64(exactly: share.numerator), let d = Int64(exactly: share.denominator) {
      var quantity = Quantity()
      // A share is in percent already.
      quantity.numerator = n
      quantity.denominator = d
      message.share = quantity
    }
    message.brokenIn = brokenIn?.description ?? ""
    message.overfulfilled = overfulfilled
    return message
  }
}
