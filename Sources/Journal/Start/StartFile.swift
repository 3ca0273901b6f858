import Foundation
import Synchronization

/// A file that spares a start most of its work: a header and blocks of bytes, each with its digest, and the digest of all.
///
/// Nothing in it is the truth. Who finds anything wrong drops it and reads the journal.
///
/// - Source: `Protocol/Journal.md`, "The start file".
package struct StartFile: Sendable {
  /// The layout that this program writes, and the only one that it reads.
  package static let version: UInt32 = 1
  package static let name = "start"
  private static let magic = Array("ThDuFold".utf8)
  private static let headBytes = 16

  package let header: [UInt8]
  package let blocks: [(block: ByteBlock, used: Int)]

  // MARK: writing

  /// Replaces the file, whole or not at all.
  ///
  /// - Throws: `folderRights`, `folderMissing`, `folderFailed`.
  package static func write(
    _ header: [UInt8], blocks: [(block: ByteBlock, used: Int)], to path: String
  ) throws(JournalFailure) {
    var head = BodyWriter(reservingBytes: header.count + 64 + blocks.count * 40)
    head.fixed(magic)
    head.u32(version)
    head.u32(UInt32(header.count))
    head.fixed(header)
    head.u32(UInt32(blocks.count))
    for (block, used) in blocks {
      head.u64(UInt64(used))
      head.fixed(block.withBytes(0..<used) { EntryHash(of: $0) }.bytes)
    }
    head.fixed(EntryHash(of: head.encoded).bytes)

    let fresh = path + ".new"
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw JournalFailure(errno: errno, path: fresh) }
    var whole = head.encoded.withUnsafeBytes { put($0, descriptor) }
    for (block, used) in blocks where whole { whole = block.withBytes(0..<used) { put($0, descriptor) } }
    let synced = whole && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard synced, rename(fresh, path) == 0 else {
      unlink(fresh)
      throw JournalFailure(errno: synced ? errno : code, path: path)
    }
  }

  private static func put(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let written = Foundation.write(descriptor, rest.baseAddress, rest.count)
      guard written > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    return true
  }

  // MARK: reading

  /// Reads a file and checks its digests.
  ///
  /// - Parameter blockBytes: What a block can hold at least, so that it can be added to.
  /// - Throws: ``StartFileProblem``.
  package init(at path: String, blockBytes: Int) throws(StartFileProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable }
    let size = Int(status.st_size)
    let first = try Self.read(descriptor, 0, Self.headBytes, of: size)
    guard first.starts(with: Self.magic) else { throw .damaged }
    var fields = BodyReader(first[8...])
    let (found, length) = ((try? fields.u32()) ?? 0, Int((try? fields.u32()) ?? 0))
    guard found == Self.version else { throw .version(found) }
    let listAt = Self.headBytes + length
    let countBytes = try Self.read(descriptor, listAt, 4, of: size)
    let count = countBytes.reduce(0) { $0 << 8 | Int($1) }
    guard count <= size / 40 else { throw .damaged }
    let listEnd = listAt + 4 + count * 40
    let head = try Self.read(descriptor, 0, listEnd + 32, of: size)
    guard EntryHash(of: Array(head[..<listEnd])).bytes == Array(head[listEnd...]) else { throw .damaged }

    var list = BodyReader(head[(listAt + 4)..<listEnd])
    var wanted: [(offset: Int, used: Int, hash: EntryHash, block: ByteBlock)] = []
    var end = listEnd + 32
    for _ in 0..<count {
      guard let used = (try? list.u64()).flatMap({ Int(exactly: $0) }), let hash = (try? list.fixed(32)).flatMap({ EntryHash(bytes: $0) }),
        used <= size - end
      else { throw .damaged }
      wanted.append((end, used, hash, ByteBlock(capacity: max(blockBytes, used))))
      end += used
    }
    guard end == size else { throw .damaged }
    let parts = wanted
    let next = Atomic(0)
    let bad = Atomic(false)
    onTwoThreads {
      while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < parts.count {
        let part = parts[index]
        let whole = part.block.fill(part.used) { Self.fill($0, descriptor, part.offset) }
        if !whole || part.block.withBytes(0..<part.used, { EntryHash(of: $0) }) != part.hash { bad.store(true, ordering: .relaxed) }
      }
    }
    guard !bad.load(ordering: .relaxed) else { throw .damaged }
    header = Array(head[Self.headBytes..<listAt])
    blocks = wanted.map { ($0.block, $0.used) }
  }

  private static func read(_ descriptor: Int32, _ offset: Int, _ count: Int, of size: Int) throws(StartFileProblem) -> [UInt8] {
    guard offset <= size, count <= size - offset else { throw .damaged }
    var bytes: [UInt8] = Array(repeating: 0, count: count)
    guard bytes.withUnsafeMutableBytes({ fill($0, descriptor, offset) }) else { throw .unreadable }
    return bytes
  }

  private static func fill(_ bytes: UnsafeMutableRawBufferPointer, _ descriptor: Int32, _ offset: Int) -> Bool {
    var done = 0
    while done < bytes.count {
      let got = pread(descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
      guard got > 0 else { return false }
      done += got
    }
    return true
  }
}

/// Why a start file is not used.
package enum StartFileProblem: Error, Hashable, Sendable {
  case missing
  case unreadable
  /// Another layout than this program reads.
  case version(UInt32)
  /// A digest or a length is wrong.
  case damaged
  /// The digests are right; what stands under them makes no sense.
  case content
  /// It names a head that this journal does not have.
  case otherJournal
  /// The rulebooks of the journal are not those that it was made with.
  case otherRulebook
}

/// Runs the same work on this thread and another one, and returns when both have ended.
func onTwoThreads(_ work: @escaping @Sendable () -> Void) {
  let ended = OneSignal()
  let thread = Thread {
    work()
    ended.signal()
  }
  thread.start()
  work()
  ended.wait()
}

/// Waits for one signal.
///
/// `@unchecked Sendable`: `signalled` is touched only while `condition` is locked.
private final class OneSignal: @unchecked Sendable {
  private let condition = NSCondition()
  private var signalled = false

  func signal() {
    condition.lock()
    signalled = true
    condition.signal()
    condition.unlock()
  }

  func wait() {
    condition.lock()
    while !signalled { condition.wait() }
    condition.unlock()
  }
}
