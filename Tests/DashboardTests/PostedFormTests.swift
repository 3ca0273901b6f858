@testable import Dashboard
import Campaign
import Testing

@Suite struct PostedFormTests {
  private func multipart(_ text: String, _ boundary: String = "b") -> PostedForm? {
    PostedForm(Array(text.utf8), type: "multipart/form-data; boundary=\(boundary)")
  }

  @Test func fieldsAndFilesAreRead() throws {
    let text = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n--b\r\ncontent-disposition: form-data; name=\"f\"; filename=\"x%22.csv\"\r\nContent-Type: text/csv\r\n\r\n--\r\n--c\r\n--b--\r\n"
    let form = try #require(multipart(text))
    #expect(form["a"] == "1\r\n2" && form.files.count == 1)
    #expect(form.files[0].name == "x\".csv" && form.files[0].bytes == Array("--\r\n--c".utf8))
    let none = try #require(multipart("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--b--"))
    #expect(none.files.isEmpty && none.fields.isEmpty)
    let encoded = try #require(PostedForm(Array("a=1+2&b=%C4%90&a=3".utf8), type: "application/x-www-form-urlencoded; charset=utf-8"))
    #expect(encoded["a"] == "3" && encoded["b"] == "Đ")
  }

  @Test(arguments: [
    "", "--b", "--b--x", "--b\r\n", "x--b--", "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--", "--b\r\n\r\n1\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b",
    "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n1\r\n--b--",
  ])
  func whatBreaksTheRulesIsNoForm(text: String) {
    #expect(text == "--b--x" || multipart(text) == nil)
    #expect(PostedForm(Array(text.utf8), type: "multipart/form-data") == nil)
    #expect(PostedForm(Array(text.utf8), type: "text/plain") == nil)
  }

  @Test func bytesThatAreNoTextAreNoField() {
    let head = Array("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
    #expect(PostedForm(head + [0xFF] + Array("\r\n--b--".utf8), type: "multipart/form-data; boundary=b") == nil)
    #expect(PostedForm([0xFF], type: "application/x-www-form-urlencoded") == nil)
    #expect(PostedForm(Array("a=%zz".utf8), type: "application/x-www-form-urlencoded") == nil)
    let many = Array(repeating: "a=1", count: PostedForm.partsMost + 1).joined(separator: "&")
    #expect(PostedForm(Array(many.utf8), type: "application/x-www-form-urlencoded") == nil)
  }

  // Every cut and every changed byte is read or refused, and nothing traps.
  @Test func brokenBodiesNeverTrap() {
    let text = Array("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nxyz\r\n--b--\r\n".utf8)
    var random = SystemRandomNumberGenerator()
    for cut in 0...text.count {
      var bytes = Array(text[..<cut])
      for _ in 0..<4 where !bytes.isEmpty { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
      for candidate in [Array(text[..<cut]), bytes] {
        let form = PostedForm(candidate, type: "multipart/form-data; boundary=b")
        #expect((form?.fields.count ?? 0) + (form?.files.count ?? 0) <= 2)
      }
    }
  }

  @Test func originsAreHostsWithHttps() {
    #expect(PagesOrigin("https://thidua.kontum.gov.vn")?.link == "https://thidua.kontum.gov.vn/")
    #expect(PagesOrigin("https://a.b:8443/")?.authority == "a.b:8443")
    for text in ["", "http://a.b", "https://", "https://a.b/c", "https://a.b:443", "https://a.b:0", "https://a.b:08", "https://A.b", "https://a..b", "https://u@a.b", "https://a.b?x"] {
      #expect(PagesOrigin(text) == nil, "\(text)")
    }
  }
}
