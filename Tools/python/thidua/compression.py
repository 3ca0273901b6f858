"""Frame.md, Compression: one zlib stream a payload, limited before it is inflated."""

import hashlib
import zlib

from .registry import PROTOCOL, Fault

RAW_MIN, SAVING_MIN, RATIO_MAX = 128, 16, 1032
_FILES = sorted((PROTOCOL / "Dictionaries").glob("*.bin"), key=lambda path: int(path.stem), reverse=True)
# digest → bytes, the newest first
DICTIONARIES = {
    int.from_bytes(hashlib.sha256(path.read_bytes()).digest()[:8], "big"): path.read_bytes() for path in _FILES
}


def deflate(raw, dictionary=None):
    """The stream, or None where sending the payload as it is costs no more."""
    if len(raw) < RAW_MIN:
        return None
    options = {"zdict": dictionary} if dictionary else {}
    packer = zlib.compressobj(6, zlib.DEFLATED, 15, **options)
    packed = packer.compress(raw) + packer.flush()
    return packed if len(packed) + SAVING_MIN <= len(raw) else None


def inflate(packed, raw_len, raw_max, dictionary=None, stream=0):
    if raw_len > raw_max:
        raise Fault("MESSAGE_TOO_LARGE", f"{raw_len} bytes declared, limit {raw_max}", stream)
    if raw_len > RATIO_MAX * len(packed):
        raise Fault("BAD_COMPRESSION", "so few bytes cannot hold what was declared", stream)
    options = {"zdict": dictionary} if dictionary else {}
    unpacker = zlib.decompressobj(15, **options)
    try:
        raw = unpacker.decompress(packed, raw_len + 1)
    except zlib.error as error:
        raise Fault("BAD_COMPRESSION", str(error), stream) from None
    if len(raw) != raw_len or not unpacker.eof or unpacker.unused_data:
        raise Fault("BAD_COMPRESSION", "not one whole stream of the declared length", stream)
    return raw
