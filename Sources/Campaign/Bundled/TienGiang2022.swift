// Written by Tools/embed-rulebooks from tien-giang-2022.yaml. Change that file, not this one.

extension BundledCampaigns {
  static let textTienGiang2022 = ##"""
# Tiền Giang, 2022: the plan of action on Resolution 131/NQ-CP (procedures and ways of directing), as a rulebook.
#
# Where things come from
#   * A sentence of the plan (document 004) is quoted word for word. The stored text breaks off before its annex: the tasks
#     with leads, cooperating bodies, time and result are not here. They are added by an amendment when the annex is found.
#   * The plan itself sets no figure at all. So that months can be ranked, what Decision 766/QĐ-TTg watches at the one-stop
#     units is scored, in its six groups with their points (18, 20, 12, 10, 18, 22). The choice, the split inside a group
#     and the targets are ours: decision 12.
#   * The plan is of 18 November 2022; the first legal month filed is January 2023, so that every year counts from its
#     start. The plan has no end; on 1 July 2025 the province was merged and its districts abolished, so the last legal
#     month is June 2025.
#   * No date stands with any of its demands: the rules have no window of their own and hold for all years of the campaign.

thidua: 1
campaign: tien-giang-2022
name:
  vi: "Đẩy mạnh cải cách thủ tục hành chính và hiện đại hóa phương thức chỉ đạo, điều hành phục vụ người dân, doanh nghiệp trên địa bàn tỉnh Tiền Giang"
  en: "Tiền Giang: reform of procedures and modern ways of directing, for people and firms"

documents:
  "004":
    title: "Kế hoạch thực hiện Nghị quyết 131/NQ-CP về đẩy mạnh cải cách thủ tục hành chính và hiện đại hóa phương thức chỉ đạo, điều hành phục vụ người dân, doanh nghiệp trên địa bàn tỉnh Tiền Giang"
    number: "358/KH-UBND"
    issued: 2022-11-18
    file: 004_73fa6a4ca7d894cc.txt

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
  due-working-days: 2             # another province's rule; Tiền Giang's own text was not seen
  grace-working-days: 5           # ours: decision 6
  holidays: vietnam-2022-2026

blocks:
  - {id: so, name: {vi: "Sở, ban, ngành", en: "Departments"}}
  - {id: huyen, name: {vi: "Huyện, thành phố, thị xã", en: "Districts"}}
  - {id: xa, name: {vi: "Xã, phường, thị trấn", en: "Communes"}}

units:
  # 19 departments: those that the province scored in its index of 2020. The Office then served the deputies, the council and the
  # committee; the plan names the Office of the committee. The ids are ours.
  - {id: van-phong-ubnd, name: "Văn phòng UBND tỉnh", block: so, level: department, source: "Văn bản 004, mục IV.2"}
  - {id: so-noi-vu, name: "Sở Nội vụ", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-tu-phap, name: "Sở Tư pháp", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-tai-chinh, name: "Sở Tài chính", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-ke-hoach-dau-tu, name: "Sở Kế hoạch và Đầu tư", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-cong-thuong, name: "Sở Công Thương", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-nong-nghiep, name: "Sở Nông nghiệp và Phát triển nông thôn", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-giao-thong-van-tai, name: "Sở Giao thông vận tải", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-xay-dung, name: "Sở Xây dựng", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-tai-nguyen-moi-truong, name: "Sở Tài nguyên và Môi trường", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-thong-tin-truyen-thong, name: "Sở Thông tin và Truyền thông", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-lao-dong, name: "Sở Lao động – Thương binh và Xã hội", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-van-hoa, name: "Sở Văn hóa, Thể thao và Du lịch", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-khoa-hoc-cong-nghe, name: "Sở Khoa học và Công nghệ", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-giao-duc-dao-tao, name: "Sở Giáo dục và Đào tạo", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-y-te, name: "Sở Y tế", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: thanh-tra-tinh, name: "Thanh tra tỉnh", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: so-ngoai-vu, name: "Sở Ngoại vụ", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}
  - {id: ban-quan-ly-kcn, name: "Ban Quản lý các khu công nghiệp", block: so, level: department, source: "Báo Ấp Bắc, 8/12/2020 (chỉ số CCHC năm 2020)"}

