import HTTPTypes
import Hummingbird
import NIOCore

/// A request's connection.
struct PageContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }

  /// Whose failures are counted together. Behind a proxy the one that it has added itself counts, which is the last.
  func peer(_ head: HTTPRequest, behindProxy: Bool) -> String {
    let own = channel.remoteAddress?.ipAddress ?? ""
    guard behindProxy, let field = HTTPField.Name("X-Forwarded-For"), let last = head.headerFields[values: field].last else { return own }
    let added = last.split(separator: ",").last?.filter { $0 != " " } ?? ""
    return added.utf8.count <= 45 && !added.isEmpty ? String(added) : own
  }
}
