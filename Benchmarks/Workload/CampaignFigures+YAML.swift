import Campaign

extension CampaignFigures {
  /// A bundled rulebook as YAML with its units copied in their blocks until there are so many.
  ///
  /// - Parameters:
  ///   - name: Of a bundled campaign.
  ///   - units: 1 or more.
  /// - Throws: What reading the bundled rulebook throws.
  public static func yaml(_ name: String, units: Int, seed: UInt64) throws -> [UInt8] {
    let book = try BundledCampaigns.rulebook(name)
    let text = String(decoding: BundledCampaigns.yaml(name) ?? [], as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "units:"),
      let end = lines[(start + 1)...].firstIndex(where: { $0.first.map { $0.isLetter } ?? false })
    else { preconditionFailure("The bundled rulebook lists its units.") }
    let roster = CampaignFigures(book, units: units, seed: seed).rulebook.units.map { unit in
      let level = unit.level.map { ", level: \($0.rawValue)" } ?? ""
      return "  - {id: \(unit.id), name: \"\(unit.name)\", block: \(unit.block)\(level)}"
    }
    return Array((lines[...start] + roster.map { $0[...] } + lines[end...]).joined(separator: "\n").utf8)
  }
}
