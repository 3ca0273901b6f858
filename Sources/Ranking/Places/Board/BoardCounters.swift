/// How many keys are below one, by additions alone: for each key, and for each 64, 4,096 … of them, how many of the same group
/// stand before it.
///
/// Five reads that do not wait for each other, wherever the keys lie. It takes 4 bytes for every key that is possible, whether
/// there or not, so that ``PlaceBoard`` has it only where the range is small beside the members. Bare memory is read here; every
/// call checks that its key is in the range, and shifted keys are in theirs.
final class BoardCounters {
  private typealias Row = UnsafeMutablePointer<Int32>
  private let memory: ColumnMemory
  private let range: Int
  private let rows: (Row, Row, Row, Row, Row)

  /// - Parameter most: The greatest key, 0 to 2^30 − 2.
  init(most: Int) {
    precondition(most >= 0 && most < 1 << 30 - 1, "Five levels of 64 hold 2^30 keys.")
    // One beyond the greatest can be asked for.
    range = most + 2
    let sizes = (0..<5).map { (((most + 1) >> (6 * $0)) / 64 + 1) * 64 }
    let memory = ColumnMemory(byteCount: sizes.reduce(0, +) * 4)
    func row(_ level: Int) -> Row {
      guard let start = memory.view(Int32.self, at: sizes[..<level].reduce(0, +) * 4, count: sizes[level]).baseAddress else {
        preconditionFailure("A level has memory.")
      }
      return start
    }
    rows = (row(0), row(1), row(2), row(3), row(4))
    self.memory = memory
  }

  var byteCount: Int { memory.byteCount }

  @inline(__always)
  func count(below key: Int32) -> Int {
    let key = Int(key)
    precondition(key >= 0 && key < range, "A key of the range.")
    return Int(rows.0[key] &+ rows.1[key >> 6] &+ rows.2[key >> 12] &+ rows.3[key >> 18] &+ rows.4[key >> 24])
  }

  /// - Parameter difference: 1 for a key that comes, −1 for one that goes.
  func add(_ difference: Int32, at key: Int32) {
    var key = Int(key)
    precondition(key >= 0 && key < range, "A key of the range.")
    for row in [rows.0, rows.1, rows.2, rows.3, rows.4] {
      for index in key + 1..<max(key + 1, (key / 64 + 1) * 64) { row[index] &+= difference }
      key >>= 6
    }
  }
}
