"""A server on threads with its filings in memory: for trying clients, not for keeping anything.

python3 -m thidua.server DEPLOYMENT CAMPAIGN --units u1,u2 --counters a,b [--port 0] [--certificate FILE --key FILE [--client-ca FILE]]

It answers Health, Submit, RequestStatus, WatchRanking and GetPlaces, and METHOD_UNKNOWN to everything else. With --token-file it asks for signing in. Its first line of output is `HOST:PORT ready`.
"""

import argparse
import hashlib
import hmac
import os
import random
import signal
import socket
import sys
import threading
import time

from . import encryption
from . import payload as messages
from .connection import Server, problem
from .content_key import content_key
from .frames import PING, Frame
from .registry import METHODS, PROBLEMS, Fault

FIGURE_MAX = 10**15


class Refusal(Exception):
    """An S- problem, with the receipt in force where there is one."""

    def __init__(self, name, path, existing=None, status=None):
        super().__init__(name)
        self.name, self.path, self.existing, self.status = name, path, existing, status

    def message(self):
        number, code = PROBLEMS[self.name]
        code = self.status or code
        text = f"{number} {self.name} ({self.path})"
        found = messages.message("Problem")(
            status=code, reason=number, name=self.name, text_vi=text, text_en=text, path=self.path)
        if self.existing is not None:
            found.existing.CopyFrom(self.existing)
        return found


class Watch:
    """A stream of a connection: what its viewer has, and when it ends."""

    def __init__(self, known, ends):
        self.known, self.ends, self.is_first = known, ends, True


