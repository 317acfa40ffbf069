"""Positions and speeds between ONVIF's coordinate spaces and our steps; pure.

Rule: the generic spaces (pan and tilt -1 to 1, zoom 0 to 1; PTZ Service Specification 5.2) are used where the camera
has them, else its first one, by its own range. A step is about a tenth of a degree, as with VISCA heads, so that "near"
and "still" mean the same for both; cameras that tell three decimals differ by two steps at rest.
"""

from dataclasses import dataclass
from typing import Any

from hardware.cameras.head import Position

PAN_STEPS = 2000
TILT_STEPS = 1000
ZOOM_STEPS = 16000

GENERIC = "/PositionGenericSpace"


@dataclass(frozen=True, slots=True)
class Axis:
    """The range of one axis in the camera's own unit, and ours for all of it."""

    low: float
    high: float
    steps: int
    """Ours, from the middle (or from `low` where that is 0) to `high`."""

    def inward(self, value: float) -> int:
        """Returns the camera's value in steps."""
        return round((value - self._origin) / self._reach * self.steps)

    def outward(self, steps: int) -> float:
        """Returns steps in the camera's unit, within its range."""
        return round(min(max(self._origin + steps / self.steps * self._reach, self.low), self.high), 5)

    @property
    def _origin(self) -> float:
        return self.low if self.low >= 0 else 0.0

    @property
    def _reach(self) -> float:
        return max(abs(self.high - self._origin), abs(self.low - self._origin)) or 1.0


@dataclass(frozen=True, slots=True)
class Spaces:
    """The spaces a camera is spoken to in; a URI is sent along only where it is not the generic one."""

    pan: Axis = Axis(-1.0, 1.0, PAN_STEPS)
    tilt: Axis = Axis(-1.0, 1.0, TILT_STEPS)
    zoom: Axis = Axis(0.0, 1.0, ZOOM_STEPS)
    pan_tilt_space: str | None = None
    zoom_space: str | None = None

    def position(self, pan: float, tilt: float, zoom: float | None) -> Position:
        """Returns what a camera tells, in our steps."""
        return Position(self.pan.inward(pan), self.tilt.inward(tilt), None if zoom is None else self.zoom.inward(zoom))

    def vector(self, position: Position) -> dict[str, Any]:
        """Returns a position as the arguments of an AbsoluteMove."""
        pan_tilt: dict[str, Any] = {"x": self.pan.outward(position.pan), "y": self.tilt.outward(position.tilt)}
        if self.pan_tilt_space is not None:
            pan_tilt["space"] = self.pan_tilt_space
        vector: dict[str, Any] = {"PanTilt": pan_tilt}
        if position.zoom is not None:
            zoom: dict[str, Any] = {"x": self.zoom.outward(position.zoom)}
            if self.zoom_space is not None:
                zoom["space"] = self.zoom_space
            vector["Zoom"] = zoom
        return vector


def spaces_of(pan_tilt: list[Any], zoom: list[Any]) -> Spaces:
    """Returns the spaces to use of those that a node offers for absolute moves (`Space2DDescription`, `Space1D…`).

    What a camera leaves out, or gives no sensible range, is taken as the generic space.
    """
    chosen, lens = _choose(pan_tilt), _choose(zoom)
    plain = Spaces()
    return Spaces(
        pan=_axis(chosen, "XRange", plain.pan),
        tilt=_axis(chosen, "YRange", plain.tilt),
        zoom=_axis(lens, "XRange", plain.zoom),
        pan_tilt_space=_foreign(chosen),
        zoom_space=_foreign(lens),
    )


def _choose(offered: list[Any]) -> Any:
    generic = [space for space in offered if str(getattr(space, "URI", "")).endswith(GENERIC)]
    return next(iter(generic or offered), None)


def _foreign(space: Any) -> str | None:
    uri = str(getattr(space, "URI", "") or "")
    return None if not uri or uri.endswith(GENERIC) or not uri.isascii() else uri


def _axis(space: Any, name: str, plain: Axis) -> Axis:
    span = getattr(space, name, None)
    low, high = getattr(span, "Min", None), getattr(span, "Max", None)
    if not isinstance(low, float | int) or not isinstance(high, float | int) or not -1e6 < low < high < 1e6:
        return plain
    return Axis(float(low), float(high), plain.steps)
