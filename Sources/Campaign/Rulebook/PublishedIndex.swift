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
  public let publishedOn: CivilDate?
  public let source: String

  public init(year: Int, score: Score, rank: Rank, of: Int?, publishedOn: CivilDate?, source: String) {
    self.year = year
    self.score = score
    self.rank = rank
    self.of = of
    self.publishedOn = publishedOn
    self.source = source
  }

  /// The fact as rules see it.
  public func datum(of index: PublishedIndex) -> Datum {
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
    return Datum(value: value, rank: place)
  }
}
