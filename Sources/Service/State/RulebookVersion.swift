package import Campaign

/// A rulebook of the campaign as it was launched or amended.
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
