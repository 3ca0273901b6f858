/// A rulebook in which every key of the format stands at least once; what it says makes no sense as a campaign.
enum EveryKey {
  static let yaml = """
    thidua: 1
    campaign: every-key
    name: {vi: "Đủ mọi khóa", en: "Every key"}
    documents:
      "d": {title: "Kế hoạch", number: "1/KH", issued: 2024-01-05, file: d.txt}
    decimals: 4
    ranking: {total: index, published: 2, places-by: published, missing-month: missing, zero-denominator: not-applicable,
      applicable-floor: 50, nothing-filed: unranked}
    bands: [{name: "Tốt", at-least: 80}, {name: {vi: "Khá", en: "Fair"}, at-least: 65.5}]
    bonus: {each: 0.5, most-per-year: 2}
    lateness: {steps: [{days: 1, points: 0.5}, {days: 3, points: 1}], most: 2}
    periods: {kind: calendar-month, first: 2021-01, last: 2025-12}
    calendar: {due-working-days: 2, grace-working-days: 5, holidays: {use: vietnam-2022-2026, and: [2027-02-05], except: [2026-11-24]},
      working-saturdays: [2027-02-06]}
    blocks: [{id: b, name: B, bands: [{name: Đạt, at-least: 50}]}, {id: c, ranked: false}]
    units:
      - {id: u, name: U, block: b, level: commune, code: "00001", parent: v, source: "niên giám", unverified: true}
      - {id: v, block: c, level: district}
    counters:
      - {code: x, name: {vi: X}, combine: flow, unit: "hồ sơ", levels: [commune, district], source: "Biểu 06a", ours: false}
      - {code: y, combine: stock}
      - {code: z, combine: yearly, ours: true}
    identities: [{sum: x, of: [y, z]}, {part: y, whole: [x]}]
    fields: [{code: f, name: F}]
    criteria:
      - {code: k1, name: K, field: f, source: {document: d, quote: "câu"}, points: 10, direction: higher, metric: {ratio: [y, "x - z"]},
         scoring: {kind: FLOOR, target: {2021: 90, 2023: 95}, floor: 50}, levels: [commune], minimum-denominator: 5,
         may-exceed: true, unit: "%", window: [2021, 2025], new-definition: [2023]}
      - {code: k2, source: "ours: decision 1", points: 10, metric: {count: z}, direction: lower, scoring: {kind: DED, each: 0.5, cap: 3}}
      - {code: k3, points: 10, combine: flow, scoring: {kind: STEP, steps: [{at: 100, share: 1}, {at: 50, share: 0.5}]}, window: 2021}
      - {code: k4, points: 10, combine: flow, scoring: {kind: PROP, target: {by-month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}}}
      - {code: k5, points: 10, combine: flow, scoring: {kind: BIN, target: {2021-01: 1, 2022-06: 2}}}
      - {code: k6, points: 10, combine: flow, scoring: {kind: COUNT, each: 1}}
      - {code: k7, points: 10, combine: flow, scoring: {kind: LEADER, target: 50}}
      - {code: k8}
    applicability:
      - {unit: u, criterion: [k1, k3], from: 2022-01, through: 2022-12, applies: false, reason: "Công văn 1"}
      - {unit: [u], field: f, applies: true, reason: "Công văn 2"}
    scoreboards:
      - {id: s-1, name: {vi: "Bảng khác"}, ranking: {total: points}, fields: [{code: g, name: G}], bands: [{name: A, at-least: 90}],
         criteria: [{code: s, field: g, points: 100, metric: {count: z}, scoring: {kind: COUNT, each: 1}}]}
    indices:
      - code: I
        name: Chỉ số
        decimals: 2
        ranks: {first: 30, from: 2023}
        bands: [Tốt, Khá]
        series:
          - {year: 2022, score: 80.5, score-basis: derived, rank: 20, rank-basis: derived, of: 63, band: Khá, new-definition: true,
             published-on: 2023-04-01, source: "báo"}
          - {year: 2023, score: withheld, rank: beyond}
      - {code: J, ranks: all}
    rules:
      - {id: r1, kind: THRESHOLD, of: {criterion: k1}, level: [province, commune], taken: each, window: 2023, due: end, source: {document: d},
         title: "Việc", note: "ghi chú", at-least: 80}
      - {id: r2, kind: SCHEDULE, of: {criterion: k1}, source: "ours: 1",
         above: {2021: 30, "2022..2023": 40, "2024..2024": {conflict: [40, 50], prevails: 50, decided: "Công văn 3"}}}
      - {id: r3, kind: INCREASE, of: {index: J}, source: "ours: 1", min-delta: 0.5}
      - {id: r4, kind: RANK_GAIN, of: {index: I}, source: "ours: 1", by: 5, against: 2022, percentile: true}
      - {id: r5, kind: RANK_GAIN, of: {place: unit}, source: "ours: 1", by: 5, against: same-month-last-year}
      - {id: r6, kind: TOP_N, of: {place: unit}, source: "ours: 1", first: 1}
      - {id: r7, kind: IN_BAND, of: {index: I}, source: "ours: 1", at-least: Khá}
      - {id: r8, kind: IN_BAND, of: {index: I}, source: "ours: 1", among: [Tốt, Khá]}
      - {id: r9, kind: REDUCTION, of: {criterion: k8}, source: "ours: 1", window: [2024, 2025], by: 10, stretch: 15, against: [2021, 2023],
         enough-years: 2, now: [2024, 2025]}
      - {id: r10, kind: REDUCTION, of: {criterion: k8}, source: "ours: 1", by: 10, yearly: true}
      - {id: r11, kind: MAINTAIN, of: {criterion: k1}, source: "ours: 1", rule: {kind: THRESHOLD, equal: 100}}
      - {id: r12, kind: MAINTAIN, of: {criterion: k1}, source: "ours: 1", rule: {kind: SCHEDULE, at-most: {2021: {conflict: [1, 2]}}}}
      - {id: r13, kind: MAINTAIN, of: {place: unit}, source: "ours: 1", rule: {kind: TOP_N, first: 3}}
      - {id: r14, kind: MAINTAIN, of: {index: I}, source: "ours: 1", rule: {kind: IN_BAND, among: [Tốt]}}
      - {id: r15, kind: TASK, who: {levels: [commune]}, level: [commune], window: 2023, title: {vi: T}, note: n, source: "ours: 1",
         product: "Kế hoạch", with: [v, {levels: [commune]}], with-text: "các cơ quan", start: 2023-01-15, due-by: 2023}
      - {id: r16, kind: TASK, who: all, source: "ours: 1", product: {vi: "Báo cáo"}, recurs: yearly}
      - {id: r17, kind: CHECKLIST, who: [u], source: "ours: 1", items: [{id: a, name: A, levels: [commune]}], mode: share, at-least: 80, yearly: true}
      - {id: r18, kind: CADENCE, who: all, source: "ours: 1", every: month, times: 1, at-least: 80}
      - {id: r19, kind: NARRATIVE, who: all, level: [commune], window: 2023, title: T, note: n, source: "ours: 1"}
    forms:
      - {id: 06a, version: 2, name: "Biểu", from: 2022-01, through: 2024-12, source: "Thông tư", title: [VPCP, KSTT], unit: "đơn vị", code: "mã",
         columns: [{header: "tiếp nhận > tổng số", counter: [x, y]}, {header: [a, b], sum: "x - y"}], unused: ["ghi chú", [c, d]], inside: {z: x},
         subtotals: "Cấp xã", outside: [Khác], names: {"UBND xã U": u}, thousands: space}
    """
}
