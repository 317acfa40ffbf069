"""Reference pictures of the console and the chair's view: drawn alike on every machine, kept, and compared by blocks.

`shoot.py --references` renews them; `tests/screenshots/test_references.py` compares. Rules: the clock stands, the zone
is Việt Nam's, letters are the bundled ones, nobody's picture is live and nothing flashes or blinks. What differs by
smoothing alone stays under the tolerance; what differs in a block of pixels is told with its place.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.lines.line_history import LineFigure
from console.window_memory import Contrast
from tests.screenshots import scene as scenes
from tests.screenshots.past import MadeUpPast, events
from tests.screenshots.rooms import PaintedLevels, PaintedPicture, PaintedRooms
from tests.screenshots.second_screens import chair_meeting, over_time
from widgets.controls.store import Store
from widgets.drawing.contrast import contrast_in_use
from widgets.drawing.style import dress
from widgets.phrases import use_language
from widgets.screens.chair_view import ChairView
from widgets.window.main_window import ConsoleWindow

FOLDER = Path(__file__).with_name("references")
VERSION_FILE = "qt.txt"
"""Beside the pictures: with which Qt they were drawn. Another minor version may draw letters otherwise."""
ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "TZ": "Asia/Ho_Chi_Minh", "QT_SCALE_FACTOR": "1"}
PALETTE = 256
PARTS = 64
"""In which the colours are looked up, so that no table becomes large."""
BLOCK = 16
"""Side of the blocks that are compared, in pixels."""
MOST_DIFFERENCE = 9.0
"""Mean difference of a block, of 255, that smoothing may make; a letter that moved by two pixels makes 20."""
SETTLE_MS = 350
MOST_PLOTS_MS = 20_000
NEVER_MS = 3_600_000
GREY = 0xFF3C444C

WIDE, COMPACT = (1920, 1080), (1366, 768)


class BlankRooms(PaintedRooms):
    """Pictures of one grey each: they tell that a picture is there, and cost nothing to keep."""

    def latest(self, key: str, after_sequence: int) -> PaintedPicture | None:
        size = self.sizes.get(key)
        if size is None or 0 in size or (after_sequence and key != "program"):
            return None
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(GREY)
        return PaintedPicture(image, after_sequence + 1)


def console(scene: scenes.Scene, size: tuple[int, int], chosen: int | None = 17, *, plots: bool = False) -> QWidget:
    """Returns a console that stands still over a scene; `plots`: with the lines' past."""
    store, rooms = Store(lambda: scenes.NOW_MS), BlankRooms()
    window = ConsoleWindow(store, rooms, PaintedLevels({}), lambda: scenes.NOW_MS)
    window.views_changed.connect(rooms.take_views)
    window.resize(*size)
    window.flash._beat.setInterval(NEVER_MS)
    window.flash._beat.start = lambda *_: None
    if plots:
        window.lines.load()
        MadeUpPast(len(scene.sites), 1.4, lines=events()).answer(window.lines)
    else:
        window.lines._loading.setInterval(NEVER_MS)
    window.show()
    store.take(scene.whole())
    if chosen is not None:
        window.selection.choose(scenes.site_id(chosen))
    if plots:
        _wait_for_plots(window)
    QTest.qWait(SETTLE_MS)
    return window


