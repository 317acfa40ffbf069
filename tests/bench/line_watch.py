"""What a site on a bad line sees, and what the others see of it: longest freezes, and what became of every 20 ms.

Rule: a freeze is the time between two pictures that differ, measured where they are looked at: at a site every decoded
picture of the program, for the site's own tile the counter that its camera draws (`frame_marker`), read from a program
that shows all sites in a grid. Written on the decoding thread, read on the loop: single values only.
"""

import time
from dataclasses import dataclass, field

import av

from console.engine_port import SetProgram
from console.words import Layout
from hardware.engines.embedded.scene import program_scene
from hardware.engines.embedded.yuv import fitted
from hardware.simulator.observer import ProgramObserver
from hardware.simulator.rooms.frame_marker import read_marker
from hardware.simulator.rooms.planes import Plane, views_of

ROOM_SIZE = (320, 180)
GRID_PLACES = 9


@dataclass(slots=True)
class Freezes:
    """The longest time without a new picture since `begin`; the time that is still running counts too."""

    longest_seconds: float = 0.0
    pictures: int = 0
    last_seconds: float | None = None

    def seen(self, now: float) -> None:
        """Takes a picture."""
        self.longest_seconds = self.until(now)
        self.last_seconds = now
        self.pictures += 1

    def until(self, now: float) -> float:
        """Returns the longest freeze up to now."""
        running = 0.0 if self.last_seconds is None else now - self.last_seconds
        return max(self.longest_seconds, running)

    def begin(self, now: float) -> None:
        """Counts from now on."""
        self.longest_seconds, self.pictures, self.last_seconds = 0.0, 0, now


class WatchingSite(ProgramObserver):
    """A satellite that notes when a picture of the program was there to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.freezes = Freezes()

    def show(self, frame: av.VideoFrame) -> None:
        super().show(frame)
        self.freezes.seen(time.monotonic())


@dataclass(slots=True)
class SiteOnGrid:
    """One site as the grid shows it."""

    freezes: Freezes = field(default_factory=Freezes)
    counter: int | None = None


class WatchingGrid(ProgramObserver):
    """A site on a good line that sees all others in the program's grid."""

    def __init__(self) -> None:
        super().__init__()
        self.sites: dict[int, SiteOnGrid] = {}
        names = tuple(str(place) for place in range(GRID_PLACES))
        scene = program_scene(SetProgram(epoch=0, layout=Layout.GRID_3X3, slots=names))
        self._rectangles = [(cell.x, cell.y, cell.width, cell.height) for cell in scene.cells]

    def show(self, frame: av.VideoFrame) -> None:
        super().show(frame)
        now, luma = time.monotonic(), views_of(frame)[0]
        self._look(luma, now)  # where one site alone is shown
        for rectangle in self._rectangles:
            self._look(_room_in(luma, *rectangle), now)

    def _look(self, room: Plane, now: float) -> None:
        marker = read_marker(room)
        if marker is None:
            return
        site = self.sites.setdefault(marker.site_number, SiteOnGrid())
        if site.counter != marker.counter:
            site.counter = marker.counter
            site.freezes.seen(now)


def _room_in(luma: Plane, left: int, top: int, width: int, height: int) -> Plane:
    inner_width, inner_height = fitted(*ROOM_SIZE, width, height)
    left += (width - inner_width) // 2 & ~1
    top += (height - inner_height) // 2 & ~1
    return luma[top : top + inner_height, left : left + inner_width]
