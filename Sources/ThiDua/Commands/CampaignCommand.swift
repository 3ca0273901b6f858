import ArgumentParser
import Campaign
import Client
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The campaign on a running server: its rulebook is launched once and amended afterwards.
struct CampaignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: Words.current("Phát động, sửa đổi, xem phong trào trên máy chủ.", "Launches, amends and shows the campaign on the server."),
    subcommands: [LaunchCommand.self, AmendCommand.self, ShowCampaignCommand.self], defaultSubcommand: ShowCampaignCommand.self)
}

struct LaunchCommand: AsyncParsableCommand, Storing {
  static let configuration = CommandConfiguration(
    commandName: "launch", abstract: Words.current("Phát động phong trào.", "Launches the campaign."))

  @Argument(help: ArgumentHelp(Words.current("Tệp YAML, hoặc mã một phong trào có sẵn.", "A YAML file, or the id of a bundled campaign.")))
  var rulebook: String

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let source = try RulebookSource(named: rulebook)
    _ = try source.rulebook()
    var message = LaunchRequest()
    message.rulebook = Data(source.yaml)
    let request = Payload.encode(message)
    let response = try await Session(server).store { try await $0.rulebook(.launch, request, requestNumber: $1) }
    try output.show(Report(response, output.words))
  }
}

struct AmendCommand: AsyncParsableCommand, Storing {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: Words.current("Sửa đổi bộ quy tắc từ một kỳ trở đi.", "Amends the rulebook from a period on."),
    discussion: Words.current(
      "Các kỳ trước giữ bộ quy tắc đã chấm. Kỳ đã đóng không sửa đổi được.",
      "The periods before keep the rulebook that scored them. Closed periods cannot be amended."))

  @Argument(help: ArgumentHelp(Words.current("Tệp YAML của bộ quy tắc mới, đầy đủ.", "YAML file of the new rulebook, whole.")))
  var rulebook: String

  @Option(help: ArgumentHelp(Words.current("Kỳ đầu tiên áp dụng, như 2024-01.", "The first period that it scores, such as 2024-01."), valueName: "period"))
  var from: String

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let source = try RulebookSource(named: rulebook)
    _ = try source.rulebook()
    var message = AmendRequest()
    message.rulebook = Data(source.yaml)
    message.from = from
    let request = Payload.encode(message)
    let response = try await Session(server).store { try await $0.rulebook(.amend, request, requestNumber: $1) }
    try output.show(Report(response, output.words))
  }
}

struct ShowCampaignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Words.current("Các phiên bản của bộ quy tắc, và kỳ nào theo phiên bản nào.", "The versions of the rulebook, and which periods each scores."))

  @Option(help: ArgumentHelp(Words.current("In tệp của phiên bản này, đúng từng byte.", "Print the file of this version, byte by byte."), valueName: "number"))
  var file: Int?

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let file, !(1...1_000_000).contains(file) {
      throw ValidationError(Words.current("--file là số phiên bản, từ 1.", "--file is the number of a version, from 1."))
    }
  }

  func run() async throws {
    var message = CampaignRequest()
    message.fileOf = UInt32(file ?? 0)
    let request = message
    let response = try await Session(server).ask { try await $0.campaign(request) }
    if file != nil { return try Streams.standardOutput(String(decoding: response.file, as: UTF8.self)) }
    try output.show(Report(response, output.words))
  }
}
