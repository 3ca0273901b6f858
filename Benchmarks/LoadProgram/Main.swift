import Foundation
import LoadBenchmarks

/// `thidua-load`: one scenario, one JSON line; progress goes to the standard error. Run it through `Tools/bench load`.
@main
struct Main {
  static func main() async {
    let say: @Sendable (String) -> Void = { FileHandle.standardError.write(Data("load: \($0)\n".utf8)) }
    LoadStop.onSignals()
    do {
      let (line, isSound) = try await LoadCommand(LoadOptions(Array(CommandLine.arguments.dropFirst())), say: say).run()
      print(line)
      guard isSound else {
        say("something that has to hold did not hold: see the line")
        exit(1)
      }
    } catch let usage as LoadOptions.Usage {
      say(usage.description)
      exit(64)
    } catch {
      say("\(error)")
      exit(69)
    }
  }
}
