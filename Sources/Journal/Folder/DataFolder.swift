import Foundation

/// The folder that holds everything a server keeps, locked for one server at a time.
///
/// ```swift
/// let folder = try DataFolder.create(at: "/var/lib/thi-dua")   // once
/// let folder = try DataFolder.open(at: "/var/lib/thi-dua")     // at every start
/// let journal = try Journal(SQLiteDriver(folder))
/// ```
///
/// The lock is held until `close`, or as long as this object lives; `SQLiteDriver` keeps its folder alive.
package final class DataFolder: Sendable {
  /// The version of the folder that this program makes, and the newest it opens.
  package static let version = 1
  /// Present in a finished data folder only; its second line is the version.
  package static let markerName = "thi-dua-data"
  package static let lockName = "lock"
  package static let journalName = "journal.sqlite"
  private static let markerTitle = "Thi Dua data folder"

  /// As given.
  package let path: String
  private let lock: FolderLock

  private init(path: String, lock: FolderLock) {
    self.path = path
    self.lock = lock
  }

  /// Lets another server have the folder. Close the journal first.
  package func close() { lock.release() }

  /// The path of the journal's file.
  package var journalPath: String { file(Self.journalName) }

  /// The path of a file in this folder.
  package func file(_ name: String) -> String { path + "/" + name }

  /// Makes a data folder with an empty journal, mode 0700. A missing folder is created, its parent is not.
  ///
  /// The marker comes last, so that an interrupted creation can simply be repeated.
  ///
  /// - Throws: `folderAlreadyMade`, `folderNotEmpty`, `folderInUse`, `folderMissing` without a parent,
  ///   `notADataFolder` when the path is no folder, `folderRights`, `folderFailed`, or a failure of the storage.
  package static func create(at path: String) throws -> DataFolder {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw JournalFailure(errno: errno, path: parent(of: path)) }
    let names = try names(in: path)
    guard !names.contains(markerName) else { throw JournalFailure.folderAlreadyMade(path: path) }
    let leftovers = [lockName, markerName + ".new", journalName, journalName + "-wal", journalName + "-shm"]
    guard names.isSubset(of: leftovers) else { throw JournalFailure.folderNotEmpty(path: path) }
    guard chmod(path, 0o700) == 0 else { throw JournalFailure(errno: errno, path: path) }

    let lock = try FolderLock(file: path + "/" + lockName, folder: path)
    let folder = DataFolder(path: path, lock: lock)
    guard try SQLiteDriver.createFile(at: folder.journalPath) == .empty else {
      throw JournalFailure.folderNotEmpty(path: path)
    }
    try folder.writeMarker()
    try sync(path)
    try sync(parent(of: path))
    return folder
  }

  /// Opens and locks a data folder.
  ///
  /// - Throws: `folderMissing`, `notADataFolder`, `folderRights`, `newerVersion`, `folderInUse`, `folderFailed`.
  package static func open(at path: String) throws -> DataFolder {
    guard try names(in: path).contains(markerName) else { throw JournalFailure.notADataFolder(path: path) }
    guard let marker = FileManager.default.contents(atPath: path + "/" + markerName) else {
      throw JournalFailure.folderRights(path: path)
    }
    let lines = String(decoding: marker, as: UTF8.self).split(separator: "\n")
    guard lines.first == markerTitle[...], lines.count == 2, let version = Int(lines[1]), version >= 1 else {
      throw JournalFailure.notADataFolder(path: path)
    }
    guard version <= Self.version else {
      throw JournalFailure.newerVersion(found: "\(version)", supported: Self.version)
    }
    return DataFolder(path: path, lock: try FolderLock(file: path + "/" + lockName, folder: path))
  }

  private static func names(in path: String) throws(JournalFailure) -> Set<String> {
    guard let directory = opendir(path) else { throw JournalFailure(errno: errno, path: path) }
    closedir(directory)
    do {
      return Set(try FileManager.default.contentsOfDirectory(atPath: path))
    } catch {
      throw .folderRights(path: path)
    }
  }

  private func writeMarker() throws(JournalFailure) {
    let fresh = file(Self.markerName + ".new")
    let descriptor = Foundation.open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw JournalFailure(errno: errno, path: fresh) }
    defer { Foundation.close(descriptor) }
    let content = Array("\(Self.markerTitle)\n\(Self.version)\n".utf8)
    guard write(descriptor, content, content.count) == content.count, fsync(descriptor) == 0,
      rename(fresh, file(Self.markerName)) == 0
    else { throw JournalFailure(errno: errno, path: fresh) }
  }

  /// Makes the names in a folder durable.
  private static func sync(_ path: String) throws(JournalFailure) {
    let descriptor = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw JournalFailure(errno: errno, path: path) }
    defer { Foundation.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw JournalFailure(errno: errno, path: path) }
  }

  /// By hand: Foundation's own traps on a path of one letter.
  static func parent(of path: String) -> String {
    var letters = Substring(path)
    while letters.count > 1, letters.last == "/" { letters.removeLast() }
    guard let slash = letters.lastIndex(of: "/") else { return "." }
    var parent = letters[..<slash]
    while parent.last == "/" { parent.removeLast() }
    return parent.isEmpty ? "/" : String(parent)
  }
}
