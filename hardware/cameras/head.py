"""A camera's head as its driver sees it: where it stands, where it shall go, how a request ended.

Rule: positions are the camera's own units and mean nothing at another camera.
"""

from dataclasses import dataclass
from typing import Protocol

from console.words import Reason
from hardware.cameras.visca.delivery import DeliveryEvent, Ticket

NEAR_STEPS = 24
"""About a degree and a half on Sony's heads: what counts as the same place."""
NEAR_ZOOM = 160
"""A hundredth of the zoom's way."""
STILL_STEPS = 2
"""Readings that differ no more than this are of a head that stands still."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a head stands; `zoom` None where the camera does not tell."""

    pan: int
    tilt: int
    zoom: int | None

    def near(self, other: "Position") -> bool:
        """Returns whether the two are the same place for the eye."""
        return self._within(other, NEAR_STEPS, NEAR_ZOOM)

    def still(self, other: "Position") -> bool:
        """Returns whether a head with these two readings has not moved between them."""
        return self._within(other, STILL_STEPS, STILL_STEPS)

    def _within(self, other: "Position", steps: int, zoom_steps: int) -> bool:
        zoomed = self.zoom is not None and other.zoom is not None and abs(self.zoom - other.zoom) > zoom_steps
        return abs(self.pan - other.pan) <= steps and abs(self.tilt - other.tilt) <= steps and not zoomed


@dataclass(frozen=True, slots=True)
class Target:
    """Where a preset leads: a memory of the camera, a position, or both."""

    slot: int | None
    position: Position | None


@dataclass(frozen=True, slots=True)
class Velocity:
    """Speeds of a move by hand, in per cent of the fastest; right, up and nearer are positive."""

    pan: int = 0
    tilt: int = 0
    zoom: int = 0


@dataclass(frozen=True, slots=True)
class HeadEnd:
    """The one end of a request; `reason` None is done. A save tells slot and position."""

    request_id: str
    reason: Reason | None
    slot: int | None = None
    position: Position | None = None


@dataclass(slots=True)
class Traits:
    """What this camera has shown to know; None is not known yet."""

    position: bool | None = None
    zoom_position: bool | None = None
    power: bool | None = None
    """It says whether it is switched on."""
    memory: bool | None = None


class Mouth(Protocol):
    """How one errand speaks to the camera; the answers come back to that errand alone."""

    @property
    def loses(self) -> bool:
        """Whether a command may get lost on the way without the delivery noticing."""
        ...

    def submit(self, packet: bytes, now: float, *, urgent: bool = False) -> Ticket:
        """Sends a packet."""
        ...

    def withdraw(self, ticket: Ticket) -> None:
        """Forgets a packet."""
        ...


class Errand(Protocol):
    """Something the driver does with the head over some time; it speaks through its `Mouth`."""

    def take(self, event: DeliveryEvent, now: float) -> None:
        """Takes what came of a packet of this errand."""
        ...

    def tick(self, now: float) -> None:
        """Does what is due."""
        ...

    def next_due(self) -> float | None:
        """Returns when `tick` is due."""
        ...
