"""What the log says of the queue for the floor and of speeches."""

from console.entry import Entry
from console.words import FloorSource, FloorUrgency, Reason, SiteId


class FloorRequested(Entry):
    request_id: str
    site: SiteId
    source: FloorSource
    note: str
    at_wall_ms: int
    urgency: FloorUrgency = FloorUrgency.NORMAL
    position: int | None = None
    """Place in the queue, 0 is first; None: the end."""
    person: str = ""
    """Who is to speak, where that was said."""


class FloorMoved(Entry):
    request_id: str
    position: int


class FloorSkipped(Entry):
    request_id: str


class FloorWithdrawn(Entry):
    request_id: str


class FloorGranted(Entry):
    request_id: str


class SpeechStarted(Entry):
    site: SiteId
    request_id: str | None
    at_wall_ms: int
    person: str = ""


class SpeechEnded(Entry):
    site: SiteId
    took_ms: int
    reason: Reason | None = None


class FloorUrgencySet(Entry):
    """A request is more or less urgent than before and stands at another place."""

    request_id: str
    urgency: FloorUrgency
    position: int


class FloorApproved(Entry):
    """The chair lets this request speak; it keeps its place."""

    request_id: str


class FloorRefused(Entry):
    """The chair does not let this request speak; it leaves the queue."""

    request_id: str
    note: str = ""


class FloorRestored(Entry):
    """A request that had left the queue without a speech stands in it again."""

    request_id: str
    position: int


class SpeechLimitSet(Entry):
    """The running speech has this limit from its beginning; None: no limit."""

    seconds: int | None


AnyFloorEntry = (
    FloorRequested
    | FloorMoved
    | FloorSkipped
    | FloorWithdrawn
    | FloorGranted
    | FloorUrgencySet
    | FloorApproved
    | FloorRefused
    | FloorRestored
    | SpeechStarted
    | SpeechEnded
    | SpeechLimitSet
)
