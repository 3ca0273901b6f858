/// What a load test was asked.
package struct LoadOptions: Sendable {
  package enum Scenario: String, CaseIterable, Sendable {
    case rush, idle, steady
  }

  package struct Usage: Error, CustomStringConvertible {
    package let description = """
      usage: thidua-load rush [--units 12500] [--seconds 60]
             thidua-load idle [--connections 10000] [--seconds 20]
             thidua-load steady [--connections 512] [--rate 500] [--seconds 60]
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
      case ("--sources", let value?) where (1...254).contains(value): sources = value
      case ("--seed", let value?) where value >= 0: seed = UInt64(value)
      case ("--hdr", _): hdr = word
      case ("--folder", _): folder = word
      case ("--program", _): program = word
      default: throw Usage()
      }
    }
    // Each connection of the pace is a unit's.
    if scenario == .steady { units = max(units, connections) }
  }
}
