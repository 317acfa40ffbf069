"""A site's technician presents: the row is there while that is allowed, and each key and button is one wish."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.widgets.technician import QUIET, technician_window
from widgets.phrases.satellite import site_content_words as words
from widgets.satellite.satellite_window import SatelliteWindow

ALLOWED = replace(QUIET, may_present=True)
PRESENTS = replace(ALLOWED, presents=True, presented=True)


@pytest.fixture
def window(qtbot: QtBot) -> SatelliteWindow:
    return technician_window(qtbot)


def test_without_permission_there_is_nothing_to_press(qtbot: QtBot, window: SatelliteWindow) -> None:
    wished: list[tuple[bool, str]] = []
    window.presenting_wanted.connect(lambda presents, path: wished.append((presents, path)))
    assert not window.presenting.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_P)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    window.presenting.present_film("film.mp4")
    window.show_state(replace(ALLOWED, joined=False))
    assert not window.presenting.isVisible()
    assert wished == []


def test_screen_and_film_begin_and_end(qtbot: QtBot, window: SatelliteWindow) -> None:
    wished: list[tuple[bool, str]] = []
    window.presenting_wanted.connect(lambda presents, path: wished.append((presents, path)))
    window.show_state(ALLOWED)
    assert window.presenting.isVisible()
    assert window.presenting.accessibleName() == words.presenting(ALLOWED) == "Được phép trình chiếu"
    qtbot.keyClick(window, Qt.Key.Key_P)
    qtbot.mouseClick(window.presenting.screen_button, Qt.MouseButton.LeftButton)
    window.presenting.present_film("/films/a.mp4")
    assert wished == [(True, ""), (True, ""), (True, "/films/a.mp4")]

    window.show_state(PRESENTS)
    assert window.presenting.end.isVisible()
    assert not window.presenting.film.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_P)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert wished[3:] == [(False, "")], "what is presented is not begun again"
    window.show_state(replace(ALLOWED, presenting_fault="No such file"))
    assert "No such file" in window.presenting.accessibleName()
    window.show_state(QUIET)
    assert not window.presenting.isVisible(), "taken back"


def test_the_row_stands_within_the_large_picture_and_covers_no_button(window: SatelliteWindow) -> None:
    for state in (ALLOWED, PRESENTS, replace(PRESENTS, on_podium=True)):
        window.show_state(state)
        row = window.presenting.geometry()
        large = window.own if state.on_podium else window.program
        assert large.geometry().contains(row)
        assert not row.intersects(window.content.button.geometry()) or not window.content.button.isVisible()
        for button in (window.presenting.end, window.presenting.film, window.presenting.screen_button):
            assert button.isHidden() or window.presenting.rect().contains(button.geometry())
