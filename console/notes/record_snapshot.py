"""What windows see of the record of a session: marked moments and incidents.

Rule: as in `snapshot`, kinds and numbers only.
"""

import msgspec

from console.view import View
from console.words import FallbackAct, IncidentCategory, NoticeChannel, SiteId


class MarkView(msgspec.Struct, frozen=True, kw_only=True):
    at_ms: int
    note: str
    person: str


class NoticeView(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody was told of an incident."""

    party: str
    channel: NoticeChannel
    at_ms: int
    by: str


class FallbackView(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done instead, and what the chair said to it; `approved` None: not decided yet."""

    act: FallbackAct
    text: str
    asked_ms: int
    asked_by: str
    approved: bool | None = None
    decided_ms: int | None = None
    decided_by: str = ""
    note: str = ""


class IncidentView(msgspec.Struct, frozen=True, kw_only=True):
    """One incident; it is open until it is closed, restored or not."""

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
    closed_ms: int | None = None
    closed_by: str = ""
    told: tuple[NoticeView, ...] = ()
    fallback: FallbackView | None = None


class RecordView(View):
    """Key `record`: what people added to the record of this session."""

    marks: tuple[MarkView, ...] = ()
    incidents: tuple[IncidentView, ...] = ()
