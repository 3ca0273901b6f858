import Campaign
import HTTPTypes
import Hummingbird
import NIOCore
import Service

/// What goes back, and what comes in.
extension PageResponder {
  func asset(_ asset: Asset, _ head: HTTPRequest) -> Response {
    let headers: HTTPFields = [.cacheControl: "public, max-age=31536000, immutable", .contentType: asset.type, .vary: "Accept-Encoding"]
    return sent(asset.rendered, head, headers)
  }

  func print(_ line: PrintLine, _ head: HTTPRequest) -> Response {
    let headers: HTTPFields = [.cacheControl: "public, max-age=31536000, immutable", .contentType: "text/css; charset=utf-8", .vary: "Accept-Encoding"]
    return sent(RenderedPage(type: "text/css", bytes: Array(line.css.utf8), tag: ""), head, headers)
  }

  func sent(_ page: RenderedPage, _ head: HTTPRequest, _ headers: HTTPFields) -> Response {
    var headers = headers
    let takesGzip = (head.headerFields[.acceptEncoding] ?? "").split(separator: ",").contains {
      let parts = $0.split(separator: ";").map { $0.filter { $0 != " " } }
      return parts.first == "gzip" && !parts.dropFirst().contains("q=0")
    }
    if takesGzip, let packed = page.packed {
      headers[.contentEncoding] = "gzip"
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: packed)))
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.bytes)))
  }

  /// A page that holds a form's key: never compressed beside what somebody else chose, and kept nowhere.
  func own(_ page: HTML, status: HTTPResponse.Status = .ok) -> Response {
    own(page.bytes, type: "text/html; charset=utf-8", status: status)
  }

  func own(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// To another page, by GET.
  func go(to address: Address) -> Response { Response(status: .seeOther, headers: [.location: address.text, .cacheControl: "no-store"]) }

  func sorry(_ problem: PageProblem, _ asked: Asked) async -> Response {
    var response = own(problem.page(asked.words, isDemonstration: await isDemonstration), status: problem.kind.status)
    if problem.kind == .methodNotAllowed { response.headers[.allow] = "GET, HEAD" }
    return response
  }

  var isDemonstration: Bool { get async { await service.state.genesis?.isDemonstration ?? false } }

  // MARK: bodies

  private enum Collected: Sendable { case whole([UInt8]), tooLarge, broken, late }

  /// The body of a request, which has so many bytes and so much time.
  func body(of request: Request, most: Int, _ context: PageContext) async throws(PageProblem) -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most {
      endSoon(context)
      throw .tooLarge(most)
    }
    let body = request.body
    let seconds = limits.bodySeconds
    let collected = await withTaskGroup(of: Collected.self) { tasks in
      tasks.addTask {
        do {
          return .whole(Array(try await body.collect(upTo: most).readableBytesView))
        } catch is NIOTooManyBytesError { return .tooLarge } catch { return .broken }
      }
      tasks.addTask {
        try? await Task.sleep(for: .seconds(seconds))
        return .late
      }
      let first = await tasks.next() ?? .broken
      tasks.cancelAll()
      return first
    }
    switch collected {
    case .whole(let bytes): return bytes
    case .tooLarge:
      endSoon(context)
      throw .tooLarge(most)
    case .broken: throw .brokenForm
    case .late:
      endSoon(context)
      throw .late
    }
  }

  /// What else is sent on this connection is of no interest; the answer is given time to arrive.
  private func endSoon(_ context: PageContext) {
    let channel = context.channel
    channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
  }
}

extension PageProblem {
  /// - Parameter failure: What the service has thrown.
  init(_ failure: any Error) {
    switch failure {
    case let failure as ServiceFailure:
      let text: LocalizedText =
        switch failure {
        case .invalid(let problems): LocalizedText(problems.first.vi, en: problems.first.en)
        case .refused(let problem), .conflict(let problem, _): LocalizedText(problem.vi, en: problem.en)
        default: failure.text
        }
      let code = ProblemCode.allCases.first { $0.number == failure.code.number }
      switch failure {
      case .refused, .invalid, .conflict:
        let access = failure.code.number.hasPrefix("A-")
        self.init(
          access ? .forbidden : .badRequest, code: code,
          title: access ? LocalizedText("Không được xem hoặc làm việc này", en: "Not allowed") : LocalizedText("Không làm được", en: "Not possible"), text)
      default: self.init(.unavailable, code: code, title: Self.unavailable.title, text)
      }
    default: self = .unavailable
    }
  }
}
