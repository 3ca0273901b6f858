import Campaign
import Service

extension PageView {
  /// What makes a board follow its open period: where the stream is, and what the page says of it. Nothing for a closed one.
  func liveState(_ block: String?, _ period: ShownPeriod) -> HTML {
    guard snapshot.isProvisional(period.last) else { return "" }
    let stream = Address(.live(block: block, period: period.named.description), query: [("lang", words.language.rawValue)])
    return """
      <p class="live" id="truc-tiep" role="status" aria-live="polite" data-stream="\(stream)" data-position="\(String(snapshot.state.position))" \
      data-open="\(words("Tự động cập nhật khi có báo cáo mới.", "Live: the board follows new filings."))" \
      data-lost="\(words("Mất kết nối, đang nối lại…", "Connection lost, trying again…"))" \
      data-out="\(words("Phiên đăng nhập đã hết: tải lại trang để đăng nhập.", "The session has ended: reload the page to sign in."))" \
      data-over="\(words("Kỳ đã chốt.", "The period is closed."))"></p>
      """
  }

  /// The board was asked for in the form for a hall.
  var isHall: Bool { address.query.contains { $0.name == "hoi-truong" } }
}
