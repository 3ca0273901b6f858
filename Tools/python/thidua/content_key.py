"""Messages.md, Content key."""

import hashlib
import struct


def _text(text):
    data = text.encode("utf-8")
    return struct.pack(">H", len(data)) + data


def content_key(campaign, filing):
    data = b"thidua content key 1\n" + b"".join(map(_text, (campaign, filing.unit, filing.period, filing.form)))
    data += struct.pack(">II", filing.base_revision, len(filing.figures))
    for figure in filing.figures:
        data += _text(figure.counter) + struct.pack(">q", figure.value)
    return hashlib.sha256(data).digest()
