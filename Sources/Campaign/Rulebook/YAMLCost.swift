/// libyaml's events become nodes by recursion, so depth is bounded before a parser sees the text; anchors and aliases,
/// which can multiply a small file, have no use in a rulebook. Every value and key costs some hundred bytes, so they are
/// counted before they are made.
///
/// Brackets count unless they surely stand in a quoted text or a comment. For that to be sure, a quoted text ends on the
/// line on which it began, and LF and CR alone end a line.
func refuseCostlyYAML(_ text: String) throws {
  let bytes = Array(text.utf8)
  let blanks: Set<UInt8> = [9, 10, 13, 32]
  let opening = Set("[{,".utf8)
  let anchorsFollow = blanks.union("[{,-:?".utf8)
  var flow = 0
  var values = 0
  var line = 1
  var leading = 0
  var atStart = true
  var lastMark = UInt8(ascii: "\n")  // the last byte that is no blank
  var index = 0
  func refuse(_ vi: String, _ en: String) -> Problem { Problem(.rulebookSyntax, at: "line \(line)", vi: vi, en: en) }
  func byte(at index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 10 }
  func endOfLine(from start: Int) -> Int { bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count }
  if text.unicodeScalars.contains(where: { $0 == "\u{85}" || $0 == "\u{2028}" || $0 == "\u{2029}" }) {
    throw Problem(
      .rulebookSyntax, vi: "có dấu xuống dòng lạ (NEL, LS, PS).", en: "there is an unusual line end (NEL, LS, PS).")
  }
  func count() throws {
    values += 1
    guard values <= Rulebook.mostValues else {
      throw Problem(
        .rulebookTooLarge, at: "line \(line)",
        vi: "tệp có hơn \(vietnameseText(Int64(Rulebook.mostValues))) giá trị. Hãy tách bớt danh sách.",
        en: "the file has more than \(Rulebook.mostValues) values. Split its lists.")
    }
  }
  while index < bytes.count {
    let here = bytes[index]
    let previous = byte(at: index - 1)
    let next = byte(at: index + 1)
    index += 1
    if here == 10 || here == 13 {
      if here == 10 || next != 10 { line += 1 }
      leading = 0
      atStart = true
      continue
    }
    if atStart, here == 32 || here == UInt8(ascii: "-") || here == UInt8(ascii: "?") {
      leading += 1
      if here != 32 { try count() }
      guard leading <= 120 else { throw refuse("lồng quá sâu (hơn 120 cột).", "nested too deeply (over 120 columns).") }
      continue
    }
    let first = atStart
    atStart = false
    if blanks.contains(here) { continue }
    defer { lastMark = here }
    switch here {
    case UInt8(ascii: "#") where blanks.contains(previous):
      index = endOfLine(from: index)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let afterColon = lastMark == UInt8(ascii: ":") && blanks.contains(previous)
      guard opening.contains(lastMark) || afterColon || (first && flow == 0) else { break }
      guard let end = endOfQuote(here, bytes, from: index) else {
        throw refuse("chuỗi trong ngoặc kép phải kết thúc trên cùng một dòng.", "a quoted text must end on its line.")
      }
      index = end
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      flow += 1
      try count()
      guard flow <= 40 else { throw refuse("lồng quá sâu (hơn 40 ngoặc).", "nested too deeply (over 40 brackets).") }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): flow = max(0, flow - 1)
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "?"): try count()
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      guard anchorsFollow.contains(previous), !blanks.contains(next) else { break }
      throw refuse("không dùng neo (& và *) trong bộ quy tắc.", "anchors and aliases (& and *) are not used in a rulebook.")
    default: break
    }
  }
}

/// The index behind the closing quote; `nil` where the line ends first.
private func endOfQuote(_ quote: UInt8, _ bytes: [UInt8], from start: Int) -> Int? {
  var index = start
  while index < bytes.count, bytes[index] != 10, bytes[index] != 13 {
    if bytes[index] == quote {
      let doubled = quote == UInt8(ascii: "'") && index + 1 < bytes.count && bytes[index + 1] == quote
      guard doubled else { return index + 1 }
      index += 2
    } else {
      index += bytes[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
    }
  }
  return nil
}
