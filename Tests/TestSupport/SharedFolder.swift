import Foundation

/// The reference data beside the checkout: published indices, seed documents, the digests of the workload.
///
/// A test that needs a file which is not there prints that it was skipped and passes, so that a bare checkout is testable.
public enum SharedFolder {
  /// Root of the checkout.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let root: URL =
    ProcessInfo.processInfo.environment["THIDUA_SHARED"].map { URL(fileURLWithPath: $0, isDirectory: true) }
    ?? checkout.deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)

  /// The bytes of a reference file; `nil` where it is absent.
  public static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: root.appendingPathComponent(path))).map(Array.init)
  }

  public static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

  /// A file of the checkout itself.
  public static func ownText(_ path: String) throws -> String {
    try String(contentsOf: checkout.appendingPathComponent(path), encoding: .utf8)
  }

  /// Writes a file of the checkout, for tests that are asked to bring a golden file up to date.
  public static func writeOwn(_ text: String, to path: String) throws {
    let file = checkout.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Says how many cases were not tested.
  public static func skipped(_ count: Int, _ what: String) { print("SKIPPED \(count): \(what) is not here") }
}
