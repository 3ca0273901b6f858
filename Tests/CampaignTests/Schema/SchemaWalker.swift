import Foundation
import Yams

/// A YAML value as an editor sees it, by the core schema of YAML 1.2: quoted is text; plain is a number where it looks like one.
indirect enum Instance {
  case bool(Bool)
  case number(Double, isInteger: Bool)
  case text(String)
  case list([Instance])
  case map([(key: String, value: Instance)])

  init(_ node: Node) throws {
    switch node {
    case .mapping(let mapping): self = .map(try mapping.map { ($0.string ?? "", try Instance($1)) })
    case .sequence(let sequence): self = .list(try sequence.map(Instance.init))
    case .scalar(let scalar): self = Instance(scalar.string, plain: scalar.style == .plain)
    default: throw Unreadable()
    }
  }

  struct Unreadable: Error {}

  private init(_ text: String, plain: Bool) {
    if plain, ["true", "false"].contains(text) { self = .bool(text == "true"); return }
    if plain, text.wholeMatch(of: #/[-+]?[0-9]+/#) != nil, let value = Double(text) {
      self = .number(value, isInteger: true)
    } else if plain, text.wholeMatch(of: #/[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/#) != nil, let value = Double(text) {
      self = .number(value, isInteger: false)
    } else {
      self = .text(text)
    }
  }
}

/// Checks a value against a JSON Schema, as far as `Protocol/rulebook.schema.json` uses it; a keyword that it does not know is
/// a mistake of its own.
struct SchemaWalker {
  typealias Schema = [String: Any]
  let root: Schema

  init(_ text: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Schema ?? [:]
  }

