import CZlib

/// Compresses one message alone; no context goes from message to message.
///
/// - Source: `Protocol/Frame.md`, Compression.
public enum Deflater {
  /// Messages below this stay as they are, bytes.
  public static let rawBytesMin = 128
  /// What compressing has to save to be worth while, bytes.
  public static let savingBytesMin = 16

  /// The message as a zlib stream (RFC 1950, window 15, level 6), or `nil` when it should travel as it is.
  ///
  /// A message travels as it is when it is shorter than ``rawBytesMin``, when compressing would save less than
  /// ``savingBytesMin``, or when zlib has no memory.
  ///
  /// - Parameters:
  ///   - raw: The whole message.
  ///   - dictionary: The one that the peer has agreed to.
  /// - Complexity: O(*n*) in the bytes of message and dictionary; about 20 µs for a form of 1,200 bytes.
  public static func deflate(_ raw: [UInt8], dictionary: PresetDictionary? = nil) -> [UInt8]? {
    guard raw.count >= rawBytesMin, raw.count <= Int(UInt32.max) else { return nil }
    let room = raw.count - savingBytesMin
    var finished = false
    // The output has room for a worthwhile result only: zlib then stops by itself on messages that do not shrink.
    let packed = ZlibPool.deflaters.lend { stream in
      [UInt8](unsafeUninitializedCapacity: room) { output, count in
        let result = stream.run(raw[...], into: output, dictionary: dictionary)
        finished = result.code == Z_STREAM_END
        count = finished ? result.produced : 0
      }
    }
    return finished ? packed : nil
  }
}
