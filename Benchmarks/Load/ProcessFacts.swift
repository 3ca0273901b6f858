import Foundation

/// What the system says of a process: `/proc`, Linux only.
struct ProcessFacts: Sendable {
  /// Memory that it has in use, KiB.
  let residentKiB: Int
  /// Processor time since its start, milliseconds.
  let processorMilliseconds: Int

  /// - Throws: ``LoadFailure`` where the process has ended, or the system does not say.
  init(of pid: Int32) throws(LoadFailure) {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
      let resident = status.firstMatch(of: #/VmRSS:\s+([0-9]+) kB/#).flatMap({ Int($0.1) }),
      let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8), let name = stat.lastIndex(of: ")")
    else { throw LoadFailure("There is no /proc/\(pid)/status: has the server ended?") }
    residentKiB = resident
    // Behind the name: the fields from the third on; user and system time are the 14th and 15th, in hundredths of a second.
    let fields = stat[stat.index(after: name)...].split(separator: " ")
    processorMilliseconds = fields.count > 12 ? ((Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)) * 10 : 0
  }
}
