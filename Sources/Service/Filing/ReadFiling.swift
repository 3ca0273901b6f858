import Campaign
package import Journal

/// A filing as it was read by a known form: whole, in range, with all identities kept.
package final class ReadFiling: Sendable {
  package let forms: KnownForms
  package let form: KnownForms.Form
  package let unit: Int
  package let period: KnownForms.KnownPeriod
  package let baseRevision: UInt32
  /// Aligned with the counters of the form.
  let values: [Int64]
  package let contentKey: EntryHash

  /// - Parameter values: 0 to ``FormCounter/largest`` each.
  /// - Returns: `nil` where an identity is broken.
  package init?(
    _ forms: KnownForms, _ form: KnownForms.Form, unit: Int, _ period: KnownForms.KnownPeriod, baseRevision: UInt32, values: [Int64]
  ) {
    guard values.count == form.ends.count, form.holds(values) else { return nil }
    (self.forms, self.form, self.unit, self.period) = (forms, form, unit, period)
    (self.baseRevision, self.values) = (baseRevision, values)
    contentKey = Self.contentKey(forms, form, unit, period, baseRevision, values)
  }

  /// The same as ``Filing/contentKeyBytes(campaign:)`` hashed.
  private static func contentKey(
    _ forms: KnownForms, _ form: KnownForms.Form, _ unit: Int, _ period: KnownForms.KnownPeriod, _ base: UInt32, _ values: [Int64]
  ) -> EntryHash {
    forms.units.withBytes(of: unit) { unit in
      let count =
        domain.utf8CodeUnitCount + 2 + forms.campaign.count + 2 + unit.count + 2 + period.label.count + 2 + forms.formName.count + 8
        + form.codes.count + 10 * values.count
      return withUnsafeTemporaryAllocation(byteCount: count, alignment: 8) { room in
        var bytes = RawWriter(room)
        bytes.put(UnsafeRawBufferPointer(start: domain.utf8Start, count: domain.utf8CodeUnitCount))
        func text(_ text: UnsafeRawBufferPointer) {
          bytes.put(UInt16(clamping: text.count))
          bytes.put(text)
        }
        forms.campaign.withUnsafeBytes(text)
        text(unit)
        period.label.withUnsafeBytes(text)
        forms.formName.withUnsafeBytes(text)
        bytes.put(base)
        bytes.put(UInt32(values.count))
        bytes.put(form, values, lengths: UInt16.self)
        return EntryHash(of: bytes.written)
      }
    }
  }

  private static let domain: StaticString = "thidua content key 1\n"

  package func hasContentKey(_ bytes: UnsafeRawBufferPointer) -> Bool { EntryHash(raw: bytes) == contentKey }

  package func withUnit<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { forms.units.withBytes(of: unit, body) }

  /// As the slower way has it.
  var filing: Filing {
    Filing(
      unit: forms.id(of: unit), period: period.period, form: Rulebook.monthForm, baseRevision: Int(baseRevision),
      figures: Array(zip(form.shape.counters, values).map { (counter: $0, value: $1) }))
  }
}
