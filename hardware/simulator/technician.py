"""The person at a simulated site: asks for the floor, says Ready, opens the microphone, speaks, and ends.

Rule: he acts on what his own window would show him and on nothing else, and does nothing that a person could not.
"""

import asyncio
from collections.abc import Callable

from hardware.endpoint.endpoint_state import EndpointState, JoinPhase
from hardware.endpoint.site_agent import SiteAgent
from hardware.simulator.province_orders import Technician


class SimulatedTechnician:
    """Watches one agent; `look` is called after every change of its state."""

    def __init__(self, temper: Technician) -> None:
        self._temper = temper
        self._agent: SiteAgent | None = None
        self._before = EndpointState()
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def sit_down(self, agent: SiteAgent) -> None:
        """Takes the site's keyboard."""
        self._agent = agent

    def look(self) -> None:
        """Sees the state and plans what a change asks for."""
        if self._agent is None:
            return
        state, before = self._agent.state, self._before
        self._before = state
        if state.phase is not JoinPhase.JOINED:
            self.stand_up()
        elif before.phase is not JoinPhase.JOINED:
            self._plan("ask", self._temper.asks_floor_after, self._agent.ask_floor)
        self._look_at_place(state, before)

    def stand_up(self) -> None:
        """Drops all plans."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def _look_at_place(self, state: EndpointState, before: EndpointState) -> None:
        assert self._agent is not None
        agent, temper = self._agent, self._temper
        if is_on_deck(state) and not is_on_deck(before):
            self._plan("ready", temper.ready_after, agent.say_ready)
        if may_speak(state) and not may_speak(before):
            self._plan("open", temper.opens_after, lambda: agent.press_microphone(wants_open=True))
        if is_speaking(state) and not is_speaking(before):
            self._plan("end", temper.speaks_for, agent.end_speech)
        if is_speaking(before) and not is_speaking(state) and state.phase is JoinPhase.JOINED:
            self._plan("ask", temper.asks_floor_after, agent.ask_floor)

    def _plan(self, what: str, after_seconds: float | None, act: Callable[[], object]) -> None:
        if after_seconds is None:
            return
        if (earlier := self._timers.pop(what, None)) is not None:
            earlier.cancel()

        def do() -> None:
            self._timers.pop(what, None)
            act()

        self._timers[what] = asyncio.get_running_loop().call_later(after_seconds, do)


def is_on_deck(state: EndpointState) -> bool:
    """Whether the window says "next"."""
    return state.place is not None and state.place.on_deck


def may_speak(state: EndpointState) -> bool:
    """Whether the window says "you may open your microphone now"."""
    on_podium = state.place is not None and state.place.on_podium
    return on_podium and state.microphone.technician_may_open and not state.microphone.open


def is_speaking(state: EndpointState) -> bool:
    """Whether the site is on the podium with its microphone open."""
    return state.place is not None and state.place.on_podium and state.microphone.open
