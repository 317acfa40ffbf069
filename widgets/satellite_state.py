"""What a site's own window shows: one frozen value, replaced whole by whoever runs the endpoint.

Rule: kinds, numbers and moments only; ages are worked out from the clock when they are painted.
"""

from dataclasses import dataclass

import msgspec

from console.trouble import Trouble
from console.words import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class SatelliteState:
    """One moment of one site, as its technician should see it. Moments are wall-clock milliseconds (UTC)."""

    joined: bool = False
    stopped: bool = False
    """The site has left and does not come back by itself."""
    replaced: bool = False
    """Another computer has joined as this site; nothing follows until the technician takes the place back."""
    trouble: str = ""
    """One sentence on why the site is not in the meeting, where it has no kind."""
    troubles: tuple[Trouble, ...] = ()
    """Why the site is not in the meeting, and what is missing in the room."""
    site_name: str = ""
    site_number: int | None = None
    main_name: str = ""
    title: str = ""
    microphone_open: bool = False
    microphone_ordered_open: bool = False
    may_open: bool = False
    has_microphone: bool = True
    reason: Reason | None = None
    """Why the microphone may not be opened."""
    since_ms: int | None = None
    """Since when the order holds."""
    listened: bool = False
    """The bridge alone listens to this room."""
    on_podium: bool = False
    on_deck: bool = False
    ready: bool = False
    queue_place: int | None = None
    asked_ms: int | None = None
    speech_started_ms: int | None = None
    speech_limit_seconds: int | None = None
    loss_percent: float | None = None
    frames_per_second: float | None = None
    room_level: float = 0.0
    """Level of the room's own microphone, 0 to 1."""


def state_of(told: msgspec.Struct) -> SatelliteState:
    """Returns the state that an endpoint tells in a message with the same names."""
    return SatelliteState(**msgspec.structs.asdict(told))
