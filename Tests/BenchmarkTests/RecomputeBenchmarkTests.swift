import BenchmarkHarness
import Campaign
import Crypto
import Foundation
import Ranking
import RecomputeBenchmarks
import Testing
import Workload

/// The canonical workload at size S: input and output have the digests that an exact reference in another language gave.
@Suite struct RecomputeBenchmarkTests {
  // Source: workload/S.json of the reference data, seed 20230202.
  static let expected = [
    "composite_e4_i32_sha256": "3720ae24751a385426d6299856f699407675cc0d1727ae8576dc5c9018f5f1ce",
    "rank_i32_sha256": "8100b08a1a256468081f5918c5e590ab9bfbd252922806c09e800b881f0a8637",
    "gain_e4_i32_sha256": "078f01472cbc30d9bc31ade4bc6c2f10096e133b72ed348763ec6649af915885",
    "rank_gain_i32_sha256": "ef99852475b78bb437bb1f78cc5f4c0ef0345af3f7e4e584bfae133a61046938",
    "score_up_i32_sha256": "409a4bf649b9d82100281f32696258e68a196b111508e408442ba206977f1d7e",
    "target_met_i32_sha256": "44d05ab003e249c439a3649cdcaf12405a1ca0446162025c70465ceb8d4e48d5",
  ]
  // The same reference with seed 7.
  static let expectedOfSeven = [
    "composite_e4_i32_sha256": "f82e06b734f2ffd4c94125ffb271fe55b0aa983d425637dfdf77545c00274955",
    "rank_i32_sha256": "6f8d7d2ff70c7fe237f50c4cfd2aba6e52b7f37a1face26789e122cd5b78b724",
    "gain_e4_i32_sha256": "f192f0df0a6acb2de58a2fc00219ac0ebd0c118648179f66d63e74090734c628",
    "rank_gain_i32_sha256": "6c91e0bf04d279b0cea2db3f97d75e74693f112cfdd6cd3e6fbd81b1eb3c46cd",
    "score_up_i32_sha256": "1ef8627992cf5d8869a96a63f9f56ae747099e5015b24d840acf05609fbda65a",
    "target_met_i32_sha256": "f03eee22a06fb9253c5e4e4687db1fc1f20c6ba120664f929646d4aa2caafa2d",
  ]
  // Source: workload/S.json, the input.
  static let expectedInput = [
    "num": "c24c67618e048f774f8e33c3637f71e9f65bf99556ac0c2402d2680f1485a802",
    "den": "6f477b6f9dcfecdced8f56c9a4690f011fb59b16635367b97df6006f2ad50f23",
    "block": "60a688fdf1271947efdc67845719edb54acb40c71188eaecfdbc8cec654fd319",
    "target": "883d4c7d1d28503f30525310961a92920b6a55e347d0e200cf30e4e50ba22501",
    "points": "8ba575485c7d26bb1e9c89d7b79e916dad81c534598316c8402224c00c3fd093",
  ]

  private func digests(_ standings: RatioStandings) -> [String: String] {
    Dictionary(uniqueKeysWithValues: RecomputeBenchmark.digests(of: standings).map { ($0.name, $0.digest) })
  }

  @Test(arguments: [1, 2, 3, 8])
  func sizeSHasTheDigestsOfTheReference(threads: Int) throws {
    let benchmark = try RecomputeBenchmark(units: 130, seed: WorkloadR.usualSeed)
    let (times, standings) = benchmark.run(threads: threads, runs: 5)
    #expect(digests(standings) == Self.expected)
    #expect(times.samples.count == 5 && benchmark.columns.wideTiles == 0)
  }

  @Test func anotherSeedHasItsOwn() throws {
    let (_, standings) = try RecomputeBenchmark(units: 130, seed: 7).run(threads: 1, runs: 1)
    #expect(digests(standings) == Self.expectedOfSeven)
  }

  @Test func theGeneratedInputIsThatOfTheReferenceAndReadsBack() throws {
    let files = Self.files(of: WorkloadR(units: 130))
    for (name, _, numbers) in files {
      let digest = SHA256.hash(data: Self.bytes(numbers)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      #expect(digest == Self.expectedInput[name], "\(name)")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("workload-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, shape, numbers) in files {
      try Self.arrayFile(shape, Self.bytes(numbers)).write(to: folder.appendingPathComponent(name + ".npy"))
    }
    let read = try WorkloadFolder(at: folder.path)
    let (_, standings) = RecomputeBenchmark(plan: read.plan, columns: read.columns).run(threads: 1, runs: 1)
    #expect(digests(standings) == Self.expected)
    #expect(read.plan == (try WorkloadR(units: 130).plan()))
  }

  @Test func theCommandPrintsTheDigestsInOneLine() throws {
    let line = try RecomputeCommand(["--size", "S", "--runs", "5", "--threads", "2"]).run { _ in }
    for (name, digest) in Self.expected { #expect(line.contains("\"\(name)\":\"\(digest)\"")) }
    #expect(!line.contains("\n") && line.contains("\"samples\":5,") && line.contains("\"threads\":2,"))
    for wrong in [["--size"], ["--size", "XL"], ["--what", "1"], ["--runs", "4"], ["--threads", "0"]] {
      #expect(throws: RecomputeCommand.Usage.self) { try RecomputeCommand(wrong) }
    }
  }

  static func files(of workload: WorkloadR) -> [(name: String, shape: [Int], numbers: [Int16])] {
    var (num, den): ([Int16], [Int16]) = ([], [])
    for unit in 0..<workload.units {
      for month in 0..<WorkloadR.months {
        for criterion in 0..<WorkloadR.criteria {
          let cell = workload.cell(unit: unit, month: month, criterion: criterion)
          num.append(cell.map { Int16($0.numerator) } ?? -1)
          den.append(cell.map { Int16($0.denominator) } ?? -1)
        }
      }
    }
    let shape = [workload.units, WorkloadR.months, WorkloadR.criteria]
    let criteria = 0..<WorkloadR.criteria
    return [
      ("num", shape, num), ("den", shape, den), ("block", [workload.units], workload.blocks.map { Int16($0) }),
      ("target", [WorkloadR.criteria], criteria.map { Int16(workload.target($0)) }),
      ("points", [WorkloadR.criteria], criteria.map { Int16(workload.points($0)) }),
    ]
  }

  static func bytes(_ numbers: [Int16]) -> [UInt8] {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  static func arrayFile(_ shape: [Int], _ bytes: [UInt8], type: String = "<i2") -> Data {
    let sides = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var head = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(sides)), }"
    while (10 + head.utf8.count + 1) % 64 != 0 { head += " " }
    head += "\n"
    let length = head.utf8.count
    return Data([0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(head.utf8) + bytes)
  }
}
