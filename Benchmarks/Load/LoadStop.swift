import Dispatch
import Foundation
import Synchronization

/// What a load leaves behind when somebody stops it: nothing.
package enum LoadStop {
  private struct Begun {
    var processes: [Process] = []
    var folders: Set<String> = []
  }
  private static let begun = Mutex(Begun())

  static func started(_ process: Process) { begun.withLock { $0.processes.append(process) } }
  static func made(folder: String) { begun.withLock { _ = $0.folders.insert(folder) } }
  static func removed(folder: String) { begun.withLock { _ = $0.folders.remove(folder) } }

  /// From now on SIGINT and SIGTERM end what was started, remove what was made, and end this program as they would have.
  package static func onSignals() {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        begun.withLock { begun in
          for process in begun.processes where process.isRunning { kill(process.processIdentifier, SIGKILL) }
          for folder in begun.folders { try? FileManager.default.removeItem(atPath: folder) }
        }
        // Held by its own handler for as long as the program runs.
        withExtendedLifetime(source) { exit(128 + number) }
      }
      source.resume()
    }
  }
}
