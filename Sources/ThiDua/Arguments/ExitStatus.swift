import Campaign
import Client
import Ranking
import Transport
import Wire

/// How the process ends; the numbers of sysexits.h.
enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  /// Wrong usage: the arguments, or a file they name.
  case usage = 64
  /// Invalid figures or rulebook.
  case invalid = 65
  /// No server, or it cannot answer now. Nothing was stored.
  case unreachable = 69
  case ourFault = 70
  /// Chưa xác nhận: nobody knows whether it was stored. Sending again cannot count twice.
  case notConfirmed = 75
  /// The server refused. Nothing was stored.
  case refused = 77
}

extension ExitStatus {
  /// A file or option of ours is wrong usage; a server that does not take our certificate refuses; another cannot be reached.
  init(_ problem: TransportProblem) {
    switch problem.kind {
    case .plainListening, .plainConnecting, .fileUnreadable, .fileInvalid, .keyNotPrivate, .keyOfAnother, .fileExists: self = .usage
    case .clientCertificateRefused: self = .refused
    case .certificateUntrusted, .certificateExpired, .certificateOtherName, .versionRefused, .notTLS, .tlsExpected, .otherProtocol,
      .handshakeFailed, .serverCertificateRefused:
      self = .unreachable
    }
  }
}

/// Why a command ends without its answer: what stands on standard error, line by line.
struct Failure: Error, Sendable {
  let status: ExitStatus
  let lines: [String]

  init(_ status: ExitStatus, _ lines: String...) { self.init(status, lines: lines) }
  init(_ status: ExitStatus, lines: [String]) {
    self.status = status
    self.lines = lines
  }

  /// Every error that a command can throw, but those of the argument parser.
  ///
  /// - Parameter stores: The command wanted to store something, so that a lost answer leaves a doubt.
  init(_ error: any Error, stores: Bool, in words: Words) {
    switch error {
    case let failure as Failure: self = failure
    case let problem as Campaign.Problem: self.init(.invalid, problem.text(english: words.language == .en))
    case let problems as Problems:
      self.init(.invalid, lines: problems.all.map { $0.text(english: words.language == .en) })
    case let range as PointsOutOfRange:
      self.init(
        .invalid,
        Campaign.Problem(
          .pointsOutOfRange, at: "unit \"\(range.unit)\", period \(range.period), criterion \"\(range.criterion)\"",
          vi: "điểm vượt quá ±10^9. Giảm trọng số hoặc kiểm tra số liệu.",
          en: "the points leave ±10^9. Lower the weight or check the figures."
        ).text(english: words.language == .en))
    case let failure as ClientFailure: self.init(failure, stores: stores, in: words)
    case let doubt as Unconfirmed:
      let failure = Failure(doubt.failure, stores: true, in: words)
      let number = doubt.requestNumber
      let ask = words("Yêu cầu số \(number). Hỏi máy chủ", "Request \(number). Ask the server") + ": thidua status \(number)"
      self.init(failure.status, lines: failure.lines + [ask])
    case let error as ClientIdentityError:
      self.init(
        .ourFault,
        words("không giữ được mã máy khách và số yêu cầu; chưa gửi gì", "the client's id and request number cannot be kept; nothing was sent")
          + " (\(error)).")
    default: self.init(.ourFault, words("lỗi của chương trình", "our fault") + ": \(error)")
    }
  }

  private init(_ failure: ClientFailure, stores: Bool, in words: Words) {
    switch failure {
    case .unreachable(let text):
      self.init(.unreachable, words("không kết nối được máy chủ; chưa gửi gì", "the server cannot be reached; nothing was sent") + " (\(text)).")
    case .insecure(let problem):
      let text = words(problem.text.vietnamese, problem.text.english)
      self.init(ExitStatus(problem), "\(text) " + words("Chưa gửi gì.", "Nothing was sent."))
    case .refused(let problem):
      self.init(failure.isWorthRetrying ? .unreachable : .refused, lines: refusal(problem, in: words))
    case .notConfirmed(let text) where stores, .protocolViolation(let text) where stores:
      self.init(.notConfirmed, words("chưa xác nhận, gửi lại an toàn", "not confirmed; safe to send again") + " (\(text)).")
    case .notConfirmed(let text):
      self.init(.unreachable, words("máy chủ không trả lời", "the server did not answer") + " (\(text)).")
    case .protocolViolation(let text):
      self.init(.ourFault, words("máy chủ trả lời sai giao thức", "the server broke the protocol") + " (\(text)).")
    }
  }
}

/// Number, name, place and text of everything that the server found, and the receipt that stands in the way.
private func refusal(_ problem: Wire.Problem, in words: Words) -> [String] {
  var lines: [String] = []
  func add(_ problem: Wire.Problem) {
    let place = problem.path.isEmpty ? "" : " (\(problem.path))"
    var text = words(problem.textVi, problem.textEn)
    // Texts of the wire begin with their number.
    if !problem.reason.isEmpty, text.hasPrefix(problem.reason + " ") { text = String(text.dropFirst(problem.reason.count + 1)) }
    lines.append("\(problem.reason) \(problem.name)\(place): \(text.isEmpty ? "status \(problem.status)" : text)")
    if problem.hasExisting {
      let receipt = problem.existing
      lines.append(
        "  " + words("đã có", "stored") + ": \(receipt.unit), \(words.period(receipt.period)), "
          + words("lần \(receipt.revision), vị trí \(receipt.position)", "revision \(receipt.revision), position \(receipt.position)")
          + ", \(words.instant(receipt.recordedAtMs)), \(shortHex(receipt.entryHash))")
    }
  }
  add(problem)
  for more in problem.more { add(more) }
  return lines
}
