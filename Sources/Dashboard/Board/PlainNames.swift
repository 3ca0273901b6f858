import Campaign
import Service
import Synchronization

/// The names of a rulebook's units without marks.
final class PlainNames: Sendable {
  /// Each unit's name and code.
  let own: PlainTexts
  /// The same with the name of the unit it belongs to.
  let withParents: PlainTexts
  private let rulebook: Rulebook
  private let order = Mutex<[Int]?>(nil)

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    own = PlainTexts(rulebook.units.lazy.map { $0.name + " " + $0.id.text })
    withParents = PlainTexts(
      rulebook.units.lazy.map { unit in unit.name + " " + (unit.parent.flatMap { rulebook.unit($0)?.name } ?? "") + " " + unit.id.text })
  }

  /// By unit its place in the order of a Vietnamese dictionary.
  ///
  /// - Complexity: O(units × log units) the first time.
  var places: [Int] {
    order.withLock { known in
      if let known { return known }
      var places = Array(repeating: 0, count: rulebook.units.count)
      for (place, unit) in rulebook.byName(rulebook.units.indices).enumerated() { places[unit] = place }
      known = places
      return places
    }
  }
}

/// Texts in small letters without marks, end to end, so that a search is one pass over bytes.
struct PlainTexts: Sendable {
  /// Stands behind each text; what holds it is found nowhere.
  private static let end = UInt8(ascii: "\n")

  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(_ texts: some Sequence<String>) {
    for text in texts {
      bytes += VietnameseKey.plain(text).utf8.lazy.filter { $0 != Self.end }
      bytes.append(Self.end)
      ends.append(bytes.count)
    }
  }

  /// By text, whether another one stands in it.
  ///
  /// - Parameter text: In small letters without marks; an empty one stands in all.
  /// - Complexity: O(bytes of all texts × bytes of the text) at worst.
  func holding(_ text: String) -> [Bool] {
    let wanted = Array(text.utf8)
    var found = Array(repeating: wanted.isEmpty, count: ends.count)
    guard let first = wanted.first, !wanted.contains(Self.end) else { return found }
    bytes.withUnsafeBufferPointer { bytes in
      var (at, number) = (0, 0)
      while at <= bytes.count - wanted.count {
        guard bytes[at] == first, wanted.indices.allSatisfy({ bytes[at + $0] == wanted[$0] }) else {
          at += 1
          continue
        }
        while ends[number] <= at { number += 1 }
        found[number] = true
        at = ends[number]
      }
    }
    return found
  }
}

/// Names of the versions of a rulebook that somebody searched lately.
final class KnownNames: Sendable {
  private static let versionsMost = 4
  private let held = Mutex<[(digest: [UInt8], names: PlainNames)]>([])

  func names(of version: RulebookVersion) -> PlainNames {
    if let known = held.withLock({ $0.first { $0.digest == version.digest }?.names }) { return known }
    let names = PlainNames(version.rulebook)
    held.withLock { held in
      guard !held.contains(where: { $0.digest == version.digest }) else { return }
      if held.count >= Self.versionsMost { held.removeFirst() }
      held.append((version.digest, names))
    }
    return names
  }
}
