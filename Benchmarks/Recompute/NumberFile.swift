package import Foundation

/// Whole numbers of an array file (`.npy`), as they stand in it: rows first, least significant byte first.
///
/// Strict: one layout, three widths, exactly as many bytes as the shape says.
package struct NumberFile: Sendable {
  package struct Refused: Error, Sendable, Equatable, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
  }

  package let shape: [Int]
  /// 2, 4 or 8.
  package let width: Int
  private let bytes: Data
  private let start: Int

  package var count: Int { shape.reduce(1, *) }

  /// - Parameter name: How messages call the file.
  package init(_ bytes: Data, name: String) throws(Refused) {
    func refuse(_ what: String) -> Refused { Refused(description: "\(name): \(what)") }
    let bytes = bytes.startIndex == 0 ? bytes : Data(bytes)
    guard bytes.count >= 12, bytes.prefix(6).elementsEqual([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]) else {
      throw refuse("no array file: it does not begin with \\x93NUMPY")
    }
    let long: Bool
    switch (bytes[6], bytes[7]) {
    case (1, 0): long = false
    case (2, 0), (3, 0): long = true
    default: throw refuse("version \(bytes[6]).\(bytes[7]) is not known; 1.0, 2.0 and 3.0 are")
    }
    let length = (long ? [8, 9, 10, 11] : [8, 9]).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
    let start = (long ? 12 : 10) + length
    guard length <= 65_536, start <= bytes.count else { throw refuse("the head ends early") }
    let head = bytes[(long ? 12 : 10)..<start]
    guard head.allSatisfy({ $0 == 0x0A || (0x20..<0x7F).contains($0) }) else { throw refuse("the head is not plain text") }
    // The keys in the order in which the format's own writer gives them.
    let wanted = #/\{'descr': '<i(2|4|8)', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n?/#
    guard let match = try? wanted.wholeMatch(in: String(decoding: head, as: UTF8.self)), let width = Int(match.1) else {
      throw refuse("only whole numbers of 2, 4 or 8 bytes, least significant byte first, rows first, are read")
    }
    var shape: [Int] = []
    var count = 1
    for part in match.2.split(separator: ",", omittingEmptySubsequences: true) {
      guard let side = Int(part.drop { $0 == " " }), side >= 0 else { throw refuse("a side of the shape is no whole number") }
      shape.append(side)
      let (product, over) = count.multipliedReportingOverflow(by: side)
      guard !over, product <= 1 << 40 else { throw refuse("the shape is too large") }
      count = product
    }
    guard bytes.count - start == count * width else {
      throw refuse("\(count * width) bytes after the head are expected, \(bytes.count - start) are there")
    }
    self.shape = shape
    self.width = width
    self.bytes = bytes
    self.start = start
  }

  package init(at path: String) throws(Refused) {
    let name = (path as NSString).lastPathComponent
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      throw Refused(description: "\(name): cannot be read in this folder")
    }
    try self.init(bytes, name: name)
  }

  /// The number at a position of the flat order.
  package subscript(_ index: Int) -> Int64 {
    precondition(index >= 0 && index < count, "A position inside the array.")
    return bytes.withUnsafeBytes { raw in
      switch width {
      case 2: Int64(Int16(littleEndian: raw.loadUnaligned(fromByteOffset: start + index * 2, as: Int16.self)))
      case 4: Int64(Int32(littleEndian: raw.loadUnaligned(fromByteOffset: start + index * 4, as: Int32.self)))
      default: Int64(littleEndian: raw.loadUnaligned(fromByteOffset: start + index * 8, as: Int64.self))
      }
    }
  }
}
