"""Preface, header, checksum: Frame.md from the first byte to step 6 of the order of checks."""

import struct

from .registry import Fault

MAGIC = bytes.fromhex("f5544455")
VERSION = 1
HELLO, WELCOME, AUTH, AUTH_OK, REQUEST, RESPONSE, ITEM, CREDIT, CANCEL, PING, PONG, GOAWAY = range(1, 13)
COMPRESSED, END, EXT, REPLAYED, RESERVED = 0x01, 0x02, 0x04, 0x08, 0xF0
STREAM_MAX = 2**31 - 1

_FLAGS = {REQUEST: COMPRESSED | END, ITEM: COMPRESSED, RESPONSE: COMPRESSED | END | REPLAYED}
_WITH_CODE = {REQUEST, RESPONSE, CANCEL, GOAWAY}
_WITH_STREAM = {REQUEST, RESPONSE, ITEM, CREDIT, CANCEL}


def _table():
    for value in range(256):
        for _ in range(8):
            value = (value >> 1) ^ 0x82F63B78 if value & 1 else value >> 1
        yield value


_CRC = tuple(_table())


def crc32c(data):
    state = 0xFFFFFFFF
    for byte in data:
        state = _CRC[(state ^ byte) & 255] ^ (state >> 8)
    return state ^ 0xFFFFFFFF


def preface(first, second):
    return MAGIC + struct.pack(">HH", first, second)


class Frame:
    def __init__(self, type, body=b"", flags=0, code=0, stream=0):
        self.type, self.body, self.flags, self.code, self.stream = type, bytes(body), flags, code, stream

    def __bytes__(self):
        data = struct.pack(">IBBHI", len(self.body), self.type, self.flags, self.code, self.stream) + self.body
        return data + struct.pack(">I", crc32c(data))

    def check_fit(self):
        """Step 8: flags, code and stream belong to the type."""
        if self.flags & ~_FLAGS.get(self.type, 0):
            raise Fault("RESERVED_BITS", f"flags {self.flags:#x} on type {self.type}")
        if self.code and self.type not in _WITH_CODE:
            raise Fault("RESERVED_BITS", f"code {self.code} on type {self.type}")
        fits = 1 <= self.stream <= STREAM_MAX if self.type in _WITH_STREAM else self.stream == 0
        if not fits:
            raise Fault("STREAM_ID", f"stream {self.stream} on type {self.type}")


class FrameReader:
    """Bytes in, frames out. Holds at most one unfinished frame when it is read until it gives None."""

    def __init__(self):
        self.buffer = bytearray()

    def take_preface(self):
        """The two numbers behind the magic, or None while bytes are missing."""
        for have, want in zip(self.buffer, MAGIC):
            if have != want:
                raise Fault("BAD_MAGIC")
        if len(self.buffer) < 8:
            return None
        numbers = struct.unpack_from(">HH", self.buffer, 4)
        del self.buffer[:8]
        return numbers

    def next(self, body_max):
        """A frame; or an ignorable one's type; or None while bytes are missing. Steps 1 to 6."""
        if len(self.buffer) < 12:
            return None
        length, type, flags, code, stream = struct.unpack_from(">IBBHI", self.buffer)
        if length > body_max:
            raise Fault("FRAME_TOO_LARGE", f"{length} bytes announced, limit {body_max}")
        whole = 12 + length + 4
        if len(self.buffer) < whole:
            return None
        data = bytes(self.buffer[:whole])
        del self.buffer[:whole]
        if crc32c(data[:-4]) != int.from_bytes(data[-4:], "big"):
            raise Fault("BAD_CRC")
        if flags & RESERVED:
            raise Fault("RESERVED_BITS", f"flags {flags:#x}")
        if type >= 128:
            return type
        if not HELLO <= type <= GOAWAY:
            raise Fault("UNKNOWN_FRAME", f"type {type}")
        body = data[12:-4]
        if flags & EXT:
            block = 2 + int.from_bytes(body[:2], "big")
            if len(body) < 2 or len(body) < block:
                raise Fault("BAD_BODY", "an extension block longer than the body")
            body = body[block:]
        return Frame(type, body, flags & ~EXT, code, stream)
