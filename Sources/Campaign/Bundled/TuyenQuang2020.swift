// Written by Tools/embed-rulebooks from tuyen-quang-2020.yaml. Change that file, not this one.

extension BundledCampaigns {
  static let textTuyenQuang2020 = ##"""
# Tuyên Quang, 2020 and 2021–2025: the plan "Tuyên Quang chung tay nâng cao hiệu quả cải cách hành chính", as a rulebook.
#
# Where things come from
#   * A sentence of the plan or of its annex is quoted word for word; the stored text breaks lines inside sentences, so a
#     quote is compared with white space taken as one blank.
#   * All 35 tasks of the annex stand here, each with the leads and cooperating bodies of its own row. Several leads in one
#     cell: each has its own copy of the task. "Các cơ quan liên quan" names nobody: among the cooperating it stands as
#     text, among the leads it stands in the note. `product` says in few words what is to be shown: the annex has no such
#     column (ours: decision 12).
#   * "ours: decision 12" marks what the plan does not say: it sets targets and gives no points. A small set of criteria is
#     scored so that months can be ranked; all the others are followed.
#   * The plan contradicts itself on online dossiers in 2020 (20% in II.1, 30% in the annex, VI.6). Nobody decided: the
#     conflict stands in rule 001-05 and its outcome for 2020 cannot be determined. To decide it, write `prevails` and
#     `decided` there by an amendment.
#   * The plan is of 20 May 2020, inside the legal month June 2020: the first to be filed.
#   * From 1 July 2025 the districts are abolished and the province is merged. Nothing here anticipates that: it is a matter
#     of an amendment.

thidua: 1
campaign: tuyen-quang-2020
name:
  vi: "Tuyên Quang chung tay nâng cao hiệu quả cải cách hành chính, trọng tâm là cải cách thủ tục hành chính, năm 2020 và giai đoạn 2021-2025"
  en: "Tuyên Quang: better public administration, above all its procedures, 2020 and 2021–2025"

documents:
  "001":
    title: "Kế hoạch thực hiện nội dung đột phá “Tuyên Quang chung tay nâng cao hiệu quả cải cách hành chính, trọng tâm là cải cách thủ tục hành chính” năm 2020 và giai đoạn 2021-2025"
    number: "56/KH-UBND"
    issued: 2020-05-20
    file: 001_bb0e8dc8b1a2eb25.txt

decimals: 4

ranking:
  total: index
  published: 2
  places-by: published
  missing-month: missing
  zero-denominator: not-applicable
  applicable-floor: 50
  nothing-filed: unranked

periods: {kind: legal-month, first: 2020-06, last: 2025-12}

calendar:
  due-working-days: 2             # another province's rule; Tuyên Quang's own text was not seen
  grace-working-days: 5           # ours: decision 6
  # 2022 and later: the table. 2020 and 2021 follow from the Labour Codes of 2012 (article 115) and 2019 (articles 111 and 112)
  # and the usual calendars; the notices of those years were not seen: NOT VERIFIED.
  holidays:
    use: vietnam-2022-2026
    and:
      - 2020-09-02   # National Day
      - 2021-01-01   # New Year
      - 2021-02-10   # Tết Tân Sửu: 10 to 16 February
      - 2021-02-11
      - 2021-02-12
      - 2021-02-15
      - 2021-02-16
      - 2021-04-21   # the Hùng Kings' day
      - 2021-04-30
      - 2021-05-03   # in lieu of 1 May (Saturday)
      - 2021-09-02   # National Day, two days
      - 2021-09-03

blocks:
  - {id: so, name: {vi: "Sở, ban, ngành", en: "Departments"}}
  - {id: huyen, name: {vi: "Huyện, thành phố", en: "Districts"}}
  - {id: xa, name: {vi: "Xã, phường, thị trấn", en: "Communes"}}
  # Bodies that lead tasks or cooperate and are not ranked.
  - {id: khac, name: {vi: "Cơ quan phối hợp, không xếp hạng", en: "Other bodies, not ranked"}, ranked: false}

units:
  # 20 departments. Those that the plan or a page of the province names carry that source; the others are derived (the 17 that
  # every province had, with the ethnic board and the industrial zones board) and `unverified`. The ids are ours.
  - {id: van-phong-ubnd, name: "Văn phòng UBND tỉnh", block: so, level: department, source: "Văn bản 001, 56/KH-UBND"}
  - {id: so-noi-vu, name: "Sở Nội vụ", block: so, level: department, source: "Văn bản 001, 56/KH-UBND"}
  - {id: so-tu-phap, name: "Sở Tư pháp", block: so, level: department, source: "Văn bản 001, 56/KH-UBND"}
  - {id: so-tai-chinh, name: "Sở Tài chính", block: so, level: department, source: "Văn bản 001, 56/KH-UBND"}
  - {id: so-ke-hoach-dau-tu, name: "Sở Kế hoạch và Đầu tư", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2020", unverified: true}
  - {id: so-cong-thuong, name: "Sở Công Thương", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2020", unverified: true}
  - {id: so-nong-nghiep, name: "Sở Nông nghiệp và Phát triển nông thôn", block: so, level: department, source: "snntuyenquang.gov.vn"}
  - {id: so-giao-thong-van-tai, name: "Sở Giao thông vận tải", block: so, level: department, source: "Báo Tuyên Quang, chỉ số CCHC năm 2022"}
  - {id: so-xay-dung, name: "Sở Xây dựng", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2020", unverified: true}
  - {id: so-tai-nguyen-moi-truong, name: "Sở Tài nguyên và Môi trường", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2020", unverified: true}
  - {id: so-thong-tin-truyen-thong, name: "Sở Thông tin và Truyền thông", block: so, level: department, source: "Văn bản 001, 56/KH-UBND"}
  - {id: so-lao-dong, name: "Sở Lao động – Thương binh và Xã hội", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2020", unverified: true}
  - {id: so-van-hoa, name: "Sở Văn hóa, Thể thao và Du lịch", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2020", unverified: true}
  - {id: so-khoa-hoc-cong-nghe, name: "Sở Khoa học và Công nghệ", block: so, level: department, source: "Văn bản 001, 56/KH-UBND"}
  - {id: so-giao-duc-dao-tao, name: "Sở Giáo dục và Đào tạo", block: so, level: department, source: "Báo Tuyên Quang, chỉ số CCHC năm 2022"}
  - {id: so-y-te, name: "Sở Y tế", block: so, level: department, source: "Báo Tuyên Quang, chỉ số CCHC năm 2022"}
  - {id: thanh-tra-tinh, name: "Thanh tra tỉnh", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2020", unverified: true}
  - {id: so-ngoai-vu, name: "Sở Ngoại vụ", block: so, level: department, source: "dofa.tuyenquang.gov.vn"}
  - {id: ban-dan-toc, name: "Ban Dân tộc", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2020", unverified: true}
  - {id: ban-quan-ly-kcn, name: "Ban Quản lý các khu công nghiệp tỉnh", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2020", unverified: true}

  # Bodies named by the plan or its annex that belong to none of the blocks. No counter concerns the level `affiliate`: they
  # file no form.
  - {id: doan-kiem-tra, name: "Đoàn kiểm tra CCHC của tỉnh", block: khac, level: affiliate, source: "Văn bản 001, phụ lục I.7"}
  - {id: mttq-tinh, name: "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", block: khac, level: affiliate, source: "Văn bản 001, phụ lục I.10"}
  - {id: tinh-doan, name: "Đoàn TNCS Hồ Chí Minh tỉnh", block: khac, level: affiliate, source: "Văn bản 001, phụ lục VI.6"}
  - {id: dai-pt-th, name: "Đài Phát thanh và Truyền hình tỉnh", block: khac, level: affiliate, source: "Văn bản 001, phụ lục I.6"}
  - {id: bao-tuyen-quang, name: "Báo Tuyên Quang", block: khac, level: affiliate, source: "Văn bản 001, phụ lục I.6"}
  - {id: van-phong-hdnd, name: "Văn phòng HĐND tỉnh", block: khac, level: affiliate, source: "Văn bản 001, phụ lục II.3"}
  - {id: buu-dien-tinh, name: "Bưu điện tỉnh", block: khac, level: affiliate, source: "Văn bản 001, phụ lục III.6"}

  # 7 districts, official codes and names in force from 10 April 2023 (the same seven as in 2020).
  - {id: tp-tuyen-quang, name: "Thành phố Tuyên Quang", block: huyen, level: district, code: "070", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: lam-binh, name: "Huyện Lâm Bình", block: huyen, level: district, code: "071", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: na-hang, name: "Huyện Na Hang", block: huyen, level: district, code: "072", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: chiem-hoa, name: "Huyện Chiêm Hóa", block: huyen, level: district, code: "073", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: ham-yen, name: "Huyện Hàm Yên", block: huyen, level: district, code: "074", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: yen-son, name: "Huyện Yên Sơn", block: huyen, level: district, code: "075", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: son-duong, name: "Huyện Sơn Dương", block: huyen, level: district, code: "076", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # 138 communes as in the list of 10 April 2023: the number of 2020 too. A commune may have become a town since 2020; the
  # code stays, and the id carries it.
  # Thành phố Tuyên Quang: 15
  - {id: xa-02200, name: "Phường Phan Thiết", block: xa, level: commune, code: "02200", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02203, name: "Phường Minh Xuân", block: xa, level: commune, code: "02203", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02206, name: "Phường Tân Quang", block: xa, level: commune, code: "02206", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02209, name: "Xã Tràng Đà", block: xa, level: commune, code: "02209", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02212, name: "Phường Nông Tiến", block: xa, level: commune, code: "02212", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02215, name: "Phường Ỷ La", block: xa, level: commune, code: "02215", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02216, name: "Phường Tân Hà", block: xa, level: commune, code: "02216", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02218, name: "Phường Hưng Thành", block: xa, level: commune, code: "02218", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02497, name: "Xã Kim Phú", block: xa, level: commune, code: "02497", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02503, name: "Xã An Khang", block: xa, level: commune, code: "02503", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02509, name: "Phường Mỹ Lâm", block: xa, level: commune, code: "02509", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02512, name: "Phường An Tường", block: xa, level: commune, code: "02512", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02515, name: "Xã Lưỡng Vượng", block: xa, level: commune, code: "02515", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02521, name: "Xã Thái Long", block: xa, level: commune, code: "02521", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02524, name: "Phường Đội Cấn", block: xa, level: commune, code: "02524", parent: tp-tuyen-quang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Lâm Bình: 10
  - {id: xa-02233, name: "Xã Phúc Yên", block: xa, level: commune, code: "02233", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02242, name: "Xã Xuân Lập", block: xa, level: commune, code: "02242", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02251, name: "Xã Khuôn Hà", block: xa, level: commune, code: "02251", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02266, name: "Thị trấn Lăng Can", block: xa, level: commune, code: "02266", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02269, name: "Xã Thượng Lâm", block: xa, level: commune, code: "02269", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02290, name: "Xã Bình An", block: xa, level: commune, code: "02290", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02293, name: "Xã Hồng Quang", block: xa, level: commune, code: "02293", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02296, name: "Xã Thổ Bình", block: xa, level: commune, code: "02296", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02299, name: "Xã Phúc Sơn", block: xa, level: commune, code: "02299", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02302, name: "Xã Minh Quang", block: xa, level: commune, code: "02302", parent: lam-binh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Na Hang: 12
  - {id: xa-02221, name: "Thị trấn Na Hang", block: xa, level: commune, code: "02221", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02227, name: "Xã Sinh Long", block: xa, level: commune, code: "02227", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02230, name: "Xã Thượng Giáp", block: xa, level: commune, code: "02230", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02239, name: "Xã Thượng Nông", block: xa, level: commune, code: "02239", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02245, name: "Xã Côn Lôn", block: xa, level: commune, code: "02245", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02248, name: "Xã Yên Hoa", block: xa, level: commune, code: "02248", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02254, name: "Xã Hồng Thái", block: xa, level: commune, code: "02254", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02260, name: "Xã Đà Vị", block: xa, level: commune, code: "02260", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02263, name: "Xã Khau Tinh", block: xa, level: commune, code: "02263", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02275, name: "Xã Sơn Phú", block: xa, level: commune, code: "02275", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02281, name: "Xã Năng Khả", block: xa, level: commune, code: "02281", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02284, name: "Xã Thanh Tương", block: xa, level: commune, code: "02284", parent: na-hang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Chiêm Hóa: 24
  - {id: xa-02287, name: "Thị trấn Vĩnh Lộc", block: xa, level: commune, code: "02287", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02305, name: "Xã Trung Hà", block: xa, level: commune, code: "02305", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02308, name: "Xã Tân Mỹ", block: xa, level: commune, code: "02308", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02311, name: "Xã Hà Lang", block: xa, level: commune, code: "02311", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02314, name: "Xã Hùng Mỹ", block: xa, level: commune, code: "02314", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02317, name: "Xã Yên Lập", block: xa, level: commune, code: "02317", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02320, name: "Xã Tân An", block: xa, level: commune, code: "02320", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02323, name: "Xã Bình Phú", block: xa, level: commune, code: "02323", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02326, name: "Xã Xuân Quang", block: xa, level: commune, code: "02326", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02329, name: "Xã Ngọc Hội", block: xa, level: commune, code: "02329", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02332, name: "Xã Phú Bình", block: xa, level: commune, code: "02332", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02335, name: "Xã Hòa Phú", block: xa, level: commune, code: "02335", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02338, name: "Xã Phúc Thịnh", block: xa, level: commune, code: "02338", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02341, name: "Xã Kiên Đài", block: xa, level: commune, code: "02341", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02344, name: "Xã Tân Thịnh", block: xa, level: commune, code: "02344", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02347, name: "Xã Trung Hòa", block: xa, level: commune, code: "02347", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02350, name: "Xã Kim Bình", block: xa, level: commune, code: "02350", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02353, name: "Xã Hòa An", block: xa, level: commune, code: "02353", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02356, name: "Xã Vinh Quang", block: xa, level: commune, code: "02356", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02359, name: "Xã Tri Phú", block: xa, level: commune, code: "02359", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02362, name: "Xã Nhân Lý", block: xa, level: commune, code: "02362", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02365, name: "Xã Yên Nguyên", block: xa, level: commune, code: "02365", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02368, name: "Xã Linh Phú", block: xa, level: commune, code: "02368", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02371, name: "Xã Bình Nhân", block: xa, level: commune, code: "02371", parent: chiem-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Hàm Yên: 18
  - {id: xa-02374, name: "Thị trấn Tân Yên", block: xa, level: commune, code: "02374", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02377, name: "Xã Yên Thuận", block: xa, level: commune, code: "02377", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02380, name: "Xã Bạch Xa", block: xa, level: commune, code: "02380", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02383, name: "Xã Minh Khương", block: xa, level: commune, code: "02383", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02386, name: "Xã Yên Lâm", block: xa, level: commune, code: "02386", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02389, name: "Xã Minh Dân", block: xa, level: commune, code: "02389", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02392, name: "Xã Phù Lưu", block: xa, level: commune, code: "02392", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02395, name: "Xã Minh Hương", block: xa, level: commune, code: "02395", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02398, name: "Xã Yên Phú", block: xa, level: commune, code: "02398", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02401, name: "Xã Tân Thành", block: xa, level: commune, code: "02401", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02404, name: "Xã Bình Xa", block: xa, level: commune, code: "02404", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02407, name: "Xã Thái Sơn", block: xa, level: commune, code: "02407", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02410, name: "Xã Nhân Mục", block: xa, level: commune, code: "02410", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02413, name: "Xã Thành Long", block: xa, level: commune, code: "02413", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02416, name: "Xã Bằng Cốc", block: xa, level: commune, code: "02416", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02419, name: "Xã Thái Hòa", block: xa, level: commune, code: "02419", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02422, name: "Xã Đức Ninh", block: xa, level: commune, code: "02422", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02425, name: "Xã Hùng Đức", block: xa, level: commune, code: "02425", parent: ham-yen, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Yên Sơn: 28
  - {id: xa-02431, name: "Xã Quí Quân", block: xa, level: commune, code: "02431", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02434, name: "Xã Lực Hành", block: xa, level: commune, code: "02434", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02437, name: "Xã Kiến Thiết", block: xa, level: commune, code: "02437", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02440, name: "Xã Trung Minh", block: xa, level: commune, code: "02440", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02443, name: "Xã Chiêu Yên", block: xa, level: commune, code: "02443", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02446, name: "Xã Trung Trực", block: xa, level: commune, code: "02446", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02449, name: "Xã Xuân Vân", block: xa, level: commune, code: "02449", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02452, name: "Xã Phúc Ninh", block: xa, level: commune, code: "02452", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02455, name: "Xã Hùng Lợi", block: xa, level: commune, code: "02455", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02458, name: "Xã Trung Sơn", block: xa, level: commune, code: "02458", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02461, name: "Xã Tân Tiến", block: xa, level: commune, code: "02461", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02464, name: "Xã Tứ Quận", block: xa, level: commune, code: "02464", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02467, name: "Xã Đạo Viện", block: xa, level: commune, code: "02467", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02470, name: "Xã Tân Long", block: xa, level: commune, code: "02470", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02473, name: "Thị trấn Yên Sơn", block: xa, level: commune, code: "02473", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02476, name: "Xã Kim Quan", block: xa, level: commune, code: "02476", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02479, name: "Xã Lang Quán", block: xa, level: commune, code: "02479", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02482, name: "Xã Phú Thịnh", block: xa, level: commune, code: "02482", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02485, name: "Xã Công Đa", block: xa, level: commune, code: "02485", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02488, name: "Xã Trung Môn", block: xa, level: commune, code: "02488", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02491, name: "Xã Chân Sơn", block: xa, level: commune, code: "02491", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02494, name: "Xã Thái Bình", block: xa, level: commune, code: "02494", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02500, name: "Xã Tiến Bộ", block: xa, level: commune, code: "02500", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02506, name: "Xã Mỹ Bằng", block: xa, level: commune, code: "02506", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02518, name: "Xã Hoàng Khai", block: xa, level: commune, code: "02518", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02527, name: "Xã Nhữ Hán", block: xa, level: commune, code: "02527", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02530, name: "Xã Nhữ Khê", block: xa, level: commune, code: "02530", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02533, name: "Xã Đội Bình", block: xa, level: commune, code: "02533", parent: yen-son, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Sơn Dương: 31
  - {id: xa-02536, name: "Thị trấn Sơn Dương", block: xa, level: commune, code: "02536", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02539, name: "Xã Trung Yên", block: xa, level: commune, code: "02539", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02542, name: "Xã Minh Thanh", block: xa, level: commune, code: "02542", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02545, name: "Xã Tân Trào", block: xa, level: commune, code: "02545", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02548, name: "Xã Vĩnh Lợi", block: xa, level: commune, code: "02548", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02551, name: "Xã Thượng Ấm", block: xa, level: commune, code: "02551", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02554, name: "Xã Bình Yên", block: xa, level: commune, code: "02554", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02557, name: "Xã Lương Thiện", block: xa, level: commune, code: "02557", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02560, name: "Xã Tú Thịnh", block: xa, level: commune, code: "02560", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02563, name: "Xã Cấp Tiến", block: xa, level: commune, code: "02563", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02566, name: "Xã Hợp Thành", block: xa, level: commune, code: "02566", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02569, name: "Xã Phúc Ứng", block: xa, level: commune, code: "02569", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02572, name: "Xã Đông Thọ", block: xa, level: commune, code: "02572", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02575, name: "Xã Kháng Nhật", block: xa, level: commune, code: "02575", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02578, name: "Xã Hợp Hòa", block: xa, level: commune, code: "02578", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02584, name: "Xã Quyết Thắng", block: xa, level: commune, code: "02584", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02587, name: "Xã Đồng Quý", block: xa, level: commune, code: "02587", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02590, name: "Xã Tân Thanh", block: xa, level: commune, code: "02590", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02593, name: "Xã Vân Sơn", block: xa, level: commune, code: "02593", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02596, name: "Xã Văn Phú", block: xa, level: commune, code: "02596", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02599, name: "Xã Chi Thiết", block: xa, level: commune, code: "02599", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02602, name: "Xã Đông Lợi", block: xa, level: commune, code: "02602", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02605, name: "Xã Thiện Kế", block: xa, level: commune, code: "02605", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02608, name: "Xã Hồng Lạc", block: xa, level: commune, code: "02608", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02611, name: "Xã Phú Lương", block: xa, level: commune, code: "02611", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02614, name: "Xã Ninh Lai", block: xa, level: commune, code: "02614", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02617, name: "Xã Đại Phú", block: xa, level: commune, code: "02617", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02620, name: "Xã Sơn Nam", block: xa, level: commune, code: "02620", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02623, name: "Xã Hào Phú", block: xa, level: commune, code: "02623", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02626, name: "Xã Tam Đa", block: xa, level: commune, code: "02626", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-02632, name: "Xã Trường Sinh", block: xa, level: commune, code: "02632", parent: son-duong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

counters:
  # Codes c_… are the counters of the official forms and of the one-stop system; codes o_… are ours. All are whole numbers.
  # Codes and names are those of the Kon Tum campaign wherever the measure is the same. "Received" is the sum of the four
  # flows c_on_full + c_on_part + c_direct + c_post.
  - {code: c_on_full, name: {vi: "Hồ sơ tiếp nhận trực tuyến toàn trình", en: "Dossiers received online, full service"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_on_part, name: {vi: "Hồ sơ tiếp nhận trực tuyến một phần", en: "Dossiers received online, partial service"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_direct, name: {vi: "Hồ sơ tiếp nhận trực tiếp", en: "Dossiers received at the counter"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_post, name: {vi: "Hồ sơ tiếp nhận qua bưu chính công ích", en: "Dossiers received by the public postal service"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_late, name: {vi: "Hồ sơ đã giải quyết quá hạn", en: "Dossiers resolved late"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_open_over, name: {vi: "Hồ sơ đang giải quyết, đã quá hạn", en: "Open dossiers past the time limit, at the end of the period"}, combine: stock, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_late_apology, name: {vi: "Hồ sơ quá hạn đã có văn bản xin lỗi", en: "Late dossiers with a letter of apology"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_rate, name: {vi: "Lượt đánh giá", en: "Ratings given"}, combine: flow, unit: "lượt", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_rate_ok, name: {vi: "Lượt đánh giá hài lòng trở lên", en: "Ratings 'satisfied' or better"}, combine: flow, unit: "lượt", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: o_recorded, name: {vi: "Hồ sơ tiếp nhận trên phần mềm một cửa", en: "Dossiers recorded in the one-stop software"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], ours: true}
  - {code: o_tthc_due, name: {vi: "TTHC phải công khai", en: "Procedures to be made public"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_tthc_public, name: {vi: "TTHC được công khai đầy đủ, đúng hạn", en: "Procedures made public in full and in time"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_tthc, name: {vi: "TTHC thuộc thẩm quyền giải quyết", en: "Procedures within the competence of the unit"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_tthc_onestop, name: {vi: "TTHC tiếp nhận và trả kết quả tại bộ phận một cửa", en: "Those procedures taken in and returned at the one-stop unit"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_tthc_post, name: {vi: "TTHC đã triển khai qua bưu chính công ích", en: "Procedures open to the public postal service"}, combine: yearly, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_tthc_post_used, name: {vi: "TTHC có phát sinh hồ sơ qua bưu chính công ích", en: "Those procedures with dossiers sent by post"}, combine: yearly, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_days_norm, name: {vi: "Tổng thời gian giải quyết TTHC theo quy định", en: "Statutory handling time, sum over procedures"}, combine: yearly, unit: "ngày", levels: [department, district, commune], ours: true}
  - {code: o_days_applied, name: {vi: "Tổng thời gian giải quyết TTHC đang áp dụng", en: "Applied handling time, sum over procedures"}, combine: yearly, unit: "ngày", levels: [department, district, commune], ours: true}
  - {code: o_fields, name: {vi: "Lĩnh vực có TTHC thuộc thẩm quyền", en: "Fields in which the unit has procedures"}, combine: yearly, unit: "lĩnh vực", levels: [department, district, commune], ours: true}
  - {code: o_fields_cut, name: {vi: "Lĩnh vực đã cắt giảm từ 30% thời gian giải quyết", en: "Those fields in which the handling time is cut by 30% or more"}, combine: yearly, unit: "lĩnh vực", levels: [department, district, commune], ours: true}
  - {code: o_legal_issued, name: {vi: "Văn bản QPPL đã ban hành trong kỳ", en: "Legal documents issued in the period"}, combine: flow, unit: "văn bản", levels: [department, district, commune], ours: true}
  - {code: o_legal_public, name: {vi: "Văn bản QPPL được công khai kịp thời", en: "Legal documents published in time"}, combine: flow, unit: "văn bản", levels: [department, district, commune], ours: true}
  - {code: o_files, name: {vi: "Hồ sơ công việc (trừ bí mật nhà nước)", en: "Work files, state secrets excluded"}, combine: flow, unit: "hồ sơ công việc", levels: [department, district, commune], ours: true}
  - {code: o_files_online, name: {vi: "Hồ sơ công việc xử lý trên môi trường mạng", en: "Work files handled online"}, combine: flow, unit: "hồ sơ công việc", levels: [department, district, commune], ours: true}
  - {code: o_dvc_eligible, name: {vi: "TTHC đủ điều kiện cung cấp dịch vụ công trực tuyến mức độ 3, 4", en: "Procedures eligible for online service at level 3 or 4"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_dvc, name: {vi: "TTHC đang cung cấp dịch vụ công trực tuyến mức độ 3, 4", en: "Procedures offered online at level 3 or 4"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_dvc_integrated, name: {vi: "Dịch vụ công trực tuyến mức độ 3, 4 đã tích hợp Cổng DVCQG", en: "Those online services integrated with the national portal"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_dvc4, name: {vi: "Dịch vụ công trực tuyến mức độ 4", en: "Online services at level 4"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_iso_due, name: {vi: "Cơ quan thuộc diện áp dụng ISO 9001 (chính đơn vị: 1 hoặc 0)", en: "Agencies that have to apply ISO 9001 (the unit itself: 1 or 0)"}, combine: stock, unit: "cơ quan", levels: [department, district, commune], ours: true}
  - {code: o_iso, name: {vi: "Cơ quan đang duy trì áp dụng ISO 9001", en: "Agencies that keep applying ISO 9001"}, combine: stock, unit: "cơ quan", levels: [department, district, commune], ours: true}

identities:
  - {part: c_late_apology, whole: [c_late, c_open_over]}
  - {part: c_rate_ok, whole: [c_rate]}
  - {part: o_recorded, whole: [c_on_full, c_on_part, c_direct, c_post]}
  - {part: o_tthc_public, whole: [o_tthc_due]}
  - {part: o_tthc_onestop, whole: [o_tthc]}
  - {part: o_tthc_post_used, whole: [o_tthc_post]}
  - {part: o_days_applied, whole: [o_days_norm]}
  - {part: o_fields_cut, whole: [o_fields]}
  - {part: o_legal_public, whole: [o_legal_issued]}
  - {part: o_files_online, whole: [o_files]}
  - {part: o_dvc, whole: [o_dvc_eligible]}
  - {part: o_dvc_integrated, whole: [o_dvc]}
  - {part: o_dvc4, whole: [o_dvc]}
  - {part: o_iso, whole: [o_iso_due]}

fields:
  - {code: TC, name: {vi: "Cải cách thể chế", en: "Institutional reform"}}
  - {code: TT, name: {vi: "Cải cách thủ tục hành chính", en: "Administrative procedures"}}
  - {code: DT, name: {vi: "Xây dựng nền hành chính chuyên nghiệp, hiện đại", en: "A professional, modern administration"}}

# Four criteria are scored, 25 points each, in proportion to the target of the plan. Equal points and the proportion are ours
# (decision 12). Online dossiers are scored from 2021 on, because the target of 2020 is in conflict: in 2020 three remain.
criteria:
  - code: TT-04
    name: {vi: "Tỷ lệ TTHC được công khai đầy đủ, đúng hạn", en: "Procedures made public in full and in time"}
    field: TT
    points: 25
    metric: {ratio: [o_tthc_public, o_tthc_due]}
    scoring: {kind: PROP, target: 100}
    levels: [department, district, commune]
    source: {document: "001", quote: "100% TTHC thuộc thẩm quyền giải quyết của địa phương được công bố, công khai đảm bảo kịp thời, đúng quy định"}

  - code: TT-06
    name: {vi: "Tỷ lệ hồ sơ tiếp nhận trên phần mềm một cửa", en: "Dossiers recorded in the one-stop software"}
    field: TT
    points: 25
    metric: {ratio: [o_recorded, "c_on_full + c_on_part + c_direct + c_post"]}
    scoring: {kind: PROP, target: 100}
    levels: [department, district, commune]
    source: {document: "001", quote: "100% TTHC, hồ sơ TTHC được tiếp nhận và giải quyết theo cơ chế một cửa, một cửa liên thông tại Bộ phận tiếp nhận và trả kết quả của các cơ quan, đơn vị, trên Hệ thống thông tin một cửa điện tử của tỉnh"}

  # 2020: "sự phục vụ hành chính"; from 2021: "giải quyết thủ tục hành chính". The measure narrows, the years do not compare.
  - code: TT-09
    name: {vi: "Mức độ hài lòng về giải quyết TTHC", en: "Satisfaction with the handling of procedures"}
    field: TT
    points: 25
    metric: {ratio: [c_rate_ok, c_rate]}
    scoring: {kind: PROP, target: {2020: 80, 2021: 90}}
    new-definition: [2021]
    levels: [department, district, commune]
    source: {document: "001", quote: "Mức độ hài lòng của người dân và doanh nghiệp về giải quyết thủ tục hành chính đạt từ 90% trở lên"}

  # The same measure as DT-01 below, which is followed in every year.
  - code: DT-01S
    name: {vi: "Tỷ lệ hồ sơ trực tuyến, chấm điểm từ năm 2021", en: "Dossiers received online, scored from 2021"}
    field: DT
    points: 25
    metric: {ratio: ["c_on_full + c_on_part", "c_on_full + c_on_part + c_direct + c_post"]}
    scoring: {kind: PROP, target: 50}
    window: [2021, 2025]
    levels: [department, district, commune]
    source: {document: "001", quote: "Phấn đấu tỷ lệ hồ sơ giải quyết theo dịch vụ công trực tuyến mức độ 3, 4 trên tổng số hồ sơ đạt từ 50% trở lên"}

  # Followed: no points.
  - code: TC-02
    name: {vi: "Tỷ lệ văn bản QPPL được công khai kịp thời", en: "Legal documents published in time"}
    field: TC
    metric: {ratio: [o_legal_public, o_legal_issued]}
    levels: [department, district, commune]
    source: {document: "001", quote: "Công khai, minh bạch đầy đủ, chính xác, kịp thời 100% văn bản quy phạm pháp luật do chính quyền địa phương ban hành"}

  # In one month the part never exceeds the whole (identity); over a year it can, because a dossier that stays overdue for
  # months is counted with its letter in each: may-exceed.
  - code: TT-03
    name: {vi: "Tỷ lệ hồ sơ quá hạn có văn bản xin lỗi", en: "Late dossiers with a letter of apology"}
    field: TT
    metric: {ratio: [c_late_apology, "c_late + c_open_over"]}
    may-exceed: true
    levels: [department, district, commune]
    source: {document: "001", quote: "thực hiện nghiêm túc việc xin lỗi người dân, tổ chức khi để xảy ra trễ hẹn"}

  - code: TT-10
    name: {vi: "Tỷ lệ hồ sơ qua bưu chính công ích", en: "Dossiers sent by the public postal service"}
    field: TT
    metric: {ratio: [c_post, "c_on_full + c_on_part + c_direct + c_post"]}
    levels: [department, district, commune]
    source: {document: "001", quote: "tỷ lệ hồ sơ được tiếp nhận, trả kết quả giải quyết TTHC qua dịch vụ bưu chính công ích đạt từ 10% trở lên"}

  - code: TT-12
    name: {vi: "Tỷ lệ TTHC tiếp nhận và trả kết quả tại bộ phận một cửa", en: "Procedures taken in and returned at the one-stop unit"}
    field: TT
    metric: {ratio: [o_tthc_onestop, o_tthc]}
    levels: [department, district, commune]
    source: {document: "001", quote: "100% TTHC, hồ sơ TTHC được tiếp nhận và giải quyết theo cơ chế một cửa, một cửa liên thông tại Bộ phận tiếp nhận và trả kết quả của các cơ quan, đơn vị, trên Hệ thống thông tin một cửa điện tử của tỉnh"}

  # A ratio of sums over procedures; the cut against the norm is 100 less this value.
  - code: TT-13
    name: {vi: "Thời gian giải quyết TTHC đang áp dụng so với quy định", en: "Handling time applied against the statutory time"}
    field: TT
    direction: lower
    metric: {ratio: [o_days_applied, o_days_norm]}
    levels: [department, district, commune]
    source: {document: "001", quote: "Quyết liệt thực hiện cắt giảm tối thiểu 30% thời gian giải quyết TTHC ở tất cả các lĩnh vực"}

  # Another measure than TT-10: procedures that are used by post, not dossiers sent by post.
  - code: TT-14
    name: {vi: "Tỷ lệ TTHC có phát sinh hồ sơ qua bưu chính công ích", en: "Procedures with dossiers sent by post"}
    field: TT
    metric: {ratio: [o_tthc_post_used, o_tthc_post]}
    levels: [department, district, commune]
    source: {document: "001", quote: "Tỷ lệ thủ tục hành chính đã triển khai có phát sinh hồ sơ tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích đạt từ 50% số thủ tục hành chính trở lên"}

  # "Ở tất cả các lĩnh vực": a unit may cut 30% in all and not in each of its fields.
  - code: TT-15
    name: {vi: "Tỷ lệ lĩnh vực cắt giảm từ 30% thời gian giải quyết", en: "Fields with handling time cut by 30% or more"}
    field: TT
    metric: {ratio: [o_fields_cut, o_fields]}
    levels: [department, district, commune]
    source: {document: "001", quote: "Quyết liệt thực hiện cắt giảm tối thiểu 30% thời gian giải quyết TTHC ở tất cả các lĩnh vực"}

  - code: DT-01
    name: {vi: "Tỷ lệ hồ sơ trực tuyến (toàn trình và một phần)", en: "Dossiers received online (full and partial)"}
    field: DT
    metric: {ratio: ["c_on_full + c_on_part", "c_on_full + c_on_part + c_direct + c_post"]}
    levels: [department, district, commune]
    source: {document: "001", quote: "Tỷ lệ hồ sơ giải quyết trực tuyến trên tổng số hồ sơ giải quyết TTHC của tỉnh đạt từ 20% trở lên"}

  - code: DT-07
    name: {vi: "Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng", en: "Work files handled online"}
    field: DT
    metric: {ratio: [o_files_online, o_files]}
    levels: [department, district, commune]
    source: {document: "001", quote: "được xử lý trên môi trường mạng (không bao gồm hồ sơ xử lý công việc có nội dung mật)"}

  - code: DT-11
    name: {vi: "Tỷ lệ TTHC đủ điều kiện được cung cấp dịch vụ công trực tuyến", en: "Eligible procedures offered online"}
    field: DT
    metric: {ratio: [o_dvc, o_dvc_eligible]}
    levels: [department, district, commune]
    source: {document: "001", quote: "80% TTHC đáp ứng yêu cầu được triển khai dịch vụ công trực tuyến mức độ 3, 4"}

  - code: DT-13
    name: {vi: "Tỷ lệ dịch vụ công trực tuyến ở mức độ 4", en: "Online services at level 4"}
    field: DT
    metric: {ratio: [o_dvc4, o_dvc]}
    levels: [department, district, commune]
    source: {document: "001", quote: "năm 2020 đạt tối thiểu 30% dịch vụ công trực tuyến thực hiện ở mức độ 4"}

  - code: DT-14
    name: {vi: "Tỷ lệ dịch vụ công trực tuyến tích hợp trên Cổng DVCQG", en: "Online services integrated with the national portal"}
    field: DT
    metric: {ratio: [o_dvc_integrated, o_dvc]}
    levels: [department, district, commune]
    source: {document: "001", quote: "tích hợp 30% các dịch vụ công trực tuyến mức độ 3, 4 của tỉnh với Cổng Dịch vụ công quốc gia"}

  - code: DT-15
    name: {vi: "Tỷ lệ cơ quan duy trì áp dụng ISO 9001", en: "Agencies that keep applying ISO 9001"}
    field: DT
    metric: {ratio: [o_iso, o_iso_due]}
    levels: [department, district, commune]
    source: {document: "001", quote: "Tiếp tục duy trì áp dụng Hệ thống quản lý chất lượng tiêu chuẩn ISO 9001 trong hoạt động các cơ quan hành chính nhà nước trên địa bàn tỉnh Tuyên Quang"}

# The plan wants better indices without a number: no rule looks at them. They are kept because people ask for them.
indices:
  - code: PAR_INDEX
    name: {vi: "Chỉ số cải cách hành chính (PAR INDEX)", en: "Public administration reform index (PAR INDEX)"}
    decimals: 2
    ranks: all
    series:
      # 2020 by subtraction in the article on 2021: 86.57 − 2.76 and 34 + 1.
      - {year: 2020, score: 83.81, score-basis: derived, rank: 35, rank-basis: derived, of: 63, source: "Sở Ngoại vụ Tuyên Quang, cải cách hành chính: nhìn từ các chỉ số"}
      - {year: 2021, score: 86.57, rank: 34, of: 63, published-on: 2022-05-25, source: "Sở Ngoại vụ Tuyên Quang, cải cách hành chính: nhìn từ các chỉ số"}

  - code: PAPI
    name: {vi: "Chỉ số Hiệu quả quản trị và Hành chính công cấp tỉnh (PAPI)", en: "Provincial governance and public administration performance index (PAPI)"}
    # The report prints groups, not places.
    decimals: 4
    ranks: none
    series:
      - {year: 2020, score: 44.396, score-basis: summed, rank: 12, rank-basis: computed, of: 63, published-on: 2021-04-14, source: "Đài PT-TH Tuyên Quang, 4/2021"}

  - code: PCI
    name: {vi: "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)", en: "Provincial competitiveness index (PCI)"}
    decimals: 2
    bands: ["Rất tốt", "Tốt", "Khá", "Trung bình", "Tương đối thấp", "Thấp"]
    ranks: {first: 30, from: 2023}
    series:
      - {year: 2015, score: 56.81, rank: 48, of: 63, band: "Trung bình", source: "pcivietnam.vn, bảng tổng hợp 2015"}
      - {year: 2016, score: 57.43, rank: 45, of: 63, band: "Khá", source: "pcivietnam.vn, bảng tổng hợp 2016"}
      - {year: 2020, score: 63.46, rank: 31, of: 63, source: "pcivietnam.vn, bảng xếp hạng 2020"}

rules:
  # II. MỤC TIÊU
  - id: 001-01
    kind: THRESHOLD
    title: {vi: "100% TTHC được công bố, công khai kịp thời", en: "100% of procedures made public in time"}
    of: {criterion: TT-04}
    level: [department, district, commune]
    equal: 100
    window: 2020
    source: {document: "001", quote: "100% TTHC thuộc thẩm quyền giải quyết của địa phương được công bố, công khai đảm bảo kịp thời, đúng quy định"}

  # "100% TTHC, hồ sơ TTHC": two denominators, procedures and dossiers.
  - id: 001-02a
    kind: THRESHOLD
    title: {vi: "100% TTHC tại bộ phận một cửa", en: "100% of procedures at the one-stop units"}
    of: {criterion: TT-12}
    level: [department, district, commune]
    equal: 100
    window: 2020
    source: {document: "001", quote: "100% TTHC, hồ sơ TTHC được tiếp nhận và giải quyết theo cơ chế một cửa, một cửa liên thông tại Bộ phận tiếp nhận và trả kết quả của các cơ quan, đơn vị, trên Hệ thống thông tin một cửa điện tử của tỉnh"}

  - id: 001-02b
    kind: THRESHOLD
    title: {vi: "100% hồ sơ trên hệ thống một cửa điện tử", en: "100% of dossiers in the one-stop system"}
    of: {criterion: TT-06}
    level: [department, district, commune]
    equal: 100
    window: 2020
    source: {document: "001", quote: "100% TTHC, hồ sơ TTHC được tiếp nhận và giải quyết theo cơ chế một cửa, một cửa liên thông tại Bộ phận tiếp nhận và trả kết quả của các cơ quan, đơn vị, trên Hệ thống thông tin một cửa điện tử của tỉnh"}

  - id: 001-03
    kind: SCHEDULE
    title: {vi: "Hài lòng từ 80% (2020), từ 90% (2021-2025)", en: "Satisfaction: 80% in 2020, 90% from 2021"}
    of: {criterion: TT-09}
    level: [province]
    at-least: {2020: 80, "2021..2025": 90}
    window: [2020, 2025]
    source: {document: "001", quote: "Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ hành chính trên địa bàn tỉnh đạt từ 80% trở lên"}
    note: "Giai đoạn 2021-2025: “Mức độ hài lòng của người dân và doanh nghiệp về giải quyết thủ tục hành chính đạt từ 90% trở lên”; phạm vi hẹp hơn năm 2020."

  # One sentence, three levels; the sentence of 2021–2025 names 90, 80 and 60.
  - id: 001-04a
    kind: SCHEDULE
    title: {vi: "Hồ sơ công việc cấp tỉnh trên mạng: 80%, từ 2021 là 90%", en: "Work files online, province: 80%, from 2021 90%"}
    of: {criterion: DT-07}
    level: [department]
    at-least: {2020: 80, "2021..2025": 90}
    window: [2020, 2025]
    source: {document: "001", quote: "Tối thiểu 80% hồ sơ công việc tại cấp tỉnh, 60% hồ sơ công việc tại cấp huyện và 30% hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng"}

  - id: 001-04b
    kind: SCHEDULE
    title: {vi: "Hồ sơ công việc cấp huyện trên mạng: 60%, từ 2021 là 80%", en: "Work files online, districts: 60%, from 2021 80%"}
    of: {criterion: DT-07}
    level: [district]
    at-least: {2020: 60, "2021..2025": 80}
    window: [2020, 2025]
    source: {document: "001", quote: "Tối thiểu 80% hồ sơ công việc tại cấp tỉnh, 60% hồ sơ công việc tại cấp huyện và 30% hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng"}

  - id: 001-04c
    kind: SCHEDULE
    title: {vi: "Hồ sơ công việc cấp xã trên mạng: 30%, từ 2021 là 60%", en: "Work files online, communes: 30%, from 2021 60%"}
    of: {criterion: DT-07}
    level: [commune]
    at-least: {2020: 30, "2021..2025": 60}
    window: [2020, 2025]
    source: {document: "001", quote: "Tối thiểu 80% hồ sơ công việc tại cấp tỉnh, 60% hồ sơ công việc tại cấp huyện và 30% hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng"}

  # The body says 20, the annex (VI.6) says 30 for the same year: not decided.
  - id: 001-05
    kind: SCHEDULE
    title: {vi: "Hồ sơ trực tuyến: 20% hay 30% (2020), 50% (2021-2025)", en: "Dossiers online: 20% or 30% in 2020, 50% from 2021"}
    of: {criterion: DT-01}
    level: [province]
    at-least: {2020: {conflict: [20, 30]}, "2021..2025": 50}
    window: [2020, 2025]
    source: {document: "001", quote: "Tỷ lệ hồ sơ giải quyết trực tuyến trên tổng số hồ sơ giải quyết TTHC của tỉnh đạt từ 20% trở lên"}
    note: "Phụ lục, mục VI.6: “bảo đảm năm 2020 đạt 30%, đến năm 2025 đạt 50% hồ sơ TTHC được giải quyết trên môi trường mạng”. Hai con số khác nhau cho cùng năm 2020; chờ cơ quan ban hành quyết định."

  - id: 001-06
    kind: SCHEDULE
    title: {vi: "Tích hợp Cổng DVCQG: 30% (2020), 50% (2021-2025)", en: "Services on the national portal: 30% in 2020, 50% from 2021"}
    of: {criterion: DT-14}
    level: [province]
    at-least: {2020: 30, "2021..2025": 50}
    window: [2020, 2025]
    source: {document: "001", quote: "tích hợp 30% các dịch vụ công trực tuyến mức độ 3, 4 của tỉnh với Cổng Dịch vụ công quốc gia"}
    note: "Giai đoạn 2021-2025: “Tích hợp 50% các dịch vụ công trực tuyến mức độ 3, 4 với Cổng Dịch vụ công quốc gia”."

  # 2020 counts dossiers, 2021–2025 counts procedures: two measures, not one schedule.
  - id: 001-07a
    kind: THRESHOLD
    title: {vi: "Từ 10% hồ sơ qua bưu chính công ích", en: "10% of dossiers by post"}
    of: {criterion: TT-10}
    level: [province]
    at-least: 10
    window: 2020
    source: {document: "001", quote: "tỷ lệ hồ sơ được tiếp nhận, trả kết quả giải quyết TTHC qua dịch vụ bưu chính công ích đạt từ 10% trở lên"}

  - id: 001-07b
    kind: THRESHOLD
    title: {vi: "Từ 50% TTHC có phát sinh hồ sơ qua bưu chính", en: "50% of procedures used by post"}
    of: {criterion: TT-14}
    level: [province]
    at-least: 50
    window: [2021, 2025]
    source: {document: "001", quote: "Tỷ lệ thủ tục hành chính đã triển khai có phát sinh hồ sơ tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích đạt từ 50% số thủ tục hành chính trở lên"}

  - id: 001-08a
    kind: MAINTAIN
    title: {vi: "Duy trì 100% TTHC tại bộ phận một cửa", en: "Keep 100% of procedures at the one-stop units"}
    of: {criterion: TT-12}
    level: [department, district, commune]
    rule: {kind: THRESHOLD, equal: 100}
    window: [2021, 2025]
    source: {document: "001", quote: "Tiếp tục duy trì và phấn đấu 100% TTHC, hồ sơ TTHC được tiếp nhận và giải quyết theo cơ chế một cửa, một cửa liên thông"}

  - id: 001-08b
    kind: MAINTAIN
    title: {vi: "Duy trì 100% hồ sơ trên hệ thống một cửa điện tử", en: "Keep 100% of dossiers in the one-stop system"}
    of: {criterion: TT-06}
    level: [department, district, commune]
    rule: {kind: THRESHOLD, equal: 100}
    window: [2021, 2025]
    source: {document: "001", quote: "Tiếp tục duy trì và phấn đấu 100% TTHC, hồ sơ TTHC được tiếp nhận và giải quyết theo cơ chế một cửa, một cửa liên thông"}

  - id: 001-08c
    kind: CADENCE
    title: {vi: "Công khai kết quả đánh giá việc giải quyết TTHC", en: "Results of evaluation made public"}
    who: all
    level: [department, district, commune]
    every: unspecified
    window: [2021, 2025]
    source: {document: "001", quote: "thực hiện công khai kết quả đánh giá việc giải quyết TTHC"}

  - id: 001-09
    kind: THRESHOLD
    title: {vi: "80% TTHC đáp ứng yêu cầu ở mức độ 3, 4", en: "80% of eligible procedures online at level 3 or 4"}
    of: {criterion: DT-11}
    level: [department, district, commune]
    at-least: 80
    window: [2021, 2025]
    source: {document: "001", quote: "80% TTHC đáp ứng yêu cầu được triển khai dịch vụ công trực tuyến mức độ 3, 4"}
    note: "Phụ lục III.3 ghi thời gian 2020-2025."

  - id: 001-10
    kind: THRESHOLD
    title: {vi: "Tối thiểu 30% dịch vụ công trực tuyến ở mức độ 4", en: "At least 30% of online services at level 4"}
    of: {criterion: DT-13}
    level: [department, district, commune]
    at-least: 30
    window: 2020
    source: {document: "001", quote: "năm 2020 đạt tối thiểu 30% dịch vụ công trực tuyến thực hiện ở mức độ 4"}

  # "Ở tất cả các lĩnh vực": for every unit by itself (a department is a field), and inside each unit for each of its fields.
  - id: 001-11a
    kind: REDUCTION
    title: {vi: "Cắt giảm tối thiểu 30% thời gian, từng đơn vị", en: "Handling time cut by at least 30%, every unit"}
    of: {criterion: TT-13}
    level: [department, district, commune]
    taken: each
    by: 30
    against: norm
    source: {document: "001", quote: "Quyết liệt thực hiện cắt giảm tối thiểu 30% thời gian giải quyết TTHC ở tất cả các lĩnh vực"}

  - id: 001-11b
    kind: THRESHOLD
    title: {vi: "Cắt giảm tối thiểu 30% ở tất cả các lĩnh vực", en: "Handling time cut by at least 30% in every field"}
    of: {criterion: TT-15}
    level: [department, district, commune]
    equal: 100
    source: {document: "001", quote: "Quyết liệt thực hiện cắt giảm tối thiểu 30% thời gian giải quyết TTHC ở tất cả các lĩnh vực"}
    note: "Mọi lĩnh vực của mọi đơn vị đều đạt từ 30%."

  # 100% is implied: every late dossier. Over a year the share may exceed 100 (see TT-03).
  - id: 001-12
    kind: THRESHOLD
    title: {vi: "Xin lỗi khi để xảy ra trễ hẹn", en: "An apology for every late dossier"}
    of: {criterion: TT-03}
    level: [department, district, commune]
    at-least: 100
    source: {document: "001", quote: "thực hiện nghiêm túc việc xin lỗi người dân, tổ chức khi để xảy ra trễ hẹn"}

  - id: 001-13
    kind: CHECKLIST
    title: {vi: "Gắn kết quả khảo sát hài lòng với đánh giá, xếp loại hằng năm", en: "Survey results count in the yearly grading"}
    who: all
    level: [department, district, commune]
    items:
      - {id: nguoi-dung-dau, name: "Người đứng đầu"}
      - {id: can-bo-mot-cua, name: "Cán bộ, công chức, viên chức tại Bộ phận tiếp nhận và trả kết quả"}
    mode: all
    yearly: true
    source: {document: "001", quote: "gắn kết quả khảo sát sự hài lòng của người dân, tổ chức về sự phục vụ hành chính là một trong những tiêu chí để đánh giá, xếp loại hằng năm của người đứng đầu, cán bộ, công chức, viên chức làm việc tại Bộ phận tiếp nhận và trả kết quả"}

  - id: 001-14
    kind: MAINTAIN
    title: {vi: "Duy trì áp dụng ISO 9001", en: "Keep applying ISO 9001"}
    of: {criterion: DT-15}
    level: [department, district, commune]
    rule: {kind: THRESHOLD, equal: 100}
    source: {document: "001", quote: "Tiếp tục duy trì áp dụng Hệ thống quản lý chất lượng tiêu chuẩn ISO 9001 trong hoạt động các cơ quan hành chính nhà nước trên địa bàn tỉnh Tuyên Quang đảm bảo hiệu quả"}

  - id: 001-15a
    kind: CADENCE
    title: {vi: "Kế hoạch cụ thể của cơ quan, đơn vị", en: "A plan of every unit"}
    who: {levels: [department, district]}
    level: [department, district]
    every: year
    source: {document: "001", quote: "Xây dựng kế hoạch cụ thể và tổ chức triển khai thực hiện có hiệu quả Kế hoạch này tại cơ quan, đơn vị"}

  - id: 001-15b
    kind: CADENCE
    title: {vi: "Hằng năm bố trí nguồn lực, kinh phí", en: "Resources and budget every year"}
    who: {levels: [department, district]}
    level: [department, district]
    every: year
    source: {document: "001", quote: "Hằng năm, bố trí nguồn lực cho công tác cải cách hành chính, kinh phí mua trang thiết bị"}

  # "Theo quy định": the interval stands in another text.
  - id: 001-16
    kind: CADENCE
    title: {vi: "Định kỳ báo cáo UBND tỉnh qua Sở Nội vụ", en: "Periodic reports to the province"}
    who: {levels: [department, district]}
    level: [department, district]
    every: unspecified
    source: {document: "001", quote: "Định kỳ tổng hợp kết quả thực hiện, báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ tổng hợp) theo quy định"}

  # "Hằng tuần, tháng": an item every week, and every month.
  - id: 001-17a
    kind: CADENCE
    title: {vi: "Tin, bài, chuyên mục hằng tuần", en: "Items in the media every week"}
    who: [dai-pt-th, bao-tuyen-quang]
    every: week
    source: {document: "001", quote: "Định kỳ hằng tuần, tháng đăng tin, bài; phát sóng chuyên trang, chuyên mục về cải cách hành chính"}

  - id: 001-17b
    kind: CADENCE
    title: {vi: "Tin, bài, chuyên mục hằng tháng", en: "Items in the media every month"}
    who: [dai-pt-th, bao-tuyen-quang]
    every: month
    source: {document: "001", quote: "Định kỳ hằng tuần, tháng đăng tin, bài; phát sóng chuyên trang, chuyên mục về cải cách hành chính"}

  # PHỤ LỤC. I. Công tác chỉ đạo, điều hành
  - id: 001-I.1
    kind: TASK
    title: {vi: "Tổng kết Chương trình CCHC 2011-2020", en: "Final review of the programme 2011–2020"}
    who: [so-noi-vu]
    with: [so-tu-phap, so-tai-chinh, so-khoa-hoc-cong-nghe, so-thong-tin-truyen-thong, van-phong-ubnd]
    with-text: "các cơ quan liên quan"
    product: "Báo cáo tổng kết"
    start: 2020
    due-by: 2020
    recurs: once
    source: {document: "001", quote: "Tổng kết thực hiện Chương trình tổng thể cải cách hành chính nhà nước trên địa bàn tỉnh Tuyên Quang giai đoạn 2011-2020"}

  - id: 001-I.2
    kind: TASK
    title: {vi: "Tham mưu Chỉ thị của Ban Thường vụ Tỉnh ủy", en: "Draft the directive of the Standing Committee"}
    who: [so-noi-vu]
    with-text: "Các cơ quan liên quan"
    product: "Chỉ thị của Ban Thường vụ Tỉnh ủy"
    start: 2020
    due-by: 2020
    recurs: once
    source: {document: "001", quote: "Tham mưu ban hành Chỉ thị của Ban Thường vụ Tỉnh ủy về “Tăng cường công tác lãnh đạo, chỉ đạo nâng cao hiệu quả công tác cải cách hành chính, trọng tâm là cải cách thủ tục hành chính, giai đoạn 2020-2025”"}

  - id: 001-I.3
    kind: TASK
    title: {vi: "Đề án xác định Chỉ số CCHC; tự đánh giá Chỉ số CCHC tỉnh", en: "Scheme of the unit index; self-scoring of the province"}
    who: [so-noi-vu]
    with-text: "Các cơ quan liên quan"
    product: "Đề án; báo cáo tự đánh giá, chấm điểm"
    recurs: yearly
    source: {document: "001", quote: "Xây dựng Đề án xác định Chỉ số cải cách hành chính của các cơ quan chuyên môn, cơ quan quản lý nhà nước thuộc UBND tỉnh; UBND huyện, thành phố trên địa bàn tỉnh và tổ chức tự đánh giá, chấm điểm xác định chỉ số cải cách hành chính tỉnh Tuyên Quang"}

  - id: 001-I.4
    kind: TASK
    title: {vi: "Phần mềm chấm điểm, đánh giá, xếp loại hàng năm", en: "Software for yearly scoring and grading"}
    who: [so-noi-vu]
    with: [so-thong-tin-truyen-thong]
    with-text: "Các cơ quan liên quan"
    product: "Phần mềm được đưa vào sử dụng"
    start: 2020
    due-by: 2020
    recurs: once
    source: {document: "001", quote: "Tham mưu với Ủy ban nhân dân tỉnh xây dựng và triển khai Phần mềm chấm điểm đánh giá, xếp loại chất lượng hàng năm đối với các cơ quan, đơn vị thuộc và trực thuộc UBND tỉnh; các tổ chức Hội cấp tỉnh được giao số lượng người làm việc; UBND huyện, thành phố"}

  - id: 001-I.5
    kind: TASK
    title: {vi: "Bộ tiêu chí, chấm điểm Chỉ số CCHC cấp xã", en: "Criteria and scoring of communes"}
    who: {levels: [district]}
    with: [so-noi-vu, {levels: [commune]}]
    with-text: "Các cơ quan liên quan"
    product: "Bộ tiêu chí; kết quả chấm điểm cấp xã"
    start: 2021
    due-by: 2021
    recurs: once
    source: {document: "001", quote: "Ban hành Bộ tiêu chí và tổ chức đánh giá, chấm điểm xác định Chỉ số cải cách hành chính đối với Ủy ban nhân dân cấp xã trên địa bàn quản lý"}

  - id: 001-I.6
    kind: TASK
    title: {vi: "Thông tin, tuyên truyền về cải cách hành chính", en: "Publicity"}
    who: [so-thong-tin-truyen-thong, dai-pt-th, bao-tuyen-quang, {levels: [department, district, commune]}]
    with-text: "Các cơ quan liên quan"
    product: "Tin, bài, hình thức tuyên truyền trong năm"
    recurs: continuous
    source: {document: "001", quote: "Thông tin, tuyên truyền về cải cách hành chính, làm tốt chức năng giám sát, phản ánh của báo chí đối với các cơ quan hành chính và cán bộ, công chức, viên chức"}

  - id: 001-I.7
    kind: TASK
    title: {vi: "Kiểm tra công tác cải cách hành chính", en: "Inspection of the reform"}
    who: [doan-kiem-tra]
    with: [so-noi-vu, {levels: [department, district]}]
    with-text: "Các cơ quan liên quan"
    product: "Kết luận kiểm tra; báo cáo khắc phục sau kiểm tra"
    recurs: yearly
    source: {document: "001", quote: "Tổ chức kiểm tra công tác cải cách hành chính, trọng tâm là cải cách TTHC; khắc phục những tồn tại, hạn chế trong công tác kiểm tra cải cách hành chính sau kiểm tra"}

  - id: 001-I.8
    kind: TASK
    title: {vi: "Kế hoạch CCHC và kế hoạch tuyên truyền hằng năm", en: "Yearly plans of reform and of publicity"}
    who: [so-noi-vu]
    with-text: "Các cơ quan liên quan"
    product: "Kế hoạch cải cách hành chính; kế hoạch tuyên truyền"
    recurs: yearly
    source: {document: "001", quote: "Xây dựng và tổ chức thực hiện kế hoạch cải cách hành chính, kế hoạch tuyên truyền cải cách hành chính tỉnh Tuyên Quang hằng năm"}

  - id: 001-I.9
    kind: TASK
    title: {vi: "Khảo sát sự hài lòng", en: "Satisfaction survey"}
    who: [so-noi-vu]
    with: {levels: [department, district]}
    product: "Báo cáo kết quả khảo sát"
    recurs: yearly
    source: {document: "001", quote: "Khảo sát sự hài lòng của người dân, tổ chức đối với sự phục vụ hành chính của cơ quan hành chính nhà nước"}

  - id: 001-I.10
    kind: TASK
    title: {vi: "Giám sát thái độ phục vụ, khảo sát của Mặt trận Tổ quốc", en: "Supervision and survey by the Fatherland Front"}
    who: [mttq-tinh]
    with: [so-noi-vu]
    with-text: "Các cơ quan liên quan"
    product: "Báo cáo giám sát, khảo sát"
    recurs: yearly
    source: {document: "001", quote: "Giám sát tinh thần trách nhiệm, thái độ giao tiếp, ứng xử của cán bộ, công chức, viên chức trong quá trình giải quyết công việc cho tổ chức, cá nhân và khảo sát sự hài lòng của người dân, doanh nghiệp đối với cơ quan hành chính nhà nước các cấp trên địa bàn tỉnh"}

  # II. Cải cách thể chế
  - id: 001-II.1
    kind: TASK
    title: {vi: "Thẩm định dự thảo văn bản QPPL", en: "Appraisal of legal drafts"}
    who: [so-tu-phap, {levels: [district, commune]}]
    with-text: "Cơ quan được giao nhiệm vụ chủ trì soạn thảo văn bản QPPL"
    product: "Kết quả thẩm định trong năm"
    recurs: continuous
    source: {document: "001", quote: "Tổ chức thẩm định dự thảo văn bản quy phạm pháp luật; thực hiện kiểm soát chặt chẽ ngay từ khâu soạn thảo văn bản để loại bỏ các TTHC rườm rà, không cần thiết gây khó khăn cho tổ chức, cá nhân"}
    note: "Chủ trì: “Sở Tư pháp; Phòng Tư pháp; Công chức Tư pháp-Hộ tịch”; phòng và công chức nộp trong đơn vị huyện, xã của mình. Hoàn thành: “Theo quy định của pháp luật”."

  - id: 001-II.2
    kind: TASK
    title: {vi: "Kiểm tra, rà soát, hệ thống hóa văn bản QPPL", en: "Review of legal documents"}
    who: {levels: [department, district, commune]}
    with: [so-tu-phap]
    with-text: "các cơ quan, đơn vị liên quan"
    product: "Kết quả kiểm tra, rà soát, hệ thống hóa trong năm"
    recurs: continuous
    source: {document: "001", quote: "Kiểm tra, tự kiểm tra, rà soát, hệ thống hóa văn bản QPPL do chính quyền địa phương ban hành để kịp thời phát hiện, đề xuất xử lý (sửa đổi, bổ sung, thay thế, bãi bỏ) những văn bản, không còn phù hợp"}
    note: "Chủ trì còn có HĐND cấp huyện, cấp xã: nộp trong đơn vị cùng cấp."

  - id: 001-II.3
    kind: TASK
    title: {vi: "Công khai văn bản QPPL", en: "Legal documents made public"}
    who: [so-tu-phap]
    with: [van-phong-hdnd, van-phong-ubnd, {levels: [district, commune]}]
    product: "Danh mục văn bản đã công khai trong năm"
    recurs: continuous
    source: {document: "001", quote: "Công khai, minh bạch đầy đủ, chính xác, kịp thời 100% văn bản quy phạm pháp luật do chính quyền địa phương ban hành"}
    note: "Chủ trì còn ghi “các cơ quan, đơn vị liên quan”, không nêu tên."

  - id: 001-II.3a
    kind: THRESHOLD
    title: {vi: "Công khai 100% văn bản QPPL", en: "100% of legal documents public"}
    of: {criterion: TC-02}
    level: [department, district, commune]
    equal: 100
    source: {document: "001", quote: "Công khai, minh bạch đầy đủ, chính xác, kịp thời 100% văn bản quy phạm pháp luật do chính quyền địa phương ban hành"}

  # III. Cải cách thủ tục hành chính
  - id: 001-III.1
    kind: TASK
    title: {vi: "Hướng dẫn, tập huấn, kiểm tra kiểm soát TTHC", en: "Training and inspection in procedure control"}
    who: [van-phong-ubnd]
    with: {levels: [department, district, commune]}
    product: "Hướng dẫn, lớp tập huấn, kết quả kiểm tra trong năm"
    recurs: continuous
    source: {document: "001", quote: "Hướng dẫn, tập huấn nghiệp vụ, kiểm tra việc thực hiện công tác kiểm soát TTHC của các cơ quan, đơn vị trên địa bàn tỉnh"}

  - id: 001-III.2
    kind: TASK
    title: {vi: "Công khai TTHC, tiếp nhận tại bộ phận một cửa", en: "Procedures public and at the one-stop units"}
    who: {levels: [department, district, commune]}
    with: [van-phong-ubnd, so-thong-tin-truyen-thong]
    product: "TTHC được công khai, tiếp nhận qua một cửa; kết quả đánh giá được công khai"
    recurs: continuous
    source: {document: "001", quote: "100% TTHC được công khai đầy đủ tại nơi giải quyết TTHC; trên Cổng thông tin điện tử của tỉnh, Trang thông tin điện tử cơ quan, đơn vị, Cổng Dịch vụ công tỉnh, quốc gia; được tiếp nhận và giải quyết theo cơ chế một cửa, một cửa liên thông tại Bộ phận Tiếp nhận và Trả kết quả của các cơ quan, đơn vị, trên Hệ thống thông tin một cửa điện tử của tỉnh; được công khai kết quả đánh giá việc giải quyết TTHC theo quy định"}

  - id: 001-III.2a
    kind: THRESHOLD
    title: {vi: "100% TTHC được công khai", en: "100% of procedures public"}
    of: {criterion: TT-04}
    level: [department, district, commune]
    equal: 100
    source: {document: "001", quote: "100% TTHC được công khai đầy đủ tại nơi giải quyết TTHC"}

  - id: 001-III.2b
    kind: THRESHOLD
    title: {vi: "100% TTHC tiếp nhận tại bộ phận một cửa", en: "100% of procedures at the one-stop units"}
    of: {criterion: TT-12}
    level: [department, district, commune]
    equal: 100
    source: {document: "001", quote: "được tiếp nhận và giải quyết theo cơ chế một cửa, một cửa liên thông tại Bộ phận Tiếp nhận và Trả kết quả của các cơ quan, đơn vị, trên Hệ thống thông tin một cửa điện tử của tỉnh"}

  # Rules 001-09 and 001-10 hold the numbers of this row, 001-06 those of the next.
  - id: 001-III.3
    kind: TASK
    title: {vi: "Triển khai dịch vụ công trực tuyến mức độ 3, 4", en: "Online services at level 3 and 4"}
    who: {levels: [department, district, commune]}
    with: [van-phong-ubnd, so-thong-tin-truyen-thong]
    product: "Danh mục TTHC đã triển khai mức độ 3, 4"
    start: 2020
    due-by: 2025
    recurs: once
    source: {document: "001", quote: "80% TTHC đáp ứng yêu cầu được triển khai dịch vụ công trực tuyến mức độ 3, 4. Trong đó, năm 2020 đạt tối thiểu 30% dịch vụ công trực tuyến thực hiện ở mức độ 4"}

  - id: 001-III.4
    kind: TASK
    title: {vi: "Tích hợp dịch vụ công với Cổng DVCQG", en: "Services integrated with the national portal"}
    who: {levels: [department, district, commune]}
    with: [van-phong-ubnd, so-thong-tin-truyen-thong]
    product: "Danh mục dịch vụ công đã tích hợp"
    start: 2020
    due-by: 2025
    recurs: once
    source: {document: "001", quote: "Tích hợp 50% các dịch vụ công trực tuyến mức độ 3, 4 với Cổng Dịch vụ công quốc gia. Trong đó, đạt 30% trong năm 2020"}

  - id: 001-III.5
    kind: TASK
    title: {vi: "Kiến nghị phương án đơn giản hóa TTHC", en: "Proposals to simplify procedures"}
    who: {levels: [department, district, commune]}
    with: [van-phong-ubnd]
    product: "Phương án đơn giản hóa"
    recurs: yearly
    source: {document: "001", quote: "Rà soát, kiến nghị phương án đơn giản hóa TTHC thuộc phạm vi, chức năng quản lý nhà nước của cơ quan, đơn vị"}

  - id: 001-III.6
    kind: TASK
    title: {vi: "Tiếp nhận, trả kết quả qua bưu chính công ích", en: "Dossiers and results by post"}
    who: {levels: [department, district, commune]}
    with: [so-thong-tin-truyen-thong, van-phong-ubnd, buu-dien-tinh]
    with-text: "Các cơ quan liên quan"
    product: "Kết quả thực hiện trong năm"
    recurs: continuous
    source: {document: "001", quote: "Tiếp nhận hồ sơ, trả kết quả giải quyết TTHC qua dịch vụ bưu chính công ích"}

  # IV. Tổ chức bộ máy, đội ngũ cán bộ
  - id: 001-IV.1
    kind: TASK
    title: {vi: "Sắp xếp tổ chức bộ máy tinh gọn", en: "Reorganise the apparatus"}
    who: {levels: [department, district]}
    with: [so-noi-vu]
    with-text: "Các cơ quan liên quan"
    product: "Phương án sắp xếp đã thực hiện"
    due-by: none
    recurs: once
    source: {document: "001", quote: "Thực hiện sắp xếp tổ chức bộ máy tinh gọn, khắc phục tình trạng trùng lắp, trồng chéo về chức năng, nhiệm vụ, quyền hạn; giảm số lượng cấp phó và cơ cấu lại đội ngũ công chức, viên chức theo Nghị quyết số 18-NQ/TW; Nghị quyết số 19-NQ/TW Hội Nghị Trung ương 6, khóa XII"}
    note: "Thời gian: “Theo hướng dẫn của Bộ Nội vụ và Kế hoạch của UBND tỉnh”. Chủ trì còn ghi “Các cơ quan liên quan”, không nêu tên."

  - id: 001-IV.2
    kind: TASK
    title: {vi: "Rà soát, hoàn thiện Đề án chức năng, nhiệm vụ", en: "Review of functions and structure"}
    who: [so-noi-vu]
    with-text: "Các cơ quan liên quan"
    product: "Đề án được rà soát, bổ sung, hoàn thiện"
    recurs: yearly
    source: {document: "001", quote: "Rà soát, bổ sung, hoàn thiện Đề án chức năng, nhiệm vụ, quyền hạn, cơ cấu tổ chức bộ máy của các cơ quan, đơn vị, tổ chức"}
    note: "Chủ trì còn ghi “Các cơ quan liên quan”, không nêu tên."

  - id: 001-IV.3
    kind: TASK
    title: {vi: "Giao biên chế, số lượng người làm việc", en: "Staff quotas assigned"}
    who: [so-noi-vu]
    with-text: "Các cơ quan liên quan"
    product: "Quyết định giao biên chế, số lượng người làm việc"
    recurs: yearly
    source: {document: "001", quote: "Giao biên chế công chức trong các cơ quan hành chính nhà nước, số lượng người làm việc trong đơn vị sự nghiệp công lập"}

  - id: 001-IV.4
    kind: TASK
    title: {vi: "Thực hiện phân cấp quản lý", en: "Decentralisation"}
    who: {levels: [department, district, commune]}
    with: [so-noi-vu]
    with-text: "các cơ quan liên quan"
    product: "Kết quả thực hiện phân cấp trong năm"
    recurs: continuous
    source: {document: "001", quote: "Thực hiện các quy định về phân cấp quản lý trên các lĩnh vực quản lý nhà nước theo quy định của Chính phủ"}
    note: "Chủ trì còn ghi “các cơ quan liên quan”, không nêu tên."

  - id: 001-IV.5
    kind: TASK
    title: {vi: "Kế hoạch đào tạo, bồi dưỡng", en: "Training plan"}
    who: [so-noi-vu]
    with: {levels: [department, district]}
    product: "Kế hoạch và kết quả đào tạo, bồi dưỡng"
    recurs: yearly
    source: {document: "001", quote: "Xây dựng và tổ chức thực hiện Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức"}

  - id: 001-IV.6
    kind: TASK
    title: {vi: "Tuyển dụng, đánh giá, phân loại", en: "Recruitment and grading"}
    who: [so-noi-vu]
    with-text: "Sở Nội vụ; các cơ quan liên quan"
    product: "Kết quả tuyển dụng, đánh giá, phân loại"
    recurs: yearly
    source: {document: "001", quote: "Tuyển dụng, sử dụng, quản lý công chức, viên chức; đánh giá, phân loại cán bộ, công chức, viên chức và người lao động"}
    note: "Phụ lục ghi Sở Nội vụ ở cả hai cột chủ trì và phối hợp."

  - id: 001-IV.7
    kind: TASK
    title: {vi: "Bồi dưỡng kỹ năng giao tiếp, văn hóa ứng xử", en: "Training in conduct"}
    who: [so-noi-vu]
    with: {levels: [department, district, commune]}
    product: "Lớp bồi dưỡng"
    recurs: yearly
    source: {document: "001", quote: "Bồi dưỡng kiến thức, nghiệp vụ, kỹ năng giao tiếp, văn hóa ứng xử trong thực hiện công vụ"}

  - id: 001-IV.8
    kind: TASK
    title: {vi: "Kiểm tra tổ chức bộ máy, biên chế, kỷ luật", en: "Inspection of structure, staff and discipline"}
    who: [so-noi-vu]
    with-text: "Các cơ quan liên quan"
    product: "Kết luận kiểm tra"
    recurs: yearly
    source: {document: "001", quote: "Kiểm tra việc thực hiện các quy định về tổ chức bộ máy, quản lý biên chế, số lượng người làm việc, hợp đồng lao động; công tác quy hoạch, bổ nhiệm, bổ nhiệm lại, số lượng cấp phó; chấp hành kỷ luật, kỷ cương hành chính; xây dựng chính quyền cơ sở"}

  # V. Tài chính công
  - id: 001-V.1
    kind: TASK
    title: {vi: "Tự chủ biên chế, kinh phí quản lý hành chính", en: "Autonomy of agencies over staff and budget"}
    who: {levels: [department, district]}
    with: [so-tai-chinh, so-noi-vu]
    product: "Kết quả thực hiện tự chủ trong năm"
    recurs: continuous
    source: {document: "001", quote: "Thực hiện Nghị định số 130/2005/NĐ-CP; Nghị định số 117/2013/NĐ-CP của Chính phủ về chế độ tự chủ, tự chịu trách nhiệm về sử dụng biên chế và kinh phí quản lý hành chính đối với cơ quan hành chính"}
    note: "Chủ trì còn ghi “Các cơ quan liên quan”, không nêu tên."

  - id: 001-V.2
    kind: TASK
    title: {vi: "Giao quyền tự chủ tài chính cho ĐVSNCL", en: "Financial autonomy of service units"}
    who: {levels: [department, district]}
    with: [so-tai-chinh, so-noi-vu]
    product: "Quyết định giao quyền tự chủ"
    recurs: continuous
    source: {document: "001", quote: "Thực hiện giao quyền tự chủ về tài chính cho các đơn vị sự nghiệp công lập cấp tỉnh, cấp huyện giai đoạn 2021-2023 và các năm sau theo quy định hiện hành"}
    note: "Chủ trì còn ghi “Các đơn vị sự nghiệp công lập”: không có trong danh sách, nộp qua đơn vị chủ quản."

  # VI. Nền hành chính chuyên nghiệp, hiện đại. "2021 - 2025" in the last column is read as: by the end of 2025.
  - id: 001-VI.1
    kind: TASK
    title: {vi: "Kết nối, liên thông các hệ thống thông tin", en: "Information systems connected"}
    who: [so-thong-tin-truyen-thong]
    with-text: "Các cơ quan, đơn vị có liên quan"
    product: "Các hệ thống đã kết nối với nền tảng quốc gia"
    start: 2020
    due-by: 2025
    recurs: once
    source: {document: "001", quote: "Tiếp tục thực hiện kết nối, liên thông các hệ thống thông tin, cơ sở giữ liệu trong việc gửi, nhận văn bản điện tử, dịch vụ công trực tuyến, thủ tục hành chính, công báo điện tử;... với nền tảng tích hợp, chia sẻ dữ liệu quốc gia"}

  - id: 001-VI.2
    kind: TASK
    title: {vi: "Mạng truyền số liệu chuyên dùng", en: "The dedicated data network"}
    who: [so-thong-tin-truyen-thong]
    with-text: "Các cơ quan, đơn vị có liên quan"
    product: "Mạng được kết nối, sử dụng trên toàn tỉnh"
    start: 2020
    due-by: 2025
    recurs: once
    source: {document: "001", quote: "Tiếp tục thực hiện kết nối, sử dụng mạng truyền số liệu chuyên dùng của các cơ quan Đảng và Nhà nước trên toàn tỉnh để triển khai các phần mềm dùng chung của tỉnh đảm bảo an toàn, bảo mật thông tin"}

  - id: 001-VI.3
    kind: TASK
    title: {vi: "Cơ sở dữ liệu chuyên ngành", en: "Specialised databases"}
    who: {levels: [department, district]}
    with: [so-thong-tin-truyen-thong]
    product: "Cơ sở dữ liệu đã hoàn thiện, kết nối"
    start: 2020
    due-by: 2025
    recurs: once
    source: {document: "001", quote: "Tiếp tục xây dựng, hoàn thiện các cơ sở giữ liệu chuyên ngành, kết nối liên thông, chia sẻ với hệ thống một cửa điện tử, Cổng Dịch vụ công của tỉnh, Cổng Dịch vụ công quốc gia phục vụ người dân và doanh nghiệp"}

  - id: 001-VI.4
    kind: TASK
    title: {vi: "Hoàn thiện Cổng Dịch vụ công, hệ thống một cửa điện tử", en: "The service portal and one-stop system completed"}
    who: [so-thong-tin-truyen-thong]
    with-text: "Các cơ quan, đơn vị có liên quan"
    product: "Cổng Dịch vụ công, hệ thống một cửa điện tử đã hoàn thiện, kết nối"
    start: 2020
    due-by: 2025
    recurs: once
    source: {document: "001", quote: "Tiếp tục xây dựng, hoàn thiện Cổng Dịch vụ công, Hệ thống thông tin một cửa điện tử tỉnh Tuyên Quang, tổ chức thực hiện kết nối, tích hợp chia sẻ dữ liệu với Cổng Dịch vụ công quốc gia"}

  - id: 001-VI.5
    kind: TASK
    title: {vi: "Cung cấp dịch vụ công trực tuyến, phần mềm một cửa", en: "Online services and e-one-stop software"}
    who: [so-thong-tin-truyen-thong]
    with: {levels: [department, district]}
    product: "Dịch vụ công mức độ 3, 4 và phần mềm một cửa được cung cấp"
    start: 2020
    due-by: 2020
    recurs: once
    source: {document: "001", quote: "Đẩy mạnh cung cấp dịch vụ công trực tuyến mức độ 3, 4 và phần mềm một cửa điện tử tại các cơ quan nhà nước tỉnh Tuyên Quang"}

  # The 30 of this row is one side of the conflict in 001-05.
  - id: 001-VI.6
    kind: TASK
    title: {vi: "Hướng dẫn sử dụng dịch vụ công trực tuyến", en: "Guide people to online services"}
    who: [tinh-doan, {levels: [department, district, commune]}]
    with: [van-phong-ubnd, so-thong-tin-truyen-thong, so-noi-vu]
    product: "Kết quả hướng dẫn trong năm"
    recurs: yearly
    source: {document: "001", quote: "Hướng dẫn tổ chức, cá nhân và nhân dân sử dụng dịch vụ công trực tuyến mức độ 3, 4, bảo đảm năm 2020 đạt 30%, đến năm 2025 đạt 50% hồ sơ TTHC được giải quyết trên môi trường mạng; dịch vụ tiếp nhận hồ sơ, trả kết quả giải quyết TTHC qua dịch vụ bưu chính công ích"}

"""##
}
