import Foundation
import NIOCore
import Wire

/// Speaks the project's protocol through the same state machine as the client.
struct WireSpeech: Speech, Sendable {
  private var connection: ClientConnection
  private let method: Wire.Method
  private let payload: @Sendable (Int) -> [UInt8]
  private var isRecorded: Bool { method.changesState }
  /// Stream numbers are given one by one from 1 on.
  private var failure: String?

  /// - Parameter payload: The message of request number 0, 1, …
  init(_ method: Wire.Method, client: UInt8 = 1, compresses: Bool, payload: @escaping @Sendable (Int) -> [UInt8]) {
    var hello = Hello()
    hello.clientID = Data(Array(repeating: client, count: 16))
    hello.deployment = "bench"
    connection = ClientConnection(hello: hello, compresses: compresses)
    self.method = method
    self.payload = payload
  }

  mutating func greeting() -> ByteBuffer {
    for case .send(let bytes) in connection.start() { return bytes }
    return ByteBuffer()
  }

  mutating func request(_ number: Int, to buffer: inout ByteBuffer) {
    do throws(WireProblem) {
      _ = try connection.request(
        method, payload: payload(number), requestNumber: isRecorded ? UInt64(number + 1) : 0, deadlineMS: 30_000, to: &buffer)
    } catch {
      failure = "\(error)"
    }
  }

  mutating func receive(_ bytes: ByteBuffer) -> [SpeechEvent] {
    var events: [SpeechEvent] = failure.map { [.failed($0)] } ?? []
    for action in connection.receive(bytes) {
      switch action {
      case .opened: events.append(.open)
      case .answered(let response):
        if response.code == Status.ok.rawValue {
          events.append(.answer(Int(response.stream) - 1))
        } else {
          let problem = try? Payload.decode(Problem.self, from: response.payload)
          events.append(.failed("status \(response.code): \(problem?.textEn ?? "?")"))
        }
      case .send, .item: break
      case .unreadable(_, let problem): events.append(.failed("\(problem)"))
      case .notExecuted(_, let problem): events.append(.failed(problem.textEn))
      case .goingAway(let goAway): events.append(.failed(goAway.problem.textEn))
      case .close: events.append(.failed("closed"))
      }
    }
    return events
  }
}
