import Campaign
import Foundation
import TestSupport

/// The forms of `Tests/Forms`, invented figures in the real layouts, and files beside them.
enum FormFiles {
  static let konTum = try! BundledCampaigns.rulebook("kon-tum-2023")

  static func bytes(_ name: String) throws -> [UInt8] { Array(try SharedFolder.ownText("Tests/Forms/\(name)").utf8) }

  static func read(_ csv: String, as id: String? = nil, period: String? = nil, under book: Rulebook = konTum) throws -> ReadForm {
    try book.form(in: [FormSheet(csv: Array(csv.utf8))], id: id, period: period.flatMap(book.period))
  }

  static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// What units have to file beside a form: 0, but for some.
  static func rest(_ form: ReadForm, _ values: [String: [String: Int]], without: Set<String> = [], under book: Rulebook = konTum) -> [UInt8] {
    var csv = "unit,period,counter,value\n"
    for row in form.rows {
      let given = Set(form.form.columns.flatMap { column -> [Int] in if case .counters(let all) = column.meaning { all } else { [] } })
      for counter in book.form(for: book.unit(row.unit)!) where !given.contains(book.counterIndex[counter.code]!) && !without.contains(counter.code) {
        csv += "\(row.unit),\(row.period),\(counter.code),\(values[row.unit.text]?[counter.code] ?? 0)\n"
      }
    }
    return Array(csv.utf8)
  }

  /// How the six units of the 06a file received what that form has in two columns.
  static let received: [String: [String: Int]] = [
    "tp-kon-tum": ["c_on_full": 1200, "c_on_part": 4, "c_direct": 800, "c_post": 30], "kon-ray": ["c_on_full": 310, "c_direct": 415],
    "dak-ha": ["c_on_full": 500, "c_on_part": 12, "c_direct": 700], "xa-23281": ["c_on_full": 220, "c_direct": 180],
    "xa-23368": ["c_on_part": 40, "c_direct": 66], "xa-23504": ["c_on_part": 35, "c_post": 50],
  ]

  static let resolved: [String: [String: Int]] = [
    "so-noi-vu": ["c_early": 200, "c_ontime": 30], "so-tu-phap": ["c_early": 1880],
  ]

  static func problems(_ body: () throws -> some Sendable) -> [Problem] {
    do {
      _ = try body()
      return []
    } catch let problems as Problems { return problems.all } catch let problem as Problem { return [problem] } catch { return [] }
  }
}
