"""A client on a blocking socket: python3 -m thidua.client HOST:PORT DEPLOYMENT [--plain] [--tls [--ca FILE] | --plain-beyond-loopback]

As a program it asks Health once and prints the answer; it ends with 0 when the status is OK; --plain asks for answers that
are not compressed. A token, where the server asks for one, stands in the environment as THIDUA_TOKEN.
"""

import argparse
import os
import socket
import sys

from . import encryption
from . import payload as messages
from .connection import Client
from .registry import METHODS, Fault

BY_NAME = {method.name: method for method in METHODS.values()}
STATUSES = set(range(17)) | {32, 33, 34, 35}


class Lost(Exception):
    """The connection ended before the answer. Whether the request was applied is unknown: send the same bytes again."""


class NotExecuted(Exception):
    """The server says that it has not executed the request and will not."""


class Answer:
    def __init__(self, method, event):
        self.code = event["code"] if event["code"] in STATUSES else 2
        self.effect, self.replayed, self.payload = event["effect"], event["replayed"], event["payload"]
        self.message = messages.decode(method.answer if self.code == 0 else "Problem", self.payload)


def apply(blocks, update):
    """The blocks with their rows after an update; None where it does not belong to them (Messages.md, WatchRanking)."""
    after = {}
    for change in update.blocks:
        rows = list(blocks.get(change.block, []) if update.base else [])[: change.rows]
        for one in change.changes:
            if one.index > len(rows) or one.index >= change.rows:
                return None
            rows[one.index : one.index + 1] = [one.row]
        if len(rows) != change.rows:
            return None
        after[change.block] = rows
    return after


class Session:
    def __init__(self, address, deployment, client_id=None, compresses=True, timeout=10, token=b"", tls=None):
        """`tls`: an encryption.ClientSide; None: unencrypted, which beyond this machine has to be wanted (encryption.client_side)."""
        host, _, port = address.rpartition(":")
        hello = messages.message("Hello")(
            client_id=client_id or os.urandom(16), deployment=deployment, software="thidua-python 1")
        self.connection = Client(hello, compresses=compresses, token=token)
        self.socket = socket.create_connection((host, int(port)), timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 20_000)
        self.is_encrypted = tls is not None
        if tls:
            self.socket = tls.over(self.socket, host)
        self.waiting = []
        try:
            while self.connection.phase != "open":
                self._next("opened")
        except BaseException:
            self.socket.close()
            raise

    @property
    def welcome(self):
        return self.connection.welcome

    def _flush(self):
        data = bytes(self.connection.output)
        self.connection.output.clear()
        try:
            self.socket.sendall(data)
        except OSError:
            pass  # what the server said before it closed is still to be read

    def _next(self, *types):
        """The next event of one of these types."""
        while True:
            for event in self.waiting:
                if event["type"] in types:
                    self.waiting.remove(event)
                    return event
            self._flush()
            if self.connection.phase == "closed":
                raise self.connection.fault or Lost()
            try:
                data = self.socket.recv(65536)
            except OSError as error:
                raise Lost(str(error)) from None
            if not data:
                goodbye = [event["problem"] for event in self.waiting if event["type"] == "going_away"]
                raise Lost(goodbye[0].name if goodbye else "the server closed the connection")
            if self.connection.welcome is None and not self.is_encrypted:
                encryption.expect_frames(data, "the server")
            self.waiting += self.connection.receive(data)

    def call(self, name, request, number=0, deadline_ms=0):
        """One call. `request` is a message, or bytes that were encoded before and are sent again."""
        method = BY_NAME[name]
        data = request if isinstance(request, bytes) else messages.encode(request)
        stream = self.connection.request(method.number, data, number, deadline_ms)
        while True:
            event = self._next("response", "refused", "not_executed", "closed")
            if event["type"] == "closed":
                self._flush()
                raise self.connection.fault
            if event["stream"] == stream:
                break
        if event["type"] == "not_executed":
            raise NotExecuted()
        if event["type"] == "refused":
            raise Fault(event["code"], "the answer cannot be read; the effect is unknown", stream)
        return Answer(method, event)

    def places(self, units, period=""):
        """Where units stand, for any number of them: 64 in a question, asked again where the journal moves on in between."""
        units = list(units)
        while True:
            answers = []
            for start in range(0, len(units), 64):
                request = messages.message("PlacesRequest")(period=period, units=units[start : start + 64])
                answer = self.call("GetPlaces", request)
                if answer.code:
                    raise Fault(answer.message.name)
                if len(answer.message.places) != len(request.units):
                    raise Lost(f"{len(answer.message.places)} places for {len(request.units)} units")
                answers.append(answer.message)
            if len({(answer.journal_position, answer.period) for answer in answers}) <= 1:
                return [row for answer in answers for row in answer.places]

    def watch(self, request):
        """The updates of a ranking, each the newest when it is asked for. `request.known` may name what one has."""
        stream = self.connection.request(BY_NAME["WatchRanking"].number, messages.encode(request))
        try:
            while True:
                self.connection.grant(stream)
                event = self._next("item", "response", "refused", "not_executed", "closed")
                if event["type"] == "item":
                    yield messages.decode("RankingUpdate", event["payload"])
                elif event["type"] == "response":
                    answer = Answer(BY_NAME["WatchRanking"], event) if event["code"] else None
                    if answer:
                        raise Fault(answer.message.name, stream=stream)
                    return
                else:
                    raise self.connection.fault or Lost(event["type"])
        finally:
            self.connection.cancel(stream)
            self._flush()

    def close(self):
        self.connection.fail(Fault("SHUTDOWN"))
        self._flush()
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("address")
    parser.add_argument("deployment")
    parser.add_argument("--plain", action="store_true", help="answers that are not compressed")
    encryption.add_client_options(parser)
    asked = parser.parse_args()
    try:
        tls = encryption.client_side(parser, asked, asked.address)
        token = os.environ.get("THIDUA_TOKEN", "").encode("ascii")
        with Session(asked.address, asked.deployment, compresses=not asked.plain, token=token, tls=tls) as session:
            answer = session.call("Health", messages.message("HealthRequest")(), deadline_ms=5000)
    except (Fault, Lost, NotExecuted, OSError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    print(f"status {answer.code}, effect {answer.effect}\n{answer.message}".rstrip())
    return 0 if answer.code == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
