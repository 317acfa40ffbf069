"""What stands on the screen after many small repaints is what one whole repaint shows; overlays know their ground."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.snapshot import Delta
from tests.bench.painted_meeting import PaintedMeeting
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console
from widgets.tiles.overlay import apart

STEP_MS = 200


def on_the_screen(console: Console) -> QImage:
    """Returns the window as it was painted bit by bit."""
    window = console.window
    return window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_whole(console: Console) -> QImage:
    return console.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_small_repaints_show_what_a_whole_one_shows(open_console: Callable[..., Console], qtbot: QtBot) -> None:
    console = open_console(scenes.speech_under_way())
    meeting = PaintedMeeting(36, console.clock.now_ms)
    console.store.take(meeting.whole())
    QTest.qWait(150)
    for _ in range(30):
        console.clock.now_ms += STEP_MS
        delta = meeting.change(console.clock.now_ms)
        if delta is not None:
            console.store.take(delta)
        QTest.qWait(5)
    site = scenes.site_view(21, link=scenes.LinkState.OLD, link_since_ms=console.clock.now_ms - 3_000)
    console.store.take(Delta(number=meeting.whole().number + 1, put={"site/s021": site}))
    console.window.selection.choose("s017")
    QTest.qWait(1_100)

    # What comes late (plots are loaded after the window is seen) may come, but nothing stale may stay.
    qtbot.waitUntil(lambda: on_the_screen(console) == painted_whole(console), timeout=8_000)


def test_areas_taken_apart_cover_the_same_ground_once() -> None:
    areas = [QRect(0, 90, 100, 20), QRect(0, 104, 6, 6), QRect(3, 2, 40, 18), QRect(0, 0, 6, 6), QRect(60, 0, 4, 100)]

    found = apart(areas)

    left = QRegion()
    for area in areas:
        left = left.united(area)
    for part in found:
        left = left.subtracted(part)
    assert left.isEmpty()
    assert not any(one.intersects(other) for one in found for other in found if one is not other)
    assert max(part.height() for part in found if part.width() == 4) == 90  # an edge does not swallow what it meets
