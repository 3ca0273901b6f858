import ArgumentParser
import Campaign
import Client
import Service
import Wire

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `token`: who may sign in. It works on the data folder itself, and on one that a running server holds.
struct Token: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Mã truy cập: cấp, liệt kê, thu hồi. / Tokens: issue, list, revoke.",
    subcommands: [Create.self, List.self, Revoke.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Cấp một mã; chỉ hiện một lần. / Issues a token; it is shown once.")

    @OptionGroup var folder: DataOptions
    @Option(name: .long, help: "unit (đơn vị), viewer (lãnh đạo), office (thường trực), admin (quản trị).") var role: String?
    @Option(name: .long, help: "Đơn vị của mã / the unit it files for.") var unit: String?
    @Option(name: .long, help: "Tên người giữ / its holder's name.") var name = ""
    @Option(name: .long, help: "Dùng được hết ngày này, như 2027-12-31 / usable through this day.") var expires: String?
    @Option(name: .long, help: "Thay mã này, giữ nguyên tài khoản / renews this token's account.") var renews: String?
    @Option(name: .long, help: "Ghi mã vào tệp mới này, quyền 0600 / write the token to this new file, mode 0600.") var out: String?

    func run() async throws {
      try await Terminal.ending {
        guard let role = Role(rawValue: role ?? (unit == nil ? "" : "unit")), role != .open, (role == .unit) == (unit != nil) else {
          throw ValidationError("--unit UNIT, or --role viewer|office|admin.")
        }
        var end: Instant?
        if let expires {
          guard let day = CivilDate(expires) else { throw ValidationError("--expires: 2027-12-31.") }
          end = Instant(vietnam: "\(CivilDate(day: day.day + 1))T00:00")
        }
        let renewed = try renews.map { text in
          guard let id = TokenID(text) else { throw ValidationError("--renews: 16 hexadecimal digits, as \"token list\" shows them.") }
          return id
        }
        let token = TokenText.random()
        let file = try out.map { try SecretFile(at: $0) }
        do {
          let office = try await TokenOffice(folder: folder.data)
          try await office.issue(TokenRequest(token, role: role, unit: unit ?? "", name: name, expires: end, renews: renewed))
          try await office.close()
        } catch {
          file?.remove()
          throw error
        }
        let whom = unit.map { "unit \($0)" } ?? role.rawValue
        if let file {
          try file.write(token.secret + "\n")
          Terminal.say("Đã cấp mã \(token.id) (\(whom)) vào tệp \(file.path).", "Issued token \(token.id) (\(whom)) into \(file.path).")
        } else {
          Terminal.say(
            "Đã cấp mã \(token.id) (\(whom)). Chỉ hiện một lần; lưu vào tệp quyền 0600 của người giữ:",
            "Issued token \(token.id) (\(whom)). It is shown once; keep it in a file of its holder with mode 0600:")
          print(token.secret)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Các mã đã cấp. / The tokens that were issued.")
    @OptionGroup var folder: DataOptions

    func run() async throws {
      try await Terminal.ending {
        let office = try await TokenOffice(folder: folder.data)
        let rows = try await office.list()
        try await office.close()
        for row in rows { print(row.line) }
        if rows.isEmpty { Terminal.say("Chưa cấp mã nào.", "No token has been issued.") }
      }
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Thu hồi một mã ngay. / Revokes a token at once.")
    @OptionGroup var folder: DataOptions
    @Argument(help: "16 chữ số của mã / the token's 16 digits.") var id: String

    func run() async throws {
      try await Terminal.ending {
        guard let id = TokenID(id) else { throw ValidationError("16 hexadecimal digits, as \"token list\" shows them.") }
        let office = try await TokenOffice(folder: folder.data)
        try await office.revoke(id)
        try await office.close()
        Terminal.say("Đã thu hồi mã \(id).", "Revoked token \(id).")
      }
    }
  }
}

extension TokenRow {
  fileprivate var line: String {
    func day(_ milliseconds: Int64) -> String { milliseconds == 0 ? "–" : Instant(milliseconds: milliseconds).vietnameseText }
    let id = hexText(tokenID)
    let state =
      revokedAtMs > 0
      ? (Terminal.isEnglish ? "revoked " : "thu hồi ") + day(revokedAtMs)
      : expiresAtMs > 0 ? (Terminal.isEnglish ? "until " : "đến ") + day(expiresAtMs) : (Terminal.isEnglish ? "valid" : "còn hiệu lực")
    return [id, role, unit.isEmpty ? "–" : unit, state, name].joined(separator: "  ")
  }
}
