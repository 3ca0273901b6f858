import ArgumentParser
import Campaign
import Journal
import Service

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `init`: a data folder with a launched campaign, or one that waits for its launch.
struct Initialise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Tạo thư mục dữ liệu. / Make a data folder.")

  @OptionGroup var folder: DataOptions
  @Option(
    name: .long,
    help: "Phát động ngay: mã phong trào có sẵn hoặc tệp YAML; không có thì dùng \"thidua campaign launch\" / launch at once: a bundled campaign or a YAML file; left out, \"thidua campaign launch\" does it.")
  var campaign: String?
  @Option(name: .long, help: "Tên hệ thống: prod, training… / name of the installation.")
  var deployment = "prod"

  func run() async throws {
    do {
      let yaml = try campaign.map { try BundledCampaigns.yaml($0) ?? Array(Data(contentsOf: URL(filePath: $0))) }
      let rulebook = try yaml.map { try Rulebook(yaml: $0) }
      guard deployment != Demonstration.deployment else {
        throw ValidationError("\"demo\" is the demonstration's name: run \"thidua-server demo\", or choose another name.")
      }
      let journal = try Journal(SQLiteDriver(DataFolder.create(at: folder.data)))
      let service = try await CampaignService.open(journal, clock: SystemClock())
      var random = SystemRandomNumberGenerator()
      let serverID = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
      let genesis = GenesisEntry(deployment: deployment, serverID: serverID, demonstrationStart: nil)
      if let yaml { try await service.launch(genesis, rulebook: yaml) } else { try await service.initialise(genesis) }
      try await journal.close()
      guard let rulebook else {
        return Terminal.say(
          "Đã tạo \(folder.data). Chạy \"thidua-server serve\", rồi \"thidua campaign launch\" để phát động phong trào.",
          "Made \(folder.data). Run \"thidua-server serve\", then \"thidua campaign launch\" to launch a campaign.")
      }
      Terminal.say(
        "Đã phát động \"\(rulebook.name.vi)\" trong \(folder.data): \(rulebook.units.count) đơn vị, \(rulebook.criteria.count) tiêu chí.",
        "Launched \"\(rulebook.name.en)\" in \(folder.data): \(rulebook.units.count) units, \(rulebook.criteria.count) criteria.")
    } catch let error as ValidationError {
      throw error
    } catch {
      throw Terminal.end(because: error)
    }
  }
}

/// `demo`: a data folder full of generated months.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tạo dữ liệu trình diễn (số liệu sinh ngẫu nhiên). / Make a demonstration with generated figures.")

  @OptionGroup var folder: DataOptions
  @Option(name: .long, help: "Hạt giống: cùng số, cùng dữ liệu / the same seed makes the same data.")
  var seed: UInt64 = 20230202

  func run() async throws {
    do {
      try await Self.make(at: folder.data, seed: seed)
    } catch {
      throw Terminal.end(because: error)
    }
  }

  static func make(at path: String, seed: UInt64) async throws {
    let demonstration = Demonstration(seed: seed)
    // Built beside the final place and renamed at the end, so that an interrupted start begins anew.
    let draft = path + ".partial"
    try? FileManager.default.removeItem(atPath: draft)
    let folder = try DataFolder.create(at: draft)
    let journal = try Journal(SQLiteDriver(folder))
    try await demonstration.fill(journal) { done, all in
      Terminal.progress("Tạo dữ liệu trình diễn: \(done)/\(all) báo cáo", "Making the demonstration: \(done)/\(all) filings")
    }
    Terminal.endProgress()
    let head = journal.head
    try await journal.close()
    folder.close()
    let example = try demonstration.example()
    try FileManager.default.createDirectory(atPath: draft + "/vi-du", withIntermediateDirectories: true)
    try Data(example.csv.utf8).write(to: URL(filePath: draft + "/vi-du/" + Self.exampleName))
    try FileManager.default.moveItem(atPath: draft, toPath: path)
    Terminal.say(
      "Dữ liệu trình diễn ở \(path): \(vietnameseText(Int64(head.position))) mục nhật ký. Số liệu sinh ngẫu nhiên, không phải của đơn vị nào.",
      "Demonstration in \(path): \(head.position) journal entries. The figures are generated, nobody's real ones.")
  }

  static let exampleName = "thang-12.csv"
}

/// `verify`: re-derives the whole hash chain, then every standing, and compares with what a start file keeps.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tính lại toàn bộ chuỗi băm và mọi thứ hạng từ nhật ký. / Re-derive the journal's hash chain and all standings.")

  @OptionGroup var folder: DataOptions

  func run() async throws {
    do {
      let data = try DataFolder.open(at: folder.data)
      let journal = try Journal(SQLiteDriver(data))
      let report = try await journal.verify()
      guard let finding = report.finding else {
        Terminal.say(
          "Đúng: \(report.entries) mục, đầu chuỗi \(report.head).", "Sound: \(report.entries) entries, head \(report.head).")
        try await standings(journal, startFile: data.file(StartFile.name))
        return try await journal.close()
      }
      try await journal.close()
      Terminal.say(
        "SAI tại mục \(finding.position): \(finding.problem). \(report.entries) mục trước đó đúng.",
        "DAMAGED at entry \(finding.position): \(finding.problem). The \(report.entries) entries before it are right.")
      throw ExitCode(65)
    } catch let code as ExitCode {
      throw code
    } catch JournalFailure.damaged(let position, let problem) {
      // Opening reads the last entries already.
      Terminal.say("SAI tại mục \(position): \(problem).", "DAMAGED at entry \(position): \(problem).")
      throw ExitCode(65)
    } catch {
      throw Terminal.end(because: error)
    }
  }

  /// Recomputes the standings from the journal, and compares them with those that a server would begin with.
  private func standings(_ journal: Journal, startFile: String) async throws {
    let service = try await CampaignService.open(journal, startFile: startFile, clock: Serve.clock)
    guard await service.state.launched != nil else {
      return Terminal.say("Chưa phát động phong trào nào: không có thứ hạng để tính.", "No campaign has been launched: there are no standings.")
    }
    let audit = try await service.audit()
    if let finding = audit.finding {
      Terminal.say(
        "SAI: khi tính lại từ nhật ký, \(finding.text.vi). Hãy xóa tệp \"\(StartFile.name)\" rồi chạy lại.",
        "DIFFERENT when recomputed from the journal: \(finding.text.en). Remove the file \"\(StartFile.name)\" and run this again.")
      throw ExitCode(65)
    }
    let book = try await service.snapshotForFiling().rulebook
    Terminal.say(
      "Đã tính lại mọi thứ hạng từ nhật ký: \(book.units.count) đơn vị.",
      "Recomputed all standings from the journal: \(book.units.count) units.")
    switch service.startedFrom {
    case .journal: Terminal.say("Không có tệp khởi động để so sánh.", "There is no start file to compare with.")
    case .file(let position):
      Terminal.say(
        "Tệp khởi động (đến mục \(position)) khớp: \(await service.state.submissions) báo cáo và mọi thứ hạng như nhau.",
        "The start file (through entry \(position)) agrees: \(await service.state.submissions) filings and all standings are the same.")
    case .dropped(let problem):
      Terminal.say(
        "Tệp khởi động không dùng được (\(problem)); máy chủ sẽ bỏ qua và đọc nhật ký.",
        "The start file cannot be used (\(problem)); a server drops it and reads the journal.")
    }
  }
}
