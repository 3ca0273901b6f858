import Campaign
import Journal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Takes submissions apart from their stored bytes, without making a text of what is known already.
///
/// Who is not known here, or files another form, is read by ``SubmissionEntry``, which decides what is right and what is not.
struct FilingReader: Sendable {
  let units: UnitNames
  let shapes: [FilingShape]
  private let templates: [Template]

  /// The texts of a shape as bytes.
  private struct Template: Sendable {
    let kind: [UInt8]
    let form: [UInt8]
    let digest: EntryHash
    /// Each behind its length of 4 bytes, as stored, end to end.
    let counters: [UInt8]
    /// Where each of them ends.
    let ends: [Int]
    let periods: PeriodKind
  }

  init(_ log: FilingLog) {
    units = log.units
    shapes = log.shapes
    templates = log.shapes.map { shape in
      var (counters, ends): ([UInt8], [Int]) = ([], [])
      for counter in shape.counters {
        withUnsafeBytes(of: UInt32(counter.utf8.count).bigEndian) { counters += $0 }
        counters += counter.utf8
        ends.append(counters.count)
      }
      return Template(
        kind: Array(shape.kind.utf8), form: Array(shape.form.utf8), digest: shape.rulebookDigest, counters: counters, ends: ends,
        periods: PeriodKind(rawValue: shape.kind) ?? .year)
    }
  }

  /// The submissions of a page, with figures end to end in `packed`.
  struct Pages {
    var packed: [UInt8] = []
    /// The label read last, and its ordinal.
    fileprivate var label: (bytes: [UInt8], kind: PeriodKind, ordinal: Int32)?
  }

  /// - Parameter body: The body of a submission of version 1, behind the list of texts.
  /// - Returns: A record whose figures stand at `offset` of ``Pages/packed``; `nil` for what must be read with more care.
  func read(_ body: UnsafeRawBufferPointer, _ entry: ScannedPage.Entry, _ pages: inout Pages) -> FiledRecord? {
    var at = 0
    func text(_ most: Int) -> UnsafeRawBufferPointer? {
      guard let length = number(body, &at, UInt32.self).map(Int.init), length <= most, length <= body.count - at else { return nil }
      at += length
      return UnsafeRawBufferPointer(rebasing: body[at - length..<at])
    }
    func fixed(_ length: Int) -> UnsafeRawBufferPointer? {
      guard length <= body.count - at else { return nil }
      at += length
      return UnsafeRawBufferPointer(rebasing: body[at - length..<at])
    }
    guard let id = text(256), let kind = text(32), let label = text(16), let form = text(64), let unit = units.number(id),
      let base = number(body, &at, UInt32.self), let revision = number(body, &at, UInt32.self), let late = number(body, &at, UInt8.self),
      late <= 1, let key = fixed(32).flatMap({ EntryHash(raw: $0) }), let digest = fixed(32).flatMap({ EntryHash(raw: $0) }),
      fixed(24) != nil, let figures = number(body, &at, UInt32.self)
    else { return nil }
    let shape = templates.indices.last { index in
      let one = templates[index]
      return one.ends.count == figures && one.digest == digest && same(one.form, form) && same(one.kind, kind)
    }
    guard let shape, let ordinal = ordinal(of: label, templates[shape].periods, &pages) else { return nil }
    let start = pages.packed.count
    guard Self.pack(templates[shape], UnsafeRawBufferPointer(rebasing: body[at...]), to: &pages.packed) else {
      pages.packed.removeLast(pages.packed.count - start)
      return nil
    }
    return FiledRecord(
      position: entry.position, time: entry.timeMilliseconds, contentKey: key, entryHash: entry.hash, unit: UInt32(unit),
      ordinal: ordinal, revision: revision, base: base, previous: 0, first: 0, shape: UInt32(shape), flags: UInt32(late), block: 0,
      offset: UInt32(start), length: UInt32(pages.packed.count - start))
  }

  /// Adds the values behind the counters' names.
  ///
  /// - Returns: `false` where the bytes are not exactly these names, each with its value; something may have been added.
  private static func pack(_ template: Template, _ figures: UnsafeRawBufferPointer, to packed: inout [UInt8]) -> Bool {
    guard figures.count == template.counters.count + template.ends.count * 8, let found = figures.baseAddress else {
      return figures.isEmpty && template.ends.isEmpty
    }
    return template.counters.withUnsafeBytes { names in
      guard let known = names.baseAddress else { return false }
      var (start, at) = (0, 0)
      for end in template.ends {
        guard memcmp(known + start, found + at, end - start) == 0 else { return false }
        at += end - start
        PackedFigures.append(Int64(bigEndian: figures.loadUnaligned(fromByteOffset: at, as: Int64.self)), to: &packed)
        at += 8
        start = end
      }
      return true
    }
  }

  private func ordinal(of label: UnsafeRawBufferPointer, _ kind: PeriodKind, _ pages: inout Pages) -> Int32? {
    if let known = pages.label, known.kind == kind, same(known.bytes, label) { return known.ordinal }
    guard let text = String(validating: label, as: UTF8.self), let period = Period(text, kind: kind) else { return nil }
    pages.label = (Array(label), kind, Int32(period.ordinal))
    return Int32(period.ordinal)
  }

  @inline(__always)
  private func same(_ known: [UInt8], _ found: UnsafeRawBufferPointer) -> Bool {
    known.count == found.count && known.withUnsafeBytes { same($0, found) }
  }

  @inline(__always)
  private func same(_ known: UnsafeRawBufferPointer, _ found: UnsafeRawBufferPointer) -> Bool {
    guard known.count == found.count, let one = known.baseAddress, let other = found.baseAddress else { return known.count == found.count }
    return memcmp(one, other, known.count) == 0
  }

  @inline(__always)
  private func number<Number: FixedWidthInteger>(_ body: UnsafeRawBufferPointer, _ at: inout Int, _: Number.Type) -> Number? {
    let length = Number.bitWidth / 8
    guard length <= body.count - at else { return nil }
    at += length
    return Number(bigEndian: body.loadUnaligned(fromByteOffset: at - length, as: Number.self))
  }
}
