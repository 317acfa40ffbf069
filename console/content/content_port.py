"""What the conductor may ask of the engine about content, and what it reports; part of the engine port.

Rule: the wanted target is named and may be repeated; every content has a number, so that late news of an earlier one
are recognised.
"""

from enum import StrEnum

import msgspec

from console.engine_base import Report, Verb
from console.words import SiteId

CONTENT_SOURCE: SiteId = "content"
"""Stands for the content among the sites that the program shows; no site is called so."""


class ContentFault(StrEnum):
    """Why a content ended that nobody ended."""

    OVER = "over"
    """The film came to its end."""
    UNREADABLE = "unreadable"
    """The file or the screen cannot be read; the report's text says why."""
    PLAYER_GONE = "player_gone"


class ContentSource(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown: a film by its path on the bridge's machine, or that machine's screen."""

    number: int
    path: str = ""
    """Empty: the screen."""


class SetContent(Verb):
    """Wants this content played into the program, with its sound; None: none."""

    source: ContentSource | None


class SetContentTakers(Verb):
    """Wants the content sent to these sites as a stream of its own, and to all others within the program."""

    sites: tuple[SiteId, ...]


class ContentOver(Report):
    """A content has ended by itself."""

    number: int
    fault: ContentFault
    text: str = ""
