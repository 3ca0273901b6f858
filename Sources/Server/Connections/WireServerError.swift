/// Why a server could not start. Each text says what to do.
package enum WireServerError: Error, Hashable, CustomStringConvertible {
  /// Another program, perhaps this one, listens there.
  case portInUse(host: String, port: Int)
  case cannotListen(host: String, port: Int, cause: String)

  package var description: String {
    switch self {
    case .portInUse(let host, let port):
      "port \(port) on \(host) is in use. Stop the other program or choose another port."
    case .cannotListen(let host, let port, let cause):
      "cannot listen on \(host), port \(port): \(cause). Check the address and the permission."
    }
  }

  package var vietnamese: String {
    switch self {
    case .portInUse(let host, let port):
      "cổng \(port) ở \(host) đang được dùng. Hãy dừng chương trình kia hoặc chọn cổng khác với --port."
    case .cannotListen(let host, let port, let cause):
      "không mở được cổng \(port) ở \(host): \(cause). Kiểm tra địa chỉ và quyền."
    }
  }
}
