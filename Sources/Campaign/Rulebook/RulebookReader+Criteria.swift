import Yams

struct CriterionContext {
  let counters: [String: Int]
  let fields: Set<String>
  let documents: Set<String>
  let ranking: RankingSettings
  let periods: PeriodKind
}

extension RulebookReader {
  func counter(_ node: YAMLNode) throws -> FormCounter {
    let k = try node.keys(["code", "name", "combine", "unit", "levels", "source", "ours"])
    let code = try required(k, "code", node)
    guard isCounterCode(try code.text()) else {
      throw code.expected("mã gồm a–z, 0–9 và dấu _", "a code of a–z, 0–9 and _")
    }
    return FormCounter(
      code: try code.text(), name: try k["name"]?.localized() ?? LocalizedText(try code.text()),
      combination: try required(k, "combine", node).choice(Combination.self), unitOfMeasure: try k["unit"]?.text() ?? "",
      levels: try levels(k["levels"]), source: try k["source"]?.text(), ours: try k["ours"]?.flag() ?? false)
  }

  private func isCounterCode(_ text: String) -> Bool {
    text.utf8.count <= 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "_")
      }
  }

  func counterIndex(_ code: String, _ node: YAMLNode, _ counters: [String: Int]) throws -> Int {
    guard let index = counters[code] else {
      throw node.unknown("số liệu", "counter", code, in: counters.keys)
    }
    return index
  }

  func identity(_ node: YAMLNode, _ counters: [String: Int]) throws -> Identity {
    let k = try node.keys(["sum", "of", "part", "whole"])
    func one(_ key: String) throws -> Int {
      let n = try required(k, key, node)
      return try counterIndex(try n.text(), n, counters)
    }
    func many(_ key: String) throws -> [Int] {
      try required(k, key, node).list().map { try counterIndex(try $0.text(), $0, counters) }
    }
    guard (k["sum"] != nil) == (k["of"] != nil), (k["part"] != nil) == (k["whole"] != nil), (k["sum"] != nil) != (k["part"] != nil) else {
      throw node.expected("{sum, of} hoặc {part, whole}", "{sum, of} or {part, whole}")
    }
    let (left, right) = k["sum"] != nil ? (try one("sum"), try many("of")) : (try one("part"), try many("whole"))
    guard !right.contains(left), Set(right).count == right.count else {
      throw node.problem(
        .contradiction, "một số liệu xuất hiện hai lần trong ràng buộc này.", "a counter stands twice in this identity.")
    }
    return k["sum"] != nil ? .sum(total: left, parts: right) : .part(part: left, whole: right)
  }

  /// `c_early + c_ontime`, `o_base - o_now`.
  func counterSum(_ node: YAMLNode, _ counters: [String: Int]) throws -> CounterSum {
    var terms: [CounterSum.Term] = []
    var negative = false
    var wantsCounter = true
    for word in try node.text().split(separator: " ") {
      if wantsCounter {
        terms.append(.init(counter: try counterIndex(String(word), node, counters), negative: negative))
      } else {
        guard word == "+" || word == "-" else { throw node.expected("dấu + hoặc - giữa hai số liệu", "+ or - between two counters") }
        negative = word == "-"
      }
      wantsCounter.toggle()
    }
    guard !terms.isEmpty, terms.count <= 100, !wantsCounter else { throw node.expected("tổng của 1 đến 100 số liệu như \"c_early + c_ontime\"", "a sum of 1 to 100 counters such as \"c_early + c_ontime\"") }
    return CounterSum(terms: terms)
  }

  private func metric(_ node: YAMLNode?, combine: YAMLNode?, _ context: CriterionContext) throws -> Metric {
    guard let node else { return .given(try combine?.choice(Combination.self)) }
    if let combine {
      throw combine.problem(
        .contradiction, "\"combine\" thuộc về từng số liệu khi có \"metric\".", "with a \"metric\" each counter says how it combines.")
    }
    let k = try node.keys(["ratio", "count"])
    if let ratio = k["ratio"] {
      let sides = try ratio.list()
      guard sides.count == 2, k["count"] == nil else { throw ratio.expected("[tử số, mẫu số]", "[numerator, denominator]") }
      return .ratio(numerator: try counterSum(sides[0], context.counters), denominator: try counterSum(sides[1], context.counters))
    }
    return .count(try counterSum(try required(k, "count", node), context.counters))
  }

  func criterion(_ node: YAMLNode, _ context: CriterionContext) throws -> Criterion {
    let k = try node.keys([
      "code", "name", "field", "source", "points", "weight", "direction", "metric", "combine", "scoring", "levels",
      "minimum-denominator", "may-exceed", "unit", "window", "new-definition",
    ])
    let code = try required(k, "code", node).text()
    if let field = k["field"], !context.fields.contains(try field.text()) {
      throw field.unknown("lĩnh vực", "field", try field.text(), in: context.fields)
    }
    let direction = try k["direction"]?.choice(["higher", "lower"], Direction.init) ?? .higher
    let metric = try self.metric(k["metric"], combine: k["combine"], context)
    let points: Points
    let scoring: Scoring?
    if let weight = k["weight"] {
      guard context.ranking.total == .points, k["points"] == nil, k["scoring"] == nil else {
        throw weight.problem(
          .contradiction, "\"weight\" chỉ dùng với \"total: points\" và thay cho \"points\" cùng \"scoring\".",
          "\"weight\" goes with \"total: points\" only and stands instead of \"points\" and \"scoring\".")
      }
      let values = try weight.valueByTime(in: context.periods)
      guard values.all.allSatisfy({ $0 >= ExactDecimal(0) && $0 <= ExactDecimal(1000) }) else {
        throw weight.expected("trọng số từ 0 đến 1000", "a weight from 0 to 1000")
      }
      points = .zero
      scoring = .weight(values)
    } else if k["points"] == nil, k["scoring"] == nil {
      points = .zero
      scoring = nil
    } else {
      points = try self.points(try required(k, "points", node), above: 0, through: 1000)
      scoring = try self.scoring(try required(k, "scoring", node), direction, points, context.periods)
    }
    let minimum = try k["minimum-denominator"].map { try minimumDenominator($0, metric, context.ranking) }
    let isRatio = if case .ratio = metric { true } else { false }
    return Criterion(
      code: code, name: try k["name"]?.localized() ?? LocalizedText(code), field: try k["field"]?.text(), points: points,
      direction: direction, metric: metric, scoring: scoring, levels: try levels(k["levels"]),
      window: try k["window"].map(window), minimumDenominator: minimum, mayExceed: try k["may-exceed"]?.flag() ?? false,
      unitOfMeasure: try k["unit"]?.text() ?? (isRatio ? "%" : ""),
      source: try source(k["source"], context.documents), newDefinitions: try k["new-definition"].map(years) ?? [])
  }

  /// Years, ascending.
  private func years(_ node: YAMLNode) throws -> [Int] {
    let years = try node.list().map { try $0.integer(in: 1900...2200) }
    guard zip(years, years.dropFirst()).allSatisfy(<) else { throw node.expected("các năm tăng dần", "years in ascending order") }
    return years
  }

  private func scoring(_ node: YAMLNode, _ direction: Direction, _ points: Points, _ periods: PeriodKind) throws -> Scoring {
    let k = try node.keys(["kind", "target", "floor", "steps", "each", "cap"])
    func only(_ keys: String...) throws {
      for (key, value) in k where key != "kind" && !keys.contains(key) {
        throw value.problem(.unknownKey, "cách tính này không có khóa \"\(key)\".", "this scoring has no key \"\(key)\".")
      }
    }
    func cap() throws -> Points? {
      guard let node = k["cap"] else { return nil }
      let cap = try self.points(node, above: 0, through: 1000)
      guard cap <= points else { throw node.expected("không quá điểm tối đa của tiêu chí", "at most the points of the criterion") }
      return cap
    }
    let kind = try required(k, "kind", node)
    switch try kind.text() {
    case "BIN":
      try only("target")
      return .bin(target: try required(k, "target", node).valueByTime(in: periods))
    case "PROP", "LEADER":
      try only("target")
      let isProp = try kind.text() == "PROP"
      let targetNode = try required(k, "target", node)
      let target = try targetNode.valueByTime(in: periods)
      guard direction == .higher, target.all.allSatisfy({ $0 > ExactDecimal(0) }) else {
        throw targetNode.expected(
          "chỉ tiêu lớn hơn 0 và chiều \"higher\" cho \(try kind.text())",
          "a target above 0 and direction \"higher\" for \(try kind.text())")
      }
      return isProp ? .prop(target: target) : .leader(target: target)
    case "FLOOR":
      try only("target", "floor")
      let floorNode = try required(k, "floor", node)
      let target = try required(k, "target", node).valueByTime(in: periods)
      let floor = try floorNode.valueByTime(in: periods)
      let good = target.all.allSatisfy { t in floor.all.allSatisfy { direction == .higher ? $0 < t : $0 > t } }
      guard good else {
        throw floorNode.expected("sàn thấp hơn chỉ tiêu (chiều lower: cao hơn)", "a floor below the target (lower: above it)")
      }
      guard fitsOneScale(target.all + floor.all) else {
        throw floorNode.expected("sàn và chỉ tiêu có tổng cộng không quá 15 chữ số", "a floor and a target of at most 15 digits")
      }
      return .floor(target: target, floor: floor)
    case "STEP":
      try only("steps")
      let list = try required(k, "steps", node)
      let steps = try list.list().map { step in
        let s = try step.keys(["at", "share"])
        return Scoring.Step(at: try required(s, "at", step).decimal(), share: try required(s, "share", step).decimal())
      }
      let ordered = zip(steps, steps.dropFirst()).allSatisfy { direction == .higher ? $0.at > $1.at : $0.at < $1.at }
      guard !steps.isEmpty, ordered, steps.allSatisfy({ $0.share >= ExactDecimal(0) && $0.share <= ExactDecimal(1) }) else {
        throw list.expected("các bậc từ tốt nhất xuống, tỷ lệ điểm từ 0 đến 1", "steps from the best down, shares from 0 to 1")
      }
      return .step(steps)
    case "DED":
      try only("each", "cap")
      return .deduction(each: try positive(try required(k, "each", node)), cap: try cap())
    case "COUNT":
      try only("each", "cap")
      return .count(each: try positive(try required(k, "each", node)), cap: try cap())
    default:
      let kinds = ["BIN", "PROP", "FLOOR", "STEP", "DED", "COUNT", "LEADER"]
      return try kind.choice(kinds) { _ in nil }
    }
  }

  /// Written with the same number of decimals, the values have at most 15 digits, so that every product with a figure fits.
  private func fitsOneScale(_ values: [ExactDecimal]) -> Bool {
    let scale = values.map(\.trimmed.scale).max() ?? 0
    return values.allSatisfy { value in
      let (shifted, overflow) = value.trimmed.coefficient.multipliedReportingOverflow(by: powerOfTen(scale - value.trimmed.scale))
      return !overflow && shifted.magnitude <= 1_000_000_000_000_000
    }
  }

  private func positive(_ node: YAMLNode) throws -> ExactDecimal {
    let value = try node.decimal()
    guard value > ExactDecimal(0), value <= ExactDecimal(1000) else {
      throw node.expected("số điểm lớn hơn 0, không quá 1000", "points above 0, at most 1000")
    }
    return value
  }
}
