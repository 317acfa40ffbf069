"""The file of the meeting that runs: taken into the log when it was read, and read again when it was changed."""

from console.commands import CommandRequest
from console.effects import ReadMeetingFile
from console.events import MeetingFileRead
from console.meeting_entries import MeetingFileTaken
from console.receipts import end
from console.turn import Turn
from console.words import Outcome


def take_meeting_file(turn: Turn, event: MeetingFileRead) -> None:
    """Takes what the register has; nothing, of another meeting, or the same again changes nothing."""
    durable = turn.state.durable
    session, file = durable.session, event.file
    if session is None or file is None or session.meeting_uid != event.meeting_uid or file == durable.meeting_file:
        return
    turn.log(MeetingFileTaken(file=file))


def reload_meeting_file(turn: Turn, request: CommandRequest) -> None:
    """Asks for the file again."""
    session = turn.state.durable.session
    if session is not None:
        turn.do(ReadMeetingFile(meeting_uid=session.meeting_uid))
    end(turn, request, Outcome.DONE)
