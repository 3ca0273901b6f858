public import NIOCore
import Synchronization

/// An item that goes to many streams: compressed once for each dictionary that clients have agreed to.
///
/// ```swift
/// let item = SharedItem(version: 812, payload: update)
/// for stream in streams { actions += connection.send(item, on: stream) }
/// ```
///
/// - Source: ours: decision 25.
public final class SharedItem: Sendable {
  /// Where the server stood; it never falls within a stream.
  public let version: UInt64
  /// The method's item.
  public let payload: [UInt8]
  /// By the dictionary's digest, 0 for none; `nil` where compressing is not worth while.
  private let packed = Mutex<[UInt64: [UInt8]?]>([:])

  public init(version: UInt64, payload: [UInt8]) {
    self.version = version
    self.payload = payload
  }

  /// How many times it has been compressed, or has been found not to shrink.
  package var compressedCount: Int { packed.withLock(\.count) }

  /// The whole frame on a stream.
  ///
  /// - Complexity: O(*n*) in the bytes; the payload is compressed when it is the first time in this way.
  public func bytes(on stream: UInt32, _ compression: PayloadCompression = .plain) -> ByteBuffer {
    let packed = compression.isOn ? packed(compression.dictionary) : nil
    var buffer = ByteBuffer()
    let bodyLength = 8 + (packed.map { 4 + $0.count } ?? payload.count)
    buffer.reserveCapacity(FrameHeader.byteCount + bodyLength + FrameHeader.checksumByteCount)
    Frame.write(.item, stream: stream, to: &buffer) { buffer in
      buffer.writeInteger(version)
      guard let packed else {
        buffer.writeBytes(payload)
        return []
      }
      buffer.writeInteger(UInt32(payload.count))
      buffer.writeBytes(packed)
      return .compressed
    }
    return buffer
  }

  private func packed(_ dictionary: PresetDictionary?) -> [UInt8]? {
    // The lock is held while zlib works: who comes meanwhile wants the same bytes, and would make them himself.
    packed.withLock { packed in
      let way = dictionary?.digest ?? 0
      if let known = packed[way] { return known }
      let made = Deflater.deflate(payload, dictionary: dictionary)
      packed[way] = .some(made)
      return made
    }
  }
}
