import ArgumentParser

/// `thidua-server`: arguments and wiring, nothing else.
@main
struct Command: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thidua-server",
    abstract: "Máy chủ Thi Đua: nhận báo cáo, xếp hạng, giữ nhật ký. / The Thi Đua server.",
    discussion: """
      thidua-server demo --data DIR      tạo dữ liệu trình diễn / make a demonstration
      thidua-server serve --data DIR     chạy máy chủ / run the server
      thidua-server token create --data DIR --role unit --unit kon-ray   cấp mã truy cập / issue a token
      thidua-server certificate --out DIR   tạo chứng chỉ để thử mã hóa / certificates to try encryption with
      thidua-server verify --data DIR    kiểm tra chuỗi nhật ký / check the journal's chain
      """,
    version: "thidua-server 0.1.0",
    subcommands: [Serve.self, Initialise.self, Demo.self, Token.self, TrialCertificates.self, Verify.self])
}

/// The data folder of a command.
struct DataOptions: ParsableArguments {
  @Option(name: .long, help: "Thư mục dữ liệu / the data folder.")
  var data: String
}
