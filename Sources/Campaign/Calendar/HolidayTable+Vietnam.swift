extension HolidayTable {
  /// Days off of officials in Việt Nam (cán bộ, công chức, viên chức), Monday to Friday.
  ///
  /// Tết, National Day and exchanges are decided each year on the ministry's proposal; the other days follow from the
  /// Labour Code. `decision` means that the decision was read as published or quoted by a newspaper; of the ministry's own
  /// notices that of 2024 alone was seen.
  static let vietnam2022to2026 = HolidayTable(
    id: "vietnam-2022-2026",
    years: [
      Year(
        2022, "245/VPCP-KGVX 11/01/2022 (Tết, Quốc khánh)",
        [
          ("2022-01-03", .code, "nghỉ bù Tết Dương lịch (thứ Bảy)"), ("2022-01-31", .decision, "Tết Nhâm Dần"),
          ("2022-02-01", .decision, "Tết Nhâm Dần"), ("2022-02-02", .decision, "Tết Nhâm Dần"),
          ("2022-02-03", .decision, "Tết Nhâm Dần"), ("2022-02-04", .decision, "Tết Nhâm Dần"),
          ("2022-04-11", .code, "nghỉ bù Giỗ Tổ Hùng Vương (Chủ nhật)"), ("2022-05-02", .code, "nghỉ bù 30/4 (thứ Bảy)"),
          ("2022-05-03", .code, "nghỉ bù 01/5 (Chủ nhật)"), ("2022-09-01", .decision, "Quốc khánh"),
          ("2022-09-02", .decision, "Quốc khánh"),
        ]),
      Year(
        2023, "8056/VPCP-KGVX 01/12/2022 (Tết, Quốc khánh)",
        [
          ("2023-01-02", .code, "nghỉ bù Tết Dương lịch (Chủ nhật)"), ("2023-01-20", .decision, "Tết Quý Mão"),
          ("2023-01-23", .decision, "Tết Quý Mão"), ("2023-01-24", .decision, "Tết Quý Mão"),
          ("2023-01-25", .decision, "Tết Quý Mão"), ("2023-01-26", .decision, "Tết Quý Mão"), ("2023-05-01", .code, "01/5"),
          ("2023-05-02", .code, "nghỉ bù Giỗ Tổ Hùng Vương (thứ Bảy 29/4)"), ("2023-05-03", .code, "nghỉ bù 30/4 (Chủ nhật)"),
          ("2023-09-01", .decision, "Quốc khánh"), ("2023-09-04", .decision, "nghỉ bù 02/9 (thứ Bảy)"),
        ]),
      Year(
        2024, "8662/VPCP-KGVX 03/11/2023, 5015/TB-LĐTBXH 22/11/2023 (Tết, Quốc khánh); 2450/VPCP-KGVX 12/04/2024 (hoán đổi 29/4)",
        [
          ("2024-01-01", .code, "Tết Dương lịch"), ("2024-02-08", .decision, "Tết Giáp Thìn"),
          ("2024-02-09", .decision, "Tết Giáp Thìn"), ("2024-02-12", .decision, "Tết Giáp Thìn"),
          ("2024-02-13", .decision, "Tết Giáp Thìn"), ("2024-02-14", .decision, "Tết Giáp Thìn"),
          ("2024-04-18", .code, "Giỗ Tổ Hùng Vương"), ("2024-04-29", .decision, "hoán đổi với thứ Bảy 04/5"),
          ("2024-04-30", .code, "30/4"), ("2024-05-01", .code, "01/5"), ("2024-09-02", .decision, "Quốc khánh"),
          ("2024-09-03", .decision, "Quốc khánh"),
        ], worked: [("2024-05-04", "2024-04-29")]),
      Year(
        2025, "8726/VPCP-KGVX 26/11/2024, 6150/TB-BLĐTBXH 03/12/2024 (Tết, Quốc khánh, hoán đổi 02/5)",
        [
          ("2025-01-01", .code, "Tết Dương lịch"), ("2025-01-27", .decision, "Tết Ất Tỵ"), ("2025-01-28", .decision, "Tết Ất Tỵ"),
          ("2025-01-29", .decision, "Tết Ất Tỵ"), ("2025-01-30", .decision, "Tết Ất Tỵ"), ("2025-01-31", .decision, "Tết Ất Tỵ"),
          ("2025-04-07", .code, "Giỗ Tổ Hùng Vương"), ("2025-04-30", .code, "30/4"), ("2025-05-01", .code, "01/5"),
          ("2025-05-02", .decision, "hoán đổi với thứ Bảy 26/4"), ("2025-09-01", .decision, "Quốc khánh"),
          ("2025-09-02", .decision, "Quốc khánh"),
        ], worked: [("2025-04-26", "2025-05-02")]),
      Year(
        2026,
        "12729/VPCP-KGVX 25/12/2025 (hoán đổi 02/01); Tết theo báo chí, số quyết định chưa thấy; "
          + "chưa thấy văn bản: hoán đổi 31/8 và Ngày Văn hóa Việt Nam 24/11 (Nghị quyết 80-NQ/TW)",
        [
          ("2026-01-01", .code, "Tết Dương lịch"), ("2026-01-02", .decision, "hoán đổi với thứ Bảy 10/01"),
          ("2026-02-16", .decision, "Tết Bính Ngọ"), ("2026-02-17", .decision, "Tết Bính Ngọ"),
          ("2026-02-18", .decision, "Tết Bính Ngọ"), ("2026-02-19", .decision, "Tết Bính Ngọ"),
          ("2026-02-20", .decision, "Tết Bính Ngọ"), ("2026-04-27", .code, "nghỉ bù Giỗ Tổ Hùng Vương (Chủ nhật)"),
          ("2026-04-30", .code, "30/4"), ("2026-05-01", .code, "01/5"), ("2026-08-31", .unverified, "hoán đổi với thứ Bảy 22/8"),
          ("2026-09-01", .unverified, "Quốc khánh"), ("2026-09-02", .code, "Quốc khánh"),
          ("2026-11-24", .unverified, "Ngày Văn hóa Việt Nam"),
        ], worked: [("2026-01-10", "2026-01-02"), ("2026-08-22", "2026-08-31")]),
    ])
}

extension HolidayTable.Year {
  // Dates that are written here are days of the calendar; a test reads every one.
  fileprivate init(
    _ year: Int, _ source: String, _ days: [(String, HolidayTable.Basis, String)], worked: [(String, String)] = []
  ) {
    self.year = year
    self.source = source
    daysOff = days.map { HolidayTable.DayOff(date: CivilDate($0)!, basis: $1, reason: $2) }
    self.worked = worked.map { (CivilDate($0)!, CivilDate($1)!) }
  }
}
