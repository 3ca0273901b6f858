import Campaign
import Foundation
import Service
import Wire
import Workload

/// The submissions of all units, invented and different from revision to revision.
struct LoadForms: Sendable {
  /// The open month on the clock of a demonstration.
  let period: Period
  let rulebook: Rulebook
  let yaml: [UInt8]
  private let seed: UInt64

  init(units: Int, seed: UInt64) throws {
    yaml = try CampaignFigures.yaml("kon-tum-2023", units: units, seed: seed)
    rulebook = try Rulebook(yaml: yaml)
    self.seed = seed
    guard let december = Period("2023-12", kind: rulebook.periods.kind) else {
      throw LoadFailure("The campaign is not counted by months.")
    }
    period = december
  }

  /// A unit's submission.
  ///
  /// - Parameters:
  ///   - unit: Its place on the roster.
  ///   - revision: 1 for the first filing.
  func message(_ unit: Int, revision: Int) -> [UInt8] {
    Payload.encode(request(unit, base: revision - 1, seed: seed &+ UInt64(revision)))
  }

  /// A unit's submissions with the same figures whatever the revision, so that thousands a second can be made.
  func repeatable(_ unit: Int) -> RepeatableForm {
    let bytes = { (base: Int) in Payload.encode(request(unit, base: base, seed: seed)) }
    return RepeatableForm(first: bytes(0), one: bytes(1), two: bytes(2))
  }

  private func request(_ unit: Int, base: Int, seed: UInt64) -> SubmitRequest {
    var filing = Wire.Filing()
    filing.unit = rulebook.units[unit].id.text
    filing.period = period.description
    filing.form = Rulebook.monthForm
    filing.baseRevision = UInt32(base)
    // Within the identities of the form; another seed is another month.
    let month = DemonstrationFigures(rulebook: rulebook, seed: seed).month(unit, period, carried: nil)
    let asked = Set(rulebook.form(for: rulebook.units[unit]).map(\.code))
    filing.figures = month.filter { asked.contains($0.key) }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { counter, value in
      var figure = Figure()
      figure.counter = counter
      figure.value = Int64(value)
      return figure
    }
    var request = SubmitRequest()
    request.campaign = rulebook.id
    request.filings = [filing]
    return request
  }
}

/// A submission in which only the base revision changes.
struct RepeatableForm: Sendable {
  /// The most revisions that fit into one byte.
  static let basesMax = 127
  private let first: [UInt8]
  private let later: [UInt8]
  private let place: Int

  /// - Parameters: submissions on the revisions 0, 1 and 2, else alike.
  init(first: [UInt8], one: [UInt8], two: [UInt8]) {
    self.first = first
    later = one
    place = zip(one, two).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
  }

  /// - Parameter base: 0 to ``basesMax``.
  func message(on base: Int) -> [UInt8] {
    guard base > 0 else { return first }
    var message = later
    message[place] = UInt8(base)
    return message
  }
}
