import ArgumentParser
import Campaign
import Client

extension Language: ExpressibleByArgument {}
extension Format: ExpressibleByArgument {}

extension Words {
  /// In the language of `--lang`, else of `THIDUA_LANG`; it is asked before the arguments are parsed, so that help and
  /// usage errors speak it too.
  static let current: Words = Words(
    language(arguments: CommandLine.arguments, variable: Streams.variable("THIDUA_LANG")))

  static func language(arguments: [String], variable: String?) -> Language {
    for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
      if argument == "--" { break }
      if argument == "--lang", let language = Language(rawValue: next) { return language }
      if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) { return language }
    }
    return variable.flatMap(Language.init(rawValue:)) ?? .vi
  }
}

/// Every command has them.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Words.current("Dạng trả lời.", "Form of the answer.")))
  var format: Format?

  @Option(help: ArgumentHelp(Words.current("Ngôn ngữ (hoặc THIDUA_LANG; mặc định vi).", "Language (or THIDUA_LANG; default vi).")))
  var lang: Language?

  var words: Words { .current }

  func show(_ report: Report, otherwise format: Format = .table) throws {
    try Streams.standardOutput(report.text(self.format ?? format, coloured: Streams.coloured))
  }
}

/// `HOST:PORT`, or `tls://HOST:PORT`; an IPv6 address stands in brackets.
struct ServerAddress: Sendable, Hashable, ExpressibleByArgument {
  let host: String
  let port: Int
  /// `tls://` stands in front.
  let asksForTLS: Bool

  static let standard = ServerAddress(host: "127.0.0.1", port: 7300, asksForTLS: false)

  private init(host: String, port: Int, asksForTLS: Bool) {
    self.host = host
    self.port = port
    self.asksForTLS = asksForTLS
  }

  init?(argument text: String) {
    let asksForTLS = text.hasPrefix(Self.scheme)
    let argument = asksForTLS ? String(text.dropFirst(Self.scheme.count)) : text
    guard let colon = argument.lastIndex(of: ":") else { return nil }
    var host = argument[..<colon]
    let digits = argument[argument.index(after: colon)...]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits), (1...65_535).contains(port)
    else { return nil }
    self.init(host: String(host), port: port, asksForTLS: asksForTLS)
  }

  private static let scheme = "tls://"
}

/// Every command takes them, so that a script can pass them to all; some ask no server.
struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words.current(
        "Máy chủ (hoặc THIDUA_SERVER; mặc định 127.0.0.1:7300). Ngoài máy này luôn mã hóa; trên máy này thì khi có tls:// phía trước.",
        "The server (or THIDUA_SERVER; default 127.0.0.1:7300). Encrypted beyond this machine, and on it with tls:// in front."),
      valueName: "host:port"))
  var server: ServerAddress?

  @Option(
    help: ArgumentHelp(
      Words.current("Hệ thống: prod, training, demo (hoặc THIDUA_DEPLOYMENT; mặc định demo).", "The system: prod, training, demo (or THIDUA_DEPLOYMENT; default demo).")))
  var deployment: String?

  @Option(
    help: ArgumentHelp(
      Words.current(
        "Tệp chứa mã truy cập, chỉ chủ tệp đọc được (hoặc THIDUA_TOKEN_FILE; mặc định ~/.config/thidua/token).",
        "File with the token, readable by its owner only (or THIDUA_TOKEN_FILE; default ~/.config/thidua/token)."), valueName: "file"))
  var tokenFile: String?

  @Option(
    name: .customLong("tls-ca"),
    help: ArgumentHelp(
      Words.current(
        "Tệp CA được tin cậy (hoặc THIDUA_TLS_CA; mặc định: của hệ điều hành).",
        "File with the CA to trust (or THIDUA_TLS_CA; default: the system's)."), valueName: "file"))
  var authority: String?

  @Option(
    help: ArgumentHelp(
      Words.current(
        "Chứng chỉ của máy khách, nếu máy chủ cần (hoặc THIDUA_CERTIFICATE).",
        "The client's certificate, where the server asks for one (or THIDUA_CERTIFICATE)."), valueName: "file"))
  var certificate: String?

  @Option(
    help: ArgumentHelp(
      Words.current(
        "Khóa của chứng chỉ đó, chỉ chủ tệp đọc được (hoặc THIDUA_KEY).", "Its key, readable by its owner only (or THIDUA_KEY)."),
      valueName: "file"))
  var key: String?

  @Flag(
    help: ArgumentHelp(
      Words.current(
        "Không mã hóa cả khi ra ngoài máy này: ai ở giữa cũng đọc được.",
        "Do not encrypt even beyond this machine: everybody on the way can read it.")))
  var plainBeyondLoopback = false

  /// The token of the file that is named, or of the usual one where it is there.
  ///
  /// - Throws: ``Failure`` 64 for a file that gives none.
  var token: AccessToken? {
    get throws {
      let named = tokenFile ?? Streams.variable("THIDUA_TOKEN_FILE")
      guard let path = named ?? AccessToken.defaultFile(environment: Streams.variable), named != nil || Streams.exists(path) else { return nil }
      let words = Words.current
      do throws(AccessTokenError) {
        return try AccessToken(file: path)
      } catch {
        switch error {
        case .unreadable(_, let cause):
          throw Failure(.usage, words("không đọc được tệp mã truy cập \"\(path)\"", "the token file \"\(path)\" cannot be read") + ": \(cause)")
        case .notPrivate:
          throw Failure(
            .usage,
            words(
              "tệp mã truy cập \"\(path)\" người khác đọc được. Chạy: chmod 600 \"\(path)\"",
              "others can read the token file \"\(path)\". Run: chmod 600 \"\(path)\""))
        case .noToken:
          throw Failure(.usage, words("tệp \"\(path)\" không chứa mã truy cập.", "the file \"\(path)\" holds no token."))
        }
      }
    }
  }

  var address: ServerAddress {
    get throws {
      if let server { return server }
      guard let variable = Streams.variable("THIDUA_SERVER") else { return .standard }
      guard let address = ServerAddress(argument: variable) else {
        throw Failure(
          .usage, Words.current("THIDUA_SERVER không có dạng HOST:PORT: \"\(variable)\".", "THIDUA_SERVER is not of the form HOST:PORT: \"\(variable)\"."))
      }
      return address
    }
  }

  var system: String { deployment ?? Streams.variable("THIDUA_DEPLOYMENT") ?? "demo" }
}

/// Options that every command takes, moved behind the command's name: `thidua --lang en rank` is `thidua rank --lang en`.
func globalOptionsMoved(_ arguments: [String]) -> [String] {
  let global = ["--server", "--deployment", "--token-file", "--tls-ca", "--certificate", "--key", "--format", "--lang"]
  var moved: [String] = []
  var rest = arguments[...]
  while let next = rest.first {
    if next == "--plain-beyond-loopback" {
      moved.append(next)
      rest = rest.dropFirst()
    } else if global.contains(next), rest.count > 1 {
      moved += rest.prefix(2)
      rest = rest.dropFirst(2)
    } else if global.contains(where: { next.hasPrefix($0 + "=") }) {
      moved.append(next)
      rest = rest.dropFirst()
    } else {
      break
    }
  }
  guard let command = rest.first, !command.hasPrefix("-") else { return arguments }
  // Behind "campaign launch" as a whole.
  var words = [command]
  if ["campaign", "period"].contains(command), let second = rest.dropFirst().first, !second.hasPrefix("-") { words.append(second) }
  return words + (command == "help" ? [] : moved) + rest.dropFirst(words.count)
}
