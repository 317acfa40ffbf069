"""What is due when: the one next deadline of a state, and what passes with time.

Rule: deadlines are fields of the state, never timers; `next_deadline` only reads them.
"""

from console.alarms.alarms import next_alarm_ms
from console.cameras.cameras import expire_cameras
from console.cameras.presets import expire_presets
from console.checks.check_steps import next_check_ms
from console.control.control import expire_control
from console.receipts import end
from console.recordings.recorder import expire_pictures, next_recorder_ms
from console.silence.microphones import judge_microphone
from console.sites.roster import close_partings, judge_age, ping_sites
from console.state import Stage, State, seen_of
from console.turn import Turn
from console.wanted import repeat_rungs
from console.words import LinkState, Outcome, Reason


def next_deadline(state: State) -> int | None:
    """Returns the monotonic millisecond at which `TimePassed` is due, or None."""
    due = [flight.deadline_ms for flight in state.in_flight.values()]
    due += [held.deadline_ms for held in state.held_receipts]
    due += [watch.sent_ms + state.rules.rung_repeat_ms for watch in state.rungs.values()]
    due += [parting.until_ms for parting in state.partings.values()]
    due += [drive.until_ms for drive in state.drives.values()]
    due += [] if state.cover is None else [state.cover.until_ms]
    check_ms = next_check_ms(state)
    if check_ms is not None:
        due.append(check_ms)
    if state.run is not None:
        due.append(state.run.phase_deadline_ms)
    if state.dropped_ms is not None:
        due.append(state.dropped_ms + state.rules.speaker_dropped_seconds * 1000)
    if state.sweep_due_ms is not None:
        due.append(state.sweep_due_ms)
    recorder_ms = next_recorder_ms(state)
    if recorder_ms is not None:
        due.append(recorder_ms)
    alarm_ms = next_alarm_ms(state)
    if alarm_ms is not None:
        due.append(alarm_ms)
    return min(due, default=None)


def pass_time(turn: Turn) -> None:
    """Carries out what is due without any message saying so."""
    expire_control(turn)
    expire_presets(turn)
    expire_cameras(turn)
    expire_pictures(turn)
    _expire_directory(turn)
    repeat_rungs(turn)
    close_partings(turn)
    _sweep(turn)


def _expire_directory(turn: Turn) -> None:
    for flight in tuple(turn.state.in_flight.values()):
        if flight.stage is Stage.DIRECTORY and turn.now.monotonic_ms >= flight.deadline_ms:
            end(turn, flight.request, Outcome.FAILED, Reason.TIMEOUT, since_ms=flight.since_ms)


def _sweep(turn: Turn) -> None:
    """Looks at every connected site four times a second: age, violations, forgotten microphones, signs of life."""
    state, now_ms = turn.state, turn.now.monotonic_ms
    if state.sweep_due_ms is not None and now_ms < state.sweep_due_ms:
        return
    present = [site for site, link in state.links.items() if link.connection or link.state is LinkState.CONNECTING]
    turn.change(sweep_due_ms=now_ms + state.rules.sweep_ms if present else None)
    for site in present:
        judge_age(turn, site)
        seen = seen_of(turn.state, site)
        if seen.reported_open or seen.sounding or seen.violation:
            judge_microphone(turn, site)
    ping_sites(turn)