  static let keywords: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "enum", "const", "pattern", "minLength", "minimum", "maximum",
    "exclusiveMinimum", "minItems", "maxItems", "minProperties", "maxProperties", "required", "properties", "patternProperties",
    "additionalProperties", "propertyNames", "items", "anyOf", "allOf", "if", "then",
  ]

  /// What is wrong with a value; empty where it is valid.
  func problems(_ value: Instance) -> [String] { problems(value, root, "") }

  private func problems(_ value: Instance, _ schema: Any, _ path: String) -> [String] {
    if let allowed = schema as? Bool { return allowed ? [] : ["\(path) is not allowed"] }
    guard let schema = schema as? Schema else { return ["\(path): no schema"] }
    var found: [String] = []
    if let unknown = schema.keys.first(where: { !Self.keywords.contains($0) }) { found.append("keyword \(unknown)") }
    if let reference = schema["$ref"] as? String { found += problems(value, resolved(reference), path) }
    for part in schema["allOf"] as? [Any] ?? [] { found += problems(value, part, path) }
    if let choices = schema["anyOf"] as? [Any], !choices.contains(where: { problems(value, $0, path).isEmpty }) {
      found.append("\(path) matches no alternative: " + choices.flatMap { problems(value, $0, path) }.joined(separator: "; "))
    }
    if let condition = schema["if"], let then = schema["then"], problems(value, condition, path).isEmpty {
      found += problems(value, then, path)
    }
    if let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map({ [$0] }), !types.contains(where: { value.isOf($0) }) {
      found.append("\(path) is not of type \(types)")
    }
    if let names = schema["enum"] as? [String], !names.contains(value.text) { found.append("\(path) is none of \(names)") }
    if let constant = schema["const"], value.text != "\(constant)" { found.append("\(path) is not \(constant)") }
    switch value {
    case .text(let text):
      if let pattern = schema["pattern"] as? String, !matches(text, pattern) { found.append("\(path) does not match \(pattern)") }
      if let least = schema["minLength"] as? Int, text.count < least { found.append("\(path) is too short") }
    case .number(let number, _):
      if let least = schema["minimum"] as? Double, number < least { found.append("\(path) is below \(least)") }
      if let most = schema["maximum"] as? Double, number > most { found.append("\(path) is above \(most)") }
      if let least = schema["exclusiveMinimum"] as? Double, number <= least { found.append("\(path) is not above \(least)") }
    case .list(let list):
      found += bounds(list.count, schema["minItems"], schema["maxItems"], path)
      if let items = schema["items"] { found += list.enumerated().flatMap { problems($1, items, "\(path)[\($0)]") } }
    case .map(let map): found += problems(map, schema, path)
    case .bool: break
    }
    return found
  }

  private func problems(_ map: [(key: String, value: Instance)], _ schema: Schema, _ path: String) -> [String] {
    var found = bounds(map.count, schema["minProperties"], schema["maxProperties"], path)
    for key in schema["required"] as? [String] ?? [] where !map.contains(where: { $0.key == key }) { found.append("\(path) lacks \(key)") }
    for (key, value) in map {
      let place = path.isEmpty ? key : "\(path).\(key)"
      if let names = schema["propertyNames"] { found += problems(.text(key), names, "the key \(place)") }
      let named = (schema["properties"] as? Schema)?[key]
      let patterns = (schema["patternProperties"] as? Schema ?? [:]).filter { matches(key, $0.key) }.map(\.value)
      for sub in [named].compactMap({ $0 }) + patterns { found += problems(value, sub, place) }
      if named == nil, patterns.isEmpty, let others = schema["additionalProperties"] { found += problems(value, others, place) }
    }
    return found
  }

  private func bounds(_ count: Int, _ least: Any?, _ most: Any?, _ path: String) -> [String] {
    if let least = least as? Int, count < least { return ["\(path) has too few"] }
    if let most = most as? Int, count > most { return ["\(path) has too many"] }
    return []
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }

  private func resolved(_ reference: String) -> Any {
    reference.split(separator: "/").dropFirst().reduce(root as Any) { ($0 as? Schema)?[String($1)] ?? [:] }
  }

  // MARK: what stands at a place

  /// A part of the schema with its pointer: `/$defs/unit/properties/name`.
  typealias Part = (pointer: String, schema: Schema)

  /// Every mapping that the schema knows at a place such as `criteria`, `[]`, `scoring`, through references and alternatives;
  /// `*` is any free key.
  func mappings(at steps: [String]) -> [Part] {
    steps.reduce(alternatives("", root)) { parts, step in parts.flatMap { children(of: $0, step) } }.filter { $0.schema["properties"] != nil }
  }

  /// The pointers of all mappings with fixed keys.
  func pointers() -> Set<String> {
    var found: Set<String> = []
    func walk(_ value: Any, _ pointer: String) {
      if let list = value as? [Any] { for (index, item) in list.enumerated() { walk(item, "\(pointer)/\(index)") } }
      guard let schema = value as? Schema, !pointer.hasSuffix("/if") else { return }
      if schema["properties"] is Schema, !pointer.hasSuffix("/properties") { found.insert(pointer) }
      for (key, part) in schema { walk(part, "\(pointer)/\(key)") }
    }
    walk(root, "")
    return found
  }

  private func children(of part: Part, _ step: String) -> [Part] {
    let schema = part.schema
    if step == "[]" { return alternatives(part.pointer + "/items", schema["items"]) }
    let named = (schema["properties"] as? Schema)?[step]
    if let named { return alternatives("\(part.pointer)/properties/\(step)", named) }
    guard step == "*" else { return [] }
    return (schema["patternProperties"] as? Schema ?? [:]).flatMap { alternatives("\(part.pointer)/patternProperties/\($0.key)", $0.value) }
      + alternatives(part.pointer + "/additionalProperties", schema["additionalProperties"])
  }

  private func alternatives(_ pointer: String, _ value: Any?) -> [Part] {
    guard let schema = value as? Schema else { return [] }
    var parts: [Part] = [(pointer, schema)]
    for (index, choice) in (schema["anyOf"] as? [Any] ?? []).enumerated() { parts += alternatives("\(pointer)/anyOf/\(index)", choice) }
    if let reference = schema["$ref"] as? String { parts += alternatives(String(reference.dropFirst()), resolved(reference)) }
    return parts
  }
}

extension Instance {
  fileprivate func isOf(_ type: String) -> Bool {
    switch self {
    case .bool: type == "boolean"
    case .number(_, let isInteger): type == "number" || (type == "integer" && isInteger)
    case .text: type == "string"
    case .list: type == "array"
    case .map: type == "object"
    }
  }

  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .number(let number, let isInteger): isInteger ? String(Int(number)) : String(number)
    case .bool(let flag): String(flag)
    case .list, .map: ""
    }
  }
}
