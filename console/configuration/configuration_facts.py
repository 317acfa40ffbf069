"""A part's content as named facts, and what is otherwise between two of them.

Rules: what cannot be read as JSON, or has more facts than are kept, is told by its digest alone; a part with secrets
has no facts. Pure; nothing here reads a file.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple, cast

import msgspec

MOST_FACTS = 400
LONGEST_FACT = 200
LONGEST_TEXT = 2000
"""Of what was before or is after, as one text."""
ABSENT = ""
"""Digest of what is not there."""


class Difference(NamedTuple):
    """What was, and what is; both empty where nobody can say more than that it is otherwise."""

    before: str
    after: str


def digest_of(octets: bytes | None) -> str:
    """Returns the SHA-256 of a content in hexadecimal digits, `ABSENT` for none."""
    return ABSENT if octets is None else sha256(octets).hexdigest()


def facts_of(octets: bytes | None) -> dict[str, str]:
    """Returns what a JSON content says, by the path of each value; empty where there is too much, or no JSON."""
    if octets is None:
        return {}
    try:
        value = msgspec.json.decode(octets.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return _bounded(value)


def facts_of_record(value: object) -> dict[str, str]:
    """Returns what a record says, by the path of each value."""
    return _bounded(msgspec.to_builtins(value))


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
    """Returns the facts that are otherwise, as they were and as they are."""
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return Difference(_text(before, names), _text(after, names))


def _bounded(value: object) -> dict[str, str]:
    facts: dict[str, str] = {}
    for name, fact in _leaves("", value):
        facts[name[:LONGEST_FACT]] = fact[:LONGEST_FACT]
        if len(facts) > MOST_FACTS:
            return {}
    return facts


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in cast("dict[object, object]", value).items():
            yield from _leaves(f"{path}.{key}".removeprefix("."), item)
    elif isinstance(value, list | tuple) and any(isinstance(item, dict) for item in cast("list[object]", value)):
        for at, item in enumerate(cast("list[object]", value)):
            yield from _leaves(f"{path}[{_name_of(item, at)}]", item)
    else:
        yield path, value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _name_of(item: object, at: int) -> str:
    """Returns what an item of a list calls itself, so that one that is put in moves no other; else its place."""
    if isinstance(item, dict):
        named = cast("dict[str, object]", item)
        for key in ("camera", "stage", "id"):
            if isinstance(named.get(key), str):
                return str(named[key])
    return str(at)


def _text(facts: Mapping[str, str], names: list[str]) -> str:
    text = ", ".join(f"{name}={facts[name]}" for name in names if name in facts)
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
