"""A server that is right, or wrong in one way, and what a client has to make of it."""

import shlex
import socket
import struct
import subprocess
import zlib

from . import frames
from . import payload as messages
from .connection import Server, goaway, problem
from .encryption_cases import client_cases
from .frames import COMPRESSED, END, EXT, GOAWAY, PING, PONG, REPLAYED, RESPONSE, STREAM_MAX, WELCOME, Frame
from .registry import Fault

WAIT = 20  # seconds a client may take


class Script:
    """The server's side of one conversation. Every method may be changed by a case."""

    def __init__(self, deployment):
        self.deployment = deployment
        self.made = Server(self.welcome())
        self.request = None

    def welcome(self):
        return messages.message("Welcome")(deployment=self.deployment, campaign="small", server_id=bytes(16),
                                           ping_interval_ms=30_000)

    def health(self):
        answer = messages.message("HealthResponse")(open_period="2023-03", submissions=3)
        answer.provenance.campaign, answer.provenance.deployment = "small", self.deployment
        answer.provenance.name_vi = "Thi đua cải cách hành chính, một phong trào để thử chương trình " * 3
        return messages.encode(answer)

    def greeting(self, sent):
        """What is sent in place of preface and WELCOME, in pieces."""
        return [sent]

    def answer(self, stream):
        return answer(stream, self.health())


def answer(stream, payload, flags=END, code=0, effect=0, type=RESPONSE):
    return bytes(Frame(type, bytes([effect]) + payload, flags, code, stream))


def packed(stream, payload, raw_len=None, dictionary=None, change=lambda data: data):
    packer = zlib.compressobj(6, zlib.DEFLATED, 15, **({"zdict": dictionary} if dictionary else {}))
    data = change(packer.compress(payload) + packer.flush())
    return answer(stream, struct.pack(">I", len(payload) if raw_len is None else raw_len) + data, END | COMPRESSED)


def converse(peer, script, step):
    """Runs the server's side; gives the frames that the client sent behind its request."""
    peer.settimeout(WAIT)
    sent, made, heard = b"", script.made, frames.FrameReader()
    requested = False
    after = []
    while True:
        try:
            data = peer.recv(65536)
        except (ConnectionResetError, TimeoutError):
            data = b""
        if not data:
            return after
        if requested:
            heard.buffer += data
            while (frame := heard.next(1 << 20)) is not None:
                after.append(frame)
                if frame.type == GOAWAY:
                    end(peer)
            continue
        events = made.receive(data)
        if made.fault:
            raise made.fault
        sent, made.output = bytes(made.output), bytearray()
        for piece in script.greeting(sent) if sent else []:
            peer.sendall(piece)
        for event in events:
            if event["type"] == "request":
                requested = True
                script.request = event
                for piece in step(script, event["stream"]):
                    end(peer) if piece is None else peer.sendall(piece)
            elif event["type"] == "close":
                return after


def accepted(listener, client):
    """The client's socket, or None where the client ends first."""
    listener.settimeout(0.1)
    for _ in range(10 * WAIT):
        over = client.poll() is not None
        try:
            return listener.accept()[0]
        except TimeoutError:
            if over:
                return None
    raise TimeoutError


def end(peer):
    try:
        peer.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # it has gone already


def with_client(command, deployment, meet, name=None, host="127.0.0.1"):
    """Runs the client, lets `meet` speak with it, and gives its exit status and that; or what is wrong."""
    with socket.create_server((host, 0)) as listener:
        address = f"{name or host}:{listener.getsockname()[1]}"
        words = [word.format(address=address, deployment=deployment) for word in shlex.split(command)]
        client = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            peer = accepted(listener, client)
            if peer is None:
                return "ended without connecting"
            with peer:
                peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                met = meet(peer)
            return client.wait(WAIT), met
        except TimeoutError:
            return "did not connect"
        except subprocess.TimeoutExpired:
            return f"did not end within {WAIT} s"
        except OSError as error:
            return f"{error}"
        except Fault as fault:
            return f"sent what a server refuses: {fault}"
        finally:
            client.kill()
            client.wait()


def run_case(target, make, step, check):
    """`check(exit status, script, frames)` says what is wrong."""
    command, deployment, tls, name = target
    script = make(deployment)

    def meet(peer):
        if not tls:
            return converse(peer, script, step)
        with tls.over(peer) as encrypted:
            return converse(encrypted, script, step)

    met = with_client(command, deployment, meet, name)
    return met if isinstance(met, str) else check(met[0], script, met[1])


