import Campaign
import Client
import Journal
import Server
import Service
import Wire

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Where tokens are issued: in the data folder, or by the server that holds it.
///
/// Whoever has the folder's rights is the operator: nobody else can enter the folder, where the server's control socket stands.
struct TokenOffice {
  private enum Way {
    case folder(DataFolder, Journal, CampaignService)
    case server(ThiDuaConnection)
  }
  private let way: Way

  static let controlName = "control"

  init(folder path: String) async throws {
    do {
      let folder = try DataFolder.open(at: path)
      let journal = try Journal(SQLiteDriver(folder))
      way = .folder(folder, journal, try await CampaignService.open(journal, clock: Serve.clock))
    } catch JournalFailure.folderInUse {
      let generator = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
      way = .server(try await .connect(controlPath: path + "/" + Self.controlName, clientID: generator))
    }
  }

  func issue(_ request: TokenRequest) async throws {
    switch way {
    case .folder(_, _, let service): _ = try await service.issue(request, from: .system)
    case .server(let connection):
      var message = IssueTokenRequest()
      message.tokenID = Data(request.id.bytes)
      message.digest = Data(request.digest)
      message.role = request.role.rawValue
      message.unit = request.unit
      message.name = request.name
      message.expiresAtMs = request.expires?.milliseconds ?? 0
      message.renews = Data(request.renews?.bytes ?? [])
      _ = try await connection.administer(.issueToken, Payload.encode(message), requestNumber: 1)
    }
  }

  func revoke(_ id: TokenID) async throws {
    switch way {
    case .folder(_, _, let service): _ = try await service.revoke(id, from: .system)
    case .server(let connection):
      var message = RevokeTokenRequest()
      message.tokenID = Data(id.bytes)
      _ = try await connection.administer(.revokeToken, Payload.encode(message), requestNumber: 1)
    }
  }

  func list() async throws -> [TokenRow] {
    switch way {
    case .folder(_, _, let service): return await Requests.tokenRows(service.state.access.all)
    case .server(let connection):
      var rows: [TokenRow] = []
      var request = TokensRequest()
      repeat {
        let page = try await connection.tokens(request)
        rows += page.tokens
        request.after = page.next
      } while !request.after.isEmpty
      return rows
    }
  }

  func close() async throws {
    switch way {
    case .folder(let folder, let journal, _):
      try await journal.close()
      folder.close()
    case .server(let connection): await connection.close()
    }
  }
}

/// A new file that only its owner can read.
struct SecretFile {
  let path: String
  private let descriptor: Int32

  /// - Throws: ``Complaint`` where the file is there already, or cannot be made.
  init(at path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let cause = String(cString: strerror(errno))
      throw Complaint("không tạo được tệp mới \(path): \(cause).", "the new file \(path) cannot be made: \(cause).", status: 64)
    }
    self.path = path
  }

  /// Writes everything, durably, and closes the file.
  func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    let written = writeBytes(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    guard close(descriptor) == 0, written else {
      throw Complaint("không ghi được tệp \(path).", "\(path) cannot be written.", status: 64)
    }
  }

  func remove() {
    close(descriptor)
    unlink(path)
  }
}

private let writeBytes: @Sendable (Int32, UnsafeRawPointer, Int) -> Int = { write($0, $1, $2) }

/// A refusal of this program's own.
struct Complaint: Error {
  let vi: String
  let en: String
  let status: Int32

  init(_ vi: String, _ en: String, status: Int32) {
    self.vi = vi
    self.en = en
    self.status = status
  }
}
