"""Every vector about a server, sent to a real one: whole, and again in small pieces."""

import os
import random
import socket
import time

from . import compression, frames
from . import payload as messages
from .connection import PLAIN_ANSWERS, Client
from .encryption import expect_frames
from .encryption_cases import SERVER_CASES, without_certificate
from .frames import GOAWAY, HELLO, PING, PONG, RESPONSE, Frame
from .registry import METHODS, PROBLEMS, Fault
from .vectors import cuts, load

WAIT = 5  # seconds for an answer


class Target:
    """Where the server is, what it serves, what signs in there, and whom to trust: an encryption.ClientSide, None unencrypted."""

    def __init__(self, address, deployment, token, tls=None):
        self.address, self.deployment, self.token, self.tls = address, deployment, token, tls


class Peer:
    """A socket that sends what it is told and reads frames."""

    def __init__(self, target):
        host, _, port = target.address.rpartition(":")
        self.socket = socket.create_connection((host, int(port)), WAIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if target.tls:
            self.socket = target.tls.over(self.socket, host)
        self.is_encrypted, self.about = target.tls is not None, target.address
        self.reader, self.preface, self.ended = frames.FrameReader(), None, False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, *pieces):
        try:
            for piece in pieces:
                self.socket.sendall(piece)
        except OSError:
            pass  # the answer that came before is still to be read

    def frame(self):
        """The next frame; None at the end; TimeoutError where nothing comes."""
        while True:
            if self.preface is None:
                self.preface = self.reader.take_preface()
            if self.preface is not None:
                frame = self.reader.next(1 << 20)
                if frame is not None:
                    if isinstance(frame, Frame):
                        frame.check_fit()
                        return frame
                    continue
            try:
                data = self.socket.recv(65536)
            except ConnectionResetError:
                data = b""
            if not data:
                self.ended = True
                return None
            if self.preface is None and not self.is_encrypted:
                expect_frames(data, self.about)
            self.reader.buffer += data

    def until_end(self):
        found = []
        while (frame := self.frame()) is not None:
            found.append(frame)
        return found


def hello(deployment, with_dictionary):
    made = messages.message("Hello")(client_id=os.urandom(16), deployment=deployment, software="conformance")
    if with_dictionary:
        made.dictionaries[:] = compression.DICTIONARIES
    return bytes(Frame(HELLO, messages.encode(made)))


def problem_of(frame, at, dictionary=None):
    body = frame.body[at:]
    if frame.flags & frames.COMPRESSED:
        body = compression.inflate(body[4:], int.from_bytes(body[:4], "big"), 4 << 20, dictionary)
    return messages.decode("Problem", body)


def open_for(peer, state, target):
    """Shakes hands as far as the state says."""
    if state == "server.start":
        return None
    peer.send(frames.preface(1, 1))
    if state == "server.await_hello":
        return None
    peer.send(hello(target.deployment, state == "server.open_dictionary"))
    frame = peer.frame()
    if frame is None or frame.type != frames.WELCOME:
        raise Fault("BAD_STATE", "no WELCOME")
    welcome = messages.decode("Welcome", frame.body)
    if welcome.authentication_required and state != "server.await_auth":
        peer.send(bytes(Frame(frames.AUTH, b"\1" + target.token)))
        frame = peer.frame()
        if frame is None or frame.type != frames.AUTH_OK:
            raise Fault("UNAUTHENTICATED", "no AUTH_OK; give a token with --token-file")
        messages.decode("SignedIn", frame.body)
    return compression.DICTIONARIES.get(welcome.dictionary)


def asks_for_sign_in(target):
    with Peer(target) as peer:
        peer.send(frames.preface(1, 1) + hello(target.deployment, False))
        frame = peer.frame()
        if frame is None or frame.type != frames.WELCOME:
            raise Fault("BAD_STATE", "no WELCOME")
        return messages.decode("Welcome", frame.body).authentication_required


