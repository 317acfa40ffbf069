"""Content at a site: within the program, beside it in the window, or on a screen of its own; a slate, no freeze."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from tests.screenshots.rooms import PaintedRooms
from tests.widgets.technician import QUIET, technician_window
from widgets.phrases.satellite import site_content_words as words
from widgets.satellite.satellite_content import ContentScreen
from widgets.satellite.satellite_window import SatelliteWindow

SHOWN = replace(QUIET, presented=True)
NOWHERE = QSize(0, 0)


@pytest.fixture
def window(qtbot: QtBot) -> SatelliteWindow:
    return technician_window(qtbot)


def sizes_of(window: SatelliteWindow) -> dict[str, QSize]:
    return {"content": window.content.wanted_size(), "own": window.own.wanted_size()}


def test_with_one_screen_the_technician_decides(qtbot: QtBot, window: SatelliteWindow) -> None:
    named: list[dict[str, QSize]] = []
    window.views_changed.connect(named.append)
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert not window.content.in_window, "there is nothing to be shown apart"
    assert not window.content.button.isVisible()

    window.show_state(SHOWN)
    assert window.content.button.isVisible()
    assert window.content.wanted_size() == NOWHERE, "content stays within the program unless it is asked for"
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert window.content.pane.isVisible()
    assert window.content.pane.width() / window.content.pane.height() == pytest.approx(16 / 9, abs=0.01)
    assert words.show_within() in window.content.button.accessibleName()
    assert window.content.pane.width() > window.program.width(), "the speaker gives way to what is to be read"
    assert not window.own.isVisible()
    assert named[-1]["content"].width() >= window.content.pane.width()
    assert named[-1]["own"] == NOWHERE, "what is not shown is not wanted"

    qtbot.mouseClick(window.content.button, Qt.MouseButton.LeftButton)
    assert not window.content.pane.isVisible()
    assert window.own.isVisible()
    assert named[-1]["content"] == NOWHERE
    window.content.show_apart()
    window.show_state(QUIET)
    assert not window.content.pane.isVisible(), "it leaves with the content"
    assert window.program.isVisible()


def test_whoever_speaks_sees_the_content_large_and_itself_small(qtbot: QtBot, window: SatelliteWindow) -> None:
    window.show_state(replace(SHOWN, on_podium=True))
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert window.content.pane.width() > window.own.width()
    assert window.own.isVisible()
    assert not window.program.isVisible()


def test_a_screen_of_its_own_shows_the_present_or_a_slate(qtbot: QtBot) -> None:
    rooms = PaintedRooms()
    screen = ContentScreen(rooms)
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    assert screen.picture_size() == NOWHERE, "what is hidden wants nothing"
    screen.show()
    assert screen.picture_size() == QSize(1280, 720)
    screen.show_state(replace(QUIET, title="Họp giao ban"))
    assert screen.slate is not None
    assert (screen.slate.title, screen.slate.main) == ("Họp giao ban", words.nothing_shown(QUIET))
    screen.show_state(SHOWN)
    rooms.take_sizes({"content": screen.picture_size()})
    qtbot.waitUntil(lambda: screen.slate is None)
    rooms.take_sizes({})
    qtbot.waitUntil(lambda: screen.slate is not None, timeout=8000)
    assert screen.slate is not None
    assert screen.slate.main == words.nothing_shown(SHOWN)
    screen.show_state(replace(SHOWN, joined=False))
    assert screen.slate.main != words.nothing_shown(SHOWN)
