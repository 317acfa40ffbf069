"""How the log's lines about content give the content of the durable state."""

from msgspec.structs import replace

from console.content.content_entries import AnyContentEntry, ContentBegun
from console.content.content_port import ContentSource
from console.durable import Durable


def apply_content(durable: Durable, entry: AnyContentEntry) -> Durable:
    """Returns the durable state after a line about content."""
    if isinstance(entry, ContentBegun):
        source = ContentSource(number=entry.number, path=entry.path)
        return replace(durable, content=source, contents_shown=entry.number)
    return replace(durable, content=None)
