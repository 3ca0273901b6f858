import Campaign
import Ranking

/// A plan as it is printed.
extension Report {
  init(_ plan: PlanDescription, of book: Rulebook, _ words: Words) {
    self.init(csv: [["criterion", "function", "points", "numerator", "denominator", "from", "through", "kernel", "most", "reason"]], json: .null)
    add(words("Kế hoạch tính của \(book.id)", "Plan of \(book.id)"), .strong)
    add(plan.layoutText(words), plan.whole == nil ? .plain : .bad)
    parts.append(.gap)
    add(words("1. Cộng cột số liệu", "1. Columns and their sums"), .strong)
    var sums = Table([Column(words("Cách gộp", "Combined")), Column(words("Cột", "Columns"), .right), Column(words("Số liệu", "Counters"))])
    for sum in plan.sums {
      sums.rows.append([
        Cell(sum.combination.text(words)), Cell(words.whole(sum.counters.count)), Cell(sum.counters.joined(separator: ", ")),
      ])
    }
    parts.append(.table(sums))
    parts.append(.gap)
    add(words("2. Điểm từng tiêu chí", "2. Points of the criteria"), .strong)
    parts.append(.table(plan.leafTable(words)))
    addLines(of: plan)
    parts.append(.gap)
    for (number, step) in plan.lastSteps(book).enumerated() { add("\(number + 3). \(words(step.text))") }
    json = plan.json(book, words)
  }

  private mutating func addLines(of plan: PlanDescription) {
    for leaf in plan.leaves {
      for stretch in leaf.stretches {
        csv.append([
          leaf.code, leaf.function, leaf.points.description, leaf.numerator, leaf.denominator, stretch.first.description,
          stretch.last.description, stretch.kernel, stretch.most.map(String.init) ?? "", stretch.reason?.rawValue ?? "",
        ])
      }
    }
  }
}

extension PlanDescription {
  fileprivate func layoutText(_ words: Words) -> String {
    switch layout {
    case .pairs:
      words(
        "Cột: tử số và mẫu số cạnh nhau, 16 bit mỗi số, 16 đơn vị một ô; một nhân tính cho mọi tiêu chí.",
        "Columns: numerator and denominator side by side in 16 bits, 16 units a tile; one kernel for all criteria.")
    case .counters:
      words(
        "Cột: mỗi số liệu một cột, 16 đơn vị một ô; 16 bit, 32 bit khi số lớn hơn, 64 bit thì tính theo định nghĩa.",
        "Columns: one a counter, 16 units a tile; 16 bits, 32 where figures are larger, and in 64 the definition answers.")
    case .definition: words(whole?.text ?? LocalizedText(""))
    }
  }

  fileprivate func leafTable(_ words: Words) -> Table {
    var table = Table([
      Column(words("Tiêu chí", "Criterion")), Column(words("Hàm", "Function")), Column(words("Điểm", "Points"), .right),
      Column(words("Đọc", "Reads"), widest: 44), Column(words("Nhân tính", "Kernel"), widest: 44), Column(words("Dùng chung", "Shared by"), .right),
      Column(words("Đúng đến", "Exact to"), .right),
    ])
    for leaf in leaves {
      let reads = leaf.denominator.isEmpty ? leaf.numerator : leaf.numerator.bracketed + " ÷ " + leaf.denominator.bracketed
      let kernels = leaf.stretches.map { $0.kernelText(words) }
      var distinct: [String] = []
      for kernel in kernels where !distinct.contains(kernel) { distinct.append(kernel) }
      let more = kernels.count > 1 ? words(" (\(kernels.count) đoạn thời gian)", " (\(kernels.count) stretches of time)") : ""
      let least = leaf.stretches.compactMap(\.most).min()
      table.rows.append([
        Cell(leaf.code), Cell(leaf.function), Cell(words.points(leaf.points)), reads.isEmpty ? .nothing : Cell(reads),
        Cell(distinct.joined(separator: "; ") + more), Cell(words.whole(leaf.sharing)), least.map { Cell(words.whole($0)) } ?? .nothing,
      ])
    }
    return table
  }

