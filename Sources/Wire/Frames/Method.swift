/// The calls of version 1, by their number on the wire: high byte the service, low byte the call.
///
/// Numbers are never reused.
///
/// - Source: `Protocol/Messages.md`, Methods.
public enum Method: UInt16, CaseIterable, Hashable, Sendable {
  case submit = 0x0101
  case getForm = 0x0102
  case getRanking = 0x0301
  case getUnit = 0x0303
  case getObjectives = 0x0304
  case publishIndex = 0x0401
  case health = 0x7F01

  /// Whether a call stores something. Only then is its request number recorded, and only then can the answer's
  /// effect be `applied`.
  public var changesState: Bool {
    switch self {
    case .submit, .publishIndex: true
    case .getForm, .getRanking, .getUnit, .getObjectives, .health: false
    }
  }

  /// The name people see, as in `Protocol/Messages.md`.
  public var name: String {
    switch self {
    case .submit: "Submit"
    case .getForm: "GetForm"
    case .getRanking: "GetRanking"
    case .getUnit: "GetUnit"
    case .getObjectives: "GetObjectives"
    case .publishIndex: "PublishIndex"
    case .health: "Health"
    }
  }
}
