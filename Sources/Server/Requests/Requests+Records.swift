import Campaign
import Service
import Wire

/// What is recorded beside figures.
extension Requests {
  func deliver(_ request: DeliverRequest, _ context: RequestContext) async throws -> Reply {
    try context.principal.requireFiling(for: request.deliveries.map(\.unit))
    try await check(campaign: request.campaign)
    guard (1...1000).contains(request.deliveries.count) else {
      throw ServiceFailure.refused(Campaign.Problem(
        .tooMany, at: "deliveries", vi: "mỗi lần gửi từ 1 đến 1.000 kết quả.", en: "send 1 to 1,000 deliveries at a time."))
    }
    let records = try request.deliveries.enumerated().map { number, one in
      guard let date = CivilDate(one.date) else {
        throw ServiceFailure.refused(Campaign.Problem(
          .badValue, at: "deliveries[\(number)].date", vi: "ngày viết như 2023-12-15.", en: "write the day like 2023-12-15."))
      }
      return CampaignRecord.delivery(Delivery(
        rule: one.rule, unit: .init(one.unit), item: one.item.isEmpty ? nil : one.item, date: date, evidence: one.evidence,
        withdrawn: one.withdrawn))
    }
    return try await record(records, context)
  }

  func assess(_ request: AssessRequest, _ context: RequestContext) async throws -> Reply {
    try await check(campaign: request.campaign)
    let finding: Assessment.Finding
    switch request.finding {
    case .rule: finding = .rule(id: request.rule, year: Int(request.year), met: request.met)
    case .initiative: finding = .initiative(try await period(request.period, "period"))
    case .falseData: finding = .falseData(try await period(request.period, "period"))
    case .unspecified, .UNRECOGNIZED:
      throw ServiceFailure.refused(Campaign.Problem(
        .badValue, at: "finding", vi: "máy chủ không biết loại đánh giá này.", en: "the server does not know this finding."))
    }
    let assessment = Assessment(
      finding, unit: request.unit.isEmpty ? nil : .init(request.unit), evidence: request.evidence, withdrawn: request.withdrawn)
    return try await record([.assessment(assessment)], context)
  }

  func setApplicability(_ request: ApplicabilityRequest, _ context: RequestContext) async throws -> Reply {
    try await check(campaign: request.campaign)
    let value = Applicability(
      unit: .init(request.unit), criterion: request.criterion, from: try await period(request.from, "from"),
      through: request.through.isEmpty ? nil : try await period(request.through, "through"), applies: request.applies,
      reason: request.reason)
    return try await record([.applicability(value)], context)
  }

  func decidePeriod(_ request: PeriodDecisionRequest, _ context: RequestContext) async throws -> Reply {
    try await check(campaign: request.campaign)
    let decision = PeriodDecision(
      period: try await period(request.period, "period"), unit: request.unit.isEmpty ? nil : .init(request.unit),
      due: request.hasDueAtMs ? try instant(request.dueAtMs, "due_at_ms") : nil,
      closes: request.hasClosesAtMs ? try instant(request.closesAtMs, "closes_at_ms") : nil, reason: request.reason)
    return try await record([.periodDecision(decision)], context)
  }

  private func record(_ records: [CampaignRecord], _ context: RequestContext) async throws -> Reply {
    .success(answer(records: try await service.record(records, from: context.origin)))
  }

  private func period(_ text: String, _ name: String) async throws -> Period {
    guard let period = await service.state.period(text) else {
      throw ServiceFailure.refused(Campaign.Problem(
        .unknownPeriod, at: name, vi: "không có kỳ \"\(text)\" trong phong trào.", en: "there is no period \"\(text)\" in the campaign."))
    }
    return period
  }

  /// An instant of the years 1900–2200: beyond, the calendar's arithmetic would leave its range.
  func instant(_ milliseconds: Int64, _ name: String) throws -> Instant {
    guard (-2_208_988_800_000...7_289_654_400_000).contains(milliseconds) else {
      throw ServiceFailure.refused(Campaign.Problem(
        .badPeriodDecision, at: name, vi: "thời điểm không hợp lệ.", en: "the instant is not valid."))
    }
    return Instant(milliseconds: milliseconds)
  }
}
