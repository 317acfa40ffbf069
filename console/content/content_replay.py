"""How the log's lines about content give the content of the durable state."""

from typing import assert_never

from msgspec.structs import replace

from console.content.content_entries import (
    AnyContentEntry,
    ContentBegun,
    ContentEnded,
    PresentingLet,
    PresentingOver,
)
from console.content.content_port import ContentSource
from console.durable import Durable


def apply_content(durable: Durable, entry: AnyContentEntry) -> Durable:
    """Returns the durable state after a line about content."""
    match entry:
        case ContentBegun():
            source = source_of(entry)
            return replace(durable, content=source, contents_shown=entry.number)
        case ContentEnded():
            return replace(durable, content=None)
        case PresentingLet():
            return replace(durable, presenter=entry.site)
        case PresentingOver():
            content = durable.content
            gone = content is not None and content.site == entry.site
            return replace(durable, presenter=None, content=None if gone else content)
        case _:
            assert_never(entry)


def source_of(entry: ContentBegun) -> ContentSource:
    """Returns what a line of the log says is shown."""
    return ContentSource(
        number=entry.number, path=entry.path, window=entry.window, screen=entry.screen, site=entry.site
    )
