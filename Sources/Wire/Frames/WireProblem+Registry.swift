/// The table behind `Protocol/Errors.md`, one row a problem, in the order of the numbers.
extension WireProblem {
  struct Row: Sendable {
    var number: Int
    var name: String
    var code: UInt16
    var vietnamese: String
    var english: String
    var adviceVietnamese: String
    var adviceEnglish: String

    var reason: String { "W-\(number)" }

    init(
      _ number: Int, _ name: String, _ code: UInt16, _ vietnamese: String, _ english: String,
      _ adviceVietnamese: String, _ adviceEnglish: String
    ) {
      self.number = number
      self.name = name
      self.code = code
      self.vietnamese = vietnamese
      self.english = english
      self.adviceVietnamese = adviceVietnamese
      self.adviceEnglish = adviceEnglish
    }

    init(
      _ number: Int, _ name: String, _ code: ConnectionCode, _ vietnamese: String, _ english: String,
      _ adviceVietnamese: String, _ adviceEnglish: String
    ) {
      self.init(number, name, code.rawValue, vietnamese, english, adviceVietnamese, adviceEnglish)
    }

    init(
      _ number: Int, _ name: String, _ code: Status, _ vietnamese: String, _ english: String,
      _ adviceVietnamese: String, _ adviceEnglish: String
    ) {
      self.init(number, name, code.rawValue, vietnamese, english, adviceVietnamese, adviceEnglish)
    }
  }

  var row: Row {
    switch kind {
    case .connection(let kind): kind.row
    case .stream(let kind): kind.row
    }
  }
}

private let updateVietnamese = "Hãy dùng phiên bản mới nhất của chương trình"
private let updateEnglish = "Use the newest version of the program."
private let reconnectVietnamese = "Kết nối lại rồi gửi lại yêu cầu"
private let reconnectEnglish = "Connect again and send the request again."

extension WireProblem.ConnectionKind {
  var row: WireProblem.Row {
    switch self {
    case .badMagic:
      .init(
        101, "BAD_MAGIC", .badMagic, "không phải giao thức Thi Đua", "not the Thi Đua protocol",
        "Kiểm tra địa chỉ và cổng.", "Check address and port.")
    case .versionUnsupported:
      .init(
        102, "VERSION_UNSUPPORTED", .versionUnsupported, "không có phiên bản giao thức chung",
        "no common protocol version", updateVietnamese + ".", updateEnglish)
    case .badCRC:
      .init(
        103, "BAD_CRC", .badCRC, "sai mã kiểm tra của khung", "frame checksum wrong", reconnectVietnamese + ".",
        reconnectEnglish)
    case .frameTooLarge:
      .init(
        104, "FRAME_TOO_LARGE", .frameTooLarge, "khung quá dài", "frame too long",
        "Mỗi lần chỉ gửi số liệu của một tháng.", "Send one month at a time.")
    case .reservedBits:
      .init(
        105, "RESERVED_BITS", .reservedBits, "khung có bit dành riêng hoặc không thuộc loại khung này",
        "reserved bit set, or flag or code that this frame type does not have", updateVietnamese + ".", updateEnglish)
    case .unknownFrame:
      .init(
        106, "UNKNOWN_FRAME", .unknownFrame, "loại khung không xác định", "unknown frame type",
        updateVietnamese + ".", updateEnglish)
    case .badState:
      .init(
        107, "BAD_STATE", .badState, "khung không hợp lệ ở giai đoạn này", "frame not allowed at this stage",
        updateVietnamese + ".", updateEnglish)
    case .authRequired:
      .init(
        108, "AUTH_REQUIRED", .authRequired, "chưa đăng nhập", "not signed in", "Đăng nhập trước khi gửi yêu cầu.",
        "Sign in before sending requests.")
    case .compressedSecret:
      .init(
        109, "COMPRESSED_SECRET", .compressedSecret, "thông tin đăng nhập không được nén",
        "a credential must not be compressed", updateVietnamese + ".", updateEnglish)
    case .streamID:
      .init(
        110, "STREAM_ID", .streamID, "số luồng sai", "stream number wrong", updateVietnamese + ".", updateEnglish)
    case .calmDown:
      .init(
        111, "CALM_DOWN", .calmDown, "quá nhiều khung thừa trong thời gian ngắn", "too many needless frames",
        "Chờ một phút rồi kết nối lại.", "Wait a minute, then connect again.")
    case .idle:
      .init(
        112, "IDLE", .idle, "kết nối im lặng quá lâu", "connection silent for too long",
        "Kết nối lại khi cần.", "Connect again when needed.")
    case .shutdown:
      .init(
        113, "SHUTDOWN", .shutdown, "máy chủ đang dừng", "the server is shutting down",
        "Kết nối lại sau ít phút.", "Connect again in a few minutes.")
    case .badBody:
      .init(
        114, "BAD_BODY", Status.invalidArgument, "nội dung khung sai cấu trúc", "frame body malformed",
        updateVietnamese + ".", updateEnglish)
    case .wrongDeployment:
      .init(
        115, "WRONG_DEPLOYMENT", Status.failedPrecondition, "máy chủ thuộc hệ thống khác",
        "the server belongs to another deployment", "Kiểm tra địa chỉ máy chủ và tên hệ thống; chưa có gì được lưu.",
        "Check the server's address and the deployment's name; nothing was stored.")
    case .handshakeTimeout:
      .init(
        116, "HANDSHAKE_TIMEOUT", Status.deadlineExceeded, "bắt tay không xong trong thời hạn",
        "handshake not completed in time", "Kết nối lại.", "Connect again.")
    case .frameTimeout:
      .init(
        117, "FRAME_TIMEOUT", Status.deadlineExceeded, "khung không đến đủ trong thời hạn",
        "frame not completed in time", reconnectVietnamese + ".", reconnectEnglish)
    case .outputStalled:
      .init(
        118, "OUTPUT_STALLED", Status.deadlineExceeded, "bên nhận không đọc dữ liệu", "the peer does not read",
        reconnectVietnamese + ".", reconnectEnglish)
    case .tooManyConnections:
      .init(
        119, "TOO_MANY_CONNECTIONS", Status.resourceExhausted, "quá nhiều kết nối từ một địa chỉ",
        "too many connections from one address", "Đóng bớt kết nối rồi thử lại.",
        "Close some connections, then try again.")
    case .unauthenticated:
      .init(
        150, "UNAUTHENTICATED", Status.unauthenticated, "mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi",
        "the token is wrong, expired or revoked", "Xin người quản trị mã mới.", "Ask the operator for a new one.")
    case .creditExceeded:
      .init(
        151, "CREDIT_EXCEEDED", Status.resourceExhausted, "nhiều mục hơn số đã cho phép", "more items than were granted",
        reconnectVietnamese + ".", reconnectEnglish)
    }
  }
}

