"""The two sides of a connection without any socket: bytes in, events and bytes out (Frame.md, all of it).

An event is a dictionary with a `type`, in the words of Protocol/Vectors/README.md.
"""

import struct

from . import compression, frames
from .frames import (AUTH, AUTH_OK, CANCEL, COMPRESSED, CREDIT, END, GOAWAY, HELLO, ITEM, PING, PONG, REPLAYED, REQUEST,
                     RESPONSE, STREAM_MAX, WELCOME, Frame)
from .payload import decode, encode, message
from .registry import METHODS, Fault

PLAIN_ANSWERS = 0x1  # Hello.features
CREDIT_MAX = 2**31 - 1


class Limits:
    handshake_body, handshake_frames = 4 << 10, 8
    body, raw, reading_raw = 1 << 20, 4 << 20, 64 << 10
    streams, burst, per_second = 32, 100, 20


def problem(fault, retry_after_ms=0):
    text = str(fault)
    return message("Problem")(status=fault.code, reason=fault.number, name=fault.name, text_vi=text, text_en=text,
                              retry_after_ms=retry_after_ms)


def goaway(fault, last_stream, retry_after_ms=0):
    body = struct.pack(">II", last_stream, retry_after_ms) + encode(problem(fault, retry_after_ms))
    return bytes(Frame(GOAWAY, body, code=fault.code))


class Items:
    """What a stream of items may still send, and at a server why it ends."""

    def __init__(self):
        self.credit, self.grant_is_of_use, self.ending = 0, True, None

    def grant(self, count):
        if count > CREDIT_MAX - self.credit:
            return False
        self.credit += count
        self.grant_is_of_use = False
        return True

    def spend(self):
        if self.credit == 0:
            return False
        self.credit -= 1
        self.grant_is_of_use = True
        return True


class Connection:
    """What both sides have in common."""

    def __init__(self, limits=None):
        self.limits = limits or Limits()
        self.reader = frames.FrameReader()
        self.phase = "preface"
        self.output = bytearray()
        self.dictionary = None
        self.in_flight = {}
        self.items = {}  # those of them that are streams of items
        self.last_stream = 0
        self.handshake_frames = 0
        self.fault = None  # why the connection ended, where something was wrong

    @property
    def is_open(self):
        return self.phase in ("open", "leaving")

    def receive(self, data, now_ms=0):
        """The events that these bytes cause, in order."""
        self.reader.buffer += data
        events = []
        try:
            while self.phase != "closed" and self._step(events, now_ms):
                pass
        except Fault as fault:
            self.fail(fault)
            events.append({"type": "closed", "code": fault.name})
        return events

    def fail(self, fault):
        """Ends the connection from this side."""
        if self.phase not in ("preface", "closed"):
            self.output += goaway(fault, self.last_stream if self.is_server else 0)
        self.phase, self.fault = "closed", fault

    def _step(self, events, now_ms):
        if self.phase == "preface":
            numbers = self.reader.take_preface()
            return numbers is not None and self._preface(numbers, events)
        frame = self.reader.next(self.limits.body if self.is_open else self.limits.handshake_body)
        if frame is None:
            return False
        if not self.is_open:
            self.handshake_frames += 1
            if self.handshake_frames > self.limits.handshake_frames:
                raise Fault("CALM_DOWN", "too many frames before the connection is open")
        if isinstance(frame, int):
            self._nuisance(now_ms)
            return True
        self._legal(frame)
        frame.check_fit()
        if frame.type == GOAWAY:
            if len(frame.body) < 8:
                raise Fault("BAD_BODY", "a GOAWAY has at least 8 bytes")
            last, retry = struct.unpack_from(">II", frame.body)
            self._goaway(frame.code, last, retry, self._message("Problem", frame.body[8:]), events)
        elif frame.type in (PING, PONG):
            if len(frame.body) != 8:
                raise Fault("BAD_BODY", "a ping has 8 bytes")
            if frame.type == PING:
                self._nuisance(now_ms)
                self.output += bytes(Frame(PONG, frame.body))
                events.append({"type": "pong", "payload": frame.body})
            else:
                self._pong(frame.body, events)
        else:
            self._frame(frame, events, now_ms)
        return True

    def _message(self, name, body):
        try:
            return decode(name, body)
        except Fault as fault:
            raise Fault("BAD_BODY", fault.name) from None

    def _payload(self, frame, at, raw_max):
        """Step 11, for a body whose payload begins at `at`."""
        if not frame.flags & COMPRESSED:
            raw = frame.body[at:]
            if len(raw) > raw_max:
                raise Fault("MESSAGE_TOO_LARGE", f"{len(raw)} bytes, limit {raw_max}", frame.stream)
            return raw
        if len(frame.body) < at + 4:
            raise Fault("TRUNCATED", "no raw length", frame.stream)
        raw_len = int.from_bytes(frame.body[at : at + 4], "big")
        return compression.inflate(frame.body[at + 4 :], raw_len, raw_max, self.dictionary, frame.stream)

    def _packed(self, payload, compresses):
        """Flag and bytes of a payload to be sent."""
        packed = compression.deflate(payload, self.dictionary) if compresses else None
        return (0, payload) if packed is None else (COMPRESSED, struct.pack(">I", len(payload)) + packed)

    def _nuisance(self, now_ms):
        pass

    def _pong(self, body, events):
        pass


