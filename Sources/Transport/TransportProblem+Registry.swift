/// The table behind `Protocol/Errors.md`, one row a problem, in the order of the numbers.
extension TransportProblem.Kind {
  struct Row {
    let number: Int
    let name: String
    let vietnamese: String
    let english: String
    let adviceVietnamese: String
    let adviceEnglish: String

    init(
      _ number: Int, _ name: String, _ vietnamese: String, _ english: String, _ adviceVietnamese: String, _ adviceEnglish: String
    ) {
      self.number = number
      self.name = name
      self.vietnamese = vietnamese
      self.english = english
      self.adviceVietnamese = adviceVietnamese
      self.adviceEnglish = adviceEnglish
    }
  }

  var row: Row {
    switch self {
    case .plainListening:
      Row(
        701, "PLAIN_LISTENING", "không mở ở địa chỉ mà máy khác tới được khi kết nối không mã hóa",
        "will not listen unencrypted where other machines can connect",
        "Thêm --certificate và --key, hoặc mở ở 127.0.0.1, hoặc nói rõ bằng --plain-beyond-loopback.",
        "Add --certificate and --key, or listen on 127.0.0.1, or say it aloud with --plain-beyond-loopback.")
    case .plainConnecting:
      Row(
        702, "PLAIN_CONNECTING", "không gửi mã truy cập và số liệu không mã hóa ra ngoài máy này",
        "will not send a token and figures unencrypted beyond this machine",
        "Dùng tls://, hoặc nói rõ bằng --plain-beyond-loopback.", "Use tls://, or say it aloud with --plain-beyond-loopback.")
    case .certificateUntrusted:
      Row(
        710, "CERTIFICATE_UNTRUSTED", "chứng chỉ không do nơi được tin cậy cấp", "the certificate was issued by nobody who is trusted",
        "Hỏi người quản trị tệp CA rồi dùng --tls-ca; đừng gửi gì trước đó.",
        "Ask the operator for the CA file and name it with --tls-ca; send nothing before.")
    case .certificateExpired:
      Row(
        711, "CERTIFICATE_EXPIRED", "chứng chỉ đã hết hạn hoặc chưa có hiệu lực", "the certificate has expired, or is not valid yet",
        "Kiểm tra đồng hồ máy này; báo người quản trị thay chứng chỉ.", "Check this machine's clock; ask the operator to renew it.")
    case .certificateOtherName:
      Row(
        712, "CERTIFICATE_OTHER_NAME", "chứng chỉ không phải của máy chủ có tên này", "the certificate is not for a server of this name",
        "Kiểm tra địa chỉ máy chủ.", "Check the server's address.")
    case .clientCertificateRefused:
      Row(
        713, "CLIENT_CERTIFICATE_REFUSED", "máy chủ cần chứng chỉ của máy khách và không nhận cái đã đưa hoặc chưa đưa",
        "the server asks for a client certificate, and there is none or it is refused",
        "Dùng --certificate và --key do người quản trị cấp.", "Use --certificate and --key as the operator issued them.")
    case .versionRefused:
      Row(
        714, "TLS_VERSION", "bên kia không dùng TLS 1.3", "the other side does not speak TLS 1.3",
        "Hãy dùng phiên bản mới nhất của chương trình.", "Use the newest version of the program.")
    case .notTLS:
      Row(
        715, "NOT_TLS", "bên kia không trả lời bằng TLS", "the other side does not answer in TLS",
        "Kiểm tra cổng; máy chủ có thể chạy không mã hóa.", "Check the port; the server may run unencrypted.")
    case .tlsExpected:
      Row(
        716, "TLS_EXPECTED", "máy chủ trả lời bằng TLS, còn kết nối này không mã hóa",
        "the server answers in TLS, and this connection is unencrypted", "Dùng tls:// trước địa chỉ.",
        "Put tls:// in front of the address.")
    case .otherProtocol:
      Row(
        717, "OTHER_PROTOCOL", "bên kia nói TLS nhưng không phải giao thức Thi Đua",
        "the other side speaks TLS, but not the Thi Đua protocol", "Kiểm tra địa chỉ và cổng.", "Check address and port.")
    case .handshakeFailed:
      Row(
        718, "TLS_FAILED", "bắt tay TLS không thành", "the TLS handshake failed", "Kết nối lại; nếu vẫn vậy, báo người quản trị.",
        "Connect again; if it stays so, tell the operator.")
    case .serverCertificateRefused:
      Row(
        719, "SERVER_CERTIFICATE_REFUSED", "máy khách không chấp nhận chứng chỉ của máy chủ",
        "the client does not accept the server's certificate", "Máy khách cần tệp CA của máy chủ này, hoặc chứng chỉ đã hết hạn.",
        "The client needs this server's CA file, or the certificate has ended.")
    case .fileUnreadable:
      Row(
        720, "FILE_UNREADABLE", "không đọc được tệp", "the file cannot be read", "Kiểm tra đường dẫn và quyền.",
        "Check its path and rights.")
    case .fileInvalid:
      Row(
        721, "FILE_INVALID", "tệp không có chứng chỉ hoặc khóa dạng PEM không mật khẩu",
        "the file holds no certificate, or no key without a password, in PEM form", "Kiểm tra tệp.", "Check the file.")
    case .keyNotPrivate:
      Row(
        722, "KEY_NOT_PRIVATE", "người khác đọc được tệp khóa", "others can read the key file",
        "Chạy chmod 600 với tệp đó; nếu máy có người khác dùng, thay khóa.",
        "Run chmod 600 on it; replace the key if others use this machine.")
    case .keyOfAnother:
      Row(
        723, "KEY_OF_ANOTHER", "khóa không phải của chứng chỉ này", "the key is not this certificate's", "Dùng hai tệp cùng một bộ.",
        "Use the two files of one set.")
    case .fileExists:
      Row(
        724, "FILE_EXISTS", "tệp đã có và không bị ghi đè", "the file is there and is not overwritten", "Chọn thư mục khác với --out.",
        "Choose another folder with --out.")
    }
  }
}
