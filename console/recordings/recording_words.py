"""The kinds that recordings are told in."""

from enum import StrEnum


class RecordingWish(StrEnum):
    """What the operator wants of the recording."""

    OFF = "off"
    ON = "on"
    PAUSED = "paused"


class RecordingBecause(StrEnum):
    """Why the recording was turned on or off, or why a part ended."""

    ASKED = "asked"
    DISK_FULL = "disk_full"
    """Less than 1 GB was left: it was stopped in order."""
    FORBIDDEN = "forbidden"
    """The permission was taken back, or the meeting turned out to be confidential."""
    SESSION_ENDED = "session_ended"
    INTERRUPTED = "interrupted"
    """The bridge, a worker or the recorder ended; a new part goes on where the recording is still wanted."""
    DISK_FAILED = "disk_failed"


class RecordingState(StrEnum):
    """How a recording stands."""

    OFF = "off"
    STARTING = "starting"
    """Wanted, and nothing has reached the disk yet."""
    RUNNING = "running"
    PAUSED = "paused"
    STALLED = "stalled"
    """Wanted, and the file does not gain what it should."""
