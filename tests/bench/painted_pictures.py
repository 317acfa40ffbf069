"""Pictures for a window under measurement: every wanted slot gets new ones at its rate, each at its own phase.

Rule: they are written into real slots in exactly the size that the window named, as the media workers do; two pictures
are made per size beforehand and written in turn, so that the writer costs little beside what is measured.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from console.engine_port import SetViews
from hardware.link.frame_slots import FrameWriter

PROGRAM_FPS = 25
GOLDEN = 0.618
"""Phases at multiples of it are spread evenly for any number of sites."""


@dataclass(slots=True)
class _Stream:
    width: int
    height: int
    period_seconds: float
    due_seconds: float
    count: int = 0


class PaintedPictures:
    """The slots that a window wants, kept moving."""

    def __init__(self, writer: FrameWriter, tile_fps: int, clock: Callable[[], float]) -> None:
        """`clock` gives monotonic seconds."""
        self._writer, self._tile_fps, self._clock = writer, tile_fps, clock
        self._streams: dict[str, _Stream] = {}

    def take_views(self, views: SetViews | None) -> None:
        """Writes these pictures from now on, and no others."""
        wanted = _sizes(views) if views is not None else {}
        for key in [key for key in self._streams if key not in wanted]:
            del self._streams[key]
            self._writer.drop(key)
        for index, (key, (width, height)) in enumerate(wanted.items()):
            period = 1 / (PROGRAM_FPS if key.startswith("program") else self._tile_fps)
            due = self._clock() + index * GOLDEN % 1 * period
            self._streams[key] = _Stream(width, height, period, due)

    def write_due(self) -> float:
        """Writes every picture that is due; returns the seconds until the next one."""
        now = self._clock()
        for key, stream in self._streams.items():
            if stream.due_seconds <= now:
                self._write(key, stream, now)
        following = (stream.due_seconds for stream in self._streams.values())
        return max(0.0, min(following, default=now + 0.1) - self._clock())

    def _write(self, key: str, stream: _Stream, now: float) -> None:
        stream.count += 1
        stream.due_seconds += stream.period_seconds * max(1, int((now - stream.due_seconds) / stream.period_seconds))
        picture = _picture(stream.width, stream.height, stream.count % 2)
        width, height = stream.width, stream.height
        self._writer.write(key, picture, width, height, 4 * width, int(now * 1000), stream.count)


def _sizes(views: SetViews) -> dict[str, tuple[int, int]]:
    sizes = {f"tile/{tile.site}": (tile.width, tile.height) for tile in views.tiles}
    sizes["program"] = (views.program_width, views.program_height)
    sizes |= {f"program/{place.place}": (place.width, place.height) for place in views.further_program}
    if views.on_deck is not None:
        sizes["on_deck"] = (views.on_deck.width, views.on_deck.height)
    return {key: size for key, size in sizes.items() if 0 not in size}


@lru_cache(maxsize=32)
def _picture(width: int, height: int, turn: int) -> bytes:
    """Returns a grey slope with a bar that moves, BGRA."""
    picture = np.full((height, width, 4), 255, np.uint8)
    picture[:, :, :3] = np.linspace(40, 160, width, dtype=np.uint8)[None, :, None]
    left = width * (1 + turn) // 4
    picture[height // 3 : height * 2 // 3, left : left + width // 8, :3] = (60, 120, 200)
    return picture.tobytes()
