/// One thing in which two rulebooks differ.
public struct RulebookDifference: Sendable, Hashable {
  /// Where it stands: the top-level key.
  public enum Part: String, Sendable, CaseIterable {
    case settings, blocks, units, counters, identities, criteria, applicability, scoreboards, indices, rules
  }
  public enum Change: String, Sendable { case added, removed, changed }

  public let part: Part
  /// The id or code of what was added, removed or changed; the key of a setting.
  public let subject: String
  public let change: Change
  /// "điểm tối đa 10 → 12; chỉ tiêu 99 → 98"; what it is, where it was added or removed.
  public let text: LocalizedText
}

extension Rulebook {
  /// In what another rulebook differs from this one, in words: everything that can change a place, an outcome or a due
  /// instant, and the sentences that rules and criteria come from. Names, titles, notes, official
  /// layouts and the order of a list are not compared.
  ///
  /// - Returns: By part, then removed and changed ones in this rulebook's order, then what the other one adds, in its order.
  /// - Complexity: O(size of both).
  public func differences(to other: Rulebook) -> [RulebookDifference] {
    typealias Part = RulebookDifference.Part
    let parts: [(Part, [Described], [Described])] = [
      (.settings, describedSettings, other.describedSettings), (.blocks, describedBlocks, other.describedBlocks),
      (.units, describedUnits, other.describedUnits), (.counters, describedCounters, other.describedCounters),
      (.identities, describedIdentities, other.describedIdentities), (.criteria, describedCriteria, other.describedCriteria),
      (.applicability, describedApplicability, other.describedApplicability),
      (.scoreboards, describedScoreboards, other.describedScoreboards), (.indices, describedIndices, other.describedIndices),
      (.rules, describedRules, other.describedRules),
    ]
    return parts.flatMap { part, old, new in Described.differences(part, old, new) }
  }
}

/// Something of a rulebook in words. Two things differ where their words do, so that words leave nothing out that counts.
struct Described {
  struct Trait {
    let label: LocalizedText
    /// Empty where it has none.
    let value: LocalizedText

    init(_ vi: String, _ en: String, _ value: LocalizedText) {
      label = LocalizedText(vi, en: en)
      self.value = value
    }
    init(_ vi: String, _ en: String, _ value: String) { self.init(vi, en, LocalizedText(value)) }
  }
  let subject: String
  let name: LocalizedText
  let traits: [Trait]

  static func differences(_ part: RulebookDifference.Part, _ old: [Described], _ new: [Described]) -> [RulebookDifference] {
    let later = Dictionary(new.map { ($0.subject, $0) }) { first, _ in first }
    let earlier = Set(old.map(\.subject))
    let changed = old.compactMap { before -> RulebookDifference? in
      guard let after = later[before.subject] else {
        return RulebookDifference(part: part, subject: before.subject, change: .removed, text: before.summary)
      }
      let words = zip(before.traits, after.traits).filter { $0.value != $1.value }.map { a, b in
        LocalizedText(
          "\(a.label.vi) \(shown(a.value.vi)) → \(shown(b.value.vi))".trimmingBlanks,
          en: "\(a.label.en) \(shown(a.value.en)) → \(shown(b.value.en))".trimmingBlanks)
      }
      return words.isEmpty ? nil : RulebookDifference(part: part, subject: before.subject, change: .changed, text: joined(words))
    }
    return changed
      + new.filter { !earlier.contains($0.subject) }.map {
        RulebookDifference(part: part, subject: $0.subject, change: .added, text: $0.summary)
      }
  }

  /// "Tỷ lệ hồ sơ đúng hạn; điểm tối đa 10; …".
  private var summary: LocalizedText {
    Self.joined(
      (name.vi == subject ? [] : [name])
        + traits.filter { !$0.value.vi.isEmpty }.map {
          LocalizedText("\($0.label.vi) \($0.value.vi)".trimmingBlanks, en: "\($0.label.en) \($0.value.en)".trimmingBlanks)
        })
  }

  private static func shown(_ value: String) -> String { value.isEmpty ? "—" : value }

  private static func joined(_ words: [LocalizedText]) -> LocalizedText {
    LocalizedText(words.map(\.vi).joined(separator: "; "), en: words.map(\.en).joined(separator: "; "))
  }
}

extension String {
  fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}
