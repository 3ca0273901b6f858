/// An index that somebody else publishes once a year (PAR INDEX, PAPI, PCI, SIPAS).
public struct PublishedIndex: Sendable, Hashable {
  public enum Ranks: Sendable, Hashable {
    case all
    /// The publisher prints groups, no places.
    case none
    /// From the year on only the first `places` are placed and scored.
    case first(places: Int, from: Int)
  }
  public let code: String
  public let name: LocalizedText
  public let decimals: Int
  public let ranks: Ranks
  /// The bands that its publisher gives, the best first; empty where it gives none.
  public let bands: [String]
  /// Ascending by year, one a year.
  public let series: [IndexFact]
}

/// What is known of an index in one year, with its source.
public struct IndexFact: Sendable, Hashable {
  /// How a figure came about. `computed` ranks are shown and never decide; all else was printed by the publisher or
  /// follows from what was printed.
  public enum Basis: String, Sendable { case published, derived, summed, computed }
  public enum Score: Sendable, Hashable {
    case value(ExactDecimal, Basis)
    /// The year's list is out and gives no score for us.
    case withheld
    case unknown
  }
  public enum Rank: Sendable, Hashable {
    case value(Int, Basis)
    /// The year's list is out and ends before us, at this place.
    case beyond(Int)
    case unknown
  }
  public let year: Int
  public let score: Score
  public let rank: Rank
  /// How many are ranked.
  public let of: Int?
  /// The band as published.
  public let band: String?
  /// From this year on it is measured in another way: not to be compared with earlier years.
  public let newDefinition: Bool
  public let publishedOn: CivilDate?
  public let source: String

  public init(
    year: Int, score: Score, rank: Rank, of: Int?, band: String? = nil, newDefinition: Bool = false, publishedOn: CivilDate?,
    source: String
  ) {
    self.year = year
    self.score = score
    self.rank = rank
    self.of = of
    self.band = band
    self.newDefinition = newDefinition
    self.publishedOn = publishedOn
    self.source = source
  }

  /// The fact as rules see it.
  ///
  /// - Parameter generation: How many definitions the index had before the one of this year.
  public func datum(of index: PublishedIndex, generation: Int = 0) -> Datum {
    let value: Known<Fraction> =
      switch score {
      case .value(let v, _): .value(v.fraction)
      case .withheld: .unknown(.undetermined, .notPublished)
      case .unknown: .unknown(.undetermined, .noBaseline)
      }
    let place: KnownRank =
      switch rank {
      case .value(let r, .computed): .computed(r, of: of)
      case .value(let r, _): index.ranks == .none ? .computed(r, of: of) : .exact(r, of: of)
      case .beyond(let last): of.map { .between(last + 1, $0, of: of) } ?? .unknown(.undetermined, .rankCensored)
      case .unknown: .unknown(.undetermined, index.ranks == .none ? .notPublished : .noBaseline)
      }
    return Datum(
      value: value, rank: place, band: band.map { .value($0) } ?? .unknown(.undetermined, .notPublished), bands: index.bands,
      generation: generation)
  }
}
