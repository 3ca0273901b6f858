/// The stable number and name of everything that `thidua lint` finds doubtful in a rulebook that can be read.
///
/// Numbers are never reused; the words of a finding may improve. `Protocol/Errors.md` lists them all.
public enum FindingCode: String, Sendable, CaseIterable {
  case pointsNot100 = "L-501 POINTS_NOT_100"
  case criterionWithoutSource = "L-502 CRITERION_WITHOUT_SOURCE"
  case sourceWithoutQuote = "L-503 SOURCE_WITHOUT_QUOTE"
  case sameDemandTwice = "L-504 SAME_DEMAND_TWICE"
  case conflictingTargets = "L-505 CONFLICTING_TARGETS"
  case targetsDiffer = "L-506 TARGETS_DIFFER"
  case outsideCampaign = "L-507 OUTSIDE_CAMPAIGN"
  case provisionalHolidays = "L-508 PROVISIONAL_HOLIDAYS"
  case missingBaseline = "L-509 MISSING_BASELINE"
  case notPublished = "L-510 NOT_PUBLISHED"
  case gainOutOfReach = "L-511 GAIN_OUT_OF_REACH"
  case firstPlacesCeiling = "L-512 FIRST_PLACES_CEILING"
  case topOverPopulation = "L-513 TOP_OVER_POPULATION"
  case neverDecided = "L-514 NEVER_DECIDED"
  case nobodyConcerned = "L-515 NOBODY_CONCERNED"
  case changesNoPlace = "L-516 CHANGES_NO_PLACE"
  case blockOfOne = "L-517 BLOCK_OF_ONE"
  case neverFiledIsRanked = "L-518 NEVER_FILED_IS_RANKED"
  case counterUnused = "L-519 COUNTER_UNUSED"
  case counterNotEntered = "L-520 COUNTER_NOT_ENTERED"
  case overlappingPeriods = "L-521 OVERLAPPING_PERIODS"
  case zeroBaseline = "L-522 ZERO_BASELINE"
  case undatedRule = "L-523 UNDATED_RULE"

  /// "L-501".
  public var number: String { String(rawValue.prefix(5)) }
  /// "POINTS_NOT_100".
  public var name: String { String(rawValue.dropFirst(6)) }
}

/// One thing that is doubtful in a rulebook: the sentence that is true of it, and where it stands.
public struct Finding: Sendable, Hashable {
  public let code: FindingCode
  /// Where it stands in the file: "rules[4]", "criteria[3].scoring", "ranking".
  public let path: String
  /// The id or code of what it is about; empty where the path says it.
  public let subject: String
  public let text: LocalizedText

  init(_ code: FindingCode, at path: String, about subject: String = "", _ vi: String, en: String) {
    self.code = code
    self.path = path
    self.subject = subject
    text = LocalizedText(vi, en: en)
  }
}

extension Rulebook {
  /// Everything doubtful, by subject and then in the order of the file. An empty list does not mean that a campaign is wise.
  ///
  /// - Complexity: O(units × criteria × counters + rules × years), with at most 20 rules compared with each.
  public func findings() -> [Finding] { Self.lint.flatMap { $0(self) } }

  /// What is looked for, one file a subject.
  private static var lint: [(Rulebook) -> [Finding]] {
    [
      pointsFindings, sourceFindings, demandFindings, windowFindings, periodFindings, baselineFindings, publicationFindings,
      placeRuleFindings, criterionFindings, rankingFindings, counterFindings,
    ]
  }

  // MARK: what the subjects share

  /// Rules with their places in the file.
  var placedRules: [(path: String, rule: Rule)] { rules.enumerated().map { ("rules[\($0)]", $1) } }
  var placedCriteria: [(path: String, criterion: Criterion)] { criteria.enumerated().map { ("criteria[\($0)]", $1) } }

  /// Units that can have a place, by block, in the order of the file.
  var rankedBlocks: [(path: String, block: Block, units: [ReportingUnit])] {
    let members = Dictionary(grouping: units, by: \.block)
    return blocks.enumerated().compactMap { index, block in
      block.ranked ? ("blocks[\(index)]", block, members[block.id] ?? []) : nil
    }
  }

  func index(_ code: String) -> PublishedIndex? { indices.first { $0.code == code } }

  /// The years of the campaign, where both ends are named.
  var campaignYears: ClosedRange<Int>? {
    guard let first = periods.first?.year, let last = periods.last?.year else { return nil }
    return first...last
  }
}

/// "2023", "2023–2030", "2020, 2023": years as people write them.
func yearList(_ years: some Sequence<Int>) -> String {
  var runs: [ClosedRange<Int>] = []
  for year in years.sorted() {
    if let last = runs.last, last.upperBound + 1 >= year {
      runs[runs.count - 1] = last.lowerBound...max(last.upperBound, year)
    } else {
      runs.append(year...year)
    }
  }
  return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
}
