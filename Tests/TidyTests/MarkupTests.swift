import Testing

/// What keeps the pages free of somebody else's script, as far as the source shows it.
@Suite struct MarkupTests {
  private static let files = Project.swift(under: "Sources/Dashboard")

  @Test(arguments: [
    // A value without quotes around it could begin another attribute; `as HTML` and parts of paths are written by us.
    #"[a-z-]+=\\\("#,
    // The policy allows no script and no style inside a page.
    #"<style"#, #"[ "]style=\\""#, #"[ "]on(click|load|error|change|input|submit)="#, #"javascript:"#,
    // The one way around the escaping.
    #"stringLiteral:(?! StaticString)"#, #"innerHTML|insertAdjacentHTML|document\.write|outerHTML|\beval\("#,
  ])
  func noPageHas(pattern: String) throws {
    let forbidden = try Regex(pattern).matchingSemantics(.unicodeScalar)
    #expect(Self.files.count > 15)
    for file in Self.files {
      for (number, line) in file.lines.enumerated() where line.contains(forbidden) && !line.contains("StaticString") {
        Issue.record("\(file.path):\(number + 1): \(line)")
      }
    }
  }
}
