"""What the program shows: the layouts with their slots.

Rule: the effective picture follows from the durable state alone, except that grids show only sites that are there.
Under safe stop it is the main endpoint, whatever stands below.
"""

from console.commands import CommandRequest, SetLayout
from console.durable import Durable
from console.engine_port import SetProgram
from console.entries import LayoutSet
from console.floor.speech import speech_limit_seconds
from console.receipts import end
from console.recordings.recorder_views import is_recorded
from console.silence.microphones import connected, satellites
from console.state import State, site_name
from console.turn import Turn
from console.words import MAIN_SITE, Layout, Outcome, Reason, SiteId

GRID_SLOTS = {Layout.GRID_2X2: 4, Layout.GRID_3X3: 9}


def shown_layout(durable: Durable) -> Layout:
    """Returns the layout in effect."""
    podium = durable.podium
    if durable.session is None or durable.safe_stop is not None:
        return Layout.MAIN_ENDPOINT
    if podium.site is None and podium.layout in (Layout.PODIUM, Layout.PODIUM_BESIDE_MAIN):
        return Layout.MAIN_ENDPOINT
    return podium.layout


def layout_now(state: State) -> Layout:
    """Returns the layout in effect; while a camera on air moves under cover it is the main endpoint's picture."""
    layout, cover = shown_layout(state.durable), state.cover
    podium_shown = layout in (Layout.PODIUM, Layout.PODIUM_BESIDE_MAIN)
    covered = cover is not None and podium_shown and cover.site == state.durable.podium.site
    return Layout.MAIN_ENDPOINT if covered else layout


def program_slots(state: State) -> tuple[SiteId, ...]:
    """Returns the sites shown, in the layout's reading order; nobody before a session."""
    durable, layout = state.durable, layout_now(state)
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
    layout = layout_now(state)
    podium = durable.podium.site if durable.podium.site in slots else None
    speech = durable.speech if podium is not None and durable.speech is not None else None
    if speech is not None and speech.site != podium:
        speech = None
    plate = podium if podium is not None else MAIN_SITE
    return SetProgram(
        epoch=0,
        content=durable.content is not None and durable.safe_stop is None,
        layout=layout,
        slots=slots,
        podium_site=podium,
        return_site=MAIN_SITE if podium is not None else None,
        name_text=site_name(state, plate) if slots else "",
        speech_started_wall_ms=None if speech is None else speech.started_ms,
        speech_limit_seconds=None if speech is None else speech_limit_seconds(state.rules, speech),
        recorded=state.rules.recording_mark_on_picture and is_recorded(durable),
    )


def set_layout(turn: Turn, request: CommandRequest, command: SetLayout) -> None:
    """Sets the layout; without a site on the podium a podium layout is the wish for the next one."""
    if turn.state.durable.podium.layout is command.layout:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    turn.log(LayoutSet(layout=command.layout), request)
    end(turn, request, Outcome.DONE)
