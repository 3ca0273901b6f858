@testable import Campaign
import Testing

/// Names without marks, by which units are searched.
@Suite struct PlainNameTests {
  @Test(arguments: [
    ("Đắk Hà", "dak ha"), ("ĐĂK TÔ", "dak to"), ("Ia H’Drai", "ia h’drai"), ("Sở Nội vụ", "so noi vu"), ("Ngọc Wang", "ngoc wang"),
    ("Pờ Ê", "po e"), ("Kon Rẫy", "kon ray"), ("Đăk Pĭ", "dak pi"), ("", ""), ("Ở Ữ Ỹ Ặ", "o u y a"), ("xã 1\r\n", "xa 1\r\n"),
  ])
  func marksAreLeftOut(name: String, plain: String) { #expect(VietnameseKey.plain(name) == plain) }

  /// Whoever types on another machine may send marks as code points of their own.
  @Test(arguments: [("D\u{0323}a", "D\u{0323}a".lowercased()), ("e\u{0302}\u{0301}", "e"), ("Tu\u{031B}\u{0309}", "tu")])
  func composedAndDecomposedAreTheSame(name: String, plain: String) { #expect(VietnameseKey.plain(name) == plain) }
}
