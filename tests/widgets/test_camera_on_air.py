"""The camera on air at the operator's seat: it moves by no slip, and its lock is held open in sight."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.screenshots.cameras import PRESETS, hall_camera, main_camera
from tests.widgets.camera_seat import LEFT, child, colours, drives, recall, said, tile
from tests.widgets.conftest import OpenConsole
from tests.widgets.hands import press
from widgets.cameras import on_air_lock
from widgets.drawing import theme


def test_the_camera_on_air_moves_by_no_slip(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(on_air=True))
    panel = console.window.cameras
    press(qtbot, console, Qt.Key.Key_5)
    qtbot.mouseClick(tile(console, 2), LEFT)
    qtbot.keyClick(panel, Qt.Key.Key_Right)
    qtbot.mousePress(panel.pad, LEFT, pos=QPoint(4, 4))
    qtbot.mouseRelease(panel.pad, LEFT, pos=QPoint(4, 4))
    qtbot.mouseClick(child(console, "camera-unlock"), LEFT)
    assert console.commands == []
    assert "được khóa" in said(console)
    assert theme.LIVE.name() in colours(panel)


def test_the_lock_is_held_open_and_names_what_everybody_will_see(
    open_cameras: OpenConsole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_air_lock, "HOLD_MS", 100)
    console = open_cameras(main_camera(on_air=True))
    panel = console.window.cameras
    qtbot.mousePress(child(console, "camera-unlock"), LEFT)
    qtbot.waitUntil(lambda: panel.lock.opened)
    qtbot.mouseRelease(child(console, "camera-unlock"), LEFT)
    assert "MỌI NGƯỜI SẼ THẤY" in said(console)
    image = panel.grab().toImage()
    assert QColor(image.pixel(2, image.height() // 2)).name() == theme.LIVE.name()
    press(qtbot, console, Qt.Key.Key_5)
    qtbot.keyPress(panel, Qt.Key.Key_Left)
    qtbot.keyRelease(panel, Qt.Key.Key_Left)
    assert console.commands[0] == recall(PRESETS[4], override_on_air=True)
    assert drives(console)[0].override_on_air
    qtbot.mouseClick(child(console, "camera-unlock"), LEFT)
    assert panel.lock.shut


def test_the_lock_opens_by_key_and_shuts_by_itself(
    open_cameras: OpenConsole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_air_lock, "HOLD_MS", 60)
    monkeypatch.setattr(on_air_lock, "OPEN_MS", 150)
    console = open_cameras(main_camera(on_air=True))
    lock = console.window.cameras.lock
    qtbot.keyPress(console.window.cameras, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: lock.opened)
    qtbot.keyRelease(console.window.cameras, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: lock.shut)
    press(qtbot, console, Qt.Key.Key_5)
    assert console.commands == []


def test_another_camera_has_its_lock_shut(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(on_air=True), hall_camera(on_air=True))
    panel = console.window.cameras
    panel.lock.hold()
    qtbot.waitUntil(lambda: panel.lock.opened, timeout=3000)
    panel.choice.step(1)
    assert panel.lock.shut


def test_a_camera_off_air_has_no_lock(open_cameras: OpenConsole) -> None:
    console = open_cameras(main_camera())
    assert not child(console, "camera-unlock").isVisible()
    assert theme.LIVE.name() not in colours(console.window.cameras)
