/// The calls of version 1, by their number on the wire: high byte the service, low byte the call.
///
/// Numbers are never reused.
///
/// - Source: `Protocol/Messages.md`, Methods.
public enum Method: UInt16, CaseIterable, Hashable, Sendable {
  case submit = 0x0101
  case getForm = 0x0102
  case requestStatus = 0x0103
  case deliver = 0x0104
  case listTasks = 0x0105
  case assess = 0x0202
  case getRanking = 0x0301
  case watchRanking = 0x0302
  case getUnit = 0x0303
  case getObjectives = 0x0304
  case exportFilings = 0x0305
  case getPlaces = 0x0306
  case publishIndex = 0x0401
  case launch = 0x0501
  case amend = 0x0502
  case showCampaign = 0x0503
  case setApplicability = 0x0504
  case decidePeriod = 0x0505
  case issueToken = 0x0601
  case revokeToken = 0x0602
  case listTokens = 0x0603
  case health = 0x7F01

  /// Whether a call stores something. Only then is its request number recorded, and only then can the answer's
  /// effect be `applied`.
  public var changesState: Bool {
    switch self {
    case .submit, .deliver, .assess, .publishIndex, .launch, .amend, .setApplicability, .decidePeriod, .issueToken, .revokeToken:
      true
    case .getForm, .requestStatus, .listTasks, .getRanking, .watchRanking, .getUnit, .getObjectives, .exportFilings, .getPlaces,
      .showCampaign, .listTokens, .health:
      false
    }
  }

  /// Whether the call is answered with ITEMs, as the client grants them, and a RESPONSE at the end.
  public var streams: Bool { self == .watchRanking }

  /// The name people see, as in `Protocol/Messages.md`.
  public var name: String {
    switch self {
    case .submit: "Submit"
    case .getForm: "GetForm"
    case .requestStatus: "RequestStatus"
    case .deliver: "Deliver"
    case .listTasks: "ListTasks"
    case .assess: "Assess"
    case .getRanking: "GetRanking"
    case .watchRanking: "WatchRanking"
    case .getUnit: "GetUnit"
    case .getObjectives: "GetObjectives"
    case .exportFilings: "ExportFilings"
    case .getPlaces: "GetPlaces"
    case .publishIndex: "PublishIndex"
    case .launch: "Launch"
    case .amend: "Amend"
    case .showCampaign: "ShowCampaign"
    case .setApplicability: "SetApplicability"
    case .decidePeriod: "DecidePeriod"
    case .issueToken: "IssueToken"
    case .revokeToken: "RevokeToken"
    case .listTokens: "ListTokens"
    case .health: "Health"
    }
  }
}
