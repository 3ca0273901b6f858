/// The most memory that a process was seen to have, looked at twice a second.
final class MemoryWatch: Sendable {
  private let pid: Int32
  private let looking: Task<Int, Never>

  init(_ pid: Int32) {
    self.pid = pid
    looking = Task {
      var most = 0
      while !Task.isCancelled {
        most = max(most, (try? ProcessFacts(of: pid))?.residentKiB ?? 0)
        try? await Task.sleep(for: .milliseconds(500))
      }
      return most
    }
  }

  /// - Returns: KiB.
  func stop() async -> Int {
    looking.cancel()
    return max(await looking.value, (try? ProcessFacts(of: pid))?.residentKiB ?? 0)
  }
}
