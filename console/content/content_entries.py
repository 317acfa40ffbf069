"""What the log says of content."""

from console.content.content_port import ContentFault, PresentingEnd
from console.entry import Entry
from console.words import SiteId


class ContentBegun(Entry):
    """A film, a window or a screen came into the program; with no name at all the whole screen."""

    number: int
    path: str = ""
    window: str = ""
    screen: str = ""
    site: SiteId | None = None
    """The satellite that presents it; None: the main endpoint."""


class ContentEnded(Entry):
    """It left the program; without a fault somebody ended it."""

    number: int
    fault: ContentFault | None = None
    text: str = ""
    site: SiteId | None = None
    """The satellite that ended what it presented."""


class PresentingLet(Entry):
    """A site may present from now on."""

    site: SiteId


class PresentingOver(Entry):
    """It may no more, and what it presented has left the program."""

    site: SiteId
    why: PresentingEnd


AnyContentEntry = ContentBegun | ContentEnded | PresentingLet | PresentingOver