def _wait_for_plots(window: QWidget) -> None:
    for _ in range(MOST_PLOTS_MS // SETTLE_MS):
        QTest.qWait(SETTLE_MS)
        if len(window.findChildren(QWidget, "plot")) == len(LineFigure):
            return
    raise TimeoutError(f"the plots are not there after {MOST_PLOTS_MS} ms")


def chair(scene: scenes.Scene, size: tuple[int, int]) -> QWidget:
    """Returns the chair's view over a scene."""
    store = Store(lambda: scenes.NOW_MS)
    window = ChairView(store, BlankRooms())
    window.resize(*size)
    window.show()
    store.take(scene.whole())
    QTest.qWait(SETTLE_MS)
    return window


@dataclass(frozen=True)
class Reference:
    """One picture: what it shows, and in which language and contrast."""

    open: Callable[[], QWidget]
    language: str = "vi"
    contrast: Contrast = Contrast.NORMAL


REFERENCES = {
    "busy_wide": Reference(lambda: console(scenes.busy_meeting(), WIDE, plots=True)),
    "busy_compact": Reference(lambda: console(scenes.busy_meeting(), COMPACT)),
    "busy_compact_en": Reference(lambda: console(scenes.busy_meeting(), COMPACT), "en"),
    "busy_compact_high_contrast": Reference(lambda: console(scenes.busy_meeting(), COMPACT), contrast=Contrast.HIGH),
    "every_alarm_compact": Reference(lambda: console(scenes.every_alarm(), COMPACT, 2)),
    "nobody_compact_en": Reference(lambda: console(scenes.empty_session(), COMPACT, None), "en"),
    "100_sites_compact": Reference(lambda: console(scenes.many_sites(), COMPACT)),
    "200_sites_compact": Reference(lambda: console(scenes.many_sites(200), COMPACT)),
    "200_sites_wide_en": Reference(lambda: console(scenes.many_sites(200), WIDE), "en"),
    "late_speech_wide": Reference(lambda: console(scenes.late_speech(), WIDE)),
    "chair_compact": Reference(lambda: chair(chair_meeting(), COMPACT)),
    "chair_over_time_compact_en": Reference(lambda: chair(over_time(), COMPACT), "en"),
}


def draw_references(folder: Path) -> None:
    """Writes all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, reference in REFERENCES.items():
        use_language(reference.language)
        contrast_in_use().choose(reference.contrast)
        window = reference.open()
        few_colours(window.grab().toImage()).save(str(folder / f"{name}.png"), quality=0)
        window.hide()
        window.deleteLater()
    (folder / VERSION_FILE).write_text(qVersion() + "\n", encoding="ascii")


def few_colours(picture: QImage) -> QImage:
    """Returns a picture in its 256 most frequent colours, every other one by the nearest of them: a third as large."""
    pixels = _pixels(picture)
    packed = pixels.astype(np.uint32) @ np.array([1, 256, 65536], dtype=np.uint32)
    numbers, place_of, counts = np.unique(packed, return_inverse=True, return_counts=True)
    colours = np.stack([numbers & 255, numbers >> 8 & 255, numbers >> 16], axis=1).astype(np.int32)
    kept = colours[np.argsort(counts)[-PALETTE:]]
    nearest = np.concatenate(
        [((part[:, None, :] - kept) ** 2).sum(axis=2).argmin(axis=1) for part in np.array_split(colours, PARTS)]
    )
    height, width = pixels.shape[:2]
    indices = nearest[place_of.reshape(-1)].astype(np.uint8).reshape(height, width)
    indices = np.ascontiguousarray(np.pad(indices, ((0, 0), (0, -width % 4))))
    found = QImage(indices.data.cast("B"), width, height, indices.shape[1], QImage.Format.Format_Indexed8)
    found.setColorTable([0xFF000000 | int(red) << 16 | int(green) << 8 | int(blue) for blue, green, red in kept])
    return found.copy()


def differing(kept: QImage, drawn: QImage) -> list[tuple[int, int, int, int]]:
    """Returns the areas (x, y, width, height) in which two pictures differ; the whole when their sizes do."""
    if kept.size() != drawn.size():
        return [(0, 0, drawn.width(), drawn.height())]
    apart = np.abs(_pixels(kept) - _pixels(drawn)).max(axis=2)
    height, width = (side // BLOCK * BLOCK for side in apart.shape)
    blocks = apart[:height, :width].reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK).mean(axis=(1, 3))
    return _joined({(int(x), int(y)) for y, x in np.argwhere(blocks > MOST_DIFFERENCE)})


def _pixels(picture: QImage) -> NDArray[np.int16]:
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    octets = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return octets[:, : plain.width(), :3].astype(np.int16)


def _joined(blocks: set[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Returns the bounding boxes, in pixels, of blocks that touch each other."""
    left, found = set(blocks), list[tuple[int, int, int, int]]()
    while left:
        unread, group = [left.pop()], set[tuple[int, int]]()
        while unread:
            x, y = unread.pop()
            group.add((x, y))
            beside = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= beside
            unread.extend(beside)
        xs, ys = [x for x, _ in group], [y for _, y in group]
        wide, high = max(xs) - min(xs) + 1, max(ys) - min(ys) + 1
        found.append((min(xs) * BLOCK, min(ys) * BLOCK, wide * BLOCK, high * BLOCK))
    return sorted(found)


def main(folder: Path) -> None:
    """Draws them in an application of their own."""
    application = QApplication(sys.argv)
    dress(application)
    application.setCursorFlashTime(0)
    draw_references(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
