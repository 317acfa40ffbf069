"""The file of the meeting that runs: taken into the log when it was read, and read again when it was changed."""

from console.commands import CommandRequest
from console.effects import NoteMeetingHeld, ReadMeetingFile
from console.events import MeetingFileRead
from console.meeting.meeting_entries import MeetingFileTaken
from console.receipts import end
from console.turn import Turn
from console.words import Outcome, SessionKind


def take_meeting_file(turn: Turn, event: MeetingFileRead) -> None:
    """Takes what the register has; nothing, of another meeting, or the same again changes nothing."""
    durable = turn.state.durable
    session, file = durable.session, event.file
    if session is None or file is None or session.meeting_uid != event.meeting_uid or file == durable.meeting_file:
        return
    turn.log(MeetingFileTaken(file=file))


def note_meeting_held(turn: Turn, person: str) -> None:
    """Lets the register say that a registered meeting was rehearsed or held; a test of the lines says nothing."""
    session, file = turn.state.durable.session, turn.state.durable.meeting_file
    if session is None or file is None or session.kind is SessionKind.TEST:
        return
    held = NoteMeetingHeld(meeting_uid=file.meeting_uid, kind=session.kind, person=person, wall_ms=turn.now.wall_ms)
    turn.do(held)


def reload_meeting_file(turn: Turn, request: CommandRequest) -> None:
    """Asks for the file again."""
    session = turn.state.durable.session
    if session is not None:
        turn.do(ReadMeetingFile(meeting_uid=session.meeting_uid))
    end(turn, request, Outcome.DONE)
