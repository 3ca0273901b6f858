import ArgumentParser
import Campaign
import Client
import Wire

struct HealthCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health", abstract: Words.current("Máy chủ có chạy không và đang ở đâu.", "Whether the server works, and where it stands."))

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let session = try Session(server)
    try output.show(Report(try await session.ask { try await $0.health() }, session.address, output.words))
  }
}

extension Report {
  init(_ response: HealthResponse, _ address: ServerAddress, _ words: Words) {
    let from = response.provenance
    let open = response.openPeriod.isEmpty ? nil : response.openPeriod
    let closed = response.latestClosedPeriod.isEmpty ? nil : response.latestClosedPeriod
    self.init(
      csv: [
        ["client_version", "deployment", "campaign", "position", "submissions", "open_period", "latest_closed_period", "time"],
        [
          version, from.deployment, from.campaign, String(from.journalPosition), String(response.submissions), open ?? "", closed ?? "",
          machineInstant(from.timeMs),
        ],
      ],
      json: .object([
        ("client_version", .string(version)), ("provenance", from.json), ("submissions", .whole(response.submissions)),
        ("open_period", .text(open)), ("latest_closed_period", .text(closed)),
      ]))
    parts = from.head(words, period: "", provisional: false)
    var table = Table([Column(words("Mục", "Item")), Column(words("Giá trị", "Value"))])
    table.rows = [
      [Cell(words("Máy chủ", "Server")), Cell("\(address.host):\(address.port)")],
      [Cell(words("Phiên bản thidua", "Version of thidua")), Cell(version)],
      [Cell(words("Hệ thống", "Deployment")), Cell(from.deployment)],
      [Cell(words("Giờ máy chủ", "Server's time")), Cell(words.instant(from.timeMs))],
      [Cell(words("Vị trí nhật ký", "Journal position")), Cell(words.whole(from.journalPosition))],
      [Cell(words("Số báo cáo", "Submissions")), Cell(words.whole(response.submissions))],
      [Cell(words("Kỳ đang mở", "Open period")), open.map { Cell(words.period($0)) } ?? .nothing],
      [Cell(words("Kỳ đã đóng gần nhất", "Latest closed period")), closed.map { Cell(words.period($0)) } ?? .nothing],
    ]
    parts.append(.table(table))
  }
}
