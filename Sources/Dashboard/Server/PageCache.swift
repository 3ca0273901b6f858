import Campaign
import Synchronization

/// A page as it is sent.
struct RenderedPage: Sendable {
  let type: String
  let bytes: [UInt8]
  let packed: [UInt8]?
  /// What a browser keeps to ask whether there is anything new.
  let tag: String

  init(type: String, bytes: [UInt8], tag: String) {
    self.type = type
    self.bytes = bytes
    self.tag = tag
    packed = gzip(bytes)
  }
}

/// Pages of the journal's newest position, made once a minute at most.
///
/// All that time changes in a page happens at whole minutes: periods open, fall due and close, and the printed time moves on.
final class PageCache: Sendable {
  /// What a page depends on beside its address.
  struct Moment: Hashable {
    let position: UInt64
    let minute: Int64

    init(position: UInt64, time: Instant) {
      self.position = position
      minute = time.milliseconds / 60_000
    }
  }
  private struct Held {
    var moment: Moment?
    var pages: [String: RenderedPage] = [:]
    var bytes = 0
  }
  private let held = Mutex(Held())
  private let bytesMost: Int

  /// - Parameter bytesMost: Pages are kept up to this size together.
  init(bytesMost: Int = 32 << 20) { self.bytesMost = bytesMost }

  func page(_ key: String, at moment: Moment) -> RenderedPage? { held.withLock { $0.moment == moment ? $0.pages[key] : nil } }

  func keep(_ page: RenderedPage, as key: String, at moment: Moment) {
    held.withLock { held in
      if held.moment != moment {
        // A page that took long may come behind a newer one.
        if let known = held.moment, (known.position, known.minute) > (moment.position, moment.minute) { return }
        held = Held(moment: moment)
      }
      let size = page.bytes.count + (page.packed?.count ?? 0)
      guard held.bytes + size <= bytesMost, held.pages[key] == nil else { return }
      held.pages[key] = page
      held.bytes += size
    }
  }
}