class Books:
    """The filings and what was answered, exactly once."""

    def __init__(self, deployment, campaign, units, counters):
        self.deployment, self.campaign, self.units, self.counters = deployment, campaign, units, counters
        self.lock = threading.Lock()
        self.receipts = {}  # content key → receipt
        self.in_force = {}  # unit, period, form → receipt
        self.requests = {}  # client id, number → method, digest, answer
        self.boards = []  # rankings that were shown: state and rows
        self.position, self.head = 1, hashlib.sha256(campaign.encode()).digest()

    def welcome(self):
        return messages.message("Welcome")(
            server_id=b"python server 01", deployment=self.deployment, campaign=self.campaign,
            ping_interval_ms=30_000, journal_position=self.position, time_ms=time.time_ns() // 10**6)

    def health(self):
        answer = messages.message("HealthResponse")(submissions=len(self.receipts))
        answer.provenance.campaign, answer.provenance.deployment = self.campaign, self.deployment
        answer.provenance.journal_position, answer.provenance.journal_head = self.position, self.head
        return answer

    def store(self, client_id, number, method, data):
        """The encoded answer, and whether it was given before (Messages.md, Sent again)."""
        with self.lock:
            name = (client_id, number)
            content = (method.number, hashlib.sha256(data).digest())
            if number and name in self.requests:
                known, answer, _ = self.requests[name]
                if known != content:
                    raise Refusal("REQUEST_NUMBER_REUSED", "")
                return answer, True
            answer = self._submit(data)
            if number:
                self.requests[name] = content, answer, time.time_ns() // 10**6
            return answer, False

    def status(self, client_id, data):
        number = messages.decode("StatusRequest", data).request_number
        answer = messages.message("StatusResponse")(state=1)
        with self.lock:
            if number and (client_id, number) in self.requests:
                (method, digest), stored, recorded = self.requests[client_id, number]
                answer = messages.message("StatusResponse")(
                    state=3, method=method, digest=digest, answer=stored, recorded_at_ms=recorded)
        return answer

    def board(self):
        """What WatchRanking shows here: the units by name, with how many months each has filed."""
        with self.lock:
            rows = []
            for unit in sorted(self.units):
                filed = {period for filed_by, period, _ in self.in_force if filed_by == unit}
                rows.append(messages.message("RankingRow")(unit=unit, unit_name=unit, months_filed=len(filed)))
            state = hashlib.sha256(b"".join(map(messages.encode, rows))).digest()[:16]
            if not self.boards or self.boards[-1][0] != state:
                self.boards = self.boards[-32:] + [(state, rows)]
            return self.position, state

    def update(self, known):
        """The update to the newest ranking, from what the viewer has where that is remembered."""
        with self.lock:
            state, rows = self.boards[-1]
            before = dict(self.boards).get(known, None)
            update = messages.message("RankingUpdate")(period="2023-03", state=state, base=b"" if before is None else known)
            update.provenance.campaign, update.provenance.deployment = self.campaign, self.deployment
            update.provenance.journal_position = self.position
            block = update.blocks.add(block="all", rows=len(rows))
            for index, row in enumerate(rows):
                if before is None or before[index] != row:
                    block.changes.add(index=index, row=row)
            return messages.encode(update)

    def places(self, data):
        """Here places go by how many months a unit has filed; one that has filed none has no place."""
        request = messages.decode("PlacesRequest", data)
        if not 1 <= len(request.units) <= 64:
            raise Refusal("TOO_MANY", "units")
        if request.period not in ("", "2023-03"):
            raise Refusal("UNKNOWN_PERIOD", "period", status=5)
        with self.lock:
            months = {unit: sum(filed_by == unit for filed_by, _, _ in self.in_force) for unit in self.units}
            answer = messages.message("PlacesResponse")(
                journal_position=self.position, rulebook_digest=hashlib.sha256(self.campaign.encode()).digest(), period="2023-03",
                provisional=True)
        for unit in request.units:
            row = answer.places.add()
            if unit not in months:
                row.unknown_unit = True
            elif months[unit] == 0:
                row.reason = "NOT_SUBMITTED"
            else:
                row.place = 1 + sum(other > months[unit] for other in months.values())
                row.tied = sum(other == months[unit] for other in months.values()) > 1
        return answer

    def _submit(self, data):
        request = messages.decode("SubmitRequest", data)
        if request.campaign != self.campaign:
            raise Refusal("WRONG_CAMPAIGN", "campaign")
        if not 1 <= len(request.filings) <= 1000:
            raise Refusal("TOO_MANY", "filings")
        for index, filing in enumerate(request.filings):
            self._check_figures(filing, f"filings[{index}]")
        keys = [content_key(self.campaign, filing) for filing in request.filings]
        places = set()
        for index, (filing, key) in enumerate(zip(request.filings, keys)):
            self._check_content(filing, key, places, f"filings[{index}]")
        answer = messages.message("SubmitResponse")()
        for filing, key in zip(request.filings, keys):
            answer.receipts.append(self.receipts.get(key) or self._record(filing, key))
        return messages.encode(answer)

    def _check_figures(self, filing, path):
        if filing.unit not in self.units:
            raise Refusal("UNKNOWN_UNIT", path + ".unit")
        if filing.form != "month":
            raise Refusal("UNKNOWN_FORM", path + ".form")
        for index, figure in enumerate(filing.figures):
            place = f"{path}.figures[{index}]"
            if figure.counter not in self.counters:
                raise Refusal("UNKNOWN_COUNTER", place)
            if figure.value < 0:
                raise Refusal("NEGATIVE", place)
            if index and figure.counter <= filing.figures[index - 1].counter:
                raise Refusal("DUPLICATE_CELL", place)
            if figure.value > FIGURE_MAX:
                raise Refusal("FIGURE_TOO_LARGE", place)
        if len(filing.figures) < len(self.counters):
            raise Refusal("MISSING_COUNTER", path)

    def _check_content(self, filing, key, places, path):
        if filing.content_key and filing.content_key != key:
            raise Refusal("CONTENT_KEY_MISMATCH", path + ".content_key")
        place = (filing.unit, filing.period, filing.form)
        if place in places:
            raise Refusal("DUPLICATE_CELL", path)
        places.add(place)
        stored = self.in_force.get(place)
        if key in self.receipts or filing.base_revision == (stored.revision if stored else 0):
            return
        raise Refusal("REVISION_CONFLICT" if filing.base_revision else "ALREADY_EXISTS", path, stored)

    def _record(self, filing, key):
        self.position += 1
        self.head = hashlib.sha256(self.head + key).digest()
        receipt = messages.message("Receipt")(
            position=self.position, content_key=key, recorded_at_ms=time.time_ns() // 10**6, entry_hash=self.head,
            unit=filing.unit, period=filing.period, form=filing.form, revision=filing.base_revision + 1,
            replaces=filing.base_revision)
        self.receipts[key] = self.in_force[filing.unit, filing.period, filing.form] = receipt
        return receipt

    def answer(self, connection, event):
        stream, method = event["stream"], METHODS[event["method"]]
        try:
            if method.name == "Health":
                messages.decode("HealthRequest", event["payload"], stream)
                connection.respond(stream, 0, 0, messages.encode(self.health()))
            elif method.name == "Submit":
                data, replayed = self.store(connection.hello.client_id, event["number"], method, event["payload"])
                connection.respond(stream, 0, 1, data, replayed)
            elif method.name == "RequestStatus":
                connection.respond(stream, 0, 0, messages.encode(self.status(connection.hello.client_id, event["payload"])))
            elif method.name == "GetPlaces":
                connection.respond(stream, 0, 0, messages.encode(self.places(event["payload"])))
            elif method.name == "WatchRanking":
                watch = messages.decode("WatchRequest", event["payload"], stream)
                ends = time.monotonic() + event["deadline_ms"] / 1000 if event["deadline_ms"] else None
                connection.watches[stream] = Watch(watch.known, ends)
            else:
                raise Fault("METHOD_UNKNOWN", method.name, stream)
        except Refusal as refusal:
            found = refusal.message()
            connection.respond(stream, found.status, 0, messages.encode(found))
        except Fault as fault:
            connection.respond(stream, fault.code, 0, messages.encode(problem(fault)))


def show(connection, books, now):
    """Sends what viewers may have, and ends streams."""
    for stream, watch in list(connection.watches.items()):
        if watch.ends is not None and now >= watch.ends:
            connection.stop(stream, Fault("DEADLINE_PASSED", stream=stream))
        items = connection.items.get(stream)
        if items is None or items.ending:
            del connection.watches[stream]
            connection.respond(stream, 0, 0, b"")
        elif connection.may_send(stream):
            position, state = books.board()
            if watch.is_first or state != watch.known:
                connection.send_item(stream, position, books.update(watch.known))
                watch.known, watch.is_first = state, False


def serve(peer, books, draining, token, tls):
    """One connection from its first byte to its end."""
    started = time.monotonic()
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if tls:
        try:
            peer = tls.over(peer)
        except OSError as error:
            print(error, file=sys.stderr, flush=True)
            return
    welcome = books.welcome()
    welcome.authentication_required = bool(token)

    def sign_in(method, credential):
        if method != 1 or not hmac.compare_digest(credential, token):
            return None
        return messages.message("SignedIn")(role="office", name="python")

    connection = Server(welcome, sign_in=sign_in)
    connection.watches = {}
    frame_began = last_byte = time.monotonic()
    asked_at, decided_at = 0, None
    with peer:
        while connection.phase != "closed":
            now = time.monotonic()
            if draining.is_set() and decided_at is None:
                connection.begin_draining(os.urandom(8), random.randint(500, 5000))
                decided_at = now + 5
            if decided_at is not None and now >= decided_at:
                connection.decide_last_stream()
            if not connection.is_open and now > started + 10:
                connection.fail(Fault("HANDSHAKE_TIMEOUT"))
            elif not connection.reader.buffer:
                frame_began = now
            elif now > frame_began + 10 + int.from_bytes(connection.reader.buffer[:4], "big") // 1024:
                connection.fail(Fault("FRAME_TIMEOUT"))
            if now > last_byte + 320:
                connection.fail(Fault("IDLE"))
            show(connection, books, now)
            try:
                if connection.output:
                    peer.settimeout(10)
                    peer.sendall(connection.output)
                    connection.output.clear()
                if connection.phase == "closed":
                    break
                peer.settimeout(0.2)
                data = peer.recv(65536)
            except TimeoutError:
                if now > last_byte + 300 and asked_at < last_byte:
                    asked_at = now
                    connection.output += bytes(Frame(PING, os.urandom(8)))
                continue
            except OSError:
                return
            if not data:
                return
            last_byte = time.monotonic()
            for event in connection.receive(data, int(last_byte * 1000)):
                if event["type"] == "request":
                    books.answer(connection, event)
        linger(peer, connection)


def linger(peer, connection):
    """Closes the sending side first, so that a GOAWAY is not lost behind unread input."""
    try:
        peer.settimeout(2)
        peer.sendall(connection.output)
        peer.shutdown(socket.SHUT_WR)
        until = time.monotonic() + 2
        while time.monotonic() < until and peer.recv(65536):
            pass
    except OSError:
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("deployment")
    parser.add_argument("campaign")
    parser.add_argument("--units", required=True)
    parser.add_argument("--counters", required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token-file", help="a file with the one token that signs in here")
    parser.add_argument("--certificate", metavar="FILE", help="then it speaks TLS")
    parser.add_argument("--key", metavar="FILE")
    parser.add_argument("--client-ca", metavar="FILE", help="lets in only clients with a certificate of this CA")
    asked = parser.parse_args()
    if bool(asked.certificate) != bool(asked.key) or asked.client_ca and not asked.key:
        parser.error("--certificate and --key go together, and --client-ca with them")
    try:
        tls = encryption.ServerSide(asked.certificate, asked.key, asked.client_ca) if asked.key else None
    except encryption.Insecure as refused:
        sys.exit(str(refused))
    books = Books(asked.deployment, asked.campaign, set(asked.units.split(",")), set(asked.counters.split(",")))
    token = open(asked.token_file, "rb").read().strip() if asked.token_file else b""
    draining = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: draining.set())
    threads = []
    with socket.create_server(("127.0.0.1", asked.port)) as listener:
        listener.settimeout(0.2)
        print(f"127.0.0.1:{listener.getsockname()[1]} ready", flush=True)
        while not draining.is_set():
            try:
                peer, _ = listener.accept()
            except TimeoutError:
                continue
            threads = [thread for thread in threads if thread.is_alive()]
            threads.append(threading.Thread(target=serve, args=(peer, books, draining, token, tls), daemon=True))
            threads[-1].start()
    for thread in threads:
        thread.join(35)


if __name__ == "__main__":
    main()
