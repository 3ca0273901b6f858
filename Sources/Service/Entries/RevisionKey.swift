import Campaign
import Journal

extension UniqueKey {
  /// The key under which the file holds a revision of a unit's period only once: `05`, the period, the unit, the revision.
  ///
  /// Those of a month stand beside each other in the file, so that a commit of many filings writes few pages of keys. The same
  /// content under the same revision is the same key: it needs none of its own.
  ///
  /// - Parameter unit: UTF-8, as are `kind` and `form`.
  /// - Source: `Protocol/Journal.md`, "Requests"; ours: decision 37.
  static func revision(
    _ revision: UInt32, ordinal: Int, unit: UnsafeRawBufferPointer, kind: UnsafeRawBufferPointer, form: UnsafeRawBufferPointer
  ) -> UniqueKey {
    let name = withUnsafeTemporaryAllocation(byteCount: unit.count + kind.count + form.count + 2, alignment: 8) { room in
      var bytes = RawWriter(room)
      bytes.put(unit)
      bytes.put(UInt8(0))
      bytes.put(kind)
      bytes.put(UInt8(0))
      bytes.put(form)
      return EntryHash(of: bytes.written)
    }
    return withUnsafeTemporaryAllocation(byteCount: 1 + 4 + nameBytes + 4, alignment: 8) { room in
      var key = RawWriter(room)
      key.put(UInt8(5))
      // Earlier periods first, also those before the year 0.
      key.put(UInt32(bitPattern: Int32(clamping: ordinal)) ^ 0x8000_0000)
      withUnsafeBytes(of: name) { key.put(UnsafeRawBufferPointer(rebasing: $0[..<nameBytes])) }
      key.put(revision)
      return UniqueKey(key.written)
    }
  }

  /// Of the hash of unit, kind of period and form.
  private static let nameBytes = 24
}

extension Filing {
  /// The key of the revision that it becomes.
  func revisionKey(_ revision: Int) -> UniqueKey {
    var (unit, kind, form) = (unit.text, period.kind.rawValue, form)
    return unit.withUTF8 { unit in
      kind.withUTF8 { kind in
        form.withUTF8 { form in
          .revision(
            UInt32(clamping: revision), ordinal: period.ordinal, unit: UnsafeRawBufferPointer(unit), kind: UnsafeRawBufferPointer(kind),
            form: UnsafeRawBufferPointer(form))
        }
      }
    }
  }
}

extension ReadFiling {
  /// The same as ``Filing/revisionKey(_:)``.
  func revisionKey(_ revision: UInt32) -> UniqueKey {
    var kind = forms.kind.rawValue
    return kind.withUTF8 { kind in
      withUnit { unit in
        forms.formName.withUnsafeBytes { form in
          .revision(revision, ordinal: period.period.ordinal, unit: unit, kind: UnsafeRawBufferPointer(kind), form: form)
        }
      }
    }
  }
}
