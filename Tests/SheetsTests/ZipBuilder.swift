import CZlib

/// A zip file with stored parts, as a test wants it.
struct ZipBuilder {
  struct Part {
    var name: String
    var bytes: [UInt8]
    var method = 0
    /// What the directory says, where it lies.
    var unpacked: Int?
    var flags = 0
  }

  static func zip(_ parts: [Part]) -> [UInt8] {
    func little(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let crc = Int(crc32(0, part.bytes, UInt32(part.bytes.count)))
      let sizes = little(part.bytes.count, 4) + little(part.unpacked ?? part.bytes.count, 4)
      let name = Array(part.name.utf8)
      directory += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(part.flags, 2) + little(part.method, 2) + little(0, 4) + little(crc, 4)
      directory += sizes + little(name.count, 2) + little(0, 12) + little(bytes.count, 4) + name
      bytes += little(0x0403_4B50, 4) + little(20, 2) + little(part.flags, 2) + little(part.method, 2) + little(0, 4) + little(crc, 4)
      bytes += sizes + little(name.count, 2) + little(0, 2) + name + part.bytes
    }
    let end = little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
    return bytes + directory + end + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
  }

  /// Raw deflate.
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    precondition(deflateInit2_(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { deflateEnd(&stream) }
    var bytes = bytes
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let count = packed.count
    bytes.withUnsafeMutableBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
        (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
        _ = deflate(&stream, Z_FINISH)
      }
    }
    return Array(packed[..<(count - Int(stream.avail_out))])
  }

  /// A workbook with one sheet.
  static func workbook(sheet: String, strings: String = "<sst/>", changing change: (inout [Part]) -> Void = { _ in }) -> [UInt8] {
    var parts = [
      Part(name: "xl/workbook.xml", bytes: Array("<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>".utf8)),
      Part(name: "xl/_rels/workbook.xml.rels", bytes: Array("<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>".utf8)),
      Part(name: "xl/worksheets/sheet1.xml", bytes: Array(sheet.utf8)), Part(name: "xl/sharedStrings.xml", bytes: Array(strings.utf8)),
    ]
    change(&parts)
    return zip(parts)
  }
}
