import Campaign
import Crypto
import Service
import Synchronization

/// A signed-in browser. The server's memory is all that knows it: after a restart everybody signs in again.
struct Session: Sendable {
  let principal: Principal
  let formKey: String
  let begun: Instant
  fileprivate(set) var seen: Instant

  /// When it ends unless something is asked for before.
  func idleEnd(_ limits: Sessions.Limits) -> Instant { Instant(milliseconds: seen.milliseconds + limits.idleMS) }
  /// When it ends whatever is asked for.
  func absoluteEnd(_ limits: Sessions.Limits) -> Instant { Instant(milliseconds: begun.milliseconds + limits.absoluteMS) }
}

/// The sessions of a server.
///
/// A browser holds 256 random bits; kept here is their SHA-256, so that nothing in memory opens a session.
///
/// - Source: reliability A14: "new id at login, idle 30 min, absolute 12 h, log-out everywhere, admin can end any"; the last
///   by revoking the token, which is asked after at every request.
final class Sessions: Sendable {
  struct Limits: Sendable {
    var idleMS: Int64 = 30 * 60_000
    var absoluteMS: Int64 = 12 * 3_600_000
    /// Of one token; one more ends the one that was used longest ago.
    var perTokenMost = 16
    var most = 20_000
  }
  let limits: Limits
  private let held = Mutex<[[UInt8]: Session]>([:])

  init(_ limits: Limits = Limits()) { self.limits = limits }

  /// Begins a session under a new name.
  ///
  /// - Returns: What the browser keeps: 64 hexadecimal digits.
  func begin(_ principal: Principal, at time: Instant) -> String {
    let secret = randomHex(bytes: 32)
    let session = Session(principal: principal, formKey: randomHex(bytes: 32), begun: time, seen: time)
    held.withLock { held in
      held = held.filter { isAlive($0.value, at: time) }
      let same = held.filter { $0.value.principal.token == principal.token }
      if same.count >= limits.perTokenMost, let oldest = Self.oldest(same) { held[oldest] = nil }
      if held.count >= limits.most, let oldest = Self.oldest(held) { held[oldest] = nil }
      held[Self.key(secret)] = session
    }
    return secret
  }

  private static func oldest(_ sessions: [[UInt8]: Session]) -> [UInt8]? { sessions.min { $0.value.seen < $1.value.seen }?.key }

  /// Whether a session goes on, without using it.
  func isOpen(_ secret: String, at time: Instant) -> Bool {
    let key = Self.key(secret)
    return held.withLock { $0[key].map { isAlive($0, at: time) } ?? false }
  }

  /// The session that a browser names, which has been used now; `nil` for none and for one that has ended.
  func session(_ secret: String, at time: Instant) -> Session? {
    guard secret.utf8.count == 64 else { return nil }
    let key = Self.key(secret)
    return held.withLock { held in
      guard var session = held[key] else { return nil }
      guard isAlive(session, at: time) else {
        held[key] = nil
        return nil
      }
      session.seen = max(session.seen, time)
      held[key] = session
      return session
    }
  }

  func end(_ secret: String) { _ = held.withLock { $0.removeValue(forKey: Self.key(secret)) } }

  /// Ends every session that was begun with a token.
  func endAll(with token: TokenID?) { held.withLock { held in held = held.filter { $0.value.principal.token != token } } }

  var count: Int { held.withLock { $0.count } }

  private func isAlive(_ session: Session, at time: Instant) -> Bool {
    time < session.idleEnd(limits) && time < session.absoluteEnd(limits) && time >= session.begun
  }

  private static func key(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }
}

/// From the system's generator.
func randomHex(bytes: Int) -> String {
  var generator = SystemRandomNumberGenerator()
  return hexText((0..<bytes).map { _ in UInt8.random(in: 0...255, using: &generator) })
}

/// Whether two texts of equal length are equal, in a time that does not tell where they differ.
func equalInConstantTime(_ one: String, _ other: String) -> Bool {
  let (one, other) = (Array(one.utf8), Array(other.utf8))
  guard one.count == other.count else { return false }
  return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
