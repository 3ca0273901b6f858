/// The stored bytes of an entry, layout 1: 76 bytes of header, then the body. All numbers are big-endian.
///
/// `Protocol/Journal.md` holds the table; `Protocol/Vectors/journal.jsonl` holds at least one entry per kind.
package enum EntryLayout {
  /// The layout that this version writes, and the only one that it reads.
  package static let version: UInt16 = 1
  package static let headerBytes = 76
  /// The longest body, digests of texts included.
  package static let bodyBytesMax = 16 << 20

  /// The bytes in front of the caller's body: a count, then a field and a digest per text.
  static func textListBytes(count: Int) -> Int { 2 + count * (2 + EntryHash.byteCount) }
}

extension StoredEntry {
  /// The entry that `draft` becomes after `head`.
  ///
  /// The draft's limits have been checked.
  init(_ draft: EntryDraft, after head: JournalHead) {
    let bodyBytes = EntryLayout.textListBytes(count: draft.texts.count) + draft.body.count
    var writer = BodyWriter(reservingBytes: EntryLayout.headerBytes + bodyBytes)
    writer.u16(EntryLayout.version)
    writer.u16(draft.kind.rawValue)
    writer.u16(draft.kindVersion)
    writer.u16(0)
    writer.u64(head.position + 1)
    writer.i64(draft.timeMilliseconds)
    writer.u64(draft.account.high)
    writer.u64(draft.account.low)
    writer.hash(head.hash)
    writer.u32(UInt32(bodyBytes))
    let digests = draft.texts.map(\.digest)
    writer.u16(UInt16(digests.count))
    for digest in digests {
      writer.u16(digest.field)
      writer.hash(digest.hash)
    }
    let bodyStart = writer.encoded.count
    writer.fixed(draft.body)

    self.init(
      position: head.position + 1, kindNumber: draft.kind.rawValue, kindVersion: draft.kindVersion,
      timeMilliseconds: draft.timeMilliseconds, account: draft.account, previousHash: head.hash,
      textDigests: digests, hash: EntryHash(of: writer.encoded), bytes: writer.encoded, bodyStart: bodyStart)
  }

  /// Reads stored bytes. Nothing is assumed about them.
  ///
  /// - Throws: The first problem in the order of the fields. The chain is not checked here, see `Verification`.
  /// - Complexity: O(*n*) in the bytes, which are hashed.
  package init(decoding bytes: [UInt8]) throws(EntryProblem) {
    guard bytes.count >= EntryLayout.headerBytes else { throw .tooShort(bytes: bytes.count) }
    var reader = BodyReader(bytes[...])
    do {
      let layout = try reader.u16()
      guard layout == EntryLayout.version else { throw EntryProblem.unknownLayout(layout) }
      let kindNumber = try reader.u16()
      let kindVersion = try reader.u16()
      let flags = try reader.u16()
      guard flags == 0 else { throw EntryProblem.unknownFlags(flags) }
      let position = try reader.u64()
      let time = try reader.i64()
      let account = AccountID(bytes: try reader.fixed(AccountID.byteCount))
      let previous = EntryHash(bytes: try reader.fixed(EntryHash.byteCount))
      let bodyBytes = try reader.u32()
      guard bodyBytes <= UInt32(EntryLayout.bodyBytesMax), reader.remaining == Int(bodyBytes) else {
        throw EntryProblem.bodyLength(announced: bodyBytes, found: reader.remaining)
      }
      guard let account, let previous else { throw EntryProblem.tooShort(bytes: bytes.count) }
      let digests = try Self.textDigests(&reader)
      self.init(
        position: position, kindNumber: kindNumber, kindVersion: kindVersion, timeMilliseconds: time,
        account: account, previousHash: previous, textDigests: digests, hash: EntryHash(of: bytes),
        bytes: bytes, bodyStart: bytes.count - reader.remaining)
    } catch let problem as EntryProblem {
      throw problem
    } catch {
      throw .textList
    }
  }

  private static func textDigests(_ reader: inout BodyReader) throws -> [TextDigest] {
    let count = try reader.u16()
    guard count <= EntryDraft.textsMax else { throw EntryProblem.textList }
    var digests: [TextDigest] = []
    for _ in 0..<count {
      let field = try reader.u16()
      guard let hash = EntryHash(bytes: try reader.fixed(EntryHash.byteCount)),
        digests.last.map({ $0.field < field }) ?? true
      else { throw EntryProblem.textList }
      digests.append(TextDigest(field: field, hash: hash))
    }
    return digests
  }
}
