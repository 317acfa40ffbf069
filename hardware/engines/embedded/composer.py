"""Paints a scene on one standing canvas: only what changed since the last picture is painted again.

Rule: an encoder copies what it is given, so the canvas may be painted over as soon as `encode` has returned. A cell
without a fresh picture shows a slate. Plates are opaque, so painting them twice changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import av

from console.words import SiteId
from hardware.engines.embedded.captions import (
    OVER_LIMIT_COLOUR,
    SLATE_COLOUR,
    TEXT_COLOUR,
    Captions,
    timer_text,
)
from hardware.engines.embedded.scene import SILENT_SECONDS, Cell, Scene
from hardware.engines.embedded.yuv import Planes, Scaler, fitted, planes_of

GROUND_COLOUR = (10, 13, 18)
_PLATE_SHARE = 12
"""The plate's height is the picture's height divided by this."""


_Plates = tuple[str, str, bool]
"""The name, the timer, and whether the mark of a recording stands."""


@dataclass(frozen=True, slots=True)
class SourcePicture:
    """The newest decoded picture of a site; `number` grows with every picture."""

    frame: av.VideoFrame
    decoded_at: float
    number: int


class Composer:
    """Composes scenes of one size; used by one thread."""

    def __init__(self, width: int, height: int, captions: Captions) -> None:
        self.frame = av.VideoFrame(width, height, "yuv420p")
        """The canvas; its pixels change with the next `compose`."""
        self._canvas = planes_of(self.frame)
        self._captions = captions
        self._scalers: dict[SiteId, Scaler] = {}
        self._cells: tuple[Cell, ...] | None = None
        self._painted: dict[Cell, tuple[int, tuple[int, int]] | str] = {}
        self._plates: _Plates | None = None

    def compose(self, scene: Scene, pictures: Mapping[SiteId, SourcePicture], now: float, wall_ms: int) -> bool:
        """Brings the canvas up to date; tells whether a pixel may have changed."""
        plates = (scene.name_text, _timer(scene, wall_ms), scene.recorded)
        if scene.cells != self._cells or self._plates_shrank(plates):
            self._start_anew(scene)
        changed = False
        for cell in scene.cells:
            changed |= self._paint_cell(cell, scene, pictures.get(cell.site), now)
        if changed or plates != self._plates:
            self._paint_plates(scene, plates[1], wall_ms)
            changed, self._plates = True, plates
        return changed

    def _plates_shrank(self, plates: _Plates) -> bool:
        # A wider or taller plate covers the old one; anything else leaves a remainder of it on a still picture.
        old = self._plates
        return old is not None and (old[0] != plates[0] or len(old[1]) > len(plates[1]) or old[2] > plates[2])

    def _start_anew(self, scene: Scene) -> None:
        self._canvas.fill(GROUND_COLOUR, 0, 0, self._canvas.width, self._canvas.height)
        self._cells, self._plates = scene.cells, None
        self._painted.clear()
        sites = set(scene.sites)
        self._scalers = {site: scaler for site, scaler in self._scalers.items() if site in sites}

    def _paint_cell(self, cell: Cell, scene: Scene, picture: SourcePicture | None, now: float) -> bool:
        if picture is None or now - picture.decoded_at > SILENT_SECONDS:
            return self._paint_slate(cell, scene.slate_text)
        size = (picture.frame.width, picture.frame.height)
        state = (picture.number, size)
        old = self._painted.get(cell)
        if old == state:
            return False
        inner = fitted(*size, cell.width, cell.height)
        if inner != (cell.width, cell.height) and (old is None or isinstance(old, str) or old[1] != size):
            self._canvas.fill(GROUND_COLOUR, cell.x, cell.y, cell.width, cell.height)
        scaler = self._scalers.setdefault(cell.site, Scaler())
        scaled = planes_of(scaler.scale(picture.frame, *inner, "yuv420p"))
        self._canvas.paste(scaled, *_centred(cell, scaled))
        self._painted[cell] = state
        return True

    def _paint_slate(self, cell: Cell, text: str) -> bool:
        if self._painted.get(cell) == text:
            return False
        if text:
            self._canvas.paste(self._captions.slate(text, cell.width, cell.height), cell.x, cell.y)
        else:
            self._canvas.fill(SLATE_COLOUR, cell.x, cell.y, cell.width, cell.height)
        self._painted[cell] = text
        return True

    def _paint_plates(self, scene: Scene, timer: str, wall_ms: int) -> None:
        height = (self._canvas.height // _PLATE_SHARE) & ~1
        left, top = height & ~1, self._canvas.height - height * 8 // 5 & ~1
        if scene.recorded:
            mark = self._captions.recording_mark(height * 2 // 3 & ~1)
            self._canvas.paste(mark, self._canvas.width - mark.width - left // 2 & ~1, left // 2 & ~1)
        if scene.name_text:
            name = self._captions.name_plate(scene.name_text, height, self._canvas.width * 7 // 10)
            self._canvas.paste(name, left, top)
            left += name.width + 4
        if timer:
            colour = OVER_LIMIT_COLOUR if _over_limit(scene, wall_ms) else TEXT_COLOUR
            plate = self._captions.timer_plate(timer, height, colour)
            if left + plate.width <= self._canvas.width:
                self._canvas.paste(plate, left, top)


def _centred(cell: Cell, picture: Planes) -> tuple[int, int]:
    return cell.x + (cell.width - picture.width) // 2 & ~1, cell.y + (cell.height - picture.height) // 2 & ~1


def _elapsed_seconds(scene: Scene, wall_ms: int) -> int:
    assert scene.speech_started_wall_ms is not None
    return max(0, wall_ms - scene.speech_started_wall_ms) // 1000


def _timer(scene: Scene, wall_ms: int) -> str:
    if scene.speech_started_wall_ms is None:
        return ""
    return timer_text(_elapsed_seconds(scene, wall_ms), scene.speech_limit_seconds)


def _over_limit(scene: Scene, wall_ms: int) -> bool:
    limit = scene.speech_limit_seconds
    return limit is not None and _elapsed_seconds(scene, wall_ms) > limit
