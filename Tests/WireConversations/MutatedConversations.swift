import NIOCore
import Wire

/// One mutated conversation after the other, each fed to the side it is for.
package struct MutatedConversations {
  private var random: SeededRandom
  private let exchanges = Conversation.Kind.all.map(Conversation.exchange)
  private let servers = [false, true].map { (ServerReplay(answers: $0), ServerReplay.opened(answers: $0)) }
  private let clients = (ClientReplay(), ClientReplay.opened())
  /// Frames, whole or broken, that were fed.
  package private(set) var frames = 0
  /// How the conversations ended, by the name of the problem.
  package private(set) var endings: [String: Int] = [:]

  package init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// - Throws: ``BrokenPromise``. The state before the call, and so the seed and the number of calls, repeats it.
  package mutating func runNext() throws(BrokenPromise) {
    let exchange = exchanges[random.below(exchanges.count)]
    let other = exchanges[random.below(exchanges.count)]
    // Half of them begin behind the handshake, where there is more to break.
    let isOpen = random.below(2) == 0
    if random.below(2) == 0 {
      let side = servers[random.below(2)]
      try run(isOpen ? side.1 : side.0, exchange.toServer, other.toServer, isOpen)
    } else {
      try run(isOpen ? clients.1 : clients.0, exchange.toClient, other.toClient, isOpen)
    }
  }

  private mutating func run<Side: Replay>(
    _ begun: Side, _ valid: Conversation, _ other: Conversation, _ isOpen: Bool
  ) throws(BrokenPromise) {
    var conversation = isOpen ? Conversation(Array(valid.pieces.dropFirst(2))) : valid
    Mutation.mutate(&conversation, with: other, using: &random)
    var replay = begun
    switch random.below(3) {
    case 0: try replay.receive(conversation.bytes) { $0 }
    case 1: for piece in conversation.pieces { try replay.receive(ByteBuffer(bytes: piece)) }
    default:
      var draws = random
      try replay.receive(conversation.bytes) { 1 + draws.below($0) }
      random = draws
    }
    frames += conversation.pieces.count
    endings[replay.outcome.problem?.name ?? (replay.outcome.isClosed ? "closed" : "open"), default: 0] += 1
  }
}
