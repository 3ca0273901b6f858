import Campaign
import Journal
import Ranking

/// Every submission of a journal, compact and in its order, found by unit and period.
///
/// A value: an older one stays readable while a newer one is made, and neither copies what the other has.
struct FilingLog: Sendable {
  /// The newest record of a unit's period.
  struct Slot: Sendable {
    let ordinal: Int32
    var record: UInt32
  }

  private(set) var count = 0
  private(set) var units = UnitNames()
  private(set) var shapes: [FilingShape] = []
  private(set) var shapeIndex: [FilingShape: Int] = [:]
  private(set) var records = BlockedBytes(blockBytes: recordsInABlock * FiledRecord.byteCount)
  private(set) var figures = BlockedBytes(blockBytes: 1 << 20)
  /// By unit, ascending by period.
  private var slots = PersistentArray<[Slot]>([])
  /// Of all periods that anybody filed.
  private(set) var firstOrdinal: Int?

  static let recordsInABlock = 4096

  init() {}

  // MARK: reading

  @inline(__always)
  func record(_ index: Int) -> FiledRecord {
    let start = (index % Self.recordsInABlock) * FiledRecord.byteCount
    return records.withBytes(index / Self.recordsInABlock, start..<start + FiledRecord.byteCount) {
      $0.loadUnaligned(as: FiledRecord.self)
    }
  }

  /// The values of a record, aligned with the counters of its shape.
  func values(of record: FiledRecord) -> [Int64] {
    let (start, count) = (Int(record.offset), shapes[Int(record.shape)].counters.count)
    return figures.withBytes(Int(record.block), start..<start + Int(record.length)) { PackedFigures.values($0, count: count) } ?? []
  }

  /// The periods that a unit has filed, ascending, with the record in force.
  func filed(by unit: Int) -> [Slot] { slots[unit] }

  /// The index of the record in force.
  @inline(__always)
  func current(_ unit: Int, _ ordinal: Int) -> Int? {
    let filed = slots[unit]
    let place = Self.place(of: ordinal, in: filed)
    return place < filed.count && filed[place].ordinal == ordinal ? Int(filed[place].record) : nil
  }

  /// The indices of the records of a unit's period, the newest first.
  func revisions(_ unit: Int, _ ordinal: Int) -> some Sequence<Int> {
    sequence(first: current(unit, ordinal)) { index in
      guard let index, case let previous = record(index).previous, previous > 0 else { return nil }
      return Int(previous) - 1
    }.lazy.compactMap { $0 }
  }

  private static func place(of ordinal: Int, in filed: [Slot]) -> Int {
    guard let last = filed.last, last.ordinal >= ordinal else { return filed.count }
    var (low, high) = (0, filed.count)
    while low < high {
      let middle = (low + high) / 2
      if filed[middle].ordinal < ordinal { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The index of the first record behind a position of the journal.
  ///
  /// - Complexity: O(log records).
  func firstRecord(behind position: UInt64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if record(middle).position <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The position of the first record that another log has otherwise, or does not have; where figures are packed does not count.
  ///
  /// - Complexity: O(records).
  func firstDifference(from other: FilingLog) -> UInt64? {
    for index in 0..<min(count, other.count) {
      var (one, two) = (record(index), other.record(index))
      let isSame = units.ids[Int(one.unit)] == other.units.ids[Int(two.unit)]
        && shapes[Int(one.shape)] == other.shapes[Int(two.shape)] && packed(one) { mine in other.packed(two) { mine.elementsEqual($0) } }
      for path in [\FiledRecord.unit, \.shape, \.block, \.offset] {
        one[keyPath: path] = 0
        two[keyPath: path] = 0
      }
      let isEqual = withUnsafeBytes(of: one) { mine in withUnsafeBytes(of: two) { mine.elementsEqual($0) } }
      if !isSame || !isEqual { return one.position }
    }
    guard count != other.count else { return nil }
    return count > other.count ? record(other.count).position : other.record(count).position
  }

  private func packed<Result>(_ record: FiledRecord, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    figures.withBytes(Int(record.block), Int(record.offset)..<Int(record.offset) + Int(record.length), body)
  }

  // MARK: adding

  /// Names units, so that their filings need not.
  mutating func add(_ ids: some Sequence<ReportingUnit.ID>) {
    for id in ids { _ = units.add(id) }
    guard units.ids.count > slots.count else { return }
    slots = PersistentArray(Array(slots) + Array(repeating: [], count: units.ids.count - slots.count))
  }

  mutating func number(of shape: FilingShape) -> Int {
    if let known = shapeIndex[shape] { return known }
    shapeIndex[shape] = shapes.count
    shapes.append(shape)
    return shapes.count - 1
  }

  /// Adds packed figures of one or several records.
  mutating func add(figures packed: UnsafeRawBufferPointer) -> (block: Int, offset: Int) { figures.append(packed) }

  /// Adds a record whose unit, shape and figures are known here.
  mutating func add(_ record: FiledRecord) {
    var record = record
    let index = UInt32(count)
    slots.update(Int(record.unit)) { filed in
      let place = Self.place(of: Int(record.ordinal), in: filed)
      if place < filed.count, filed[place].ordinal == record.ordinal {
        record.previous = filed[place].record + 1
        filed[place].record = index
      } else {
        record.previous = 0
        filed.insert(Slot(ordinal: record.ordinal, record: index), at: place)
      }
    }
    record.first = record.previous == 0 ? index : self.record(Int(record.previous) - 1).first
    withUnsafeBytes(of: record) { _ = records.append($0) }
    count += 1
    firstOrdinal = min(firstOrdinal ?? .max, Int(record.ordinal))
  }

  /// Puts blocks that were read back in place, after checking that no record points anywhere else.
  ///
  /// - Returns: `false` when something does; then nothing is to be used of this value.
  mutating func restore(count: Int, records: BlockedBytes, figures: BlockedBytes) -> Bool {
    self.records = records
    self.figures = figures
    var (position, latest) = (UInt64(0), Array(repeating: [Slot](), count: units.ids.count))
    for index in 0..<count {
      let record = self.record(index)
      let unit = Int(record.unit)
      guard unit < latest.count, record.shape < shapes.count, record.position > position, record.block < figures.blocks.count,
        Int(record.offset) + Int(record.length) <= figures.blocks[Int(record.block)].used
      else { return false }
      position = record.position
      let place = Self.place(of: Int(record.ordinal), in: latest[unit])
      if place < latest[unit].count, latest[unit][place].ordinal == record.ordinal {
        let previous = latest[unit][place].record
        guard record.previous == previous + 1, record.first == self.record(Int(previous)).first else { return false }
        latest[unit][place].record = UInt32(index)
      } else {
        guard record.previous == 0, record.first == index else { return false }
        latest[unit].insert(Slot(ordinal: record.ordinal, record: UInt32(index)), at: place)
        firstOrdinal = min(firstOrdinal ?? .max, Int(record.ordinal))
      }
    }
    self.count = count
    slots = PersistentArray(latest)
    return true
  }
}
