import Foundation
import Testing

/// How the tree looks.
@Suite struct TreeTests {
  @Test func noSwiftFileIsLongerThanFourHundredLines() {
    for file in Project.texts where file.path.hasSuffix(".swift") {
      let generated = file.path.hasSuffix(".pb.swift") || file.path.contains("/Bundled/")
      #expect(generated || file.lines.count <= 401, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func nothingHasANameThatSaysNothing() {
    let empty: Set<String> = ["util", "utils", "utility", "utilities", "helper", "helpers", "manager", "managers", "misc", "common"]
    for path in Project.paths {
      for part in path.split(separator: "/") {
        let stem = part.split(separator: ".").first.map(String.init) ?? ""
        // The last word of "FolderManager" is what a name amounts to.
        let word = stem.reversed().prefix { $0.isLowercase }.reversed()
        let last = (stem.first?.isUppercase == true ? String(stem.dropLast(word.count).suffix(1)) + String(word) : stem).lowercased()
        #expect(!empty.contains(stem.lowercased()) && !empty.contains(last), "\(path)")
      }
    }
  }

  @Test func everyPackageIsPinnedExactly() throws {
    let manifest = try #require(Project.texts.first { $0.path == "Package.swift" })
    let packages = manifest.text.split(separator: "\n").filter { $0.contains(".package(url:") }
    #expect(packages.count >= 8)
    for line in packages { #expect(line.contains(#/exact: "[0-9]+\.[0-9]+\.[0-9]+"/#), "\(line)") }
    #expect(!manifest.text.contains("branch:"))
    #expect(!manifest.text.contains("from: \""))
    #expect(!manifest.text.contains(".package(path:"))
  }

  @Test func thePinsAreTheManifestsOwn() throws {
    let manifest = try #require(Project.texts.first { $0.path == "Package.swift" })
    let resolved = try #require(Project.texts.first { $0.path == "Package.resolved" })
    for match in manifest.text.matches(of: #/url: "([^"]+)", exact: "([^"]+)"/#) {
      #expect(resolved.text.contains("\"\(match.1)\"") || resolved.text.contains("\"\(match.1).git\""), "\(match.1)")
      #expect(resolved.text.contains("\"version\" : \"\(match.2)\""), "\(match.2)")
    }
  }

  // A path of one machine in the tree is of no use on any other.
  @Test func noFileNamesAPathOfOneMachine() {
    let machine = #/(?:^|[\s"'`=(:,\[])/(?:work|root|home|tmp|Users|mnt)/[A-Za-z0-9._$-]/#
    for file in Project.texts where file.path != "Tests/TidyTests/TreeTests.swift" {
      let inTests = file.path.hasPrefix("Tests/")
      for (number, line) in file.lines.enumerated() where line.contains(machine) {
        let temporary = inTests && line.contains("/tmp/")
        #expect(temporary, "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func everyTargetIsCheckedStrictly() throws {
    let manifest = try #require(Project.texts.first { $0.path == "Package.swift" })
    let targets = manifest.code.matches(of: #/\.(target|executableTarget|testTarget)\(/#).count
    #expect(manifest.code.matches(of: #/swiftSettings: strict/#).count == targets)
    for setting in ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "treatAllWarnings(as: .error)"] {
      #expect(manifest.text.contains(setting))
    }
    #expect(manifest.text.contains("swiftLanguageModes: [.v6]"))
  }
}
