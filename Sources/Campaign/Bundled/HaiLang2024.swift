// Written by Tools/embed-rulebooks from hai-lang-2024.yaml. Change that file, not this one.

extension BundledCampaigns {
  static let textHaiLang2024 = ##"""
# Hải Lăng district, 2024: the Party plan on administrative reform and discipline, as a rulebook.
#
# Where things come from
#   * A sentence of the plan (document 002) is quoted word for word. The plan sets no number: "4 tăng, 2 giảm" are read as
#     better than the year before, "2 không" as zero. Where a comparable number is needed for points it is borrowed from
#     the programme of the province that the plan serves (document 000), and the criterion says so.
#   * "ours: decision 12" marks what no document says: which criteria are scored, their points, the proxies.
#   * The plan is of 19 March 2024. 2023 is open for filing because "tăng" and "giảm" in 2024 are counted against it.
#     The plan has no end; on 1 July 2025 the district level was abolished, so the last legal month is June 2025.
#   * No date stands with any of its targets: the rules have no window of their own and hold for all years of the campaign.

thidua: 1
campaign: hai-lang-2024
name:
  vi: "Đẩy mạnh cải cách hành chính, nâng cao trách nhiệm thực thi công vụ trên địa bàn huyện Hải Lăng"
  en: "Hải Lăng district: administrative reform and responsibility in public duty"

documents:
  "000":
    title: "Chương trình hành động thực hiện Nghị quyết 01-NQ/TU đẩy mạnh cải cách hành chính tỉnh Quảng Trị giai đoạn 2021-2025"
    number: "34/CTr-UBND"
    issued: 2021-12-15
    file: 000_199ed957e376b2b2.txt
  "002":
    title: "Kế hoạch triển khai Chỉ thị số 35-CT/TU ngày 11/12/2023 của Ban Thường vụ Tỉnh ủy (Huyện ủy Hải Lăng)"
    number: "126-KH/HU"
    issued: 2024-03-19
    file: 002_c12467a69ea31881.txt

decimals: 4

ranking:
  total: index
  published: 2
  places-by: published
  missing-month: missing
  zero-denominator: not-applicable
  applicable-floor: 50
  nothing-filed: unranked

periods: {kind: legal-month, first: 2023-01, last: 2025-06}

calendar:
  due-working-days: 2             # another province's rule; Quảng Trị's own text was not seen
  grace-working-days: 5           # ours: decision 6
  holidays: vietnam-2022-2026

blocks:
  - {id: phong, name: {vi: "Phòng, ban cấp huyện", en: "District agencies"}}
  - {id: xa, name: {vi: "Xã, thị trấn", en: "Communes"}}
  # Bodies that the plan gives duties to and that take in no dossiers.
  - {id: khac, name: {vi: "Cơ quan lãnh đạo, giám sát, không xếp hạng", en: "Leading and supervising bodies, not ranked"}, ranked: false}

units:
  # 12 agencies of the district. No list of them was found: these are the agencies of a rural district under Decree
  # 37/2014/NĐ-CP, articles 7 and 8, as amended in 2020, so every name is `unverified`. The ids are ours.
  - {id: van-phong-huyen, name: "Văn phòng HĐND và UBND huyện", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-noi-vu, name: "Phòng Nội vụ", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-tu-phap, name: "Phòng Tư pháp", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-tai-chinh, name: "Phòng Tài chính - Kế hoạch", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-tai-nguyen, name: "Phòng Tài nguyên và Môi trường", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-lao-dong, name: "Phòng Lao động - Thương binh và Xã hội", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-van-hoa, name: "Phòng Văn hóa và Thông tin", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-giao-duc, name: "Phòng Giáo dục và Đào tạo", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-y-te, name: "Phòng Y tế", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: thanh-tra-huyen, name: "Thanh tra huyện", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-nong-nghiep, name: "Phòng Nông nghiệp và Phát triển nông thôn", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}
  - {id: phong-kinh-te-ha-tang, name: "Phòng Kinh tế và Hạ tầng", block: phong, level: district, source: "suy ra: Nghị định 37/2014/NĐ-CP, điều 7 và 8", unverified: true}