def replay(target, vector, pieces):
    """What the server did otherwise than the vector says, or None."""
    with Peer(target) as peer:
        try:
            dictionary = open_for(peer, vector["state"], target)
            peer.send(*pieces)
            expect = vector["expect"]
            if expect.get("error", {}).get("code") == "CALM_DOWN":
                # While these bytes travelled the server has forgiven 20 frames a second.
                peer.send(bytes(Frame(PING, bytes(8))) * 200)
            if "error" in expect:
                if expect["error"]["scope"] == "connection":
                    return connection_error(peer, expect["error"]["code"])
                return stream_error(peer, expect["error"], dictionary)
            if expect.get("incomplete"):
                peer.socket.settimeout(0.05)
                try:
                    frame = peer.frame()
                    return f"did not wait: {'closed' if frame is None else f'type {frame.type}'}"
                except TimeoutError:
                    return None
            return events(peer, expect["ok"], dictionary)
        except TimeoutError:
            return f"no answer within {WAIT} s"
        except Fault as fault:
            return f"sent what cannot be read: {fault}"


def connection_error(peer, code):
    sent = peer.until_end()
    if code == "BAD_MAGIC":
        return None if not sent else "answered a stranger"
    if code == "VERSION_UNSUPPORTED":
        return None if peer.preface == (0, 0) and not sent else f"preface {peer.preface}"
    last = sent[-1] if sent else None
    if last is None or last.type != GOAWAY:
        return "closed without GOAWAY"
    said = problem_of(last, 8)
    if said.name != code or last.code != PROBLEMS[code][1]:
        return f"GOAWAY {last.code} {said.name} instead of {code}"
    return None


def stream_error(peer, error, dictionary):
    while (frame := peer.frame()) is not None:
        if frame.type == RESPONSE and frame.stream == error["stream"]:
            said = problem_of(frame, 1, dictionary)
            if (said.name, frame.code, frame.body[0]) != (error["code"], PROBLEMS[error["code"]][1], 0):
                return f"status {frame.code}, effect {frame.body[0]}, {said.name} instead of {error['code']}"
            return alive(peer)
    return "closed instead of answering"


def alive(peer):
    ping = os.urandom(8)
    peer.send(bytes(Frame(PING, ping)))
    while (frame := peer.frame()) is not None:
        if frame.type == PONG and frame.body == ping:
            return None
    return "the connection did not go on"


def events(peer, expected, dictionary):
    """Every request gets one answer that is no refusal of the frame, a stream one only when it is cancelled; every PING its PONG."""
    if expected and expected[-1]["type"] == "close":
        return None if not [frame for frame in peer.until_end() if frame.type != GOAWAY] else "went on after GOAWAY"
    if expected and expected[-1]["type"] == "auth":
        frame = peer.frame()
        right = frame is not None and (frame.type == frames.AUTH_OK or problem_of(frame, 8).name == "UNAUTHENTICATED")
        return None if right else "neither AUTH_OK nor UNAUTHENTICATED"
    cancelled = {event["stream"] for event in expected if event["type"] == "cancel"}
    streams = {event["stream"] for event in expected if event["type"] == "request" and METHODS[event["method"]].streams}
    waiting = {event["stream"] for event in expected if event["type"] == "request"} - (streams - cancelled)
    pongs = sum(event["type"] == "pong" for event in expected)
    greeted = any(event["type"] == "hello" for event in expected)
    while waiting or pongs or greeted:
        frame = peer.frame()
        if frame is None:
            return "closed"
        if frame.type == frames.ITEM and frame.stream in streams:
            continue
        if frame.type == RESPONSE:
            if frame.stream not in waiting | streams:
                return f"an answer on stream {frame.stream}"
            waiting.discard(frame.stream)
            if frame.code and problem_of(frame, 1, dictionary).name in ("BAD_COMPRESSION", "MESSAGE_TOO_LARGE", "END_MISSING"):
                return "refused the frame"
        elif frame.type == PONG:
            pongs -= 1
        elif frame.type in (frames.WELCOME, GOAWAY):
            greeted = False
    return None


