import Foundation
import RecomputeBenchmarks

/// `thidua-recompute`: prints one JSON line. Run it through `Tools/bench recompute`.
@main
struct Main {
  static func main() {
    do {
      let line = try RecomputeCommand(Array(CommandLine.arguments.dropFirst())).run { text in
        FileHandle.standardError.write(Data(("recompute: " + text + "\n").utf8))
      }
      print(line)
    } catch let usage as RecomputeCommand.Usage {
      FileHandle.standardError.write(Data((usage.description + "\n").utf8))
      exit(64)
    } catch {
      FileHandle.standardError.write(Data("recompute: \(error)\n".utf8))
      exit(65)
    }
  }
}
