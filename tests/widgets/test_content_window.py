"""The content's window of the main room: the content while it is shown, else the meeting's slate."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.content.content_port import ContentSource
from console.content.content_view import ContentView
from console.snapshot import Delta
from tests.screenshots import scene as scenes
from tests.widgets.screens import open_screen
from widgets.drawing import theme
from widgets.screens.content_window import ContentWindow

PAPER = QPoint(1000, 40)
"""A place of the painted slide that is light."""


def test_content_stands_alone_while_it_is_shown(dressed: QApplication, qtbot: QtBot) -> None:
    hall = open_screen(qtbot, ContentWindow, scenes.busy_meeting())
    assert hall.rooms.asked == {"content/1920x1080"}
    assert hall.window.picture_size() == QSize(1920, 1080)
    assert hall.window.shows_content
    qtbot.waitUntil(lambda: hall.window.slate is not None)
    assert hall.window.slate is not None
    assert hall.window.slate.wait == "Chưa có nội dung trình chiếu"

    hall.store.take(Delta(number=2, put={"content": ContentView(source=ContentSource(number=1))}))
    qtbot.waitUntil(lambda: hall.window.slate is None)
    assert hall.window.grab().toImage().pixelColor(PAPER).lightness() > 200
    hall.store.take(Delta(number=3, put={"content": ContentView()}))
    qtbot.waitUntil(lambda: hall.window.grab().toImage().pixelColor(PAPER) == theme.BACKGROUND)