def run(target, table):
    signs_in = asks_for_sign_in(target)
    for vector in load():
        if not vector.get("state", "").startswith("server.") or not table.wants(vector["kind"]):
            continue
        area, name = vector["kind"], f"{vector['id']} ({vector['note']})"
        first = vector["expect"].get("ok", [{}])
        data = bytes.fromhex(vector["hex"])
        if "limits" in vector:
            table.add(area, name, skipped="needs other limits than the server's")
        elif vector["expect"].get("error", {}).get("code") == "TOO_MANY_STREAMS":
            table.add(area, name, skipped="a fast server has answered before the last request comes")
        elif vector["state"] == "server.await_auth" and not signs_in:
            table.add(area, name, skipped="needs a server that asks for signing in")
        else:
            cut = random.Random(vector["id"]).choice(cuts(data, random.Random(vector["id"])) or [0])
            fault = replay(target, vector, [data]) or replay(target, vector, [data[:cut], data[cut:]])
            table.add(area, name, fault)
    for name, case in CASES.items() if table.wants("conversation") else ():
        try:
            table.add("conversation", name, case(target))
        except (Fault, OSError) as error:
            table.add("conversation", name, f"{type(error).__name__}: {error}")
    if target.tls and table.wants("TLS"):
        for name, case in SERVER_CASES.items():
            table.add("TLS", name, case(target))
        name = "a client without a certificate is refused"
        if target.tls.identity:
            table.add("TLS", name, without_certificate(target))
        else:
            table.add("TLS", name, skipped="needs a server that asks for one, and --client-certificate")


def connected(target, compresses=True):
    """A peer whose handshake is done, and the sans-I/O client that did it."""
    peer = Peer(target)
    made = messages.message("Hello")(client_id=os.urandom(16), deployment=target.deployment, software="conformance")
    client = Client(made, compresses=compresses, token=target.token)
    exchange(peer, client, lambda events: client.phase == "open")
    peer.preface = (1, 0)
    return peer, client


def exchange(peer, client, done):
    found = []
    while True:
        peer.send(bytes(client.output))
        client.output.clear()
        if done(found):
            return found
        data = peer.socket.recv(65536)
        if not data:
            raise Fault("BAD_STATE", f"the server closed: {client.fault} {[event['type'] for event in found]}")
        found += client.receive(data)


def answers_health(target, compresses=True):
    peer, client = connected(target, compresses)
    with peer:
        streams = {client.request(0x7F01, b"") for _ in range(client.welcome.streams_max)}
        found = exchange(peer, client, lambda found: len(found) >= len(streams))
        if {event.get("stream") for event in found} != streams:
            return "not one answer for each request"
        for event in found:
            if (event["code"], event["effect"]) != (0, 0):
                return f"status {event['code']}, effect {event['effect']}"
            messages.decode("HealthResponse", event["payload"])
    return None


def in_one_write(target):
    with Peer(target) as peer:
        peer.send(frames.preface(1, 1) + hello(target.deployment, True))
        frame = peer.frame()
        welcome = messages.decode("Welcome", frame.body)
        if peer.preface != (1, 0) or frame.type != frames.WELCOME or welcome.deployment != target.deployment:
            return "no WELCOME"
        return None if welcome.dictionary in compression.DICTIONARIES else "agreed to no dictionary"


def another_deployment(target):
    with Peer(target) as peer:
        peer.send(frames.preface(1, 1) + hello(target.deployment + "-other", True))
        return connection_error(peer, "WRONG_DEPLOYMENT")


