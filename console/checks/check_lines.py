"""How much a site's line carries: a short ramp of padding up to the bridge, then one down to the site.

Rules: never in an official session, and never while the site's microphone is in the meeting: a voice goes first, and
one that comes into the mix ends the ramp at once. Few sites at a time, so that the main endpoint's own line is not
what is measured. A site that cannot answer is not measured, and its sheet says so.
"""

from msgspec.structs import replace

from console.checks.check_messages import SiteLineTested, TestSiteLine
from console.checks.check_port import LineTested, TestLine
from console.checks.check_run import RAMPS, CheckRun, CheckStep
from console.checks.check_words import CheckItem
from console.engine_port import Capability
from console.state import State, link_of
from console.turn import Turn
from console.words import SessionKind, SiteId

MOST_RAMPS = 2
"""So many lines are filled up at once, while those before them are filled down."""
RAMP_MS = 6000
"""A ramp lasts 4 s at most; whoever has not told its end then does not answer."""
TURN_MS = 30_000
"""So long a site waits for its turn; then it is measured beside the others."""
LINE = frozenset({CheckItem.BANDWIDTH, CheckItem.BANDWIDTH_DOWN})


def ramps_allowed(state: State) -> bool:
    """Returns whether the session lets lines be filled with padding."""
    session = state.durable.session
    return session is not None and session.kind is not SessionKind.OFFICIAL


def can_ramp(state: State, site: SiteId) -> bool:
    """Returns whether a site's program takes part in a ramp."""
    link = link_of(state, site)
    answers = link.hello is not None and link.hello.can_test_line and link.control
    return answers and Capability.LINE_TEST in state.engine.capabilities


def picture_is_checked(state: State, site: SiteId) -> bool:
    """Returns whether a site under check shall send its largest picture: not while its line is filled."""
    run = state.checks.running.get(site)
    return run is not None and run.step not in (CheckStep.LINE_TURN, *RAMPS)


def line_is_filled(state: State, site: SiteId) -> bool:
    """Returns whether a site's line is full by our own doing: what it loses then says nothing of it."""
    run = state.checks.running.get(site)
    return run is not None and run.step in RAMPS


def begin_line_step(turn: Turn, run: CheckRun, step: CheckStep) -> CheckRun | None:
    """Returns the run in one of the steps of its line, which has begun; None where nothing is to be done in it."""
    state, now_ms = turn.state, turn.now.monotonic_ms
    wanted = LINE & set(run.items) and not run.on_air and ramps_allowed(state) and can_ramp(state, run.site)
    if not wanted:
        return None
    if step is CheckStep.LINE_TURN:
        return replace(run, step=step, test_id="", deadline_ms=now_ms + TURN_MS)
    test_id = f"line-{turn.now.wall_ms}-{turn.next_number()}"
    if step is CheckStep.LINE_UP and CheckItem.BANDWIDTH in run.items:
        turn.send(run.site, TestSiteLine(request_id=test_id, most_kilobits=state.rules.most_tried_kilobits))
    elif step is CheckStep.LINE_DOWN and CheckItem.BANDWIDTH_DOWN in run.items:
        turn.do(TestLine(request_id=test_id, site=run.site, most_kilobits=state.rules.most_tried_kilobits))
    else:
        return None
    return replace(run, step=step, test_id=test_id, deadline_ms=now_ms + RAMP_MS)


def line_step_over(state: State, run: CheckRun) -> bool:
    """Returns whether such a step has its answer, or its turn."""
    if run.on_air:
        return True
    match run.step:
        case CheckStep.LINE_TURN:
            return sum(other.step is CheckStep.LINE_UP for other in state.checks.running.values()) < MOST_RAMPS
        case CheckStep.LINE_UP:
            return run.line_up is not None
        case _:
            return run.line_down is not None


def end_ramp(turn: Turn, run: CheckRun) -> None:
    """Ends the ramp that a run may have under way."""
    if run.step is CheckStep.LINE_UP and run.line_up is None:
        turn.send(run.site, TestSiteLine(request_id=f"{run.test_id}-end", most_kilobits=0))
    elif run.step is CheckStep.LINE_DOWN and run.line_down is None:
        turn.do(TestLine(request_id=f"{run.test_id}-end", site=run.site, most_kilobits=0))


def take_line_test(turn: Turn, report: LineTested) -> None:
    """Takes what a line carried to a site."""
    run = turn.state.checks.running.get(report.site)
    if run is not None and run.step is CheckStep.LINE_DOWN and run.test_id == report.request_id:
        _put(turn, replace(run, line_down=report))


def take_site_line_test(turn: Turn, site: SiteId, report: SiteLineTested) -> None:
    """Takes what a site's line carried to the bridge."""
    run = turn.state.checks.running.get(site)
    if run is not None and run.step is CheckStep.LINE_UP and run.test_id == report.request_id:
        _put(turn, replace(run, line_up=report))


def _put(turn: Turn, run: CheckRun) -> None:
    checks = turn.state.checks
    turn.change(checks=replace(checks, running=checks.running | {run.site: run}))
