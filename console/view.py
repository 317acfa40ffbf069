"""What every view of the snapshot shares."""

import msgspec


class View(msgspec.Struct, frozen=True, kw_only=True, tag_field="view", tag=True):
    """Base of all views. Times are wall-clock milliseconds (UTC) unless the name says otherwise."""
