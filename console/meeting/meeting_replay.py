"""How the meeting's file and its cues give the durable state."""

from typing import assert_never

from msgspec.structs import replace

from console.durable import CueDone, Durable
from console.meeting.meeting_entries import AnyMeetingEntry, CueReturned, CueSkipped, CueTaken, MeetingFileTaken
from console.meeting.script_position import MovedScript
from console.office.meeting_file import MeetingFile
from console.words import MAIN_SITE


def apply_meeting(durable: Durable, entry: AnyMeetingEntry, at_ms: int) -> Durable:
    """Returns the durable state after such a line."""
    match entry:
        case MeetingFileTaken():
            return _with_file(durable, entry.file)
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


def _with_file(durable: Durable, file: MeetingFile) -> Durable:
    """Takes a file; the script goes on where it stood, whatever was put in or taken out before that."""
    if durable.meeting_file is None or durable.meeting_file.cues == file.cues:
        return replace(durable, meeting_file=file)
    moved = MovedScript(durable.meeting_file.cues, file.cues)
    position = moved.position(durable.cue)
    return replace(durable, meeting_file=file, cue=position, cues_done=moved.done(durable.cues_done, position))


def _with(durable: Durable, done: CueDone) -> Durable:
    return replace(durable, cues_done=(*durable.cues_done, done), cue=done.number)
