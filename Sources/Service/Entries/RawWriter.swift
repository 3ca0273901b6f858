import Journal

/// Writes big-endian numbers and bytes into room that was measured before.
struct RawWriter {
  private let room: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  init(_ room: UnsafeMutableRawBufferPointer) { self.room = room }

  var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[..<count]) }

  @inline(__always)
  mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ value: Number) {
    precondition(count + MemoryLayout<Number>.size <= room.count, "Measured room.")
    room.storeBytes(of: value.bigEndian, toByteOffset: count, as: Number.self)
    count += MemoryLayout<Number>.size
  }

  @inline(__always)
  mutating func put(_ bytes: UnsafeRawBufferPointer) {
    precondition(count + bytes.count <= room.count, "Measured room.")
    UnsafeMutableRawBufferPointer(rebasing: room[count..<count + bytes.count]).copyMemory(from: bytes)
    count += bytes.count
  }

  mutating func put(_ hash: EntryHash) { withUnsafeBytes(of: hash) { put($0) } }

  /// Counters with their values, each code behind its length.
  mutating func put<Length: FixedWidthInteger & BitwiseCopyable>(_ form: KnownForms.Form, _ values: [Int64], lengths: Length.Type) {
    form.codes.withUnsafeBytes { codes in
      var start = 0
      for (end, value) in zip(form.ends, values) {
        put(Length(end - start))
        put(UnsafeRawBufferPointer(rebasing: codes[start..<end]))
        put(value)
        start = end
      }
    }
  }
}
