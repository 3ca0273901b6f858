import NIOCore
import Wire

/// Room for large frames while they arrive.
extension ConnectionHandler {
  /// Room taken for the frame that is arriving.
  struct Reservation {
    let frame: UInt64
    let bytes: Int
  }

  /// Takes room for a large frame as soon as its header says how long it is: many connections that each begin one and never
  /// end it cannot hold more than the whole server's limit.
  func reserveForLargeFrame() {
    guard reservation == nil, connection.unfinishedByteCount > 0, let announced = connection.unfinishedBodyLength.map(Int.init),
      announced > shared.limits.smallFrameBytesMax
    else { return }
    guard shared.work.take(announced) else { return end(.stream(.overloaded)) }
    reservation = Reservation(frame: connection.framesTaken, bytes: announced)
  }

  /// The request takes its own room.
  func releaseReservationOfWholeFrame() {
    if let reservation, reservation.frame != connection.framesTaken || connection.phase == .closed { releaseReservation() }
  }

  func releaseReservation() {
    if let reservation { shared.work.give(back: reservation.bytes) }
    reservation = nil
  }
}
