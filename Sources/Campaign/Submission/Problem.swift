/// The stable number and name of everything that can be wrong with a rulebook or with figures.
///
/// Numbers are never reused; the words of a problem may improve. `Protocol/Errors.md` lists them all.
public enum ProblemCode: String, Sendable, CaseIterable {
  case emptyFile = "S-201 EMPTY_FILE"
  case badHeader = "S-202 BAD_HEADER"
  case badRow = "S-203 BAD_ROW"
  case notUTF8 = "S-204 NOT_UTF8"
  case unknownUnit = "S-205 UNKNOWN_UNIT"
  case unknownCounter = "S-206 UNKNOWN_COUNTER"
  case unknownPeriod = "S-207 UNKNOWN_PERIOD"
  case missingCounter = "S-208 MISSING_COUNTER"
  case notAnInteger = "S-209 NOT_AN_INTEGER"
  case alreadyExists = "S-210 ALREADY_EXISTS"
  case negative = "S-211 NEGATIVE"
  case fractional = "S-212 FRACTIONAL"
  case separator = "S-213 THOUSANDS_SEPARATOR"
  case partExceedsWhole = "S-214 PART_EXCEEDS_WHOLE"
  case identityBroken = "S-215 IDENTITY_BROKEN"
  case duplicateCell = "S-216 DUPLICATE_CELL"
  case figureTooLarge = "S-217 FIGURE_TOO_LARGE"
  case revisionConflict = "S-218 REVISION_CONFLICT"
  case counterNotForUnit = "S-219 COUNTER_NOT_FOR_UNIT"
  case unknownCriterion = "S-220 UNKNOWN_CRITERION"
  case contentKeyMismatch = "S-221 CONTENT_KEY_MISMATCH"
  case tooMany = "S-222 TOO_MANY"
  case wrongCampaign = "S-223 WRONG_CAMPAIGN"
  case notADecimal = "S-224 NOT_A_DECIMAL"
  case unknownIndex = "S-225 UNKNOWN_INDEX"
  case badIndexFact = "S-226 BAD_INDEX_FACT"
  case unknownForm = "S-227 UNKNOWN_FORM"
  case formNotRecognised = "S-228 FORM_NOT_RECOGNISED"
  case formColumns = "S-229 FORM_COLUMNS"
  case ambiguousUnit = "S-230 AMBIGUOUS_UNIT"
  case totalDiffers = "S-231 TOTAL_DIFFERS"
  case formPeriod = "S-232 FORM_PERIOD"
  case badWorkbook = "S-233 BAD_WORKBOOK"
  case dateInFuture = "S-240 DATE_IN_FUTURE"
  case evidenceNeeded = "S-241 EVIDENCE_NEEDED"
  case unknownItem = "S-242 UNKNOWN_ITEM"
  case nothingToWithdraw = "S-243 NOTHING_TO_WITHDRAW"
  case requestNumberReused = "S-244 REQUEST_NUMBER_REUSED"
  case nothingForForm = "S-245 NOTHING_FOR_FORM"

  case rulebookSyntax = "R-301 RULEBOOK_SYNTAX"
  case periodNotOpen = "R-302 PERIOD_NOT_OPEN"
  case periodClosed = "R-303 PERIOD_CLOSED"
  case unknownKey = "R-304 UNKNOWN_KEY"
  case badValue = "R-305 BAD_VALUE"
  case missingKey = "R-306 MISSING_KEY"
  case duplicateID = "R-307 DUPLICATE_ID"
  case unknownReference = "R-308 UNKNOWN_REFERENCE"
  case contradiction = "R-309 CONTRADICTION"
  case rulebookTooLarge = "R-310 RULEBOOK_TOO_LARGE"
  case pointsOutOfRange = "R-311 POINTS_OUT_OF_RANGE"
  case unknownBlock = "R-312 UNKNOWN_BLOCK"
  case unknownCampaign = "R-313 UNKNOWN_CAMPAIGN"
  case noCampaign = "R-314 NO_CAMPAIGN"
  case alreadyLaunched = "R-330 ALREADY_LAUNCHED"
  case amendsOtherCampaign = "R-331 AMENDS_OTHER_CAMPAIGN"
  case amendsPeriodKind = "R-332 AMENDS_PERIOD_KIND"
  case amendsClosedPeriod = "R-333 AMENDS_CLOSED_PERIOD"
  case amendmentDropsUnit = "R-334 AMENDMENT_DROPS_UNIT"
  case amendmentBreaksFiling = "R-335 AMENDMENT_BREAKS_FILING"
  case badPeriodDecision = "R-336 BAD_PERIOD_DECISION"
  case periodSettled = "R-337 PERIOD_SETTLED"
  case unknownRule = "R-338 UNKNOWN_RULE"
  case ruleOfOtherKind = "R-339 RULE_OF_OTHER_KIND"
  case unitNotObliged = "R-340 UNIT_NOT_OBLIGED"
  case ourFault = "R-399 OUR_FAULT"

  case permissionDenied = "A-601 PERMISSION_DENIED"
  case otherUnit = "A-602 OTHER_UNIT"
  case unknownToken = "A-603 UNKNOWN_TOKEN"
  case badToken = "A-604 BAD_TOKEN"
  case otherAccount = "A-605 OTHER_ACCOUNT"
  case notSignedIn = "A-606 NOT_SIGNED_IN"
  case foreignRequest = "A-607 FOREIGN_REQUEST"
  case wrongToken = "A-608 WRONG_TOKEN"

  /// "S-210".
  public var number: String { String(rawValue.prefix(5)) }
  /// "ALREADY_EXISTS".
  public var name: String { String(rawValue.dropFirst(6)) }
}

/// One thing that is wrong, where it stands, what was expected and what to do.
///
/// A problem names units, periods, counters, lines and cells. It never repeats a reported value.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
  public let code: ProblemCode
  /// Where it stands: `line 7, cell "value"`, `filings[0].figures[3]`; empty when the whole file is meant.
  public var place: String
  public let vi: String
  public let en: String

  public init(_ code: ProblemCode, at place: String = "", vi: String, en: String) {
    self.code = code
    self.place = place
    self.vi = vi
    self.en = en
  }

  public func text(english: Bool) -> String {
    "\(code.number) \(code.name)" + (place.isEmpty ? "" : " (\(place))") + ": " + (english ? en : vi)
  }
  public var description: String { text(english: true) }
}

/// Everything found wrong in one file or request, in the order of the file; at most 100, at least 1.
public struct Problems: Error, Sendable, CustomStringConvertible {
  public static let most = 100
  public let all: [Problem]

  public init(_ all: [Problem]) { self.all = Array(all.prefix(Self.most)) }
  public var first: Problem { all[0] }
  public var description: String { all.map(\.description).joined(separator: "\n") }
}
