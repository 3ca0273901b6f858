import Campaign
import CZlib

/// The parts of a zip file, read one by one under limits.
///
/// No more is read than is asked for. Parts that are encrypted, in several volumes, over 4 GiB or compressed in another way
/// than deflate are refused.
struct ZipArchive {
  struct Limits {
    var entries = 2_000
    /// Inflated bytes of one part, and of all parts together.
    var part = 32 * 1024 * 1024
    var total = 64 * 1024 * 1024
  }

  private struct Entry {
    let method: Int
    let packed: Int
    let unpacked: Int
    let crc: UInt32
    let header: Int
  }

  private let bytes: [UInt8]
  private let limits: Limits
  private var entries: [String: Entry] = [:]
  private var read = 0

  /// - Throws: ``Campaign/Problem`` `S-233`.
  init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Problem) {
    self.bytes = bytes
    self.limits = limits
    guard let end = Self.endRecord(bytes) else { throw unreadable }
    let count = number(end + 10, 2)
    var position = number(end + 16, 4)
    guard number(end + 4, 2) == 0, count <= limits.entries else { throw unreadable }
    for _ in 0..<count {
      guard position + 46 <= bytes.count, number(position, 4) == 0x0201_4B50 else { throw unreadable }
      let (name, extra, comment) = (number(position + 28, 2), number(position + 30, 2), number(position + 32, 2))
      guard position + 46 + name <= bytes.count else { throw unreadable }
      // Bit 0: encrypted.
      guard number(position + 8, 2) & 1 == 0 else { throw unreadable }
      let path = String(decoding: bytes[(position + 46)..<(position + 46 + name)], as: UTF8.self)
      let entry = Entry(
        method: number(position + 10, 2), packed: number(position + 20, 4), unpacked: number(position + 24, 4),
        crc: UInt32(number(position + 16, 4)), header: number(position + 42, 4))
      // Two parts of one name: nobody knows which one another program shows.
      guard entries.updateValue(entry, forKey: path) == nil else { throw unreadable }
      position += 46 + name + extra + comment
    }
  }

  /// A part, inflated; `nil` where there is none of the name.
  ///
  /// - Throws: ``Campaign/Problem`` `S-233` for a damaged part or one over the limits.
  mutating func part(_ path: String) throws(Problem) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    guard entry.unpacked <= limits.part, read + entry.unpacked <= limits.total else { throw tooLarge }
    read += entry.unpacked
    guard entry.header + 30 <= bytes.count, number(entry.header, 4) == 0x0403_4B50 else { throw unreadable }
    let start = entry.header + 30 + number(entry.header + 26, 2) + number(entry.header + 28, 2)
    guard start + entry.packed <= bytes.count else { throw unreadable }
    let packed = bytes[start..<(start + entry.packed)]
    let part: [UInt8]
    switch entry.method {
    case 0: part = Array(packed)
    case 8: part = try inflated(packed, to: entry.unpacked)
    default: throw unreadable
    }
    guard part.count == entry.unpacked, checksum(part) == entry.crc else { throw unreadable }
    return part
  }

  /// The end record stands last, behind it a comment of at most 65,535 bytes.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    return stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1).first {
      bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B && bytes[$0 + 2] == 5 && bytes[$0 + 3] == 6
    }
  }

  /// Little-endian, 2 or 4 bytes; the caller has looked whether they are there.
  private func number(_ position: Int, _ width: Int) -> Int {
    guard position >= 0, position + width <= bytes.count else { return 0 }
    return (0..<width).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }

  private func inflated(_ packed: ArraySlice<UInt8>, to count: Int) throws(Problem) -> [UInt8] {
    var failed = false
    // One byte more, so that a part that goes on beyond its size is seen.
    let part = [UInt8](unsafeUninitializedCapacity: count + 1) { output, produced in
      var stream = z_stream()
      guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
        failed = true
        return
      }
      defer { inflateEnd(&stream) }
      packed.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: output.count)
        failed = inflate(&stream, Z_FINISH) != Z_STREAM_END
        produced = output.count - Int(stream.avail_out)
      }
    }
    if failed { throw unreadable }
    return part
  }

  private func checksum(_ part: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, part, UInt32(clamping: part.count)))
  }

  private var unreadable: Problem {
    Problem(
      .badWorkbook, vi: "không đọc được tệp này như một bảng tính .xlsx. Mở và lưu lại dạng .xlsx không mật khẩu, hoặc CSV UTF-8.",
      en: "this is no readable .xlsx workbook. Open it and save it as .xlsx without a password, or as CSV UTF-8.")
  }

  private var tooLarge: Problem {
    Problem(
      .badWorkbook, vi: "bảng tính giãn ra quá lớn. Lưu riêng trang có biểu mẫu.",
      en: "the workbook unpacks to too much. Save the sheet with the form alone.")
  }
}
