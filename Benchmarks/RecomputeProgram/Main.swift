import BoardBenchmarks
import Foundation
import RecomputeBenchmarks

/// `thidua-recompute`: prints one JSON line. Run it through `Tools/bench recompute`, `submission`, `board` or `shards`.
@main
struct Main {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    func say(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }
    do {
      switch words.first {
      case "board": print(try BoardCommand(Array(words.dropFirst())).run(say: say))
      case "submission": print(try SubmissionCommand(Array(words.dropFirst())).run(say: say))
      case "shard": try ShardCommand(Array(words.dropFirst())).run()
      case "shards": print(try ShardsCommand(Array(words.dropFirst())).run(program: "/proc/self/exe", say: say))
      case "export": try ExportCommand(Array(words.dropFirst())).run()
      case _ where words.contains("--rulebook"): print(try RulebookCommand(words).run(say: say))
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
