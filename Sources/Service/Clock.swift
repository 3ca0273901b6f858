package import Campaign
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where the service takes the time from. Always a parameter, so that tests and demonstrations move it.
package protocol ServiceClock: Sendable {
  func now() -> Instant
}

/// The machine's clock.
package struct SystemClock: ServiceClock {
  package init() {}
  package func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// A clock that starts at a chosen instant and runs on as fast as time does: the demonstration's.
package struct DemonstrationClock: ServiceClock {
  private let start: Instant
  private let origin = ContinuousClock.now

  package init(start: Instant) { self.start = start }

  package func now() -> Instant {
    let passed = origin.duration(to: .now).components
    return Instant(milliseconds: start.milliseconds + passed.seconds * 1000 + passed.attoseconds / 1_000_000_000_000_000)
  }
}

/// A clock that is moved by hand.
package final class ManualClock: ServiceClock {
  private let instant: Mutex<Instant>

  package init(_ start: Instant) { instant = Mutex(start) }
  package func now() -> Instant { instant.withLock { $0 } }
  package func set(_ new: Instant) { instant.withLock { $0 = new } }
}
