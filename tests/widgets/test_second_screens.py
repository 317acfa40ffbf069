"""Which screen is which, and what the console wants for the windows on the others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from console.window_memory import ScreenChoice, ScreenMark, ScreenUse
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from widgets.screens.screen_marks import mark_of, matches
from widgets.screens.screens_dialog import ScreensDialog

SAMSUNG = ScreenMark(name="HDMI-1", maker="SAM", model="S27", serial="A1", width=1920, height=1080)
SAME_ELSEWHERE = ScreenMark(name="DP-2", maker="SAM", model="S27", serial="A1", width=1920, height=1080)
OTHER_AT_ITS_PLACE = ScreenMark(name="HDMI-1", maker="LG", model="TV", serial="77", width=3840, height=2160)
NAMELESS = ScreenMark(name="HDMI-1", width=1920, height=1080)
PROJECTOR = ScreenChoice(screen=ScreenMark(name="gone", width=1024, height=768), use=ScreenUse.PROGRAM)


@pytest.mark.parametrize(
    ("wanted", "present", "found"),
    [
        ([SAMSUNG], [SAME_ELSEWHERE, OTHER_AT_ITS_PLACE], {0: 0}),
        ([SAMSUNG], [OTHER_AT_ITS_PLACE], {0: 0}),
        ([SAMSUNG], [NAMELESS], {0: 0}),
        ([NAMELESS], [SAME_ELSEWHERE], {}),
        ([SAMSUNG, NAMELESS], [NAMELESS], {1: 0}),
        ([SAMSUNG, OTHER_AT_ITS_PLACE], [OTHER_AT_ITS_PLACE, SAME_ELSEWHERE], {0: 1, 1: 0}),
        ([SAMSUNG], [], {}),
    ],
)
def test_a_screen_is_known_by_its_serial_number_then_by_its_connector(
    wanted: list[ScreenMark], present: list[ScreenMark], found: dict[int, int]
) -> None:
    assert matches(wanted, present) == found


def action(console: Console, name: str) -> QAction:
    found = console.window.findChild(QAction, name)
    assert found is not None
    return found


def test_with_one_screen_nothing_is_opened_and_the_console_says_why(open_console: OpenConsole) -> None:
    console = open_console(scenes.calm_meeting())
    action(console, "open-program-window").trigger()
    assert console.window.screens.windows == ()
    assert console.window.screens.choices == ()
    assert "màn hình" in console.window.program.accessibleDescription()
    action(console, "close-program-window").setEnabled(True)
    action(console, "close-program-window").trigger()
    assert "màn hình" not in console.window.program.accessibleDescription()


def test_the_consoles_own_screen_is_never_covered(open_console: OpenConsole) -> None:
    console = open_console(scenes.calm_meeting())
    own = mark_of(console.window.screen())
    console.window.screens.remember([ScreenChoice(screen=own, use=ScreenUse.PROGRAM)])
    assert console.window.screens.windows == ()
    assert "không che bàn điều khiển" in console.window.program.accessibleDescription()
    assert console.window.wanted_views().further_program == ()


def test_a_chosen_screen_that_is_away_is_named(open_console: OpenConsole) -> None:
    console = open_console(scenes.calm_meeting())
    console.window.screens.remember([PROJECTOR])
    said = console.window.program.accessibleDescription()
    assert said.endswith("Cửa sổ chương trình đang ẩn: đã rút màn hình gone")
    action(console, "close-program-window").trigger()
    assert "ẩn" not in console.window.program.accessibleDescription()
    assert console.window.screens.choices[0].screen == PROJECTOR.screen


def test_the_dialog_names_every_screen_and_keeps_one_that_is_away(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    console.window.screens.remember([PROJECTOR])
    chosen: list[tuple[ScreenChoice, ...]] = []
    console.window.screens.choices_changed.connect(chosen.append)
    action(console, "screens").trigger()
    (dialog,) = console.window.findChildren(ScreensDialog)
    boxes = dialog.findChildren(QComboBox)
    assert [box.isEnabled() for box in boxes] == [False, True], "the console's screen is its own"
    assert all(box.accessibleName().startswith("Nội dung của màn hình") for box in boxes)
    boxes[1].setCurrentText("Màn hình chủ tọa")
    QTest.mouseClick(dialog.acting["apply"], Qt.MouseButton.LeftButton)
    assert chosen == [(ScreenChoice(screen=PROJECTOR.screen, use=ScreenUse.CHAIR),)]


def test_cancel_changes_nothing(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    console.window.screens.remember([PROJECTOR])
    action(console, "screens").trigger()
    (dialog,) = console.window.findChildren(ScreensDialog)
    (box,) = (box for box in dialog.findChildren(QComboBox) if box.isEnabled())
    box.setCurrentIndex(0)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert console.window.screens.choices == (PROJECTOR,)


def test_closed_windows_cost_no_picture_and_no_timer(open_console: OpenConsole) -> None:
    console = open_console(scenes.calm_meeting())
    assert console.window.wanted_views().further_program == ()
    console.window.hide()
    console.window.show()
    assert console.window.screens.windows == ()
