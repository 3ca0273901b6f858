import ArgumentParser
import Campaign
import Client
import Wire

struct PublishCommand: AsyncParsableCommand, Storing {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: Words.current("Ghi nhận một chỉ số vừa được công bố.", "Records an index that has been published."))

  @Argument(help: ArgumentHelp(Words.current("Mã chỉ số, như PAR_INDEX.", "The index, such as PAR_INDEX."))) var index: String
  @Option(help: ArgumentHelp(Words.current("Năm của chỉ số.", "The index's year."))) var year: Int
  @Option(help: ArgumentHelp(Words.current("Điểm, như 86,14.", "The score, such as 86.14."))) var score: String?
  @Option(help: ArgumentHelp(Words.current("Hạng.", "The place."), valueName: "r")) var rank: Int?
  @Option(help: ArgumentHelp(Words.current("Danh sách chỉ đến hạng N và không có tỉnh.", "The list ends at place N, before the province."), valueName: "n"))
  var beyond: Int?
  @Option(help: ArgumentHelp(Words.current("Số tỉnh được xếp hạng.", "How many are ranked."), valueName: "n")) var of: Int?
  @Option(help: ArgumentHelp(Words.current("Công bố ở đâu.", "Where it is printed."))) var source: String
  @Option(help: ArgumentHelp(Words.current("Ngày công bố: 2024-04-17 hoặc 17/04/2024.", "Day of publication: 2024-04-17 or 17/04/2024."), valueName: "date"))
  var publishedOn: String?

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let words = Words.current
    guard (1900...2200).contains(year) else { throw ValidationError(words("--year từ 1900 đến 2200.", "--year is from 1900 to 2200.")) }
    guard rank == nil || beyond == nil else {
      throw ValidationError(words("chỉ dùng một trong --rank và --beyond.", "use --rank or --beyond, not both."))
    }
    guard score != nil || rank != nil || beyond != nil else {
      throw ValidationError(words("cần --score, --rank hoặc --beyond.", "one of --score, --rank and --beyond is needed."))
    }
    for number in [rank, beyond, of] {
      guard number.map({ (1...100_000).contains($0) }) ?? true else {
        throw ValidationError(words("hạng và số tỉnh là số từ 1.", "places and numbers of ranked ones are from 1."))
      }
    }
    if let score, readDecimal(score) == nil { throw ValidationError(words("--score là số như 86,14.", "--score is a number such as 86.14.")) }
    if let publishedOn, readDate(publishedOn) == nil {
      throw ValidationError(words("--published-on là ngày như 17/04/2024.", "--published-on is a day such as 2024-04-17."))
    }
  }

  func run() async throws {
    var message = PublishRequest()
    message.index = index
    message.year = UInt32(year)
    if let score = score.flatMap(readDecimal) {
      var decimal = Wire.Decimal()
      decimal.coefficient = score.coefficient
      decimal.scale = UInt32(score.scale)
      message.score = decimal
    }
    message.rank = UInt32(rank ?? 0)
    message.rankBeyond = UInt32(beyond ?? 0)
    message.ranked = UInt32(of ?? 0)
    message.source = source
    message.publishedOn = publishedOn.flatMap(readDate)?.description ?? ""
    let request = Payload.encode(message)
    let response = try await Session(server).store { try await $0.publish(request, requestNumber: $1) }
    try output.show(Report(response, index: index, year: year, output.words))
  }
}

/// A score as people write it: `86,14` or `86.14`.
func readDecimal(_ text: String) -> ExactDecimal? {
  let plain = text.contains(".") ? text : text.replacing(",", with: ".")
  guard let value = ExactDecimal(plain), value.coefficient >= 0 else { return nil }
  return value
}

/// A day as machines (`2024-04-17`) or people (`17/04/2024`) write it.
func readDate(_ text: String) -> CivilDate? { CivilDate(written: text) }

extension Report {
  init(_ response: PublishResponse, index: String, year: Int, _ words: Words) {
    self.init(
      csv: [
        ["index", "year", "position", "recorded_at", "entry_hash"],
        [index, String(year), String(response.position), machineInstant(response.recordedAtMs), hexText(response.entryHash)],
      ],
      json: .object([
        ("index", .string(index)), ("year", .whole(year)), ("position", .whole(response.position)),
        ("recorded_at", .string(machineInstant(response.recordedAtMs))), ("entry_hash", .string(hexText(response.entryHash))),
      ]))
    add(
      words("Đã ghi", "Recorded") + " \(index) \(year): " + words("vị trí", "position") + " \(words.whole(response.position)), "
        + "\(words.instant(response.recordedAtMs)), \(shortHex(response.entryHash))")
  }
}
