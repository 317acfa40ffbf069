r"""The events of a package: one JSON object per line, each with its place in the chain.

    {"event":EVENT,"hash":"64 digits","previous":"64 digits"}

Rule: EVENT is the log's canonical JSON, letter for letter, so that SHA-256(previous + "\n" + EVENT) is `hash` and
nobody has to know this program. The first `previous` is SHA-256("diem-cau" + session).
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from console.log_book.chain import first_hash, next_hash
from console.log_book.session_reading import RawLine
from console.log_book.verdict import Fracture

_LINE = re.compile(r'\{"event":(\{.*\}),"hash":"([0-9a-f]{64})","previous":"([0-9a-f]{64})"\}\n', re.DOTALL)


class ChainBroken(Exception):
    """The events are not as they were written from number `at` on; `found` stands where `at` is missing."""

    def __init__(self, at: int, fracture: Fracture, found: int = 0) -> None:
        super().__init__(f"{fracture} at {at}")
        self.at = at
        self.fracture = fracture
        self.found = found


def event_line(raw: RawLine) -> bytes:
    """Returns one line of the file."""
    return f'{{"event":{raw.event},"hash":"{raw.hash}","previous":"{raw.previous}"}}\n'.encode()


class _Named(msgspec.Struct):
    number: int
    schema: int
    session: str


def read_event_line(octets: bytes, expected: int) -> RawLine:
    """Returns what one line holds, unchecked but for its form; raises `ChainBroken` for number `expected`."""
    try:
        match = _LINE.fullmatch(octets.decode())
        named = msgspec.json.decode(match[1], type=_Named) if match else None
    except (UnicodeDecodeError, msgspec.DecodeError, RecursionError) as error:
        raise ChainBroken(expected, Fracture.UNREADABLE) from error
    if match is None or named is None:
        raise ChainBroken(expected, Fracture.UNREADABLE)
    return RawLine(named.number, named.schema, match[1], match[3], match[2])


def chained(lines: Iterable[RawLine], session: str) -> Iterator[RawLine]:
    """Yields the lines that follow one from the other since the session's beginning; raises `ChainBroken`."""
    previous = first_hash(session)
    for number, raw in enumerate(lines, start=1):
        if raw.number != number:
            raise ChainBroken(number, Fracture.MISSING if raw.number > number else Fracture.MISPLACED, raw.number)
        if raw.hash != next_hash(raw.previous, raw.event):
            raise ChainBroken(number, Fracture.CHANGED)
        if raw.previous != previous:
            raise ChainBroken(number, Fracture.NOT_JOINED)
        if msgspec.json.decode(raw.event, type=_Named).session != session:
            raise ChainBroken(number, Fracture.MISPLACED)
        previous = raw.hash
        yield raw
