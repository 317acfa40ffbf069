r"""The hash chain through a session's lines, and the text of a line that it is built on.

Rule: hash_0 = SHA-256("diem-cau" + session id), hash_n = SHA-256(hash_{n-1} + "\n" + canonical JSON of line n), each
hash entering as 64 lower-case hexadecimal digits and every text as UTF-8, so that a dozen lines of code can check it.
"""

import hashlib

import msgspec

from console.canonical_json import canonical_json
from console.entries import Line

SALT = "diem-cau"


class LineUnreadable(ValueError):
    """The text is no line that this version knows; its text says why."""


def first_hash(session: str) -> str:
    """Returns hash_0 of a session."""
    return hashlib.sha256((SALT + session).encode()).hexdigest()


def next_hash(previous: str, text: str) -> str:
    """Returns the hash after `previous` for the canonical text of the next line."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def line_text(line: Line) -> str:
    """Returns the canonical JSON of a line; raises `NotCanonical`."""
    return canonical_json(msgspec.to_builtins(line)).decode()


_line_decoder = msgspec.json.Decoder(Line)


def read_line_text(text: str) -> Line:
    """Returns the line of a canonical text; raises `LineUnreadable`."""
    try:
        return _line_decoder.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise LineUnreadable(str(error)) from error
