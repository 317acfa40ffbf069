"""The base of what stands in a session log; the kinds are in `entries.py` and the files it unites."""

import msgspec

from console.command import kebab


class Entry(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag=kebab):
    """Base of all log entries; the tag is the kind as the file has it."""
