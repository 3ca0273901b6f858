/// How one side of a connection compresses what it sends, as the handshake settled it.
///
/// - Source: `Protocol/Frame.md`, Compression.
public struct PayloadCompression: Hashable, Sendable {
  /// Whether the peer takes compressed payloads.
  public var isOn: Bool
  /// The dictionary both sides agreed on.
  public var dictionary: PresetDictionary?

  public init(isOn: Bool = true, dictionary: PresetDictionary? = nil) {
    self.isOn = isOn
    self.dictionary = dictionary
  }

  /// zlib without a dictionary.
  public static let plain = PayloadCompression()
  /// Everything travels as it is.
  public static let off = PayloadCompression(isOn: false)

  /// The bit of `Hello.features` by which a client asks for answers as they are.
  public static let uncompressedAnswers: UInt32 = 0x1
}