class Server(Connection):
    """`welcome` is a message without limits and dictionary; `sign_in(method, credential)` gives a `SignedIn` or None."""

    is_server = True

    def __init__(self, welcome, limits=None, sign_in=None):
        super().__init__(limits)
        self.welcome, self.sign_in = welcome, sign_in
        self.hello = None
        self.tokens, self.filled_ms = self.limits.burst * 1000, 0
        self.drain = None  # then the ping that is waited for, then "final"

    def _preface(self, numbers, events):
        low, high = numbers
        chosen = frames.VERSION if low <= frames.VERSION <= high else 0
        self.output += frames.preface(chosen, 0)
        if not chosen:
            self.phase, self.fault = "closed", Fault("VERSION_UNSUPPORTED", f"offered {low} to {high}")
            events.append({"type": "closed", "code": self.fault.name})
            return False
        events.append({"type": "preface", "chosen": chosen})
        self.phase = "hello"
        return True

    def _legal(self, frame):
        if frame.type in (PING, PONG, GOAWAY):
            return
        if self.phase == "auth" and frame.type == AUTH:
            if frame.flags & COMPRESSED:
                raise Fault("COMPRESSED_SECRET")
        elif self.phase == "auth" and frame.type == REQUEST:
            raise Fault("AUTH_REQUIRED")
        elif frame.type not in {"hello": (HELLO,), "open": (REQUEST, CREDIT, CANCEL)}.get(self.phase, ()):
            raise Fault("BAD_STATE", f"type {frame.type}")

    def _frame(self, frame, events, now_ms):
        if frame.type == HELLO:
            self._hello(frame, events)
        elif frame.type == AUTH:
            if not 1 <= len(frame.body) <= 1025:
                raise Fault("BAD_BODY", "AUTH has a method and at most 1024 bytes")
            events.append({"type": "auth", "method": frame.body[0]})
            signed_in = self.sign_in and self.sign_in(frame.body[0], frame.body[1:])
            if signed_in is None:
                raise Fault("UNAUTHENTICATED")
            self.output += bytes(Frame(AUTH_OK, encode(signed_in)))
            self.phase = "open"
        elif frame.type == CANCEL:
            self._opened(frame)
            if frame.body:
                raise Fault("BAD_BODY", "a CANCEL has no body")
            self._nuisance(now_ms)
            if frame.stream in self.in_flight:
                if frame.stream in self.items:
                    self.stop(frame.stream, Fault("CANCELLED", stream=frame.stream))
                events.append({"type": "cancel", "stream": frame.stream})
        elif frame.type == CREDIT:
            self._credit(frame, events, now_ms)
        else:
            self._request(frame, events, now_ms)

    def _opened(self, frame):
        if frame.stream > self.last_stream and self.drain != "final":
            raise Fault("STREAM_ID", f"stream {frame.stream} was never opened")

    def _credit(self, frame, events, now_ms):
        self._opened(frame)
        count = int.from_bytes(frame.body, "big")
        if len(frame.body) != 4 or count == 0:
            raise Fault("BAD_BODY", "a CREDIT grants 1 or more items in 4 bytes")
        items = self.items.get(frame.stream)
        if items is None or items.ending:
            self._nuisance(now_ms)
            return
        needless = not items.grant_is_of_use
        if not items.grant(count):
            self._nuisance(now_ms)
            self.stop(frame.stream, Fault("CREDIT_OVERFLOW", stream=frame.stream))
            events.append({"type": "refused", "stream": frame.stream, "code": "CREDIT_OVERFLOW"})
            return
        if needless:
            self._nuisance(now_ms)
        events.append({"type": "credit", "stream": frame.stream, "items": count})

    def _hello(self, frame, events):
        hello = self._message("Hello", frame.body)
        if len(hello.client_id) != 16:
            raise Fault("BAD_BODY", "client_id has 16 bytes")
        self.hello = hello
        events.append({"type": "hello", "client_id": hello.client_id, "deployment": hello.deployment,
                       "frame_body_max": hello.frame_body_max})
        if hello.deployment != self.welcome.deployment:
            raise Fault("WRONG_DEPLOYMENT")
        welcome = message("Welcome")()
        welcome.CopyFrom(self.welcome)
        welcome.frame_body_max, welcome.streams_max = self.limits.body, self.limits.streams
        welcome.dictionary = next((digest for digest in hello.dictionaries if digest in compression.DICTIONARIES), 0)
        self.dictionary = compression.DICTIONARIES.get(welcome.dictionary)
        self.output += bytes(Frame(WELCOME, encode(welcome)))
        self.phase = "auth" if welcome.authentication_required else "open"

    def _request(self, frame, events, now_ms):
        if frame.stream <= self.last_stream:
            raise Fault("STREAM_ID", f"stream {frame.stream} after {self.last_stream}")
        refused = self.drain == "final"
        if not refused:
            self.last_stream = frame.stream
        try:
            if refused:
                raise Fault("DRAINING", stream=frame.stream)
            if len(self.in_flight) >= self.limits.streams:
                raise Fault("TOO_MANY_STREAMS", stream=frame.stream)
            method = METHODS.get(frame.code)
            if method is None:
                raise Fault("METHOD_UNKNOWN", f"{frame.code:#06x}", frame.stream)
            if not frame.flags & END:
                raise Fault("END_MISSING", stream=frame.stream)
            if len(frame.body) < 12:
                raise Fault("TRUNCATED", "a request has at least 12 bytes", frame.stream)
            number, deadline = struct.unpack_from(">QI", frame.body)
            payload = self._payload(frame, 12, self.limits.raw if method.stores else self.limits.reading_raw)
        except Fault as fault:
            self._nuisance(now_ms)
            self._answer(frame.stream, fault.code, 0, False, encode(problem(fault)))
            events.append({"type": "refused", "stream": frame.stream, "code": fault.name})
            return
        self.in_flight[frame.stream] = method
        if method.streams:
            self.items[frame.stream] = Items()
        events.append({"type": "request", "stream": frame.stream, "method": frame.code, "number": number,
                       "deadline_ms": deadline, "payload": payload})

    def respond(self, stream, code, effect, payload, replayed=False):
        """Answers a request once. A second answer does nothing."""
        if self.phase != "open" or self.in_flight.pop(stream, None) is None:
            return
        items = self.items.pop(stream, None)
        if items and items.ending:
            code, effect, replayed, payload = items.ending.code, 0, False, encode(problem(items.ending))
        self._answer(stream, code, effect, replayed, payload)
        self._close_if_done()

    def stop(self, stream, fault):
        """No further item; whatever the stream is responded with, this is what the client hears."""
        if self.items[stream].ending is None:
            self.items[stream].ending = fault

    def _stop_all(self, fault):
        for stream in self.items:
            self.stop(stream, fault)

    def may_send(self, stream):
        items = self.items.get(stream)
        return self.phase == "open" and items is not None and items.ending is None and items.credit > 0

    def send_item(self, stream, version, payload):
        """Sends an item and spends a credit; does nothing where `may_send` is false."""
        if not self.may_send(stream):
            return
        flag, packed = self._packed(payload, not self.hello.features & PLAIN_ANSWERS)
        body = struct.pack(">Q", version) + packed
        if len(payload) > self.limits.raw or len(body) > self._body_max:
            return self.stop(stream, Fault("ANSWER_TOO_LARGE", stream=stream))
        self.items[stream].spend()
        self.output += bytes(Frame(ITEM, body, flag, 0, stream))

    def refuse(self, stream, fault, effect=0, retry_after_ms=0):
        self.respond(stream, fault.code, effect, encode(problem(fault, retry_after_ms)))

    def _answer(self, stream, code, effect, replayed, payload):
        flag, packed = self._packed(payload, not self.hello.features & PLAIN_ANSWERS)
        flags = END | flag | (REPLAYED if replayed else 0)
        answer = Frame(RESPONSE, bytes([effect]) + packed, flags, code, stream)
        if len(answer.body) > self._body_max:
            fault = Fault("ANSWER_TOO_LARGE", stream=stream)
            answer = Frame(RESPONSE, bytes([effect]) + encode(problem(fault)), END, fault.code, stream)
        self.output += bytes(answer)

    @property
    def _body_max(self):
        return min(self.hello.frame_body_max or self.limits.body, self.limits.body)

    def _goaway(self, code, last, retry, why, events):
        self.drain = self.drain or "peer"
        self._stop_all(Fault("CANCELLED", stream=0))
        self._close_if_done()
        if self.phase == "closed":
            events.append({"type": "close"})

    def begin_draining(self, ping, retry_after_ms):
        if self.phase != "open":
            return self.fail(Fault("SHUTDOWN"))
        self.drain = ping
        self.output += goaway(Fault("SHUTDOWN"), STREAM_MAX, retry_after_ms) + bytes(Frame(PING, ping))

    def decide_last_stream(self):
        if self.phase == "open" and self.drain != "final":
            self.drain = "final"
            self.output += goaway(Fault("SHUTDOWN"), self.last_stream)
            self._stop_all(Fault("DRAINING", stream=0))
            self._close_if_done()

    def _pong(self, body, events):
        if self.drain == body:
            self.decide_last_stream()

    def _close_if_done(self):
        if self.phase != "closed" and not self.in_flight and self.drain in ("final", "peer"):
            self.phase = "closed"

    def _nuisance(self, now_ms):
        full = self.limits.burst * 1000
        self.tokens = min(full, self.tokens + max(0, now_ms - self.filled_ms) * self.limits.per_second)
        self.filled_ms = max(self.filled_ms, now_ms)
        if self.tokens < 1000:
            raise Fault("CALM_DOWN", "too many needless frames")
        self.tokens -= 1000


