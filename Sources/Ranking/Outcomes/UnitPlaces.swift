import Campaign

/// Rules about each unit's own place, total and band in its block.
extension Rule {
  /// "+5 places": such an outcome stands beside each place.
  var isAboutPlacesGained: Bool {
    guard subject == .unitPlace, kind.looksAt == .rank else { return false }
    switch kind.reference(year: window.lowerBound, window: window) {
    case .year, .sameMonthLastYear: return true
    case .none, .mean, .norm, .background: return false
    }
  }

  /// The period with which the rule compares: the same month of the year it names.
  func comparedPeriod(with period: Period) -> Period? {
    switch kind.reference(year: period.year, window: window) {
    case .sameMonthLastYear: period.lastYear
    case .year(let year): Period(kind: period.kind, year: year, month: period.month)
    case .none, .mean, .norm, .background: nil
    }
  }

  func verdict(_ now: Datum, against reference: Datum, in period: Period) -> Verdict {
    var one = RuleCase(year: period.year, window: window)
    one.now = now
    one.reference = reference
    return kind.verdict(one)
  }
}

extension Standing {
  /// The standing as rules see it.
  ///
  /// - Parameter ranked: Units of the block that have a place in the period that is judged.
  /// - Parameter bands: Those of its block.
  func datum(of ranked: Int, bands: [Band]) -> Datum {
    let unknown: (Outcome, ReasonCode) =
      switch reason {
      case .notDue?: (.pending, .notDue)
      case .notSubmitted?: (.missing, .notSubmitted)
      case let reason?: (.notApplicable, reason)
      case nil: (.undetermined, .noBaseline)
      }
    var datum = Datum(unknown: unknown.0, unknown.1)
    if let place { datum.rank = .exact(place, of: ranked) }
    if let published { datum.value = .value(Fraction(Int128(published.millionths), 1_000_000)) }
    datum.bands = bands.map(\.name.vi)
    if let band {
      datum.band = .value(datum.bands[band])
    } else if place != nil {
      datum.band = .unknown(.undetermined, .notPublished)
    }
    return datum
  }
}

extension Standings {
  /// What is known of each unit of the blocks that are ranked, by index in the roster.
  ///
  /// - Parameter judged: The period that is judged; its number of ranked units holds for what it is compared with as well.
  /// - Complexity: O(units) where single units are followed.
  func data(in period: Period, judgedIn judged: Period) -> [Datum?] {
    var data: [Datum?] = Array(repeating: nil, count: rulebook.units.count)
    guard period.kind == scope.first.kind else { return data }
    let members = Dictionary(grouping: rulebook.units.indices) { rulebook.units[$0].block }
    for block in rulebook.blocks where block.ranked {
      let members = members[block.id] ?? []
      let bands = rulebook.bands(of: block.id)
      let ranked =
        own(block: block.id, judged).map { index, offset, live in live.tree(index, offset).count }
        ?? members.count { place(of: $0, in: judged) != nil }
      if let (index, offset, live) = own(block: block.id, period) {
        live.uncompared(index, offset) { unit, standing in data[unit] = standing.datum(of: ranked, bands: bands) }
      } else {
        let offset = period.ordinal - scope.first.ordinal
        for unit in members { data[unit] = standing(unit, offset)?.datum(of: ranked, bands: bands) }
      }
    }
    return data
  }
}
