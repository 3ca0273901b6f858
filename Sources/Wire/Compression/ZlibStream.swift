import CZlib

/// Owns one `z_stream` for the length of one message.
///
/// The stream lives on the heap because zlib keeps a pointer to it and refuses one that has moved.
struct ZlibStream: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private let end: (UnsafeMutablePointer<z_stream>) -> Int32

  /// How one run over a whole message ended.
  struct Result {
    /// zlib's own code, `Z_STREAM_END` when the stream is complete.
    var code: Int32
    /// Bytes written.
    var produced: Int
    /// Bytes of the input that were not looked at.
    var unread: Int
  }

  /// - Returns: `nil` when zlib has no memory or the level is out of range.
  init?(deflatingAtLevel level: Int32) {
    self.init(
      start: {
        deflateInit2_(
          $0, level, Z_DEFLATED, 15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      }, end: deflateEnd)
  }

  /// - Returns: `nil` when zlib has no memory.
  init?(inflating: Void) {
    self.init(
      start: { inflateInit2_($0, 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) }, end: inflateEnd)
  }

  private init?(
    start: (UnsafeMutablePointer<z_stream>) -> Int32, end: @escaping (UnsafeMutablePointer<z_stream>) -> Int32
  ) {
    let allocated = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    allocated.initialize(to: z_stream())
    guard start(allocated) == Z_OK else {
      allocated.deallocate()
      return nil
    }
    self.stream = allocated
    self.end = end
  }

  deinit {
    _ = end(stream)
    stream.deallocate()
  }

  /// Runs `step` once over the whole input. A preset dictionary, once one is agreed on, is set here before the step.
  mutating func run(
    _ input: ArraySlice<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
    step: (UnsafeMutablePointer<z_stream>) -> Int32
  ) -> Result {
    input.withUnsafeBufferPointer { input in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(clamping: input.count)
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(clamping: output.count)
      let code = step(stream)
      return Result(
        code: code, produced: output.count - Int(stream.pointee.avail_out), unread: Int(stream.pointee.avail_in))
    }
  }
}
