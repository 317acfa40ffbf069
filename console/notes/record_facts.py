"""What people add to the record of a session: marked moments, incidents, whom they were told, what was done instead.

Rule: kinds and numbers only, frozen; state keeps these values, replay rebuilds them and windows see the same ones.
"""

from console.fixed import Fixed
from console.words import FallbackAct, IncidentCategory, NoticeChannel, SiteId


class Mark(Fixed):
    """A moment somebody wanted remembered."""

    at_ms: int
    note: str
    person: str


class IncidentNotice(Fixed):
    """Somebody was told of an incident."""

    party: str
    channel: NoticeChannel
    at_ms: int
    by: str


class Fallback(Fixed):
    """What is to be done instead while a failure lasts, and what the chair said to it."""

    act: FallbackAct
    text: str
    asked_ms: int
    asked_by: str
    approved: bool | None = None
    """None: not decided yet."""
    decided_ms: int | None = None
    decided_by: str = ""
    note: str = ""


class Incident(Fixed):
    """Something that the minutes have to name; it is open until it is closed, restored or not."""

    incident_id: str
    text: str
    site: SiteId | None
    at_ms: int
    """When it was noticed."""
    person: str
    category: IncidentCategory = IncidentCategory.OTHER
    cause: str = ""
    solution: str = ""
    restore_expected_ms: int | None = None
    restored_ms: int | None = None
    """Since when things work again."""
    closed_ms: int | None = None
    closed_by: str = ""
    told: tuple[IncidentNotice, ...] = ()
    """Who was told, the newest last."""
    fallback: Fallback | None = None
    """The last that was asked for."""
