import Campaign
import Foundation
import Journal
import Service
import Workload

/// What a server under load stands on: a data folder whose campaign has as many units as wanted, a token for each of them and one for
/// a viewer, and certificates.
package struct LoadSite: Sendable {
  static let deployment = "load"

  let path: String
  let forms: LoadForms
  /// By unit, in the roster's order.
  let tokens: [String]
  let viewer: String
  /// Entries of the journal before anybody filed.
  let entries: UInt64

  var data: String { path + "/data" }
  var authority: String { path + "/certificates/ca.pem" }

  /// Makes a site in a new folder.
  ///
  /// - Parameters:
  ///   - units: 1 or more.
  ///   - program: Path of `thidua-server`, which makes the certificates.
  static func make(at path: String, units: Int, seed: UInt64, program: String) async throws -> LoadSite {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    LoadStop.made(folder: path)
    let forms = try LoadForms(units: units, seed: seed)
    let folder = try DataFolder.create(at: path + "/data")
    let journal = try Journal(SQLiteDriver(folder))
    let service = try await CampaignService.open(journal, clock: ManualClock(Demonstration.start))
    // A demonstration's clock: the month that is filed is always open.
    try await service.launch(
      GenesisEntry(
        deployment: Self.deployment, serverID: (0..<16).map { _ in UInt8.random(in: 0...255) }, demonstrationStart: Demonstration.start),
      rulebook: forms.yaml)
    let tokens = (0...units).map { _ in TokenText.random() }
    let drafts = tokens.enumerated().map { index, token in
      let unit = index < units ? forms.rulebook.units[index].id : nil
      // All tokens of a unit sign in its account; the viewer has one of his own.
      let account = unit.map { AccountID.unit($0) } ?? AccountID(high: 1, low: .random(in: 0 ... .max))
      return TokenEntry(
        .issued(.init(
          id: token.id, digest: token.digest, account: account, role: unit == nil ? .viewer : .unit, unit: unit, expires: nil)),
        origin: .system
      ).draft(at: Demonstration.start)
    }
    for start in stride(from: 0, to: drafts.count, by: 4_000) {
      _ = try await journal.append(Array(drafts[start..<min(drafts.count, start + 4_000)]))
    }
    let entries = journal.head.position
    try await journal.close()
    folder.close()
    let made = try await ServerProcess.run(program, ["certificate", "--out", path + "/certificates"], output: path + "/certificate.out")
    guard made == 0 else { throw LoadFailure("\"thidua-server certificate\" ended with \(made).") }
    return LoadSite(
      path: path, forms: forms, tokens: tokens.dropLast().map(\.secret), viewer: tokens[units].secret, entries: entries)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    LoadStop.removed(folder: path)
  }
}
