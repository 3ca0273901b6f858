import Campaign
import Service
import Wire

/// Reads a Submit request of one filing that is written as the specification says, by the forms that are known.
///
/// Whatever differs, right or wrong, is `nil` here and is read by ``Payload/decode(_:from:limits:)``.
struct FilingMessage {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  static func read(_ payload: [UInt8], _ forms: KnownForms) -> ReadFiling? {
    payload.withUnsafeBytes { bytes in
      var message = FilingMessage(bytes)
      guard let campaign = message.field(1), KnownForms.same(forms.campaign, campaign), let filing = message.field(2), message.isAtEnd else {
        return nil
      }
      var inner = FilingMessage(filing)
      return inner.filing(forms)
    }
  }

  private var isAtEnd: Bool { at == bytes.count }

  private mutating func filing(_ forms: KnownForms) -> ReadFiling? {
    guard let id = field(1), let unit = forms.unit(id), let label = field(2), let period = forms.period(label), let name = field(3),
      KnownForms.same(forms.formName, name), let form = forms.form(unit, period), form.ends.count <= Self.figuresMax
    else { return nil }
    var base: UInt32 = 0
    if next == 0x20 {
      at += 1
      guard let value = varint(), value > 0, let fits = UInt32(exactly: value) else { return nil }
      base = fits
    }
    guard let values = figures(form) else { return nil }
    var key: UnsafeRawBufferPointer?
    if !isAtEnd {
      key = field(6)
      guard key?.count == 32, isAtEnd else { return nil }
    }
    guard let filing = ReadFiling(forms, form, unit: unit, period, baseRevision: base, values: values),
      key.map({ filing.hasContentKey($0) }) ?? true
    else { return nil }
    return filing
  }

  private static let figuresMax = Limits().listElementsMax

  /// Every counter of the form in its order, each with a value in range.
  private mutating func figures(_ form: KnownForms.Form) -> [Int64]? {
    var isWhole = true
    let values = [Int64](unsafeUninitializedCapacity: form.ends.count) { values, used in
      form.codes.withUnsafeBytes { codes in
        var start = 0
        for end in form.ends {
          guard let value = figure(UnsafeRawBufferPointer(rebasing: codes[start..<end])) else {
            isWhole = false
            return
          }
          values.initializeElement(at: used, to: value)
          used += 1
          start = end
        }
      }
    }
    return isWhole ? values : nil
  }

  @inline(__always)
  private mutating func figure(_ code: UnsafeRawBufferPointer) -> Int64? {
    let length = code.count
    // Tag, length, tag, length of the code, the code.
    guard length < 0x70, at + 4 + length <= bytes.count, bytes[at] == 0x2A, bytes[at + 2] == 0x0A, bytes[at + 3] == UInt8(length) else {
      return nil
    }
    let end = at + 2 + Int(bytes[at + 1])
    guard bytes[at + 1] < 0x80, end <= bytes.count, end >= at + 4 + length else { return nil }
    for index in 0..<length where bytes[at + 4 + index] != code[index] { return nil }
    at += 4 + length
    guard at < end else { return 0 }
    guard bytes[at] == 0x10 else { return nil }
    at += 1
    guard let value = varint(), at == end, value > 0, value <= UInt64(FormCounter.largest) else { return nil }
    return Int64(value)
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// The bytes of a field that must stand here.
  private mutating func field(_ number: UInt8) -> UnsafeRawBufferPointer? {
    guard next == number << 3 | 2 else { return nil }
    at += 1
    guard let length = varint(), length <= UInt64(bytes.count - at) else { return nil }
    defer { at += Int(length) }
    return UnsafeRawBufferPointer(rebasing: bytes[at..<at + Int(length)])
  }

  /// A minimal varint of at most nine bytes.
  @inline(__always)
  private mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), through: 56, by: 7) {
      guard at < bytes.count else { return nil }
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return byte == 0 && shift > 0 ? nil : value }
    }
    return nil
  }
}

extension FiledRequest {
  /// The bytes of a SubmitResponse with this receipt, as ``Payload/encode(_:)`` writes them.
  func answer(to filing: ReadFiling) -> [UInt8] {
    var receipt: [UInt8] = []
    receipt.reserveCapacity(192 + filing.period.label.count)
    func varint(_ value: UInt64, _ bytes: inout [UInt8]) {
      var rest = value
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: rest))
    }
    func number(_ field: UInt8, _ value: UInt64) {
      guard value != 0 else { return }
      receipt.append(field << 3)
      varint(value, &receipt)
    }
    func content(_ field: UInt8, _ content: UnsafeRawBufferPointer) {
      guard !content.isEmpty else { return }
      receipt.append(field << 3 | 2)
      varint(UInt64(content.count), &receipt)
      receipt.append(contentsOf: content)
    }
    number(1, position)
    withUnsafeBytes(of: filing.contentKey) { content(2, $0) }
    number(3, UInt64(bitPattern: recordedAt.milliseconds))
    withUnsafeBytes(of: entryHash) { content(4, $0) }
    filing.withUnit { content(5, $0) }
    filing.period.label.withUnsafeBytes { content(6, $0) }
    filing.forms.formName.withUnsafeBytes { content(7, $0) }
    number(8, UInt64(revision))
    number(9, UInt64(filing.baseRevision))
    number(10, late ? 1 : 0)
    withUnsafeBytes(of: filing.form.rulebookDigest) { content(11, $0) }
    var answer: [UInt8] = []
    answer.reserveCapacity(receipt.count + 4)
    answer.append(0x0A)
    varint(UInt64(receipt.count), &answer)
    return answer + receipt
  }
}
