"""The program's window: the present picture or a slate, seen in its pixels."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.snapshot import Delta, EngineView, SessionView
from tests.screenshots import scene as scenes
from tests.widgets.screens import Screen, open_screen
from widgets.drawing import theme
from widgets.screens.program_window import ProgramWindow

CURTAIN = QPoint(960, 60)
"""A place of the painted room that is red."""


def colour_at(screen: Screen[ProgramWindow], place: QPoint) -> QColor:
    return screen.window.grab().toImage().pixelColor(place)


def is_picture(screen: Screen[ProgramWindow]) -> bool:
    return colour_at(screen, CURTAIN).red() > 120


@pytest.fixture
def hall(dressed: QApplication, qtbot: QtBot) -> Screen[ProgramWindow]:
    screen = open_screen(qtbot, ProgramWindow, scenes.busy_meeting())
    qtbot.waitUntil(lambda: is_picture(screen))
    return screen


def test_the_picture_fills_the_screen_pixel_for_pixel(hall: Screen[ProgramWindow]) -> None:
    assert hall.window.picture_size() == QSize(1920, 1080)
    assert hall.rooms.asked == {"program/1920x1080"}
    assert hall.window.cursor().shape() is Qt.CursorShape.BlankCursor


def test_when_pictures_stop_a_slate_with_the_meetings_name_takes_their_place(
    hall: Screen[ProgramWindow], qtbot: QtBot
) -> None:
    hall.rooms.stopped = True
    qtbot.wait(500)
    assert is_picture(hall), "half a second without a picture is no reason"
    qtbot.waitUntil(lambda: colour_at(hall, CURTAIN) == theme.BACKGROUND, timeout=1500)
    assert hall.window.slate is not None
    assert hall.window.slate.title == "Giao ban trực tuyến tỉnh – cấp xã"
    assert hall.window.slate.main == "Điểm cầu chính: Trung tâm hội nghị tỉnh"
    assert hall.window.accessibleDescription().startswith("Giao ban")
    hall.rooms.stopped = False
    qtbot.waitUntil(lambda: is_picture(hall), timeout=500)


def test_without_the_bridge_for_a_second_there_is_a_slate_though_pictures_come(
    hall: Screen[ProgramWindow], qtbot: QtBot
) -> None:
    hall.store.set_link_lost(True)
    qtbot.wait(100)
    assert is_picture(hall)
    hall.clock.now_ms += 1_500
    qtbot.waitUntil(lambda: colour_at(hall, CURTAIN) == theme.BACKGROUND, timeout=500)
    hall.store.set_link_lost(False)
    qtbot.waitUntil(lambda: is_picture(hall), timeout=500)


def test_a_meeting_that_is_over_shows_nothing_of_itself(hall: Screen[ProgramWindow], qtbot: QtBot) -> None:
    hall.store.take(Delta(number=2, put={"session": SessionView(running=False)}))
    qtbot.waitUntil(lambda: colour_at(hall, CURTAIN) == theme.BACKGROUND, timeout=500)
    assert hall.window.slate is not None
    assert hall.window.slate.title == "Phiên họp đã kết thúc"


def test_an_engine_that_starts_anew_is_a_slate(hall: Screen[ProgramWindow], qtbot: QtBot) -> None:
    hall.store.take(Delta(number=2, put={"engine": EngineView(up=False)}))
    qtbot.waitUntil(lambda: colour_at(hall, CURTAIN) == theme.BACKGROUND, timeout=500)


def test_a_screen_of_other_proportions_keeps_the_pictures(dressed: QApplication, qtbot: QtBot) -> None:
    screen = open_screen(qtbot, ProgramWindow, scenes.busy_meeting(), (1280, 1024))
    qtbot.waitUntil(lambda: screen.window.slate is None)
    assert screen.window.picture_size() == QSize(1280, 720)
    assert colour_at(screen, QPoint(640, 10)) == QColor(Qt.GlobalColor.black)
    assert colour_at(screen, QPoint(640, 192)).red() > 120


def test_a_hidden_window_costs_nothing(hall: Screen[ProgramWindow], qtbot: QtBot) -> None:
    hall.window.hide()
    hall.rooms.asked.clear()
    assert hall.window.picture_size().isEmpty()
    session = hall.store.session
    hall.store.take(Delta(number=2, put={"session": msgspec.structs.replace(session, connected_sites=3)}))
    qtbot.wait(150)
    assert hall.rooms.asked == set()


def test_a_long_title_is_broken_between_words(dressed: QApplication, qtbot: QtBot) -> None:
    scene = scenes.calm_meeting()
    session = scene.views["session"]
    assert isinstance(session, SessionView)
    title = "Hội nghị trực tuyến toàn tỉnh sơ kết tình hình kinh tế – xã hội sáu tháng đầu năm và triển khai nhiệm vụ"
    scene.views["session"] = msgspec.structs.replace(session, title=title)
    screen = open_screen(qtbot, ProgramWindow, scene, (1366, 768))
    screen.rooms.stopped = True
    qtbot.waitUntil(lambda: screen.window.slate is not None, timeout=2000)
    image = screen.window.grab().toImage()
    edges = [image.pixelColor(x, y) for x in (20, 1345) for y in range(0, 768, 4)]
    assert set(map(QColor.name, edges)) == {theme.BACKGROUND.name()}
