package import Campaign
package import Journal
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The forms that units file, with their texts as bytes: a filing that says nothing unexpected is read, checked and stored
/// without a text being made of it.
///
/// Whatever is not exactly as expected is left to ``CampaignService/submit(_:keys:from:)``, which decides what is right and what
/// is not. Made anew with each version of the rulebook.
package final class KnownForms: Sendable {
  /// The form of the units that fill in the same counters, under one version.
  package final class Form: Sendable {
    /// Codes of the counters end to end, ascending by their bytes.
    package let codes: [UInt8]
    /// Where each code ends.
    package let ends: [Int]
    package let rulebookDigest: EntryHash
    let shape: FilingShape
    /// Identities by the place of their counters in the form.
    let sums: [(total: Int, parts: [Int])]
    let bounds: [(part: Int, whole: [Int])]

    init(_ rulebook: Rulebook, _ digest: EntryHash, _ counters: [Int]) {
      let sorted = counters.sorted { rulebook.counters[$0].code.utf8.lexicographicallyPrecedes(rulebook.counters[$1].code.utf8) }
      var (codes, ends): ([UInt8], [Int]) = ([], [])
      for counter in sorted {
        codes += rulebook.counters[counter].code.utf8
        ends.append(codes.count)
      }
      (self.codes, self.ends, rulebookDigest) = (codes, ends, digest)
      shape = FilingShape(
        kind: rulebook.periods.kind.rawValue, form: Rulebook.monthForm, rulebookDigest: digest,
        counters: sorted.map { rulebook.counters[$0].code })
      let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
      func all(_ counters: [Int]) -> [Int]? {
        let found = counters.compactMap { places[$0] }
        return found.count == counters.count ? found : nil
      }
      sums = rulebook.identities.compactMap { identity in
        guard case .sum(let total, let parts) = identity, let total = places[total], let parts = all(parts) else { return nil }
        return (total, parts)
      }
      bounds = rulebook.identities.compactMap { identity in
        guard case .part(let part, let whole) = identity, let part = places[part], let whole = all(whole) else { return nil }
        return (part, whole)
      }
    }

    /// Whether all identities hold. Values are at most ``FormCounter/largest``, so that no sum overflows.
    func holds(_ values: [Int64]) -> Bool {
      func sum(_ places: [Int]) -> Int64 { places.reduce(0) { $0 + values[$1] } }
      return sums.allSatisfy { values[$0.total] == sum($0.parts) } && bounds.allSatisfy { values[$0.part] <= sum($0.whole) }
    }
  }

  /// A period and what the calendar says of it.
  package final class KnownPeriod: Sendable {
    package let label: [UInt8]
    let period: Period
    let version: Int
    let (opens, due, closes): (Instant, Instant, Instant)

    init(_ period: Period, version: Int, _ calendar: ReportingCalendar) {
      label = Array(period.description.utf8)
      (self.period, self.version) = (period, version)
      (opens, due, closes) = (calendar.opens(period), calendar.due(period), calendar.closes(period))
    }
  }

  package let campaign: [UInt8]
  /// How the forms are called.
  package let formName = Array(Rulebook.monthForm.utf8)
  let kind: PeriodKind
  let units: UnitNames
  private let versions: [RulebookVersion]
  private let timeline: VersionTimeline
  /// By version and number of the unit.
  private let forms: [[Form?]]
  private let latest = Mutex<KnownPeriod?>(nil)

  /// `nil` before the launch.
  init?(_ state: CampaignState) {
    guard let launched = state.launched else { return nil }
    campaign = Array(launched.id.utf8)
    kind = launched.periods.kind
    (units, versions, timeline) = (state.filings.units, state.versions, state.timeline)
    forms = state.versions.map { version in
      let (rulebook, digest) = (version.rulebook, EntryHash(bytes: version.digest))
      var known: [[Int]: Form] = [:]
      return state.filings.units.ids.map { id in
        guard let unit = rulebook.unit(id), let digest else { return nil }
        let counters = rulebook.counters.indices.filter { rulebook.counters[$0].concerns(unit) }
        if let form = known[counters] { return form }
        let form = Form(rulebook, digest, counters)
        known[counters] = form
        return form
      }
    }
  }

  /// The number of a unit; `nil` for one that nobody knows.
  package func unit(_ id: UnsafeRawBufferPointer) -> Int? { units.number(id) }

  package func id(of unit: Int) -> ReportingUnit.ID { units.ids[unit] }

  /// The period with this label; `nil` for one outside the campaign, or written in another way.
  package func period(_ label: UnsafeRawBufferPointer) -> KnownPeriod? {
    if let known = latest.withLock({ $0 }), Self.same(known.label, label) { return known }
    guard let text = String(validating: label, as: UTF8.self), let period = Period(text, kind: kind), period.description == text,
      let version = timeline.version(of: period), versions[version].rulebook.periods.contains(period)
    else { return nil }
    let found = KnownPeriod(period, version: version, versions[version].rulebook.calendar)
    latest.withLock { $0 = found }
    return found
  }

  /// What a unit files in a period.
  package func form(_ unit: Int, _ period: KnownPeriod) -> Form? { forms[period.version][unit] }

  package static func same(_ known: [UInt8], _ found: UnsafeRawBufferPointer) -> Bool {
    known.count == found.count
      && known.withUnsafeBytes { known in
        guard let one = known.baseAddress, let other = found.baseAddress else { return true }
        return memcmp(one, other, known.count) == 0
      }
  }
}