def run_encryption_case(target, server):
    command, deployment, _, name = target
    met = with_client(command, deployment, server.meet, server.host or name, server.host or "127.0.0.1")
    if isinstance(met, str):
        return met
    return met[1] or ("ended with 0" if met[0] == 0 else None)


def succeeds(status, script, after):
    if script.request is None:
        return "made no request"
    if (script.request["method"], script.request["number"]) != (0x7F01, 0):
        return f"asked {script.request['method']:#06x} under number {script.request['number']} instead of Health under 0"
    return None if status == 0 else f"ended with {status} after a right answer"


def refuses(code=None):
    """The client fails; where it speaks frames it also says why."""
    def check(status, script, after):
        if status == 0:
            return "ended with 0"
        goodbyes = [frame for frame in after if frame.type == GOAWAY]
        if code and not goodbyes:
            return "closed without GOAWAY"
        if code and messages.decode("Problem", goodbyes[0].body[8:]).name != code:
            return f"GOAWAY {goodbyes[0].code} instead of {code}"
        return None
    return check


def right(script, stream):
    return [script.answer(stream)]


def bytewise(script, stream):
    return [bytes([byte]) for byte in script.answer(stream)]


def greeting(change):
    """A script whose first bytes are changed."""
    return type("Changed", (Script,), {"greeting": lambda self, sent: [change(sent)]})


def welcoming(**fields):
    """A script whose WELCOME says something else."""
    def greet(self, sent):
        made = self.welcome()
        for name, value in fields.items():
            setattr(made, name, value)
        return [sent[:8] + bytes(Frame(WELCOME, messages.encode(made)))]
    return type("Changed", (Script,), {"greeting": greet})


class Slow(Script):
    def greeting(self, sent):
        return [bytes([byte]) for byte in sent]


def first(*before):
    """The right answer behind other frames."""
    return lambda script, stream: [bytes(frame) for frame in before] + [script.answer(stream)]


def extended(script, stream):
    return [bytes(Frame(RESPONSE, b"\0\3abc\0" + script.health(), END | EXT, 0, stream))]


def broken(data, at=-1):
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


def pinged(status, script, after):
    echoed = [frame.body for frame in after if frame.type == PONG]
    return succeeds(status, script, after) or (None if echoed == [b"abcdefgh"] else f"PONG {echoed}")


def held(script):
    return script.made.dictionary


def refusal(name, effect=0, code=None):
    def step(script, stream):
        fault = Fault(name)
        return [answer(stream, messages.encode(problem(fault)), code=code or fault.code, effect=effect)]
    return step


