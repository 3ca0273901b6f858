"""TLS as Frame.md, Transport, asks for it: 1.3 only, `thidua/1` in ALPN, and names checked."""

import ipaddress
import os
import socket
import ssl
import time

from .registry import MEANINGS, PROBLEMS

PROTOCOL = "thidua/1"
HANDSHAKE_TIME = 10  # seconds, as for everything before a connection is open


class Insecure(OSError):
    """No trusted connection, or a file that makes none: a T- problem, with its sentence from Errors.md."""

    def __init__(self, name, about):
        self.name = name
        super().__init__(f"{PROBLEMS[name][0]} {name}: {about}: {MEANINGS[name]}")


def problem(error, is_server=False):
    """The name of what a failed handshake means."""
    reason = getattr(error, "reason", None) or ""
    if isinstance(error, ssl.SSLCertVerificationError):
        if is_server:
            return "CLIENT_CERTIFICATE_REFUSED"
        # X509_V_ERR_ of OpenSSL: another name or address; not valid yet or no longer.
        return {62: "CERTIFICATE_OTHER_NAME", 64: "CERTIFICATE_OTHER_NAME", 9: "CERTIFICATE_EXPIRED", 10: "CERTIFICATE_EXPIRED"}.get(
            error.verify_code, "CERTIFICATE_UNTRUSTED")
    if reason == "PEER_DID_NOT_RETURN_A_CERTIFICATE":
        return "CLIENT_CERTIFICATE_REFUSED"
    if "ALERT_UNKNOWN_CA" in reason or "ALERT" in reason and "CERTIFICATE" in reason:
        return "SERVER_CERTIFICATE_REFUSED" if is_server else "CLIENT_CERTIFICATE_REFUSED"
    if "UNSUPPORTED_PROTOCOL" in reason or "PROTOCOL_VERSION" in reason:
        return "TLS_VERSION"
    if "APPLICATION_PROTOCOL" in reason:
        return "OTHER_PROTOCOL"
    ended = isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError))
    if ended or reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG"):
        return "NOT_TLS"
    return "TLS_FAILED"


def expect_frames(data, about):
    """The first bytes that came unencrypted."""
    if data[:1] == b"\x15":  # an alert of TLS
        raise Insecure("TLS_EXPECTED", about)


class Encrypted:
    """A connected socket with TLS over it; it has of a socket what this package uses.

    Not ssl.SSLSocket: that one's `shutdown` goes on in clear text. Here it says close_notify, and can still be read from.
    """

    def __init__(self, plain, context, name=None, is_server=False, protocol=PROTOCOL):
        """Shakes hands; `protocol` None: whatever is named in ALPN."""
        self.plain, self.is_server = plain, is_server
        self.about = name or "%s:%s" % plain.getpeername()[:2]
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.incoming, self.outgoing, is_server, name)
        before, until = plain.gettimeout(), time.monotonic() + HANDSHAKE_TIME
        self._step(self.tls.do_handshake, until)
        plain.settimeout(before)
        if protocol and self.tls.selected_alpn_protocol() != protocol:
            raise Insecure("OTHER_PROTOCOL", self.about)

    def _step(self, step, until=None):
        """One step of TLS, with what has to be sent and received for it."""
        while True:
            try:
                done = step()
                self._flush()
                return done
            except ssl.SSLWantReadError:
                self._flush()
                if until is not None:
                    self.plain.settimeout(max(0.001, until - time.monotonic()))
                data = self.plain.recv(65536)
                self.incoming.write(data) if data else self.incoming.write_eof()
            except ssl.SSLError as error:
                if until is None and isinstance(error, (ssl.SSLZeroReturnError, ssl.SSLEOFError)):
                    return b""
                try:
                    self._flush()  # the alert that says why
                except OSError:
                    pass
                raise Insecure(problem(error, self.is_server), self.about) from error

    def _flush(self):
        if self.outgoing.pending:
            self.plain.sendall(self.outgoing.read())

    def recv(self, count):
        return self._step(lambda: self.tls.read(count))

    def sendall(self, data):
        if data:
            self._step(lambda: self.tls.write(data))

    def shutdown(self, _):
        """Says that nothing more comes: close_notify, then the end of the sending side."""
        try:
            self.tls.unwrap()
        except ssl.SSLError:
            pass  # the other side has not said so yet, or there is nobody to tell
        self._flush()
        self.plain.shutdown(socket.SHUT_WR)

    def settimeout(self, seconds):
        self.plain.settimeout(seconds)

    def close(self):
        try:
            self.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it has gone already
        self.plain.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _read(context, certificate, key):
    for path in (certificate, key):
        if not os.access(path, os.R_OK):
            raise Insecure("FILE_UNREADABLE", path)
    if os.stat(key).st_mode & 0o066:
        raise Insecure("KEY_NOT_PRIVATE", key)
    try:
        context.load_cert_chain(certificate, key, password=lambda: "")
    except ssl.SSLError as error:
        raise Insecure("KEY_OF_ANOTHER" if "MISMATCH" in (error.reason or "") else "FILE_INVALID", key) from error


