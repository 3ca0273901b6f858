#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A token, read from a file that nobody else can read. It prints as dots.
///
/// It comes neither from an argument nor from a variable: both can be seen by others on the machine.
///
/// ```swift
/// let token = try AccessToken(file: path)
/// ```
public struct AccessToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The characters as bytes.
  let bytes: [UInt8]

  /// A token that is already at hand; tests and programs that embed the client.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The token in a file; white space around it does not count.
  ///
  /// - Throws: ``AccessTokenError``: in this order `unreadable`, `notPrivate` (others than its owner may read or write it),
  ///   `noToken`.
  public init(file path: String) throws(AccessTokenError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, cause: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    // The opened file is asked, not the name: it cannot be exchanged in between.
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, cause: String(cString: strerror(errno))) }
    guard status.st_mode & 0o077 == 0 else { throw .notPrivate(path: path) }
    var buffer = [UInt8](repeating: 0, count: Self.bytesMax + 64)
    let count = read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw .unreadable(path: path, cause: String(cString: strerror(errno))) }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let trimmed = buffer[..<count].drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    guard !trimmed.isEmpty, trimmed.count <= Self.bytesMax, trimmed.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .noToken(path: path)
    }
    bytes = Array(trimmed)
  }

  /// Bytes that an AUTH can carry.
  static let bytesMax = 1024

  /// `$XDG_CONFIG_HOME/thidua/token`, else `~/.config/thidua/token`; `nil` where neither variable is an absolute path.
  public static func defaultFile(environment: (String) -> String?) -> String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/thidua/token" }
    if let home = environment("HOME"), home.hasPrefix("/") { return home + "/.config/thidua/token" }
    return nil
  }

  public var description: String { "AccessToken(…)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a file gives no token. Nothing was sent.
public enum AccessTokenError: Error, Hashable, Sendable {
  case unreadable(path: String, cause: String)
  case notPrivate(path: String)
  case noToken(path: String)
}
