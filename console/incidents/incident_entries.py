"""What the log says of incidents.

Rule: a line tells the whole of what it is about, so that it can be read alone; moments are wall-clock milliseconds.
"""

from console.entry import Entry
from console.words import FallbackAct, IncidentCategory, NoticeChannel, SiteId


class IncidentOpened(Entry):
    """Something went wrong that the minutes have to name."""

    incident_id: str
    text: str
    at_wall_ms: int
    """When it was noticed, not when it was written."""
    site: SiteId | None = None
    category: IncidentCategory = IncidentCategory.OTHER


class IncidentUpdated(Entry):
    """All that is said of an incident, as it stands after this line."""

    incident_id: str
    text: str
    category: IncidentCategory
    site: SiteId | None = None
    cause: str = ""
    solution: str = ""
    restore_expected_wall_ms: int | None = None


class IncidentRestored(Entry):
    """Things work again since this moment."""

    incident_id: str
    restored_wall_ms: int


class IncidentClosed(Entry):
    incident_id: str
    mistaken: bool = False
    """There was none: it stands in no record."""


class IncidentReopened(Entry):
    """It is open again, and works again since this moment or not yet."""

    incident_id: str
    restored_wall_ms: int | None = None


class IncidentTold(Entry):
    """Somebody was told of it by the line's actor."""

    incident_id: str
    party: str
    channel: NoticeChannel
    told_wall_ms: int


class FallbackAsked(Entry):
    """The chair was asked whether something else may be done instead."""

    incident_id: str
    act: FallbackAct
    text: str = ""


class FallbackDecided(Entry):
    """What the chair decided."""

    incident_id: str
    approved: bool
    decided_by: str
    note: str = ""


AnyIncidentEntry = (
    IncidentOpened
    | IncidentUpdated
    | IncidentRestored
    | IncidentClosed
    | IncidentReopened
    | IncidentTold
    | FallbackAsked
    | FallbackDecided
)
