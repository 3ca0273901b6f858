import CZlib

/// Inflates one message whose raw length was declared, and nothing beyond it.
///
/// - Source: `Protocol/Frame.md`, Compression.
public enum Inflater {
  /// No zlib stream inflates to more than this many times its length: 258 bytes for two bits.
  public static let ratioMax = 1032

  /// The raw message.
  ///
  /// The declared length is held against the limit, and against what so many bytes can hold at all, before a byte is inflated.
  /// Inflating stops at that length: a small frame cannot swell into a large message.
  ///
  /// ```swift
  /// try Inflater.inflate(packed[...], rawLength: 200, rawBytesMax: 65_536)
  /// ```
  ///
  /// - Parameters:
  ///   - packed: A whole zlib stream (RFC 1950).
  ///   - rawLength: The length the sender declared, bytes.
  ///   - rawBytesMax: The largest raw message allowed here, bytes.
  ///   - dictionary: The one agreed on. A stream may do without it, and may ask for no other.
  /// - Throws: In this order: `MESSAGE_TOO_LARGE` (declared above the limit; nothing is inflated),
  ///   `BAD_COMPRESSION` (declared above ``ratioMax`` times its length, not inflated either; not zlib, a preset dictionary nobody
  ///   agreed on, longer or shorter than declared, wrong Adler-32, bytes behind the end).
  /// - Complexity: O(*n*) in `rawLength`.
  public static func inflate(
    _ packed: ArraySlice<UInt8>, rawLength: UInt32, rawBytesMax: Int, dictionary: PresetDictionary? = nil
  ) throws(WireProblem) -> [UInt8] {
    guard rawLength <= rawBytesMax else {
      throw .stream(.messageTooLarge, "\(rawLength) bytes declared, limit \(rawBytesMax)")
    }
    let length = Int(rawLength)
    guard packed.count <= Int(UInt32.max), length <= packed.count * ratioMax else {
      throw .stream(.badCompression, "\(rawLength) bytes declared, and \(packed.count) cannot hold them")
    }
    var result: ZlibStream.Result?
    // One byte more than declared, so that a longer stream is seen without being inflated any further.
    let inflated = ZlibPool.inflaters.lend { stream in
      [UInt8](unsafeUninitializedCapacity: length + 1) { output, count in
        let ran = stream.run(packed, into: output, dictionary: dictionary)
        count = min(ran.produced, length + 1)
        result = ran
      }
    }
    guard var raw = inflated, let result else { throw .stream(.badCompression, "zlib has no memory") }
    guard result.code == Z_STREAM_END else {
      throw .stream(.badCompression, raw.count > length ? "longer than declared" : "not a whole zlib stream")
    }
    guard result.produced == length else { throw .stream(.badCompression, "not of the declared length") }
    guard result.unread == 0 else { throw .stream(.badCompression, "\(result.unread) bytes behind the end") }
    raw.removeLast(raw.count - length)
    return raw
  }
}