def watching(target):
    """Items come as they are granted, and a CANCEL is answered once."""
    peer, client = connected(target)
    with peer:
        stream = client.request(0x0302, b"")
        health = client.request(0x7F01, b"")
        found = exchange(peer, client, lambda found: any(event.get("stream") == health for event in found))
        if any(event["type"] == "item" for event in found):
            return "an item without credit"
        if any(event.get("stream") == stream for event in found):
            return None  # it has no ranking to show, and said so
        client.grant(stream, 3)
        found = exchange(peer, client, lambda found: found)
        if found[0]["type"] != "item":
            return f"{found[0]['type']} instead of the first item"
        update = messages.decode("RankingUpdate", found[0]["payload"])
        if update.base or len(update.state) != 16:
            return "the first item is not the whole"
        peer.send(bytes(Frame(frames.CANCEL, code=1, stream=stream)))
        while (frame := peer.frame()) is not None:
            if frame.type == RESPONSE and frame.stream == stream:
                said = problem_of(frame, 1, client.dictionary)
                return None if (said.name, frame.body[0]) == ("CANCELLED", 0) else f"{said.name}"
        return "closed"


def resuming(target):
    """What a client has is not sent again."""
    state = b""
    for base in (False, True):
        peer, client = connected(target)
        with peer:
            stream = client.request(0x0302, messages.encode(messages.message("WatchRequest")(known=state)))
            client.grant(stream)
            event = exchange(peer, client, lambda found: found)[0]
            if event["type"] != "item":
                return None
            update = messages.decode("RankingUpdate", event["payload"])
            if bool(update.base) != base or base and (update.base != state or any(block.changes for block in update.blocks)):
                return "the whole again" if base else "no whole"
            state = update.state
    return None


def places(target):
    """As many rows as units, in their order; 1 to 64."""
    peer, client = connected(target)
    with peer:
        for count in (0, 1, 63, 64, 65):
            asked = messages.message("PlacesRequest")(units=["no-such-unit"] * count)
            client.request(0x0306, messages.encode(asked))
            event = exchange(peer, client, lambda found: found)[0]
            said = messages.decode("Problem", event["payload"]).name if event["code"] else ""
            if said in ("METHOD_UNKNOWN", "NO_CAMPAIGN"):
                return None
            if (said == "TOO_MANY") != (count in (0, 65)):
                return f"{count} units: {said or 'answered'}"
            rows = [] if said else messages.decode("PlacesResponse", event["payload"]).places
            if not said and [(row.unknown_unit, row.HasField("place")) for row in rows] != [(True, False)] * count:
                return f"{count} units: {rows}"
    return None


def plain_answers(target):
    peer, client = connected(target, compresses=False)
    assert client.hello.features & PLAIN_ANSWERS
    with peer:
        peer.send(bytes(Frame(frames.REQUEST, bytes(12) + b"\xff" * 4, frames.END, 0x0101, 1)))
        frame = peer.frame()
        return "compressed" if frame.flags & frames.COMPRESSED else None


def byte_by_byte(target):
    peer, client = connected(target)
    with peer:
        client.request(0x7F01, b"")
        data, client.output = bytes(client.output), bytearray()
        for byte in data:
            peer.send(bytes([byte]))
            time.sleep(0.001)
        found = exchange(peer, client, lambda found: found)
        return None if found[0].get("code") == 0 else f"{found[0]}"


def garbled_payloads(target):
    """No payload of any method ends the connection."""
    draw = random.Random(20_231_201)
    peer, client = connected(target)
    with peer:
        for count in range(90):
            method = draw.choice(list(METHODS.values()))
            client.request(method.number, draw.randbytes(draw.randrange(40)) + b"\xff", number=1 if method.stores else 0)
            event = exchange(peer, client, lambda found: found)[0]
            if event["type"] != "response":
                return f"{event}"
            if event["code"] and not messages.decode("Problem", event["payload"]).name:
                return "a refusal without a name"
    return None


CASES = {
    "preface and HELLO in one write are answered": in_one_write,
    "another deployment is refused": another_deployment,
    "as many requests as WELCOME allows, one answer each": answers_health,
    "the same without compression": lambda target: answers_health(target, False),
    "a ranking is watched as it is granted, and cancelled": watching,
    "a ranking that is known is gone on with": resuming,
    "places for 1 to 64 units": places,
    "a client that asks for plain answers gets them": plain_answers,
    "a request byte by byte": byte_by_byte,
    "payloads of garbage are refused on their stream": garbled_payloads,
}
