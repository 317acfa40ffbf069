"""What people may ask about incidents: what the minutes have to name, from its first sign to its end.

Rule: opening takes two seconds, everything else may come later; what is not given stays as it is.
"""

from typing import Annotated

import msgspec

from console.command import Command
from console.words import FallbackAct, IncidentCategory, NoticeChannel, SiteId

LONGEST_AGO_MS = 24 * 3_600_000
Ago = Annotated[int, msgspec.Meta(ge=0, le=LONGEST_AGO_MS)]
"""Milliseconds before the command arrived: spans, since the clocks of two machines need not agree."""


def bounded_ago_ms(ago_ms: int) -> int:
    """Returns a span that a site names, as a command may carry it."""
    return min(max(ago_ms, 0), LONGEST_AGO_MS)


class OpenIncident(Command):
    """Notes something that the minutes have to name; its words may be empty where it has a category."""

    text: str
    site: SiteId | None = None
    category: IncidentCategory | None = None
    opened_ago_ms: Ago = 0
    """How long ago it was noticed: when the key was pressed, not when the words were saved."""


class UpdateIncident(Command):
    """Says more of an incident."""

    incident_id: str
    text: str | None = None
    category: IncidentCategory | None = None
    site: SiteId | None = None
    """Empty: the whole meeting."""
    cause: str | None = None
    solution: str | None = None
    restore_expected_wall_ms: int | None = None
    """When it is expected to be over (UTC); 0: nobody can say."""


class RestoreIncident(Command):
    """Says that things work again; the incident stays open for its words until it is closed."""

    incident_id: str
    restored_wall_ms: int | None = None
    """Since when (UTC); None: now."""


class CloseIncident(Command):
    """Ends an incident: nothing more is to be said of it."""

    incident_id: str
    mistaken: bool = False
    """There was none: it leaves the record; the log keeps its lines."""


class ReopenIncident(Command):
    """Takes closing and restoring back; what undoes both."""

    incident_id: str
    restored_wall_ms: int | None = None
    """Works again since, as was known before; None: not yet."""


class AskFallback(Command):
    """Asks the chair whether something else may be done instead, until the failure is mended."""

    incident_id: str
    act: FallbackAct
    text: str = ""
    """Which line, which site, which device."""


class DecideFallback(Command):
    """Notes what the chair decided about it."""

    incident_id: str
    decided_by: str
    approved: bool = False
    note: str = ""


class TellOfIncident(Command):
    """Notes who was told of an incident, and how."""

    incident_id: str
    party: str
    channel: NoticeChannel = NoticeChannel.PHONE
    told_ago_ms: Ago = 0
