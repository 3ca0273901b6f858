import Campaign

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Who a client is for the server, kept in a folder for good: 16 random bytes, and the last request number that was used.
///
/// ```swift
/// let identity = try ClientIdentity(folder: ClientIdentity.defaultFolder()!)
/// let number = try identity.nextRequestNumber()   // on the disk before anything is sent under it
/// ```
///
/// A number is never given twice under one id: if the file of numbers is gone, the id is made anew. Processes that share a
/// folder take turns.
public struct ClientIdentity: Sendable {
  /// 16 bytes.
  public let clientID: [UInt8]
  private let folder: String

  /// Reads the identity in a folder, or makes it there.
  ///
  /// - Throws: ``ClientIdentityError`` when the folder cannot be made, read or written, or holds something else.
  public init(folder: String) throws(ClientIdentityError) {
    self.folder = folder
    try makeFolders(folder)
    let lock = try FolderLock(folder)
    defer { lock.release() }
    let known = try readFile(folder + "/" + Self.idFile)
    let number = try readFile(folder + "/" + Self.numberFile)
    if let known, number != nil {
      guard let id = bytes(hex: known) else { throw ClientIdentityError("\(folder)/\(Self.idFile) is no client id") }
      clientID = id
    } else {
      var generator = SystemRandomNumberGenerator()
      let id = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      if number == nil { try replace(Self.numberFile, with: "0\n", in: folder) }
      try replace(Self.idFile, with: hexText(id) + "\n", in: folder)
      clientID = id
    }
  }

  /// The next number, 1 or more; it is on the disk when this returns.
  ///
  /// - Throws: ``ClientIdentityError`` when the number cannot be read or written: nothing may be sent then.
  public func nextRequestNumber() throws(ClientIdentityError) -> UInt64 {
    let lock = try FolderLock(folder)
    defer { lock.release() }
    guard let text = try readFile(folder + "/" + Self.numberFile), text.hasSuffix("\n"), let last = UInt64(text.dropLast()),
      last < UInt64(Int64.max)
    else { throw ClientIdentityError("\(folder)/\(Self.numberFile) is no request number") }
    try replace(Self.numberFile, with: "\(last + 1)\n", in: folder)
    return last + 1
  }

  /// `$XDG_STATE_HOME/thidua`, else `~/.local/state/thidua`; `nil` where neither variable is an absolute path.
  ///
  /// - Source: XDG Base Directory Specification 0.8: a relative path is to be ignored.
  public static func defaultFolder(environment: (String) -> String?) -> String? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/thidua" }
    if let home = environment("HOME"), home.hasPrefix("/") { return home + "/.local/state/thidua" }
    return nil
  }

  static let idFile = "client-id"
  static let numberFile = "request-number"
}

/// The folder of the identity cannot be used; nothing was sent.
public struct ClientIdentityError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
  init(doing what: String, _ path: String) { description = "\(what) \(path): \(String(cString: strerror(errno)))" }
}

/// One process at a time in a folder; the lock ends with its process.
private struct FolderLock {
  private let descriptor: Int32

  init(_ folder: String) throws(ClientIdentityError) {
    let path = folder + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ClientIdentityError(doing: "open", path) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let failure = ClientIdentityError(doing: "lock", path)
        close(descriptor)
        throw failure
      }
    }
  }

  func release() { close(descriptor) }
}

private func makeFolders(_ folder: String) throws(ClientIdentityError) {
  var path = ""
  for part in folder.split(separator: "/") {
    path += "/" + part
    if mkdir(path, 0o700) != 0, errno != EEXIST, access(path, F_OK) != 0 { throw ClientIdentityError(doing: "make", path) }
  }
}

/// `nil` where there is no such file.
private func readFile(_ path: String) throws(ClientIdentityError) -> String? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    if errno == ENOENT { return nil }
    throw ClientIdentityError(doing: "open", path)
  }
  defer { close(descriptor) }
  var buffer = [UInt8](repeating: 0, count: 256)
  let count = read(descriptor, &buffer, buffer.count)
  guard count >= 0 else { throw ClientIdentityError(doing: "read", path) }
  return String(decoding: buffer.prefix(count), as: UTF8.self)
}

/// Whoever reads meanwhile, also after a power cut, finds the old content or the new one.
private func replace(_ name: String, with text: String, in folder: String) throws(ClientIdentityError) {
  let path = folder + "/" + name
  let new = path + ".new"
  let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw ClientIdentityError(doing: "write", new) }
  let bytes = Array(text.utf8)
  let written = write(descriptor, bytes, bytes.count) == bytes.count && fchmod(descriptor, 0o600) == 0 && fsync(descriptor) == 0
  guard close(descriptor) == 0, written, rename(new, path) == 0 else { throw ClientIdentityError(doing: "write", path) }
  let parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard parent >= 0 else { throw ClientIdentityError(doing: "open", folder) }
  defer { close(parent) }
  guard fsync(parent) == 0 else { throw ClientIdentityError(doing: "write", folder) }
}

private func bytes(hex text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count == 33, digits[32] == UInt8(ascii: "\n") else { return nil }
  var result: [UInt8] = []
  for start in stride(from: 0, to: 32, by: 2) {
    guard let byte = UInt8(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16) else { return nil }
    result.append(byte)
  }
  return result
}
