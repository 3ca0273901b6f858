import Campaign
import Client
import Transport
import Wire

/// A conversation with the server that the options name.
struct Session {
  let address: ServerAddress
  let deployment: String
  let identity: ClientIdentity
  private let token: AccessToken?
  private let security: ConnectionSecurity

  /// - Throws: ``Failure`` 64 for a bad address or file, ``Client/ClientIdentityError`` where no identity can be kept.
  init(_ options: ServerOptions) throws {
    address = try options.address
    deployment = options.system
    token = try options.token
    security = try options.security(for: address)
    guard let folder = ClientIdentity.defaultFolder(environment: Streams.variable) else {
      throw Failure(
        .ourFault,
        Words.current(
          "không biết giữ mã máy khách ở đâu: đặt XDG_STATE_HOME hoặc HOME.", "there is no place for the client's id: set XDG_STATE_HOME or HOME."))
    }
    identity = try ClientIdentity(folder: folder)
  }

  /// A connection of its own, for whoever stays.
  func connect() async throws -> ThiDuaConnection {
    try await ThiDuaConnection.connect(
      host: address.host, port: address.port, security: security, deployment: deployment, clientID: identity.clientID, token: token,
      software: "thidua/\(version)")
  }

  /// Asks once.
  func ask<Response: Sendable>(_ question: @Sendable (ThiDuaConnection) async throws -> Response) async throws -> Response {
    let connection = try await connect()
    do {
      let response = try await question(connection)
      await connection.close()
      return response
    } catch {
      await connection.close()
      throw error
    }
  }

  /// The campaign that the server runs; what is stored is meant for it.
  ///
  /// - Throws: ``Failure`` 77 where none has been launched.
  func campaign() async throws -> String {
    let campaign = try await ask { $0.welcome.campaign }
    guard !campaign.isEmpty else {
      throw Failure(
        .refused, Words.current("máy chủ chưa phát động phong trào nào. Chạy \"thidua campaign launch\".", "the server has launched no campaign. Run \"thidua campaign launch\"."))
    }
    return campaign
  }

  /// Sends something to be stored, under one request number that is on the disk first, and again with the same bytes
  /// where no answer came.
  ///
  /// - Throws: ``Unconfirmed`` once a sending may have arrived, also when the server can no longer be reached afterwards.
  func store<Response: Sendable>(
    attempts: Int = 3, _ sending: @Sendable (ThiDuaConnection, _ requestNumber: UInt64) async throws -> Response
  ) async throws -> Response {
    let number = try identity.nextRequestNumber()
    do {
      return try await delivered(attempts: attempts, policy: RetryPolicy(first: .milliseconds(500), longest: .seconds(4))) {
        try await ask { try await sending($0, number) }
      }
    } catch let failure as ClientFailure {
      switch failure {
      case .notConfirmed, .protocolViolation: throw Unconfirmed(failure: failure, requestNumber: number)
      case .unreachable, .refused, .insecure: throw failure
      }
    }
  }
}

/// A request whose answer did not come, with the number under which the server may know it.
struct Unconfirmed: Error {
  let failure: ClientFailure
  let requestNumber: UInt64
}

/// Repeats what may be repeated, and keeps the doubt: after a sending without answer, "unreachable" would be a wrong word.
func delivered<Response: Sendable>(
  attempts: Int, policy: RetryPolicy, sleep: (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
  _ attempt: () async throws -> Response
) async throws -> Response {
  var doubt: ClientFailure?
  for number in 1...attempts {
    do {
      return try await attempt()
    } catch let failure as ClientFailure {
      switch failure {
      case .notConfirmed: doubt = failure
      case .protocolViolation: throw failure
      case .unreachable:
        // The first sending went nowhere: a person is quicker told than kept waiting.
        if doubt == nil { throw failure }
      case .insecure: throw doubt ?? failure
      case .refused(let problem):
        guard let doubt else { throw failure }
        // Who is refused at the door does not hear what became of the sending before.
        if problem.reason.hasPrefix("W-") || problem.reason.hasPrefix("A-") {
          if !failure.isWorthRetrying { throw doubt }
        } else if !failure.isWorthRetrying {
          throw failure
        }
      }
      if number < attempts { try await sleep(policy.wait(afterAttempt: number, retryAfter: failure.retryAfter)) }
    }
  }
  throw doubt ?? .notConfirmed("")
}
