/// One version of an official layout (biểu mẫu) and what its columns mean in a campaign.
///
/// Forms change while a campaign runs, so that a form is data with the periods in which it holds.
///
/// - Source: domain 3.1; decision 15.
public struct OfficialForm: Sendable, Hashable {
  /// What a column says.
  public enum Meaning: Sendable, Hashable {
    /// Its figures are added to these counters; indices in ``Rulebook/counters``, at least one, ascending.
    case counters([Int])
    /// Its figures equal a sum of counters: a check, it gives none of them.
    case sum(CounterSum)
  }

  public struct Column: Sendable, Hashable {
    public let header: HeaderPattern
    public let meaning: Meaning
  }

  public let id: String
  public let version: Int
  public let name: LocalizedText
  /// The first and last period of the version; `nil` without a limit.
  public let from: Period?
  public let through: Period?
  public let source: String
  /// One of these texts stands above the table, or in its header.
  public let titles: [String]
  /// The column with the unit's name.
  public let unit: HeaderPattern
  /// The column with its official code, where the form has one.
  public let code: HeaderPattern?
  public let columns: [Column]
  /// Columns that the campaign has no use for. A column with figures that stands nowhere is refused: the form has changed.
  public let unused: [HeaderPattern]
  /// Counters that the form counts inside others: filed as 0. Pairs of indices in ``Rulebook/counters``.
  public let inside: [Inside]
  /// Names of rows that sum up others.
  public let subtotals: [String]
  /// Names of rows of bodies that take no part: they are in the total and are not filed.
  public let outside: [String]
  /// Names as the form writes them, where no rule finds the unit.
  public let names: [Alias]
  /// The separator of thousands in texts.
  public let thousands: Thousands

  public struct Inside: Sendable, Hashable {
    public let counter: Int
    public let whole: Int
  }

  public struct Alias: Sendable, Hashable {
    public let name: String
    public let unit: ReportingUnit.ID
  }

  public enum Thousands: String, Sendable, CaseIterable {
    case dot
    case comma
    case space
    case none

    var separators: [Character] {
      switch self {
      case .dot: ["."]
      case .comma: [","]
      case .space: [" ", "\u{A0}", "\u{202F}"]
      case .none: []
      }
    }
  }

  /// "06a/1".
  public var title: String { "\(id)/\(version)" }

  public func holds(in period: Period) -> Bool {
    from.map { $0 <= period } ?? true && through.map { period <= $0 } ?? true
  }
}

/// What the headings above a column say, from the top down: `tiếp nhận > tổng số`; of several spellings any one.
public struct HeaderPattern: Sendable, Hashable {
  /// As written in the rulebook.
  public let spellings: [String]
  private let levels: [[String]]

  public init(_ spellings: [String]) {
    self.spellings = spellings
    levels = spellings.map { $0.split(separator: ">").map { headingWords(String($0)) } }
  }

  /// Every level is found in a heading, in their order; marks, capitals and punctuation do not count.
  ///
  /// - Parameter headings: The column's headings from the top down, as ``headingWords(_:)`` gives them.
  func matches(_ headings: [String]) -> Bool {
    levels.contains { wanted in
      var rest = wanted[...]
      // One heading may hold several levels: "Quá hạn (đã có thư xin lỗi)".
      for heading in headings { while let next = rest.first, " \(heading) ".contains(" \(next) ") { rest.removeFirst() } }
      return rest.isEmpty
    }
  }

  public var description: String { spellings.first ?? "" }
}

/// The words of a heading, its first 500 characters, without marks, capitals and punctuation: "Trực tiếp, bưu chính" →
/// "truc tiep buu chinh".
func headingWords(_ text: String) -> String {
  VietnameseKey.plain(String(text.prefix(500))).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
}
