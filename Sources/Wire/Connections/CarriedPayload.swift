import NIOCore

/// The payload at the end of a REQUEST or RESPONSE body, with its raw length in front when it is compressed.
enum CarriedPayload {
  /// - Throws: In this order: `TRUNCATED` (no raw length), `MESSAGE_TOO_LARGE`, `BAD_COMPRESSION`.
  static func read(
    _ body: inout ByteBuffer, compressed: Bool, rawBytesMax: Int, dictionary: PresetDictionary?
  ) throws(WireProblem) -> [UInt8] {
    guard compressed else {
      guard body.readableBytes <= rawBytesMax else {
        throw .stream(.messageTooLarge, "\(body.readableBytes) bytes, limit \(rawBytesMax)")
      }
      return body.withUnsafeReadableBytes { Array($0) }
    }
    guard let rawLength = body.readInteger(as: UInt32.self) else {
      throw .stream(.truncated, "raw length missing")
    }
    return try Inflater.inflate(
      Array(body.readableBytesView)[...], rawLength: rawLength, rawBytesMax: rawBytesMax, dictionary: dictionary)
  }

  /// - Returns: Whether the payload was compressed, for the flag in the header.
  static func write(_ payload: [UInt8], to body: inout ByteBuffer, _ compression: PayloadCompression) -> Bool {
    if compression.isOn, let packed = Deflater.deflate(payload, dictionary: compression.dictionary) {
      body.writeInteger(UInt32(payload.count))
      body.writeBytes(packed)
      return true
    }
    body.writeBytes(payload)
    return false
  }
}
