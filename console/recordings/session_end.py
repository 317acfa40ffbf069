"""The end of a session that is being recorded: the recording ends first, so that its last file stands in the log."""

from console.commands import CommandRequest, EndSession
from console.receipts import keep_in_flight
from console.recordings.recorder import can_record
from console.recordings.recorder_entries import RecordingTurned
from console.recordings.recording_words import RecordingBecause, RecordingWish
from console.sessions import end_session
from console.state import InFlight, Stage, State
from console.turn import Turn, forget

HOLD_SESSION_MS = 10_000
"""So long the end of a session waits for the last part's length and hash."""


def end_session_and_recording(turn: Turn, request: CommandRequest, command: EndSession) -> None:
    """Ends the session, at once where nothing is recorded."""
    if not _must_wait(turn.state):
        end_session(turn, request, command)
        return
    if turn.state.durable.recorded.wanted is not RecordingWish.OFF:
        turn.log(RecordingTurned(wanted=RecordingWish.OFF, because=RecordingBecause.SESSION_ENDED), request)
    now_ms = turn.now.monotonic_ms
    deadline_ms = now_ms + HOLD_SESSION_MS
    keep_in_flight(turn, InFlight(request=request, since_ms=now_ms, stage=Stage.RECORDING, deadline_ms=deadline_ms))


def end_held_session(turn: Turn) -> None:
    """Ends a session whose recording is written down, or has been waited for long enough."""
    for flight in tuple(turn.state.in_flight.values()):
        waits = _must_wait(turn.state) and turn.now.monotonic_ms < flight.deadline_ms
        if flight.stage is Stage.RECORDING and not waits and isinstance(flight.request.command, EndSession):
            turn.change(in_flight=forget(turn.state.in_flight, flight.request.command_id))
            end_session(turn, flight.request, flight.request.command)
            return


def _must_wait(state: State) -> bool:
    return state.durable.recorded.open_part is not None and can_record(state)
