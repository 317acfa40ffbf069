"""The port between the polled head and a camera that is asked: what can be asked of it, and how it can go wrong.

Rule: every coroutine here ends by itself within its own deadline, either with an answer or with a `DeviceTrouble`;
nothing else is raised, whatever the camera answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from console.words import Reason
from hardware.cameras.head import STILL_STEPS, Position, Velocity

STILL_ZOOM = 16
"""Zoom readings that differ no more than a thousandth of the way are of a lens that stands still."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a camera says of itself now; None is not told. Some say "moving" for ever, so a position counts for more."""

    position: Position | None
    moving: bool | None


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a camera has; `model` is for people and empty where it says nothing."""

    drives: bool
    memory: bool
    absolute: bool
    """It goes to a position that is sent."""
    position: bool
    """It says where it stands."""
    focus: bool = False
    """Its focus can be moved by hand and left to itself."""
    model: str = ""


class DeviceTrouble(Exception):
    """The camera did not do it; the message says why in one sentence, without any login."""

    def __init__(self, reason: Reason, why: str) -> None:
        super().__init__(why)
        self.reason = reason


class MemoryGone(DeviceTrouble):
    """The camera knows nothing of this memory any more: it was restarted, replaced, or somebody deleted it."""

    def __init__(self, why: str) -> None:
        super().__init__(Reason.CAMERA_FORGOT, why)


class PolledDevice(Protocol):
    """One camera; used from one event loop, which is never the program's own."""

    async def set_up(self) -> Equipment:
        """Finds the camera and what it has; called again after it was lost, and when its clock or login changed."""
        ...

    async def where(self) -> Reading:
        """Asks where it stands."""
        ...

    async def go_to_memory(self, token: str) -> None:
        """Begins to move to a memory; raises `MemoryGone` where the camera says that it has none of that name."""
        ...

    async def keep(self, slot: int, slug: str) -> str:
        """Puts the present place in a memory of that number and ASCII name; returns the camera's own name of it."""
        ...

    async def go(self, position: Position) -> None:
        """Begins to move to a position."""
        ...

    async def move(self, velocity: Velocity) -> None:
        """Moves at these speeds; must be told again within a second, or the camera stops by itself where it can."""
        ...

    async def stop(self) -> None:
        """Stands still."""
        ...

    async def focus_by_itself(self) -> None:
        """Leaves the focus to the camera; raises CAMERA_CANNOT where it cannot be moved at all."""
        ...

    async def snapshot(self) -> bytes | None:
        """Returns what the camera shows now in a picture format of its own, None where it has none."""
        ...

    async def close(self) -> None:
        """Lets the camera go; never raises."""
        ...


def still(one: Position | None, other: Position | None) -> bool:
    """Returns whether a head with these two readings has not moved between them; False when one is not known."""
    if one is None or other is None:
        return False
    zooms = (one.zoom or 0) - (other.zoom or 0) if one.zoom is not None and other.zoom is not None else 0
    turned = max(abs(one.pan - other.pan), abs(one.tilt - other.tilt))
    return turned <= STILL_STEPS and abs(zooms) <= STILL_ZOOM


def all_still(places: Sequence[Position]) -> bool:
    """Returns whether a head with all these readings has not moved."""
    return all(still(places[0], place) for place in places[1:])
