import Campaign

/// The rulebook that an argument names: a bundled campaign's id, else the path of a YAML file.
///
/// - Throws: ``Failure`` 64 for a file that cannot be read, ``Campaign/Problem`` for one that is no rulebook.
func rulebook(named text: String) throws -> Rulebook {
  if BundledCampaigns.ids.contains(text) { return try BundledCampaigns.rulebook(text) }
  if !text.contains("/"), !text.contains("."), !Streams.exists(text) {
    let all = BundledCampaigns.ids.joined(separator: ", ")
    throw Failure(
      .usage,
      Words.current(
        "không có phong trào hay tệp \"\(text)\". Có sẵn: \(all).", "there is no campaign and no file \"\(text)\". Bundled: \(all)."))
  }
  do {
    return try Rulebook(yaml: try Streams.read(text, most: Rulebook.largestFile))
  } catch var problem as Campaign.Problem {
    problem.place = [text, problem.place].filter { !$0.isEmpty }.joined(separator: ", ")
    throw problem
  }
}
