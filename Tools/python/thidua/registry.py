"""What Protocol/ lists: problems with their numbers and codes, methods, and where the files lie."""

import pathlib
import re

PROTOCOL = pathlib.Path(__file__).resolve().parents[3] / "Protocol"

_ROW = re.compile(r"^\| ([A-Z]-\d+) \| `([A-Z0-9_]+)` \| (?:(\d+) |–)", re.M)
# name → (number, code); the code is None for what never travels.
PROBLEMS = {
    name: (number, int(code) if code else None)
    for number, name, code in _ROW.findall((PROTOCOL / "Errors.md").read_text(encoding="utf-8"))
}

_MEANING = re.compile(r"^\| T-\d+ \| `([A-Z0-9_]+)` \| – \| not applied \| ([^|]+) \|", re.M)
# name → what it means, of the problems of encryption, which never travel.
MEANINGS = dict(_MEANING.findall((PROTOCOL / "Errors.md").read_text(encoding="utf-8")))

_METHOD = re.compile(r"^\| `0x([0-9A-F]{4})` \| (\w+) \| `(\w+)` → `(\w+)` \| (yes|no)(, stream)? \|", re.M)


class Method:
    """One line of the table in Messages.md."""

    def __init__(self, number, name, request, answer, stores, streams):
        self.number, self.name, self.request, self.answer, self.stores = number, name, request, answer, stores
        self.streams = streams  # then `answer` is the message of an ITEM


METHODS = {
    int(number, 16): Method(int(number, 16), name, request, answer, stores == "yes", bool(streams))
    for number, name, request, answer, stores, streams in _METHOD.findall((PROTOCOL / "Messages.md").read_text(encoding="utf-8"))
}


class Fault(Exception):
    """A problem by its stable name. `stream` is None when it ends the connection."""

    def __init__(self, name, detail="", stream=None):
        self.name, self.detail, self.stream = name, detail, stream
        self.number, self.code = PROBLEMS[name]
        super().__init__(f"{self.number} {name}" + (f": {detail}" if detail else ""))
