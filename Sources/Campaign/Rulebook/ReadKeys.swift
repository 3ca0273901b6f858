/// Hears of every mapping of a rulebook while it is read: a test compares what the reader accepts with
/// `Protocol/rulebook.schema.json`, which editors complete from.
package enum ReadKeys {
  /// The path of the mapping, the kind of a rule (`nil` elsewhere), and the keys that it may have.
  @TaskLocal package static var heard: (@Sendable (_ path: String, _ kind: String?, _ keys: [String]) -> Void)?
}
