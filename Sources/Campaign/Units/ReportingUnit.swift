/// A text in Vietnamese and English; the Vietnamese one always stands first and is never empty.
public struct LocalizedText: Hashable, Sendable {
  public let vi: String
  public let en: String

  public init(_ vi: String, en: String? = nil) {
    self.vi = vi
    self.en = en ?? vi
  }
}

/// Level of a unit (cấp).
public enum UnitLevel: String, Sendable, CaseIterable {
  case province, department, district, commune, affiliate
}

/// A unit that reports, is scored and is ranked (đơn vị).
public struct ReportingUnit: Sendable, Hashable, Identifiable {
  /// Stable and never reused; other attributes may change with time.
  public struct ID: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let text: String
    public init(_ text: String) { self.text = text }
    public init(stringLiteral value: String) { text = value }
    public var description: String { text }
    public static func < (a: ID, b: ID) -> Bool { a.text < b.text }
  }

  public let id: ID
  public let name: String
  /// Block (khối) in which it is ranked.
  public let block: String
  public let level: UnitLevel?
  /// Official code, where there is one; unique only at an instant.
  public let code: String?
  public let parent: ID?
  public let source: String?
  /// The name stands in no source that was seen.
  public let unverified: Bool
}

/// Units that are compared with each other (khối, cụm thi đua). Places exist only inside a block.
public struct Block: Sendable, Hashable, Identifiable {
  public let id: String
  public let name: LocalizedText
  /// `false`: its units file and lead tasks and have no place.
  public let ranked: Bool
  /// Its own bands, the best first; `nil`: those of the campaign.
  public let bands: [Band]?
}
