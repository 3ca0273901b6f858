import Campaign
import Foundation
import Synchronization
import TestSupport
import Testing
import Yams

/// `Protocol/rulebook.schema.json`, from which editors complete and check, says what the reader accepts: key for key.
@Suite struct SchemaTests {
  private static func walker() throws -> SchemaWalker { try SchemaWalker(try SharedFolder.ownText("Protocol/rulebook.schema.json")) }

  private static func instance(_ yaml: String) throws -> Instance { try Instance(#require(try Yams.compose(yaml: yaml))) }

  /// What the reader said it accepts, place by place: `criteria[].scoring`, `rules[] THRESHOLD`.
  private static func heard(_ yaml: String) throws -> [String: Set<String>] {
    let heard = Mutex<[String: Set<String>]>([:])
    _ = try ReadKeys.$heard.withValue({ path, kind, keys in
      // Keys that are free, ids of documents and years, are all one.
      let place = path.replacing(#/\[[0-9]+\]/#, with: "[]").replacing(#/\.[0-9]{4}(\.\.[0-9]{4})?/#, with: ".*")
        .replacing(#/^documents\..*/#, with: "documents.*") + (kind.map { " " + $0 } ?? "")
      heard.withLock { $0[place, default: []].formUnion(keys) }
    }) { try Rulebook(yaml: Array(yaml.utf8)) }
    return heard.withLock { $0 }
  }

  private static func steps(_ place: String) -> [String] {
    place.replacing("[]", with: ".[]").split(separator: ".").map(String.init)
  }

  @Test func everyKeyThatTheReaderAcceptsStandsInTheSchemaAndNoOther() throws {
    let walker = try Self.walker()
    for (place, keys) in try Self.heard(EveryKey.yaml) {
      let parts = place.split(separator: " ", maxSplits: 1)
      let mappings = walker.mappings(at: Self.steps(parts.first.map(String.init) ?? ""))
      if parts.count == 2 {
        let rules = mappings.flatMap { $0.schema["allOf"] as? [SchemaWalker.Schema] ?? [] }
        let then = rules.first { (($0["if"] as? SchemaWalker.Schema)?["properties"] as? [String: [String: String]])?["kind"]?["const"] == String(parts[1]) }?["then"]
        let names = ((then as? SchemaWalker.Schema)?["propertyNames"] as? [String: [String]])?["enum"] ?? []
        #expect(Set(names) == keys, "\(place)")
      } else {
        let names = mappings.flatMap { ($0.schema["properties"] as? SchemaWalker.Schema ?? [:]).keys }
        #expect(Set(names) == keys, "\(place)")
      }
    }
  }

  // So that no part of the schema speaks of what nobody reads.
  @Test func everyMappingOfTheSchemaIsRead() throws {
    let walker = try Self.walker()
    let read = try Self.heard(EveryKey.yaml).keys.flatMap { place in
      walker.mappings(at: Self.steps(place.split(separator: " ").first.map(String.init) ?? "")).map(\.pointer)
    }
    // Its other keys are free, so that nobody is told of them.
    let byTime = "/$defs/valueByTime/anyOf/1"
    #expect(walker.pointers().subtracting(read) == [byTime])
  }

  @Test(arguments: BundledCampaigns.ids)
  func everyBundledCampaignIsValid(id: String) throws {
    let yaml = String(decoding: try #require(BundledCampaigns.yaml(id)), as: UTF8.self)
    #expect(try Self.walker().problems(Self.instance(yaml)) == [])
  }

  @Test func theRulebookOfEveryKeyIsValid() throws {
    #expect(try Self.walker().problems(Self.instance(EveryKey.yaml)) == [])
  }

  @Test func theExamplesOfThePagesAreValid() throws {
    for page in ["Protocol/Rulebook.md", "Protocol/Tutorial.md"] {
      let yaml = try #require(try SharedFolder.ownText(page).split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first)
      #expect(try Self.walker().problems(Self.instance(String(yaml))) == [], "\(page)")
    }
  }

  // What the reader refuses, an editor underlines.
  @Test(arguments: [
    ("points: 100, metric: {count: z}", "points: 100"), ("{id: s-1,", "{id: S,"), ("{id: s-1,", "{"),
    ("points: 10, direction: higher", "points: 10, dirction: higher"), ("kind: FLOOR", "kind: FLOR"), ("floor: 50}", "floor: 50, each: 1}"),
    ("{sum: x, of: [y, z]}", "{sum: x, whole: [y, z]}"), ("combine: stock", "combine: stocks"), ("combine: stock}", "name: y}"),
    ("first: 2021-01", "first: 2021-13"), ("issued: 2024-01-05", "issued: 05/01/2024"), ("published: 2", "published: 7"),
    ("kind: NARRATIVE, who: all", "kind: NARRATIVE, who: all, at-least: 1"), ("kind: TOP_N, of: {place: unit}", "kind: TOP_N, who: all, of: {place: unit}"),
    ("of: {place: unit}, source: \"ours: 1\", first: 1", "of: {}, source: \"ours: 1\", first: 1"),
    ("every: month", "every: day"), ("minimum-denominator: 5", "minimum-denominator: 0"), ("rule: {kind: TOP_N, first: 3}", "rule: {kind: TOP_N, by: 3}"),
    ("level: [commune], window: 2023, title: T", "level: [ward], window: 2023, title: T"), ("thidua: 1", "thidua: 2"), ("campaign: every-key", "campaign: Every key"),
  ])
  func theReaderAndTheSchemaRefuseTheSame(right: String, wrong: String) throws {
    try #require(EveryKey.yaml.contains(right))
    let yaml = EveryKey.yaml.replacing(right, with: wrong, maxReplacements: 1)
    #expect(throws: Problem.self) { try Rulebook(yaml: Array(yaml.utf8)) }
    #expect(try !Self.walker().problems(Self.instance(yaml)).isEmpty)
  }

  @Test func everyPropertyIsExplained() throws {
    func walk(_ schema: Any, _ path: String) {
      if let list = schema as? [Any] { for item in list { walk(item, path) } }
      guard let schema = schema as? SchemaWalker.Schema else { return }
      for (key, value) in schema {
        guard key == "properties", !path.hasSuffix("/if"), let properties = value as? SchemaWalker.Schema else {
          walk(value, path + "/" + key)
          continue
        }
        for (name, property) in properties {
          let text = (property as? SchemaWalker.Schema)?["description"] as? String
          #expect(text?.contains(" / ") == true, "\(path)/\(name)")
          walk(property, path + "/" + name)
        }
      }
    }
    walk(try Self.walker().root, "")
  }
}
