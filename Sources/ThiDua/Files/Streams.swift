#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import Campaign
import Synchronization

/// The process's surroundings: variables, streams, files.
enum Streams {
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Standard output is a terminal whose user has not asked for plain text (no-color.org).
  static var coloured: Bool { isatty(1) == 1 && variable("NO_COLOR") == nil && variable("TERM") != "dumb" }

  /// Standard output is a terminal on which can be drawn.
  static var isScreen: Bool { isatty(1) == 1 && variable("TERM") != "dumb" }

  /// How many lines the terminal has now.
  static var screenRows: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }

  static func standardError(_ text: String) { _ = writeAll(2, Array(text.utf8)) }

  /// - Throws: ``Failure`` 70 when the answer cannot be written, such as on a full disk.
  static func standardOutput(_ text: String) throws(Failure) {
    guard writeAll(1, Array(text.utf8)) else {
      throw Failure(.ourFault, Words.current("không ghi được ra đầu ra chuẩn", "standard output cannot be written") + ": " + reason)
    }
  }

  /// What came in on standard input, for whoever looks at it twice.
  private static let input = Mutex<[UInt8]?>(nil)

  /// The bytes of a file, or of standard input for `-`, but never many more than `most`.
  ///
  /// - Throws: ``Failure`` 64 for a file that cannot be read.
  static func read(_ path: String, most: Int) throws(Failure) -> [UInt8] {
    guard path == "-" else { return try content(of: path, most) }
    if let known = input.withLock({ $0 }) { return known }
    let bytes = try content(of: path, most)
    input.withLock { $0 = bytes }
    return bytes
  }

  private static func content(of path: String, _ most: Int) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= most {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, &buffer, buffer.count)
      #else
        let count = Darwin.read(descriptor, &buffer, buffer.count)
      #endif
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path)
      }
      bytes += buffer[..<count]
    }
    return bytes
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// A new file; one that is there stays as it is, since somebody may have filled it in.
  ///
  /// - Throws: ``Failure`` 64.
  static func create(_ path: String, _ text: String) throws(Failure) {
    let words = Words.current
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? Failure(.usage, words("tệp \"\(path)\" đã có. Chọn tên khác.", "the file \"\(path)\" exists already. Choose another name."))
        : Failure(.usage, words("không tạo được tệp \"\(path)\"", "the file \"\(path)\" cannot be made") + ": " + reason)
    }
    let written = writeAll(descriptor, Array(text.utf8))
    guard close(descriptor) == 0, written else {
      throw Failure(.ourFault, words("không ghi hết được tệp \"\(path)\".", "the file \"\(path)\" could not be written whole."))
    }
  }

  private static func unreadable(_ path: String) -> Failure {
    Failure(.usage, Words.current("không đọc được tệp \"\(path)\"", "the file \"\(path)\" cannot be read") + ": " + reason)
  }
  private static var reason: String { String(cString: strerror(errno)) }

  private static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
