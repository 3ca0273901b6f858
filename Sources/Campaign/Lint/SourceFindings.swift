/// Criteria and rules that do not say which sentence they come from.
extension Rulebook {
  static func sourceFindings(_ book: Rulebook) -> [Finding] {
    var found: [Finding] = []
    func unquoted(_ source: RuleSource, _ path: String, _ subject: String) {
      guard case .document(let id, let quote) = source, quote.isEmpty else { return }
      found.append(Finding(
        .sourceWithoutQuote, at: path + ".source", about: subject, "dẫn văn bản \(id) mà không trích câu nào.",
        en: "cites document \(id) without its words."))
    }
    for (path, criterion) in book.placedCriteria {
      guard let source = criterion.source else {
        found.append(Finding(
          .criterionWithoutSource, at: path, about: criterion.code, "không nêu căn cứ: văn bản nào, hoặc quyết định nào của phong trào.",
          en: "names no source: no document, and no decision of the campaign."))
        continue
      }
      unquoted(source, path, criterion.code)
    }
    for (path, rule) in book.placedRules { unquoted(rule.source, path, rule.id) }
    return found
  }
}
