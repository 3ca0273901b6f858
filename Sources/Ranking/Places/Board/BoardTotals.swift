/// The totals of a board's members in bare memory; −1 without total. Every access checks the member's number.
final class BoardTotals {
  private let row: UnsafeMutableBufferPointer<Int32>
  private let memory: ColumnMemory
  let count: Int

  init(_ totals: [Int32?]) {
    count = totals.count
    memory = ColumnMemory(byteCount: totals.count * 4)
    row = memory.view(Int32.self, at: 0, count: totals.count)
    for (member, total) in totals.enumerated() { row[member] = total ?? -1 }
  }

  subscript(_ member: Int) -> Int32 {
    get {
      precondition(member >= 0 && member < count, "A member of the board.")
      return row[member]
    }
    set {
      precondition(member >= 0 && member < count, "A member of the board.")
      row[member] = newValue
    }
  }
}
