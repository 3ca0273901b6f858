@testable import Dashboard
import Campaign
import Journal
import Service
import Testing

// reliability A14: idle 30 min, absolute 12 h.
@Suite struct SessionsTests {
  private let start = Instant(vietnam: "2023-03-01T08:00")!
  private func after(_ minutes: Int64) -> Instant { Instant(milliseconds: start.milliseconds + minutes * 60_000) }
  private func holder(_ id: UInt8) -> Principal { Principal(account: .system, role: .viewer, token: TokenID(bytes: [UInt8](repeating: id, count: 8))) }

  @Test func aSessionThatIsNotUsedEnds() {
    let sessions = Sessions()
    let secret = sessions.begin(holder(1), at: start)
    #expect(sessions.session(secret, at: after(29)) != nil)
    #expect(sessions.session(secret, at: after(58)) != nil)
    #expect(sessions.session(secret, at: after(88)) == nil)
    #expect(sessions.count == 0)
  }

  @Test func aSessionEndsHoweverMuchItIsUsed() {
    let sessions = Sessions()
    let secret = sessions.begin(holder(1), at: start)
    for minutes in stride(from: Int64(20), to: 720, by: 20) { #expect(sessions.session(secret, at: after(minutes)) != nil) }
    #expect(sessions.session(secret, at: after(719)) != nil)
    #expect(sessions.session(secret, at: after(720)) == nil)
  }

  @Test func whatIsNotTheSecretOpensNothing() {
    let sessions = Sessions()
    let secret = sessions.begin(holder(1), at: start)
    #expect(secret.utf8.count == 64 && secret.allSatisfy(\.isHexDigit))
    for text in ["", String(secret.dropLast()), secret + "0", String(secret.reversed()), secret.uppercased() == secret ? "" : secret.uppercased()] where text != secret {
      #expect(sessions.session(text, at: start) == nil)
    }
    // A clock that was set back before the sign-in.
    #expect(sessions.session(secret, at: after(-1)) == nil)
  }

  @Test func oneTokenHasOnlySoManySessionsAndEndsThemTogether() {
    let sessions = Sessions(Sessions.Limits(perTokenMost: 3))
    let other = sessions.begin(holder(2), at: start)
    let secrets = (0..<4).map { sessions.begin(holder(1), at: after($0)) }
    #expect(sessions.session(secrets[0], at: after(5)) == nil)
    for secret in secrets.dropFirst() { #expect(sessions.session(secret, at: after(5)) != nil) }
    sessions.endAll(with: holder(1).token)
    #expect(sessions.session(secrets[3], at: after(5)) == nil)
    #expect(sessions.session(other, at: after(5)) != nil)
  }

  @Test func sessionsTogetherHaveALimit() {
    let sessions = Sessions(Sessions.Limits(most: 5))
    let secrets = (UInt8(0)..<9).map { sessions.begin(holder($0), at: after(Int64($0))) }
    #expect(sessions.count == 5)
    #expect(sessions.session(secrets[8], at: after(9)) != nil && sessions.session(secrets[3], at: after(9)) == nil)
  }
}
