import Foundation
import Testing

@testable import Journal

struct DataFolderTests {
  /// A path that does not exist yet, in a folder that is removed with the test.
  final class Ground {
    let root = NSTemporaryDirectory() + "folder-" + UUID().uuidString
    init() throws { try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: false) }
    deinit { try? FileManager.default.removeItem(atPath: root) }
    func path(_ name: String) -> String { root + "/" + name }
    func write(_ content: String, to name: String) throws {
      try Data(content.utf8).write(to: URL(fileURLWithPath: path(name)))
    }
    func mode(_ name: String) throws -> Int? {
      (try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? NSNumber)?.intValue
    }
  }

  @Test func aNewFolderIsPrivate() throws {
    let ground = try Ground()
    let folder = try DataFolder.create(at: ground.path("data"))
    folder.close()
    #expect(try ground.mode("data") == 0o700)
    for name in [DataFolder.journalName, DataFolder.lockName, DataFolder.markerName] {
      #expect(try ground.mode("data/" + name) == 0o600, "\(name)")
    }
  }

  @Test func aSecondServerIsRefusedUntilTheFirstLetsGo() throws {
    let ground = try Ground()
    let path = ground.path("data")
    let first = try DataFolder.create(at: path)
    #expect(throws: JournalFailure.folderInUse(path: path)) { try DataFolder.open(at: path) }
    first.close()
    let second = try DataFolder.open(at: path)
    #expect(throws: JournalFailure.folderInUse(path: path)) { try DataFolder.open(at: path) }
    second.close()
    second.close()
    try DataFolder.open(at: path).close()
  }

  @Test func whatIsNoDataFolderIsNamed() throws {
    let ground = try Ground()
    let path = ground.path("data")
    #expect(throws: JournalFailure.folderMissing(path: path)) { try DataFolder.open(at: path) }
    #expect(throws: JournalFailure.notADataFolder(path: ground.root)) { try DataFolder.open(at: ground.root) }
    #expect(throws: JournalFailure.folderMissing(path: ground.path("no"))) {
      try DataFolder.create(at: ground.path("no/data"))
    }
    try ground.write("x", to: "file")
    #expect(throws: JournalFailure.notADataFolder(path: ground.path("file"))) {
      try DataFolder.open(at: ground.path("file"))
    }
    #expect(throws: JournalFailure.notADataFolder(path: ground.path("file"))) {
      try DataFolder.create(at: ground.path("file"))
    }
    #expect(throws: JournalFailure.folderNotEmpty(path: ground.root)) { try DataFolder.create(at: ground.root) }
    try DataFolder.create(at: path).close()
    #expect(throws: JournalFailure.folderAlreadyMade(path: path)) { try DataFolder.create(at: path) }
    try ground.write("something else\n", to: "data/" + DataFolder.markerName)
    #expect(throws: JournalFailure.notADataFolder(path: path)) { try DataFolder.open(at: path) }
  }

  @Test func aNewerFolderIsRefused() throws {
    let ground = try Ground()
    let path = ground.path("data")
    try DataFolder.create(at: path).close()
    try ground.write("Thi Dua data folder\n2\n", to: "data/" + DataFolder.markerName)
    #expect(throws: JournalFailure.newerVersion(found: "2", supported: 1)) { try DataFolder.open(at: path) }
  }

  @Test func anInterruptedCreationCanBeRepeated() async throws {
    let ground = try Ground()
    let path = ground.path("data")
    try DataFolder.create(at: path).close()
    try FileManager.default.removeItem(atPath: path + "/" + DataFolder.markerName)
    try ground.write("half", to: "data/" + DataFolder.markerName + ".new")
    let folder = try DataFolder.create(at: path)
    let journal = try Journal(SQLiteDriver(folder))
    _ = try await journal.append([draft("one")])
    try await journal.close()
    folder.close()
    // With an entry inside it is no interrupted creation.
    try FileManager.default.removeItem(atPath: path + "/" + DataFolder.markerName)
    #expect(throws: JournalFailure.folderNotEmpty(path: path)) { try DataFolder.create(at: path) }
  }

  @Test func systemErrorsBecomeFailuresThatSayWhatToDo() {
    #expect(JournalFailure(errno: EACCES, path: "/d") == .folderRights(path: "/d"))
    #expect(JournalFailure(errno: EROFS, path: "/d") == .folderRights(path: "/d"))
    #expect(JournalFailure(errno: EPERM, path: "/d") == .folderRights(path: "/d"))
    #expect(JournalFailure(errno: ENOENT, path: "/d") == .folderMissing(path: "/d"))
    #expect(JournalFailure(errno: ENOTDIR, path: "/d") == .notADataFolder(path: "/d"))
    #expect(
      JournalFailure(errno: ENOSPC, path: "/d") == .folderFailed(path: "/d", cause: "No space left on device"))
  }

  @Test(arguments: [
    ("d", "."), ("data", "."), ("./d", "."), ("a/b", "a"), ("a//b/", "a"), ("/d", "/"), ("/", "/"), ("//d", "/"), ("/var/lib/thidua", "/var/lib"),
  ])
  func theFolderAboveAFolder(path: String, parent: String) {
    #expect(DataFolder.parent(of: path) == parent)
  }
}
