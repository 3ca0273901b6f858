/// What a check of a whole journal found.
package struct VerificationReport: Sendable, Hashable {
  /// The first thing that is wrong; everything before it is right.
  package struct Finding: Sendable, Hashable, CustomStringConvertible {
    package let position: UInt64
    package let problem: EntryProblem

    package var description: String { "entry \(position): \(problem)" }
  }

  /// How many entries are right, from position 1 on.
  package internal(set) var entries: UInt64 = 0
  /// The end of the right part of the chain.
  package internal(set) var head: JournalHead = .empty
  /// Texts that match their digests.
  package internal(set) var textsKept = 0
  /// Texts purged by a tombstone.
  package internal(set) var textsPurged = 0
  /// Entries of a kind that this version does not know: chained and right, but not understood.
  package internal(set) var entriesOfUnknownKind = 0
  /// `nil` when everything is right.
  package internal(set) var finding: Finding?

  /// Whether everything is right.
  package var isSound: Bool { finding == nil }

  package init() {}
}
