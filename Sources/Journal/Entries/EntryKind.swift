/// What an entry records. The numbers are stored for ever and never reused.
///
/// An entry of a newer version may carry a number that is missing here: it is chained and verified like any other,
/// and `StoredEntry.kind` answers `nil` for it.
///
/// - Source: ours: `Protocol/Journal.md`, "Kinds".
package enum EntryKind: UInt16, Sendable, CaseIterable {
  /// The first entry of a journal: which campaign, which installation.
  case genesis = 1
  /// A rulebook at its launch, or an amendment of it (văn bản ban hành, sửa đổi).
  case rulebook = 2
  /// The units that take part from a date on (danh sách đơn vị).
  case roster = 3
  /// Units merged, split, renamed or moved (sáp nhập, chia tách, đổi tên).
  case lineage = 4
  /// Which criteria apply to which unit.
  case applicability = 5
  /// An account opened, changed or closed.
  case account = 6
  /// An access token issued or revoked; never the token itself.
  case token = 7
  /// Figures of a unit for a period (báo cáo số liệu).
  case submission = 8
  /// A submission accepted or returned (thẩm định).
  case review = 9
  /// A period opened, extended, or an outage that moves its deadline.
  case periodDecision = 10
  /// A period locked (khóa sổ).
  case lock = 11
  /// An index that others published, such as PAR INDEX or PCI.
  case publishedIndex = 12
  /// A task of the plan delivered, on time or late.
  case taskDelivery = 13
  /// Points given by hand for a criterion (chấm điểm).
  case assessment = 14
  /// An edition of the standings published (công bố).
  case edition = 15
  /// An appeal and its answer (kiến nghị).
  case appeal = 16
  /// A correction after the lock.
  case correction = 17
  /// A free text purged; written by the journal itself, see `Journal.purgeText`.
  case tombstone = 18
  /// A request that was answered with what older entries hold, and changed nothing.
  case request = 19
}
