import Foundation
import Synchronization

/// Holds a file's lock until it is let go; the kernel lets go when the process ends, however it ends.
final class FolderLock: Sendable {
  /// `nil` once it is let go.
  private let descriptor: Mutex<Int32?>

  /// Takes the lock on `file`, creating it with mode 0600.
  ///
  /// - Throws: `folderInUse` when somebody holds it, `folderRights`, `folderFailed`.
  init(file: String, folder: String) throws(JournalFailure) {
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw JournalFailure(errno: errno, path: file) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      Foundation.close(descriptor)
      throw code == EWOULDBLOCK ? .folderInUse(path: folder) : JournalFailure(errno: code, path: file)
    }
    self.descriptor = Mutex(descriptor)
  }

  deinit { release() }

  /// Lets go. Doing it again does nothing.
  func release() {
    descriptor.withLock { descriptor in
      guard let open = descriptor else { return }
      // Unlocked by name: closing alone leaves the lock with a process that was forked and has not begun its program yet.
      flock(open, LOCK_UN)
      Foundation.close(open)
      descriptor = nil
    }
  }
}

extension JournalFailure {
  /// The failure that a system call on `path` means.
  init(errno code: Int32, path: String) {
    switch code {
    case EACCES, EPERM, EROFS: self = .folderRights(path: path)
    case ENOENT: self = .folderMissing(path: path)
    case ENOTDIR, ELOOP: self = .notADataFolder(path: path)
    default: self = .folderFailed(path: path, cause: String(cString: strerror(code)))
    }
  }
}
