package import Journal

/// Who sent a request, as the wire tells it; kept in the entry so that a resend can be told from a new request.
package struct RequestOrigin: Sendable, Hashable {
  package let account: AccountID
  /// 16 bytes of the client's own.
  package let clientID: [UInt8]
  /// 0 for none.
  package let requestNumber: UInt64
  /// What it asks for; `nil` for what is read back from an entry's content, and for what nobody sends again.
  package let content: RequestContent?

  package init(account: AccountID, clientID: [UInt8], requestNumber: UInt64, content: RequestContent? = nil) {
    self.account = account
    self.clientID = clientID
    self.requestNumber = requestNumber
    self.content = content
  }

  /// Without accounts, every request is the system's own.
  package init(clientID: [UInt8], requestNumber: UInt64) {
    self.init(account: .system, clientID: clientID, requestNumber: requestNumber)
  }

  package static let system = RequestOrigin(
    account: .system, clientID: Array(repeating: 0, count: 16), requestNumber: 0)

  /// The name under which it is known for ever; `nil` for a request without a number.
  var key: RequestKey? { requestNumber == 0 ? nil : RequestKey(clientID: clientID, number: requestNumber) }
}

/// What a request says, so that another one under the same number is told from it.
package struct RequestContent: Sendable, Hashable {
  /// The number of the call on the wire.
  package let method: UInt16
  /// SHA-256 of the payload as it was sent, before compression; 32 bytes.
  package let digest: [UInt8]

  package init(method: UInt16, digest: [UInt8]) {
    precondition(digest.count == 32, "A SHA-256 has 32 bytes.")
    self.method = method
    self.digest = digest
  }

  /// What a call's payload says.
  package init(method: UInt16, payload: [UInt8]) { self.init(method: method, digest: sha256(payload)) }
}

/// How a request is named for ever: 16 bytes of the client and the number that it gave the request.
struct RequestKey: Sendable, Hashable {
  private let high: UInt64
  private let low: UInt64
  private let number: UInt64

  /// `nil` when the client has not 16 bytes.
  init?(clientID: [UInt8], number: UInt64) {
    guard clientID.count == 16 else { return nil }
    high = clientID.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = clientID.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    self.number = number
  }

  /// From the 24 bytes in which a mark holds both.
  init(raw: UnsafeRawBufferPointer) {
    high = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    low = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    number = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
  }

  /// The key under which the file holds a request only once.
  var uniqueKey: UniqueKey {
    withUnsafeTemporaryAllocation(byteCount: 25, alignment: 8) { room in
      var key = RawWriter(room)
      key.put(UInt8(4))
      key.put(high)
      key.put(low)
      key.put(number)
      return UniqueKey(key.written)
    }
  }
}
