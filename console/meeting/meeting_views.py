"""What windows see of the running meeting's script."""

from console.meeting.cue_notes import cues_of
from console.meeting.meeting_snapshot import CueDoneView, ScriptView
from console.state import State


def script_view(state: State) -> ScriptView:
    """Returns where the script stands; empty without one."""
    durable = state.durable
    cues = cues_of(durable)
    if not cues:
        return ScriptView()
    run = state.run
    done = tuple(
        CueDoneView(
            number=own.number, at_ms=own.at_ms, site=own.site, late_seconds=own.late_seconds, skipped=own.skipped
        )
        for own in durable.cues_done
    )
    return ScriptView(
        next_cue=next((cue.number for cue in cues if cue.number > durable.cue), None),
        under_way=run.cue.number if run is not None and run.cue is not None else None,
        done=done,
    )
