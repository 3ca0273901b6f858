"""What every client has to be able to do with every server: python3 -m thidua.pairing HOST:PORT DEPLOYMENT

The server runs the campaign `small`: counters `answered` and `asked`, units u0, u1 …, the month 2023-03 open.
"""

import sys

from . import payload as messages
from .client import Session
from .content_key import content_key


def filing(unit, asked, answered, base=0):
    made = messages.message("Filing")(unit=unit, period="2023-03", form="month", base_revision=base)
    for counter, value in (("answered", answered), ("asked", asked)):
        made.figures.add(counter=counter, value=value)
    made.content_key = content_key("small", made)
    return made


def request(*filings):
    return messages.encode(messages.message("SubmitRequest")(campaign="small", filings=filings))


def main():
    address, deployment = sys.argv[1:3]
    me = bytes(range(16))
    health = messages.message("HealthRequest")()
    several = request(*(filing(f"u{index}", 1000 + index, 900 + index) for index in range(8)))
    corrected = request(filing("u0", 1000, 950, base=1))
    with Session(address, deployment, me) as session:
        assert session.welcome.campaign == "small", session.welcome
        assert session.welcome.dictionary != 0
        assert session.call("Health", health).message.submissions == 0
        first = session.call("Submit", several, number=1)
        assert (first.code, first.effect) == (0, 1), first.message
        assert [receipt.unit for receipt in first.message.receipts] == [f"u{index}" for index in range(8)]
        again = session.call("Submit", several, number=1)
        assert again.payload == first.payload
    with Session(address, deployment, me, compresses=False) as session:
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
    print("all held")


if __name__ == "__main__":
    main()
