import FoundationEssentials
import Service
import Wire

/// What is kept of a ranking that was shown: enough to say later which rows have changed since, at eight bytes a row.
struct RankingPrint: Sendable {
  private struct Block: Sendable {
    let id: String
    /// Of the rows in their order. They are compared within this process only, where equal rows have equal values.
    let rows: [Int]
  }

  /// Names the ranking by what it shows: the same after a restart and on any server with the same journal.
  let state: [UInt8]
  private let blocks: [Block]

  init(_ response: RankingResponse) {
    var shown = response
    // When and at which position it was computed is no part of what it shows.
    var provenance = Provenance()
    provenance.campaign = response.provenance.campaign
    provenance.rulebookDigest = response.provenance.rulebookDigest
    shown.provenance = provenance
    state = Array(sha256(Payload.encode(shown)).prefix(16))
    blocks = response.blocks.map { Block(id: $0.block, rows: $0.rows.map(\.hashValue)) }
  }

  /// The update that makes this ranking of an earlier one.
  ///
  /// - Parameter base: What the viewer has; `nil`: nothing.
  /// - Throws: `ANSWER_TOO_LARGE` where more rows of a block have changed than a list may hold.
  func update(_ response: RankingResponse, since base: RankingPrint?) throws(WireProblem) -> RankingUpdate {
    var update = RankingUpdate()
    update.provenance = response.provenance
    update.period = response.period
    update.periodLabelVi = response.periodLabelVi
    update.provisional = response.provisional
    update.publishedDecimals = response.publishedDecimals
    update.state = Data(state)
    update.base = Data(base?.state ?? [])
    for (block, now) in zip(response.blocks, blocks) {
      let before = base?.blocks.first { $0.id == now.id }?.rows ?? []
      var message = BlockUpdate()
      message.block = block.block
      message.nameVi = block.nameVi
      message.nameEn = block.nameEn
      message.rows = UInt32(clamping: block.rows.count)
      for (index, row) in block.rows.enumerated() where index >= before.count || before[index] != now.rows[index] {
        var change = RankingChange()
        change.index = UInt32(clamping: index)
        change.row = row
        message.changes.append(change)
      }
      guard message.changes.count <= Limits().listElementsMax else {
        throw .stream(.answerTooLarge, "\(message.changes.count) rows of a block")
      }
      update.blocks.append(message)
    }
    return update
  }
}
