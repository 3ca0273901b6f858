package import Campaign

/// Where a live ranking finds what bears on a unit: a value of one moment, so that it stays what it was.
package protocol LiveSource: Sendable {
  /// Figures in force, read a unit at a time.
  var figures: FigureTable { get }
  /// What bears on one unit's places beside its figures.
  func circumstances(of unit: ReportingUnit.ID) -> Circumstances
  /// What bears on everybody's.
  func circumstances() -> Circumstances
}

/// A unit that something happened to.
package struct Touched: Sendable, Hashable {
  package let unit: ReportingUnit.ID
  /// The ordinals of the periods that something was reported for; `nil`: it may bear on all.
  package let ordinals: ClosedRange<Int>?

  package init(_ unit: ReportingUnit.ID, ordinals: ClosedRange<Int>?) {
    self.unit = unit
    self.ordinals = ordinals
  }
}
