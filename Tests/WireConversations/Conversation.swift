import NIOCore
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What one side of a connection sends, cut where the layout has its edges: the preface, then frame by frame.
package struct Conversation: Sendable {
  package var pieces: [[UInt8]]

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces { bytes += piece }
    return bytes
  }

  package init(_ pieces: [[UInt8]]) { self.pieces = pieces }

  /// Cuts at the lengths that the bytes themselves announce; what is left over is the last piece.
  package init(cutting bytes: some Collection<UInt8>) {
    var rest = Array(bytes)[...]
    pieces = []
    if rest.starts(with: Preface.magic) {
      pieces.append(Array(rest.prefix(Preface.byteCount)))
      rest = rest.dropFirst(Preface.byteCount)
    }
    while rest.count >= Conversation.overhead {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard length <= rest.count - Conversation.overhead else { break }
      pieces.append(Array(rest.prefix(length + Conversation.overhead)))
      rest = rest.dropFirst(length + Conversation.overhead)
    }
    if !rest.isEmpty { pieces.append(Array(rest)) }
  }

  /// Bytes of a frame beside its body.
  static let overhead = FrameHeader.byteCount + FrameHeader.checksumByteCount
}

/// Conversations without a fault, made by our own two sides.
extension Conversation {
  /// How a conversation goes.
  package struct Kind: Sendable {
    package var compresses: Bool
    package var signsIn: Bool

    package init(compresses: Bool, signsIn: Bool) {
      self.compresses = compresses
      self.signsIn = signsIn
    }

    package static let all = [
      Kind(compresses: false, signsIn: false), Kind(compresses: true, signsIn: false), Kind(compresses: false, signsIn: true),
    ]
  }

  /// Eight requests, the last of which watches, a cancel, pings, a shutdown.
  package static func exchange(_ kind: Kind) -> (toServer: Conversation, toClient: Conversation) {
    var client = ClientConnection(hello: hello, credential: kind.signsIn ? Array("token".utf8) : [], compresses: kind.compresses)
    var server = ServerConnection()
    var (up, down): ([UInt8], [UInt8]) = ([], [])
    var toServer = client.start().sent
    while !toServer.isEmpty {
      up += toServer
      let toClient = answered(by: &server, toServer, signsIn: kind.signsIn)
      down += toClient
      toServer = client.receive(ByteBuffer(bytes: toClient)).sent
    }
    for (index, method) in methods.enumerated() {
      let payload = index % 3 == 0 ? form : [0x0A, 3, 0x78, 0x2D, 0x79]
      guard let (stream, bytes) = try? client.request(method, payload: payload, requestNumber: UInt64(index), deadlineMS: 5000)
      else { continue }
      let all = Array(bytes.readableBytesView) + client.grant(3, to: stream).sent
      up += all
      down += answered(by: &server, all, signsIn: false)
    }
    let asides = [
      Frame(.ping, body: ByteBuffer(integer: UInt64(7))), Frame(.cancel, code: 1, stream: 2),
      Frame(.pong, body: ByteBuffer(integer: UInt64(7))),
    ]
    for frame in asides {
      up += frame.bytes.readableBytesView
      down += answered(by: &server, Array(frame.bytes.readableBytesView), signsIn: false)
    }
    up += GoAway(.connection(.shutdown), lastStream: 0).bytes.readableBytesView
    down += server.beginDraining(ping: 9, retryAfterMS: 10).sent
    return (Conversation(cutting: up), Conversation(cutting: down))
  }

  static let methods: [Method] = [.submit, .health, .getRanking, .deliver, .getUnit, .listTasks, .assess, .watchRanking]

  static var hello: Hello {
    var hello = Hello()
    hello.clientID = Data(repeating: 7, count: 16)
    hello.deployment = "prod"
    return hello
  }

  static var welcome: Welcome {
    var welcome = Welcome()
    welcome.deployment = "prod"
    return welcome
  }

  /// A submission of a unit with eight counters.
  private static let form: [UInt8] = {
    var filing = Wire.Filing()
    filing.unit = "xa-dak-tram"
    filing.period = "2023-11"
    filing.form = "month"
    filing.contentKey = Data(repeating: 0xA5, count: 32)
    filing.figures = (0..<8).map { index in
      var figure = Figure()
      figure.counter = "c_on_full_\(index)"
      figure.value = Int64(index * index * 37)
      return figure
    }
    var request = SubmitRequest()
    request.campaign = "kon-tum-2023"
    request.filings = [filing]
    return Payload.encode(request)
  }()

  private static func answered(by server: inout ServerConnection, _ bytes: [UInt8], signsIn: Bool) -> [UInt8] {
    var todo = server.receive(ByteBuffer(bytes: bytes), atMS: 0)[...]
    var sent: [UInt8] = []
    while let action = todo.popFirst() {
      switch action {
      case .send(let bytes): sent += bytes.readableBytesView
      case .greet:
        var welcome = welcome
        welcome.authenticationRequired = signsIn
        todo += server.welcome(welcome, atMS: 0)
      case .authenticate: todo += server.authenticated(SignedIn(), atMS: 0)
      case .deliver(let request) where request.method.streams: break
      case .credit(let stream, let items):
        for version in 1...UInt64(items) {
          todo += server.send(Item(stream: stream, version: version, payload: Array(repeating: 7, count: Int(version) * 70)))
        }
      case .stop(let stream, _): todo += server.respond(.success([], stream: stream, effect: .notApplied, replayed: false))
      case .deliver(let request):
        todo += server.respond(
          .success(request.payload, stream: request.stream, effect: request.method.changesState ? .applied : .notApplied, replayed: false))
      case .cancel, .close: break
      }
    }
    return sent
  }
}

extension [ClientConnection.Action] {
  fileprivate var sent: [UInt8] {
    var sent: [UInt8] = []
    for case .send(let bytes) in self { sent += bytes.readableBytesView }
    return sent
  }
}

extension [ServerConnection.Action] {
  fileprivate var sent: [UInt8] {
    var sent: [UInt8] = []
    for case .send(let bytes) in self { sent += bytes.readableBytesView }
    return sent
  }
}
