import NIOCore
import SwiftProtobuf

extension Payload {
  /// The message that is the rest of a connection frame's body.
  ///
  /// - Throws: `BAD_BODY`, whatever the payload's own problem: a handshake cannot be answered on a stream.
  static func connectionMessage<M: Message>(
    _ type: M.Type, _ body: ByteBuffer, limits: Limits
  ) throws(WireProblem) -> M {
    do throws(WireProblem) {
      return try decode(type, from: Array(body.readableBytesView), limits: limits)
    } catch {
      throw .connection(.badBody, error.name)
    }
  }
}
