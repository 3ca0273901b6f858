/// A named interval of the published total (xếp loại): from its lower end to that of the next better band.
///
/// - Source: domain 4.6 "band schemes are per campaign and per block, ordered half-open intervals, possibly without the top
///   band".
public struct Band: Sendable, Hashable {
  /// "Xuất sắc", "Tốt", "Khá".
  public let name: LocalizedText
  /// The least published total inside.
  public let atLeast: Points
}

extension Rulebook {
  /// The bands of a block, the best first: its own, or those of the campaign; empty where there are none.
  public func bands(of block: String) -> [Band] { blocks.first { $0.id == block }?.bands ?? bands }
}
