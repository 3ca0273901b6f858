import Foundation
import Testing

@testable import Journal

/// The registry of failures: numbers, names and words.
struct FailureTests {
  static let text = TextReference(position: 8, field: 2)
  static let all: [JournalFailure] = [
    .stopped(cause: "c"), .closed, .overloaded(groupsMax: 3), .groupInvalid(entries: 0, max: 2),
    .bodyTooLarge(bytes: 9),
    .uniqueKeyInvalid, .textInvalid(field: 1), .kindReserved(.tombstone), .duplicateKey(draft: 0, heldBy: 7),
    .textUnknown(text), .textAlreadyPurged(text), .reasonInvalid, .damaged(position: 5, .hash), .noSuchEntry(5),
    .folderMissing(path: "/d"), .folderNotEmpty(path: "/d"), .folderAlreadyMade(path: "/d"),
    .notADataFolder(path: "/d"), .folderRights(path: "/d"), .folderInUse(path: "/d"),
    .newerVersion(found: "2", supported: 1), .folderFailed(path: "/d", cause: "c"), .journalMissing(path: "/d/j"),
    .storageDamaged(cause: "c"), .durabilityRefused(setting: "synchronous"), .storageFailed("c"), .bodyEndedEarly,
    .bodyFieldTooLong(announced: 9, max: 8), .bodyFieldInvalid, .bodyTrailingBytes(1),
  ]

  @Test func theRegistryListsEveryFailureWithItsNumberAndName() throws {
    let file = packageFolder.appendingPathComponent("Protocol/Errors.md")
    // J-460 and above are the service's, about entries that verify and cannot be applied.
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| J-4") && !$0.hasPrefix("| J-46") }
    #expect(rows.count == Self.all.count)
    for (row, failure) in zip(rows, Self.all) {
      #expect(row.hasPrefix("| \(failure.number) | `\(failure.name)` | "))
      // Number, name, status, effect, meaning, again, test.
      let cells = row.split(separator: "|").map { $0.drop { $0 == " " } }
      try #require(cells.count == 7, "\(failure.number)")
      #expect(cells[5].hasPrefix(failure.tryAgainHelps ? "yes" : "no"), "\(failure.number)")
    }
    #expect(Set(Self.all.map(\.number)).count == Self.all.count)
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }

  @Test func everyFailureSpeaksBothLanguages() {
    for failure in Self.all {
      #expect(failure.vietnamese.contains { !$0.isASCII } && failure.vietnamese.hasSuffix("."), "\(failure.number)")
      #expect(failure.english.hasSuffix(".") && failure.english != failure.vietnamese, "\(failure.number)")
    }
  }

  @Test func theWordsSayWhatToDo() {
    #expect(
      "\(JournalFailure.folderInUse(path: "/d"))"
        == "J-435 another server is using /d. Stop it first; two must never share a folder.")
    #expect(
      "\(JournalFailure.duplicateKey(draft: 0, heldBy: 7))"
        == "J-415 entry 1 of the group repeats a key of entry 7. Nothing was stored; read that entry.")
    #expect(
      "\(JournalFailure.damaged(position: 5, .hash))"
        == "J-420 entry 5 is damaged: the stored hash is not that of the stored bytes. "
        + "Stop writing, and restore the last backup.")
    #expect(
      JournalFailure.newerVersion(found: "2", supported: 1).vietnamese
        == "Thư mục dữ liệu thuộc phiên bản mới hơn (2, chương trình này biết 1). Hãy cài chương trình mới hơn.")
  }
}
