"""What only encrypted servers and clients can do wrong."""

import socket
import ssl

from . import frames
from . import payload as messages
from .encryption import PROTOCOL, Encrypted

WAIT = 5  # seconds for an answer


class Stranger:
    """A client that trusts anybody, and tells what the server says to it."""

    def __init__(self, target, protocols=(), shows_certificate=True):
        self.target = target
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.context.check_hostname, self.context.verify_mode = False, ssl.CERT_NONE
        self.context.minimum_version = ssl.TLSVersion.TLSv1_3
        if protocols:
            self.context.set_alpn_protocols(protocols)
        if target.tls.identity and shows_certificate:
            self.context.load_cert_chain(*target.tls.identity)

    def let_in(self):
        """What is wrong: that frames are answered, or that the connection stays open."""
        host, _, port = self.target.address.rpartition(":")
        with socket.create_connection((host, int(port)), WAIT) as plain:
            try:
                peer = Encrypted(plain, self.context, protocol=None)
                plain.settimeout(WAIT)
                hello = messages.message("Hello")(client_id=bytes(16), deployment=self.target.deployment, software="conformance")
                peer.sendall(frames.preface(1, 1) + bytes(frames.Frame(frames.HELLO, messages.encode(hello))))
                return "was answered" if peer.recv(1) else None
            except TimeoutError:
                return "was not closed"
            except OSError:
                return None


def older_version(target):
    stranger = Stranger(target, [PROTOCOL])
    stranger.context.minimum_version = stranger.context.maximum_version = ssl.TLSVersion.TLSv1_2
    return stranger.let_in()


def right(target):
    """Without this one the others would say nothing."""
    return None if naming(PROTOCOL)(target) == "was answered" else "was not answered"


def naming(*protocols):
    return lambda target: Stranger(target, protocols).let_in()


def without_certificate(target):
    return Stranger(target, [PROTOCOL], shows_certificate=False).let_in()


def unencrypted(target):
    host, _, port = target.address.rpartition(":")
    with socket.create_connection((host, int(port)), WAIT) as plain:
        try:
            plain.sendall(frames.preface(1, 1))
            heard = plain.recv(1)
            return None if heard in (b"", b"\x15") else f"answered with {heard.hex()}"
        except TimeoutError:
            return "was not closed"
        except OSError:
            return None


SERVER_CASES = {
    "a client that names the protocol is answered": right,
    "TLS 1.2 is refused": older_version,
    "a client that names no protocol is closed": naming(),
    "a client that names other protocols is closed": naming("h2", "http/1.1"),
    "unencrypted bytes are answered with an alert or the end": unencrypted,
}


class Listening:
    """A server that is wrong before the first frame, and what the client says to it all the same."""

    def __init__(self, tls, change=lambda context: None, host=None):
        self.context, self.host = tls.fresh(), host
        change(self.context)

    def meet(self, plain):
        """What is wrong: what the client sent over a connection that it should not trust."""
        plain.settimeout(WAIT)
        try:
            peer = Encrypted(plain, self.context, is_server=True, protocol=None)
            plain.settimeout(WAIT)
            return "sent frames over it" if peer.recv(1) else None
        except TimeoutError:
            return "did not close"
        except OSError:
            return None


class Unencrypted(Listening):
    def meet(self, plain):
        """Answers as a server without encryption would."""
        plain.settimeout(WAIT)
        sent = b""
        try:
            plain.sendall(frames.preface(1, 0))
            while data := plain.recv(65536):
                sent += data
        except TimeoutError:
            return "did not close"
        except OSError:
            pass
        # A TLS record: handshake or alert.
        return None if sent[:1] in (b"", b"\x16", b"\x15") and frames.MAGIC not in sent else "sent in clear text"


def _older(context):
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_2


def client_cases(tls):
    """Name and server, of which a client must refuse each."""
    return {
        # All of 127/8 is this machine on Linux; the certificate names 127.0.0.1 at most.
        "a certificate for another address": Listening(tls, host="127.0.0.2"),
        "TLS 1.2": Listening(tls, _older),
        "a server that names no protocol": Listening(tls, lambda context: context.set_alpn_protocols(["other/1"])),
        "a server that does not speak TLS": Unencrypted(tls),
    }
