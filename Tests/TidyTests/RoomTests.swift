import Testing

/// Which room may know which: the table of the architecture.
@Suite struct RoomTests {
  /// What each of our rooms may import of ours.
  static let ours: [String: Set<String>] = [
    "CZlib": [],
    "CChecksum": [],
    "CXlsxWriter": [],
    "Campaign": [],
    "Ranking": ["Campaign"],
    "Sheets": ["Campaign", "CZlib"],
    "Journal": ["Campaign"],
    "Wire": ["Campaign", "CZlib", "CChecksum"],
    "Transport": [],
    "Service": ["Campaign", "Ranking", "Journal"],
    // Ranking for the shapes of what is read, never to compute.
    "Server": ["Wire", "Transport", "Service", "Campaign", "Ranking"],
    // Sheets: an officer drops the file that a client would file.
    "Dashboard": ["Service", "Campaign", "Ranking", "Sheets", "CZlib", "CXlsxWriter"],
    "Client": ["Wire", "Transport", "Campaign"],
    "ThiDua": ["Client", "Wire", "Transport", "Campaign", "Ranking", "Sheets"],
    "ThiDuaServer": ["Server", "Dashboard", "Service", "Journal", "Campaign", "Ranking", "Client", "Wire", "Transport"],
  ]

  static let platform: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Synchronization"]

  /// What each may import from packages and from the platform.
  static let others: [String: Set<String>] = [
    "Campaign": ["Yams"],
    "Ranking": ["Dispatch", "Synchronization"],
    "Sheets": [],
    "Journal": ["GRDB", "GRDBSQLite", "Crypto", "Foundation", "Synchronization"],
    "Wire": ["NIOCore", "SwiftProtobuf", "Foundation", "FoundationEssentials", "Synchronization"],
    "Transport": ["NIOCore", "NIOSSL", "Synchronization", "Glibc", "Musl", "Darwin"],
    "Service": ["Crypto", "Logging", "Synchronization", "Glibc", "Musl", "Darwin"],
    "Server": ["NIOCore", "NIOPosix", "NIOSSL", "NIOTLS", "Logging", "ServiceLifecycle", "FoundationEssentials", "Synchronization"],
    "Dashboard": [
      "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOPosix", "Logging", "ServiceLifecycle", "Crypto", "Synchronization",
    ],
    "Client": platform.union(["NIOCore", "NIOPosix", "NIOSSL", "NIOTLS", "SwiftProtobuf", "Crypto"]),
    "ThiDua": platform.union(["ArgumentParser", "Crypto"]),
    "ThiDuaServer": platform.union(["ArgumentParser", "Logging", "ServiceLifecycle", "UnixSignals", "Crypto", "X509", "SwiftASN1"]),
  ]

  @Test func everyFolderUnderSourcesIsARoomOfTheTable() {
    let rooms = Set(Project.texts.filter { $0.path.hasPrefix("Sources/") }.map(\.room))
    #expect(rooms == Set(Self.ours.keys))
  }

  @Test func everyImportStandsInTheTable() {
    let files = Project.swift(under: "Sources")
    #expect(files.count > 50)
    for file in files {
      for module in file.imports {
        let allowed =
          Self.ours.keys.contains(module)
          ? Self.ours[file.room]?.contains(module) : Self.others[file.room]?.contains(module)
        #expect(allowed == true, "\(file.path) imports \(module)")
      }
    }
  }

  @Test func theTableHasNoCircle() {
    var left = Self.ours
    while let room = left.first(where: { $0.value.allSatisfy { left[$0] == nil } })?.key { left[room] = nil }
    #expect(left.isEmpty)
  }

  // The same journal gives the same state and the same places on every machine, whenever it is read.
  @Test(arguments: ["Campaign", "Ranking", "Journal", "Sheets"])
  func aRoomThatDerivesStateAsksNoClock(room: String) {
    let clock = #/\bDate\(\)|\bDate\.now\b|\bClock\b|ContinuousClock|SuspendingClock|clock_gettime|gettimeofday|\btime\(nil\)|DispatchTime/#
    for file in Project.swift(under: "Sources/\(room)") {
      #expect(file.linesOfCode(with: clock).isEmpty, "\(file.path)")
    }
  }

  /// The two files with floating point: they hold the proofs that they equal the definition in whole numbers.
  static let kernels: Set = ["Sources/Ranking/Columns/ScoreKernel.swift", "Sources/Ranking/Columns/QuotientKernel.swift"]

  @Test func theFilesWithFloatingPointAreThere() {
    #expect(Self.kernels.isSubset(of: Project.swift(under: "Sources/Ranking").map(\.path)))
  }

  // Points, places and figures are exact.
  @Test(arguments: ["Campaign", "Ranking", "Service", "Sheets", "Dashboard"])
  func aRoomThatCountsHasNoFloatingPoint(room: String) {
    let floating = #/\b(Double|Float|Float16|Float32|Float64|Float80|CGFloat)\b/#
    for file in Project.swift(under: "Sources/\(room)") where !Self.kernels.contains(file.path) {
      #expect(file.linesOfCode(with: floating).isEmpty, "\(file.path)")
    }
  }

  @Test func theReaderOfImportsSeesEveryForm() {
    let file = Project.File(
      path: "Sources/X/Y.swift",
      text: """
        import A
          @testable import B
        public import struct C.D
        @preconcurrency internal import E
        // import F
        let text = "import G"
        #if x
        import H.I
        #endif
        """)
    #expect(file.imports == ["A", "B", "C", "E", "H"])
  }

  @Test func theReaderOfCodeLeavesCommentsAndTextsOut() {
    let file = Project.File(
      path: "a.swift", text: "let a = \"Double\" // Double\nlet b: Double = 1\n/// Double\nlet c = \"\\\"\" + \"// x\" + d")
    #expect(file.linesOfCode(with: #/\bDouble\b/#) == [2])
    #expect(file.code.hasSuffix("+ d"))
  }
}
