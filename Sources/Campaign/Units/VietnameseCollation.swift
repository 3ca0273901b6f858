/// A key by which Vietnamese names sort as in a Vietnamese dictionary: letters first (a ă â b … d đ e ê …), tones after.
///
/// For display only: a tie in the ranking is never broken by a name.
///
/// ```swift
/// VietnameseKey("Dục Nông") < VietnameseKey("Đăk Hà")   // true
/// ```
public struct VietnameseKey: Comparable, Sendable {
  private let letters: [UInt16]
  private let tones: [UInt8]

  public init(_ text: String) {
    var letters: [UInt16] = []
    var tones: [UInt8] = []
    for character in text.lowercased() {
      if let known = Self.table[character] {
        letters.append(known.letter)
        tones.append(known.tone)
      } else {
        // Everything else keeps its place before the letters, by code point.
        letters.append(UInt16(clamping: min(character.unicodeScalars.first?.value ?? 0, 999)))
        tones.append(0)
      }
    }
    self.letters = letters
    self.tones = tones
  }

  public static func < (a: VietnameseKey, b: VietnameseKey) -> Bool {
    if a.letters != b.letters { return a.letters.lexicographicallyPrecedes(b.letters) }
    return a.tones.lexicographicallyPrecedes(b.tones)
  }

  // Each letter with its five toned forms: huyền, hỏi, ngã, sắc, nặng.
  private static let alphabet = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k", "l", "m", "n",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z",
  ]
  /// Small letters without marks: "Đắk Hà" → "dak ha". Different names may become equal.
  ///
  /// - Complexity: O(*n*); characters of more than one code point cost about ten times as much.
  package static func plain(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let value = Int(scalar.value)
      guard value < plainScalars.count, plainScalars[value] != 0 else { return String(text.lowercased().map { plainLetters[$0] ?? $0 }) }
      bytes.append(plainScalars[value])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// By code point: the small letter without marks, or the ASCII character itself; 0 for all others.
  private static let plainScalars: [UInt8] = {
    var letters = [UInt8](repeating: 0, count: 0x1F00)
    for ascii in 1..<128 { letters[ascii] = UInt8(ascii) }
    for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") { letters[Int(letter)] = letter + 32 }
    for (form, base) in plainLetters {
      for text in [String(form), String(form).uppercased()] where text.unicodeScalars.count == 1 {
        for scalar in text.unicodeScalars where scalar.value >= 128 { letters[Int(scalar.value)] = base.asciiValue ?? 0 }
      }
    }
    return letters
  }()

  private static let plainLetters: [Character: Character] = {
    var letters: [Character: Character] = ["ĭ": "i", "ŏ": "o"]
    for forms in alphabet {
      guard let first = forms.first else { continue }
      let base = ["ă": "a", "â": "a", "đ": "d", "ê": "e", "ô": "o", "ơ": "o", "ư": "u"][first] ?? first
      for form in forms { letters[form] = base }
    }
    return letters
  }()

  private static let table: [Character: (letter: UInt16, tone: UInt8)] = {
    var table: [Character: (letter: UInt16, tone: UInt8)] = [:]
    for (letter, forms) in alphabet.enumerated() {
      for (tone, form) in forms.enumerated() { table[form] = (UInt16(1000 + letter), UInt8(tone)) }
    }
    // ĭ and ŏ occur in names of the Central Highlands.
    table["ĭ"] = (table["i"]!.letter, 0)
    table["ŏ"] = (table["o"]!.letter, 0)
    return table
  }()
}

extension Rulebook {
  /// Units in the order of their Vietnamese names; those of one name in roster order.
  ///
  /// - Parameter units: By index in the roster.
  /// - Complexity: O(units × log units).
  package func byName(_ units: some Sequence<Int>) -> [Int] {
    let keyed = units.map { (unit: $0, key: VietnameseKey(self.units[$0].name)) }
    return keyed.sorted { a, b in a.key < b.key || (!(b.key < a.key) && a.unit < b.unit) }.map(\.unit)
  }
}
