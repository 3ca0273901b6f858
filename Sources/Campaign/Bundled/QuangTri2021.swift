// Written by Tools/embed-rulebooks from quang-tri-2021.yaml. Change that file, not this one.

extension BundledCampaigns {
  static let textQuangTri2021 = ##"""
# Quảng Trị, 2021–2025: the programme of action on administrative reform, as a rulebook.
#
# Where things come from
#   * A sentence of the programme is quoted word for word from document 000; the stored text of it breaks off inside section
#     III, and its annex of tasks is not in it. Tasks are added by an amendment when the annex is found.
#   * "ours: decision 12" marks what the programme does not say: it sets targets and gives no points. A small set of criteria
#     is scored so that months can be ranked; all the others are followed: measured, shown, decisive for their rule, in no
#     total.
#   * "MỤC TIÊU ĐẾN NĂM 2025" stands above all targets: what is to be reached is due at the end of 2025 (`due: end`); what
#     the sentence wants every year ("hàng năm", "tiếp tục giữ vững") is decided every year.
#   * The programme is of 15 December 2021, the first day of the legal month January 2022: the first to be filed.
#   * From 1 July 2025 the districts are abolished and the province has other borders. Nothing here anticipates that: it is
#     a matter of an amendment.

thidua: 1
campaign: quang-tri-2021
name:
  vi: "Chương trình hành động đẩy mạnh cải cách hành chính tỉnh Quảng Trị giai đoạn 2021-2025"
  en: "Quảng Trị programme of action on administrative reform, 2021–2025"

documents:
  "000":
    title: "Chương trình hành động thực hiện Nghị quyết 01-NQ/TU đẩy mạnh cải cách hành chính tỉnh Quảng Trị giai đoạn 2021-2025"
    number: "34/CTr-UBND"
    issued: 2021-12-15
    file: 000_199ed957e376b2b2.txt

decimals: 4

ranking:
  total: index
  published: 2
  places-by: published
  missing-month: missing
  zero-denominator: not-applicable
  applicable-floor: 50
  nothing-filed: unranked

periods: {kind: legal-month, first: 2022-01, last: 2025-12}

calendar:
  due-working-days: 2             # another province's rule; Quảng Trị's own text was not seen
  grace-working-days: 5           # ours: decision 6
  holidays: vietnam-2022-2026

blocks:
  - {id: so, name: {vi: "Sở, ban, ngành", en: "Departments"}}
  - {id: huyen, name: {vi: "Huyện, thành phố, thị xã", en: "Districts"}}
  - {id: xa, name: {vi: "Xã, phường, thị trấn", en: "Communes"}}

units:
  # 20 departments. No list printed by the province was found. The roster is derived (the 17 that every province had, the two
  # of a border and highland province, the economic zone board), so every name is `unverified`. The ids are ours.
  - {id: van-phong-ubnd, name: "Văn phòng UBND tỉnh", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-noi-vu, name: "Sở Nội vụ", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-tu-phap, name: "Sở Tư pháp", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-tai-chinh, name: "Sở Tài chính", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-ke-hoach-dau-tu, name: "Sở Kế hoạch và Đầu tư", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-cong-thuong, name: "Sở Công Thương", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-nong-nghiep, name: "Sở Nông nghiệp và Phát triển nông thôn", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-giao-thong-van-tai, name: "Sở Giao thông vận tải", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-xay-dung, name: "Sở Xây dựng", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-tai-nguyen-moi-truong, name: "Sở Tài nguyên và Môi trường", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-thong-tin-truyen-thong, name: "Sở Thông tin và Truyền thông", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-lao-dong, name: "Sở Lao động – Thương binh và Xã hội", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-van-hoa, name: "Sở Văn hóa, Thể thao và Du lịch", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-khoa-hoc-cong-nghe, name: "Sở Khoa học và Công nghệ", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-giao-duc-dao-tao, name: "Sở Giáo dục và Đào tạo", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-y-te, name: "Sở Y tế", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: thanh-tra-tinh, name: "Thanh tra tỉnh", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: so-ngoai-vu, name: "Sở Ngoại vụ", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: ban-dan-toc, name: "Ban Dân tộc", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}
  - {id: ban-quan-ly-kkt, name: "Ban Quản lý Khu kinh tế tỉnh", block: so, level: department, source: "suy ra: danh mục sở, ban, ngành của tỉnh năm 2021", unverified: true}

