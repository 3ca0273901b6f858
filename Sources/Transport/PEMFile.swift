import NIOSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Certificates and keys as files.
enum PEMFile {
  /// Certificates are small; a file beyond this is something else.
  static let bytesMax = 1 << 20

  /// The certificates of a file, at least one.
  ///
  /// - Throws: ``TransportProblem``: `fileUnreadable`, `fileInvalid`.
  static func certificates(_ path: String) throws(TransportProblem) -> [NIOSSLCertificate] {
    let bytes = try contents(path, isSecret: false)
    guard let certificates = try? NIOSSLCertificate.fromPEMBytes(bytes), !certificates.isEmpty else {
      throw TransportProblem(.fileInvalid, path)
    }
    return certificates
  }

  /// The key of a file that only its owner can read.
  ///
  /// - Throws: ``TransportProblem``: `fileUnreadable`, `keyNotPrivate`, `fileInvalid`.
  static func key(_ path: String) throws(TransportProblem) -> NIOSSLPrivateKey {
    let bytes = try contents(path, isSecret: true)
    // A key with a password would be asked for on the terminal; a server has none.
    let isLocked = String(decoding: bytes, as: UTF8.self).contains("ENCRYPTED")
    guard !isLocked, let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem) else { throw TransportProblem(.fileInvalid, path) }
    return key
  }

  private static func contents(_ path: String, isSecret: Bool) throws(TransportProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var status = stat()
    // The opened file is asked, not the name: it cannot be exchanged in between.
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
    guard !isSecret || status.st_mode & 0o077 == 0 else { throw TransportProblem(.keyNotPrivate, path) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= bytesMax else { throw TransportProblem(.fileInvalid, path) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 16 << 10)
    while bytes.count <= bytesMax {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path) }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
    throw TransportProblem(.fileInvalid, path)
  }

  private static func unreadable(_ path: String) -> TransportProblem {
    TransportProblem(.fileUnreadable, "\(path), \(String(cString: strerror(errno)))")
  }
}
