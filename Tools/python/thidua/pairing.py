"""What every client has to be able to do with every server: python3 -m thidua.pairing HOST:PORT DEPLOYMENT [--tls [--ca FILE]]

The server runs the campaign `small`: counters `answered` and `asked`, units u0, u1 …, the month 2023-03 open.
"""

import argparse
import functools
import hashlib
import os
import sys

from . import encryption
from . import payload as messages
from .client import Lost, Session, apply
from .registry import Fault
from .content_key import content_key


def filing(unit, asked, answered, base=0):
    made = messages.message("Filing")(unit=unit, period="2023-03", form="month", base_revision=base)
    for counter, value in (("answered", answered), ("asked", asked)):
        made.figures.add(counter=counter, value=value)
    made.content_key = content_key("small", made)
    return made


def request(*filings):
    return messages.encode(messages.message("SubmitRequest")(campaign="small", filings=filings))


def watch(connect, me):
    """A ranking that is watched, left, and gone on with."""
    asked = messages.message("WatchRequest")(period="2023-03")
    with connect(me) as viewer, connect(me) as other:
        updates = viewer.watch(asked)
        first = next(updates)
        assert not first.base and len(first.state) == 16, first
        blocks = apply({}, first)
        assert sum(map(len, blocks.values())) == 12, blocks
        filed = other.call("Submit", request(filing("u11", 1000, 10)), number=20)
        assert filed.effect == 1, filed.message
        second = next(updates)
        assert second.base == first.state and second.state != first.state, second
        blocks = apply(blocks, second)
        updates.close()
        # Nothing has changed since: an update without changes.
        asked.known = second.state
        updates = viewer.watch(asked)
        third = next(updates)
        assert third.base == third.state == second.state and not any(block.changes for block in third.blocks), third
        assert apply(blocks, third) == blocks
        updates.close()
        # From an earlier state, and from one that nobody knows.
        for known, base in ((first.state, first.state), (bytes(16), b"")):
            asked.known = known
            updates = viewer.watch(asked)
            update = next(updates)
            assert update.base == base and update.state == second.state, update
            before = apply({}, first) if base else {}
            assert apply(before, update) == blocks
            updates.close()


def places(session, filed, others):
    """Where units stand: in their order, each with a place or a reason, and who is unknown is said to be so."""
    ask = messages.message("PlacesRequest")
    units = [*filed, "nobody", *others, filed[0], ""]
    found = session.call("GetPlaces", ask(period="2023-03", units=units))
    assert (found.code, found.effect) == (0, 0), found.message
    health = session.call("Health", messages.message("HealthRequest")()).message
    assert found.message.journal_position == health.provenance.journal_position and found.message.provisional
    assert len(found.message.rulebook_digest) == 32 and found.message.period == "2023-03"
    rows = dict(zip(units, found.message.places))
    assert len(found.message.places) == len(units)
    assert [row.unknown_unit for row in found.message.places] == [unit in ("nobody", "") for unit in units]
    for unit, row in rows.items():
        assert row.HasField("place") == (unit in filed) and bool(row.reason) == (unit in others), (unit, row)
        assert not row.HasField("place") or row.place >= 1
    assert rows[filed[0]] == found.message.places[0]
    for place in {row.place for unit, row in rows.items() if unit in filed}:
        same = [unit for unit in filed if rows[unit].place == place]
        assert place == 1 + sum(rows[unit].place < place for unit in filed), place
        assert all(rows[unit].tied == (len(same) > 1) for unit in same), same
    for count, name in ((0, "TOO_MANY"), (1, ""), (63, ""), (64, ""), (65, "TOO_MANY")):
        answer = session.call("GetPlaces", ask(units=[filed[0]] * count, period="2023-03"))
        assert (answer.message.name if answer.code else "") == name, (count, answer.message)
        assert answer.code in (0, 3) and answer.effect == 0
    unknown = session.call("GetPlaces", ask(units=["nobody"], period="1999-01"))
    assert (unknown.code, unknown.message.name) == (5, "UNKNOWN_PERIOD"), unknown.message
    assert len(session.places([*filed, *others] * 20, "2023-03")) == 20 * (len(filed) + len(others))


