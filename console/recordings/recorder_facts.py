"""The files of a session's recording, as the log gives them back and as windows and records show them.

Times are wall-clock milliseconds (UTC).
"""

import msgspec

from console.recordings.recording_words import RecordingBecause, RecordingWish


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the recording."""

    part: int
    file: str
    begun_ms: int
    ended_ms: int | None = None
    """None: it grows, or what became of it is not known yet."""
    length_ms: int = 0
    file_bytes: int = 0
    sha256: str = ""
    because: RecordingBecause | None = None


class KeptPicture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of the program as a file."""

    picture: int
    file: str
    file_bytes: int
    sha256: str
    at_ms: int


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """What is wanted of the recording, and all its files."""

    wanted: RecordingWish = RecordingWish.OFF
    because: RecordingBecause = RecordingBecause.ASKED
    since_ms: int | None = None
    parts: tuple[Part, ...] = ()
    pictures: tuple[KeptPicture, ...] = ()

    @property
    def open_part(self) -> Part | None:
        """The part that grows, or whose end is not known."""
        return next((part for part in reversed(self.parts) if part.ended_ms is None), None)
