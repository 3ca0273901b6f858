// swift-tools-version:6.2
import PackageDescription

// Every version is exact: a place must not change because a dependency moved.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let protobuf: Target.Dependency = .product(name: "SwiftProtobuf", package: "swift-protobuf")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nioTLS: Target.Dependency = .product(name: "NIOTLS", package: "swift-nio")
let x509: Target.Dependency = .product(name: "X509", package: "swift-certificates")
let asn1: Target.Dependency = .product(name: "SwiftASN1", package: "swift-asn1")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let histogram: Target.Dependency = .product(name: "Histogram", package: "hdrhistogram-swift")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "ThiDua",
  products: [
    .executable(name: "thidua", targets: ["ThiDua"]),
    .executable(name: "thidua-server", targets: ["ThiDuaServer"]),
    .executable(name: "thidua-bench", targets: ["Bench"]),
    .executable(name: "thidua-recompute", targets: ["RecomputeProgram"]),
    .executable(name: "thidua-load", targets: ["LoadProgram"]),
    .library(name: "Campaign", targets: ["Campaign"]),
    .library(name: "Ranking", targets: ["Ranking"]),
    .library(name: "Wire", targets: ["Wire"]),
    .library(name: "Client", targets: ["Client", "Transport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
    .package(url: "https://github.com/apple/swift-protobuf", exact: "1.39.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // One header: the instruction for the checksum.
    .systemLibrary(name: "CChecksum"),

    .target(
      name: "Campaign", dependencies: ["Yams"],
      exclude: [
        "Bundled/kon-tum-2023.yaml", "Bundled/quang-tri-2021.yaml", "Bundled/tuyen-quang-2020.yaml", "Bundled/hai-lang-2024.yaml",
        "Bundled/tien-giang-2022.yaml",
      ], swiftSettings: strict),
    .target(name: "Ranking", dependencies: ["Campaign"], swiftSettings: strict),
    .target(name: "Sheets", dependencies: ["Campaign", "CZlib"], swiftSettings: strict),
    .target(
      name: "Wire", dependencies: ["Campaign", "CZlib", "CChecksum", nioCore, protobuf], swiftSettings: strict),
    .target(name: "Transport", dependencies: [nioCore, nioSSL], swiftSettings: strict),
    .target(name: "Journal", dependencies: ["Campaign", grdb, sqlite, crypto], swiftSettings: strict),
    .target(
      name: "Service", dependencies: ["Campaign", "Ranking", "Journal", crypto, logging],
      swiftSettings: strict),
    .target(
      name: "Server",
      dependencies: [
        "Wire", "Transport", "Service", "Campaign", "Ranking", nioCore, nioPosix, nioSSL, nioTLS, logging, lifecycle,
      ],
      swiftSettings: strict),
    .target(
      name: "Client", dependencies: ["Wire", "Transport", "Campaign", nioCore, nioPosix, nioSSL, nioTLS, crypto],
      swiftSettings: strict),
    .target(
      name: "Dashboard",
      dependencies: ["Service", "Campaign", "Ranking", "Sheets", "CZlib", "CXlsxWriter", hummingbird, hummingbirdCore, httpTypes, nioCore, nioPosix, logging, lifecycle, crypto],
      swiftSettings: strict),
    .executableTarget(
      name: "ThiDua", dependencies: ["Client", "Wire", "Transport", "Campaign", "Ranking", "Sheets", arguments, crypto],
      swiftSettings: strict),
    .executableTarget(
      name: "ThiDuaServer",
      dependencies: [
        "Server", "Dashboard", "Service", "Journal", "Campaign", "Ranking", "Client", "Wire", "Transport", arguments, logging,
        lifecycle, signals, x509, asn1, crypto,
      ],
      swiftSettings: strict),

    .target(name: "BenchmarkHarness", path: "Benchmarks/Harness", swiftSettings: strict),
    .target(
      name: "ProvinceBenchmarks",
      dependencies: [
        "BenchmarkHarness", "Workload", "Campaign", "Ranking", "Journal", "Service", "Server", "Wire", "Client", crypto, logging,
      ], path: "Benchmarks/Province", swiftSettings: strict),
    .target(name: "Workload", dependencies: ["Campaign", "Ranking"], path: "Benchmarks/Workload", swiftSettings: strict),
    .target(
      name: "RecomputeBenchmarks", dependencies: ["BenchmarkHarness", "Workload", "Campaign", "Ranking", crypto],
      path: "Benchmarks/Recompute", swiftSettings: strict),
    .target(
      name: "BoardBenchmarks", dependencies: ["BenchmarkHarness", "Campaign", "Ranking", crypto], path: "Benchmarks/Board",
      swiftSettings: strict),
    .target(
      name: "WireBenchmarks",
      dependencies: ["BenchmarkHarness", "Workload", "Campaign", "Journal", "Service", "Server", "Wire", nioCore, nioPosix, logging],
      path: "Benchmarks/Wire", swiftSettings: strict),
    .target(
      name: "LoadBenchmarks",
      dependencies: [
        "BenchmarkHarness", "Workload", "Campaign", "Journal", "Service", "Wire", "Client", "Transport", nioCore, nioPosix, nioSSL, nioTLS,
        histogram,
      ], path: "Benchmarks/Load", swiftSettings: strict),
    .executableTarget(name: "LoadProgram", dependencies: ["LoadBenchmarks"], path: "Benchmarks/LoadProgram", swiftSettings: strict),
    .target(
      name: "PagesBenchmarks",
      dependencies: [
        "BenchmarkHarness", "Workload", "Campaign", "Journal", "Service", "Dashboard", "CZlib", nioCore, nioPosix, logging, lifecycle,
      ], path: "Benchmarks/Pages", swiftSettings: strict),
    // A program of its own, so that the build for one processor compiles little.
    .executableTarget(
      name: "RecomputeProgram", dependencies: ["RecomputeBenchmarks", "BoardBenchmarks"], path: "Benchmarks/RecomputeProgram",
      swiftSettings: strict),
    .executableTarget(
      name: "Bench", dependencies: ["BenchmarkHarness", "ProvinceBenchmarks", "WireBenchmarks", "PagesBenchmarks"], path: "Benchmarks/Bench",
      swiftSettings: strict),

    .target(name: "TestSupport", dependencies: ["Campaign", "Ranking"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "CampaignTests", dependencies: ["Campaign", "TestSupport", "Yams"], swiftSettings: strict),
    .testTarget(name: "JournalTests", dependencies: ["Journal", grdb, crypto], swiftSettings: strict),
    .target(name: "WireConversations", dependencies: ["Wire", nioCore], path: "Tests/WireConversations", swiftSettings: strict),
    .testTarget(
      name: "WireTests", dependencies: ["Wire", "Transport", "WireConversations", "Campaign", nioCore, protobuf, crypto], swiftSettings: strict),
    .testTarget(
      name: "ServerTests",
      dependencies: ["Server", "Service", "Client", "Wire", "Transport", nioCore, nioPosix, logging, lifecycle],
      swiftSettings: strict),
    .testTarget(
      name: "ServiceTests", dependencies: ["Service", "Journal", "Ranking", "Campaign", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "ThiDua", "ThiDuaServer", "Client", "Server", "Service", "Journal", "Wire", "Transport", "Campaign", "TestSupport", nioCore,
        nioPosix, nioSSL, nioTLS, protobuf, logging, lifecycle,
      ], swiftSettings: strict),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Dashboard", "Service", "Journal", "Ranking", "Campaign", "Sheets", "TestSupport", nioCore, nioPosix, logging, lifecycle,
      ], swiftSettings: strict),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets", "Campaign", "CZlib"], swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),
    .testTarget(
      name: "BenchmarkTests",
      dependencies: [
        "BenchmarkHarness", "ProvinceBenchmarks", "RecomputeBenchmarks", "BoardBenchmarks", "WireBenchmarks", "LoadBenchmarks", "ThiDuaServer",
        "PagesBenchmarks", "Workload", "Campaign", "Ranking", "Wire", crypto,
      ], swiftSettings: strict),
    .testTarget(
      name: "ThiDuaTests", dependencies: ["ThiDua", "Client", "Wire", "Campaign", "Ranking", arguments], swiftSettings: strict),
    .testTarget(name: "RankingTests", dependencies: ["Campaign", "Ranking", "TestSupport", "Workload", crypto], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// Tools/fuzz only: libFuzzer brings its own main and wants every module built for it.
if Context.environment["FUZZ"] != nil {
  package.targets += [
    .target(name: "CFuzzMain", path: "Tests/CFuzzMain", swiftSettings: strict),
    .executableTarget(
      name: "WireFuzz", dependencies: ["Wire", "WireConversations", "CFuzzMain", nioCore, protobuf], path: "Tests/WireFuzz",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
  ]
}
