import Foundation
import Workload

/// Writes the input of the canonical workload as array files, as ``WorkloadFolder`` and the peers read it.
package struct ExportCommand: Sendable {
  private let units: Int
  private let seed: UInt64
  private let folder: String

  package init(_ arguments: [String]) throws {
    guard arguments.count == 3, let units = Int(arguments[0]), (0...1_000_000).contains(units),
      let seed = UInt64(arguments[1])
    else {
      throw RecomputeCommand.Usage(description: "usage: thidua-recompute export UNITS SEED FOLDER")
    }
    (self.units, self.seed, folder) = (units, seed, arguments[2])
  }

  package func run() throws {
    let workload = WorkloadR(units: units, seed: seed)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let criteria = 0..<WorkloadR.criteria
    try write("block", [units], workload.blocks.map { Int16($0) })
    try write("target", [criteria.count], criteria.map { Int16(workload.target($0)) })
    try write("points", [criteria.count], criteria.map { Int16(workload.points($0)) })
    let shape = [units, WorkloadR.months, WorkloadR.criteria]
    var (num, den) = (Self.head(shape), Self.head(shape))
    num.reserveCapacity(num.count + shape.reduce(2, *))
    den.reserveCapacity(den.count + shape.reduce(2, *))
    for unit in 0..<units {
      for month in 0..<WorkloadR.months {
        for criterion in criteria {
          let cell = workload.cell(unit: unit, month: month, criterion: criterion)
          Self.append(cell.map { Int16($0.numerator) } ?? -1, to: &num)
          Self.append(cell.map { Int16($0.denominator) } ?? -1, to: &den)
        }
      }
    }
    try Data(num).write(to: url("num"))
    try Data(den).write(to: url("den"))
  }

  private func url(_ name: String) -> URL { URL(fileURLWithPath: folder).appendingPathComponent(name + ".npy") }

  private func write(_ name: String, _ shape: [Int], _ numbers: [Int16]) throws {
    var bytes = Self.head(shape)
    for number in numbers { Self.append(number, to: &bytes) }
    try Data(bytes).write(to: url(name))
  }

  private static func append(_ number: Int16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: number))
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
  }

  /// Version 1.0, filled up with spaces to a multiple of 64.
  private static func head(_ shape: [Int]) -> [UInt8] {
    let sides = shape.map { String($0) }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = "{'descr': '<i2', 'fortran_order': False, 'shape': (\(sides)), }"
    while (10 + text.utf8.count + 1) % 64 != 0 { text += " " }
    text += "\n"
    let length = text.utf8.count
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(text.utf8)
  }
}
