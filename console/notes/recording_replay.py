"""How the log's lines about recording give the permission of the durable state."""

from msgspec.structs import replace

from console.durable import Durable, RecordingDecision
from console.notes.recording_entries import RecordingDecided


def apply_recording(durable: Durable, entry: RecordingDecided, at_ms: int, person: str) -> Durable:
    """Returns the durable state after a line about recording; `person` is the line's actor."""
    decision = RecordingDecision(
        allowed=entry.allowed, decided_by=entry.decided_by, note=entry.note, at_ms=at_ms, noted_by=person
    )
    return replace(durable, recording=decision)
