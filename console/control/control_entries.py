"""What the log says of delegated control; moments are wall-clock milliseconds."""

from console.entry import Entry
from console.words import DelegatedRight, SiteId


class ControlDelegated(Entry):
    """From this line on the site has exactly these rights, given by the line's actor."""

    site: SiteId
    rights: tuple[DelegatedRight, ...]
    until_wall_ms: int | None = None
    basis: str = ""


class ControlRevoked(Entry):
    """The site has no right left."""

    site: SiteId
    expired: bool = False
    """Its time was over; else somebody took it back."""


AnyControlEntry = ControlDelegated | ControlRevoked
