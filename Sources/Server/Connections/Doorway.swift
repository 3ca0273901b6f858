import NIOCore
import Synchronization

/// Lets in as many connections as can be greeted soon; those that come later wait in the system's queue, where they cost nothing.
///
/// A TLS handshake and a sign-in cost more than the filing that follows. If all were begun at once when everybody comes, few would end in
/// their time, and the others would come again (ours: decision 35).
///
/// A connection stands in the doorway until it is open or gone, and no longer than its time, so that peers which connect and say nothing
/// keep nobody out.
///
/// - Complexity: O(1) a call; one short lock.
final class Doorway: Sendable {
  private struct State {
    var greeted: Set<ObjectIdentifier> = []
    var waiting: (@Sendable () -> Void)?
  }
  private let most: Int
  private let state = Mutex(State())

  /// - Parameter most: Connections that are greeted at one time, 1 or more.
  init(most: Int) { self.most = max(1, most) }

  func enter(_ connection: ObjectIdentifier) { _ = state.withLock { $0.greeted.insert(connection) } }

  /// It is open, it is gone, or its time is over: whichever comes first counts.
  func leave(_ connection: ObjectIdentifier) {
    let next = state.withLock { state -> (@Sendable () -> Void)? in
      guard state.greeted.remove(connection) != nil, state.greeted.count < most else { return nil }
      defer { state.waiting = nil }
      return state.waiting
    }
    next?()
  }

  /// Whether a further connection may be accepted now.
  ///
  /// - Parameter later: Called once, from anywhere, when it may; replaces the one before.
  func hasRoom(orElse later: @escaping @Sendable () -> Void) -> Bool {
    state.withLock { state in
      guard state.greeted.count >= most else { return true }
      state.waiting = later
      return false
    }
  }
}

/// Stands before the listening socket and accepts while the ``Doorway`` has room.
final class DoorwayHandler: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel
  typealias OutboundIn = Never

  private let doorway: Doorway
  private let time: TimeAmount

  /// - Parameter time: How long a connection is counted at the most.
  init(_ doorway: Doorway, time: Duration) { (self.doorway, self.time) = (doorway, TimeAmount(time)) }

  func read(context: ChannelHandlerContext) {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    let hasRoom = doorway.hasRoom { bound.eventLoop.execute { bound.value.read() } }
    if hasRoom { context.read() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let child = Self.unwrapInboundIn(data)
    let (doorway, id) = (doorway, ObjectIdentifier(child))
    doorway.enter(id)
    child.closeFuture.whenComplete { _ in doorway.leave(id) }
    context.eventLoop.scheduleTask(in: time) { doorway.leave(id) }
    context.fireChannelRead(data)
  }
}
