/// A machine's CSV: commas, LF, quotes only where RFC 4180 needs them. Cells stay as they are, also one that begins with
/// a sign: the file is for programs, and a spreadsheet is to import it as text.
package func csvText(_ rows: [[String]]) -> String {
  rows.map { $0.map(csvCell).joined(separator: ",") + "\n" }.joined()
}

private func csvCell(_ text: String) -> String {
  let special = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
  // The reader passes over lines that begin with a number sign, and takes blanks around a cell away.
  guard special || text.hasPrefix(" ") || text.hasSuffix(" ") else { return text }
  return "\"" + text.replacing("\"", with: "\"\"") + "\""
}
