package import Campaign
package import Ranking

/// A rulebook of the campaign as it was launched or amended, with all figures read by its counters.
package struct RulebookVersion: Sendable {
  /// From 1: the launch.
  package let number: Int
  package let rulebook: Rulebook
  /// SHA-256 of the file.
  package let digest: [UInt8]
  /// The first period that it scores; `nil` for the launch.
  package let effectiveFrom: Period?
  /// Where it stands in the journal; the entry holds the file itself.
  package let receipt: EntryReceipt
  let origin: RequestOrigin
  package private(set) var figures: FigureTable

  init(number: Int, rulebook: Rulebook, digest: [UInt8], effectiveFrom: Period?, receipt: EntryReceipt, origin: RequestOrigin) {
    self.number = number
    self.rulebook = rulebook
    self.digest = digest
    self.effectiveFrom = effectiveFrom
    self.receipt = receipt
    self.origin = origin
    figures = FigureTable(for: rulebook)
  }

  /// Takes a filing of any period: what is summed over a year, or compared with another one, may begin before the version.
  mutating func put(_ filing: Filing) { figures.put(filing, under: rulebook) }
}

/// Which version scores which periods.
///
/// Of the versions whose first period is not behind a period, the one recorded last scores it. An amendment therefore
/// replaces what earlier ones said of its periods, and says nothing of the periods before.
///
/// - Source: domain 5.2 "past periods keep the version they were scored with"; ours: decision 13.
package struct VersionTimeline: Sendable {
  package struct Span: Sendable, Hashable {
    /// `nil`: from the beginning.
    package let from: Period?
    /// Index of the version, in the order of recording.
    package let version: Int
  }
  /// Ascending; the first has no beginning, so that every period has its version.
  package private(set) var spans: [Span] = []

  mutating func add(from: Period?, version: Int) {
    spans.removeAll { span in from.map { first in span.from.map { first <= $0 } ?? false } ?? true }
    spans.append(Span(from: from, version: version))
  }

  /// The version of a period; `nil` before the launch.
  ///
  /// - Complexity: O(versions).
  package func version(of period: Period) -> Int? {
    spans.last { $0.from.map { $0 <= period } ?? true }?.version
  }

  /// The last period of a span; `nil`: it has no end.
  package func end(of span: Int) -> Period? { span + 1 < spans.count ? spans[span + 1].from?.previous : nil }
}
