import NIOCore
import Service
import Synchronization
import Wire

/// The connections that are open, so that a shutdown reaches each of them and waits for the last.
final class ConnectionRegistry: Sendable {
  private struct State {
    var connections: [ObjectIdentifier: NIOLoopBound<ConnectionHandler>] = [:]
    var perAddress: [String: Int] = [:]
    var principals: [ObjectIdentifier: Principal] = [:]
    var isDraining = false
    var emptied: [CheckedContinuation<Void, Never>] = []
  }

  /// What becomes of a connection that has just been accepted.
  enum Admission { case open, drain, tooMany }

  private let perAddressMax: Int
  private let state = Mutex(State())

  init(perAddressMax: Int) { self.perAddressMax = perAddressMax }

  /// Enters a connection. It is entered whatever the answer, and leaves with ``remove(_:address:)``.
  func add(_ handler: NIOLoopBound<ConnectionHandler>, id: ObjectIdentifier, address: String) -> Admission {
    state.withLock { state in
      state.connections[id] = handler
      state.perAddress[address, default: 0] += 1
      if state.isDraining { return .drain }
      return state.perAddress[address, default: 0] > perAddressMax ? .tooMany : .open
    }
  }

  /// Takes a connection out once its socket is closed and its last handler has ended.
  func remove(_ id: ObjectIdentifier, address: String) {
    let emptied = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      guard state.connections.removeValue(forKey: id) != nil else { return [] }
      state.principals[id] = nil
      let left = state.perAddress[address, default: 1] - 1
      state.perAddress[address] = left > 0 ? left : nil
      guard state.connections.isEmpty else { return [] }
      defer { state.emptied = [] }
      return state.emptied
    }
    for continuation in emptied { continuation.resume() }
  }

  /// Notes who has signed in on a connection.
  func signedIn(_ principal: Principal, _ id: ObjectIdentifier) {
    state.withLock { state in
      if state.connections[id] != nil { state.principals[id] = principal }
    }
  }

  /// Ends the connections of everybody who may no longer go on.
  ///
  /// - Complexity: O(connections).
  func endConnections(unless isValid: (Principal) -> Bool) {
    let ended = state.withLock { state in
      state.principals.filter { !isValid($0.value) }.compactMap { state.connections[$0.key] }
    }
    for connection in ended { connection.eventLoop.execute { connection.value.end(.connection(.unauthenticated)) } }
  }

  /// Tells every connection, and every one still to come, to finish what it has accepted.
  func drainAll() {
    let connections = state.withLock { state in
      state.isDraining = true
      return Array(state.connections.values)
    }
    for connection in connections { connection.eventLoop.execute { connection.value.drain() } }
  }

  /// Tells every connection to end now.
  func endAll() {
    let connections = state.withLock { state in
      state.isDraining = true
      return Array(state.connections.values)
    }
    for connection in connections { connection.eventLoop.execute { connection.value.end(.connection(.shutdown)) } }
  }

  /// Returns when no connection is open and no handler runs.
  func untilEmpty() async {
    await withCheckedContinuation { continuation in
      let isEmpty = state.withLock { state in
        if !state.connections.isEmpty { state.emptied.append(continuation) }
        return state.connections.isEmpty
      }
      if isEmpty { continuation.resume() }
    }
  }
}
