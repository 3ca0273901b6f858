import BoardBenchmarks
import Foundation
import RecomputeBenchmarks

/// `thidua-recompute`: prints one JSON line. Run it through `Tools/bench recompute`, `submission` or `board`.
@main
struct Main {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    func say(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }
    do {
      switch words.first {
      case "board": print(try BoardCommand(Array(words.dropFirst())).run(say: say))
      case "submission": print(try SubmissionCommand(Array(words.dropFirst())).run(say: say))
      case "export": try ExportCommand(Array(words.dropFirst())).run()
      default: print(try RecomputeCommand(words).run(say: say))
      }
    } catch let usage as RecomputeCommand.Usage {
      say(usage.description)
      exit(64)
    } catch let usage as BoardCommand.Usage {
      say(usage.description)
      exit(64)
    } catch {
      say("\(error)")
      exit(65)
    }
  }
}
