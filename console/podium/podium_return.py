"""One key back: podium, layout and microphones as before the last podium act, verified like the podium itself.

Rules: the site that comes back is raised with the click; what opens waits for its "requested" line. Done is what the
engine says it shows and mixes, with the site's new frame and sound; else the state before "back" holds again. The main
endpoint is never rolled back from: that it is not confirmed is said.
"""

from console.commands import CommandRequest
from console.engine_port import Capability
from console.entries import PodiumReturned
from console.floor.speech import end_speech
from console.podium.podium_end import fail_run, interrupt_run
from console.podium.podium_run import PodiumRun
from console.podium.scenes import program_slots, wanted_program
from console.receipts import end
from console.silence.microphones import gate_fault
from console.state import State, link_of
from console.turn import Turn
from console.wanted import open_gates
from console.words import MAIN_SITE, LinkState, Outcome, PodiumPhase, Reason, SiteId


def ask_return(turn: Turn, request: CommandRequest, line: int) -> PodiumRun | None:
    """Begins to return to what was before the last podium act; one that has not opened anything is just dropped.

    Returns the run to be watched, None when there is none.
    """
    run = turn.state.run
    if run is not None:
        interrupt_run(turn, run)
    if run is not None and run.opened_ms is None and not run.returning:
        end(turn, request, Outcome.DONE)
    elif not turn.state.durable.history:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    elif _gone(turn.state):
        end(turn, request, Outcome.FAILED, Reason.SITE_NOT_CONNECTED)
    else:
        return _begin(turn, request, line)
    return None


def _gone(state: State) -> bool:
    site = state.durable.history[-1].podium.site
    return site is not None and link_of(state, site).state is not LinkState.LIVE


def _begin(turn: Turn, request: CommandRequest, line: int) -> PodiumRun:
    state, now_ms = turn.state, turn.now.monotonic_ms
    scene = state.durable.history[-1]
    site = scene.podium.site or MAIN_SITE
    controllable = link_of(state, site).controllable
    order = scene.microphones.get(site)
    log_deadline_ms = now_ms + state.rules.log_patience_ms
    run = PodiumRun(
        request=request,
        site=site,
        floor_request=None,
        phase=PodiumPhase.WAITING_FOR_LOG,
        started_ms=now_ms,
        line=line,
        log_deadline_ms=log_deadline_ms,
        phase_deadline_ms=log_deadline_ms,
        watch_id=f"watch-{turn.next_number()}",
        controllable=controllable,
        site_opens=site != MAIN_SITE and controllable and order is not None and order.heard and not order.open,
        previous=state.durable.podium.site,
        returning=True,
    )
    turn.change(run=run)
    return run


def open_previous(turn: Turn, run: PodiumRun) -> bool:
    """Brings podium, layout and microphones back; False when the site is gone meanwhile and the run has failed."""
    history = turn.state.durable.history
    site = history[-1].podium.site if history else None
    if not history or (site or MAIN_SITE) != run.site or _gone(turn.state):
        fail_run(turn, run, Reason.SITE_NOT_CONNECTED)
        return False
    speech = turn.state.durable.speech
    if speech is not None and speech.site != site:
        end_speech(turn, Reason.SUPERSEDED)
    turn.log(PodiumReturned(site=site, order=turn.next_order()), run.request)
    return True


def scene_fault(state: State, site: SiteId) -> Reason | None:
    """Returns what the engine has not confirmed yet of the scene that was ordered, None when all of it is so."""
    engine = state.engine
    told = engine.program == wanted_program(state) and engine.program_applied_epoch >= engine.program_epoch
    shown = told and set(program_slots(state)) <= set(engine.program_shown)
    if Capability.PROGRAM in engine.capabilities and not shown:
        return Reason.PROGRAM_NOT_SHOWN
    return Reason.GATE_UNCERTAIN if engine.gates != open_gates(state) else gate_fault(state, site)
