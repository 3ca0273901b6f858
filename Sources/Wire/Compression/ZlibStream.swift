import CZlib

/// Owns one `z_stream`, which serves one message after the other.
///
/// The stream lives on the heap because zlib keeps a pointer to it and refuses one that has moved. It is used by one borrower
/// of a ``ZlibPool`` at a time, which is why it may go from thread to thread.
final class ZlibStream: @unchecked Sendable {
  /// Which way the bytes go.
  enum Direction: Sendable {
    case deflating, inflating
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let direction: Direction

  /// How one run over a whole message ended.
  struct Result {
    /// zlib's own code, `Z_STREAM_END` when the stream is complete.
    var code: Int32
    /// Bytes written.
    var produced: Int
    /// Bytes of the input that were not looked at.
    var unread: Int
  }

  /// - Returns: `nil` when zlib has no memory.
  init?(_ direction: Direction) {
    let allocated = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    allocated.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    let code =
      switch direction {
      case .deflating: deflateInit2_(allocated, 6, Z_DEFLATED, 15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
      case .inflating: inflateInit2_(allocated, 15, ZLIB_VERSION, size)
      }
    guard code == Z_OK else {
      allocated.deallocate()
      return nil
    }
    self.stream = allocated
    self.direction = direction
  }

  deinit {
    switch direction {
    case .deflating: deflateEnd(stream)
    case .inflating: inflateEnd(stream)
    }
    stream.deallocate()
  }

  /// Forgets the message before, so that nothing of it can be referred to by the next one.
  func reset() -> Bool {
    switch direction {
    case .deflating: deflateReset(stream) == Z_OK
    case .inflating: inflateReset(stream) == Z_OK
    }
  }

  /// Runs once over the whole input.
  ///
  /// - Parameter dictionary: What a deflater starts from, or what an inflater gives to a stream that asks for just this one.
  func run(
    _ input: ArraySlice<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>, dictionary: PresetDictionary?
  ) -> Result {
    input.withUnsafeBufferPointer { input in
      defer {
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
      }
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(clamping: input.count)
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(clamping: output.count)
      let code =
        switch direction {
        case .deflating: deflateWhole(dictionary)
        case .inflating: inflateWhole(dictionary)
        }
      return Result(
        code: code, produced: output.count - Int(stream.pointee.avail_out), unread: Int(stream.pointee.avail_in))
    }
  }

  private func deflateWhole(_ dictionary: PresetDictionary?) -> Int32 {
    if let dictionary {
      let code = dictionary.bytes.withUnsafeBufferPointer { deflateSetDictionary(stream, $0.baseAddress, UInt32($0.count)) }
      guard code == Z_OK else { return code }
    }
    return deflate(stream, Z_FINISH)
  }

  private func inflateWhole(_ dictionary: PresetDictionary?) -> Int32 {
    let code = inflate(stream, Z_FINISH)
    guard code == Z_NEED_DICT, let dictionary, UInt32(truncatingIfNeeded: stream.pointee.adler) == dictionary.id else { return code }
    let set = dictionary.bytes.withUnsafeBufferPointer { inflateSetDictionary(stream, $0.baseAddress, UInt32($0.count)) }
    guard set == Z_OK else { return set }
    return inflate(stream, Z_FINISH)
  }
}
