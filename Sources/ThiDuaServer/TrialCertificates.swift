import ArgumentParser
import Transport

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `certificate`: a working set for a trial.
struct TrialCertificates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: "Tạo bộ chứng chỉ để thử mã hóa. / Make a set of certificates to try encryption with.")

  @Option(name: .long, help: "Thư mục mới của bộ chứng chỉ / the folder for the set.")
  var out: String
  @Option(
    name: .long,
    help: "Tên hoặc địa chỉ của máy chủ, mỗi --name một cái / a name or address of the server, once for each (localhost, 127.0.0.1, ::1).")
  var name: [String] = []
  @Option(name: .long, help: "Số ngày có hiệu lực / days of validity.")
  var days = 90

  func validate() throws {
    guard (1...825).contains(days) else { throw ValidationError("--days is 1 to 825.") }
    for name in name {
      let isName = !name.isEmpty && name.utf8.count <= 253 && name.wholeMatch(of: #/[A-Za-z0-9.:*-]+/#) != nil
      guard isName else { throw ValidationError("--name: \"\(name)\" is neither a host name nor an address.") }
    }
  }

  func run() async throws {
    try await Terminal.ending {
      let names = name.isEmpty ? ["localhost", "127.0.0.1", "::1"] : name
      let now = Date()
      // Clocks differ: an hour back, so that nobody finds the set not yet valid.
      let authority = try TrialAuthority(
        validity: now.addingTimeInterval(-3600)...now.addingTimeInterval(TimeInterval(days) * 86_400))
      let server = try authority.issue(to: .server(names))
      let client = try authority.issue(to: .client("client"))
      let files = [
        ("ca.pem", try authority.pem), ("server.pem", server.certificate), ("server.key", server.key), ("client.pem", client.certificate),
        ("client.key", client.key),
      ]
      try write(files)
      tell(names)
    }
  }

  /// Writes all or none, and over nothing.
  private func write(_ files: [(name: String, text: String)]) throws {
    try FileManager.default.createDirectory(
      atPath: out, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for file in files where FileManager.default.fileExists(atPath: path(file.name)) {
      throw TransportProblem(.fileExists, path(file.name))
    }
    var written: [String] = []
    do {
      for file in files {
        let secret = try SecretFile(at: path(file.name))
        written.append(file.name)
        try secret.write(file.text)
      }
    } catch {
      for name in written { try? FileManager.default.removeItem(atPath: path(name)) }
      throw error
    }
  }

  private func path(_ file: String) -> String { out + "/" + file }

  private func tell(_ names: [String]) {
    let say = Terminal.say
    say(
      "Đã tạo bộ chứng chỉ ĐỂ THỬ trong \(out), dùng \(days) ngày, cho: \(names.joined(separator: ", ")).",
      "Made a set of certificates FOR TRIALS in \(out), for \(days) days, for: \(names.joined(separator: ", ")).")
    say(
      "Khóa của CA không được lưu: không ai cấp thêm được chứng chỉ nào. Khi chạy thật, dùng chứng chỉ của cơ quan cấp.",
      "The CA's key is not kept: nobody can issue more with it. For real use take certificates from your authority.")
    let place = names[0].contains(":") ? "[\(names[0])]" : names[0]
    let host = Loopback.contains(names[0]) ? names[0] : "0.0.0.0"
    say("Máy chủ:", "The server:")
    print("  thidua-server serve --data DIR --host \(host) --certificate \(path("server.pem")) --key \(path("server.key"))")
    say("Máy khách (chép ca.pem sang máy đó):", "A client (copy ca.pem to its machine):")
    print("  thidua health --server tls://\(place):7300 --tls-ca \(path("ca.pem"))")
    say("Nếu máy chủ chỉ nhận máy khách có chứng chỉ:", "Where the server takes clients with a certificate only:")
    print("  thidua-server serve … --client-ca \(path("ca.pem"))")
    print("  thidua … --certificate \(path("client.pem")) --key \(path("client.key"))")
  }
}
