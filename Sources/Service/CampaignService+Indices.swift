package import Campaign
import Journal

/// Published indices.
extension CampaignService {
  /// Enters a published index of a year. The same figures again get the receipt they have.
  ///
  /// - Throws: ``ServiceFailure``: `invalid` for an index that the rulebook does not have, or a fact without content.
  package func publish(_ index: String, _ fact: IndexFact, from origin: RequestOrigin) async throws -> EntryReceipt {
    try await inTurn {
      guard let rulebook = durable.versions.last?.rulebook else { throw ServiceFailure.noCampaign }
      guard let known = rulebook.indices.first(where: { $0.code == index }) else {
        let all = rulebook.indices.map(\.code).joined(separator: ", ")
        throw ServiceFailure.invalid(Problems([Problem(
          .unknownIndex, at: "index", vi: "không có chỉ số \"\(index)\". Các chỉ số: \(all).",
          en: "there is no index \"\(index)\". Indices: \(all).")]))
      }
      try check(fact, of: known)
      if let receipt = durable.receipt(of: index, fact) {
        try await remember(origin, answeredBy: receipt.position)
        return receipt
      }
      let time = stamp()
      let draft = IndexEntry(index: index, fact: fact).draft(at: time, origin: origin, salt: .random())
      return EntryReceipt(try await store(begin(draft, of: origin, at: time))[0])
    }
  }

  private func check(_ fact: IndexFact, of index: PublishedIndex) throws {
    func refuse(_ vi: String, _ en: String) -> ServiceFailure {
      .invalid(Problems([Problem(.badIndexFact, at: "\(index.code) \(fact.year)", vi: vi, en: en)]))
    }
    guard (1900...2200).contains(fact.year) else { throw refuse("năm không hợp lệ.", "the year is not valid.") }
    guard !fact.source.isEmpty, fact.source.utf8.count <= 2000 else {
      throw refuse("cần nguồn công bố (--source), tối đa 2000 byte.", "the source of the figure is needed (--source), at most 2000 bytes.")
    }
    switch (fact.score, fact.rank) {
    case (.unknown, .unknown): throw refuse("cần điểm số hoặc thứ hạng.", "a score or a rank is needed.")
    case (_, .value(let rank, _)):
      guard rank >= 1, fact.of.map({ rank <= $0 }) ?? true else { throw refuse("thứ hạng lớn hơn số được xếp hạng.", "the rank is greater than the number ranked.") }
    case (_, .beyond(let last)):
      guard last >= 1, let of = fact.of, last < of else {
        throw refuse("cần số được xếp hạng lớn hơn bậc cuối được công bố (--of).", "the number ranked must be greater than the last place given (--of).")
      }
    default: break
    }
  }
}
