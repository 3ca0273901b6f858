package import BenchmarkHarness
import NIOCore
import NIOPosix

/// What one run over a connection gave.
package struct BouncingResult: Sendable {
  /// From sending a request to its answer.
  package let latencies: Sampling
  package let requestsPerSecond: Int
  /// Processor time of both sides together, microseconds a request, tenths.
  package let cpuTenths: Int
  package let bytesUp: Int
  package let bytesDown: Int

  package var cpuMicroseconds: String { "\(cpuTenths / 10).\(cpuTenths % 10)" }
}

/// What the connections of a run count together. Everything happens on one event loop.
final class BouncingTally {
  private let warmUp: Int
  private let count: Int
  private let done: EventLoopPromise<BouncingResult>
  private var channels: [any Channel] = []
  private var sent = 0
  private var answered = 0
  private var samples: [Int64] = []
  private var startedAt: UInt64 = 0
  private var cpuAtStart: Int64 = 0
  private var up = 0
  private var down = 0

  /// - Parameter warmUp: Requests of all connections together that are answered before anything is counted.
  init(warmUp: Int, count: Int, done: EventLoopPromise<BouncingResult>) {
    (self.warmUp, self.count, self.done) = (warmUp, count, done)
    samples.reserveCapacity(count)
  }

  var wantsMore: Bool { sent < warmUp + count }

  func joined(_ channel: any Channel) { channels.append(channel) }

  func sent(bytes: Int) {
    if sent > warmUp { up += bytes }
    sent += 1
  }

  func received(bytes: Int) { if answered > warmUp { down += bytes } }

  func failed(_ text: String) {
    done.fail(WireBenchmarkFailure(description: text))
    closeAll()
  }

  func answered(sentAt: UInt64) {
    let now = NIODeadline.now().uptimeNanoseconds
    answered += 1
    if answered == warmUp {
      startedAt = now
      cpuAtStart = ProcessorTime.now
    }
    if answered > warmUp { samples.append(Int64(now - sentAt)) }
    guard answered == warmUp + count else { return }
    let elapsed = max(1, now - startedAt)
    done.succeed(
      BouncingResult(
        latencies: Sampling(samples: samples), requestsPerSecond: Int(UInt64(count) * 1_000_000_000 / elapsed),
        cpuTenths: Int((ProcessorTime.now - cpuAtStart) * 10 / Int64(count)), bytesUp: up / max(1, count - 1),
        bytesDown: down / max(1, count)))
    closeAll()
  }

  private func closeAll() {
    let channels = channels
    self.channels = []
    for channel in channels { channel.close(promise: nil) }
  }
}

/// Keeps a fixed number of requests under way on a connection, sends the next when an answer comes, and measures.
///
/// What a request is, and when one is answered, is the business of ``Speech``.
final class Bouncing<Speaking: Speech>: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var speech: Speaking
  private let inFlight: Int
  private let most: Int
  private let tally: BouncingTally
  private var sentAt: [UInt64] = []
  private var outgoing = ByteBuffer()

  /// - Parameter most: Requests that this connection sends at the most.
  init(_ speech: Speaking, inFlight: Int, most: Int, tally: BouncingTally) {
    (self.speech, self.inFlight, self.most, self.tally) = (speech, inFlight, most, tally)
  }

  func channelActive(context: ChannelHandlerContext) {
    tally.joined(context.channel)
    let greeting = speech.greeting()
    if greeting.readableBytes > 0 { context.writeAndFlush(Self.wrapOutboundOut(greeting), promise: nil) } else { fill(context) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = Self.unwrapInboundIn(data)
    tally.received(bytes: bytes.readableBytes)
    for event in speech.receive(bytes) {
      switch event {
      case .open: fill(context)
      case .answer(let number):
        tally.answered(sentAt: sentAt[number])
        send(context)
      case .failed(let text): tally.failed(text)
      }
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    write(context)
    context.flush()
  }

  func channelInactive(context: ChannelHandlerContext) { tally.failed("the connection ended") }

  private func fill(_ context: ChannelHandlerContext) {
    for _ in 0..<inFlight { send(context) }
    write(context)
    context.flush()
  }

  private func send(_ context: ChannelHandlerContext) {
    guard tally.wantsMore, sentAt.count < most else { return }
    let before = outgoing.readableBytes
    speech.request(sentAt.count, to: &outgoing)
    tally.sent(bytes: outgoing.readableBytes - before)
    sentAt.append(NIODeadline.now().uptimeNanoseconds)
    if !speech.gathers { write(context) }
  }

  private func write(_ context: ChannelHandlerContext) {
    guard outgoing.readableBytes > 0 else { return }
    context.write(Self.wrapOutboundOut(outgoing), promise: nil)
    outgoing = ByteBuffer()
  }
}

/// How one kind of peer is spoken to.
protocol Speech {
  /// Requests of a turn share a write.
  var gathers: Bool { get }
  /// What is sent first; empty where requests may be sent at once.
  mutating func greeting() -> ByteBuffer
  /// Appends request number `number`, from 0 on.
  mutating func request(_ number: Int, to buffer: inout ByteBuffer)
  mutating func receive(_ bytes: ByteBuffer) -> [SpeechEvent]
}

extension Speech {
  var gathers: Bool { true }
}

enum SpeechEvent {
  case open
  /// The answer to request `number`.
  case answer(Int)
  case failed(String)
}

package struct WireBenchmarkFailure: Error, CustomStringConvertible {
  package let description: String
}

/// Requests bouncing on connections that share a thread of their own.
enum Bounce {
  static func run<Speaking: Speech & Sendable>(
    _ speech: Speaking, port: Int, inFlight: Int, warmUp: Int, count: Int
  ) async throws -> BouncingResult {
    try await run([speech], port: port, inFlight: inFlight, warmUp: warmUp, count: count)
  }

  /// - Parameters:
  ///   - speeches: One a connection.
  ///   - inFlight: On each connection.
  ///   - warmUp, count: Of all connections together.
  ///   - most: Requests that one connection sends at the most.
  static func run<Speaking: Speech & Sendable>(
    _ speeches: [Speaking], port: Int, inFlight: Int, warmUp: Int, count: Int, most: Int = .max
  ) async throws -> BouncingResult {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop = group.next()
    let done = loop.makePromise(of: BouncingResult.self)
    let tally = NIOLoopBoundBox.makeBoxSendingValue(BouncingTally(warmUp: warmUp, count: count, done: done), eventLoop: loop)
    do {
      for speech in speeches {
        _ = try await ClientBootstrap(group: group)
          .channelOption(.tcpOption(.tcp_nodelay), value: 1)
          .channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
              try channel.pipeline.syncOperations.addHandler(Bouncing(speech, inFlight: inFlight, most: most, tally: tally.value))
            }
          }
          .connect(host: "127.0.0.1", port: port).get()
      }
    } catch {
      done.fail(error)
    }
    do {
      let result = try await done.futureResult.get()
      try await group.shutdownGracefully()
      return result
    } catch {
      try await group.shutdownGracefully()
      throw error
    }
  }
}