  # 11 districts, official codes and names in force from 10 April 2023 (the same eleven as in 2022).
  - {id: tp-my-tho, name: "Thành phố Mỹ Tho", block: huyen, level: district, code: "815", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: tx-go-cong, name: "Thị xã Gò Công", block: huyen, level: district, code: "816", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: tx-cai-lay, name: "Thị xã Cai Lậy", block: huyen, level: district, code: "817", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: tan-phuoc, name: "Huyện Tân Phước", block: huyen, level: district, code: "818", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: cai-be, name: "Huyện Cái Bè", block: huyen, level: district, code: "819", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: cai-lay, name: "Huyện Cai Lậy", block: huyen, level: district, code: "820", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: chau-thanh, name: "Huyện Châu Thành", block: huyen, level: district, code: "821", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: cho-gao, name: "Huyện Chợ Gạo", block: huyen, level: district, code: "822", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: go-cong-tay, name: "Huyện Gò Công Tây", block: huyen, level: district, code: "823", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: go-cong-dong, name: "Huyện Gò Công Đông", block: huyen, level: district, code: "824", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: tan-phu-dong, name: "Huyện Tân Phú Đông", block: huyen, level: district, code: "825", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # 172 communes: the duties of section IV are those of departments and districts, "UBND các cấp" of I.2 takes in the communes.
  # Thành phố Mỹ Tho: 17
  - {id: xa-28249, name: "Phường 5", block: xa, level: commune, code: "28249", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28252, name: "Phường 4", block: xa, level: commune, code: "28252", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28255, name: "Phường 7", block: xa, level: commune, code: "28255", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28258, name: "Phường 3", block: xa, level: commune, code: "28258", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28261, name: "Phường 1", block: xa, level: commune, code: "28261", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28264, name: "Phường 2", block: xa, level: commune, code: "28264", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28267, name: "Phường 8", block: xa, level: commune, code: "28267", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28270, name: "Phường 6", block: xa, level: commune, code: "28270", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28273, name: "Phường 9", block: xa, level: commune, code: "28273", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28276, name: "Phường 10", block: xa, level: commune, code: "28276", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28279, name: "Phường Tân Long", block: xa, level: commune, code: "28279", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28282, name: "Xã Đạo Thạnh", block: xa, level: commune, code: "28282", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28285, name: "Xã Trung An", block: xa, level: commune, code: "28285", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28288, name: "Xã Mỹ Phong", block: xa, level: commune, code: "28288", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28291, name: "Xã Tân Mỹ Chánh", block: xa, level: commune, code: "28291", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28567, name: "Xã Phước Thạnh", block: xa, level: commune, code: "28567", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28591, name: "Xã Thới Sơn", block: xa, level: commune, code: "28591", parent: tp-my-tho, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Thị xã Gò Công: 12
  - {id: xa-28294, name: "Phường 3", block: xa, level: commune, code: "28294", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28297, name: "Phường 2", block: xa, level: commune, code: "28297", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28300, name: "Phường 4", block: xa, level: commune, code: "28300", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28303, name: "Phường 1", block: xa, level: commune, code: "28303", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28306, name: "Phường 5", block: xa, level: commune, code: "28306", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28309, name: "Xã Long Hưng", block: xa, level: commune, code: "28309", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28312, name: "Xã Long Thuận", block: xa, level: commune, code: "28312", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28315, name: "Xã Long Chánh", block: xa, level: commune, code: "28315", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28318, name: "Xã Long Hòa", block: xa, level: commune, code: "28318", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28708, name: "Xã Bình Đông", block: xa, level: commune, code: "28708", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28717, name: "Xã Bình Xuân", block: xa, level: commune, code: "28717", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28729, name: "Xã Tân Trung", block: xa, level: commune, code: "28729", parent: tx-go-cong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Thị xã Cai Lậy: 16
  - {id: xa-28435, name: "Phường 1", block: xa, level: commune, code: "28435", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28436, name: "Phường 2", block: xa, level: commune, code: "28436", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28437, name: "Phường 3", block: xa, level: commune, code: "28437", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28439, name: "Phường 4", block: xa, level: commune, code: "28439", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28440, name: "Phường 5", block: xa, level: commune, code: "28440", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28447, name: "Xã Mỹ Phước Tây", block: xa, level: commune, code: "28447", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28450, name: "Xã Mỹ Hạnh Đông", block: xa, level: commune, code: "28450", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28453, name: "Xã Mỹ Hạnh Trung", block: xa, level: commune, code: "28453", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28459, name: "Xã Tân Phú", block: xa, level: commune, code: "28459", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28462, name: "Xã Tân Bình", block: xa, level: commune, code: "28462", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28468, name: "Xã Tân Hội", block: xa, level: commune, code: "28468", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28474, name: "Phường Nhị Mỹ", block: xa, level: commune, code: "28474", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28477, name: "Xã Nhị Quý", block: xa, level: commune, code: "28477", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28480, name: "Xã Thanh Hòa", block: xa, level: commune, code: "28480", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28483, name: "Xã Phú Quý", block: xa, level: commune, code: "28483", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28486, name: "Xã Long Khánh", block: xa, level: commune, code: "28486", parent: tx-cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Tân Phước: 12
  - {id: xa-28321, name: "Thị trấn Mỹ Phước", block: xa, level: commune, code: "28321", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28324, name: "Xã Tân Hòa Đông", block: xa, level: commune, code: "28324", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28327, name: "Xã Thạnh Tân", block: xa, level: commune, code: "28327", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28330, name: "Xã Thạnh Mỹ", block: xa, level: commune, code: "28330", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28333, name: "Xã Thạnh Hoà", block: xa, level: commune, code: "28333", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28336, name: "Xã Phú Mỹ", block: xa, level: commune, code: "28336", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28339, name: "Xã Tân Hòa Thành", block: xa, level: commune, code: "28339", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28342, name: "Xã Hưng Thạnh", block: xa, level: commune, code: "28342", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28345, name: "Xã Tân Lập 1", block: xa, level: commune, code: "28345", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28348, name: "Xã Tân Hòa Tây", block: xa, level: commune, code: "28348", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28354, name: "Xã Tân Lập 2", block: xa, level: commune, code: "28354", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28357, name: "Xã Phước Lập", block: xa, level: commune, code: "28357", parent: tan-phuoc, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Cái Bè: 25
  - {id: xa-28360, name: "Thị trấn Cái Bè", block: xa, level: commune, code: "28360", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28363, name: "Xã Hậu Mỹ Bắc B", block: xa, level: commune, code: "28363", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28366, name: "Xã Hậu Mỹ Bắc A", block: xa, level: commune, code: "28366", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28369, name: "Xã Mỹ Trung", block: xa, level: commune, code: "28369", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28372, name: "Xã Hậu Mỹ Trinh", block: xa, level: commune, code: "28372", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28375, name: "Xã Hậu Mỹ Phú", block: xa, level: commune, code: "28375", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28378, name: "Xã Mỹ Tân", block: xa, level: commune, code: "28378", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28381, name: "Xã Mỹ Lợi B", block: xa, level: commune, code: "28381", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28384, name: "Xã Thiện Trung", block: xa, level: commune, code: "28384", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28387, name: "Xã Mỹ Hội", block: xa, level: commune, code: "28387", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28390, name: "Xã An Cư", block: xa, level: commune, code: "28390", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28393, name: "Xã Hậu Thành", block: xa, level: commune, code: "28393", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28396, name: "Xã Mỹ Lợi A", block: xa, level: commune, code: "28396", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28399, name: "Xã Hòa Khánh", block: xa, level: commune, code: "28399", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28402, name: "Xã Thiện Trí", block: xa, level: commune, code: "28402", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28405, name: "Xã Mỹ Đức Đông", block: xa, level: commune, code: "28405", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28408, name: "Xã Mỹ Đức Tây", block: xa, level: commune, code: "28408", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28411, name: "Xã Đông Hòa Hiệp", block: xa, level: commune, code: "28411", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28414, name: "Xã An Thái Đông", block: xa, level: commune, code: "28414", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28417, name: "Xã Tân Hưng", block: xa, level: commune, code: "28417", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28420, name: "Xã Mỹ Lương", block: xa, level: commune, code: "28420", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28423, name: "Xã Tân Thanh", block: xa, level: commune, code: "28423", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28426, name: "Xã An Thái Trung", block: xa, level: commune, code: "28426", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28429, name: "Xã An Hữu", block: xa, level: commune, code: "28429", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28432, name: "Xã Hòa Hưng", block: xa, level: commune, code: "28432", parent: cai-be, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Cai Lậy: 16
  - {id: xa-28438, name: "Xã Thạnh Lộc", block: xa, level: commune, code: "28438", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28441, name: "Xã Mỹ Thành Bắc", block: xa, level: commune, code: "28441", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28444, name: "Xã Phú Cường", block: xa, level: commune, code: "28444", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28456, name: "Xã Mỹ Thành Nam", block: xa, level: commune, code: "28456", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28465, name: "Xã Phú Nhuận", block: xa, level: commune, code: "28465", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28471, name: "Thị trấn Bình Phú", block: xa, level: commune, code: "28471", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28489, name: "Xã Cẩm Sơn", block: xa, level: commune, code: "28489", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28492, name: "Xã Phú An", block: xa, level: commune, code: "28492", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28495, name: "Xã Mỹ Long", block: xa, level: commune, code: "28495", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28498, name: "Xã Long Tiên", block: xa, level: commune, code: "28498", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28501, name: "Xã Hiệp Đức", block: xa, level: commune, code: "28501", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28504, name: "Xã Long Trung", block: xa, level: commune, code: "28504", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28507, name: "Xã Hội Xuân", block: xa, level: commune, code: "28507", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28510, name: "Xã Tân Phong", block: xa, level: commune, code: "28510", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28513, name: "Xã Tam Bình", block: xa, level: commune, code: "28513", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28516, name: "Xã Ngũ Hiệp", block: xa, level: commune, code: "28516", parent: cai-lay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Châu Thành: 23
  - {id: xa-28519, name: "Thị trấn Tân Hiệp", block: xa, level: commune, code: "28519", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28522, name: "Xã Tân Hội Đông", block: xa, level: commune, code: "28522", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28525, name: "Xã Tân Hương", block: xa, level: commune, code: "28525", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28528, name: "Xã Tân Lý Đông", block: xa, level: commune, code: "28528", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28531, name: "Xã Tân Lý Tây", block: xa, level: commune, code: "28531", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28534, name: "Xã Thân Cửu Nghĩa", block: xa, level: commune, code: "28534", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28537, name: "Xã Tam Hiệp", block: xa, level: commune, code: "28537", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28540, name: "Xã Điềm Hy", block: xa, level: commune, code: "28540", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28543, name: "Xã Nhị Bình", block: xa, level: commune, code: "28543", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28546, name: "Xã Dưỡng Điềm", block: xa, level: commune, code: "28546", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28549, name: "Xã Đông Hòa", block: xa, level: commune, code: "28549", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28552, name: "Xã Long Định", block: xa, level: commune, code: "28552", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28555, name: "Xã Hữu Đạo", block: xa, level: commune, code: "28555", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28558, name: "Xã Long An", block: xa, level: commune, code: "28558", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28561, name: "Xã Long Hưng", block: xa, level: commune, code: "28561", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28564, name: "Xã Bình Trưng", block: xa, level: commune, code: "28564", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28570, name: "Xã Thạnh Phú", block: xa, level: commune, code: "28570", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28573, name: "Xã Bàn Long", block: xa, level: commune, code: "28573", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28576, name: "Xã Vĩnh Kim", block: xa, level: commune, code: "28576", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28579, name: "Xã Bình Đức", block: xa, level: commune, code: "28579", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28582, name: "Xã Song Thuận", block: xa, level: commune, code: "28582", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28585, name: "Xã Kim Sơn", block: xa, level: commune, code: "28585", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28588, name: "Xã Phú Phong", block: xa, level: commune, code: "28588", parent: chau-thanh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Chợ Gạo: 19
  - {id: xa-28594, name: "Thị trấn Chợ Gạo", block: xa, level: commune, code: "28594", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28597, name: "Xã Trung Hòa", block: xa, level: commune, code: "28597", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28600, name: "Xã Hòa Tịnh", block: xa, level: commune, code: "28600", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28603, name: "Xã Mỹ Tịnh An", block: xa, level: commune, code: "28603", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28606, name: "Xã Tân Bình Thạnh", block: xa, level: commune, code: "28606", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28609, name: "Xã Phú Kiết", block: xa, level: commune, code: "28609", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28612, name: "Xã Lương Hòa Lạc", block: xa, level: commune, code: "28612", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28615, name: "Xã Thanh Bình", block: xa, level: commune, code: "28615", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28618, name: "Xã Quơn Long", block: xa, level: commune, code: "28618", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28621, name: "Xã Bình Phục Nhứt", block: xa, level: commune, code: "28621", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28624, name: "Xã Đăng Hưng Phước", block: xa, level: commune, code: "28624", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28627, name: "Xã Tân Thuận Bình", block: xa, level: commune, code: "28627", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28630, name: "Xã Song Bình", block: xa, level: commune, code: "28630", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28633, name: "Xã Bình Phan", block: xa, level: commune, code: "28633", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28636, name: "Xã Long Bình Điền", block: xa, level: commune, code: "28636", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28639, name: "Xã An Thạnh Thủy", block: xa, level: commune, code: "28639", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28642, name: "Xã Xuân Đông", block: xa, level: commune, code: "28642", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28645, name: "Xã Hòa Định", block: xa, level: commune, code: "28645", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28648, name: "Xã Bình Ninh", block: xa, level: commune, code: "28648", parent: cho-gao, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Gò Công Tây: 13
  - {id: xa-28651, name: "Thị trấn Vĩnh Bình", block: xa, level: commune, code: "28651", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28654, name: "Xã Đồng Sơn", block: xa, level: commune, code: "28654", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28657, name: "Xã Bình Phú", block: xa, level: commune, code: "28657", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28660, name: "Xã Đồng Thạnh", block: xa, level: commune, code: "28660", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28663, name: "Xã Thành Công", block: xa, level: commune, code: "28663", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28666, name: "Xã Bình Nhì", block: xa, level: commune, code: "28666", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28669, name: "Xã Yên Luông", block: xa, level: commune, code: "28669", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28672, name: "Xã Thạnh Trị", block: xa, level: commune, code: "28672", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28675, name: "Xã Thạnh Nhựt", block: xa, level: commune, code: "28675", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28678, name: "Xã Long Vĩnh", block: xa, level: commune, code: "28678", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28681, name: "Xã Bình Tân", block: xa, level: commune, code: "28681", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28684, name: "Xã Vĩnh Hựu", block: xa, level: commune, code: "28684", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28687, name: "Xã Long Bình", block: xa, level: commune, code: "28687", parent: go-cong-tay, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Gò Công Đông: 13
  - {id: xa-28702, name: "Thị trấn Tân Hòa", block: xa, level: commune, code: "28702", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28705, name: "Xã Tăng Hoà", block: xa, level: commune, code: "28705", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28711, name: "Xã Tân Phước", block: xa, level: commune, code: "28711", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28714, name: "Xã Gia Thuận", block: xa, level: commune, code: "28714", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28720, name: "Thị trấn Vàm Láng", block: xa, level: commune, code: "28720", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28723, name: "Xã Tân Tây", block: xa, level: commune, code: "28723", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28726, name: "Xã Kiểng Phước", block: xa, level: commune, code: "28726", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28732, name: "Xã Tân Đông", block: xa, level: commune, code: "28732", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28735, name: "Xã Bình Ân", block: xa, level: commune, code: "28735", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28738, name: "Xã Tân Điền", block: xa, level: commune, code: "28738", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28741, name: "Xã Bình Nghị", block: xa, level: commune, code: "28741", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28744, name: "Xã Phước Trung", block: xa, level: commune, code: "28744", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28747, name: "Xã Tân Thành", block: xa, level: commune, code: "28747", parent: go-cong-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Tân Phú Đông: 6
  - {id: xa-28690, name: "Xã Tân Thới", block: xa, level: commune, code: "28690", parent: tan-phu-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28693, name: "Xã Tân Phú", block: xa, level: commune, code: "28693", parent: tan-phu-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28696, name: "Xã Phú Thạnh", block: xa, level: commune, code: "28696", parent: tan-phu-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28699, name: "Xã Tân Thạnh", block: xa, level: commune, code: "28699", parent: tan-phu-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28750, name: "Xã Phú Đông", block: xa, level: commune, code: "28750", parent: tan-phu-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-28753, name: "Xã Phú Tân", block: xa, level: commune, code: "28753", parent: tan-phu-dong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

counters:
  # All are counters of the official forms and of the one-stop system, with the codes and names of the Kon Tum campaign, and two
  # of ours on procedures made public. All are whole numbers.
  - {code: c_on_full, name: {vi: "Hồ sơ tiếp nhận trực tuyến toàn trình", en: "Dossiers received online, full service"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_on_part, name: {vi: "Hồ sơ tiếp nhận trực tuyến một phần", en: "Dossiers received online, partial service"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_direct, name: {vi: "Hồ sơ tiếp nhận trực tiếp", en: "Dossiers received at the counter"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_post, name: {vi: "Hồ sơ tiếp nhận qua bưu chính công ích", en: "Dossiers received by the public postal service"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_early, name: {vi: "Hồ sơ đã giải quyết trước hạn", en: "Dossiers resolved early"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_ontime, name: {vi: "Hồ sơ đã giải quyết đúng hạn", en: "Dossiers resolved on time"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_late, name: {vi: "Hồ sơ đã giải quyết quá hạn", en: "Dossiers resolved late"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_resolved, name: {vi: "Tổng số hồ sơ đã giải quyết", en: "All dossiers resolved"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_pay_due, name: {vi: "Giao dịch có nghĩa vụ tài chính", en: "Transactions with a financial obligation"}, combine: flow, unit: "giao dịch", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_pay_online, name: {vi: "Giao dịch thanh toán trực tuyến", en: "Transactions paid online"}, combine: flow, unit: "giao dịch", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_dig_in_due, name: {vi: "Hồ sơ phải số hóa khi tiếp nhận", en: "Dossiers to be digitised on receipt"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_dig_in, name: {vi: "Hồ sơ đã số hóa khi tiếp nhận", en: "Dossiers digitised on receipt"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_eresult_due, name: {vi: "Hồ sơ phải trả kết quả điện tử", en: "Dossiers that must have an electronic result"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_eresult, name: {vi: "Hồ sơ có kết quả điện tử", en: "Dossiers with an electronic result"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_reuse, name: {vi: "Hồ sơ tái sử dụng dữ liệu số hóa", en: "Dossiers that reuse digitised data"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_sync, name: {vi: "Hồ sơ đồng bộ lên Cổng DVCQG", en: "Dossiers synchronised with the National Public Service Portal"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_pakn, name: {vi: "Phản ánh, kiến nghị đã nhận", en: "Petitions received"}, combine: flow, unit: "phản ánh, kiến nghị", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_pakn_ontime, name: {vi: "Phản ánh, kiến nghị xử lý đúng hạn", en: "Petitions handled on time"}, combine: flow, unit: "phản ánh, kiến nghị", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_rate, name: {vi: "Lượt đánh giá", en: "Ratings given"}, combine: flow, unit: "lượt", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_rate_ok, name: {vi: "Lượt đánh giá hài lòng trở lên", en: "Ratings 'satisfied' or better"}, combine: flow, unit: "lượt", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: o_tthc_due, name: {vi: "TTHC phải công khai", en: "Procedures to be made public"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_tthc_public, name: {vi: "TTHC được công khai đầy đủ, đúng hạn", en: "Procedures made public in full and in time"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}

identities:
  - {sum: c_resolved, of: [c_early, c_ontime, c_late]}
  - {part: c_pay_online, whole: [c_pay_due]}
  - {part: c_dig_in, whole: [c_dig_in_due]}
  - {part: c_eresult, whole: [c_eresult_due]}
  - {part: c_reuse, whole: [c_on_full, c_on_part, c_direct, c_post]}
  - {part: c_sync, whole: [c_on_full, c_on_part, c_direct, c_post]}
  - {part: c_pakn_ontime, whole: [c_pakn]}
  - {part: c_rate_ok, whole: [c_rate]}
  - {part: o_tthc_public, whole: [o_tthc_due]}

# The six groups of Decision 766/QĐ-TTg.
fields:
  - {code: CK, name: {vi: "Công khai, minh bạch", en: "Openness"}}
  - {code: TD, name: {vi: "Tiến độ giải quyết", en: "Progress"}}
  - {code: TRT, name: {vi: "Dịch vụ công trực tuyến", en: "Online services"}}
  - {code: TTTT, name: {vi: "Thanh toán trực tuyến", en: "Online payment"}}
  - {code: HL, name: {vi: "Mức độ hài lòng", en: "Satisfaction"}}
  - {code: SH, name: {vi: "Số hóa hồ sơ", en: "Digitisation"}}

# 10 criteria, 100 points: 18 + 20 + 12 + 10 + 18 + 22. In proportion to the target. All of it is ours (decision 12).
criteria:
  - code: TT-04
    name: {vi: "Tỷ lệ TTHC được công khai đầy đủ, đúng hạn", en: "Procedures made public in full and in time"}
    field: CK
    points: 9
    metric: {ratio: [o_tthc_public, o_tthc_due]}
    scoring: {kind: PROP, target: 100}
    levels: [department, district, commune]
    source: "ours: decision 12"

  - code: TT-05
    name: {vi: "Tỷ lệ hồ sơ đồng bộ lên Cổng DVCQG", en: "Dossiers synchronised with the national portal"}
    field: CK
    points: 9
    metric: {ratio: [c_sync, "c_on_full + c_on_part + c_direct + c_post"]}
    scoring: {kind: PROP, target: 100}
    levels: [department, district, commune]
    source: "ours: decision 12"

  # Resolved dossiers only, as in form 06a.
  - code: TT-01
    name: {vi: "Tỷ lệ hồ sơ đã giải quyết trước và đúng hạn", en: "Dossiers resolved early or on time"}
    field: TD
    points: 20
    metric: {ratio: ["c_early + c_ontime", c_resolved]}
    scoring: {kind: PROP, target: 100}
    levels: [department, district, commune]
    source: "ours: decision 12"

  - code: DT-01
    name: {vi: "Tỷ lệ hồ sơ trực tuyến (toàn trình và một phần)", en: "Dossiers received online (full and partial)"}
    field: TRT
    points: 12
    metric: {ratio: ["c_on_full + c_on_part", "c_on_full + c_on_part + c_direct + c_post"]}
    scoring: {kind: PROP, target: 80}
    levels: [department, district, commune]
    source: "ours: decision 12"

  - code: DT-03
    name: {vi: "Tỷ lệ giao dịch thanh toán trực tuyến", en: "Transactions paid online"}
    field: TTTT
    points: 10
    metric: {ratio: [c_pay_online, c_pay_due]}
    scoring: {kind: PROP, target: 50}
    levels: [department, district, commune]
    source: "ours: decision 12"

  - code: TT-08
    name: {vi: "Tỷ lệ PAKN được xử lý đúng hạn", en: "Petitions handled on time"}
    field: HL
    points: 9
    metric: {ratio: [c_pakn_ontime, c_pakn]}
    scoring: {kind: PROP, target: 100}
    levels: [department, district, commune]
    source: "ours: decision 12"

  - code: TT-09
    name: {vi: "Mức độ hài lòng về giải quyết TTHC", en: "Satisfaction with the handling of procedures"}
    field: HL
    points: 9
    metric: {ratio: [c_rate_ok, c_rate]}
    scoring: {kind: PROP, target: 90}
    levels: [department, district, commune]
    source: "ours: decision 12"

  - code: DT-04
    name: {vi: "Tỷ lệ số hóa hồ sơ khi tiếp nhận", en: "Dossiers digitised on receipt"}
    field: SH
    points: 8
    metric: {ratio: [c_dig_in, c_dig_in_due]}
    scoring: {kind: PROP, target: 100}
    levels: [department, district, commune]
    source: "ours: decision 12"

  - code: DT-05
    name: {vi: "Tỷ lệ hồ sơ có kết quả điện tử", en: "Dossiers with an electronic result"}
    field: SH
    points: 8
    metric: {ratio: [c_eresult, c_eresult_due]}
    scoring: {kind: PROP, target: 100}
    levels: [department, district, commune]
    source: "ours: decision 12"

  - code: DT-06
    name: {vi: "Tỷ lệ hồ sơ tái sử dụng dữ liệu số hóa", en: "Dossiers that reuse digitised data"}
    field: SH
    points: 6
    metric: {ratio: [c_reuse, "c_on_full + c_on_part + c_direct + c_post"]}
    scoring: {kind: PROP, target: 30}
    levels: [department, district, commune]
    source: "ours: decision 12"

# The plan is to raise the reform index of the province; it sets no number, so no rule looks at these.
indices:
  - code: PAR_INDEX
    name: {vi: "Chỉ số cải cách hành chính (PAR INDEX)", en: "Public administration reform index (PAR INDEX)"}
    decimals: 2
    ranks: all
    series:
      - {year: 2019, score: 79.68, rank: 48, of: 63, source: "Đài PT-TH Tiền Giang, 5/2020"}

  - code: PAPI
    name: {vi: "Chỉ số Hiệu quả quản trị và Hành chính công cấp tỉnh (PAPI)", en: "Provincial governance and public administration performance index (PAPI)"}
    # The report prints groups, not places: the places in the press are computed by others.
    decimals: 4
    ranks: none
    series:
      - {year: 2022, score: 40.97, score-basis: summed, rank: 47, rank-basis: computed, of: 63, published-on: 2023-04-12, source: "Báo Ấp Bắc, 3/4/2024"}
      - {year: 2023, score: 39.6906, score-basis: summed, rank: 59, rank-basis: computed, of: 63, published-on: 2024-04-02, source: "Báo Ấp Bắc, 3/4/2024"}

  - code: PCI
    name: {vi: "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)", en: "Provincial competitiveness index (PCI)"}
    decimals: 2
    bands: ["Rất tốt", "Tốt", "Khá", "Trung bình", "Tương đối thấp", "Thấp"]
    ranks: {first: 30, from: 2023}
    series:
      - {year: 2015, score: 56.74, rank: 49, of: 63, band: "Trung bình", source: "pcivietnam.vn, bảng tổng hợp 2015"}
      - {year: 2016, score: 57.25, rank: 48, of: 63, band: "Khá", source: "pcivietnam.vn, bảng tổng hợp 2016"}
      - {year: 2020, score: 62.78, rank: 45, of: 63, source: "pcivietnam.vn, bảng xếp hạng 2020"}

rules:
  # "Khẩn trương … ngay" is no date.
  - id: 004-01a
    kind: TASK
    title: {vi: "Chương trình, kế hoạch hành động của từng đơn vị", en: "An action plan of every unit"}
    who: {levels: [department, district]}
    level: [department, district]
    product: "Chương trình, kế hoạch hành động cụ thể"
    due-by: none
    recurs: once
    source: {document: "004", quote: "Khẩn trương xây dựng, ban hành và triển khai ngay chương trình, kế hoạch hành động cụ thể của từng cơ quan, đơn vị và địa phương"}

  - id: 004-01b
    kind: CHECKLIST
    title: {vi: "Kế hoạch nêu đủ mục tiêu, nhiệm vụ, thời gian, chủ trì", en: "The plan states goals, tasks, time and lead"}
    who: {levels: [department, district]}
    level: [department, district]
    items:
      - {id: muc-tieu, name: "Mục tiêu"}
      - {id: nhiem-vu, name: "Nhiệm vụ"}
      - {id: thoi-gian, name: "Thời gian"}
      - {id: don-vi-chu-tri, name: "Đơn vị chủ trì"}
    mode: all
    source: {document: "004", quote: "Xác định rõ mục tiêu, nhiệm vụ, thời gian, đơn vị chủ trì để triển khai thực hiện"}

  - id: 004-02
    kind: CADENCE
    title: {vi: "Giao ban hàng tháng", en: "A meeting every month"}
    who: {levels: [department, district]}
    level: [department, district]
    every: month
    source: {document: "004", quote: "tổ chức giao ban hàng tháng để kiểm điểm tình hình thực hiện Kế hoạch hành động này"}

  # The interval is that of the report on procedure control, in another text.
  - id: 004-03
    kind: CADENCE
    title: {vi: "Định kỳ báo cáo, lồng ghép báo cáo kiểm soát TTHC", en: "Periodic report, inside the one on procedure control"}
    who: {levels: [department, district]}
    level: [department, district]
    every: unspecified
    source: {document: "004", quote: "Định kỳ báo cáo tình hình thực hiện Kế hoạch này lồng ghép trong báo cáo về công tác kiểm soát thủ tục hành chính, triển khai cơ chế một cửa, một cửa liên thông và thực hiện thủ tục hành chính trên môi trường điện tử"}

  # A task that arises on demand: each request becomes a task with its own date by an amendment.
  - id: 004-04
    kind: TASK
    title: {vi: "Báo cáo đột xuất theo yêu cầu", en: "Reports on request"}
    who: {levels: [department, district]}
    level: [department, district]
    product: "Báo cáo đột xuất"
    due-by: none
    recurs: once
    source: {document: "004", quote: "báo cáo đột xuất theo yêu cầu của cơ quan có thẩm quyền"}
    note: "Chỉ phát sinh khi có yêu cầu; mỗi yêu cầu được thêm thành một nhiệm vụ có hạn riêng bằng sửa đổi bộ quy tắc."

  - id: 004-05
    kind: CHECKLIST
    title: {vi: "Quán triệt Nghị quyết 131/NQ-CP và Kế hoạch", en: "Staff and public are briefed"}
    who: {levels: [department, district]}
    level: [department, district]
    items:
      - {id: can-bo, name: "Toàn bộ cán bộ, công chức, viên chức, người lao động"}
      - {id: nguoi-dan, name: "Người dân, doanh nghiệp"}
    mode: all
    source: {document: "004", quote: "Tổ chức quán triệt, nghiêm túc triển khai thực hiện các nội dung của Nghị quyết số 131/NQ-CP và Kế hoạch hành động này đến toàn bộ cán bộ, công chức, viên chức, người lao động của cơ quan, đơn vị và địa bàn phụ trách, người dân, doanh nghiệp"}

  - id: 004-06
    kind: CADENCE
    title: {vi: "Hàng năm dự toán kinh phí thực hiện", en: "A budget line every year"}
    who: {levels: [department, district]}
    level: [department, district]
    every: year
    source: {document: "004", quote: "Hàng năm, căn cứ nhiệm vụ được giao, các cơ quan, đơn vị có liên quan lập và tổng hợp dự toán kinh phí thực hiện Kế hoạch hành động này vào dự toán chung của cơ quan, đơn vị mình"}

  - id: 004-07
    kind: CADENCE
    title: {vi: "Văn phòng UBND tỉnh tổng hợp, báo cáo", en: "The Office consolidates and reports"}
    who: [van-phong-ubnd]
    level: [province]
    every: unspecified
    source: {document: "004", quote: "tổng hợp báo cáo kết quả về Văn phòng Chính phủ, Chủ tịch UBND tỉnh theo quy định"}

  # About the plan's own annex, which is not in the stored text: whoever follows the plan confirms the four parts.
  - id: 004-08
    kind: CHECKLIST
    title: {vi: "Mỗi nhiệm vụ nêu đủ chủ trì, phối hợp, thời gian, kết quả", en: "Every task states lead, cooperating, time and result"}
    who: [van-phong-ubnd]
    level: [province]
    items:
      - {id: chu-tri, name: "Đơn vị chủ trì"}
      - {id: phoi-hop, name: "Đơn vị phối hợp"}
      - {id: thoi-gian, name: "Thời gian thực hiện"}
      - {id: ket-qua, name: "Kết quả thực hiện"}
    mode: all
    source: {document: "004", quote: "Xác định rõ trách nhiệm của các cơ quan, đơn vị, địa phương gồm: đơn vị chủ trì, phối hợp, thời gian thực hiện, kết quả thực hiện và những nội dung khác có liên quan đến nhiệm vụ được giao"}

  - id: 004-09
    kind: NARRATIVE
    title: {vi: "Kết quả làm cơ sở đánh giá Nghị quyết 131/NQ-CP", en: "The result is the basis for judging Resolution 131/NQ-CP"}
    level: [province]
    source: {document: "004", quote: "Kết quả triển khai Kế hoạch hành động này làm cơ sở để đánh giá kết quả thực hiện Nghị quyết số 131/NQ-CP"}

"""##
}
