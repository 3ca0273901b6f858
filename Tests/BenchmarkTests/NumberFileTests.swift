import Foundation
import RecomputeBenchmarks
import Testing

/// The reader of array files takes one layout and refuses the rest with a sentence.
@Suite struct NumberFileTests {
  private static let good = RecomputeBenchmarkTests.arrayFile([2, 3], [1, 0, 2, 0, 3, 0, 0xFF, 0xFF, 0, 0x80, 0xFF, 0x7F])

  @Test func numbersAreReadInTheirOrder() throws {
    let file = try NumberFile(Self.good, name: "a.npy")
    #expect(file.shape == [2, 3] && file.width == 2)
    #expect((0..<6).map { file[$0] } == [1, 2, 3, -1, -32_768, 32_767])
  }

  @Test func widerNumbersAreRead() throws {
    let four = try NumberFile(RecomputeBenchmarkTests.arrayFile([1], [0, 0, 0, 0x80], type: "<i4"), name: "a.npy")
    #expect(four[0] == -2_147_483_648)
    let eight = try NumberFile(
      RecomputeBenchmarkTests.arrayFile([1], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], type: "<i8"), name: "a.npy")
    #expect(eight[0] == .max)
    #expect(try NumberFile(RecomputeBenchmarkTests.arrayFile([0, 24, 40], []), name: "a.npy").count == 0)
  }

  @Test func everyShorterFileIsRefused() {
    for length in 0..<Self.good.count {
      #expect(throws: NumberFile.Refused.self, "\(length)") { try NumberFile(Self.good.prefix(length), name: "a.npy") }
    }
    #expect(throws: NumberFile.Refused.self) { try NumberFile(Self.good + [0], name: "a.npy") }
  }

  @Test(arguments: ["<f8", ">i2", "|i1", "<u2", "<i16"])
  func otherTypesAreRefused(type: String) {
    let bytes = RecomputeBenchmarkTests.arrayFile([1], [0, 0], type: type)
    #expect(throws: NumberFile.Refused.self) { try NumberFile(bytes, name: "a.npy") }
  }

  @Test func aShapeThatOverflowsIsRefused() {
    let side = 1 << 40
    for shape in [[side, side], [side, side, side, side], [side + 1]] {
      #expect(throws: NumberFile.Refused.self) { try NumberFile(RecomputeBenchmarkTests.arrayFile(shape, []), name: "a.npy") }
    }
    for text in ["(99999999999999999999,)", "(-1,)", "(1 2,)", "(a,)"] {
      let head = "{'descr': '<i2', 'fortran_order': False, 'shape': \(text), }\n"
      let bytes = Data([0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(head.utf8.count), 0] + Array(head.utf8) + [0, 0])
      #expect(throws: NumberFile.Refused.self, "\(text)") { try NumberFile(bytes, name: "a.npy") }
    }
  }

  @Test func aFolderThatIsNotThereIsNamedByItsFile() {
    let refused = NumberFile.Refused(description: "num.npy: cannot be read in this folder")
    #expect(throws: refused) { try WorkloadFolder(at: "/nowhere") }
  }
}
