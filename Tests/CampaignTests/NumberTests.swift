import Campaign
import Testing

/// Numbers as they are written, kept and printed.
@Suite struct NumberTests {
  @Test(arguments: [
    ("0", 0, 0), ("39.9613", 399_613, 4), ("-0.5", -5, 1), ("007", 7, 0), ("1.500000000", 1_500_000_000, 9),
    ("999999999.999999999", 999_999_999_999_999_999, 9), ("999999999999999", 999_999_999_999_999, 0),
  ])
  func aDecimalIsKeptAsWritten(text: String, coefficient: Int64, scale: Int) throws {
    let value = try #require(ExactDecimal(text))
    #expect(value.coefficient == coefficient && value.scale == scale)
    if !text.hasPrefix("00") { #expect(value.description == text) }
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1,5", "1e3", "+1", " 1", "1 ", "--1", "1.2.3", "1.1234567890", "1234567890.5", "1234567890123456", "NaN", "５",
  ])
  func whatIsNoDecimalIsRefused(text: String) { #expect(ExactDecimal(text) == nil) }

  @Test func decimalsAreComparedByValue() throws {
    let a = try #require(ExactDecimal("1.50"))
    let b = try #require(ExactDecimal("1.5"))
    #expect(a == b && a.hashValue == b.hashValue && a.trimmed.description == "1.5")
    #expect(try #require(ExactDecimal("-1")) < #require(ExactDecimal("-0.999")))
  }

  @Test(arguments: [
    ("1234.5", "1.234,5"), ("-1234567", "-1.234.567"), ("0.05", "0,05"), ("999", "999"), ("86.14", "86,14"),
  ])
  func vietnamesePutsTheCommaBeforeTheDecimals(plain: String, expected: String) throws {
    #expect(try #require(ExactDecimal(plain)).vietnameseText == expected)
  }

  @Test func wholeNumbersAndPointsAreGroupedToo() {
    #expect(vietnameseText(64_933) == "64.933" && vietnameseText(0) == "0" && vietnameseText(-1_000) == "-1.000")
    #expect(Points(millionths: 98_120_000).vietnameseText(decimals: 2) == "98,12")
    #expect(Points(millionths: 9_222_200).description == "9.2222")
    #expect(Points(millionths: 100_000_000).text(decimals: 2) == "100.00")
  }

  @Test(arguments: [(1, 2, 1), (-1, 2, 0), (-3, 2, -1), (3, 2, 2), (5, 3, 2), (4, 3, 1), (-4, 3, -1), (0, 7, 0)])
  func aHalfIsRoundedUp(n: Int, d: Int, expected: Int) {
    #expect(roundedHalfUp(Int128(n), Int128(d)) == Int128(expected))
  }
}
