import Campaign
import Logging
import Service
import ServiceLifecycle

/// Recomputes everything from the journal in the background: once after the start, then at intervals.
struct Auditor: ServiceLifecycle.Service {
  let service: CampaignService
  /// 0: never.
  let hours: Int
  let logger: Logger

  func run() async throws {
    guard hours > 0 else { return }
    try? await cancelWhenGracefulShutdown {
      while true {
        await audit()
        try await Task.sleep(for: .seconds(hours * 3600))
      }
    }
  }

  private func audit() async {
    guard await service.state.launched != nil else { return }
    do {
      let report = try await service.audit()
      if let finding = report.finding {
        logger.critical("standings are withheld: recomputed from the journal, \(finding.text.en)")
      } else {
        logger.info("audit: the standings are those of the journal, position \(report.position)")
      }
    } catch {
      logger.warning("audit: not finished (\(error))")
    }
  }
}
