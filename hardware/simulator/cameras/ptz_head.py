"""A head that turns, without a camera: where it stands at any moment, its memories, its ends of travel.

Rule: time is an argument; nothing moves between two calls of `advance` but what those two moments say. Units and ranges
are those of Sony's EVI heads (14.4 steps to a degree), speeds those of a brisk meeting room camera.
"""

from dataclasses import dataclass, field

PAN_END = 2448
TILT_ENDS = (-432, 1296)
ZOOM_END = 16384
PAN_STEPS_PER_SECOND = 60.0
"""Of one step of speed, of 24."""
TILT_STEPS_PER_SECOND = 50.0
ZOOM_STEPS_PER_SECOND = 900.0
RECALL_STEPS_PER_SECOND = 1400.0
RECALL_ZOOM_PER_SECOND = 9000.0
FOCUS_ENDS = (0x1000, 0xF000)
FOCUS_STEPS_PER_SECOND = 1000.0


@dataclass(frozen=True, slots=True)
class Place:
    """A position in the head's own units."""

    pan: float
    tilt: float
    zoom: float

    def held(self) -> "Place":
        """Returns the nearest place within the ends of travel."""
        return Place(
            min(max(self.pan, -PAN_END), PAN_END),
            min(max(self.tilt, TILT_ENDS[0]), TILT_ENDS[1]),
            min(max(self.zoom, 0.0), ZOOM_END),
        )

    def rounded(self) -> tuple[int, int, int]:
        """Returns pan, tilt and zoom as the camera tells them."""
        return round(self.pan), round(self.tilt), round(self.zoom)


WIDE = Place(0.0, 0.0, 0.0)


@dataclass
class PtzHead:
    """One head; it drives at speeds, or goes to a target, and stops at its ends."""

    place: Place = WIDE
    memories: dict[int, Place] = field(default_factory=dict[int, Place])
    brisk: float = 1.0
    """Factor of all speeds."""
    recalls: list[int] = field(default_factory=list[int])
    """Memories that were recalled, in order: what has really been carried out."""
    _speeds: tuple[int, int, int] = (0, 0, 0)
    _pan_tilt_target: tuple[float, float] | None = None
    _zoom_target: float | None = None
    moment: float = 0.0
    """Until when it has moved."""
    focus: float = 0x4000
    focus_speed: int = 0
    autofocus: bool = True

    @property
    def moving(self) -> bool:
        """Whether anything turns."""
        targets = self._pan_tilt_target is not None or self._zoom_target is not None
        return targets or self._speeds != (0, 0, 0) or self.focus_speed != 0

    @property
    def zooming(self) -> bool:
        """Whether the zoom moves."""
        return self._speeds[2] != 0 or self._zoom_target is not None

    def advance(self, now: float) -> None:
        """Moves on to a moment (seconds of a monotonic clock)."""
        passed, self.moment = max(0.0, now - self.moment), now
        if not self.moving:
            return
        focus = self.focus + self.focus_speed * FOCUS_STEPS_PER_SECOND * passed
        self.focus = min(max(focus, FOCUS_ENDS[0]), FOCUS_ENDS[1])
        pan_speed, tilt_speed, zoom_speed = self._speeds
        place, way = self.place, passed * self.brisk
        pan = place.pan + pan_speed * PAN_STEPS_PER_SECOND * way
        tilt = place.tilt + tilt_speed * TILT_STEPS_PER_SECOND * way
        zoom = place.zoom + zoom_speed * ZOOM_STEPS_PER_SECOND * way
        if self._pan_tilt_target is not None:
            pan = _towards(place.pan, self._pan_tilt_target[0], RECALL_STEPS_PER_SECOND * way)
            tilt = _towards(place.tilt, self._pan_tilt_target[1], RECALL_STEPS_PER_SECOND * way)
        if self._zoom_target is not None:
            zoom = _towards(place.zoom, self._zoom_target, RECALL_ZOOM_PER_SECOND * way)
        self.place = Place(pan, tilt, zoom).held()
        if self._pan_tilt_target == (self.place.pan, self.place.tilt):
            self._pan_tilt_target = None
        if self._zoom_target == self.place.zoom:
            self._zoom_target = None

    def drive_pan_tilt(self, pan: int, tilt: int) -> None:
        """Turns at these steps of speed until told otherwise."""
        self._pan_tilt_target = None
        self._speeds = (pan, tilt, self._speeds[2])

    def drive_zoom(self, speed: int) -> None:
        """Zooms at this step of speed until told otherwise."""
        self._zoom_target = None
        self._speeds = (self._speeds[0], self._speeds[1], speed)

    def go(self, pan: float | None, tilt: float | None, zoom: float | None) -> None:
        """Begins to go to a position; None leaves that part as it is."""
        wanted = Place(pan or 0.0, tilt or 0.0, zoom or 0.0).held()
        if pan is not None:
            self._pan_tilt_target = (wanted.pan, wanted.tilt)
            self._speeds = (0, 0, self._speeds[2])
        if zoom is not None:
            self._zoom_target = wanted.zoom
            self._speeds = (self._speeds[0], self._speeds[1], 0)

    def recall(self, slot: int) -> bool:
        """Begins to go to a memory; False when there is nothing in it."""
        place = self.memories.get(slot)
        if place is None:
            return False
        self.recalls.append(slot)
        self.go(place.pan, place.tilt, place.zoom)
        return True

    def halt(self) -> None:
        """Stands still where it is."""
        self._speeds, self._pan_tilt_target, self._zoom_target, self.focus_speed = (0, 0, 0), None, None, 0


def _towards(now: float, wanted: float, way: float) -> float:
    return wanted if abs(wanted - now) <= way else now + (way if wanted > now else -way)
