"""What the log says of recordings and pictures: who wanted them, and every file with its length and hash."""

from console.entry import Entry
from console.recordings.recording_words import RecordingBecause, RecordingWish


class RecordingTurned(Entry):
    """The recording was turned on, paused or ended; `allowed_by` is whose permission was in force."""

    wanted: RecordingWish
    because: RecordingBecause
    allowed_by: str = ""


class RecordingPartBegun(Entry):
    """A part began to be written; numbers begin at 1 in each session."""

    part: int
    file: str
    """Below the folder of recordings."""


class RecordingPartEnded(Entry):
    """A part is a finished file; without bytes nothing of it is there, without a hash it could not be read again."""

    part: int
    file: str
    length_ms: int
    file_bytes: int
    sha256: str
    because: RecordingBecause
    text: str = ""


class PictureTaken(Entry):
    """A picture of the program is a file."""

    picture: int
    file: str
    file_bytes: int
    sha256: str
    note: str = ""


AnyRecorderEntry = RecordingTurned | RecordingPartBegun | RecordingPartEnded | PictureTaken
