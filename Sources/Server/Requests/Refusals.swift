import Campaign
import FoundationEssentials
import Service
import Wire

/// Failures and receipts of the service as messages.
extension ServiceFailure {
  /// Status, stable reason and effect as the wire says them.
  var reply: Reply {
    switch self {
    case .invalid(let problems):
      var message = problems.first.message(status: .invalidArgument)
      message.more = problems.all.dropFirst().map { $0.message(status: .invalidArgument) }
      return .problem(.invalidArgument, message, .notApplied)
    case .refused(let problem):
      let status: Status =
        switch problem.code {
        case .periodNotOpen: .failedPrecondition
        case .periodClosed: .periodClosed
        case .revisionConflict: .revisionConflict
        case .permissionDenied, .otherUnit, .otherAccount: .permissionDenied
        case .unknownUnit, .unknownPeriod, .unknownBlock, .unknownRule, .unknownToken: .notFound
        case .alreadyLaunched: .alreadyExists
        case .amendsOtherCampaign, .amendsPeriodKind, .amendsClosedPeriod, .amendmentDropsUnit, .amendmentBreaksFiling, .periodSettled:
          .failedPrecondition
        case .requestNumberReused: .duplicateMismatch
        default: .invalidArgument
        }
      return .problem(status, problem.message(status: status), .notApplied)
    case .conflict(let problem, let existing):
      let status: Status = problem.code == .alreadyExists ? .alreadyExists : .revisionConflict
      var message = problem.message(status: status)
      message.existing = existing.message
      return .problem(status, message, .notApplied)
    case .journal: return .problem(.unavailable, message(.unavailable), effectUnknown ? .unknown : .notApplied)
    case .journalUnreadable, .unknownEntryKind, .withheld: return .problem(.dataLoss, message(.dataLoss), .notApplied)
    case .noCampaign: return .problem(.failedPrecondition, message(.failedPrecondition), .notApplied)
    case .pointsOutOfRange: return .problem(.outOfRange, message(.outOfRange), .notApplied)
    }
  }

  private func message(_ status: Status) -> Wire.Problem {
    var message = Wire.Problem()
    message.status = UInt32(status.rawValue)
    message.reason = code.number
    message.name = code.name
    message.textVi = text.vi
    message.textEn = text.en
    return message
  }
}

extension Campaign.Problem {
  func message(status: Status) -> Wire.Problem {
    var message = Wire.Problem()
    message.status = UInt32(status.rawValue)
    message.reason = code.number
    message.name = code.name
    message.textVi = vi
    message.textEn = en
    message.path = place
    return message
  }
}

extension Service.Receipt {
  var message: Wire.Receipt {
    var message = Wire.Receipt()
    message.position = position
    message.contentKey = Data(contentKey)
    message.recordedAtMs = recordedAt.milliseconds
    message.entryHash = Data(entryHash)
    message.unit = unit.text
    message.period = period.description
    message.form = form
    message.revision = UInt32(clamping: revision)
    message.replaces = UInt32(clamping: replaces)
    message.late = late
    message.rulebookDigest = Data(rulebookDigest)
    return message
  }
}
