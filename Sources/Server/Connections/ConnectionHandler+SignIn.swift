import NIOCore
import Service
import Wire

/// Greeting and sign-in.
extension ConnectionHandler {
  func greet(_ hello: Hello) {
    guard let context else { return }
    clientID = Array(hello.clientID)
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let eventLoop = context.eventLoop
    let welcome = shared.welcome
    let required = principal == nil
    let deployment = isControl ? hello.deployment : nil
    Task {
      var message = await welcome()
      message.authenticationRequired = required
      // Whoever may reach the control socket means this server.
      if let deployment { message.deployment = deployment }
      let complete = message
      eventLoop.execute {
        let handler = bound.value
        handler.perform(handler.connection.welcome(complete, atMS: handler.nowMS))
      }
    }
  }

  func signIn(_ method: UInt8, _ credential: ByteBuffer) {
    guard let context, let signIn = shared.signIn else { return end(.connection(.badState, "this server has no sign-in")) }
    guard method == AuthMethod.token.rawValue, let text = String(validating: credential.readableBytesView, as: UTF8.self) else {
      return refuseSignIn()
    }
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let eventLoop = context.eventLoop
    Task {
      let principal = await signIn.principal(text)
      eventLoop.execute {
        let handler = bound.value
        guard let principal else { return handler.refuseSignIn() }
        handler.principal = principal
        handler.shared.registry.signedIn(principal, ObjectIdentifier(handler))
        handler.perform(handler.connection.authenticated(principal.message, atMS: handler.nowMS))
      }
    }
  }

  /// One answer for whatever is wrong; beyond the limit of the address it is kept back for a while, and not logged.
  private func refuseSignIn() {
    guard let context else { return }
    let problem = WireProblem.connection(.unauthenticated)
    guard !shared.signInLimiter.failed(peer, atMS: nowMS) else { return end(problem) }
    timers.start(
      .signIn, in: shared.limits.signInDelay, on: context.eventLoop, fire: hop(context.eventLoop) { $0.end(problem) })
  }
}