extension WireProblem.StreamKind {
  var row: WireProblem.Row {
    switch self {
    case .badCompression:
      .init(
        120, "BAD_COMPRESSION", Status.invalidArgument, "dữ liệu nén bị hỏng", "compressed payload broken",
        updateVietnamese + ".", updateEnglish)
    case .messageTooLarge:
      .init(
        121, "MESSAGE_TOO_LARGE", Status.resourceExhausted, "thông điệp quá lớn", "message too large",
        "Mỗi lần chỉ gửi số liệu của một tháng.", "Send one month at a time.")
    case .badVarint:
      .init(
        122, "BAD_VARINT", Status.invalidArgument, "số nguyên mã hóa sai", "integer badly encoded",
        updateVietnamese + ".", updateEnglish)
    case .truncated:
      .init(
        123, "TRUNCATED", Status.invalidArgument, "thông điệp bị cắt", "message cut short",
        updateVietnamese + ".", updateEnglish)
    case .badUTF8:
      .init(
        124, "BAD_UTF8", Status.invalidArgument, "văn bản không phải UTF-8", "text is not UTF-8",
        updateVietnamese + ".", updateEnglish)
    case .notCanonical:
      .init(
        125, "NOT_CANONICAL", Status.invalidArgument, "một trường xuất hiện hai lần", "a single field occurs twice",
        updateVietnamese + ".", updateEnglish)
    case .nestingTooDeep:
      .init(
        126, "NESTING_TOO_DEEP", Status.invalidArgument, "thông điệp lồng quá sâu", "messages nested too deep",
        updateVietnamese + ".", updateEnglish)
    case .listTooLong:
      .init(
        127, "LIST_TOO_LONG", Status.resourceExhausted, "danh sách quá dài", "list too long",
        "Chia thành nhiều lần gửi.", "Split it into several requests.")
    case .badWireType:
      .init(
        128, "BAD_WIRE_TYPE", Status.invalidArgument, "kiểu của trường sai", "field of the wrong wire type",
        updateVietnamese + ".", updateEnglish)
    case .methodUnknown:
      .init(
        129, "METHOD_UNKNOWN", Status.unimplemented, "máy chủ không có yêu cầu này", "the server has no such call",
        updateVietnamese + ".", updateEnglish)
    case .tooManyStreams:
      .init(
        130, "TOO_MANY_STREAMS", Status.resourceExhausted, "quá nhiều yêu cầu cùng lúc",
        "too many requests at once", "Chờ trả lời rồi gửi tiếp.", "Wait for answers, then send again.")
    case .deadlinePassed:
      .init(
        131, "DEADLINE_PASSED", Status.deadlineExceeded, "quá thời hạn",
        "the deadline has passed", "Chưa có gì được lưu; hãy gửi lại.",
        "Nothing was stored; send again.")
    case .overloaded:
      .init(
        132, "OVERLOADED", Status.overloaded, "máy chủ đang quá tải", "the server is overloaded",
        "Chưa có gì được lưu; chương trình sẽ tự gửi lại.", "Nothing was stored; send again later.")
    case .endMissing:
      .init(
        133, "END_MISSING", Status.invalidArgument, "yêu cầu thiếu dấu kết thúc", "request without its end flag",
        updateVietnamese + ".", updateEnglish)
    case .draining:
      .init(
        134, "DRAINING", Status.unavailable, "máy chủ đang dừng", "the server is shutting down",
        "Chưa có gì được lưu; hãy gửi lại sau ít phút.", "Nothing was stored; send again in a few minutes.")
    case .answerTooLarge:
      .init(
        135, "ANSWER_TOO_LARGE", Status.resourceExhausted, "câu trả lời quá lớn", "answer too large",
        "Hãy hỏi một phần, ví dụ một khối.", "Ask for a part, one block for example.")
    case .cancelled:
      .init(
        136, "CANCELLED", Status.cancelled, "bên hỏi không chờ nữa", "nobody waits for it any longer",
        "Hỏi lại khi cần.", "Ask again when needed.")
    case .creditOverflow:
      .init(
        137, "CREDIT_OVERFLOW", Status.resourceExhausted, "cho phép quá nhiều mục", "more items granted than can be counted",
        updateVietnamese + ".", updateEnglish)
    }
  }
}

extension WireProblem {
  /// One of each, in the order of their numbers: the registry as a list.
  public static var all: [WireProblem] {
    ConnectionKind.allCases.map { .connection($0) }.sorted { $0.row.number < $1.row.number }
      + StreamKind.allCases.map { .stream($0) }.sorted { $0.row.number < $1.row.number }
  }
}
