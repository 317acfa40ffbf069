"""What the program shows: the layouts with their slots, and "back" to what was before the last podium act.

Rule: the effective picture follows from the durable state alone, except that grids show only sites that are there.
Under safe stop it is the main endpoint, whatever stands below.
"""

from console.commands import CommandRequest, SetLayout
from console.durable import Durable
from console.engine_port import SetProgram
from console.entries import LayoutSet, PodiumReturned
from console.microphones import connected, satellites
from console.podium_end import interrupt_run
from console.receipts import end, wait_for_log
from console.speech import end_speech
from console.state import InFlight, State, link_of, site_name
from console.turn import Turn
from console.words import MAIN_SITE, Layout, LinkState, Outcome, Reason, SiteId

GRID_SLOTS = {Layout.GRID_2X2: 4, Layout.GRID_3X3: 9}


def shown_layout(durable: Durable) -> Layout:
    """Returns the layout in effect."""
    podium = durable.podium
    if durable.session is None or durable.safe_stop is not None:
        return Layout.MAIN_ENDPOINT
    if podium.site is None and podium.layout in (Layout.PODIUM, Layout.PODIUM_BESIDE_MAIN):
        return Layout.MAIN_ENDPOINT
    return podium.layout


def program_slots(state: State) -> tuple[SiteId, ...]:
    """Returns the sites shown, in the layout's reading order; nobody before a session."""
    durable, layout = state.durable, shown_layout(state.durable)
    podium = durable.podium.site
    if durable.session is None:
        return ()
    match layout:
        case Layout.MAIN_ENDPOINT:
            return (MAIN_SITE,)
        case Layout.PODIUM:
            return (podium or MAIN_SITE,)
        case Layout.PODIUM_BESIDE_MAIN:
            return (podium or MAIN_SITE, MAIN_SITE)
        case Layout.GRID_2X2 | Layout.GRID_3X3:
            return _grid(state, GRID_SLOTS[layout])


def _grid(state: State, places: int) -> tuple[SiteId, ...]:
    """Main endpoint, podium, the queue in its order, then the others by number, as far as they are there."""
    first = [MAIN_SITE, state.durable.podium.site, *(request.site for request in state.durable.requests)]
    there = [site for site in (*first, *satellites(state)) if site is not None and connected(state, site)]
    return tuple(dict.fromkeys(there))[:places]


def wanted_program(state: State) -> SetProgram:
    """Returns the program as the engine shall show it, with epoch 0."""
    durable, slots = state.durable, program_slots(state)
    layout = shown_layout(durable)
    podium = durable.podium.site if durable.podium.site in slots else None
    speech = durable.speech if podium is not None and durable.speech is not None else None
    if speech is not None and speech.site != podium:
        speech = None
    plate = podium if podium is not None else MAIN_SITE
    return SetProgram(
        epoch=0,
        layout=layout,
        slots=slots,
        podium_site=podium,
        return_site=MAIN_SITE if podium is not None else None,
        name_text=site_name(state, plate) if slots else "",
        speech_started_wall_ms=None if speech is None else speech.started_ms,
        speech_limit_seconds=None if speech is None else state.rules.speech_limit_seconds,
    )


def set_layout(turn: Turn, request: CommandRequest, command: SetLayout) -> None:
    """Sets the layout; without a site on the podium a podium layout is the wish for the next one."""
    if turn.state.durable.podium.layout is command.layout:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    turn.log(LayoutSet(layout=command.layout), request)
    end(turn, request, Outcome.DONE)


# ---------------------------------------------------------------- back


def ask_return(turn: Turn, request: CommandRequest, line: int) -> None:
    """Begins to return to what was before the last podium act; one that has not opened anything is just dropped."""
    run = turn.state.run
    if run is not None:
        interrupt_run(turn, run)
    if run is not None and run.opened_ms is None:
        end(turn, request, Outcome.DONE)
    elif turn.state.durable.history:
        wait_for_log(turn, request, line)
    else:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)


def return_to_previous(turn: Turn, flight: InFlight) -> None:
    """Brings podium, layout and microphones back; a site that is gone meanwhile is refused, not shown."""
    history = turn.state.durable.history
    site = history[-1].podium.site if history else None
    gone = site is not None and link_of(turn.state, site).state is not LinkState.LIVE
    if not history or gone:
        end(turn, flight.request, Outcome.FAILED, Reason.SITE_NOT_CONNECTED, since_ms=flight.since_ms)
        return
    speech = turn.state.durable.speech
    if speech is not None and speech.site != site:
        end_speech(turn, Reason.SUPERSEDED)
    turn.log(PodiumReturned(site=site, order=turn.next_order()), flight.request)
    end(turn, flight.request, Outcome.DONE, since_ms=flight.since_ms)