CASES = [
    # area, name, script, step, check
    ("right", "an answer in one piece", Script, right, succeeds),
    ("right", "an answer byte by byte", Script, bytewise, succeeds),
    ("right", "a compressed answer", Script, lambda s, n: [packed(n, s.health())], succeeds),
    ("right", "an answer compressed with the dictionary agreed on", Script, lambda s, n: [packed(n, s.health(), dictionary=held(s))], succeeds),
    ("right", "REPLAYED is no error", Script, lambda s, n: [answer(n, s.health(), END | REPLAYED)], succeeds),
    ("right", "an extension block is stepped over", Script, extended, succeeds),
    ("right", "an unknown ignorable frame is skipped", Script, first(Frame(200, b"later")), succeeds),
    ("right", "a field not known yet", Script, lambda s, n: [answer(n, s.health() + b"\xa2\x06\x01x")], succeeds),
    ("right", "a PING is answered", Script, first(Frame(PING, b"abcdefgh")), pinged),
    ("right", "a PONG nobody asked for", Script, first(Frame(PONG, b"abcdefgh")), succeeds),
    ("right", "GOAWAY that is not decided yet lets the answer come", Script, lambda s, n: [goaway(Fault("SHUTDOWN"), STREAM_MAX, 9), s.answer(n)], succeeds),
    ("right", "WELCOME byte by byte", Slow, right, succeeds),
    ("handshake", "another protocol", greeting(lambda sent: b"HTTP/1.1 400 Bad Request\r\n\r\n"), right, refuses()),
    ("handshake", "no common version", greeting(lambda sent: frames.preface(0, 0)), right, refuses()),
    ("handshake", "a version that was not offered", greeting(lambda sent: frames.preface(9, 0) + sent[8:]), right, refuses()),
    ("handshake", "WELCOME of another deployment", welcoming(deployment="elsewhere"), right, refuses()),
    ("handshake", "a dictionary that was not offered", welcoming(dictionary=1), right, refuses()),
    ("handshake", "WELCOME longer than 4 KiB", greeting(lambda sent: sent[:8] + struct.pack(">IBBHI", 4097, 2, 0, 0, 0)), right, refuses()),
    ("handshake", "an answer before WELCOME", greeting(lambda sent: sent[:8] + answer(1, b"")), right, refuses()),
    ("frame", "a wrong checksum", Script, lambda s, n: [broken(s.answer(n))], refuses("BAD_CRC")),
    ("frame", "a longer frame than it accepts", Script, lambda s, n: [struct.pack(">IBBHI", 2**32 - 1, 6, 2, 0, n)], refuses("FRAME_TOO_LARGE")),
    ("frame", "a reserved flag", Script, lambda s, n: [answer(n, s.health(), END | 0x20)], refuses("RESERVED_BITS")),
    ("frame", "an unknown critical type", Script, first(Frame(77)), refuses("UNKNOWN_FRAME")),
    ("frame", "a type that only clients send", Script, first(Frame(frames.HELLO)), refuses("BAD_STATE")),
    ("frame", "an extension block longer than the body", Script, lambda s, n: [bytes(Frame(RESPONSE, b"\xff\xff", END | EXT, 0, n))], refuses("BAD_BODY")),
    ("frame", "a PING of 7 bytes", Script, first(Frame(PING, bytes(7))), refuses("BAD_BODY")),
    ("frame", "an answer to a stream never opened", Script, lambda s, n: [answer(n + 1, s.health())], refuses("STREAM_ID")),
    ("frame", "an answer on stream 0", Script, lambda s, n: [answer(0, s.health())], refuses("STREAM_ID")),
    ("answer", "a refusal", Script, refusal("WRONG_CAMPAIGN"), refuses()),
    ("answer", "a status not known yet", Script, refusal("WRONG_CAMPAIGN", code=99), refuses()),
    ("answer", "no effect", Script, lambda s, n: [bytes(Frame(RESPONSE, b"", END, 0, n))], refuses()),
    ("answer", "an effect above 2", Script, lambda s, n: [answer(n, s.health(), effect=3)], refuses()),
    ("answer", "END missing", Script, lambda s, n: [answer(n, s.health(), 0)], refuses()),
    ("answer", "a payload cut short", Script, lambda s, n: [answer(n, s.health()[:-1])], refuses()),
    ("answer", "a single field twice", Script, lambda s, n: [answer(n, s.health() + b"\x20\x01\x20\x02")], refuses()),
    ("answer", "text that is not UTF-8", Script, lambda s, n: [answer(n, b"\x12\x01\xff")], refuses()),
    ("compression", "longer than declared", Script, lambda s, n: [packed(n, s.health(), 100)], refuses()),
    ("compression", "shorter than declared", Script, lambda s, n: [packed(n, s.health(), len(s.health()) + 1)], refuses()),
    ("compression", "4 MiB + 1 declared", Script, lambda s, n: [packed(n, bytes((4 << 20) + 1))], refuses()),
    ("compression", "a wrong Adler-32", Script, lambda s, n: [packed(n, s.health(), change=broken)], refuses()),
    ("compression", "a byte behind the end", Script, lambda s, n: [packed(n, s.health(), change=lambda data: data + b"\0")], refuses()),
    ("compression", "a dictionary nobody agreed on", Script, lambda s, n: [packed(n, s.health(), dictionary=b"another one")], refuses()),
    ("end", "GOAWAY: not executed", Script, lambda s, n: [goaway(Fault("SHUTDOWN"), 0)], refuses()),
    ("end", "closed instead of answering", Script, lambda s, n: [s.answer(n)[:20], None], refuses()),
]


def run(command, deployment, table, tls=None, server_name=None):
    """`tls`: an encryption.ServerSide, None unencrypted. `server_name`: the host of {address}."""
    target = command, deployment, tls, server_name
    for area, name, make, step, check in CASES:
        if not table.wants(area):
            continue
        fault = run_case(target, make, step, check)
        table.add(area, name, fault)
        if fault and area == "right" and len(table.rows) == 1:
            return  # without a right answer nothing else says anything
    for name, server in client_cases(tls).items() if tls and table.wants("TLS") else ():
        table.add("TLS", name, run_encryption_case(target, server))
