import Campaign
import Foundation
import Service
import Wire
import Workload

/// The submissions of all units, invented and different from revision to revision.
struct LoadForms: Sendable {
  /// The open month on the clock of a demonstration.
  private let period: Period
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
    var filing = Wire.Filing()
    filing.unit = rulebook.units[unit].id.text
    filing.period = period.description
    filing.form = Rulebook.monthForm
    filing.baseRevision = UInt32(revision - 1)
    // Within the identities of the form; another seed is another month.
    let month = DemonstrationFigures(rulebook: rulebook, seed: seed &+ UInt64(revision)).month(unit, period, carried: nil)
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
    return Payload.encode(request)
  }
}
