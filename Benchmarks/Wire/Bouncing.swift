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

/// Keeps a fixed number of requests under way on a connection, sends the next when an answer comes, and measures.
///
/// What a request is, and when one is answered, is the business of ``Speech``.
final class Bouncing<Speaking: Speech>: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var speech: Speaking
  private let inFlight: Int
  private let warmUp: Int
  private let count: Int
  private let done: EventLoopPromise<BouncingResult>
  private var sentAt: [UInt64] = []
  private var firstUnanswered = 0
  private var samples: [Int64] = []
  private var answered = 0
  private var startedAt: UInt64 = 0
  private var cpuAtStart: Int64 = 0
  private var up = 0
  private var down = 0
  private var outgoing = ByteBuffer()

  init(_ speech: Speaking, inFlight: Int, warmUp: Int, count: Int, done: EventLoopPromise<BouncingResult>) {
    self.speech = speech
    self.inFlight = inFlight
    self.warmUp = warmUp
    self.count = count
    self.done = done
    samples.reserveCapacity(count)
    sentAt.reserveCapacity(warmUp + count)
  }

  func channelActive(context: ChannelHandlerContext) {
    let greeting = speech.greeting()
    if greeting.readableBytes > 0 { context.writeAndFlush(Self.wrapOutboundOut(greeting), promise: nil) } else { fill(context) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = Self.unwrapInboundIn(data)
    if answered > warmUp { down += bytes.readableBytes }
    for event in speech.receive(bytes) {
      switch event {
      case .open: fill(context)
      case .answer(let number): answer(number, context)
      case .failed(let text):
        done.fail(WireBenchmarkFailure(description: text))
        context.close(promise: nil)
      }
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    write(context)
    context.flush()
  }
  func channelInactive(context: ChannelHandlerContext) { done.fail(WireBenchmarkFailure(description: "the connection ended")) }

  private func fill(_ context: ChannelHandlerContext) {
    for _ in 0..<inFlight { send(context) }
    write(context)
    context.flush()
  }

  private func send(_ context: ChannelHandlerContext) {
    guard sentAt.count < warmUp + count else { return }
    let before = outgoing.readableBytes
    speech.request(sentAt.count, to: &outgoing)
    if sentAt.count > warmUp { up += outgoing.readableBytes - before }
    sentAt.append(NIODeadline.now().uptimeNanoseconds)
  }

  private func write(_ context: ChannelHandlerContext) {
    guard outgoing.readableBytes > 0 else { return }
    context.write(Self.wrapOutboundOut(outgoing), promise: nil)
    outgoing = ByteBuffer()
  }

  private func answer(_ number: Int, _ context: ChannelHandlerContext) {
    let now = NIODeadline.now().uptimeNanoseconds
    answered += 1
    if answered == warmUp {
      startedAt = now
      cpuAtStart = ProcessorTime.now
    }
    if number >= warmUp { samples.append(Int64(now - sentAt[number])) }
    guard answered == warmUp + count else { return send(context) }
    let elapsed = max(1, now - startedAt)
    done.succeed(
      BouncingResult(
        latencies: Sampling(samples: samples), requestsPerSecond: Int(UInt64(count) * 1_000_000_000 / elapsed),
        cpuTenths: Int((ProcessorTime.now - cpuAtStart) * 10 / Int64(count)), bytesUp: up / max(1, count - 1), bytesDown: down / max(1, count)))
    context.close(promise: nil)
  }
}

/// How one kind of peer is spoken to.
protocol Speech {
  /// What is sent first; empty where requests may be sent at once.
  mutating func greeting() -> ByteBuffer
  /// Appends request number `number`, from 0 on.
  mutating func request(_ number: Int, to buffer: inout ByteBuffer)
  mutating func receive(_ bytes: ByteBuffer) -> [SpeechEvent]
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

/// One connection with requests bouncing on a thread of its own.
enum Bounce {
  static func run<Speaking: Speech & Sendable>(
    _ speech: Speaking, port: Int, inFlight: Int, warmUp: Int, count: Int
  ) async throws -> BouncingResult {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let done = group.next().makePromise(of: BouncingResult.self)
    do {
      _ = try await ClientBootstrap(group: group)
        .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(
              Bouncing(speech, inFlight: inFlight, warmUp: warmUp, count: count, done: done))
          }
        }
        .connect(host: "127.0.0.1", port: port).get()
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
