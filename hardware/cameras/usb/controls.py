"""The port between a USB camera and the system's camera controls: three axes with a range, read and set.

Rule: nothing here is asynchronous; a call may hang as long as the camera does, and belongs on a thread of its own.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from hardware.cameras.head import Position

ZOOM_STEPS = 16000
"""Ours, for the whole way of a zoom, whatever unit the camera has."""


class UsbTrouble(Exception):
    """The camera cannot be used by the system's controls; one sentence says why."""


class Axis(StrEnum):
    """What a camera moves."""

    PAN = "pan"
    TILT = "tilt"
    ZOOM = "zoom"


@dataclass(frozen=True, slots=True)
class AxisRange:
    """From where to where an axis goes, in the system's unit, and how many of our steps one unit is."""

    low: int
    high: int
    grain: int
    steps_per_unit: float
    origin: int = 0

    def inward(self, value: int) -> int:
        """Returns the system's value in our steps."""
        return round((value - self.origin) * self.steps_per_unit)

    def outward(self, steps: float) -> int:
        """Returns our steps in the system's unit: within the range, on the camera's grain."""
        wanted = min(max(self.origin + steps / self.steps_per_unit, self.low), self.high)
        grain = max(1, self.grain)
        return min(self.low + round((wanted - self.low) / grain) * grain, self.high)

    @property
    def way(self) -> float:
        """From end to end, in our steps."""
        return (self.high - self.low) * self.steps_per_unit


def zoom_range(low: int, high: int, grain: int) -> AxisRange:
    """Returns the range of a zoom, whose unit is the camera's own."""
    return AxisRange(low, high, grain, ZOOM_STEPS / max(1, high - low), origin=low)


Ranges = dict[Axis, AxisRange]


class CameraControls(Protocol):
    """One camera of the system."""

    def open(self) -> Ranges:
        """Opens the camera and returns what it can move; raises `UsbTrouble`."""
        ...

    def get(self, axis: Axis) -> int:
        """Returns where an axis is, in the system's unit; raises `UsbTrouble`."""
        ...

    def set(self, axis: Axis, value: int) -> None:
        """Lets an axis go there; raises `UsbTrouble`."""
        ...

    @property
    def name(self) -> str:
        """What the camera calls itself, empty before `open`."""
        ...

    def close(self) -> None:
        """Lets the camera go; never raises."""
        ...


def place_of(values: dict[Axis, int], ranges: Ranges) -> Position | None:
    """Returns the axes' values in our steps, None without pan and tilt and zoom; an axis that does not move is 0."""
    told = {axis: ranges[axis].inward(value) for axis, value in values.items() if axis in ranges}
    if not told:
        return None
    return Position(told.get(Axis.PAN, 0), told.get(Axis.TILT, 0), told.get(Axis.ZOOM))
