package import Campaign
package import Journal

/// Proof that something other than a filing is recorded: a pure function of its journal entry.
package struct EntryReceipt: Sendable, Hashable {
  package let position: UInt64
  package let recordedAt: Instant
  package let entryHash: [UInt8]

  package init(_ entry: StoredEntry) {
    position = entry.position
    recordedAt = Instant(milliseconds: entry.timeMilliseconds)
    entryHash = entry.hash.bytes
  }
}

/// A published index of a year, as the campaign office entered it. Its source is free text beside the entry.
package struct IndexEntry: Sendable {
  package let index: String
  package let fact: IndexFact

  package init(index: String, fact: IndexFact) {
    self.index = index
    self.fact = fact
  }

  private static let sourceField: UInt16 = 1

  package func draft(at time: Instant, origin: RequestOrigin, salt: TextSalt) -> EntryDraft {
    var body = BodyWriter()
    body.string(index)
    body.u32(UInt32(fact.year))
    switch fact.score {
    case .unknown: body.u8(0)
    case .withheld: body.u8(1)
    case .value(let value, let basis):
      body.u8(2)
      body.i64(value.coefficient)
      body.u8(UInt8(value.scale))
      body.string(basis.rawValue)
    }
    switch fact.rank {
    case .unknown: body.u8(0)
    case .beyond(let place):
      body.u8(1)
      body.u32(UInt32(place))
    case .value(let rank, let basis):
      body.u8(2)
      body.u32(UInt32(rank))
      body.string(basis.rawValue)
    }
    body.u32(UInt32(fact.of ?? 0))
    body.bool(fact.publishedOn != nil)
    body.i64(Int64(fact.publishedOn?.day ?? 0))
    return EntryDraft(
      kind: .publishedIndex, timeMilliseconds: time.milliseconds, account: origin.account, body: body.encoded,
      texts: [FreeText(field: Self.sourceField, salt: salt, text: fact.source)])
  }

  package init(_ entry: StoredEntry) throws(JournalFailure) {
    guard entry.contentVersion == 1 else { throw .bodyFieldInvalid }
    var body = try entry.contentReader()
    index = try body.string(bytesMax: 64)
    let year = Int(try body.u32())
    func basis(_ text: String) throws(JournalFailure) -> IndexFact.Basis {
      guard let basis = IndexFact.Basis(rawValue: text) else { throw .bodyFieldInvalid }
      return basis
    }
    let score: IndexFact.Score
    switch try body.u8() {
    case 0: score = .unknown
    case 1: score = .withheld
    case 2:
      let value = ExactDecimal(coefficient: try body.i64(), scale: Int(try body.u8()))
      score = .value(value, try basis(try body.string(bytesMax: 32)))
    default: throw .bodyFieldInvalid
    }
    let rank: IndexFact.Rank
    switch try body.u8() {
    case 0: rank = .unknown
    case 1: rank = .beyond(Int(try body.u32()))
    case 2: rank = .value(Int(try body.u32()), try basis(try body.string(bytesMax: 32)))
    default: throw .bodyFieldInvalid
    }
    let of = Int(try body.u32())
    let known = try body.bool()
    let day = Int(try body.i64())
    try body.finish()
    fact = IndexFact(
      year: year, score: score, rank: rank, of: of == 0 ? nil : of, publishedOn: known ? CivilDate(day: day) : nil, source: "")
  }
}
