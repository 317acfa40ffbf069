"""What the log says of recording."""

from console.entry import Entry


class RecordingDecided(Entry):
    """The host allowed recording, or did not; noted by the line's actor."""

    allowed: bool
    decided_by: str
    note: str = ""
