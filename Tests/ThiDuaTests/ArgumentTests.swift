import Campaign
import Testing
@testable import ThiDua

@Suite struct ArgumentTests {
  @Test func addressesHaveAHostAndAPort() {
    #expect(ServerAddress(argument: "127.0.0.1:7300") == .standard)
    #expect(ServerAddress(argument: "[::1]:1")?.host == "::1")
    for bad in ["", "host", "host:", ":1", "host:0", "host:65536", "::1", "host:+1"] { #expect(ServerAddress(argument: bad) == nil, "\(bad)") }
  }

  @Test func theLanguageIsKnownBeforeArgumentsAreParsed() {
    #expect(Words.language(arguments: ["thidua", "rank", "--lang", "en"], variable: nil) == .en)
    #expect(Words.language(arguments: ["thidua", "--lang=vi"], variable: "en") == .vi)
    #expect(Words.language(arguments: ["thidua"], variable: "en") == .en)
    #expect(Words.language(arguments: ["thidua"], variable: "fr") == .vi)
  }

  @Test func globalOptionsMayStandBeforeTheCommand() {
    #expect(globalOptionsMoved(["--lang", "en", "--format=csv", "rank", "--block", "so"]) == ["rank", "--lang", "en", "--format=csv", "--block", "so"])
    #expect(globalOptionsMoved(["--lang", "en", "help", "rank"]) == ["help", "rank"])
    #expect(globalOptionsMoved(["--lang", "en"]) == ["--lang", "en"])
    #expect(globalOptionsMoved(["--help"]) == ["--help"])
  }

  @Test func scoresAndDaysAreReadAsPeopleWriteThem() {
    #expect(readDecimal("86,14")?.description == "86.14")
    #expect(readDecimal("86.14")?.description == "86.14")
    #expect(readDecimal("-1") == nil)
    #expect(readDecimal("1.234,5") == nil)
    #expect(readDate("17/4/2024")?.description == "2024-04-17")
    #expect(readDate("2024-04-17")?.description == "2024-04-17")
    #expect(readDate("31/02/2024") == nil)
  }
}
