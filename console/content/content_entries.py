"""What the log says of content."""

from console.content.content_port import ContentFault
from console.entry import Entry


class ContentBegun(Entry):
    """A film, or the screen (no path), came into the program."""

    number: int
    path: str = ""


class ContentEnded(Entry):
    """It left the program; without a fault somebody ended it."""

    number: int
    fault: ContentFault | None = None
    text: str = ""


AnyContentEntry = ContentBegun | ContentEnded
