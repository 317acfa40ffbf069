"""A session as a list names it."""

from typing import NamedTuple


class SessionName(NamedTuple):
    """A session of this installation; `opened_ms` is wall-clock milliseconds (UTC)."""

    session: str
    title: str
    opened_ms: int
