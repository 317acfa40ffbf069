"""What a judged session file turned out to be, as plain values that cost nothing to import."""

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from console.log_book.session_table import Salvage


class Finding(StrEnum):
    """What a file turned out to be."""

    WHOLE = "whole"
    TAIL_NOT_PROVEN = "tail_not_proven"
    """The chain is whole to its last line; nothing says whether more lines followed."""
    BROKEN = "broken"
    TAIL_MISSING = "tail_missing"
    """The chain is whole, but the office store knows of more lines."""
    TAIL_ADDED = "tail_added"
    """Lines stand after the end that the office store knows of a closed session."""
    HEAD_DIFFERS = "head_differs"
    """The chain is whole in itself, but is not the one that the office store saw being written."""


class Fracture(StrEnum):
    """How a chain is broken at a line."""

    MISSING = "missing"
    CHANGED = "changed"
    NOT_JOINED = "not_joined"
    """The line names another predecessor than the one before it."""
    MISPLACED = "misplaced"
    """The line's own text says another number, schema or session than the place where it stands."""
    UNREADABLE = "unreadable"


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of `verify_log`; `whole_to` counts the lines from the first up to which nothing is wrong.

    `proven_to` of them were confirmed by the office store. `head` is the hash of line `whole_to`.
    """

    finding: Finding
    session: str
    meeting_uid: str
    title: str
    whole_to: int
    head: str
    proven_to: int = 0
    broken_at: int | None = None
    fracture: Fracture | None = None
    found_instead: int | None = None
    """Number of the line that stands where line `broken_at` is missing."""
    known_lines: int | None = None
    """What the office store knows; None: it was not asked or does not know the session."""
    ended: bool = False
    """Whether the office store knows the session as ended."""
    salvages: tuple["Salvage", ...] = ()

    @property
    def good(self) -> bool:
        """Whether nothing speaks against the file."""
        return self.finding in (Finding.WHOLE, Finding.TAIL_NOT_PROVEN)
