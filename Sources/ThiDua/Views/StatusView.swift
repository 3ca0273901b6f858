import Campaign
import Client
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Report {
  /// What became of a request.
  ///
  /// - Throws: ``Client/ClientFailure`` `protocolViolation` for an answer that cannot be read.
  init(_ response: StatusResponse, of number: UInt64, _ words: Words) throws {
    let state: String
    let said: String
    switch response.state {
    case .applied: (state, said) = ("applied", words("Yêu cầu \(number): đã ghi.", "Request \(number): recorded."))
    case .inProgress:
      (state, said) = ("in-progress", words("Yêu cầu \(number): máy chủ đang xử lý. Hỏi lại sau.", "Request \(number): being worked on. Ask again."))
    case .unknown, .unspecified, .UNRECOGNIZED:
      (state, said) = (
        "unknown",
        words(
          "Yêu cầu \(number): máy chủ chưa ghi gì dưới số này. Gửi lại an toàn.",
          "Request \(number): the server has recorded nothing under this number. It is safe to send again.")
      )
    }
    let method = Method(rawValue: UInt16(clamping: response.method))
    let receipts = try Self.receipts(response, method)
    self.init(
      csv: [["request_number", "state", "method", "position", "recorded_at", "entry_hash"]]
        + (receipts.isEmpty ? [[String(number), state, "", "", "", ""]] : receipts.map { [String(number), state, method?.name ?? ""] + $0.csv }),
      json: .object([
        ("request_number", .whole(number)), ("state", .string(state)), ("method", .text(method?.name)),
        ("digest", .text(response.digest.isEmpty ? nil : hexText(response.digest))), ("receipts", .list(receipts.map(\.json))),
      ]))
    add(said, .strong)
    guard response.state == .applied else { return }
    var table = Table([
      Column(words("Vị trí", "Position"), .right), Column(words("Thời điểm (UTC+7)", "Time (UTC+7)")), Column(words("Mã băm", "Hash")),
    ])
    table.rows = receipts.map { [Cell(words.whole($0.position)), Cell(words.instant($0.recordedAtMs)), Cell(shortHex($0.entryHash))] }
    parts.append(.table(table))
  }

  /// The receipts in the answer of any call that stores something.
  private static func receipts(_ response: StatusResponse, _ method: Method?) throws -> [RecordReceipt] {
    let answer = Array(response.answer)
    func receipt(_ position: UInt64, _ recordedAtMs: Int64, _ hash: Data) -> RecordReceipt {
      var receipt = RecordReceipt()
      receipt.position = position
      receipt.recordedAtMs = recordedAtMs
      receipt.entryHash = hash
      return receipt
    }
    do throws(WireProblem) {
      switch method {
      case .submit:
        return try Payload.decode(SubmitResponse.self, from: answer).receipts.map { receipt($0.position, $0.recordedAtMs, $0.entryHash) }
      case .publishIndex:
        let one = try Payload.decode(PublishResponse.self, from: answer)
        return [receipt(one.position, one.recordedAtMs, one.entryHash)]
      case .launch, .amend: return [try Payload.decode(VersionResponse.self, from: answer).version.receipt]
      case .deliver, .assess, .setApplicability, .decidePeriod, .issueToken, .revokeToken:
        return try Payload.decode(RecordResponse.self, from: answer).receipts
      default: return []
      }
    } catch { throw ClientFailure.protocolViolation(error.text.english) }
  }
}

extension RecordReceipt {
  fileprivate var csv: [String] { [String(position), machineInstant(recordedAtMs), hexText(entryHash)] }

  fileprivate var json: JSON {
    .object([
      ("position", .whole(position)), ("recorded_at", .string(machineInstant(recordedAtMs))), ("entry_hash", .string(hexText(entryHash))),
    ])
  }
}
