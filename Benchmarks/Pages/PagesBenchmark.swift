package import BenchmarkHarness
import CZlib

/// What a page costs whoever opens it, over loopback, server and browser in one process.
package enum PagesBenchmark {
  /// Something else came than what was asked for.
  package struct WrongPage: Error, CustomStringConvertible {
    package let description: String
  }

  package struct Times: Sendable {
    package let firstByte: Sampling
    package let complete: Sampling
    package let bytes: Int
  }

  /// One page again and again on one connection.
  ///
  /// - Parameter isKept: The server has the page; else it makes each anew, a minute later.
  /// - Parameter holding: Stands in every page.
  package static func times(
    _ stage: PagesStage, _ port: Int, _ target: String, runs: Int, isKept: Bool, holding text: String
  ) async throws -> Times {
    let connection = try await PageConnection(port: port)
    var (first, complete, bytes): ([Int64], [Int64], Int) = ([], [], 0)
    for run in -2..<max(1, runs) {
      if !isKept { stage.nextMinute() }
      let page = try await connection.get(target, gzip: true)
      try check(page, target, holding: text)
      guard run >= 0 else { continue }
      first.append((page.firstByte - page.sent).nanoseconds)
      complete.append((page.complete - page.sent).nanoseconds)
      bytes = page.bytes
    }
    await connection.close()
    return Times(firstByte: Sampling(samples: first), complete: Sampling(samples: complete), bytes: bytes)
  }

  /// Pages that are asked for once each.
  package static func firsts(_ port: Int, _ targets: [String], holding text: String) async throws -> Sampling {
    let connection = try await PageConnection(port: port)
    var complete: [Int64] = []
    for target in targets {
      let page = try await connection.get(target, gzip: true)
      try check(page, target, holding: text)
      complete.append((page.complete - page.sent).nanoseconds)
    }
    await connection.close()
    return Sampling(samples: complete)
  }

  /// So many pages a second, whether or not those before have come: each counts from the instant at which it was to be sent.
  ///
  /// The page is made anew every ten seconds, more often than a server's clock would have it.
  ///
  /// - Parameter seconds: 1 or more.
  package static func load(
    _ stage: PagesStage, _ port: Int, _ target: String, perSecond: Int, seconds: Int, holding text: String
  ) async throws -> (times: Sampling, elapsed: Duration) {
    let connections = try await IdleConnections(port: port, count: min(32, perSecond))
    let start = ContinuousClock.now + .milliseconds(100)
    let count = perSecond * seconds
    let samples = try await withThrowingTaskGroup(of: Int64.self) { tasks in
      for number in 0..<count {
        let intended = start + .microseconds(1_000_000 / perSecond * number)
        try await Task.sleep(until: intended, tolerance: .zero, clock: .continuous)
        if number % (10 * perSecond) == 0 { stage.nextMinute() }
        tasks.addTask {
          let connection = await connections.take()
          let page = try await connection.get(target, gzip: true)
          await connections.give(connection)
          // One in a hundred is unpacked: reading all of them would be load of its own.
          try check(page, target, holding: number % 100 == 0 ? text : nil)
          return (page.complete - intended).nanoseconds
        }
      }
      return try await tasks.reduce(into: [Int64]()) { $0.append($1) }
    }
    let elapsed = ContinuousClock.now - start
    await connections.close()
    guard samples.count == count else { throw WrongPage(description: "\(samples.count) of \(count) pages came") }
    return (Sampling(samples: samples), elapsed)
  }

  package struct Weight: Sendable {
    /// Of the page alone, and of all that a browser fetches the first time; heads are counted, everything is compressed.
    package let page: Int
    package let all: Int
    package let requests: Int
  }

  /// - Throws: ``WrongPage`` for anything that would come from elsewhere.
  package static func weight(_ port: Int, _ target: String, holding text: String) async throws -> Weight {
    let connection = try await PageConnection(port: port)
    let page = try await connection.get(target, gzip: true)
    try check(page, target, holding: text)
    let html = String(decoding: try unpacked(page), as: UTF8.self)
    var all = page.bytes
    let parts = Set(subresources(of: html))
    for part in parts {
      guard part.hasPrefix("/"), !part.hasPrefix("//") else { throw WrongPage(description: "\(target) asks elsewhere: \(part)") }
      let one = try await connection.get(part, gzip: true)
      try check(one, part, holding: nil)
      all += one.bytes
    }
    await connection.close()
    return Weight(page: page.bytes, all: all, requests: 1 + parts.count)
  }

  /// What a browser fetches without being asked to: style sheets, icons, scripts, pictures.
  static func subresources(of html: String) -> [String] {
    html.split(separator: "<").compactMap { tag in
      let name = tag.prefix { $0.isLetter }
      let attribute = name == "link" ? "href=\"" : ["script", "img", "iframe", "source", "video", "audio", "embed"].contains(name) ? "src=\"" : ""
      guard !attribute.isEmpty, let start = tag.firstRange(of: attribute)?.upperBound else { return nil }
      return String(tag[start...].prefix { $0 != "\"" })
    }
  }

  // MARK: checks

  static func check(_ page: FetchedPage, _ target: String, holding text: String?) throws {
    guard page.status == 200 else { throw WrongPage(description: "\(target): \(page.status)") }
    guard let text else { return }
    guard page.headers["content-encoding"] == "gzip" else { throw WrongPage(description: "\(target) is not compressed") }
    guard String(decoding: try unpacked(page), as: UTF8.self).contains(text) else {
      throw WrongPage(description: "\(target) does not hold “\(text)”")
    }
  }

  static func unpacked(_ page: FetchedPage) throws -> [UInt8] {
    guard page.headers["content-encoding"] == "gzip" else { return page.body }
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw WrongPage(description: "zlib does not start")
    }
    defer { inflateEnd(&stream) }
    return try page.body.withUnsafeBufferPointer { input -> [UInt8] in
      var code = Z_OK
      let room = 8 << 20
      let bytes = [UInt8](unsafeUninitializedCapacity: room) { output, count in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(room)
        code = inflate(&stream, Z_FINISH)
        count = room - Int(stream.avail_out)
      }
      guard code == Z_STREAM_END else { throw WrongPage(description: "not a whole gzip file") }
      return bytes
    }
  }
}

/// Connections that wait for work; whoever finds none waits for one in turn.
private actor IdleConnections {
  private var idle: [PageConnection] = []
  private var waiting: [CheckedContinuation<PageConnection, Never>] = []

  init(port: Int, count: Int) async throws { for _ in 0..<count { idle.append(try await PageConnection(port: port)) } }

  func take() async -> PageConnection {
    // Each in turn: one that nobody uses for long is closed by the server.
    if !idle.isEmpty { return idle.removeFirst() }
    return await withCheckedContinuation { waiting.append($0) }
  }

  func give(_ connection: PageConnection) {
    if waiting.isEmpty { idle.append(connection) } else { waiting.removeFirst().resume(returning: connection) }
  }

  func close() async { for one in idle { await one.close() } }
}
