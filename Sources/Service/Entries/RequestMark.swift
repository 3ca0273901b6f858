import Campaign
package import Journal

/// The request that an entry carries out, at the end of its body: all that is needed to know the request again and to
/// give the very answer again, for ever.
///
/// A request that makes several entries marks the first; the others follow it in the same transaction. A request whose
/// answer is made of older entries alone is an entry of kind ``Journal/EntryKind/request``, with nothing before the mark.
///
/// - Source: `Protocol/Journal.md`, "Requests"; ours: decision 23.
package struct RequestMark: Sendable, Hashable {
  /// A receipt of the answer that is older than the request.
  package struct Older: Sendable, Hashable {
    /// Its place in the answer, from 0.
    package let index: Int
    package let position: UInt64
  }

  package let clientID: [UInt8]
  package let requestNumber: UInt64
  package let content: RequestContent
  /// Entries that the request has made, the marked one the first; 0 for an entry that does nothing but record the request.
  package let entries: Int
  /// Ascending by index.
  package let older: [Older]

  /// Added to the kind version of an entry whose body ends with a mark.
  static let versionBit: UInt16 = 0x0100
  static let fixedBytes = 4 + 4 + 16 + 8 + 2 + 32
  private static let olderBytes = 12
  private static let answerMax = 4_096

  /// `nil` for a request that has no number, or whose content is not known.
  init?(_ origin: RequestOrigin, entries: Int, older: [Older]) {
    guard let content = origin.content, origin.requestNumber > 0 else { return nil }
    clientID = origin.clientID
    requestNumber = origin.requestNumber
    self.content = content
    self.entries = entries
    self.older = older
  }

  /// Takes the mark off the end of a body.
  init(last body: inout BodyReader, of entry: StoredEntry) throws(JournalFailure) {
    var end = try body.last(Self.fixedBytes)
    let count = try Int(end.u32())
    entries = try Int(end.u32())
    clientID = try end.fixed(16)
    requestNumber = try end.u64()
    content = RequestContent(method: try end.u16(), digest: try end.fixed(32))
    guard count <= Self.answerMax, entries <= Self.answerMax, requestNumber > 0, (entries == 0) == (entry.kind == .request) else {
      throw .bodyFieldInvalid
    }
    var list = try body.last(count * Self.olderBytes)
    var older: [Older] = []
    for _ in 0..<count {
      let one = Older(index: try Int(list.u32()), position: try list.u64())
      guard one.index > older.last?.index ?? -1, one.index < entries + count, (1..<entry.position).contains(one.position) else {
        throw .bodyFieldInvalid
      }
      older.append(one)
    }
    self.older = older
  }

  private func write(to body: inout BodyWriter) {
    for one in older {
      body.u32(UInt32(clamping: one.index))
      body.u64(one.position)
    }
    body.count(older.count)
    body.count(entries)
    body.fixed(clientID)
    body.u64(requestNumber)
    body.u16(content.method)
    body.fixed(content.digest)
  }

  /// Where the content of a body ends that has a mark behind it, and the request's key; `nil` for bytes that are no mark.
  static func end(of body: UnsafeRawBufferPointer) -> (contentEnd: Int, key: RequestKey)? {
    guard body.count >= fixedBytes else { return nil }
    let start = body.count - fixedBytes
    let count = Int(UInt32(bigEndian: body.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
    guard count <= answerMax, start >= count * olderBytes else { return nil }
    return (start - count * olderBytes, RequestKey(raw: UnsafeRawBufferPointer(rebasing: body[(start + 8)...])))
  }

  /// The positions that the answer is made of, in its order.
  ///
  /// - Parameter position: Of the marked entry.
  package func answer(at position: UInt64) -> [UInt64] {
    var positions: [UInt64] = []
    var next = position
    var rest = older[...]
    while positions.count < entries + older.count {
      if let first = rest.first, first.index == positions.count {
        positions.append(first.position)
        rest.removeFirst()
      } else {
        positions.append(next)
        next += 1
      }
    }
    return positions
  }

  /// The draft with this mark at its end. The key keeps the file from ever holding a request twice.
  func put(on draft: EntryDraft) -> EntryDraft {
    var body = BodyWriter(reservingBytes: draft.body.count + Self.fixedBytes + older.count * Self.olderBytes)
    body.fixed(draft.body)
    write(to: &body)
    let key = RequestKey(clientID: clientID, number: requestNumber)
    return EntryDraft(
      kind: draft.kind, kindVersion: draft.kindVersion | Self.versionBit, timeMilliseconds: draft.timeMilliseconds,
      account: draft.account, body: body.encoded, uniqueKeys: draft.uniqueKeys + (key.map { [$0.uniqueKey] } ?? []), texts: draft.texts)
  }
}

extension StoredEntry {
  /// The version of the content's encoding.
  var contentVersion: UInt16 { kindVersion & ~RequestMark.versionBit }

  /// The body without a mark.
  func contentReader() throws(JournalFailure) -> BodyReader {
    var body = bodyReader
    if kindVersion & RequestMark.versionBit != 0 { _ = try RequestMark(last: &body, of: self) }
    return body
  }

  /// The request that the entry carries out; `nil` for an entry without a mark.
  package func requestMark() throws(JournalFailure) -> RequestMark? {
    guard kindVersion & RequestMark.versionBit != 0 else { return nil }
    var body = bodyReader
    return try RequestMark(last: &body, of: self)
  }
}
