import Campaign

/// The rulebook that an argument names: a bundled campaign's id, else the path of a YAML file.
struct RulebookSource {
  /// The id, or the path as it was given.
  let name: String
  let yaml: [UInt8]

  /// - Throws: ``Failure`` 64 for a file that cannot be read.
  init(named text: String) throws {
    name = text
    if let bundled = BundledCampaigns.yaml(text) {
      yaml = bundled
    } else if !text.contains("/"), !text.contains("."), !Streams.exists(text) {
      let all = BundledCampaigns.ids.joined(separator: ", ")
      throw Failure(
        .usage,
        Words.current(
          "không có phong trào hay tệp \"\(text)\". Có sẵn: \(all).", "there is no campaign and no file \"\(text)\". Bundled: \(all)."))
    } else {
      yaml = try Streams.read(text, most: Rulebook.largestFile)
    }
  }

  /// - Throws: ``Campaign/Problem`` that names the file, for one that is no rulebook.
  func rulebook() throws -> Rulebook {
    do {
      return try Rulebook(yaml: yaml)
    } catch var problem as Campaign.Problem {
      problem.place = [name, problem.place].filter { !$0.isEmpty }.joined(separator: ", ")
      throw problem
    }
  }
}

/// The rulebook that an argument names; see ``RulebookSource``.
func rulebook(named text: String) throws -> Rulebook { try RulebookSource(named: text).rulebook() }
