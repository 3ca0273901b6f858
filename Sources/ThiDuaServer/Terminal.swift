import ArgumentParser
import Campaign
import Client
import Dashboard
import Journal
import Server
import Service
import Transport
import Wire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Words on the screen of the person who runs the server.
enum Terminal {
  static let isEnglish = getenv("THIDUA_LANG").map { String(cString: $0) == "en" } ?? false

  static func say(_ vi: String, _ en: String) { print(isEnglish ? en : vi) }

  /// A sentence beside what is printed; the program goes on.
  static func warn(_ vi: String, _ en: String) { complain("thidua-server: " + (isEnglish ? en : vi) + "\n") }

  /// Writes at once, also where the output is a file.
  static func flush() { fflush(nil) }

  static func progress(_ vi: String, _ en: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let line = "\r" + (isEnglish ? en : vi)
    complain(line)
  }

  static func endProgress() { if isatty(STDERR_FILENO) == 1 { complain("\n") } }

  private static func complain(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Runs a command; what goes wrong ends the program with one clear sentence.
  static func ending(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let error as ValidationError {
      throw error
    } catch {
      throw end(because: error)
    }
  }

  /// Ends the program with one clear sentence.
  ///
  /// Codes as everywhere: 64 an argument or a file it names, 69 a port that cannot be had, 70 our fault, 73 a folder that cannot be used.
  static func end(because error: any Error) -> ExitCode {
    let (text, code): (String, Int32) =
      switch error {
      case let failure as JournalFailure: (failure.number + " " + (isEnglish ? failure.english : failure.vietnamese), 73)
      case ServiceFailure.refused(let problem): (problem.text(english: isEnglish), 77)
      case let failure as ServiceFailure:
        (failure.code.number + " " + (isEnglish ? failure.text.en : failure.text.vi), failure.isOfFolder ? 73 : 70)
      case let complaint as Complaint: (isEnglish ? complaint.en : complaint.vi, complaint.status)
      case ClientFailure.refused(let problem): (problem.reason + " " + (isEnglish ? problem.textEn : problem.textVi), 77)
      case let failure as ClientFailure:
        ((isEnglish ? "the running server does not answer" : "máy chủ đang chạy không trả lời") + " (\(failure))", 69)
      case let problem as TransportProblem: (isEnglish ? problem.text.english : problem.text.vietnamese, 64)
      case let failure as WireServerError: (isEnglish ? failure.description : failure.vietnamese, 69)
      case let failure as PagesServerError: (isEnglish ? failure.english : failure.vietnamese, 69)
      default: ("\(error)", 70)
      }
    complain("thidua-server: " + text + "\n")
    return ExitCode(code)
  }
}

extension ServiceFailure {
  /// What the data folder holds is the cause: another folder, or another version of the program, helps.
  fileprivate var isOfFolder: Bool {
    switch self {
    case .noCampaign, .journal, .journalUnreadable, .unknownEntryKind, .withheld: true
    case .invalid, .refused, .conflict, .pointsOutOfRange: false
    }
  }
}
