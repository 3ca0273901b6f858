package import Campaign

/// Made-up figures for the Kon Tum form: plausible, within its identities, and the same for the same seed.
///
/// Nothing here is a figure of a real office. Every answer computed from them says that it is a demonstration.
package struct DemonstrationFigures: Sendable {
  let rulebook: Rulebook
  let seed: UInt64

  package init(rulebook: Rulebook, seed: UInt64) {
    self.rulebook = rulebook
    self.seed = seed
  }

  /// A stream of numbers for one purpose: splitmix64, integers only.
  struct Stream {
    private var state: UInt64

    init(_ parts: UInt64...) {
      state = 0x9E37_79B9_7F4A_7C15
      for part in parts { state = Self.mix(state ^ part) }
    }

    private static func mix(_ value: UInt64) -> UInt64 {
      var z = value &+ 0x9E37_79B9_7F4A_7C15
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    /// A number in the range, nearly evenly.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
      state = Self.mix(state)
      return range.lowerBound + Int(state % UInt64(range.count))
    }
  }

  /// The figures of a unit for a month, for the counters of its form.
  ///
  /// - Parameter carried: Dossiers left open by the month before, on time and overdue; `nil` in the first month.
  package func month(_ unit: Int, _ period: Period, carried: Int?) -> [String: Int] {
    var personal = Stream(seed, 1, UInt64(unit))
    var random = Stream(seed, 2, UInt64(unit), UInt64(period.ordinal))
    let level = rulebook.units[unit].level
    let size = level == .commune ? personal.number(20...160) : level == .district ? personal.number(700...2600) : personal.number(60...900)
    let skill = personal.number(820...985)
    let drift = personal.number(-1...5)
    let age = period.ordinal - Period(kind: period.kind, year: 2022, month: 1)!.ordinal
    /// A share of `whole`, in thousandths around the unit's skill.
    func share(_ whole: Int, _ ease: Int, spread: Int = 25) -> Int {
      let permille = min(1000, max(0, skill + ease + drift * age / 2 + random.number(-spread...spread)))
      return whole * permille / 1000
    }
    var f: [String: Int] = [:]
    let received = max(3, size * random.number(80...120) / 100)
    let online = received * min(960, max(80, 330 + (skill - 900) + age * 20 + random.number(-40...40))) / 1000
    let post = received * random.number(10...140) / 1000
    f["c_carry"] = carried ?? size / 8
    f["c_on_full"] = online * 7 / 10
    f["c_on_part"] = online - online * 7 / 10
    f["c_post"] = min(post, received - online)
    f["c_direct"] = received - online - f["c_post"]!
    let total = received + f["c_carry"]!
    f["c_total"] = total
    f["c_refused"] = total * random.number(0...12) / 1000
    f["c_withdrawn"] = total * random.number(0...8) / 1000
    let open = min(total - f["c_refused"]! - f["c_withdrawn"]!, total * random.number(60...130) / 1000)
    f["c_open_over"] = open - share(open, 60)
    f["c_open_ok"] = open - f["c_open_over"]!
    let resolved = total - open - f["c_refused"]! - f["c_withdrawn"]!
    f["c_resolved"] = resolved
    f["c_late"] = resolved - share(resolved, 55, spread: 20)
    f["c_early"] = (resolved - f["c_late"]!) * 6 / 10
    f["c_ontime"] = resolved - f["c_late"]! - f["c_early"]!
    let overdue = f["c_late"]! + f["c_open_over"]!
    f["c_late_apology"] = share(overdue, -150, spread: 120)
    f["c_pay_due"] = received * 4 / 10
    f["c_pay_online"] = min(f["c_pay_due"]!, f["c_pay_due"]! * (280 + age * 16 + random.number(-60...60)) / 1000)
    f["c_dig_in_due"] = received
    f["c_dig_in"] = share(received, -140, spread: 60)
    f["c_eresult_due"] = resolved
    f["c_eresult"] = share(resolved, -110, spread: 60)
    f["c_reuse"] = received * (90 + age * 6 + random.number(0...60)) / 1000
    f["c_sync"] = share(received, 20)
    f["c_pakn"] = random.number(0...max(1, size / 90))
    f["c_pakn_ontime"] = share(f["c_pakn"]!, 60)
    f["c_rate"] = received / 2
    f["c_rate_ok"] = share(f["c_rate"]!, -20, spread: 40)
    f["o_recorded"] = random.number(0...99) < 88 ? received : received - 1
    f["o_supplemented"] = received * random.number(0...22) / 1000
    f["o_tthc_due"] = level == .commune ? 130 : level == .district ? 310 : 90 + unit * 3
    f["o_tthc_public"] = share(f["o_tthc_due"]!, 70)
    // Facts of the year: the same in each of its months.
    var yearly = Stream(seed, 3, UInt64(unit), UInt64(period.year))
    f["o_days_norm"] = 900
    f["o_days_applied"] = 900 - 900 * yearly.number(120...330) / 1000
    f["o_deputies_over"] = yearly.number(0...11) == 0 ? 1 : 0
    f["o_users"] = size * 20
    f["o_users_identified"] = size * 20 * min(1000, yearly.number(620...900) + (period.year - 2022) * 60) / 1000
    f["o_staff_commune"] = yearly.number(18...23)
    f["o_staff_qualified"] = f["o_staff_commune"]! - yearly.number(0...3)
    f["o_members"] = 6 + unit % 9
    f["o_train_plan"] = 24
    f["o_invest_plan"] = 40_000 + unit * 731
    f["o_service_units"] = 9
    f["o_service_self"] = yearly.number(0...3)
    f["o_staff_base"] = 0
    f["o_staff_now"] = 180
    f["o_direct_base"] = 0
    f["o_direct_now"] = 12_500
    // Already summed since January: grows with the month.
    f["o_members_reviewed"] = min(f["o_members"]!, f["o_members"]! * (period.month * 9 + personal.number(0...15)) / 100)
    f["o_delegated"] = period.month * 2
    f["o_delegated_checked"] = min(period.month * 2, period.month * 2 * personal.number(45...100) / 100)
    f["o_trained"] = 24 * period.month * personal.number(60...104) / 1200
    f["o_disbursed"] = min(f["o_invest_plan"]!, f["o_invest_plan"]! * period.month * personal.number(50...95) / 1200)
    f["o_review_found"] = period.month / 3
    f["o_review_handled"] = max(0, period.month / 3 - personal.number(0...1))
    f["o_legal_due"] = random.number(0...4)
    f["o_legal_ontime"] = share(f["o_legal_due"]!, 40)
    f["o_legal_issued"] = random.number(0...3)
    f["o_legal_public"] = share(f["o_legal_issued"]!, 80)
    f["o_task_due"] = random.number(3...16)
    f["o_task_ontime"] = share(f["o_task_due"]!, 20, spread: 60)
    f["o_harass_open"] = random.number(0...60) == 0 ? 1 : 0
    f["o_files"] = size * 2
    f["o_files_online"] = share(size * 2, 10)
    f["o_fee_tthc"] = 60
    f["o_fee_tthc_online"] = min(60, 40 + age + personal.number(0...12))
    f["o_eligible"] = 80
    f["o_integrated"] = min(80, 58 + age + personal.number(0...14))
    f["o_systems"] = 5
    f["o_systems_linked"] = min(5, 2 + age / 8 + personal.number(0...1))
    return f
  }
}
