@testable import Dashboard
import Testing

@Suite struct HTMLTests {
  private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

  @Test func aValueIsEscapedWhereverItStands() {
    let value = #"<a href="x" title='y'>&"#
    #expect(text("<p title=\"\(value)\">\(value)</p>") == """
      <p title="&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;">&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;</p>
      """)
  }

  @Test func markupInsideMarkupStaysMarkup() {
    let inner: HTML = "<b>\("<")</b>"
    #expect(text("<p>\(inner)\([inner, inner])\(HTML?.none)</p>") == "<p><b>&lt;</b><b>&lt;</b><b>&lt;</b></p>")
  }

  @Test func controlCharactersAreNoPartOfAPage() {
    #expect(text("\("a\u{0}b\u{1B}c\u{7F}\n")") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\n")
  }

  @Test(arguments: [
    (DataCell.text("=1+1"), "'=1+1"), (.text("+84"), "'+84"), (.text("-x"), "'-x"), (.text("@SUM(A1)"), "'@SUM(A1)"), (.text("\t=1"), "'\t=1"),
    (.text("Huyện"), "Huyện"), (.text(""), ""), (.number("-3"), "-3"), (.number(nil), ""),
  ])
  func aTextThatLooksLikeAFormulaIsInert(cell: DataCell, written: String) { #expect(cell.csv == written) }
}
