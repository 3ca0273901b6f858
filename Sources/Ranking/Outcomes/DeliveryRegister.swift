import Campaign

/// Deliveries in force, by rule and unit.
///
/// The same rule, unit, item and date are one delivery: a later entry corrects its evidence, the day of its first entry
/// stands; one that was withdrawn is gone.
struct DeliveryRegister {
  private struct Key: Hashable {
    let rule: String
    let unit: ReportingUnit.ID
  }
  private var all: [Key: [Delivery]] = [:]

  /// - Parameter deliveries: In the order of the journal.
  /// - Parameter asOf: What has a later date is left out; `nil`: nothing is.
  /// - Complexity: O(n · (k + log k)) for k deliveries of a rule by a unit.
  init(_ deliveries: [Delivery], asOf: CivilDate?) {
    for delivery in deliveries where asOf.map({ delivery.date <= $0 }) ?? true {
      let key = Key(rule: delivery.rule, unit: delivery.unit)
      var known = all[key] ?? []
      let same = known.firstIndex { $0.item == delivery.item && $0.date == delivery.date }
      switch (same, delivery.withdrawn) {
      case (let index?, true): known.remove(at: index)
      case (let index?, false):
        known[index] = Delivery(
          rule: delivery.rule, unit: delivery.unit, item: delivery.item, date: delivery.date, evidence: delivery.evidence,
          enteredOn: known[index].enteredOn)
      case (nil, true): break
      case (nil, false): known.append(delivery)
      }
      all[key] = known
    }
    for key in all.keys { all[key]?.sort { ($0.date, $0.item ?? "") < ($1.date, $1.item ?? "") } }
  }

  /// Ascending by date.
  func deliveries(of unit: ReportingUnit.ID, for rule: String) -> [Delivery] { all[Key(rule: rule, unit: unit)] ?? [] }
}

/// Findings by hand in force, by rule, year and unit.
struct FindingRegister {
  private struct Key: Hashable {
    let rule: String
    let year: Int
    let unit: ReportingUnit.ID?
  }
  private var all: [Key: [Assessment]] = [:]

  /// - Parameter assessments: In the order of the journal.
  init(_ assessments: [Assessment]) {
    for assessment in assessments {
      guard case .rule(let id, let year, _) = assessment.finding else { continue }
      let key = Key(rule: id, year: year, unit: assessment.unit)
      if !assessment.withdrawn {
        all[key, default: []].append(assessment)
      } else if let index = all[key]?.lastIndex(where: { $0.finding == assessment.finding }) {
        all[key]?.remove(at: index)
      }
    }
  }

  /// The latest that was not taken back.
  func finding(_ rule: String, _ year: Int, _ unit: ReportingUnit.ID?) -> Assessment? {
    all[Key(rule: rule, year: year, unit: unit)]?.last
  }
}

extension Circumstances {
  /// Why a rule, or an item of its list, does not concern a unit in a year; the latest decision prevails.
  ///
  /// - Parameter code: The id of a rule, or `rule/item`.
  func exemption(of unit: ReportingUnit.ID, from code: String, at period: Period?) -> Applicability? {
    guard let period else { return nil }
    let last = applicability.last {
      $0.unit == unit && $0.criterion == code && $0.from <= period && ($0.through.map { period <= $0 } ?? true)
    }
    return last.flatMap { $0.applies ? nil : $0 }
  }

  /// The items of a rule's list that do not concern a unit.
  func exemptItems(of unit: ReportingUnit.ID, from rule: String, at period: Period?) -> Set<String> {
    let prefix = rule + "/"
    let codes = Set(applicability.lazy.filter { $0.unit == unit && $0.criterion.hasPrefix(prefix) }.map(\.criterion))
    return Set(codes.filter { exemption(of: unit, from: $0, at: period) != nil }.map { String($0.dropFirst(prefix.count)) })
  }
}
