/// The campaigns inside the binary, as the YAML text they were written in.
public enum BundledCampaigns {
  /// Ids in the order in which people meet them.
  public static let ids = ["kon-tum-2023", "quang-tri-2021", "tuyen-quang-2020", "hai-lang-2024", "tien-giang-2022"]

  /// The bytes of a bundled rulebook; `nil` for an id that is not bundled.
  public static func yaml(_ id: String) -> [UInt8]? {
    switch id {
    case "kon-tum-2023": Array(textKonTum2023.utf8)
    case "quang-tri-2021": Array(textQuangTri2021.utf8)
    case "tuyen-quang-2020": Array(textTuyenQuang2020.utf8)
    case "hai-lang-2024": Array(textHaiLang2024.utf8)
    case "tien-giang-2022": Array(textTienGiang2022.utf8)
    default: nil
    }
  }

  /// A bundled rulebook.
  ///
  /// - Throws: ``Problem`` `R-313` for an id that is not bundled.
  public static func rulebook(_ id: String) throws -> Rulebook {
    guard let yaml = yaml(id) else {
      let all = ids.joined(separator: ", ")
      throw Problem(
        .unknownCampaign, vi: "không có phong trào \"\(id)\". Có sẵn: \(all).", en: "there is no campaign \"\(id)\". Bundled: \(all).")
    }
    return try Rulebook(yaml: yaml)
  }
}
