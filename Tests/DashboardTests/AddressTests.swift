@testable import Dashboard
import Campaign
import Testing

@Suite struct AddressTests {
  static let known: [(String, Address)] = [
    ("/", Address(.summary(period: nil))), ("/tom-tat/2023-11", Address(.summary(period: "2023-11"))),
    ("/bang-xep-hang/huyen/2023-11", Address(.board(block: "huyen", period: "2023-11"))),
    ("/bang-xep-hang/tat-ca/2023-Q3.json", Address(.board(block: nil, period: "2023-Q3"), .json)),
    ("/don-vi/kon-ray", Address(.unit("kon-ray", period: nil))), ("/don-vi/kon-ray/2023-11.csv", Address(.unit("kon-ray", period: "2023-11"), .csv)),
    ("/muc-tieu/2023", Address(.objectives(year: "2023"))), ("/nop-bao-cao", Address(.filing(period: nil))), ("/tim", Address(.search)),
  ]

  @Test(arguments: known.indices) func anAddressIsStable(row: Int) {
    let (text, address) = Self.known[row]
    #expect(address.text == text)
    #expect(Address(path: text[...]) == address)
  }

  @Test(arguments: ["", "x", "/x", "/bang-xep-hang/a/b/c", "/don-vi", "/%zz", "/%", "/bang-xep-hang//2023-11", "//", "/don-vi/%FF", "/tim/x"])
  func whatIsNoAddressIsNone(text: String) { #expect(Address(path: text[...]) == nil) }

  // Any text can be a unit's id in an address, and comes back as it was.
  @Test(arguments: ["a.json", "..", "a/b", "a b+c", "Đắk", "?x=1#y", "100%", "\"><script>", "tat-ca.csv"])
  func aUnitsIDComesBack(id: String) {
    let address = Address(.unit(id, period: "2023-11"), .csv)
    #expect(Address(path: address.text[...]) == address)
    #expect(Address(path: Address(.unit(id, period: nil)).text[...]) == Address(.unit(id, period: nil)))
    #expect(address.text.utf8.allSatisfy { $0 < 128 && !#" "<>#?"#.utf8.contains($0) })
  }

  @Test func aQueryIsReadAsFormsWriteIt() throws {
    let items = try #require(queryItems("tim=dak+to&so-voi=2023-05&x&y=%C4%91"))
    #expect(items.map(\.name) == ["tim", "so-voi", "x", "y"])
    #expect(items.map(\.value) == ["dak to", "2023-05", "", "đ"])
    #expect(queryItems("a=%") == nil)
  }

  // What is printed at the foot of a sheet cannot be chosen by whoever makes an address.
  @Test func theLineOfASheetIsReadStrictly() throws {
    let path = "/tai-san/in/vi/2023-11/chot/3092/5d0c1a2b3c4d/that.css"
    let line = try #require(PrintLine(path: path[...]))
    #expect(line.path == path)
    #expect(line.css.contains("\"Tháng 11/2023, đã chốt · nhật ký mục 3.092 · bộ quy tắc 5d0c1a2b3c4d\""))
    for wrong in [
      "/tai-san/in/fr/2023-11/chot/1/5d0c1a2b3c4d/that.css", "/tai-san/in/vi/x/chot/1/5d0c1a2b3c4d/that.css",
      "/tai-san/in/vi/-/chot/-1/5d0c1a2b3c4d/that.css", "/tai-san/in/vi/-/chot/1/zz0c1a2b3c4d/that.css",
      "/tai-san/in/vi/-/chot/1/5d0c1a2b3c4d/\"}.css", "/tai-san/in/vi/-/chot/1/5d0c1a2b3c4d.css",
    ] { #expect(PrintLine(path: wrong[...]) == nil, "\(wrong)") }
  }

  @Test func anAddressToListenOnIsReadFromText() {
    #expect(PagesAddress("127.0.0.1:7380") == PagesAddress(host: "127.0.0.1", port: 7380))
    #expect(PagesAddress("[::1]:80")?.link == "http://[::1]:80/")
    for wrong in ["", ":1", "x", "x:y", "x:70000", "x:-1"] { #expect(PagesAddress(wrong) == nil) }
  }
}
