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
    WINDOW_UNKNOWN = "window_unknown"
    """No one open window is called so; the report's text, here and below, is the name."""
    WINDOW_CLOSED = "window_closed"
    WINDOW_AWAY = "window_away"
    """It is minimised, or stands on another of several desktops: there is nothing to be seen."""
    SCREEN_UNKNOWN = "screen_unknown"
    NO_DESKTOP = "no_desktop"
    """The bridge's machine or its system lets no window be shown; the text says why, in English."""


class PresentingEnd(StrEnum):
    """Why a site may present no more."""

    TAKEN_BACK = "taken_back"
    REPLACED = "replaced"
    """Something else is shown, or another site was let present."""
    SAFE_STOP = "safe_stop"
    SITE_LOST = "site_lost"
    """Its line is lost, or its program has joined anew."""
    REVOKED = "revoked"
    """Its credentials were revoked."""
    CONFIDENTIAL = "confidential"
    """The meeting's file says that it is confidential."""


class ContentSource(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown: a film by its path on the bridge's machine, or that machine's screen or one of its windows."""

    number: int
    path: str = ""
    """Empty: the window or the screen."""
    window: str = ""
    """The title of an open window; empty: the screen."""
    screen: str = ""
    """The name of one of several screens; empty: all that there is."""
    site: SiteId | None = None
    """The satellite that sends it, from its own machine; None: the bridge plays it."""


class SetContent(Verb):
    """Wants this content played into the program, with its sound; None: none."""

    source: ContentSource | None


class SetPresenter(Verb):
    """Wants this site's second stream taken as the content, and that of every other site dropped; None: of all."""

    site: SiteId | None


class SetContentTakers(Verb):
    """Wants the content sent to these sites as a stream of its own, and to all others within the program."""

    sites: tuple[SiteId, ...]


ContentVerb = SetContent | SetPresenter | SetContentTakers


class ContentOver(Report):
    """A content has ended by itself."""

    number: int
    fault: ContentFault
    text: str = ""
