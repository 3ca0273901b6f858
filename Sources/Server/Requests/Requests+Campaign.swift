import Campaign
import FoundationEssentials
import Service
import Wire

/// The rulebook's versions, and the filings as they are in force.
extension Requests {
  func launch(_ request: LaunchRequest, _ context: RequestContext) async throws -> Reply {
    .success(answer(version: try await service.launch(Array(request.rulebook), from: context.origin)))
  }

  func amend(_ request: AmendRequest, _ context: RequestContext) async throws -> Reply {
    .success(answer(version: try await service.amend(Array(request.rulebook), from: request.from, origin: context.origin)))
  }

  func campaign(_ request: CampaignRequest) async throws -> Reply {
    let state = await service.state
    guard state.launched != nil else { throw ServiceFailure.noCampaign }
    let snapshot = try await service.snapshotForFiling()
    var response = CampaignResponse()
    response.provenance = snapshot.provenance(snapshot.current.version)
    response.versions = snapshot.state.versions.map { $0.message(snapshot.state, at: snapshot.time) }
    response.periodKind = snapshot.rulebook.periods.kind.rawValue
    response.openPeriod = snapshot.open?.description ?? ""
    response.latestClosedPeriod = snapshot.latestClosed?.description ?? ""
    if request.fileOf > 0 {
      guard let version = snapshot.state.versions.first(where: { $0.number == Int(request.fileOf) }) else {
        let last = snapshot.state.versions.count
        throw ServiceFailure.refused(Campaign.Problem(
          .badValue, at: "file_of", vi: "các phiên bản có số từ 1 đến \(last).", en: "versions are numbered from 1 to \(last)."))
      }
      response.file = Data(try await service.file(of: version))
    }
    return .success(Payload.encode(response))
  }

  func export(_ request: ExportRequest, _ context: RequestContext) async throws -> Reply {
    try context.principal.requireReading(request.unit)
    return .success(Payload.encode(try await service.snapshot().export(request)))
  }

  func tasks(_ request: TasksRequest, _ context: RequestContext) async throws -> Reply {
    try context.principal.requireReading(request.unit)
    return .success(Payload.encode(try await service.snapshot().tasks(request)))
  }
}

extension EntryReceipt {
  var message: RecordReceipt {
    var message = RecordReceipt()
    message.position = position
    message.recordedAtMs = recordedAt.milliseconds
    message.entryHash = Data(entryHash)
    return message
  }
}

extension RulebookVersion {
  /// What never changes.
  var constants: VersionRow {
    var row = VersionRow()
    row.number = UInt32(clamping: number)
    row.digest = Data(digest)
    row.effectiveFrom = effectiveFrom?.description ?? ""
    row.receipt = receipt.message
    row.units = UInt32(clamping: rulebook.units.count)
    row.criteria = UInt32(clamping: rulebook.criteria.count)
    row.rules = UInt32(clamping: rulebook.rules.count)
    return row
  }

  func message(_ state: CampaignState, at time: Instant) -> VersionRow {
    var row = constants
    if let span = state.timeline.spans.firstIndex(where: { $0.version == number - 1 }) {
      row.scoresFrom = state.timeline.spans[span].from?.description ?? ""
      row.scoresThrough = state.timeline.end(of: span)?.description ?? ""
    } else {
      row.replaced = true
    }
    row.inForce = state.version(at: time)?.number == number
    return row
  }
}