  /// What follows the leaves, each with a name for programs.
  fileprivate func lastSteps(_ book: Rulebook) -> [(name: String, text: LocalizedText)] {
    let settings = book.ranking
    let byVector = totalKernel == "line"
    let (viKernel, enKernel) = byVector ? ("16 đơn vị một lượt", "16 units at once") : ("theo định nghĩa", "by the definition")
    let zero = settings.zeroDenominator == .zero
    var steps: [(name: String, text: LocalizedText)] = [
      (
        "applicability",
        LocalizedText(
          "Áp dụng: cấp đơn vị, năm hiệu lực và quyết định riêng, một bit mỗi đơn vị; mẫu số 0 thì \(zero ? "0 điểm" : "không tính").",
          en: "Applicability: levels, years in force and decisions, a bit a unit; no cases: \(zero ? "0 points" : "not applicable").")
      ),
      (
        "total",
        settings.total == .index
          ? LocalizedText(
            "Chỉ số = 100 × điểm đạt ÷ điểm áp dụng, công bố \(settings.published) số lẻ; \(viKernel).",
            en: "Index = 100 × points earned ÷ points applicable, published with \(settings.published) decimals; \(enKernel).")
          : LocalizedText(
            "Tổng điểm, công bố \(settings.published) số lẻ; \(viKernel).", en: "Sum of points, published with \(settings.published) decimals; \(enKernel).")
      ),
    ]
    if book.bonus != nil || book.lateness != nil {
      steps.append(
        ("adjustments", LocalizedText("Thưởng, trừ nộp trễ: chỉ đơn vị có, theo định nghĩa.", en: "Bonus and lateness: whom they touch, by the definition.")))
    }
    steps.append(
      (
        "places",
        LocalizedText(
          "Thứ hạng trong khối theo tổng \(settings.placesBy == .published ? "đã công bố" : "chính xác"), 32 bit: chia ngăn, hoặc cơ số khi nhiều đơn vị sát nhau.",
          en: "Places in the block by the \(settings.placesBy == .published ? "published" : "exact") total, 32 bits: buckets, or by radix where totals crowd.")
      ))
    if hasBands { steps.append(("bands", LocalizedText("Xếp loại theo tổng đã công bố.", en: "Bands by the published total."))) }
    steps.append(
      (
        "comparisons",
        LocalizedText("So với kỳ trước và cùng kỳ năm trước: bậc và điểm tăng giảm.", en: "Against the period before and the year before: places and points gained.")
      ))
    for rule in gains {
      steps.append(("outcome", LocalizedText("Kết quả quy tắc \(rule.id) (\(rule.kindCode)).", en: "Outcome of rule \(rule.id) (\(rule.kindCode)).")))
    }
    return steps
  }

  fileprivate func json(_ book: Rulebook, _ words: Words) -> JSON {
    .object([
      ("campaign", .string(book.id)), ("layout", .string(layout.rawValue)), ("whole_by_definition", .text(whole?.rawValue)),
      (
        "columns",
        .list(
          sums.map { .object([("combine", .string($0.combination.rawValue)), ("counters", .list($0.counters.map { .string($0) }))]) })
      ),
      (
        "criteria",
        .list(
          leaves.map { leaf in
            .object([
              ("code", .string(leaf.code)), ("function", .string(leaf.function)), ("points", .number(leaf.points.description)),
              ("numerator", .string(leaf.numerator)), ("denominator", .text(leaf.denominator.isEmpty ? nil : leaf.denominator)),
              ("reads", .list(leaf.counters.map { .string($0) })), ("shared_by", .whole(leaf.sharing)),
              (
                "kernels",
                .list(
                  leaf.stretches.map {
                    .object([
                      ("from", .string($0.first.description)), ("through", .string($0.last.description)), ("kernel", .string($0.kernel)),
                      ("exact_to", .whole($0.most)), ("definition_because", .text($0.reason?.rawValue)),
                    ])
                  })
              ),
            ])
          })
      ),
      ("total_kernel", .string(totalKernel)),
      ("then", .list(lastSteps(book).map { .object([("step", .string($0.name)), ("text", .string(words($0.text)))]) })),
    ])
  }
}

extension PlanDescription.Stretch {
  fileprivate func kernelText(_ words: Words) -> String {
    switch kernel {
    case "line": words("đường thẳng có chặn, 16 làn", "clamped line, 16 lanes")
    case "estimatedLine":
      words("đường thẳng có chặn, 16 làn; sát một nửa thì theo định nghĩa", "clamped line, 16 lanes; the definition near a half")
    case "table": words("bảng bậc, 16 làn", "table of steps, 16 lanes")
    case "cappedRatio": words("tỷ lệ có chặn, 16 làn, độ chính xác đơn", "capped ratio, 16 lanes, single precision")
    default: words("định nghĩa: ", "definition: ") + words(reason?.text ?? LocalizedText(""))
    }
  }
}

extension ColumnPlan.Definition {
  fileprivate var text: LocalizedText {
    switch self {
    case .leader: LocalizedText("điểm phụ thuộc đơn vị dẫn đầu khối", en: "points depend on the best of the block")
    case .givenFigures: LocalizedText("số liệu nhập thẳng cho tiêu chí, có phần lẻ", en: "figures are given for the criterion itself, with decimals")
    case .factors: LocalizedText("hệ số vượt phạm vi của làn", en: "its factors fit no lane")
    case .weights: LocalizedText("trọng số không có điểm tối đa: tất cả theo định nghĩa 128 bit", en: "weighted values have no maximum: all by the definition in 128 bits")
    case .points: LocalizedText("tổng điểm vượt 32 bit: tất cả theo định nghĩa 128 bit", en: "all points together leave 32 bits: all by the definition in 128 bits")
    }
  }
}

extension Combination {
  fileprivate func text(_ words: Words) -> String {
    switch self {
    case .flow: words("cộng từ đầu năm", "summed since January")
    case .stock: words("giá trị cuối cùng trong năm", "last value of the year")
    case .cumulative: words("đã lũy kế, giá trị cuối cùng", "already cumulative, last value")
    case .yearly: words("giá trị cuối cùng, sang năm vẫn giữ", "last value, also from an earlier year")
    }
  }
}

extension String {
  /// A sum as one term.
  fileprivate var bracketed: String { contains(" ") ? "(\(self))" : self }
}
