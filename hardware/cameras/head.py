"""A camera's head as its driver sees it: where it stands, where it shall go, how a request ended.

Rule: positions are the camera's own units and mean nothing at another camera.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from console.cameras.camera_profile import CameraProfile
from console.cameras.camera_words import CameraAbility, CameraLink
from console.words import Reason
from hardware.cameras.visca.delivery import DeliveryEvent, Ticket

NEAR_STEPS = 24
"""About a degree and a half on Sony's heads: what counts as the same place."""
NEAR_ZOOM = 160
"""A hundredth of the zoom's way."""
BESIDE_FACTOR = 6
"""A place that is missed by no more than so many times that is still the one that was meant."""
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

    def beside(self, other: "Position") -> bool:
        """Returns whether one is a little off the other: lost steps or a push, not another picture."""
        little = self._within(other, NEAR_STEPS * BESIDE_FACTOR, NEAR_ZOOM * BESIDE_FACTOR)
        return little and not self.near(other)

    def still(self, other: "Position") -> bool:
        """Returns whether a head with these two readings has not moved between them."""
        return self._within(other, STILL_STEPS, STILL_STEPS)

    def _within(self, other: "Position", steps: int, zoom_steps: int) -> bool:
        zoomed = self.zoom is not None and other.zoom is not None and abs(self.zoom - other.zoom) > zoom_steps
        return abs(self.pan - other.pan) <= steps and abs(self.tilt - other.tilt) <= steps and not zoomed


@dataclass(frozen=True, slots=True)
class Target:
    """Where a preset leads: a memory of the camera (a number, or a name that the camera gave), a position, or both."""

    slot: int | None
    position: Position | None
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Velocity:
    """Speeds of a move by hand, in per cent of the fastest; right, up and nearer are positive."""

    pan: int = 0
    tilt: int = 0
    zoom: int = 0
    focus: int = 0
    """Farther is positive; any focus by hand switches the automatic focus off."""


@dataclass(frozen=True, slots=True)
class HeadEnd:
    """The one end of a request; `reason` None is done. A save tells slot or token, and position.

    A save of which nobody knows whether the camera has taken it ends as CAMERA_UNCONFIRMED with the slot that it was
    sent for.
    """

    request_id: str
    reason: Reason | None
    slot: int | None = None
    position: Position | None = None
    token: str | None = None
    memory_gone: bool = False
    """It went there by position: the camera's memory is gone or leads elsewhere, and should be saved again."""


class HeadDriver(Protocol):
    """What every kind of camera is driven through, from the running event loop; nothing here waits."""

    @property
    def link(self) -> CameraLink:
        """Whether the camera can be used."""
        ...

    @property
    def model(self) -> str:
        """Maker and model as the camera tells them of itself, empty while it has not; no serial number, no firmware."""
        ...

    @property
    def abilities(self) -> tuple[CameraAbility, ...]:
        """What it can do, as far as it has shown."""
        ...

    @property
    def standing(self) -> Position | None:
        """Where the head stood when it was last asked while nothing of ours moved it; None is not known."""
        ...

    def open(self) -> None:
        """Begins to look for the camera."""
        ...

    def recall(self, request_id: str, target: Target) -> None:
        """Moves to a preset's place."""
        ...

    def save(self, request_id: str, slot: int, *, slug: str = "") -> None:
        """Keeps the present place; `slot` is the memory to use, `slug` an ASCII name for cameras that take names."""
        ...

    def drive(self, request_id: str, velocity: Velocity, hold_seconds: float) -> None:
        """Keeps moving by hand for a while."""
        ...

    def recalibrate(self, request_id: str) -> None:
        """Lets the head find its stops again; it swings all the way, so only a person asks for it."""
        ...

    def focus_automatically(self, request_id: str) -> None:
        """Leaves the focus to the camera."""
        ...

    def stop(self, request_id: str | None) -> None:
        """Stands still."""
        ...

    def close(self) -> None:
        """Stops the camera and lets it go; what is under way is told as failed."""
        ...


@runtime_checkable
class SwitchesOn(Protocol):
    """A driver that wakes its camera from standby."""

    def switch_on(self, request_id: str) -> None:
        """Wakes the camera."""
        ...


TellEnd = Callable[[HeadEnd], None]
"""Called once for every request."""

NewDriver = Callable[[CameraProfile, TellEnd, Callable[[], None]], HeadDriver]
"""Makes the driver of a profile; the last is called after every change of what its properties tell."""


@dataclass(slots=True)
class Traits:
    """What this camera has shown to know; None is not known yet."""

    position: bool | None = None
    zoom_position: bool | None = None
    power: bool | None = None
    """It says whether it is switched on."""
    memory: bool | None = None
    absolute: bool | None = None
    """It goes to a position that is sent."""
    lens: bool | None = None
    """It says what its lens is doing, and whether it is carrying out a recall."""
    position_octets: int | None = None
    """How long its answer to where it stands has to be; None is any known length."""
    widths: tuple[int, int] | None = None
    """How many nibbles it wrote for pan and tilt; positions are sent to it as wide."""
    zoom: int | None = None
    """Its newest answer to how far it is zoomed."""


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
