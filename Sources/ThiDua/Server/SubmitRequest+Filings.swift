import Campaign
import Crypto
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Campaign.Filing {
  /// SHA-256 of the layout: equal content has the same key on every machine.
  func contentKey(campaign: String) -> [UInt8] { Array(SHA256.hash(data: contentKeyBytes(campaign: campaign))) }
}

extension SubmitRequest {
  init(_ filings: [Campaign.Filing], campaign: String) {
    self.init()
    self.campaign = campaign
    self.filings = filings.map { filing in
      var message = Wire.Filing()
      message.unit = filing.unit.text
      message.period = filing.period.description
      message.form = filing.form
      message.baseRevision = UInt32(clamping: filing.baseRevision)
      message.figures = filing.figures.map { counter, value in
        var figure = Figure()
        figure.counter = counter
        figure.value = value
        return figure
      }
      message.contentKey = Data(filing.contentKey(campaign: campaign))
      return message
    }
  }
}