class Client(Connection):
    is_server = False

    def __init__(self, hello, limits=None, compresses=True, token=b""):
        super().__init__(limits)
        self.hello, self.compresses, self.token, self.signed_in = hello, compresses, token, None
        hello.frame_body_max = self.limits.body
        if compresses:
            hello.dictionaries[:] = compression.DICTIONARIES
        else:
            hello.features |= PLAIN_ANSWERS
        self.welcome = None
        self.output += frames.preface(frames.VERSION, frames.VERSION) + bytes(Frame(HELLO, encode(hello)))

    def request(self, method, payload, number=0, deadline_ms=0):
        """Opens a stream and gives its number."""
        if self.phase != "open":
            raise Fault("DRAINING", stream=0)
        if len(self.in_flight) >= (self.welcome.streams_max or self.limits.streams):
            raise Fault("TOO_MANY_STREAMS", stream=0)
        flag, packed = self._packed(payload, self.compresses)
        body = struct.pack(">QI", number, deadline_ms) + packed
        if len(body) > (self.welcome.frame_body_max or self.limits.body):
            raise Fault("MESSAGE_TOO_LARGE", f"{len(body)} bytes", 0)
        self.last_stream += 1
        self.in_flight[self.last_stream] = method
        if METHODS[method].streams:
            self.items[self.last_stream] = Items()
        self.output += bytes(Frame(REQUEST, body, END | flag, method, self.last_stream))
        return self.last_stream

    def cancel(self, stream):
        self.items.pop(stream, None)
        if self.in_flight.pop(stream, None) is not None:
            self.output += bytes(Frame(CANCEL, code=1, stream=stream))

    def grant(self, stream, count=1):
        """Lets the server send so many items more."""
        items = self.items.get(stream)
        if self.is_open and items and count > 0 and items.grant(count):
            self.output += bytes(Frame(CREDIT, struct.pack(">I", count), stream=stream))

    def _preface(self, numbers, events):
        if numbers != (frames.VERSION, 0):
            self.phase, self.fault = "closed", Fault("VERSION_UNSUPPORTED", f"chosen {numbers}")
            events.append({"type": "closed", "code": self.fault.name})
            return False
        self.phase = "welcome"
        return True

    def _legal(self, frame):
        more = {"welcome": (WELCOME,), "auth_ok": (AUTH_OK,)}.get(self.phase, (RESPONSE, ITEM))
        if frame.type not in (PING, PONG, GOAWAY, *more):
            raise Fault("BAD_STATE", f"type {frame.type}")

    def _frame(self, frame, events, now_ms):
        if frame.type == WELCOME:
            self._welcome(self._message("Welcome", frame.body), events)
            return
        if frame.type == AUTH_OK:
            self.signed_in = self._message("SignedIn", frame.body)
            self._opened(events)
            return
        if frame.type == ITEM:
            self._item(frame, events)
            return
        if frame.stream > self.last_stream:
            raise Fault("STREAM_ID", "an answer to a stream that was never opened")
        if self.in_flight.pop(frame.stream, None) is None:
            return
        self.items.pop(frame.stream, None)
        try:
            if not frame.flags & END:
                raise Fault("END_MISSING", stream=frame.stream)
            if not frame.body:
                raise Fault("TRUNCATED", "no effect", frame.stream)
            if frame.body[0] > 2:
                raise Fault("BAD_VARINT", f"effect {frame.body[0]}", frame.stream)
            payload = self._payload(frame, 1, self.limits.raw)
        except Fault as fault:
            events.append({"type": "refused", "stream": frame.stream, "code": fault.name})
            return
        events.append({"type": "response", "stream": frame.stream, "code": frame.code, "effect": frame.body[0],
                       "replayed": bool(frame.flags & REPLAYED), "payload": payload})

    def _item(self, frame, events):
        if frame.stream > self.last_stream:
            raise Fault("STREAM_ID", "an item on a stream that was never opened")
        if frame.stream not in self.in_flight:
            return
        if frame.stream not in self.items or not self.items[frame.stream].spend():
            raise Fault("CREDIT_EXCEEDED", f"stream {frame.stream}")
        try:
            if len(frame.body) < 8:
                raise Fault("TRUNCATED", "no version", frame.stream)
            payload = self._payload(frame, 8, self.limits.raw)
        except Fault as fault:
            self.cancel(frame.stream)
            events.append({"type": "refused", "stream": frame.stream, "code": fault.name})
            return
        events.append({"type": "item", "stream": frame.stream, "version": int.from_bytes(frame.body[:8], "big"), "payload": payload})

    def _welcome(self, welcome, events):
        if welcome.deployment != self.hello.deployment:
            raise Fault("WRONG_DEPLOYMENT")
        if welcome.dictionary and welcome.dictionary not in self.hello.dictionaries:
            raise Fault("BAD_BODY", "a dictionary that was not offered")
        self.dictionary = compression.DICTIONARIES.get(welcome.dictionary)
        self.welcome = welcome
        token, self.token = self.token, b""
        if not welcome.authentication_required:
            return self._opened(events)
        if not token:
            raise Fault("AUTH_REQUIRED")
        self.phase = "auth_ok"
        self.output += bytes(Frame(AUTH, b"\1" + token))

    def _opened(self, events):
        self.phase = "open"
        events.append({"type": "opened", "dictionary": self.welcome.dictionary.to_bytes(8, "big")})

    def _goaway(self, code, last, retry, why, events):
        self.phase = "leaving"
        events.append({"type": "going_away", "code": code, "last_stream": last, "retry_after_ms": retry, "problem": why})
        for stream in sorted(stream for stream in self.in_flight if stream > last):
            del self.in_flight[stream]
            self.items.pop(stream, None)
            events.append({"type": "not_executed", "stream": stream})
