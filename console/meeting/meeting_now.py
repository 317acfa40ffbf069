"""The file of the meeting that runs: taken into the log when it was read, and read again when it was changed."""

from msgspec.structs import replace

from console.commands import CommandRequest
from console.effects import NoteMeetingHeld, ReadMeetingFile
from console.events import MeetingFileRead
from console.meeting.meeting_commands import ReturnCue, TakeCue
from console.meeting.meeting_entries import MeetingFileTaken
from console.meeting.script_position import MovedScript
from console.receipts import end
from console.state import UndoStep
from console.turn import Turn
from console.words import Outcome, SessionKind


def take_meeting_file(turn: Turn, event: MeetingFileRead) -> None:
    """Takes what the register has; nothing, of another meeting, or the same again changes nothing."""
    durable = turn.state.durable
    session, file = durable.session, event.file
    if session is None or file is None or session.meeting_uid != event.meeting_uid or file == durable.meeting_file:
        return
    moved = None if durable.meeting_file is None else MovedScript(durable.meeting_file.cues, file.cues)
    turn.log(MeetingFileTaken(file=file))
    if moved is not None:
        _renumber(turn, moved)


def _renumber(turn: Turn, moved: MovedScript) -> None:
    """Lets a cue whose podium act runs, and what can be taken back, mean the same cues of the edited script."""
    run = turn.state.run
    if run is not None and run.cue is not None and isinstance(run.request.command, TakeCue):
        number = moved.number(run.cue.number)
        request = replace(run.request, command=replace(run.request.command, cue=number))
        turn.change(run=replace(run, request=request, cue=replace(run.cue, number=number)))
    pending = {
        id_: _undo_after(step, moved) if isinstance(step, UndoStep) else step
        for id_, step in turn.state.undo_pending.items()
    }
    turn.change(undo=tuple(_undo_after(step, moved) for step in turn.state.undo), undo_pending=pending)


def _undo_after(step: UndoStep, moved: MovedScript) -> UndoStep:
    if not isinstance(step.inverse, ReturnCue):
        return step
    return replace(step, inverse=replace(step.inverse, cue=moved.position(step.inverse.cue)))


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
