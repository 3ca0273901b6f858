import CZlib

/// Compresses one message alone; no context goes from message to message.
///
/// - Source: `Protocol/Frame.md`, Compression.
public enum Deflater {
  /// Messages below this stay as they are, bytes.
  public static let rawBytesMin = 128
  /// What compressing has to save to be worth while, bytes.
  public static let savingBytesMin = 16

  /// The message as a zlib stream (RFC 1950, window 15), or `nil` when it should travel as it is.
  ///
  /// A message travels as it is when it is shorter than ``rawBytesMin``, when compressing would save less than
  /// ``savingBytesMin``, or when zlib has no memory.
  ///
  /// - Parameters:
  ///   - raw: The whole message.
  ///   - level: zlib's 1 (fast) to 9 (small).
  /// - Complexity: O(*n*); about 15 µs for 600 bytes at level 6.
  public static func deflate(_ raw: [UInt8], level: Int32 = 6) -> [UInt8]? {
    guard raw.count >= rawBytesMin, raw.count <= Int(UInt32.max) else { return nil }
    guard var stream = ZlibStream(deflatingAtLevel: level) else { return nil }
    let room = raw.count - savingBytesMin
    var finished = false
    // The output has room for a worthwhile result only: zlib then stops by itself on messages that do not shrink.
    let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
      let result = stream.run(raw[...], into: output) { CZlib.deflate($0, Z_FINISH) }
      finished = result.code == Z_STREAM_END
      count = finished ? result.produced : 0
    }
    return finished ? packed : nil
  }
}
