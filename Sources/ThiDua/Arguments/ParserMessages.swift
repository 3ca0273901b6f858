import ArgumentParser
import Campaign

/// The error is the argument parser's own: help, the version, or wrong usage.
func isOfParser(_ error: any Error) -> Bool {
  if error is ValidationError || error is CleanExit || error is ExitCode { return true }
  return Root.exitCode(for: error) != .failure
}

/// Ends the process as the argument parser would, in Vietnamese where that is the language.
func exitLocalized(_ error: any Error) -> Never {
  let code = Root.exitCode(for: error)
  var text = Root.fullMessage(for: error)
  if Words.current.language == .vi { text = vietnameseMessage(text) }
  if !text.isEmpty { text += "\n" }
  if code.isSuccess { try? Streams.standardOutput(text) } else { Streams.standardError(text) }
  Root.exit(withError: code)
}

/// The parser speaks English only; its fixed phrases are replaced.
func vietnameseMessage(_ text: String) -> String {
  phrases.reduce(text) { $0.replacing($1.0, with: $1.1) }
}

private let phrases = [
  ("OVERVIEW: ", "GIỚI THIỆU: "), ("USAGE: ", "CÁCH DÙNG: "), ("Usage: ", "Cách dùng: "), ("ARGUMENTS:", "THAM SỐ:"),
  ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "LỆNH:"), ("Error: ", "Lỗi: "), ("Show help information.", "Hiện trợ giúp."),
  ("Show the version.", "Hiện phiên bản."), ("Show subcommand help information.", "Hiện trợ giúp của một lệnh."),
  ("  See '", "  Xem '"), ("' for detailed help.", "' để có trợ giúp đầy đủ."), ("' for more information.", "' để biết thêm."),
  ("Missing expected argument", "Thiếu tham số"), ("Missing value for", "Thiếu giá trị của"), ("Unknown option", "Không có tùy chọn"),
  ("Did you mean", "Có phải"), ("Unexpected argument", "Thừa tham số"), ("unexpected arguments", "tham số thừa"),
  ("The value '", "Giá trị '"), ("' is invalid for '", "' không hợp lệ cho '"), ("Please provide one of", "Hãy chọn một trong"),
  ("(default: ", "(mặc định: "), ("(values: ", "(giá trị: "), ("Help: ", "Ý nghĩa: "), ("<subcommand>", "<lệnh>"),
]
