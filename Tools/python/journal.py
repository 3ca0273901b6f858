"""The journal's layout, written from Protocol/Journal.md alone: makes the vectors, and verifies a file.

    journal.py vectors > Protocol/Vectors/journal.jsonl
    journal.py verify FOLDER/journal.sqlite
"""
import hashlib
import json
import sqlite3
import struct
import sys

START = hashlib.sha256(b"Thi Dua journal, layout 1").digest()
HEADER = struct.Struct(">HHHHQq16s32sI")
KINDS = ("genesis rulebook roster lineage applicability account token submission review periodDecision lock "
         "publishedIndex taskDelivery assessment edition appeal correction tombstone request").split()


def encode(kind, kind_version, position, time, account, previous, texts, body):
    """One entry; texts are (field, salt, text), by ascending field."""
    listed = struct.pack(">H", len(texts))
    for field, salt, text in texts:
        listed += struct.pack(">H", field) + hashlib.sha256(salt + text.encode()).digest()
    body = listed + body
    return HEADER.pack(1, kind, kind_version, 0, position, time, account, previous, len(body)) + body


def text(value):
    return struct.pack(">I", len(value.encode())) + value.encode()


def period(label):
    return text("legal-month") + text(label)


def optional(value):
    """A flag and a text."""
    return struct.pack(">?", value is not None) + text(value or "")


def instant(milliseconds):
    return struct.pack(">?q", milliseconds is not None, milliseconds or 0)


ORIGIN = bytes(range(64, 80)) + struct.pack(">Q", 9)


def request(method, entries, older=()):
    """What stands at the end of the first entry that a request makes, or of the one that records it."""
    listed = b"".join(struct.pack(">IQ", index, position) for index, position in older)
    return (listed + struct.pack(">II", len(older), entries) + ORIGIN + struct.pack(">H", method)
            + hashlib.sha256(b"the payload as it was sent").digest())



# The bodies that Protocol/Journal.md describes field by field; the other kinds have bytes that nobody reads yet.
BODIES = {
    "rulebook": text("thidua: 1\n"),
    "request": request(0x0101, 0, [(0, 8)]),
    "applicability": ORIGIN + text("xa-23284") + text("TT-10") + period("2023-12") + struct.pack(">?", True)
    + period("2024-06") + struct.pack(">?", False),
    "periodDecision": ORIGIN + period("2023-12") + optional(None) + instant(1_703_131_200_000) + instant(None),
    "taskDelivery": ORIGIN + text("001-15") + text("so-noi-vu") + optional("b") + struct.pack(">q?", 18_262, False),
    "assessment": ORIGIN + struct.pack(">B", 1) + text("003-16") + struct.pack(">I?", 2023, True) + optional(None)
    + struct.pack(">?", False),
}
REASONS = {
    "applicability": "Không có thủ tục này (công văn 12/SNV)", "periodDecision": "Sự cố hệ thống ngày 18/12",
    "taskDelivery": "Báo cáo 07/BC-SNV", "assessment": "Quyết định 35/QĐ-UBND",
}
MARKED = 0x0100     # added to the version of a body with a request at its end
# Behind one entry a kind: other versions and other cases of the same kinds.
MORE = [
    ("rulebook", 2, text("thidua: 1\n# 2\n") + period("2024-01") + ORIGIN),
    ("applicability", 1, ORIGIN + text("so-noi-vu") + text("DT-01") + period("2024-01") + struct.pack(">??", False, True)),
    ("periodDecision", 1, ORIGIN + period("2023-12") + optional("kon-ray") + instant(None) + instant(1_704_412_800_000)),
    ("taskDelivery", 1, ORIGIN + text("001-15") + text("kon-ray") + optional(None) + struct.pack(">q?", -1, True)),
    ("assessment", 1, ORIGIN + struct.pack(">B", 2) + period("2023-12") + optional("kon-ray") + struct.pack(">?", False)),
    ("assessment", 1, ORIGIN + struct.pack(">B", 3) + period("2023-11") + optional("kon-ray") + struct.pack(">?", True)),
    ("token", MARKED | 1, ORIGIN + struct.pack(">B", 2) + bytes(range(8)) + request(0x0602, 1)),
]


def vectors():
    """One chain with one entry per kind, and then the further cases; the submission has two texts, and the tombstone
    purges its first."""
    previous = START
    cases = [(name, MARKED | 1 if name == "request" else 1, BODIES.get(name, ("body of " + name).encode())) for name in KINDS] + MORE
    for position, (name, version, body) in enumerate(cases, 1):
        account = bytes(16) if position == 1 else bytes(range(position, position + 16))
        texts = []
        if name in REASONS:
            texts = [(1, bytes(range(32, 48)), REASONS[name])]
        if name == "submission":
            texts = [(1, bytes(range(16)), "Ghi chú: số liệu bổ sung"), (7, bytes(range(16, 32)), "")]
        if name == "tombstone":
            reason = "yêu cầu 12/2023".encode()
            body = struct.pack(">QHI", 8, 1, len(reason)) + reason
        time = 1_675_302_600_000 + position
        number = KINDS.index(name) + 1
        entry = encode(number, version, position, time, account, previous, texts, body)
        previous = hashlib.sha256(entry).digest()
        print(json.dumps({
            "id": f"entry-{position:03}", "kind": name, "kindNumber": number, "kindVersion": version,
            "timeMilliseconds": time, "account": account.hex(), "body": body.hex(),
            "texts": [{"field": f, "salt": s.hex(), "text": t} for f, s, t in texts],
            "bytes": entry.hex(), "hash": previous.hex()}, ensure_ascii=False))


def verify(path):
    """Walks the chain; stops with the first position that is wrong."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    position, previous = 0, START
    for row, stored, entry in db.execute("SELECT position, hash, bytes FROM entries ORDER BY position"):
        position += 1
        layout, kind, _, flags, inside, _, _, link, length = HEADER.unpack_from(entry)
        count, = struct.unpack_from(">H", entry, 76)
        digest = hashlib.sha256(entry).digest()
        right = (layout, flags, row, inside, link, stored, length) == (
            1, 0, position, position, previous, digest, len(entry) - 76)
        for i in range(count if right else 0):
            field, expected = struct.unpack_from(">H32s", entry, 78 + 34 * i)
            salt, text, purged = db.execute(
                "SELECT salt, text, purged_by FROM texts WHERE position = ? AND field = ?",
                (row, field)).fetchone() or (b"", b"", None)
            if purged is None:
                right = right and hashlib.sha256(salt + text).digest() == expected
            else:
                stone, = db.execute("SELECT bytes FROM entries WHERE position = ?", (purged,)).fetchone()
                right = right and stone[2:4] == b"\x00\x12" and stone[78:88] == struct.pack(">QH", row, field)
        if not right:
            sys.exit(f"entry {position} is wrong")
        previous = digest
    print(f"{position}:{previous.hex()}")


if __name__ == "__main__":
    if sys.argv[1:] == ["vectors"]:
        vectors()
    elif len(sys.argv) == 3 and sys.argv[1] == "verify":
        verify(sys.argv[2])
    else:
        sys.exit(__doc__)
