import Logging
import NIOCore
import NIOTLS
import Transport
import Wire

/// The TLS handshake in front of ours. It has no time of its own: the timer of the handshake runs from the first moment.
extension ConnectionHandler {
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted(let negotiated) = event as? TLSUserEvent {
      if negotiated == ApplicationProtocol.name {
        awaitsTLS = false
      } else {
        log(TransportProblem(.otherProtocol, peer))
        context.close(promise: nil)
      }
    }
    context.fireUserInboundEventTriggered(event)
  }

  func logFailedHandshake(_ error: any Error) {
    log(TransportProblem(handshake: error, with: peer, isServer: true))
  }

  private func log(_ problem: TransportProblem) {
    shared.logger.info("connection ends", metadata: ["peer": "\(peer)", "reason": "\(problem.number)", "text": "\(problem)"])
  }
}
