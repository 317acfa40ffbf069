"""Recording: allowed by the host, by name, before anything may be recorded; never in a confidential meeting.

Rules: nobody is recorded unasked, so silence means no. A meeting whose file says restricted or state secret allows none
whatever the host says, and a permission that was given before the file said so counts no more.
Sources: Đồng Nai articles 5.2 (state secrets), 8.3b (no recording without the host's permission) and 13.4 (no copies).
"""

from console.commands import CommandRequest
from console.durable import Durable
from console.meeting.meeting_snapshot import RecordingView
from console.notes.recording_commands import PermitRecording, RecordingCommand
from console.notes.recording_entries import RecordingDecided
from console.office.meeting import Confidentiality
from console.receipts import end
from console.recordings.recording_words import RecordingState
from console.turn import Turn
from console.words import Outcome, Reason


def confidentiality(durable: Durable) -> Confidentiality:
    """Returns what the running meeting's file says; a meeting without one is open."""
    return Confidentiality.OPEN if durable.meeting_file is None else durable.meeting_file.confidentiality


def is_open(durable: Durable) -> bool:
    """Returns whether pictures of what is said and shown may be kept at all."""
    return confidentiality(durable) is Confidentiality.OPEN


def may_record(durable: Durable) -> bool:
    """Returns whether the running meeting may be recorded."""
    decision = durable.recording
    return decision is not None and decision.allowed and confidentiality(durable) is Confidentiality.OPEN


def begin_recording(turn: Turn, request: CommandRequest, command: RecordingCommand) -> None:
    """Notes what the host decided."""
    durable, decided_by = turn.state.durable, command.decided_by.strip()
    allowed = isinstance(command, PermitRecording)
    if not decided_by:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
    elif allowed and confidentiality(durable) is not Confidentiality.OPEN:
        end(turn, request, Outcome.REFUSED, Reason.MEETING_CONFIDENTIAL)
    else:
        entry = RecordingDecided(allowed=allowed, decided_by=decided_by, note=command.note.strip())
        turn.log(entry, request)
        end(turn, request, Outcome.DONE)


def recording_view(durable: Durable, state: RecordingState = RecordingState.OFF) -> RecordingView:
    """Returns what windows see of it; `state` is how the recording itself stands."""
    decision = durable.recording
    secrecy = confidentiality(durable)
    if decision is None:
        return RecordingView(confidentiality=secrecy)
    return RecordingView(
        state=state,
        since_ms=durable.recorded.since_ms,
        confidentiality=secrecy,
        allowed=may_record(durable),
        decided_by=decision.decided_by,
        note=decision.note,
        at_ms=decision.at_ms,
        noted_by=decision.noted_by,
    )
