"""The ends of the podium transaction: on air, failed, rolled back, or made void by a newer order.

Rule: every run ends in exactly one outcome. A rollback brings podium, layout and microphones back as they were; an
order of silence that came in between has already closed them there (see `replay`), so that it never opens against it.
"""

from console.entries import PodiumRolledBack, PodiumVerified, ReturnRolledBack
from console.meeting.cue_notes import note_cue
from console.podium.podium_preset import preset_fault
from console.podium.podium_run import PodiumRun
from console.receipts import end
from console.turn import Turn
from console.words import MAIN_SITE, Outcome, Reason


def succeed_run(turn: Turn, run: PodiumRun) -> None:
    """Ends a run whose site is on air; logs the connection time with its parts. The main endpoint has none."""
    facts = run_facts(run)
    turn.change(run=None, last_reason=None)
    note_cue(turn, run.request)
    if run.site == MAIN_SITE:
        end(turn, run.request, Outcome.DONE, since_ms=run.started_ms, facts=facts)
        return
    entry = PodiumVerified(
        site=run.site,
        frame_ms=facts.get("frame_ms"),
        sound_ms=facts.get("sound_ms"),
        site_frame_ms=facts.get("site_frame_ms"),
        site_sound_ms=facts.get("site_sound_ms"),
        connection_ms=facts.get("connection_ms"),
    )
    turn.log(entry, run.request)
    end(turn, run.request, Outcome.DONE, preset_fault(turn.state, run), since_ms=run.started_ms, facts=facts)


def fail_run(turn: Turn, run: PodiumRun, reason: Reason) -> None:
    """Ends a run that did not come on air; what it had changed is taken back."""
    turn.change(run=None, last_reason=reason)
    outcome = Outcome.FAILED
    # From the main endpoint's picture there is no way back that would not open somebody: what is missing is said.
    if run.opened_ms is not None and run.site != MAIN_SITE:
        kind = ReturnRolledBack if run.returning else PodiumRolledBack
        turn.log(kind(site=run.site, reason=reason, order=turn.next_order()), run.request)
        outcome = Outcome.ROLLED_BACK
    end(turn, run.request, outcome, reason, since_ms=run.started_ms, facts=run_facts(run))


def interrupt_run(turn: Turn, run: PodiumRun) -> None:
    """Ends a run that a newer command made void; what it has opened, that command has closed or replaced."""
    turn.change(run=None)
    end(turn, run.request, Outcome.SUPERSEDED, Reason.SUPERSEDED, since_ms=run.started_ms, facts=run_facts(run))


def run_facts(run: PodiumRun) -> dict[str, int]:
    """Returns the measured times of a run in milliseconds since the command."""
    started, report = run.started_ms, run.opened_ms or run.started_ms
    parts = {
        "preflight_ms": run.preflight_ms,
        "preset_ms": run.preset_ms,
        "opened_ms": _since(started, run.opened_ms),
        "frame_ms": _since(started, run.frame_ms),
        "sound_ms": _since(started, run.sound_ms),
        "site_frame_ms": _since(started, report, run.site_frame_after_ms),
        "site_sound_ms": _since(started, report, run.site_sound_after_ms),
        "connection_ms": _connection_ms(run),
    }
    return {name: value for name, value in parts.items() if value is not None}


def _since(started_ms: int, at_ms: int | None, after_ms: int | None = 0) -> int | None:
    return None if at_ms is None or after_ms is None else at_ms + after_ms - started_ms


def _connection_ms(run: PodiumRun) -> int | None:
    """Returns the connection time: new frame and sound here, and the program's reported by the site."""
    if run.site_frame_after_ms is None or run.site_sound_after_ms is None:
        return None
    moments = (run.frame_ms, run.sound_ms, run.site_reported_ms)
    known = [moment for moment in moments if moment is not None]
    return max(known) - run.started_ms if len(known) == len(moments) else None
