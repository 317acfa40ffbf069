"""What follows when the wall clock of the bridge is set: moments that people see as ages move with it.

Rule: a duration is what has passed, not the difference of two readings of a clock that was set in between. Deadlines
and measurements use monotonic time and do not come here; lines of the log keep the moment that the clock showed then.
"""

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from console.durable import (
    Alarm,
    Delegation,
    Durable,
    Incident,
    MicrophoneOrder,
    OnDeck,
    Podium,
    SafeStop,
    Session,
    Silence,
    Speech,
)
from console.fixed import Fixed
from console.floor.floor_facts import FloorRequest
from console.state import Link, MicrophoneSeen, State

_MOMENTS: Mapping[type[Fixed], tuple[str, ...]] = {
    Session: ("started_ms",),
    MicrophoneOrder: ("since_ms",),
    Silence: ("since_ms",),
    SafeStop: ("since_ms",),
    Podium: ("since_ms",),
    OnDeck: ("since_ms", "ready_ms"),
    FloorRequest: ("asked_ms", "approved_ms"),
    Speech: ("started_ms",),
    Delegation: ("since_ms", "until_ms"),
    Incident: ("at_ms", "restore_expected_ms", "restored_ms", "closed_ms"),
    Alarm: ("raised_ms", "taken_ms", "cleared_ms"),
    Link: ("since_wall_ms",),
    MicrophoneSeen: ("reported_wall_ms", "observed_wall_ms", "forgotten_since_wall_ms"),
}
"""The wall-clock moments from which an age is counted while the meeting runs."""

_Fixed = TypeVar("_Fixed", bound=Fixed)
_Part = TypeVar("_Part", bound=Fixed | None)
_Key = TypeVar("_Key")


def step_durable(durable: Durable, by_ms: int) -> Durable:
    """Returns the durable state with its moments as the clock would have shown them that now is `by_ms` ahead."""
    return replace(
        durable,
        session=_stepped(durable.session, by_ms),
        silence=_stepped(durable.silence, by_ms),
        microphones=_all_stepped(durable.microphones, by_ms),
        safe_stop=_stepped(durable.safe_stop, by_ms),
        podium=_stepped(durable.podium, by_ms),
        on_deck=_stepped(durable.on_deck, by_ms),
        requests=tuple(_stepped(request, by_ms) for request in durable.requests),
        speech=_stepped(durable.speech, by_ms),
        incidents=tuple(_stepped(incident, by_ms) for incident in durable.incidents),
        alarms=_all_stepped(durable.alarms, by_ms),
        delegations=_all_stepped(durable.delegations, by_ms),
    )


def step_state(state: State, by_ms: int) -> State:
    """Returns the state with what it remembers beside the log on the clock that now is `by_ms` ahead."""
    dropped = state.dropped_wall_ms
    return replace(
        state,
        links=_all_stepped(state.links, by_ms),
        microphones=_all_stepped(state.microphones, by_ms),
        picture_old_wall_ms={site: at_ms + by_ms for site, at_ms in state.picture_old_wall_ms.items()},
        dropped_wall_ms=None if dropped is None else dropped + by_ms,
    )


def _stepped(fixed: _Part, by_ms: int) -> _Part:
    """Returns a part of the state with its moments moved; none stays none, and 0 is none where a moment must be."""
    if fixed is None:
        return fixed
    moved = {name: at_ms + by_ms for name in _MOMENTS[type(fixed)] if (at_ms := getattr(fixed, name))}
    return replace(fixed, **moved)


def _all_stepped(parts: dict[_Key, _Fixed], by_ms: int) -> dict[_Key, _Fixed]:
    return {key: _stepped(part, by_ms) for key, part in parts.items()}
