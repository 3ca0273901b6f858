extension JournalFailure {
  /// What happened and what to do, in Vietnamese.
  package var vietnamese: String {
    switch self {
    case .stopped(let cause):
      "Sổ nhật ký đã dừng: \(cause). Hãy khắc phục nguyên nhân rồi khởi động lại máy chủ; "
        + "số liệu chưa có biên nhận thì coi như chưa gửi."
    case .closed: "Sổ nhật ký đã đóng. Hãy khởi động lại máy chủ."
    case .overloaded(let max): "Đang có \(max) nhóm chờ ghi. Chưa ghi gì; hãy gửi lại sau giây lát."
    case .groupInvalid(let entries, let max):
      "Nhóm có \(entries) mục; phải có từ 1 đến \(max) mục. Chưa ghi gì; hãy chia nhỏ nhóm."
    case .bodyTooLarge(let bytes):
      "Nội dung mục có \(bytes) byte, tối đa \(EntryLayout.bodyBytesMax). Chưa ghi gì; hãy chia nhỏ nội dung."
    case .uniqueKeyInvalid:
      "Các khóa duy nhất phải khác nhau, tối đa \(EntryDraft.uniqueKeysMax) khóa, mỗi khóa từ 1 đến "
        + "\(EntryDraft.uniqueKeyBytesMax) byte. Chưa ghi gì."
    case .textInvalid(let field):
      "Văn bản số \(field) dài quá \(FreeText.bytesMax) byte, bị lặp, hoặc vượt quá \(EntryDraft.textsMax) văn bản. "
        + "Chưa ghi gì; hãy rút ngắn."
    case .kindReserved: "Mục xóa chỉ được ghi khi xóa văn bản, không thể ghi trực tiếp. Chưa ghi gì."
    case .duplicateKey(let draft, let position):
      "Mục thứ \(draft + 1) của nhóm trùng khóa với mục \(position). Chưa ghi gì; hãy xem mục đó."
    case .textUnknown(let text): "Mục \(text.position) không có văn bản số \(text.field). Chưa xóa gì."
    case .textAlreadyPurged(let text): "Văn bản số \(text.field) của mục \(text.position) đã được xóa trước đó."
    case .reasonInvalid:
      "Lý do phải có từ 1 đến \(Tombstone.reasonBytesMax) byte. Chưa xóa gì; hãy ghi lý do."
    case .damaged(let position, let problem):
      "Mục \(position) bị hỏng (\(problem)). Hãy ngừng ghi và khôi phục bản sao lưu gần nhất."
    case .noSuchEntry(let position): "Không có mục \(position)."
    case .folderMissing(let path):
      "Không có thư mục \(path). Hãy kiểm tra đường dẫn, hoặc tạo thư mục dữ liệu trước."
    case .folderNotEmpty(let path): "Thư mục \(path) có tệp khác. Hãy chọn thư mục trống hoặc thư mục mới."
    case .folderAlreadyMade(let path): "\(path) đã là thư mục dữ liệu. Hãy khởi động máy chủ với thư mục này."
    case .notADataFolder(let path):
      "\(path) không phải thư mục dữ liệu. Hãy kiểm tra đường dẫn, hoặc tạo thư mục dữ liệu trước."
    case .folderRights(let path):
      "Không có quyền đọc hoặc ghi \(path). Hãy giao thư mục cho tài khoản chạy máy chủ."
    case .folderInUse(let path):
      "Máy chủ khác đang dùng \(path). Hãy dừng máy chủ đó; hai máy chủ không được dùng chung thư mục."
    case .newerVersion(let found, let supported):
      "Thư mục dữ liệu thuộc phiên bản mới hơn (\(found), chương trình này biết \(supported)). "
        + "Hãy cài chương trình mới hơn."
    case .folderFailed(let path, let cause): "Không dùng được \(path): \(cause). Hãy kiểm tra ổ đĩa."
    case .journalMissing(let path):
      "Thiếu tệp sổ nhật ký \(path). Hãy khôi phục bản sao lưu gần nhất; chưa tạo tệp nào."
    case .storageDamaged(let cause): "Tệp sổ nhật ký bị hỏng: \(cause). Hãy khôi phục bản sao lưu gần nhất."
    case .durabilityRefused(let setting):
      "Bộ lưu trữ không giữ thiết lập \(setting), nên không thể cấp biên nhận an toàn. Hãy kiểm tra bản cài đặt."
    case .storageFailed(let cause):
      "Bộ lưu trữ gặp lỗi: \(cause). Hãy kiểm tra ổ đĩa rồi khởi động lại máy chủ."
    case .bodyEndedEarly: "Nội dung mục kết thúc quá sớm: bị hỏng, hoặc thuộc phiên bản mới hơn."
    case .bodyFieldTooLong(let announced, let max):
      "Nội dung mục khai \(announced), tối đa \(max): bị hỏng, hoặc thuộc phiên bản mới hơn."
    case .bodyFieldInvalid: "Nội dung mục có giá trị không hợp lệ: bị hỏng, hoặc thuộc phiên bản mới hơn."
    case .bodyTrailingBytes(let bytes):
      "Nội dung mục thừa \(bytes) byte: bị hỏng, hoặc thuộc phiên bản mới hơn."
    }
  }
}
