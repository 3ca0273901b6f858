public import SwiftProtobuf

/// Payload bytes ↔ messages, strict on the way in.
///
/// ```swift
/// let request = try Payload.decode(SubmitRequest.self, from: bytes)
/// let answer = Payload.encode(response)
/// ```
///
/// - Source: `Protocol/Frame.md`, Payload.
public enum Payload {
  /// The message in `bytes`. Fields this version does not know are kept with it.
  ///
  /// - Parameters:
  ///   - type: The message expected; the caller knows it from the method.
  ///   - bytes: The whole payload after inflating. Its length has been held against the limit already.
  ///   - limits: ``Limits/nestingMax`` and ``Limits/listElementsMax`` are read.
  /// - Throws: The first of these met from front to back: `TRUNCATED`, `BAD_VARINT`, `BAD_WIRE_TYPE`,
  ///   `NOT_CANONICAL` (a single field twice), `LIST_TOO_LONG`, `NESTING_TOO_DEEP`, `BAD_UTF8`.
  /// - Complexity: O(*n*) in the bytes.
  public static func decode<M: Message>(
    _ type: M.Type, from bytes: [UInt8], limits: Limits = Limits()
  ) throws(WireProblem) -> M {
    try check(type, bytes, limits: limits)
    var options = BinaryDecodingOptions()
    options.messageDepthLimit = limits.nestingMax + 1  // the checker has already said no
    do {
      return try M(serializedBytes: bytes, options: options)
    } catch BinaryDecodingError.truncated {
      throw .stream(.truncated)
    } catch BinaryDecodingError.invalidUTF8 {
      throw .stream(.badUTF8)
    } catch BinaryDecodingError.messageDepthLimit {
      throw .stream(.nestingTooDeep)
    } catch {
      throw .stream(.badWireType)
    }
  }

  /// The message's bytes.
  ///
  /// They are not canonical. A request is encoded once, kept, and sent again byte by byte, never encoded anew.
  public static func encode<M: Message>(_ message: M) -> [UInt8] {
    do {
      return try message.serializedBytes()
    } catch {
      // proto3 without required fields, without extensions and below 2 GiB: the library has nothing to refuse.
      preconditionFailure("a message of thidua.proto could not be encoded: \(error)")
    }
  }

  /// Walks `bytes` along the fields of `type` without making a message.
  static func check<M: Message>(_ type: M.Type, _ bytes: [UInt8], limits: Limits) throws(WireProblem) {
    var decoder = StrictDecoder(bytes[...], limits: limits)
    var visited = M()
    do {
      try visited.decodeMessage(decoder: &decoder)
    } catch let problem as WireProblem {
      throw problem
    } catch {
      throw .stream(.badWireType)
    }
  }
}
