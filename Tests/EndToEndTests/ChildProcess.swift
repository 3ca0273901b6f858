import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A child process that is waited for by a thread of its own.
///
/// Not `Foundation.Process`: that one hears of a child's end over a socket which other children that are started at the same
/// moment can inherit, and was seen to wait for ever under load. `waitpid` cannot miss an end.
final class ChildProcess: Sendable {
  struct StartFailure: Error { let errno: Int32 }

  /// What a standard stream of the child is.
  enum Stream {
    case nothing
    case reading(path: String)
    case writing(path: String)
    /// A named pipe; starting waits until somebody reads it.
    case pipe(path: String)
  }

  let id: pid_t
  private struct State {
    var status: Int32?
    var waiters: [CheckedContinuation<Int32, Never>] = []
  }
  private let state = Mutex(State())

  /// Starts a program.
  ///
  /// - Parameter environment: All that the child has of it.
  init(
    _ executable: String, _ arguments: [String], in folder: String, environment: [String: String], input: Stream = .nothing,
    output: Stream, error: Stream
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in [(Int32(0), input), (1, output), (2, error)] {
      switch stream {
      case .nothing: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
      case .reading(let path): posix_spawn_file_actions_addopen(&actions, number, path, O_RDONLY, 0)
      case .writing(let path): posix_spawn_file_actions_addopen(&actions, number, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      case .pipe(let path): posix_spawn_file_actions_addopen(&actions, number, path, O_WRONLY, 0)
      }
    }
    // Sockets of other tests that are open now: a child that holds one keeps its peer from seeing it closed.
    for descriptor in Int32(3)..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    // Signals as a shell would leave them: the test process itself may have blocked or ignored some.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    // A shell changes the folder and then becomes the program, under the same number.
    let argv = (["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, executable] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var started = pid_t()
    let failure = posix_spawn(&started, "/bin/sh", &actions, &attributes, argv, envp)
    guard failure == 0 else { throw StartFailure(errno: failure) }
    id = started
    Thread.detachNewThread { [self, id] in
      var raw: Int32 = 0
      while waitpid(id, &raw, 0) < 0, errno == EINTR {}
      // As wait(2) lays it out: the signal in the low seven bits, the exit status above them.
      let status = raw & 0x7f == 0 ? (raw >> 8) & 0xff : -(raw & 0x7f)
      let waiters = state.withLock { state in
        state.status = status
        defer { state.waiters = [] }
        return state.waiters
      }
      for waiter in waiters { waiter.resume(returning: status) }
    }
  }

  /// Sends a signal, unless the process has ended: its number may belong to another by then.
  func send(_ signal: Int32) {
    state.withLock { if $0.status == nil { kill(id, signal) } }
  }

  /// Waits for the end and gives the exit status, or minus the signal.
  func untilEnd() async -> Int32 {
    await withCheckedContinuation { continuation in
      let known = state.withLock { state in
        if state.status == nil { state.waiters.append(continuation) }
        return state.status
      }
      if let known { continuation.resume(returning: known) }
    }
  }
}
