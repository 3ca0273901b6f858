import Testing

@testable import Server

/// Who has his turn when, and who need not come.
@Suite struct WaitingLineTests {
  private let start = ContinuousClock.now

  // Decision 32: in the order of coming, as many as there is room for.
  @Test func turnsComeInOrderAsThereIsRoom() {
    var line = WaitingLine<Int>(patience: .seconds(2), unsettledMax: 3)
    #expect(!line.hasNext && line.take().isEmpty)
    for number in 1...5 { line.join(number, at: start) }
    #expect(line.take() == [1, 2, 3] && line.unsettled == 3)
    #expect(!line.hasNext && line.take().isEmpty)
    line.settle(1, at: start)
    #expect(line.hasNext && line.take() == [4])
    line.settle(3, at: start)
    #expect(line.take() == [5] && line.unsettled == 1)
  }

  // Frame.md, Limits: "refused when it comes where it would wait for more than 1 s" of 2 s.
  @Test func whoeverComesBehindALongWaitNeedNotCome() {
    var line = WaitingLine<Int>(patience: .seconds(2), unsettledMax: 9)
    #expect(!line.isTooLong(at: start + .seconds(9)))
    line.join(1, at: start)
    line.join(2, at: start + .milliseconds(500))
    #expect(!line.isTooLong(at: start + .milliseconds(999)) && line.isTooLong(at: start + .seconds(1)))
    #expect(line.take() == [1, 2])
    line.join(3, at: start + .milliseconds(501))
    // The one in front is another one now.
    #expect(!line.isTooLong(at: start + .milliseconds(1500)) && line.isTooLong(at: start + .milliseconds(1501)))
  }

  // Decision 32: "as many may wait as were settled in a second, and never fewer than have room at once".
  @Test func asManyMayWaitAsWereSettledLately() {
    var line = WaitingLine<Int>(patience: .seconds(2), unsettledMax: 3)
    /// Whether the line is too long with so many waiting.
    func isTooLong(_ count: Int, _ milliseconds: Int) -> Bool {
      var line = line
      for number in 0..<count { line.join(number, at: start + .milliseconds(milliseconds)) }
      return line.isTooLong(at: start + .milliseconds(milliseconds))
    }
    #expect(!isTooLong(2, 0) && isTooLong(3, 0))
    line.settle(6, at: start)
    line.settle(4, at: start + .milliseconds(999))
    #expect(!isTooLong(9, 999) && isTooLong(10, 999))
    // A second later the ten still count, beside those of its own.
    line.settle(5, at: start + .seconds(1))
    #expect(!isTooLong(9, 1_500) && isTooLong(10, 1_500))
    line.settle(7, at: start + .milliseconds(1_900))
    #expect(!isTooLong(11, 1_950) && isTooLong(12, 1_950))
    // What was settled long ago says nothing.
    #expect(isTooLong(3, 3_000))
    line.settle(1, at: start + .seconds(9))
    #expect(isTooLong(3, 9_000))
  }
}