  # 10 districts, official codes and names in force from 10 April 2023 (the same ten as in 2021). The island district Cồn Cỏ
  # has no communes.
  - {id: tp-dong-ha, name: "Thành phố Đông Hà", block: huyen, level: district, code: "461", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: tx-quang-tri, name: "Thị xã Quảng Trị", block: huyen, level: district, code: "462", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: vinh-linh, name: "Huyện Vĩnh Linh", block: huyen, level: district, code: "464", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: huong-hoa, name: "Huyện Hướng Hóa", block: huyen, level: district, code: "465", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: gio-linh, name: "Huyện Gio Linh", block: huyen, level: district, code: "466", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: da-krong, name: "Huyện Đa Krông", block: huyen, level: district, code: "467", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: cam-lo, name: "Huyện Cam Lộ", block: huyen, level: district, code: "468", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: trieu-phong, name: "Huyện Triệu Phong", block: huyen, level: district, code: "469", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: hai-lang, name: "Huyện Hải Lăng", block: huyen, level: district, code: "470", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: con-co, name: "Huyện Cồn Cỏ", block: huyen, level: district, code: "471", source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # 125 communes. The id carries the official code of 2023 and is never reused, although later lists give some of these codes
  # to other communes.
  # Thành phố Đông Hà: 9
  - {id: xa-19330, name: "Phường Đông Giang", block: xa, level: commune, code: "19330", parent: tp-dong-ha, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19333, name: "Phường 1", block: xa, level: commune, code: "19333", parent: tp-dong-ha, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19336, name: "Phường Đông Lễ", block: xa, level: commune, code: "19336", parent: tp-dong-ha, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19339, name: "Phường Đông Thanh", block: xa, level: commune, code: "19339", parent: tp-dong-ha, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19342, name: "Phường 2", block: xa, level: commune, code: "19342", parent: tp-dong-ha, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19345, name: "Phường 4", block: xa, level: commune, code: "19345", parent: tp-dong-ha, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19348, name: "Phường 5", block: xa, level: commune, code: "19348", parent: tp-dong-ha, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19351, name: "Phường Đông Lương", block: xa, level: commune, code: "19351", parent: tp-dong-ha, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19354, name: "Phường 3", block: xa, level: commune, code: "19354", parent: tp-dong-ha, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Thị xã Quảng Trị: 5
  - {id: xa-19357, name: "Phường 1", block: xa, level: commune, code: "19357", parent: tx-quang-tri, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19358, name: "Phường An Đôn", block: xa, level: commune, code: "19358", parent: tx-quang-tri, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19360, name: "Phường 2", block: xa, level: commune, code: "19360", parent: tx-quang-tri, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19361, name: "Phường 3", block: xa, level: commune, code: "19361", parent: tx-quang-tri, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19705, name: "Xã Hải Lệ", block: xa, level: commune, code: "19705", parent: tx-quang-tri, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Vĩnh Linh: 18
  - {id: xa-19363, name: "Thị trấn Hồ Xá", block: xa, level: commune, code: "19363", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19366, name: "Thị trấn Bến Quan", block: xa, level: commune, code: "19366", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19369, name: "Xã Vĩnh Thái", block: xa, level: commune, code: "19369", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19372, name: "Xã Vĩnh Tú", block: xa, level: commune, code: "19372", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19375, name: "Xã Vĩnh Chấp", block: xa, level: commune, code: "19375", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19378, name: "Xã Trung Nam", block: xa, level: commune, code: "19378", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19384, name: "Xã Kim Thạch", block: xa, level: commune, code: "19384", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19387, name: "Xã Vĩnh Long", block: xa, level: commune, code: "19387", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19393, name: "Xã Vĩnh Khê", block: xa, level: commune, code: "19393", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19396, name: "Xã Vĩnh Hòa", block: xa, level: commune, code: "19396", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19402, name: "Xã Vĩnh Thủy", block: xa, level: commune, code: "19402", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19405, name: "Xã Vĩnh Lâm", block: xa, level: commune, code: "19405", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19408, name: "Xã Hiền Thành", block: xa, level: commune, code: "19408", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19414, name: "Thị trấn Cửa Tùng", block: xa, level: commune, code: "19414", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19417, name: "Xã Vĩnh Hà", block: xa, level: commune, code: "19417", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19420, name: "Xã Vĩnh Sơn", block: xa, level: commune, code: "19420", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19423, name: "Xã Vĩnh Giang", block: xa, level: commune, code: "19423", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19426, name: "Xã Vĩnh Ô", block: xa, level: commune, code: "19426", parent: vinh-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Hướng Hóa: 21
  - {id: xa-19429, name: "Thị trấn Khe Sanh", block: xa, level: commune, code: "19429", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19432, name: "Thị trấn Lao Bảo", block: xa, level: commune, code: "19432", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19435, name: "Xã Hướng Lập", block: xa, level: commune, code: "19435", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19438, name: "Xã Hướng Việt", block: xa, level: commune, code: "19438", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19441, name: "Xã Hướng Phùng", block: xa, level: commune, code: "19441", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19444, name: "Xã Hướng Sơn", block: xa, level: commune, code: "19444", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19447, name: "Xã Hướng Linh", block: xa, level: commune, code: "19447", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19450, name: "Xã Tân Hợp", block: xa, level: commune, code: "19450", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19453, name: "Xã Hướng Tân", block: xa, level: commune, code: "19453", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19456, name: "Xã Tân Thành", block: xa, level: commune, code: "19456", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19459, name: "Xã Tân Long", block: xa, level: commune, code: "19459", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19462, name: "Xã Tân Lập", block: xa, level: commune, code: "19462", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19465, name: "Xã Tân Liên", block: xa, level: commune, code: "19465", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19468, name: "Xã Húc", block: xa, level: commune, code: "19468", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19471, name: "Xã Thuận", block: xa, level: commune, code: "19471", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19474, name: "Xã Hướng Lộc", block: xa, level: commune, code: "19474", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19477, name: "Xã Ba Tầng", block: xa, level: commune, code: "19477", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19480, name: "Xã Thanh", block: xa, level: commune, code: "19480", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19483, name: "Xã A Dơi", block: xa, level: commune, code: "19483", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19489, name: "Xã Lìa", block: xa, level: commune, code: "19489", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19492, name: "Xã Xy", block: xa, level: commune, code: "19492", parent: huong-hoa, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Gio Linh: 17
  - {id: xa-19495, name: "Thị trấn Gio Linh", block: xa, level: commune, code: "19495", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19496, name: "Thị trấn Cửa Việt", block: xa, level: commune, code: "19496", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19498, name: "Xã Trung Giang", block: xa, level: commune, code: "19498", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19501, name: "Xã Trung Hải", block: xa, level: commune, code: "19501", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19504, name: "Xã Trung Sơn", block: xa, level: commune, code: "19504", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19507, name: "Xã Phong Bình", block: xa, level: commune, code: "19507", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19510, name: "Xã Gio Mỹ", block: xa, level: commune, code: "19510", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19519, name: "Xã Gio Hải", block: xa, level: commune, code: "19519", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19522, name: "Xã Gio An", block: xa, level: commune, code: "19522", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19525, name: "Xã Gio Châu", block: xa, level: commune, code: "19525", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19531, name: "Xã Gio Việt", block: xa, level: commune, code: "19531", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19534, name: "Xã Linh Trường", block: xa, level: commune, code: "19534", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19537, name: "Xã Gio Sơn", block: xa, level: commune, code: "19537", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19543, name: "Xã Gio Mai", block: xa, level: commune, code: "19543", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19546, name: "Xã Hải Thái", block: xa, level: commune, code: "19546", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19549, name: "Xã Linh Hải", block: xa, level: commune, code: "19549", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19552, name: "Xã Gio Quang", block: xa, level: commune, code: "19552", parent: gio-linh, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Đa Krông: 13
  - {id: xa-19555, name: "Thị trấn Krông Klang", block: xa, level: commune, code: "19555", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19558, name: "Xã Mò Ó", block: xa, level: commune, code: "19558", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19561, name: "Xã Hướng Hiệp", block: xa, level: commune, code: "19561", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19564, name: "Xã Đa Krông", block: xa, level: commune, code: "19564", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19567, name: "Xã Triệu Nguyên", block: xa, level: commune, code: "19567", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19570, name: "Xã Ba Lòng", block: xa, level: commune, code: "19570", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19576, name: "Xã Ba Nang", block: xa, level: commune, code: "19576", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19579, name: "Xã Tà Long", block: xa, level: commune, code: "19579", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19582, name: "Xã Húc Nghì", block: xa, level: commune, code: "19582", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19585, name: "Xã A Vao", block: xa, level: commune, code: "19585", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19588, name: "Xã Tà Rụt", block: xa, level: commune, code: "19588", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19591, name: "Xã A Bung", block: xa, level: commune, code: "19591", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19594, name: "Xã A Ngo", block: xa, level: commune, code: "19594", parent: da-krong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Cam Lộ: 8
  - {id: xa-19597, name: "Thị trấn Cam Lộ", block: xa, level: commune, code: "19597", parent: cam-lo, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19600, name: "Xã Cam Tuyền", block: xa, level: commune, code: "19600", parent: cam-lo, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19603, name: "Xã Thanh An", block: xa, level: commune, code: "19603", parent: cam-lo, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19606, name: "Xã Cam Thủy", block: xa, level: commune, code: "19606", parent: cam-lo, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19612, name: "Xã Cam Thành", block: xa, level: commune, code: "19612", parent: cam-lo, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19615, name: "Xã Cam Hiếu", block: xa, level: commune, code: "19615", parent: cam-lo, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19618, name: "Xã Cam Chính", block: xa, level: commune, code: "19618", parent: cam-lo, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19621, name: "Xã Cam Nghĩa", block: xa, level: commune, code: "19621", parent: cam-lo, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Triệu Phong: 18
  - {id: xa-19624, name: "Thị trấn Ái Tử", block: xa, level: commune, code: "19624", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19627, name: "Xã Triệu An", block: xa, level: commune, code: "19627", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19630, name: "Xã Triệu Vân", block: xa, level: commune, code: "19630", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19633, name: "Xã Triệu Phước", block: xa, level: commune, code: "19633", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19636, name: "Xã Triệu Độ", block: xa, level: commune, code: "19636", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19639, name: "Xã Triệu Trạch", block: xa, level: commune, code: "19639", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19642, name: "Xã Triệu Thuận", block: xa, level: commune, code: "19642", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19645, name: "Xã Triệu Đại", block: xa, level: commune, code: "19645", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19648, name: "Xã Triệu Hòa", block: xa, level: commune, code: "19648", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19651, name: "Xã Triệu Lăng", block: xa, level: commune, code: "19651", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19654, name: "Xã Triệu Sơn", block: xa, level: commune, code: "19654", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19657, name: "Xã Triệu Long", block: xa, level: commune, code: "19657", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19660, name: "Xã Triệu Tài", block: xa, level: commune, code: "19660", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19666, name: "Xã Triệu Trung", block: xa, level: commune, code: "19666", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19669, name: "Xã Triệu Ái", block: xa, level: commune, code: "19669", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19672, name: "Xã Triệu Thượng", block: xa, level: commune, code: "19672", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19675, name: "Xã Triệu Giang", block: xa, level: commune, code: "19675", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19678, name: "Xã Triệu Thành", block: xa, level: commune, code: "19678", parent: trieu-phong, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

  # Huyện Hải Lăng: 16
  - {id: xa-19681, name: "Thị trấn Diên Sanh", block: xa, level: commune, code: "19681", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19684, name: "Xã Hải An", block: xa, level: commune, code: "19684", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19687, name: "Xã Hải Ba", block: xa, level: commune, code: "19687", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19693, name: "Xã Hải Quy", block: xa, level: commune, code: "19693", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19696, name: "Xã Hải Quế", block: xa, level: commune, code: "19696", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19699, name: "Xã Hải Hưng", block: xa, level: commune, code: "19699", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19702, name: "Xã Hải Phú", block: xa, level: commune, code: "19702", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19708, name: "Xã Hải Thượng", block: xa, level: commune, code: "19708", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19711, name: "Xã Hải Dương", block: xa, level: commune, code: "19711", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19714, name: "Xã Hải Định", block: xa, level: commune, code: "19714", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19717, name: "Xã Hải Lâm", block: xa, level: commune, code: "19717", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19726, name: "Xã Hải Phong", block: xa, level: commune, code: "19726", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19729, name: "Xã Hải Trường", block: xa, level: commune, code: "19729", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19735, name: "Xã Hải Sơn", block: xa, level: commune, code: "19735", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19738, name: "Xã Hải Chánh", block: xa, level: commune, code: "19738", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}
  - {id: xa-19741, name: "Xã Hải Khê", block: xa, level: commune, code: "19741", parent: hai-lang, source: "Danh mục đơn vị hành chính, có hiệu lực từ 10/4/2023"}

counters:
  # Codes c_… are the counters of the official forms and of the one-stop system; codes o_… are ours. All are whole numbers.
  # Codes and names are those of the Kon Tum campaign wherever the measure is the same. "Received" is the sum of the four
  # flows c_on_full + c_on_part + c_direct + c_post; what the text of 2021 calls "mức độ 4" and "mức độ 3" is now roughly
  # full and partial online service.
  - {code: c_on_full, name: {vi: "Hồ sơ tiếp nhận trực tuyến toàn trình", en: "Dossiers received online, full service"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_on_part, name: {vi: "Hồ sơ tiếp nhận trực tuyến một phần", en: "Dossiers received online, partial service"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_direct, name: {vi: "Hồ sơ tiếp nhận trực tiếp", en: "Dossiers received at the counter"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_post, name: {vi: "Hồ sơ tiếp nhận qua bưu chính công ích", en: "Dossiers received by the public postal service"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 07a/BTP"}
  - {code: c_early, name: {vi: "Hồ sơ đã giải quyết trước hạn", en: "Dossiers resolved early"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_ontime, name: {vi: "Hồ sơ đã giải quyết đúng hạn", en: "Dossiers resolved on time"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_late, name: {vi: "Hồ sơ đã giải quyết quá hạn", en: "Dossiers resolved late"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_resolved, name: {vi: "Tổng số hồ sơ đã giải quyết", en: "All dossiers resolved"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], source: "Biểu 06a/06b, Thông tư 01/2020/TT-VPCP"}
  - {code: c_rate, name: {vi: "Lượt đánh giá", en: "Ratings given"}, combine: flow, unit: "lượt", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: c_rate_ok, name: {vi: "Lượt đánh giá hài lòng trở lên", en: "Ratings 'satisfied' or better"}, combine: flow, unit: "lượt", levels: [department, district, commune], source: "Quyết định 766/QĐ-TTg, Cổng DVCQG"}
  - {code: o_recorded, name: {vi: "Hồ sơ tiếp nhận trên phần mềm một cửa", en: "Dossiers recorded in the one-stop software"}, combine: flow, unit: "hồ sơ", levels: [department, district, commune], ours: true}
  - {code: o_tthc, name: {vi: "TTHC thuộc thẩm quyền giải quyết", en: "Procedures within the competence of the unit"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_tthc_onestop, name: {vi: "TTHC tiếp nhận và trả kết quả tại bộ phận một cửa", en: "Those procedures taken in and returned at the one-stop unit"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_days_norm, name: {vi: "Tổng thời gian giải quyết TTHC theo quy định", en: "Statutory handling time, sum over procedures"}, combine: yearly, unit: "ngày", levels: [department, district, commune], ours: true}
  - {code: o_days_applied, name: {vi: "Tổng thời gian giải quyết TTHC đang áp dụng", en: "Applied handling time, sum over procedures"}, combine: yearly, unit: "ngày", levels: [department, district, commune], ours: true}
  - {code: o_service_units, name: {vi: "Đơn vị sự nghiệp công lập", en: "Public service units"}, combine: yearly, unit: "đơn vị", levels: [department, district], ours: true}
  - {code: o_service_self, name: {vi: "ĐVSNCL tự bảo đảm chi thường xuyên", en: "Public service units that cover their regular spending"}, combine: yearly, unit: "đơn vị", levels: [department, district], ours: true}
  - {code: o_convertible, name: {vi: "Đơn vị sự nghiệp kinh tế, sự nghiệp khác đủ điều kiện chuyển đổi", en: "Economic and other service units eligible for conversion"}, combine: yearly, unit: "đơn vị", levels: [department, district], ours: true}
  - {code: o_converted, name: {vi: "Đơn vị đã chuyển thành công ty cổ phần hoặc tự bảo đảm chi thường xuyên và chi đầu tư", en: "Those units converted to joint-stock companies or financing themselves"}, combine: yearly, unit: "đơn vị", levels: [department, district], ours: true}
  - {code: o_dvc_eligible, name: {vi: "TTHC đủ điều kiện cung cấp dịch vụ công trực tuyến mức độ 3, 4", en: "Procedures eligible for online service at level 3 or 4"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_dvc, name: {vi: "TTHC đang cung cấp dịch vụ công trực tuyến mức độ 3, 4", en: "Procedures offered online at level 3 or 4"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}
  - {code: o_dvc_integrated, name: {vi: "Dịch vụ công trực tuyến mức độ 3, 4 đã tích hợp Cổng DVCQG", en: "Those online services integrated with the national portal"}, combine: stock, unit: "TTHC", levels: [department, district, commune], ours: true}

identities:
  - {sum: c_resolved, of: [c_early, c_ontime, c_late]}
  - {part: c_rate_ok, whole: [c_rate]}
  - {part: o_recorded, whole: [c_on_full, c_on_part, c_direct, c_post]}
  - {part: o_tthc_onestop, whole: [o_tthc]}
  - {part: o_days_applied, whole: [o_days_norm]}
  - {part: o_dvc, whole: [o_dvc_eligible]}
  - {part: o_dvc_integrated, whole: [o_dvc]}
  - {part: o_service_self, whole: [o_service_units]}
  - {part: o_converted, whole: [o_convertible]}

fields:
  - {code: TT, name: {vi: "Cải cách thủ tục hành chính", en: "Administrative procedures"}}
  - {code: TK, name: {vi: "Cải cách tài chính công", en: "Public finance"}}
  - {code: DT, name: {vi: "Xây dựng chính quyền điện tử, chính quyền số", en: "E-government"}}

# Four criteria are scored, 25 points each: those that the one-stop system counts every month for every unit, each with the
# target of the programme, in proportion to it. Equal points and the proportion are ours (decision 12).
criteria:
  # Resolved dossiers only, as in form 06a.
  - code: TT-01
    name: {vi: "Tỷ lệ hồ sơ đã giải quyết trước và đúng hạn", en: "Dossiers resolved early or on time"}
    field: TT
    points: 25
    metric: {ratio: ["c_early + c_ontime", c_resolved]}
    scoring: {kind: PROP, target: 99}
    levels: [department, district, commune]
    source: {document: "000", quote: "Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn và trước hạn hàng năm đạt từ 99% trở lên"}

  - code: TT-06
    name: {vi: "Tỷ lệ hồ sơ tiếp nhận trên phần mềm một cửa", en: "Dossiers recorded in the one-stop software"}
    field: TT
    points: 25
    metric: {ratio: [o_recorded, "c_on_full + c_on_part + c_direct + c_post"]}
    scoring: {kind: PROP, target: 100}
    levels: [department, district, commune]
    source: {document: "000", quote: "100% hồ sơ TTHC tiếp nhận tại Trung tâm Phục vụ Hành chính công và bộ phận một cửa, một cửa liên thông cấp huyện, cấp xã được cập nhật vào phần mềm một cửa điện tử của tỉnh"}

  - code: TT-09
    name: {vi: "Mức độ hài lòng về giải quyết TTHC", en: "Satisfaction with the handling of procedures"}
    field: TT
    points: 25
    metric: {ratio: [c_rate_ok, c_rate]}
    scoring: {kind: PROP, target: 90}
    levels: [department, district, commune]
    source: {document: "000", quote: "Mức độ hài lòng của tổ chức, doanh nghiệp và người dân về giải quyết TTHC đạt tối thiểu 90%"}

  # Carried-over dossiers are left out of "tổng số hồ sơ": they were counted when they came in.
  - code: DT-01
    name: {vi: "Tỷ lệ hồ sơ trực tuyến (toàn trình và một phần)", en: "Dossiers received online (full and partial)"}
    field: DT
    points: 25
    metric: {ratio: ["c_on_full + c_on_part", "c_on_full + c_on_part + c_direct + c_post"]}
    scoring: {kind: PROP, target: 50}
    levels: [department, district, commune]
    source: {document: "000", quote: "Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 3 và 4 trên tổng số hồ sơ đạt tối thiểu 50%"}

  # Followed: no points.
  - code: TT-12
    name: {vi: "Tỷ lệ TTHC tiếp nhận và trả kết quả tại bộ phận một cửa", en: "Procedures taken in and returned at the one-stop unit"}
    field: TT
    metric: {ratio: [o_tthc_onestop, o_tthc]}
    levels: [department, district, commune]
    source: {document: "000", quote: "Tiếp tục giữ vững 100% TTHC cấp tỉnh, cấp huyện, cấp xã được tiếp nhận và trả kết quả tại Trung tâm Phục vụ Hành chính công và Bộ phận một cửa, một cửa liên thông cấp huyện, cấp xã"}

  # A ratio of sums over procedures; the cut against the norm is 100 less this value.
  - code: TT-13
    name: {vi: "Thời gian giải quyết TTHC đang áp dụng so với quy định", en: "Handling time applied against the statutory time"}
    field: TT
    direction: lower
    metric: {ratio: [o_days_applied, o_days_norm]}
    levels: [department, district, commune]
    source: {document: "000", quote: "cắt giảm ít nhất 25% thời gian giải quyết TTHC so với quy định"}

  - code: TK-03
    name: {vi: "Tỷ lệ ĐVSNCL tự bảo đảm chi thường xuyên", en: "Service units that cover their regular spending"}
    field: TK
    metric: {ratio: [o_service_self, o_service_units]}
    levels: [department, district]
    source: {document: "000", quote: "tối thiểu 20% đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên"}

  - code: TK-04
    name: {vi: "Tỷ lệ đơn vị sự nghiệp đủ điều kiện đã hoàn thành chuyển đổi", en: "Eligible service units converted or self-financing"}
    field: TK
    metric: {ratio: [o_converted, o_convertible]}
    levels: [department, district]
    source: {document: "000", quote: "100% đơn vị sự nghiệp kinh tế và sự nghiệp khác có đủ điều kiện, hoàn thành việc chuyển đổi thành công ty cổ phần hoặc chuyển sang tự đảm bảo chi thường xuyên và chi đầu tư"}

  - code: DT-11
    name: {vi: "Tỷ lệ TTHC đủ điều kiện được cung cấp dịch vụ công trực tuyến", en: "Eligible procedures offered online"}
    field: DT
    metric: {ratio: [o_dvc, o_dvc_eligible]}
    levels: [department, district, commune]
    source: {document: "000", quote: "100% TTHC đủ điều kiện theo quy định của pháp luật được cung cấp dưới hình thức dịch vụ công trực tuyến mức độ 3, mức độ 4"}

  # "trong đó": of the procedures that are offered online.
  - code: DT-14
    name: {vi: "Tỷ lệ dịch vụ công trực tuyến tích hợp trên Cổng DVCQG", en: "Online services integrated with the national portal"}
    field: DT
    metric: {ratio: [o_dvc_integrated, o_dvc]}
    levels: [department, district, commune]
    source: {document: "000", quote: "trong đó, ít nhất 80% TTHC được tích hợp, cung cấp trên Cổng Dịch vụ công quốc gia"}

# Published indices of Quảng Trị, one fact a year.
indices:
  - code: PAR_INDEX
    name: {vi: "Chỉ số cải cách hành chính (PAR INDEX)", en: "Public administration reform index (PAR INDEX)"}
    decimals: 2
    ranks: all
    series:
      # The place of 2022 is printed in the article on 2023; the score is not.
      - {year: 2022, rank: 52, of: 63, source: "tinhuyquangtri.vn, cải thiện, nâng cao các chỉ số"}
      - {year: 2023, score: 86.25, rank: 41, of: 63, published-on: 2024-04-17, source: "tinhuyquangtri.vn, cải thiện, nâng cao các chỉ số"}

  - code: PAPI
    name: {vi: "Chỉ số Hiệu quả quản trị và Hành chính công cấp tỉnh (PAPI)", en: "Provincial governance and public administration performance index (PAPI)"}
    # The report prints groups, not places: the places in the press are computed by others, shown and never decisive.
    decimals: 4
    ranks: none
    series:
      - {year: 2021, score: 42.394, score-basis: summed, rank: 28, rank-basis: computed, of: 63, source: "Báo Quảng Trị, 5/2022"}
      # The article on 2023 prints 42,7705, up 0,9963 and 11 places.
      - {year: 2022, score: 41.7742, score-basis: derived, rank: 37, rank-basis: computed, of: 63, published-on: 2023-04-12, source: "tinhuyquangtri.vn, cải thiện, nâng cao các chỉ số"}
      - {year: 2023, score: 42.7705, score-basis: summed, rank: 26, rank-basis: computed, of: 63, published-on: 2024-04-02, source: "tinhuyquangtri.vn, cải thiện, nâng cao các chỉ số"}

  - code: PCI
    name: {vi: "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)", en: "Provincial competitiveness index (PCI)"}
    decimals: 2
    # Bands as the yearly workbooks name them, best first. No list seen prints a band for Quảng Trị after 2016.
    bands: ["Rất tốt", "Tốt", "Khá", "Trung bình", "Tương đối thấp", "Thấp"]
    ranks: {first: 30, from: 2023}
    series:
      - {year: 2015, score: 57.32, rank: 43, of: 63, band: "Khá", source: "pcivietnam.vn, bảng tổng hợp 2015"}
      - {year: 2016, score: 57.62, rank: 43, of: 63, band: "Khá", source: "pcivietnam.vn, bảng tổng hợp 2016"}
      - {year: 2017, score: 59.25, rank: 54, of: 63, source: "pcivietnam.vn, hồ sơ tỉnh Quảng Trị"}
      - {year: 2018, score: 61.16, rank: 53, of: 63, source: "pcivietnam.vn, hồ sơ tỉnh Quảng Trị"}
      - {year: 2019, score: 63.84, rank: 49, of: 63, source: "pcivietnam.vn, hồ sơ tỉnh Quảng Trị"}
      - {year: 2020, score: 63.07, rank: 41, of: 63, source: "pcivietnam.vn, bảng xếp hạng 2020"}
      - {year: 2021, score: 63.33, rank: 41, of: 63, source: "pcivietnam.vn, hồ sơ tỉnh Quảng Trị"}
      - {year: 2022, score: 61.26, rank: 59, of: 63, published-on: 2023-04-11, source: "pcivietnam.vn, hồ sơ tỉnh Quảng Trị"}
      # From 2023 only the first 30 are printed; the page of the province says N/A. A total of 63.26 that the province adds
      # up itself is not the publisher's.
      - {year: 2023, score: withheld, rank: beyond, of: 63, published-on: 2024-05-09, source: "pcivietnam.vn, hồ sơ tỉnh Quảng Trị: không công bố ngoài nhóm 30 tỉnh đứng đầu"}

  - code: SIPAS
    name: {vi: "Chỉ số hài lòng về sự phục vụ hành chính (SIPAS)", en: "Satisfaction index of public administrative services (SIPAS)"}
    decimals: 2
    ranks: all
    series:
      - {year: 2022, score: 76.43, rank: 55, of: 63, source: "tinhuyquangtri.vn, cải thiện, nâng cao các chỉ số"}
      - {year: 2023, score: 79.46, rank: 53, of: 63, published-on: 2024-04-17, source: "tinhuyquangtri.vn, cải thiện, nâng cao các chỉ số"}

  # Figures of the province that no unit can file for itself: two surveys, and what the provincial portal offers. Results were
  # not found: they are entered with `publish`.
  - code: HL_Y_TE
    name: {vi: "Mức độ hài lòng của người dân về dịch vụ y tế công lập", en: "Satisfaction with public health services"}
    decimals: 2
    ranks: none

  - code: HL_GIAO_DUC
    name: {vi: "Mức độ hài lòng của người dân về dịch vụ giáo dục công lập", en: "Satisfaction with public education services"}
    decimals: 2
    ranks: none

  - code: DVC4_NHIEU_THIET_BI
    name: {vi: "Tỷ lệ dịch vụ công mức độ 4 trên nhiều phương tiện truy cập", en: "Level 4 services on several devices"}
    decimals: 2
    ranks: none

rules:
  - id: 000-01
    kind: MAINTAIN
    title: {vi: "Giữ vững 100% TTHC tiếp nhận, trả kết quả tại bộ phận một cửa", en: "Keep 100% of procedures at the one-stop units"}
    of: {criterion: TT-12}
    level: [department, district, commune]
    rule: {kind: THRESHOLD, equal: 100}
    window: [2022, 2025]
    source: {document: "000", quote: "Tiếp tục giữ vững 100% TTHC cấp tỉnh, cấp huyện, cấp xã được tiếp nhận và trả kết quả tại Trung tâm Phục vụ Hành chính công và Bộ phận một cửa, một cửa liên thông cấp huyện, cấp xã"}

  - id: 000-02
    kind: CHECKLIST
    title: {vi: "Rà soát, đơn giản hóa TTHC", en: "Procedures reviewed and simplified"}
    who: all
    level: [department, district, commune]
    items:
      - {id: ra-soat, name: "TTHC được rà soát"}
      - {id: don-gian-hoa, name: "TTHC được đơn giản hóa"}
    mode: all
    yearly: true
    window: [2022, 2025]
    source: {document: "000", quote: "TTHC được rà soát, đơn giản hóa"}
    note: "Văn bản không nêu số lượng; mỗi năm mỗi đơn vị nêu kết quả rà soát và phương án đơn giản hóa."

  # Days are summed over the procedures of all units: a ratio of sums, not a mean of cuts.
  - id: 000-03
    kind: REDUCTION
    title: {vi: "Cắt giảm ít nhất 25% thời gian giải quyết TTHC", en: "Handling time cut by at least 25%"}
    of: {criterion: TT-13}
    level: [department, district, commune]
    by: 25
    against: norm
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "cắt giảm ít nhất 25% thời gian giải quyết TTHC so với quy định"}

  - id: 000-04
    kind: THRESHOLD
    title: {vi: "Từ 99% hồ sơ giải quyết đúng hạn và trước hạn", en: "99% of dossiers on time or early"}
    of: {criterion: TT-01}
    level: [department, district, commune]
    at-least: 99
    window: [2022, 2025]
    source: {document: "000", quote: "Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn và trước hạn hàng năm đạt từ 99% trở lên"}

  - id: 000-05
    kind: THRESHOLD
    title: {vi: "100% hồ sơ cập nhật vào phần mềm một cửa", en: "100% of dossiers in the one-stop software"}
    of: {criterion: TT-06}
    level: [department, district, commune]
    equal: 100
    window: [2022, 2025]
    source: {document: "000", quote: "100% hồ sơ TTHC tiếp nhận tại Trung tâm Phục vụ Hành chính công và bộ phận một cửa, một cửa liên thông cấp huyện, cấp xã được cập nhật vào phần mềm một cửa điện tử của tỉnh"}

  - id: 000-06
    kind: THRESHOLD
    title: {vi: "100% TTHC đủ điều kiện được cung cấp trực tuyến", en: "100% of eligible procedures online"}
    of: {criterion: DT-11}
    level: [province]
    equal: 100
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "100% TTHC đủ điều kiện theo quy định của pháp luật được cung cấp dưới hình thức dịch vụ công trực tuyến mức độ 3, mức độ 4"}

  - id: 000-07
    kind: THRESHOLD
    title: {vi: "Ít nhất 80% được tích hợp trên Cổng DVCQG", en: "At least 80% of them on the national portal"}
    of: {criterion: DT-14}
    level: [province]
    at-least: 80
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "trong đó, ít nhất 80% TTHC được tích hợp, cung cấp trên Cổng Dịch vụ công quốc gia"}

  - id: 000-08
    kind: THRESHOLD
    title: {vi: "Tối thiểu 50% hồ sơ giải quyết trực tuyến", en: "At least 50% of dossiers online"}
    of: {criterion: DT-01}
    level: [department, district, commune]
    at-least: 50
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 3 và 4 trên tổng số hồ sơ đạt tối thiểu 50%"}

  - id: 000-09
    kind: THRESHOLD
    title: {vi: "100% dịch vụ công mức độ 4 trên nhiều phương tiện", en: "100% of level 4 services on several devices"}
    of: {index: DVC4_NHIEU_THIET_BI}
    level: [province]
    equal: 100
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "100% dịch vụ công trực tuyến mức độ 4 được cung cấp trên nhiều phương tiện truy cập khác nhau, bao gồm cả thiết bị di động"}

  - id: 000-10
    kind: THRESHOLD
    title: {vi: "Hài lòng về giải quyết TTHC tối thiểu 90%", en: "Satisfaction with procedures at least 90%"}
    of: {criterion: TT-09}
    level: [province]
    at-least: 90
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "Mức độ hài lòng của tổ chức, doanh nghiệp và người dân về giải quyết TTHC đạt tối thiểu 90%"}

  - id: 000-11a
    kind: THRESHOLD
    title: {vi: "Hài lòng về dịch vụ y tế công lập tối thiểu 85%", en: "Satisfaction with public health at least 85%"}
    of: {index: HL_Y_TE}
    level: [province]
    at-least: 85
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "mức độ hài lòng của người dân về dịch vụ y tế, giáo dục công lập đạt tối thiểu 85%"}

  - id: 000-11b
    kind: THRESHOLD
    title: {vi: "Hài lòng về dịch vụ giáo dục công lập tối thiểu 85%", en: "Satisfaction with public education at least 85%"}
    of: {index: HL_GIAO_DUC}
    level: [province]
    at-least: 85
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "mức độ hài lòng của người dân về dịch vụ y tế, giáo dục công lập đạt tối thiểu 85%"}

  - id: 000-12
    kind: THRESHOLD
    title: {vi: "Tối thiểu 20% ĐVSNCL tự bảo đảm chi thường xuyên", en: "At least 20% of service units self-financing"}
    of: {criterion: TK-03}
    level: [province]
    at-least: 20
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "Phấn đấu đạt tối thiểu 20% đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên"}

  - id: 000-13
    kind: THRESHOLD
    title: {vi: "100% đơn vị sự nghiệp đủ điều kiện hoàn thành chuyển đổi", en: "100% of eligible service units converted"}
    of: {criterion: TK-04}
    level: [province]
    equal: 100
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "100% đơn vị sự nghiệp kinh tế và sự nghiệp khác có đủ điều kiện, hoàn thành việc chuyển đổi thành công ty cổ phần hoặc chuyển sang tự đảm bảo chi thường xuyên và chi đầu tư"}

  # The contents are those of other plans; the sentence itself names two groups.
  - id: 000-14
    kind: CHECKLIST
    title: {vi: "Hoàn thành 100% các nội dung về chuyển đổi số", en: "All items of digital transformation done"}
    who: all
    level: [department, district, commune]
    items:
      - {id: chuyen-doi-so, name: "Các nội dung về chuyển đổi số"}
      - {id: khoa-hoc-cong-nghe, name: "Ứng dụng các tiến bộ khoa học, công nghệ"}
    mode: share
    at-least: 100
    window: [2022, 2025]
    source: {document: "000", quote: "Hoàn thành 100% các nội dung về chuyển đổi số và ứng dụng các tiến bộ khoa học, công nghệ để xây dựng chính quyền điện tử và Chính quyền số"}
    note: "Danh mục nội dung nằm ở kế hoạch khác; khi có, bổ sung bằng sửa đổi bộ quy tắc."

  # "Khá" is read as that band or a better one.
  - id: 000-15
    kind: IN_BAND
    title: {vi: "PCI thuộc nhóm điều hành khá", en: "PCI in the band 'good' or better"}
    of: {index: PCI}
    level: [province]
    at-least: "Khá"
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "Chỉ số PCI thuộc nhóm các tỉnh, thành phố có chất lượng điều hành khá của cả nước"}

  - id: 000-16
    kind: TOP_N
    title: {vi: "PAR INDEX thuộc nhóm 20 tỉnh đứng đầu", en: "PAR INDEX among the first 20"}
    of: {index: PAR_INDEX}
    level: [province]
    first: 20
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "chỉ số PAR INDEX và PAPI thuộc nhóm 20 các tỉnh, thành phố đứng đầu cả nước"}

  # PAPI prints no places, so this cannot be decided from what is published.
  - id: 000-17
    kind: TOP_N
    title: {vi: "PAPI thuộc nhóm 20 tỉnh đứng đầu", en: "PAPI among the first 20"}
    of: {index: PAPI}
    level: [province]
    first: 20
    window: [2022, 2025]
    due: end
    source: {document: "000", quote: "chỉ số PAR INDEX và PAPI thuộc nhóm 20 các tỉnh, thành phố đứng đầu cả nước"}

  - id: 000-18
    kind: CHECKLIST
    title: {vi: "Từng đơn vị xây dựng kế hoạch, đề án cụ thể", en: "Every unit makes its own plan"}
    who: all
    level: [department, district, commune]
    items:
      - {id: ke-hoach, name: "Kế hoạch, đề án cụ thể để tổ chức thực hiện Chương trình"}
    mode: all
    source: {document: "000", quote: "các cơ quan, đơn vị, các ngành, địa phương theo chức năng, nhiệm vụ xây dựng kế hoạch, đề án cụ thể để tổ chức thực hiện"}

  # The sentence counts six contents without naming them; the names are those of the national programme it cites
  # (Resolution 76/NQ-CP of 15 July 2021).
  - id: 000-19
    kind: CHECKLIST
    title: {vi: "Kế hoạch của đơn vị đủ 6 nội dung cải cách hành chính", en: "Unit plans cover the six contents of reform"}
    who: all
    level: [department, district, commune]
    items:
      - {id: the-che, name: "Cải cách thể chế"}
      - {id: thu-tuc, name: "Cải cách thủ tục hành chính"}
      - {id: bo-may, name: "Cải cách tổ chức bộ máy"}
      - {id: cong-vu, name: "Cải cách chế độ công vụ"}
      - {id: tai-chinh, name: "Cải cách tài chính công"}
      - {id: dien-tu, name: "Xây dựng và phát triển chính quyền điện tử, chính quyền số"}
    mode: all
    window: [2022, 2025]
    source: {document: "000", quote: "chỉ đạo xây dựng kế hoạch, chương trình hành động, đề án, các biện pháp cụ thể nhằm tổ chức triển khai đồng bộ, có hiệu quả 6 nội dung cải cách hành chính"}

  # "Thường xuyên" is no interval: events are shown, nothing is decided.
  - id: 000-20a
    kind: CADENCE
    title: {vi: "Thường xuyên đôn đốc, kiểm tra, giám sát", en: "Heads regularly urge, inspect and supervise"}
    who: all
    level: [department, district, commune]
    every: unspecified
    source: {document: "000", quote: "thường xuyên đôn đốc, kiểm tra, giám sát việc thực hiện Chương trình"}

  - id: 000-20b
    kind: CADENCE
    title: {vi: "Thường xuyên thông tin, tuyên truyền bằng nhiều hình thức", en: "Regular publicity by several forms"}
    who: all
    level: [department, district, commune]
    every: unspecified
    source: {document: "000", quote: "Thường xuyên thông tin, tuyên truyền các văn bản quy định mới của Nhà nước về công tác cải cách hành chính"}

"""##
}
