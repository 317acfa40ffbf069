"""A request to speak, as the queue holds it: state keeps it, replay rebuilds it, windows see the same one."""

from console.fixed import Fixed
from console.words import FloorSource, FloorUrgency, SiteId


class FloorRequest(Fixed):
    request_id: str
    site: SiteId
    source: FloorSource
    note: str
    asked_ms: int
    granted: bool = False
    urgency: FloorUrgency = FloorUrgency.NORMAL
    approved_ms: int | None = None
    """When the chair let it speak."""
    person: str = ""
    """Who is to speak, where that was said."""
