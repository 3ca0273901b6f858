import Campaign
import Client
import Foundation
import Journal
import NIOCore
import NIOPosix
import Service
import Testing
import Wire

/// One exchange cut at every byte, in both directions: reliability.md R7.
@Suite(.timeLimit(.minutes(10))) struct CutTests {
  @Test(arguments: [CuttingProxy.Direction.up, .down])
  func whereverTheLineIsCutTheRequestTakesEffectOnce(direction: CuttingProxy.Direction) async throws {
    try await withServer(rulebook: Array(SmallCampaign.yaml.utf8), at: SmallCampaign.start) { port, _ in
      let straight = try await connect(port)
      var number: UInt64 = 0
      var wasCut = true
      var unknown = 0
      while wasCut {
        number += 1
        let request = SubmitRequestBytes.make("u0", answered: Int64(number), base: Int(number) - 1)
        let proxy = try await CuttingProxy(toward: port, direction, afterBytes: Int(number) - 1)
        var heard: SubmitResponse?
        do {
          let connection = try await connect(proxy.port)
          do {
            heard = try await connection.submit(request, requestNumber: number)
          } catch ClientFailure.notConfirmed {
            unknown += 1
          }
          await connection.close()
        } catch is ClientFailure {}
        try await proxy.close()
        wasCut = heard == nil

        let status = try await straight.status(of: number, deadline: .seconds(120))
        let answer = try await straight.call(.submit, request, requestNumber: number)
        #expect(status.state == (answer.replayed ? .applied : .unknown) || !answer.replayed, "\(direction), byte \(number - 1)")
        if status.state == .applied { #expect(Array(status.answer) == answer.payload) }
        let receipts = try Payload.decode(SubmitResponse.self, from: answer.payload).receipts
        #expect(receipts.map(\.revision) == [UInt32(number)], "\(direction), byte \(number - 1): one effect")
        if let heard { #expect(heard.receipts == receipts && answer.replayed) }
        let again = try await straight.call(.submit, request, requestNumber: number)
        #expect(again.replayed && again.payload == answer.payload, "\(direction), byte \(number - 1)")
      }
      // Handshake and request, and in both directions cuts that leave a doubt.
      #expect(number > 100 && unknown > 20)
      let health = try await straight.health(deadline: .seconds(120))
      #expect(health.submissions == number)
      await straight.close()
    }
  }
}

/// A line that lets some bytes through in one direction and is cut then.
struct CuttingProxy: Sendable {
  enum Direction: Sendable { case up, down }
  private let listener: any Channel
  var port: Int { listener.localAddress?.port ?? 0 }

  init(toward server: Int, _ direction: Direction, afterBytes bytes: Int) async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    listener = try await ServerBootstrap(group: loop, childGroup: loop)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { client in
        let line = NIOLoopBound(Line(client), eventLoop: loop)
        return ClientBootstrap(group: loop).channelInitializer { upstream in
          upstream.eventLoop.makeCompletedFuture {
            try upstream.pipeline.syncOperations.addHandler(End(line.value, to: client, left: direction == .down ? bytes : .max))
          }
        }.connect(host: "127.0.0.1", port: server).flatMapThrowing { upstream in
          line.value.server = upstream
          try client.pipeline.syncOperations.addHandler(End(line.value, to: upstream, left: direction == .up ? bytes : .max))
        }.flatMap { client.setOption(.autoRead, value: true) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  func close() async throws { try await listener.close() }

  /// The two ends of a connection; both live on one event loop.
  private final class Line {
    let client: any Channel
    var server: (any Channel)?
    init(_ client: any Channel) { self.client = client }

    func cut() {
      client.close(promise: nil)
      server?.close(promise: nil)
    }
  }

  private final class End: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let line: Line
    private let other: any Channel
    private var left: Int

    init(_ line: Line, to other: any Channel, left: Int) {
      self.line = line
      self.other = other
      self.left = left
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      var bytes = Self.unwrapInboundIn(data)
      let isCut = bytes.readableBytes > left
      guard let through = bytes.readSlice(length: min(left, bytes.readableBytes)) else { return }
      left -= through.readableBytes
      let written = other.writeAndFlush(through)
      if isCut {
        let line = NIOLoopBound(line, eventLoop: context.eventLoop)
        written.whenComplete { _ in line.value.cut() }
      }
    }
    func channelInactive(context: ChannelHandlerContext) { line.cut() }
  }
}
