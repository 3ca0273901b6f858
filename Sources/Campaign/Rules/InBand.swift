/// `IN_BAND`: the band is one of a set ("thuộc nhóm … điều hành khá" is read as that band or a better one).
///
/// Bands come from who publishes them, with their year; nobody else's bands are computed here.
///
/// - Source: seed document 000, "thuộc nhóm … điều hành khá"; domain 2.3 "IN_BAND".
public struct InBandRule: RuleKind {
  public enum Demand: Sendable, Hashable {
    case atLeast(String)
    case among([String])
  }
  public static let code = "IN_BAND"
  public let demanded: Demand

  public init(_ demanded: Demand) { self.demanded = demanded }

  public init(reading node: RuleReader) throws {
    switch try node.onlyKey(of: ["at-least", "among"]) {
    case "at-least": demanded = .atLeast(try node.band("at-least"))
    default: demanded = .among(try node.bands("among"))
    }
  }

  public var looksAt: Facet { .band }

  public func verdict(_ case: RuleCase) -> Verdict {
    let now = `case`.now
    switch (now.band, demanded) {
    case (.unknown(let outcome, let reason), _): return Verdict(outcome, reason)
    case (.value(let band), .among(let names)): return Verdict(names.contains(band) ? .met : .notMet)
    case (.value(let band), .atLeast(let least)):
      // Without the order of the bands only the named band itself is surely good enough.
      if band == least { return Verdict(.met) }
      guard let place = now.bands.firstIndex(of: band), let limit = now.bands.firstIndex(of: least) else {
        return Verdict(.undetermined, .notPublished)
      }
      return Verdict(place <= limit ? .met : .notMet)
    }
  }

  public func demand(year: Int) -> LocalizedText {
    switch demanded {
    case .atLeast(let band): LocalizedText("từ mức “\(band)” trở lên", en: "“\(band)” or better")
    case .among(let names):
      LocalizedText(
        "thuộc " + names.map { "“\($0)”" }.joined(separator: " hoặc "), en: names.map { "“\($0)”" }.joined(separator: " or "))
    }
  }
}
