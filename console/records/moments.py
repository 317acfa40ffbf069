"""A line of a session's log as forms and records read it, by the names that stand in the file."""

from typing import Any

import msgspec


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what is told of a session."""


class Moment(Fact):
    """One line of the log: its kind, and its fields as the file has them."""

    number: int
    wall_ms: int
    kind: str
    what: dict[str, Any]
    steady_ms: int = 0
    """Since the first line, by the bridge's own clock: never runs back, however the wall clock was set."""
    person: str = ""
    """Who was behind it, where the line says so."""
