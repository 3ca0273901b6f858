import NIOCore
import Wire

/// How long it took from a receipt to the item that shows it, at each viewer.
struct Sightings: Sendable {
  /// Receipts with the time of each, by position.
  private let receipts: [(position: UInt64, at: NIODeadline)]

  init(_ result: SteadyResult) throws {
    var receipts: [(position: UInt64, at: NIODeadline)] = []
    for (answer, time) in zip(result.answers, result.times) {
      for receipt in try Payload.decode(SubmitResponse.self, from: answer).receipts { receipts.append((receipt.position, time)) }
    }
    self.receipts = receipts.sorted { $0.position < $1.position }
  }

  var last: NIODeadline? { receipts.map(\.at).max() }

  /// Receipts that came within a span, each at each viewer. What came before its receipt counts as nothing. A receipt behind a viewer's
  /// last item changed nothing that it shows, if that viewer ended with the ranking of the server.
  func latencies(_ viewers: [[ViewerLane.Seen]], from start: NIODeadline = .uptimeNanoseconds(0), to end: NIODeadline = .distantFuture) -> Latencies {
    var latencies = Latencies()
    for seen in viewers {
      var next = 0
      for receipt in receipts {
        while next < seen.count, seen[next].version < receipt.position { next += 1 }
        guard next < seen.count else { break }
        guard receipt.at >= start, receipt.at < end else { continue }
        latencies.record((seen[next].at - receipt.at).nanoseconds)
      }
    }
    return latencies
  }
}
