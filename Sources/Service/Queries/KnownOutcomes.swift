import Campaign
import Ranking
import Synchronization

/// The outcomes of objectives that were worked out for the standings of one position.
///
/// Standings are kept under the position, the versions of the rulebook and their scopes; beside these only the date bears on an
/// outcome. What is kept is gone with the standings.
final class KnownOutcomes: Sendable {
  /// Each year holds a verdict a unit and rule, which is much for a nation: pages ask for one year, seldom for another.
  static let yearsMost = 2

  private struct Held {
    var day: CivilDate?
    /// The one asked for last stands last.
    var years: [(year: Int, objectives: [Objective])] = []
  }
  private let held = Mutex(Held())
  /// Worked out for the same standings.
  let blocks = KnownBlockPoints()

  /// - Parameter day: The day on which it is asked.
  /// - Parameter work: Works them out. Whoever asks meanwhile waits: the answer is the same.
  func outcomes(of year: Int, on day: CivilDate, _ work: () -> [Objective]) -> [Objective] {
    held.withLock { held in
      if held.day != day { held = Held(day: day) }
      if let index = held.years.firstIndex(where: { $0.year == year }) {
        let known = held.years.remove(at: index)
        held.years.append(known)
        return known.objectives
      }
      let objectives = work()
      if held.years.count >= Self.yearsMost { held.years.removeFirst() }
      held.years.append((year, objectives))
      return objectives
    }
  }
}
