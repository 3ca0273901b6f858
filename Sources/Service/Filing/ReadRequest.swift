package import Campaign
package import Journal

/// A request to store one filing, read by a known form.
///
/// An object: on its way from the connection to the journal and back it is handed on ten times.
package final class ReadRequest: Sendable {
  package let filing: ReadFiling
  let account: AccountID
  let clientID: [UInt8]
  let number: UInt64
  let key: RequestKey
  let method: UInt16
  /// SHA-256 of the payload as it was sent.
  let digest: EntryHash

  /// `nil` for a request without a number.
  package init?(_ filing: ReadFiling, account: AccountID, clientID: [UInt8], number: UInt64, method: UInt16, payload: [UInt8]) {
    guard number > 0, let key = RequestKey(clientID: clientID, number: number) else { return nil }
    (self.filing, self.account, self.clientID, self.number) = (filing, account, clientID, number)
    (self.key, self.method, digest) = (key, method, EntryHash(of: payload))
  }
}

/// What a request became that was stored.
package struct FiledRequest: Sendable {
  package let position: UInt64
  package let recordedAt: Instant
  package let entryHash: EntryHash
  /// From 1.
  package let revision: UInt32
  package let late: Bool
}

/// A request that was decided: it becomes a revision.
struct DecidedFiling: Sendable {
  let request: ReadRequest
  let revision: UInt32
  let late: Bool

  private var filing: ReadFiling { request.filing }

  /// The same bytes and keys as ``SubmissionEntry/draft(at:)`` with its mark.
  func draft(at time: Instant) -> EntryDraft {
    let (form, period, forms) = (filing.form, filing.period, filing.forms)
    let kind = forms.kind.rawValue
    let body = forms.units.withBytes(of: filing.unit) { unit in
      let count =
        16 + unit.count + kind.utf8.count + period.label.count + forms.formName.count + 9 + 64 + 24 + 4 + form.codes.count
        + 12 * filing.values.count + RequestMark.fixedBytes
      return [UInt8](unsafeUninitializedCapacity: count) { room, used in
        var bytes = RawWriter(UnsafeMutableRawBufferPointer(room))
        func text(_ text: UnsafeRawBufferPointer) {
          bytes.put(UInt32(text.count))
          bytes.put(text)
        }
        text(unit)
        var name = kind
        name.withUTF8 { text(UnsafeRawBufferPointer($0)) }
        period.label.withUnsafeBytes(text)
        forms.formName.withUnsafeBytes(text)
        bytes.put(filing.baseRevision)
        bytes.put(revision)
        bytes.put(UInt8(late ? 1 : 0))
        bytes.put(filing.contentKey)
        bytes.put(form.rulebookDigest)
        request.clientID.withUnsafeBytes { bytes.put($0) }
        bytes.put(request.number)
        bytes.put(UInt32(filing.values.count))
        bytes.put(form, filing.values, lengths: UInt32.self)
        // The mark: no older receipts, one entry.
        bytes.put(UInt32(0))
        bytes.put(UInt32(1))
        request.clientID.withUnsafeBytes { bytes.put($0) }
        bytes.put(request.number)
        bytes.put(request.method)
        bytes.put(request.digest)
        used = bytes.count
      }
    }
    return EntryDraft(
      kind: .submission, kindVersion: 1 | RequestMark.versionBit, timeMilliseconds: time.milliseconds, account: request.account, body: body,
      uniqueKeys: [filing.revisionKey(revision), request.key.uniqueKey])
  }
}

extension CampaignState {
  /// Applies the entry of a decided filing: the same as reading it from the journal.
  ///
  /// - Parameter shape: Of the filing's form, in this state.
  mutating func apply(_ decided: DecidedFiling, _ entry: StoredEntry, shape: Int) {
    let filing = decided.request.filing
    add(
      FiledRecord(
        position: entry.position, time: entry.timeMilliseconds, contentKey: filing.contentKey, entryHash: entry.hash,
        unit: UInt32(filing.unit), ordinal: Int32(filing.period.period.ordinal), revision: decided.revision, base: filing.baseRevision,
        previous: 0, first: 0, shape: UInt32(shape), flags: decided.late ? 1 : 0, block: 0, offset: 0, length: 0),
      filing.values, entry)
  }
}