  # 16 communes, official codes and names in force from 10 April 2023.
  - {id: xa-19681, name: "Thị trấn Diên Sanh", block: xa, level: commune, code: "19681", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19684, name: "Xã Hải An", block: xa, level: commune, code: "19684", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19687, name: "Xã Hải Ba", block: xa, level: commune, code: "19687", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19693, name: "Xã Hải Quy", block: xa, level: commune, code: "19693", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19696, name: "Xã Hải Quế", block: xa, level: commune, code: "19696", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19699, name: "Xã Hải Hưng", block: xa, level: commune, code: "19699", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19702, name: "Xã Hải Phú", block: xa, level: commune, code: "19702", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19708, name: "Xã Hải Thượng", block: xa, level: commune, code: "19708", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19711, name: "Xã Hải Dương", block: xa, level: commune, code: "19711", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19714, name: "Xã Hải Định", block: xa, level: commune, code: "19714", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19717, name: "Xã Hải Lâm", block: xa, level: commune, code: "19717", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19726, name: "Xã Hải Phong", block: xa, level: commune, code: "19726", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19729, name: "Xã Hải Trường", block: xa, level: commune, code: "19729", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19735, name: "Xã Hải Sơn", block: xa, level: commune, code: "19735", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19738, name: "Xã Hải Chánh", block: xa, level: commune, code: "19738", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19741, name: "Xã Hải Khê", block: xa, level: commune, code: "19741", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Bodies named in section III of the plan. No counter concerns the level `affiliate`: they file no form.
  - {id: hdnd-huyen, name: "HĐND huyện", block: khac, level: affiliate, source: "Văn bản 002, mục III.2"}
  - {id: ubnd-huyen, name: "UBND huyện", block: khac, level: affiliate, source: "Văn bản 002, mục III.3"}
  - {id: mttq-huyen, name: "UBMT TQVN huyện", block: khac, level: affiliate, source: "Văn bản 002, mục III.4"}
  - {id: to-chuc-ct-xh, name: "Các tổ chức chính trị - xã hội huyện", block: khac, level: affiliate, source: "Văn bản 002, mục III.4"}
  - {id: van-phong-huyen-uy, name: "Văn phòng Huyện ủy", block: khac, level: affiliate, source: "Văn bản 002, mục III.5"}
  - {id: cac-ban-dang, name: "Các ban đảng", block: khac, level: affiliate, source: "Văn bản 002, mục III.5"}

counters:
  # Codes c_… are the counters of the official forms and of the one-stop system; codes o_… are ours. All are whole numbers;
  # money is in million VND. Codes and names are those of the Kon Tum campaign wherever the measure is the same.
  - {code: c_on_full, name: {vi: "Hồ sơ tiếp nhận trực tuyến toàn trình", en: "Dossiers received online, full service"}, combine: flow, unit: "hồ sơ", levels: [district, commune], source: "Biểu 07a/BTP"}
  - {code: c_on_part, name: {vi: "Hồ sơ tiếp nhận trực tuyến một phần", en: "Dossiers received online, partial service"}, combine: flow, unit: "hồ sơ", levels: [district, commune], source: "Biểu 07a/BTP"}
  - {code: c_direct, name: {vi: "Hồ sơ tiếp nhận trực tiếp", en: "Dossiers received at the counter"}, combine: flow, unit: "hồ sơ", levels: [district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_post, name: {vi: "Hồ sơ tiếp nhận qua bưu chính công ích", en: "Dossiers received by the public postal service"}, combine: flow, unit: "hồ sơ", levels: [district, commune], source: "Biểu 07a/BTP"}
  - {code: c_early, name: {vi: "Hồ sơ đã giải quyết trước hạn", en: "Dossiers resolved early"}, combine: flow, unit: "hồ sơ", levels: [district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_ontime, name: {vi: "Hồ sơ đã giải quyết đúng hạn", en: "Dossiers resolved on time"}, combine: flow, unit: "hồ sơ", levels: [district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_late, name: {vi: "Hồ sơ đã giải quyết quá hạn", en: "Dossiers resolved late"}, combine: flow, unit: "hồ sơ", levels: [district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_resolved, name: {vi: "Tổng số hồ sơ đã giải quyết", en: "All dossiers resolved"}, combine: flow, unit: "hồ sơ", levels: [district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_open_over, name: {vi: "Hồ sơ đang giải quyết, đã quá hạn", en: "Open dossiers past the time limit, at the end of the period"}, combine: stock, unit: "hồ sơ", levels: [district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_late_apology, name: {vi: "Hồ sơ quá hạn đã có văn bản xin lỗi", en: "Late dossiers with a letter of apology"}, combine: flow, unit: "hồ sơ", levels: [district, commune], source: "Biểu 07a/BTP"}
  - {code: c_pakn, name: {vi: "Phản ánh, kiến nghị đã nhận", en: "Petitions received"}, combine: flow, unit: "phản ánh, kiến nghị", levels: [district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_pakn_ontime, name: {vi: "Phản ánh, kiến nghị xử lý đúng hạn", en: "Petitions handled on time"}, combine: flow, unit: "phản ánh, kiến nghị", levels: [district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_rate, name: {vi: "Lượt đánh giá", en: "Ratings given"}, combine: flow, unit: "lượt", levels: [district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_rate_ok, name: {vi: "Lượt đánh giá hài lòng trở lên", en: "Ratings 'satisfied' or better"}, combine: flow, unit: "lượt", levels: [district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: o_tthc_due, name: {vi: "TTHC phải công khai", en: "Procedures to be made public"}, combine: stock, unit: "TTHC", levels: [district, commune], ours: true}
  - {code: o_tthc_public, name: {vi: "TTHC được công khai đầy đủ, đúng hạn", en: "Procedures made public in full and in time"}, combine: stock, unit: "TTHC", levels: [district, commune], ours: true}
  - {code: o_days_norm, name: {vi: "Tổng thời gian giải quyết TTHC theo quy định", en: "Statutory handling time, sum over procedures"}, combine: yearly, unit: "ngày", levels: [district, commune], ours: true}
  - {code: o_days_applied, name: {vi: "Tổng thời gian giải quyết TTHC đang áp dụng", en: "Applied handling time, sum over procedures"}, combine: yearly, unit: "ngày", levels: [district, commune], ours: true}
  - {code: o_cost, name: {vi: "Chi phí tuân thủ TTHC trong năm", en: "Cost of complying with procedures in the year"}, combine: yearly, unit: "triệu đồng", levels: [district, commune], ours: true}
  - {code: o_pakn_unanswered, name: {vi: "Phản ánh, kiến nghị không được trả lời hoặc trả lời chung chung", en: "Petitions without an answer or with a vague one"}, combine: flow, unit: "phản ánh, kiến nghị", levels: [district, commune], ours: true}
  - {code: o_duty_due, name: {vi: "Nhiệm vụ được giao đến hạn trong kỳ", en: "Assigned duties due in the period"}, combine: flow, unit: "nhiệm vụ", levels: [district, commune], ours: true}
  - {code: o_duty_ontime, name: {vi: "Nhiệm vụ được giao hoàn thành đúng hạn", en: "Those duties done in time"}, combine: flow, unit: "nhiệm vụ", levels: [district, commune], ours: true}
  - {code: o_harass, name: {vi: "Vụ gây phiền hà, sách nhiễu được phát hiện", en: "Cases of harassment found"}, combine: flow, unit: "vụ", levels: [district, commune], ours: true}

identities:
  - {sum: c_resolved, of: [c_early, c_ontime, c_late]}
  - {part: c_late_apology, whole: [c_late, c_open_over]}
  - {part: c_pakn_ontime, whole: [c_pakn]}
  - {part: c_rate_ok, whole: [c_rate]}
  - {part: o_tthc_public, whole: [o_tthc_due]}
  - {part: o_days_applied, whole: [o_days_norm]}
  - {part: o_duty_ontime, whole: [o_duty_due]}
  - {part: o_pakn_unanswered, whole: [c_pakn]}

fields:
  - {code: TT, name: {vi: "Giải quyết thủ tục hành chính", en: "Administrative procedures"}}
  - {code: CV, name: {vi: "Trách nhiệm thực thi công vụ", en: "Responsibility in public duty"}}
  - {code: DT, name: {vi: "Giải quyết TTHC qua môi trường mạng", en: "Procedures handled online"}}

# Five criteria are scored, 20 points each, in proportion to the target. Points and proportion are ours (decision 12).
criteria:
  # "Không trễ hẹn": no dossier late, so the target is 100.
  - code: TT-01
    name: {vi: "Tỷ lệ hồ sơ đã giải quyết trước và đúng hạn", en: "Dossiers resolved early or on time"}
    field: TT
    points: 20
    metric: {ratio: ["c_early + c_ontime", c_resolved]}
    scoring: {kind: PROP, target: 100}
    levels: [district, commune]
    source: {document: "002", quote: "không trễ hẹn"}

  # In one month the part never exceeds the whole (identity); over a year it can: may-exceed.
  - code: TT-03
    name: {vi: "Tỷ lệ hồ sơ quá hạn có văn bản xin lỗi", en: "Late dossiers with a letter of apology"}
    field: TT
    points: 20
    metric: {ratio: [c_late_apology, "c_late + c_open_over"]}
    may-exceed: true
    scoring: {kind: PROP, target: 100}
    levels: [district, commune]
    source: {document: "002", quote: "công khai xin lỗi người dân, doanh nghiệp khi phát sinh hồ sơ trễ hẹn"}

  - code: TT-08
    name: {vi: "Tỷ lệ PAKN được xử lý đúng hạn", en: "Petitions handled on time"}
    field: TT
    points: 20
    metric: {ratio: [c_pakn_ontime, c_pakn]}
    scoring: {kind: PROP, target: 100}
    levels: [district, commune]
    source: {document: "002", quote: "Thực hiện hiệu quả công tác tiếp nhận, xử lý phản ánh, kiến nghị"}

  # The plan wants more satisfaction and names no number; 90 is the province's.
  - code: TT-09
    name: {vi: "Mức độ hài lòng về giải quyết TTHC", en: "Satisfaction with the handling of procedures"}
    field: TT
    points: 20
    metric: {ratio: [c_rate_ok, c_rate]}
    scoring: {kind: PROP, target: 90}
    levels: [district, commune]
    source: {document: "000", quote: "Mức độ hài lòng của tổ chức, doanh nghiệp và người dân về giải quyết TTHC đạt tối thiểu 90%"}

  # The plan wants more online handling and names no number; 50 is the province's.
  - code: DT-01
    name: {vi: "Tỷ lệ hồ sơ trực tuyến (toàn trình và một phần)", en: "Dossiers received online (full and partial)"}
    field: DT
    points: 20
    metric: {ratio: ["c_on_full + c_on_part", "c_on_full + c_on_part + c_direct + c_post"]}
    scoring: {kind: PROP, target: 50}
    levels: [district, commune]
    source: {document: "000", quote: "Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 3 và 4 trên tổng số hồ sơ đạt tối thiểu 50%"}

  # Followed: no points. TT-04 stands in for transparency and CV-06 for responsibility, which have no figure of their own.
  - code: TT-04
    name: {vi: "Tỷ lệ TTHC được công khai đầy đủ, đúng hạn", en: "Procedures made public in full and in time"}
    field: TT
    metric: {ratio: [o_tthc_public, o_tthc_due]}
    levels: [district, commune]
    source: {document: "002", quote: "Tăng tính công khai minh bạch"}

  # A ratio of sums over procedures; the cut against the norm is 100 less this value.
  - code: TT-13
    name: {vi: "Thời gian giải quyết TTHC đang áp dụng so với quy định", en: "Handling time applied against the statutory time"}
    field: TT
    direction: lower
    metric: {ratio: [o_days_applied, o_days_norm]}
    levels: [district, commune]
    source: {document: "002", quote: "giảm thời gian thực hiện TTHC"}

  - code: TT-16
    name: {vi: "Số hồ sơ trễ hẹn", en: "Late dossiers"}
    field: TT
    direction: lower
    metric: {count: "c_late + c_open_over"}
    unit: "hồ sơ"
    levels: [district, commune]
    source: {document: "002", quote: "không trễ hẹn"}

  - code: TT-17
    name: {vi: "Chi phí tuân thủ TTHC", en: "Cost of complying with procedures"}
    field: TT
    direction: lower
    metric: {count: o_cost}
    unit: "triệu đồng"
    levels: [district, commune]
    source: {document: "002", quote: "giảm chi phí tuân thủ TTHC"}

  - code: TT-18
    name: {vi: "Số PAKN không được trả lời hoặc trả lời chung chung", en: "Petitions without an answer or with a vague one"}
    field: TT
    direction: lower
    metric: {count: o_pakn_unanswered}
    unit: "phản ánh, kiến nghị"
    levels: [district, commune]
    source: {document: "002", quote: "Chấm dứt tình trạng không trả lời hoặc trả lời chung chung"}

  - code: CV-05
    name: {vi: "Số vụ gây phiền hà, sách nhiễu", en: "Cases of harassment"}
    field: CV
    direction: lower
    metric: {count: o_harass}
    unit: "vụ"
    levels: [district, commune]
    source: {document: "002", quote: "không gây phiền hà, sách nhiễu"}

  - code: CV-06
    name: {vi: "Tỷ lệ nhiệm vụ được giao hoàn thành đúng hạn", en: "Assigned duties done in time"}
    field: CV
    metric: {ratio: [o_duty_ontime, o_duty_due]}
    levels: [district, commune]
    source: {document: "002", quote: "tăng cường trách nhiệm trong thực thi công vụ"}

# The plan is to help the PCI of the province up; it sets no number, so no rule looks at it.
indices:
  - code: PCI
    name: {vi: "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) của tỉnh Quảng Trị", en: "Provincial competitiveness index (PCI) of Quảng Trị"}
    decimals: 2
    ranks: {first: 30, from: 2023}
    series:
      - {year: 2020, score: 63.07, rank: 41, of: 63, source: "pcivietnam.vn, bảng xếp hạng 2020"}
      - {year: 2021, score: 63.33, rank: 41, of: 63, source: "pcivietnam.vn, hồ sơ tỉnh Quảng Trị"}
      - {year: 2022, score: 61.26, rank: 59, of: 63, published-on: 2023-04-11, source: "pcivietnam.vn, hồ sơ tỉnh Quảng Trị"}
      - {year: 2023, score: withheld, rank: beyond, of: 63, published-on: 2024-05-09, source: "pcivietnam.vn, hồ sơ tỉnh Quảng Trị: không công bố ngoài nhóm 30 tỉnh đứng đầu"}

rules:
  # "4 tăng, 2 giảm, 2 không", spelled out in footnote 1 of the plan.
  - id: 002-01
    kind: INCREASE
    title: {vi: "Tăng tính công khai, minh bạch", en: "More transparency"}
    of: {criterion: TT-04}
    level: [district, commune]
    source: {document: "002", quote: "Tăng tính công khai minh bạch"}
    note: "Đo bằng tiêu chí thay thế: tỷ lệ TTHC được công khai đầy đủ, đúng hạn (decision 12)."

  - id: 002-02
    kind: INCREASE
    title: {vi: "Tăng cường trách nhiệm trong thực thi công vụ", en: "More responsibility in public duty"}
    of: {criterion: CV-06}
    level: [district, commune]
    source: {document: "002", quote: "tăng cường trách nhiệm trong thực thi công vụ"}
    note: "Đo bằng tiêu chí thay thế: tỷ lệ nhiệm vụ được giao hoàn thành đúng hạn (decision 12)."

  - id: 002-03
    kind: INCREASE
    title: {vi: "Tăng giải quyết TTHC qua môi trường mạng", en: "More procedures handled online"}
    of: {criterion: DT-01}
    level: [district, commune]
    source: {document: "002", quote: "tăng cường phương thức giải quyết TTHC qua môi trường mạng"}

  - id: 002-04
    kind: INCREASE
    title: {vi: "Tăng sự hài lòng của người dân, doanh nghiệp", en: "More satisfaction"}
    of: {criterion: TT-09}
    level: [district, commune]
    source: {document: "002", quote: "tăng sự hài lòng của người dân, doanh nghiệp"}

  # Lower is better for these two: the kind is the same.
  - id: 002-05
    kind: INCREASE
    title: {vi: "Giảm thời gian thực hiện TTHC", en: "Less handling time"}
    of: {criterion: TT-13}
    level: [district, commune]
    source: {document: "002", quote: "giảm thời gian thực hiện TTHC"}

  - id: 002-06
    kind: INCREASE
    title: {vi: "Giảm chi phí tuân thủ TTHC", en: "Less cost of compliance"}
    of: {criterion: TT-17}
    level: [district, commune]
    source: {document: "002", quote: "giảm chi phí tuân thủ TTHC"}

  - id: 002-07
    kind: THRESHOLD
    title: {vi: "Không gây phiền hà, sách nhiễu", en: "No harassment"}
    of: {criterion: CV-05}
    level: [district, commune]
    equal: 0
    source: {document: "002", quote: "không gây phiền hà, sách nhiễu"}

  - id: 002-08
    kind: THRESHOLD
    title: {vi: "Không trễ hẹn", en: "Nothing late"}
    of: {criterion: TT-16}
    level: [district, commune]
    equal: 0
    source: {document: "002", quote: "không trễ hẹn"}

  # Over a year the share may exceed 100 (see TT-03). That the apology is tied to the head cannot be counted.
  - id: 002-09
    kind: THRESHOLD
    title: {vi: "Công khai xin lỗi khi hồ sơ trễ hẹn", en: "A public apology for every late dossier"}
    of: {criterion: TT-03}
    level: [district, commune]
    at-least: 100
    source: {document: "002", quote: "công khai xin lỗi người dân, doanh nghiệp khi phát sinh hồ sơ trễ hẹn, việc xin lỗi gắn với trách nhiệm của người đứng đầu cơ quan, đơn vị, địa phương chậm xử lý dẫn đến hồ sơ trễ hẹn"}

  # The interval stands in Decision 1089/QĐ-UBND of 28 April 2020, which was not seen.
  - id: 002-10
    kind: CADENCE
    title: {vi: "Thu thập ý kiến đánh giá qua mẫu phiếu", en: "Ratings collected by form"}
    who: {levels: [district, commune]}
    level: [district, commune]
    every: unspecified
    source: {document: "002", quote: "thực hiện nghiêm việc thu thập ý kiến đánh giá của tổ chức, công dân khi tham gia giải quyết TTHC thông qua mẫu phiếu đánh giá tại Bộ phận tiếp nhận và trả kết quả huyện và các xã, thị trấn"}

  # Who answers for which sub-index is not in the text: the district committee shows one proposal for each of the ten.
  - id: 002-11
    kind: CHECKLIST
    title: {vi: "Giải pháp cho từng chỉ số thành phần PCI", en: "A solution for each PCI sub-index"}
    who: [ubnd-huyen]
    level: [district]
    items:
      - {id: gia-nhap, name: "Gia nhập thị trường"}
      - {id: dat-dai, name: "Tiếp cận đất đai"}
      - {id: minh-bach, name: "Tính minh bạch"}
      - {id: thoi-gian, name: "Chi phí thời gian"}
      - {id: khong-chinh-thuc, name: "Chi phí không chính thức"}
      - {id: canh-tranh, name: "Cạnh tranh bình đẳng"}
      - {id: nang-dong, name: "Tính năng động"}
      - {id: ho-tro, name: "Chính sách hỗ trợ doanh nghiệp"}
      - {id: lao-dong, name: "Đào tạo lao động"}
      - {id: phap-ly, name: "Thiết chế pháp lý"}
    mode: all
    source: {document: "002", quote: "Các cơ quan, đơn vị chủ trì/phụ trách thực hiện các tiêu chí thành phần của Chỉ số PCI chủ động đề xuất, tham mưu và thực hiện các giải pháp cải thiện, nâng cao các chỉ số thuộc lĩnh vực phụ trách"}
    note: "Văn bản không nêu cơ quan nào phụ trách chỉ số nào; UBND huyện tổng hợp và nộp."

  - id: 002-12
    kind: CHECKLIST
    title: {vi: "Quy chế làm việc, phân công nhiệm vụ", en: "Working rules and assigned duties"}
    who: {levels: [district, commune]}
    level: [district, commune]
    items:
      - {id: quy-che, name: "Quy chế làm việc"}
      - {id: phan-cong, name: "Phân công nhiệm vụ, trách nhiệm của từng cá nhân, đơn vị"}
    mode: all
    source: {document: "002", quote: "Các cơ quan, đơn vị ban hành quy chế làm việc, phân công nhiệm vụ, cụ thể hóa trách nhiệm của từng cá nhân, đơn vị thực hiện nhiệm vụ được giao"}

  # "Định kỳ" and "thường xuyên" are no intervals: events are shown, nothing is decided.
  - id: 002-13a
    kind: CADENCE
    title: {vi: "Định kỳ đánh giá kết quả nhiệm vụ được giao", en: "Periodic evaluation of assigned duties"}
    who: {levels: [district, commune]}
    level: [district, commune]
    every: unspecified
    source: {document: "002", quote: "định kỳ đánh giá kết quả thực hiện nhiệm vụ được giao"}

  - id: 002-13b
    kind: CADENCE
    title: {vi: "Thường xuyên kiểm tra, giám sát", en: "Regular inspection"}
    who: {levels: [district, commune]}
    level: [district, commune]
    every: unspecified
    source: {document: "002", quote: "thực hiện thường xuyên công tác kiểm tra, giám sát cán bộ, công chức, viên chức trong việc thực hiện nhiệm vụ được giao"}

  - id: 002-13c
    kind: CADENCE
    title: {vi: "Người đứng đầu đối thoại với người dân, doanh nghiệp", en: "The head talks with people and firms"}
    who: {levels: [district, commune]}
    level: [district, commune]
    every: unspecified
    source: {document: "002", quote: "người đứng đầu thường xuyên xuyên tổ chức đối thoại với người dân, doanh nghiệp"}

  - id: 002-14
    kind: THRESHOLD
    title: {vi: "Không còn PAKN không trả lời, trả lời chung chung", en: "No petition without a clear answer"}
    of: {criterion: TT-18}
    level: [district, commune]
    equal: 0
    source: {document: "002", quote: "Chấm dứt tình trạng không trả lời hoặc trả lời chung chung, không cụ thể, không rõ ràng dứt khoát, né tránh, đùn đẩy trách nhiệm"}

  - id: 002-15a
    kind: CHECKLIST
    title: {vi: "Trang thiết bị Bộ phận một cửa, số hóa hồ sơ", en: "One-stop units equipped, dossiers digitised"}
    who: {levels: [district, commune]}
    level: [district, commune]
    items:
      - {id: trang-thiet-bi, name: "Cơ sở vật chất, trang thiết bị được rà soát, nâng cấp"}
      - {id: so-hoa, name: "Số hóa hồ sơ giải quyết TTHC"}
    mode: all
    yearly: true
    source: {document: "002", quote: "đặc biệt là cơ sở vật chất tại Bộ phận Tiếp nhận và trả kết quả UBND huyện, các xã, thị trấn để kịp thời đầu tư, nâng cấp đảm bảo phục vụ tốt cho công tác giải quyết TTHC, số hóa hồ sơ giải quyết TTHC"}

  - id: 002-15b
    kind: CADENCE
    title: {vi: "Nhân lực, kinh phí hàng năm", en: "Staff and budget every year"}
    who: {levels: [district, commune]}
    level: [district, commune]
    every: year
    source: {document: "002", quote: "bố trí đầy đủ nhân lực, kinh phí hàng năm cho việc triển khai các nhiệm vụ cải cách thủ tục hành chính, chuyển đổi số"}

  - id: 002-16
    kind: CHECKLIST
    title: {vi: "Từng cơ quan xây dựng kế hoạch triển khai", en: "Every body makes its own plan"}
    who: [mttq-huyen, to-chuc-ct-xh, {levels: [district, commune]}]
    level: [district, commune]
    items:
      - {id: ke-hoach, name: "Kế hoạch triển khai thực hiện"}
    mode: all
    source: {document: "002", quote: "căn cứ nội dung Kế hoạch này để xây dựng kế hoạch triển khai thực hiện phù hợp với tình hình thực tế của cơ quan, đơn vị, địa phương"}

  - id: 002-17a
    kind: TASK
    title: {vi: "HĐND huyện ban hành chương trình, kế hoạch giám sát", en: "The council issues a monitoring programme"}
    who: [hdnd-huyen]
    level: [district]
    product: "Chương trình, kế hoạch giám sát"
    due-by: none
    recurs: once
    source: {document: "002", quote: "HĐND huyện ban hành chương trình, kế hoạch giám sát việc tổ chức thực hiện Kế hoạch này"}

  - id: 002-17b
    kind: CADENCE
    title: {vi: "UBND huyện xây dựng Kế hoạch CCHC hằng năm", en: "The committee makes the yearly reform plan"}
    who: [ubnd-huyen]
    level: [district]
    every: year
    source: {document: "002", quote: "xây dựng Kế hoạch cải cách hành chính hằng năm"}

  - id: 002-18
    kind: CADENCE
    title: {vi: "Sơ kết, tổng kết theo đúng quy định", en: "Interim and final reviews"}
    who: [cac-ban-dang, van-phong-huyen-uy]
    level: [district]
    every: unspecified
    source: {document: "002", quote: "định kỳ tham mưu Ban Thường vụ Huyện ủy tổ chức sơ kết, tổng kết theo đúng quy định"}

  # Codes of conduct: no machine can check them. They are shown, and assessed by hand with evidence.
  - id: 002-19a
    kind: NARRATIVE
    title: {vi: "Phương châm “năm có, ba không”", en: "“Five haves, three no's”"}
    level: [district, commune]
    source: {document: "002", quote: "nâng cao đạo đức công vụ theo phương châm “năm có, ba không”"}

  - id: 002-19b
    kind: NARRATIVE
    title: {vi: "“4 xin, 4 luôn”", en: "“Four pleases, four always”"}
    level: [district, commune]
    source: {document: "002", quote: "thực hiện việc “4 xin, 4 luôn”"}

"""##
}
