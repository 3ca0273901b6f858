#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How many files and sockets this process, and each that it starts, may have open.
enum DescriptorLimit {
  /// Raises the soft limit to the hard one.
  ///
  /// - Parameter needed: Connections that will be open at one time.
  /// - Throws: ``LoadFailure`` where the hard limit is too low for them.
  static func raise(for needed: Int) throws(LoadFailure) {
    var limit = rlimit()
    #if canImport(Glibc)
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
    let kind = RLIMIT_NOFILE
    #endif
    getrlimit(kind, &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(kind, &limit)
    getrlimit(kind, &limit)
    // The data folder, the listening socket, the event loops.
    let wanted = needed + 200
    guard limit.rlim_cur < rlim_t(wanted) else { return }
    throw LoadFailure(
      "\"ulimit -n\" is too low: \(limit.rlim_cur) files and sockets may be open at one time, and \(wanted) are needed. Raise it with \"ulimit -Hn \(wanted)\" as root, or ask for fewer connections.")
  }
}
