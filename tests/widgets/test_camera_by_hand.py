"""Cameras moved by hand at the operator's seat: by keys, pad and buttons; always stopped, however a hold ends."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.cameras.camera_words import CameraLink
from console.commands import (
    DriveCamera,
)
from console.words import MAIN_SITE, Outcome, Reason
from tests.screenshots.cameras import PRESETS, hall_camera, main_camera
from tests.widgets.camera_seat import LEFT, STOP, answer, child, drives, said, show
from tests.widgets.conftest import Console, OpenConsole
from widgets.cameras import camera_drive


def test_an_arrow_moves_while_it_is_held_and_stops_with_its_release(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    panel = console.window.cameras
    chosen = console.window.selection.site
    qtbot.keyPress(panel, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(drives(console)) >= 3, timeout=3000)
    assert "thả ra là dừng" in said(console)
    qtbot.keyRelease(panel, Qt.Key.Key_Right)
    expected = DriveCamera(site=MAIN_SITE, camera="main", pan=60, hold_ms=600)
    assert all(command == expected for command in drives(console))
    assert console.commands[-1] == STOP
    count = len(console.commands)
    qtbot.wait(400)
    assert len(console.commands) == count
    assert console.window.selection.site == chosen


def test_shift_moves_slowly_and_two_arrows_across(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    panel = console.window.cameras
    qtbot.keyPress(panel, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyPress(panel, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: (drives(console)[-1].pan, drives(console)[-1].tilt) == (-20, 20))
    qtbot.keyRelease(panel, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: (drives(console)[-1].pan, drives(console)[-1].tilt) == (-20, 0))
    qtbot.keyRelease(panel, Qt.Key.Key_Left)
    assert console.commands[-1] == STOP


def test_plus_pressed_with_shift_and_released_without_stops(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    panel = console.window.cameras
    qtbot.keyPress(panel, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert drives(console)[-1].zoom == 50
    qtbot.keyRelease(panel, Qt.Key.Key_Equal)
    assert console.commands[-1] == STOP


def lose_focus(console: Console) -> None:
    console.window.board.setFocus()


def lose_window(console: Console) -> None:
    QApplication.sendEvent(console.window.cameras, QEvent(QEvent.Type.WindowDeactivate))


def close_panel(console: Console) -> None:
    console.window.cameras.close_panel()


def choose_another(console: Console) -> None:
    console.window.cameras.choice.step(1)


def press_escape(console: Console) -> None:
    QTest.keyClick(console.window.cameras, Qt.Key.Key_Escape)


def press_space(console: Console) -> None:
    QTest.keyClick(console.window.cameras, Qt.Key.Key_Space)


def be_refused(console: Console) -> None:
    answer(console, drives(console)[-1], Outcome.REFUSED, Reason.CAMERA_BUSY)


def lose_the_camera(console: Console) -> None:
    show(console, 2, main_camera(link=CameraLink.UNREACHABLE))


def come_on_air(console: Console) -> None:
    show(console, 2, main_camera(on_air=True))


@pytest.mark.parametrize(
    "end",
    [
        lose_focus,
        lose_window,
        close_panel,
        choose_another,
        press_escape,
        press_space,
        be_refused,
        lose_the_camera,
        come_on_air,
    ],
)
def test_however_a_hold_ends_the_camera_is_stopped_and_not_asked_again(
    open_cameras: OpenConsole, qtbot: QtBot, end: Callable[[Console], None]
) -> None:
    console = open_cameras(main_camera(), hall_camera())
    qtbot.keyPress(console.window.cameras, Qt.Key.Key_Right)
    assert drives(console)
    end(console)
    assert console.commands[-1] == STOP
    count = len(drives(console))
    qtbot.wait(400)
    assert len(drives(console)) == count


def test_the_pad_is_the_faster_the_farther_and_stops_when_released(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    pad = console.window.cameras.pad
    middle = pad.rect().center()
    qtbot.mousePress(pad, LEFT, pos=middle)
    assert drives(console) == []
    qtbot.mouseMove(pad, middle + QPoint(pad.width() // 4, 0))
    qtbot.waitUntil(lambda: bool(drives(console)))
    qtbot.wait(camera_drive.GAP_MS + 20)
    qtbot.mouseMove(pad, QPoint(pad.width() - 2, middle.y()))
    qtbot.waitUntil(lambda: drives(console)[-1].pan >= 95)
    near, far = drives(console)[0], drives(console)[-1]
    assert 5 < near.pan < 50
    assert (near.tilt, far.tilt) == (0, 0)
    qtbot.mouseRelease(pad, LEFT, pos=middle)
    assert console.commands[-1] == STOP


def test_a_hold_that_was_refused_begins_anew_only_with_a_new_press(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    pad = console.window.cameras.pad
    qtbot.mousePress(pad, LEFT, pos=QPoint(pad.width() - 4, pad.height() // 2))
    answer(console, drives(console)[-1], Outcome.FAILED, Reason.CAMERA_UNREACHABLE)
    count = len(drives(console))
    qtbot.mouseMove(pad, QPoint(4, pad.height() // 2))
    qtbot.wait(150)
    assert len(drives(console)) == count


def test_zoom_buttons_zoom_while_they_are_held(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    qtbot.mousePress(child(console, "camera-zoom-out"), LEFT)
    assert [command.zoom for command in drives(console)] == [-50]
    qtbot.mouseRelease(child(console, "camera-zoom-out"), LEFT)
    assert console.commands[-1] == STOP


def test_stop_is_sent_also_when_nothing_is_held(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(moving=True, target=PRESETS[4]))
    for _ in range(2):
        qtbot.mouseClick(child(console, "camera-stop"), LEFT)
    assert console.commands == [STOP, STOP]


def test_over_a_lost_link_nothing_moves_and_it_says_what_the_camera_does(
    open_cameras: OpenConsole, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera())
    qtbot.keyPress(console.window.cameras, Qt.Key.Key_Right)
    count = len(drives(console))
    console.store.set_link_lost(True)
    qtbot.wait(400)
    assert len(drives(console)) == count
    assert "tự dừng" in said(console)


def test_somebody_else_who_moves_it_is_named(open_cameras: OpenConsole) -> None:
    console = open_cameras(main_camera(moving=True, driven_by="Hà"))
    assert said(console) == "Hà đang quay camera bằng tay"