def _trust(context, authority):
    try:
        context.load_verify_locations(authority)
    except ssl.SSLError as error:
        raise Insecure("FILE_INVALID", authority) from error
    except OSError as error:
        raise Insecure("FILE_UNREADABLE", authority) from error


class ClientSide:
    """Whom a client trusts, which name it asks for where that is not the host's, and what it shows."""

    def __init__(self, authority=None, server_name=None, certificate=None, key=None):
        self.context, self.server_name = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), server_name  # chain and name are checked
        self.context.minimum_version = ssl.TLSVersion.TLSv1_3
        self.context.hostname_checks_common_name = False
        self.context.set_alpn_protocols([PROTOCOL])
        _trust(self.context, authority) if authority else self.context.load_default_certs()
        self.identity = (certificate, key) if certificate else None
        if certificate:
            _read(self.context, certificate, key)

    def over(self, plain, host):
        """Encrypts a connection; ends it where that fails."""
        try:
            return Encrypted(plain, self.context, self.server_name or host)
        except BaseException:
            plain.close()
            raise


def _linger(plain):
    """Ends a connection so that the alert is not lost behind what a client sent before it could know."""
    with plain:
        try:
            plain.shutdown(socket.SHUT_WR)
            until = time.monotonic() + 2
            plain.settimeout(2)
            while time.monotonic() < until and plain.recv(65536):
                pass
        except OSError:
            pass  # it has gone already


class ServerSide:
    """What a server shows, and the CA whose clients alone it lets in."""

    def __init__(self, certificate, key, client_authority=None):
        self.files = certificate, key
        self.context = self.fresh()
        if client_authority:
            self.context.verify_mode = ssl.CERT_REQUIRED
            _trust(self.context, client_authority)

    def fresh(self):
        """A context with the certificate, which may still be changed."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.set_alpn_protocols([PROTOCOL])
        context.num_tickets = 0
        _read(context, *self.files)
        return context

    def over(self, plain):
        try:
            return Encrypted(plain, self.context, is_server=True)
        except BaseException:
            _linger(plain)
            raise


def add_client_options(parser):
    parser.add_argument("--tls", action="store_true", help="encrypted, as everywhere beyond this machine")
    parser.add_argument("--ca", metavar="FILE", help="the CA to trust; default: the system's")
    parser.add_argument("--server-name", metavar="NAME", help="what the certificate has to name, if not the HOST")
    parser.add_argument("--client-certificate", metavar="FILE", help="for a server that asks for one")
    parser.add_argument("--client-key", metavar="FILE")
    parser.add_argument("--plain-beyond-loopback", action="store_true", help="unencrypted also to another machine")


def is_loopback(host):
    """Whether nobody but this machine can be meant; any name but localhost may be another one."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def client_side(parser, asked, address):
    """What the options mean for HOST:PORT; None: unencrypted."""
    if bool(asked.client_certificate) != bool(asked.client_key):
        parser.error("--client-certificate and --client-key go together")
    if not asked.tls:
        if asked.ca or asked.server_name or asked.client_certificate:
            parser.error("--ca, --server-name and --client-certificate go with --tls")
        host = address.rpartition(":")[0]
        if not asked.plain_beyond_loopback and not is_loopback(host):
            raise Insecure("PLAIN_CONNECTING", host)
        return None
    if asked.plain_beyond_loopback:
        parser.error("--plain-beyond-loopback and --tls exclude each other")
    return ClientSide(asked.ca, asked.server_name, asked.client_certificate, asked.client_key)
