import Campaign

/// Standings follow the journal beside it: a filing is acknowledged once it is durable, and whoever reads standings brings them
/// up to the newest entry where they are not there yet.
extension CampaignService {
  /// Brings the standings up to the durable state soon; under a stream of filings once for many.
  func followSoon() {
    guard !isFollowing, board.isRead else { return }
    isFollowing = true
    Task.detached(priority: .utility) { await self.followUntilCaughtUp() }
  }

  private nonisolated func followUntilCaughtUp() async {
    while let (state, time) = await nextToFollow() {
      let began = ContinuousClock.now
      board.follow(state, at: time)
      // A tenth of the time, so that following never holds up filing; also where nothing new has come yet, which between two
      // commits is only a moment. Whoever reads meanwhile brings them up himself.
      try? await Task.sleep(for: min((ContinuousClock.now - began) * 9, .milliseconds(200)))
    }
  }

  private func nextToFollow() -> (CampaignState, Instant)? {
    guard followed < durable.position else {
      isFollowing = false
      return nil
    }
    followed = durable.position
    // The latest time that was stamped: a command asks the clock once.
    return (durable, stamped)
  }
}
