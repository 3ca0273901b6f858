/// How a call ended: the seventeen codes of gRPC under gRPC's numbers, and four of our own.
///
/// - Source: `Protocol/Frame.md`, Codes.
public enum Status: UInt16, CaseIterable, Hashable, Sendable {
  case ok = 0
  case cancelled = 1
  case unknown = 2
  case invalidArgument = 3
  case deadlineExceeded = 4
  case notFound = 5
  case alreadyExists = 6
  case permissionDenied = 7
  case resourceExhausted = 8
  case failedPrecondition = 9
  case aborted = 10
  case outOfRange = 11
  case unimplemented = 12
  case `internal` = 13
  case unavailable = 14
  case dataLoss = 15
  case unauthenticated = 16
  /// The request number has been used for other content.
  case duplicateMismatch = 32
  case periodClosed = 33
  /// The base revision is no longer the one in force.
  case revisionConflict = 34
  /// Come back after `retry_after_ms`.
  case overloaded = 35
}

/// Why a connection ends: the code of a GOAWAY beside the statuses.
public enum ConnectionCode: UInt16, CaseIterable, Hashable, Sendable {
  case badMagic = 64
  case versionUnsupported = 65
  case frameTooLarge = 66
  case badCRC = 67
  case reservedBits = 68
  case unknownFrame = 69
  case badState = 70
  case authRequired = 71
  case compressedSecret = 72
  case streamID = 73
  case calmDown = 74
  case idle = 75
  case shutdown = 76
}

/// Whether a request took effect, said in every answer.
///
/// A call that only reads has nothing to apply and always says `notApplied`.
public enum Effect: UInt8, CaseIterable, Hashable, Sendable {
  /// Certainly not. The same request may be sent again.
  case notApplied = 0
  /// Certainly, and durably.
  case applied = 1
  /// Nobody knows. Send the same request again under the same number: it cannot count twice.
  case unknown = 2
}
