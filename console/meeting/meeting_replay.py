"""How the meeting's file and its cues give the durable state."""

from typing import assert_never

from msgspec.structs import replace

from console.durable import CueDone, Durable
from console.meeting.meeting_entries import AnyMeetingEntry, CueReturned, CueSkipped, CueTaken, MeetingFileTaken
from console.words import MAIN_SITE


def apply_meeting(durable: Durable, entry: AnyMeetingEntry, at_ms: int) -> Durable:
    """Returns the durable state after such a line."""
    match entry:
        case MeetingFileTaken():
            return replace(durable, meeting_file=entry.file)
        case CueTaken():
            done = CueDone(number=entry.number, at_ms=at_ms, site=entry.site, late_seconds=entry.late_seconds)
            return replace(_with(durable, done), cue_speaks="" if entry.site == MAIN_SITE else entry.site)
        case CueSkipped():
            return _with(durable, CueDone(number=entry.number, at_ms=at_ms, skipped=True))
        case CueReturned():
            kept = tuple(done for done in durable.cues_done if done.number <= entry.number)
            return replace(durable, cues_done=kept, cue=entry.number, cue_speaks="")
        case _:
            assert_never(entry)


def _with(durable: Durable, done: CueDone) -> Durable:
    return replace(durable, cues_done=(*durable.cues_done, done), cue=done.number)
