import Foundation

/// How often the disk under a folder makes 8 KiB durable, one after another: what a journal that gathers nothing could reach.
enum DiskSyncs {
  /// - Parameter milliseconds: How long it writes, 1 or more.
  static func perSecond(in folder: String, milliseconds: Int64) throws -> Int {
    let path = folder + "/syncs"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw WireBenchmarkFailure(description: "\(path) cannot be made: \(errno)") }
    defer {
      close(file)
      unlink(path)
    }
    let bytes = [UInt8](repeating: 0x5A, count: 8192)
    func once() throws {
      guard pwrite(file, bytes, bytes.count, 0) == bytes.count, fdatasync(file) == 0 else {
        throw WireBenchmarkFailure(description: "\(path) cannot be synced: \(errno)")
      }
    }
    // The first gives the file its length.
    try once()
    let start = ContinuousClock.now
    var (count, taken) = (Int64(0), Duration.zero)
    repeat {
      try once()
      count += 1
      taken = ContinuousClock.now - start
    } while taken < .milliseconds(milliseconds)
    let micro = taken.components.seconds * 1_000_000 + taken.components.attoseconds / 1_000_000_000_000
    return Int(count * 1_000_000 / max(1, micro))
  }
}
