"""A bridge that does not start says why in the window, in either language, and can be tried again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console

WHY = "Cổng 8443 đang được một chương trình khác dùng."


def test_the_reason_stands_in_the_middle_and_can_be_tried_again(
    open_console: Callable[[scenes.Scene], Console], qtbot: QtBot
) -> None:
    console = open_console(scenes.empty_session())
    panel = console.window.refusal
    assert panel.isHidden()

    console.store.set_refusal(WHY)

    assert panel.isVisible()
    assert WHY in panel.accessibleName()
    assert panel.geometry().center().x() in range(950, 970)
    with qtbot.waitSignal(panel.again_wanted):
        qtbot.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    console.store.set_refusal("")
    assert panel.isHidden()
