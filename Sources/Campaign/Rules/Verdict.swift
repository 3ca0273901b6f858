/// An outcome with its reason in words, and with what else was found on the way to it.
public struct Verdict: Sendable, Hashable {
  public let outcome: Outcome
  public let reason: ReasonCode?
  /// The reason for people; empty when the outcome needs none.
  public let text: LocalizedText
  /// What was reached, in percent: of a base, of a list, of intervals, of units.
  public var share: Fraction?
  /// Days by which something came too late, at least 1.
  public var daysLate: Int?
  /// The first period in which what was to be maintained did not hold.
  public var brokenIn: Period?
  /// What a pending one would be by the figures known so far, `MET` or `NOT_MET`: it warns and decides nothing.
  public var soFar: Outcome?
  /// More was reached than the higher of two goals.
  public var overfulfilled: Bool

  public init(
    _ outcome: Outcome, _ reason: ReasonCode? = nil, text: LocalizedText? = nil, share: Fraction? = nil,
    daysLate: Int? = nil, brokenIn: Period? = nil, overfulfilled: Bool = false
  ) {
    self.outcome = outcome
    self.reason = reason
    self.text = text ?? reason?.text ?? LocalizedText("")
    self.share = share
    self.daysLate = daysLate
    self.brokenIn = brokenIn
    self.overfulfilled = overfulfilled
  }
}