def ask_after(session, several, answer):
    """RequestStatus, and a number that is used for something else."""
    ask = messages.message("StatusRequest")
    known = session.call("RequestStatus", ask(request_number=1)).message
    assert (known.state, known.method, known.answer) == (3, 0x0101, answer), known
    assert known.digest == hashlib.sha256(several).digest()
    assert session.call("RequestStatus", ask(request_number=77)).message.state == 1
    assert session.call("RequestStatus", ask(request_number=0)).message.state == 1
    other = session.call("Submit", request(filing("u0", 1000, 2)), number=1)
    assert (other.code, other.effect, other.message.name) == (32, 0, "REQUEST_NUMBER_REUSED"), other.message


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("address")
    parser.add_argument("deployment")
    encryption.add_client_options(parser)
    asked = parser.parse_args()
    token = os.environ.get("THIDUA_TOKEN", "").encode("ascii")
    try:
        tls = encryption.client_side(parser, asked, asked.address)
        anonymous = functools.partial(Session, asked.address, asked.deployment, tls=tls)
        try_all(anonymous, token)
    except encryption.Insecure as refused:
        sys.exit(str(refused))
    print("all held")


def try_all(anonymous, token):
    connect = functools.partial(anonymous, token=token)
    if token:
        try:
            anonymous(token=token[:-1] + b"x")
            raise AssertionError("a wrong token was let in")
        except (Fault, Lost) as refusal:
            assert "UNAUTHENTICATED" in str(refusal), refusal
    me = bytes(range(16))
    health = messages.message("HealthRequest")()
    several = request(*(filing(f"u{index}", 1000 + index, 900 + index) for index in range(8)))
    corrected = request(filing("u0", 1000, 950, base=1))
    with connect(me) as session:
        assert session.welcome.campaign == "small", session.welcome
        assert session.welcome.dictionary != 0
        assert session.call("Health", health).message.submissions == 0
        first = session.call("Submit", several, number=1)
        assert (first.code, first.effect) == (0, 1), first.message
        assert [receipt.unit for receipt in first.message.receipts] == [f"u{index}" for index in range(8)]
        again = session.call("Submit", several, number=1)
        assert again.payload == first.payload and again.replayed and again.effect == 1
        ask_after(session, several, first.payload)
        # Number 0 names nothing: carried out, with the receipts that the content has.
        unnamed = session.call("Submit", several, number=0)
        assert unnamed.payload == first.payload and not unnamed.replayed
    with connect(me, compresses=False) as session:
        assert session.welcome.dictionary == 0
        elsewhere = session.call("Submit", several, number=2)
        assert elsewhere.payload == first.payload
        other = session.call("Submit", request(filing("u0", 1000, 1)), number=3)
        assert (other.code, other.effect, other.message.name) == (6, 0, "ALREADY_EXISTS"), other.message
        assert other.message.existing == first.message.receipts[0]
        second = session.call("Submit", corrected, number=4)
        assert second.message.receipts[0].revision == 2, second.message
        stale = session.call("Submit", request(filing("u0", 1000, 3, base=1)), number=5)
        assert (stale.code, stale.message.name) == (34, "REVISION_CONFLICT"), stale.message
        assert session.call("Submit", several, number=1).payload == first.payload
        wrong = filing("u9", 2, 1)
        wrong.content_key = bytes(32)
        assert session.call("Submit", request(wrong), number=6).message.name == "CONTENT_KEY_MISMATCH"
        unknown = session.call("Submit", b"\x0a\x05sm", number=7)
        assert (unknown.code, unknown.effect, unknown.message.name) == (3, 0, "TRUNCATED"), unknown.message
        assert session.call("Health", health).message.submissions == 9
        places(session, [f"u{index}" for index in range(8)], ["u8", "u9", "u10", "u11"])
    watch(connect, me)


if __name__ == "__main__":
    main()
