/// What a load test was asked.
package struct LoadOptions: Sendable {
  package enum Scenario: String, CaseIterable, Sendable {
    case rush, idle, steady, viewers, overload, slow
  }

  package struct Usage: Error, CustomStringConvertible {
    package let description = """
      usage: thidua-load rush [--units 12500] [--seconds 60]
             thidua-load idle [--connections 10000] [--seconds 20]
             thidua-load steady [--connections 512] [--rate 500] [--seconds 60]
             thidua-load viewers [--viewers 1000] [--rate 50] [--seconds 30] [--units 130]
             thidua-load overload [--times 5] [--seconds 30] [--connections 800] [--units 25600]
             thidua-load slow [--viewers 200] [--slow 200] [--rate 50] [--seconds 60] [--units 500]
        all: [--units N] [--plain] [--sources 64] [--seed N] [--hdr FILE] [--folder DIR] [--program thidua-server]
      """
  }

  package var scenario: Scenario
  package var units: Int
  package var seconds: Int
  /// That are open at one time; of a rush as many as come.
  package var connections: Int
  /// Submissions a second.
  package var rate = 500
  /// Who watch a ranking and read it.
  package var viewers = 0
  /// Who watch it and read little or nothing.
  package var slow = 0
  /// How many times as much as the server can carry.
  package var times = 5
  package var sources = 64
  package var seed: UInt64 = 20_230_202
  package var isEncrypted = true
  /// The file for the percentiles.
  package var hdr: String?
  /// Where the data folder goes; `nil`: the system's folder for temporary files, removed afterwards.
  package var folder: String?
  package var program: String?

  /// - Throws: ``Usage``.
  package init(_ arguments: [String]) throws {
    var rest = arguments[...]
    guard let scenario = rest.popFirst().flatMap({ Scenario(rawValue: $0) }) else { throw Usage() }
    self.scenario = scenario
    switch scenario {
    case .rush: (units, seconds, connections) = (12_500, 60, 0)
    case .idle: (units, seconds, connections) = (12_500, 20, 10_000)
    case .steady: (units, seconds, connections) = (12_500, 60, 512)
    // A board is at most 4,096 rows a block: a province.
    case .viewers: (units, seconds, connections, viewers, rate) = (130, 30, 130, 1_000, 50)
    // 32 submissions under way on each connection, as many as one takes.
    case .overload: (units, seconds, connections) = (25_600, 30, 800)
    case .slow: (units, seconds, connections, viewers, slow, rate) = (500, 60, 130, 200, 200, 50)
    }
    while let key = rest.popFirst() {
      if key == "--plain" {
        isEncrypted = false
        continue
      }
      guard let word = rest.popFirst() else { throw Usage() }
      switch (key, Int(word)) {
      case ("--units", let value?) where (1...1_000_000).contains(value): units = value
      case ("--seconds", let value?) where (1...86_400).contains(value): seconds = value
      case ("--connections", let value?) where (1...1_000_000).contains(value): connections = value
      case ("--rate", let value?) where (1...1_000_000).contains(value): rate = value
      case ("--viewers", let value?) where (1...100_000).contains(value): viewers = value
      case ("--slow", let value?) where (2...100_000).contains(value): slow = value
      case ("--times", let value?) where (1...100).contains(value): times = value
      case ("--sources", let value?) where (1...254).contains(value): sources = value
      case ("--seed", let value?) where value >= 0: seed = UInt64(value)
      case ("--hdr", _): hdr = word
      case ("--folder", _): folder = word
      case ("--program", _): program = word
      default: throw Usage()
      }
    }
    switch scenario {
    // Each connection of the pace is a unit's.
    case .steady: units = max(units, connections)
    case .viewers, .slow: connections = min(connections, units)
    // As many units as a connection may have requests in flight.
    case .overload: connections = max(min(connections, units), (units + 31) / 32)
    case .rush, .idle: break
    }
  }
}
