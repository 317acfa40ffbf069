"""What the log says of the meeting's file and its script: the file that was read, cues taken, left out, taken back."""

from console.entry import Entry
from console.office.meeting_file import MeetingFile
from console.words import SiteId


class MeetingFileTaken(Entry):
    """The meeting's file as the session acts on it from here."""

    file: MeetingFile


class CueTaken(Entry):
    """A cue of the script is carried out; `instead_of` and `late_seconds` say how it differs from the plan."""

    number: int
    title: str = ""
    site: SiteId = ""
    instead_of: SiteId | None = None
    """The planned site, when another was taken."""
    late_seconds: int | None = None
    """After its planned time (before it, if negative); None: it has none, or this is a rehearsal."""


class CueSkipped(Entry):
    number: int
    title: str = ""


class CueReturned(Entry):
    """The script stands after cue `number` again (0: before the first)."""

    number: int


AnyMeetingEntry = MeetingFileTaken | CueTaken | CueSkipped | CueReturned
