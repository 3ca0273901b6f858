import CZlib

/// Inflates one message whose raw length was declared, and nothing beyond it.
///
/// - Source: `Protocol/Frame.md`, Compression.
public enum Inflater {
  /// The raw message.
  ///
  /// The declared length is held against the limit before a byte is inflated, and inflating stops at that length:
  /// a small frame cannot swell into a large message.
  ///
  /// ```swift
  /// try Inflater.inflate(packed[...], rawLength: 200, rawBytesMax: 65_536)
  /// ```
  ///
  /// - Parameters:
  ///   - packed: A whole zlib stream (RFC 1950).
  ///   - rawLength: The length the sender declared, bytes.
  ///   - rawBytesMax: The largest raw message allowed here, bytes.
  /// - Throws: In this order: `MESSAGE_TOO_LARGE` (declared above the limit; nothing is inflated),
  ///   `BAD_COMPRESSION` (not zlib, a preset dictionary nobody agreed on, longer or shorter than declared, wrong
  ///   Adler-32, bytes behind the end).
  /// - Complexity: O(*n*) in `rawLength`.
  public static func inflate(
    _ packed: ArraySlice<UInt8>, rawLength: UInt32, rawBytesMax: Int
  ) throws(WireProblem) -> [UInt8] {
    guard rawLength <= rawBytesMax else {
      throw .stream(.messageTooLarge, "\(rawLength) bytes declared, limit \(rawBytesMax)")
    }
    guard packed.count <= Int(UInt32.max), var stream = ZlibStream(inflating: ()) else {
      throw .stream(.badCompression, "zlib has no memory")
    }
    let length = Int(rawLength)
    var result: ZlibStream.Result?
    // One byte more than declared, so that a longer stream is seen without being inflated any further.
    var raw = [UInt8](unsafeUninitializedCapacity: length + 1) { output, count in
      let ran = stream.run(packed, into: output) { CZlib.inflate($0, Z_FINISH) }
      count = min(ran.produced, length + 1)
      result = ran
    }
    guard let result, result.code == Z_STREAM_END else {
      throw .stream(.badCompression, raw.count > length ? "longer than declared" : "not a whole zlib stream")
    }
    guard result.produced == length else { throw .stream(.badCompression, "not of the declared length") }
    guard result.unread == 0 else { throw .stream(.badCompression, "\(result.unread) bytes behind the end") }
    raw.removeLast(raw.count - length)
    return raw
  }
}
