"""What the conductor may ask of the engine's recorder, and what it reports; part of the engine port.

Rule: a file is named by its place below the folder of recordings, with `/` and plain letters (`<session>/<name>`); only
the engine knows that folder. A part is one file: it grows at its end and is never written to again once it has ended.
"""

from enum import StrEnum

from console.engine_base import Report, Verb


class RecordingFault(StrEnum):
    """Why a file could not be written, or read again."""

    DISK_FULL = "disk_full"
    DISK = "disk"
    """Any other trouble of the disk; the report's text says which."""
    SOURCE_GONE = "source_gone"
    """The worker that makes the program ended, or changed its picture's format: a new part goes on."""
    RECORDER_GONE = "recorder_gone"
    """The recorder's own process ended."""


class SetRecording(Verb):
    """Wants the program recorded into this file; None: into none. What grew before is ended in order.

    Answered by `RecordingSeen` once a second, and by one `RecordingEnded` for each file that was wanted.
    """

    file: str | None


class MeasureRecording(Verb):
    """Asks for the `RecordingEnded` of a file that was left behind by a recorder that is gone."""

    file: str


class KeepPicture(Verb):
    """Asks for one picture of the program as a file; answered by `PictureKept`."""

    request_id: str
    file: str


class RecordingSeen(Report):
    """How a part grows, once a second."""

    file: str
    length_ms: int
    """From its first to its last picture or sound."""
    file_bytes: int
    """The size of the file as the disk has it."""
    taken_bytes: int
    """Coded pictures and sound that arrived for it so far."""
    dropped_pictures: int = 0
    """Given up because the disk was too slow for them."""
    free_bytes: int | None = None


class RecordingEnded(Report):
    """A part is a finished file; with a `fault` it is what could be saved of it, with 0 bytes it is not there."""

    file: str
    length_ms: int
    file_bytes: int
    sha256: str
    """Lower-case hexadecimal digits, empty where the file could not be read."""
    fault: RecordingFault | None = None
    text: str = ""


class PictureKept(Report):
    """A picture of the program is a file; without bytes it could not be made (`text` says why)."""

    request_id: str
    file: str
    file_bytes: int
    sha256: str
    text: str = ""


class DiskSeen(Report):
    """How much room the folder of recordings has; told when that has changed noticeably."""

    free_bytes: int


RecorderVerb = SetRecording | MeasureRecording | KeepPicture
RecorderReport = RecordingSeen | RecordingEnded | PictureKept | DiskSeen
