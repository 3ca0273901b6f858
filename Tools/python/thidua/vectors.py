"""Replays Protocol/Vectors/wire.jsonl: python3 -m thidua.vectors [id prefix]. Ends with 1 where one does not hold."""

import json
import random
import sys

from . import compression, frames
from .connection import Client, Limits, Server
from .payload import decode, encode, message
from .registry import PROTOCOL, Fault

# Byte by byte up to this length; a longer one is mostly payload, and its cuts are enough.
BYTEWISE_MAX = 4096


def load():
    with open(PROTOCOL / "Vectors/wire.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def machine(state, overrides):
    """A connection in a state of the vectors (Protocol/Vectors/README.md)."""
    side, _, stage = state.partition(".")
    hello = message("Hello")(client_id=bytes([7] * 16), deployment="prod")
    welcome = message("Welcome")(deployment="prod", authentication_required=stage == "await_auth")
    limits = Limits()
    if side == "server":
        if "request_body" in overrides:
            limits.body = overrides["request_body"]
        made = Server(welcome, limits, sign_in=lambda method, credential: message("SignedIn")())
        if stage == "open_dictionary":
            hello.dictionaries[:] = compression.DICTIONARIES
        if stage != "start":
            made.receive(frames.preface(1, 1))
        if stage in ("await_auth", "open", "open_dictionary"):
            made.receive(bytes(frames.Frame(frames.HELLO, encode(hello))))
    else:
        made = Client(hello, limits, token=b"token")
        welcome.authentication_required = stage == "await_auth_ok"
        if stage == "open_dictionary":
            welcome.dictionary = next(iter(compression.DICTIONARIES))
        if stage != "start":
            made.receive(frames.preface(1, 0))
        if stage in ("await_auth_ok", "open", "open_dictionary", "watching"):
            made.receive(bytes(frames.Frame(frames.WELCOME, encode(welcome))))
        if stage in ("open", "open_dictionary", "watching"):
            for _ in range(3):
                made.request(0x0302 if stage == "watching" else 0x7F01, b"")
        if stage == "watching":
            made.grant(1, 2)
    return made


def cuts(data, random):
    """Edges of the first two frames and of the last, one byte before and behind each, and a few places anywhere."""
    starts, at = [], 8 if data[:4] == frames.MAGIC else 0
    while at + 12 <= len(data):
        starts.append(at)
        at += 16 + int.from_bytes(data[at : at + 4], "big")
    edges = {4, 8, len(data) - 4} | {start + step for start in starts[:2] + starts[-1:] for step in (0, 4, 12)}
    near = {edge + step for edge in edges for step in (-1, 0, 1)} | {random.randrange(len(data) + 1) for _ in range(4)}
    return sorted(cut for cut in near if 0 < cut < len(data))


def deliveries(vector):
    data = bytes.fromhex(vector["hex"])
    yield [data]
    if len(data) <= BYTEWISE_MAX:
        yield [data[at : at + 1] for at in range(len(data))]
    for cut in cuts(data, random.Random(vector["id"])):
        yield [data[:cut], data[cut:]]
    if "chunks" in vector:
        ends = vector["chunks"] + [len(data)]
        yield [data[start:end] for start, end in zip([0] + vector["chunks"], ends)]


def words(event):
    """An event as the file writes it."""
    return {key: value.hex() if isinstance(value, bytes) else value for key, value in event.items()}


def fits(event, expected):
    for key, value in expected.items():
        have = len(event["payload"]) // 2 if key == "payload_count" else event.get(key)
        if have != (int(value) if key in ("number", "version") else value):
            return False
    return True


def connection_mismatch(vector, pieces):
    made = machine(vector["state"], vector.get("limits", {}))
    events = []
    for piece in pieces:
        events += map(words, made.receive(piece))
    expect = vector["expect"]
    refused = [event for event in events if event["type"] == "refused"]
    if "error" in expect:
        error = expect["error"]
        if error["scope"] == "connection":
            return None if made.fault and made.fault.name == error["code"] else f"{made.fault}, {events}"
        if made.phase == "closed" or not refused:
            return f"{made.fault}, {events}"
        wanted = {key: error[key] for key in ("code", "stream") if key in error}
        return None if fits(refused[0], wanted) else f"{refused[0]}"
    if made.fault or refused:
        return f"{made.fault} {refused}"
    if expect.get("incomplete"):
        return None if not events and made.reader.buffer else f"did not wait: {events}"
    if made.reader.buffer:
        return f"{len(made.reader.buffer)} bytes left"
    if len(events) != len(expect["ok"]) or not all(map(fits, events, expect["ok"])):
        return f"{events}"
    return None


def mismatches(vector):
    data = bytes.fromhex(vector["hex"])
    error = vector["expect"].get("error", {})
    if vector["kind"] in ("payload", "inflate"):
        try:
            if vector["kind"] == "inflate":
                count = len(compression.inflate(data, vector["raw_length"], vector["limits"]["raw"]))
                return [] if vector["expect"].get("ok", [{}])[0].get("payload_count") == count else [f"{count} bytes"]
            again = encode(decode(vector["message"], data))
            return [] if "ok" in vector["expect"] and again == data else [f"accepted as {again.hex()}"]
        except Fault as fault:
            return [] if fault.name == error.get("code") else [str(fault)]
    found = []
    for pieces in deliveries(vector):
        mismatch = connection_mismatch(vector, pieces)
        if mismatch:
            found.append(f"{len(pieces)} pieces, the first of {len(pieces[0])}: {mismatch}")
    if "after_bytes" in error:
        made = machine(vector["state"], vector.get("limits", {}))
        for at in range(error["after_bytes"]):
            made.receive(data[at : at + 1])
        if made.fault is None:
            found.append(f"not refused after {error['after_bytes']} bytes")
    return found


def main():
    prefix = sys.argv[1] if len(sys.argv) > 1 else ""
    vectors = [vector for vector in load() if vector["id"].startswith(prefix)]
    failed = 0
    for vector in vectors:
        for mismatch in mismatches(vector)[:3]:
            failed += 1
            print(f"{vector['id']}: {mismatch[:300]}\n  {vector['note']}")
    print(f"{len(vectors)} vectors, {failed} mismatches")
    return 1 if failed or not vectors else 0


if __name__ == "__main__":
    sys.exit(main())
