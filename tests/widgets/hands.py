"""What a person does to a window: presses keys where the focus is, finds buttons by their names."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.widgets.conftest import Console
from widgets.controls.dialogs import Question


def press(
    qtbot: QtBot, console: Console, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Presses a key where the focus is."""
    console.window.activateWindow()
    qtbot.waitUntil(console.window.isActiveWindow)
    qtbot.wait(5)  # what follows a change is collected for one turn of the loop
    target = console.window.focusWidget() or console.window
    qtbot.keyClick(target, key, modifier)


def button(console: Console, name: str) -> QAbstractButton:
    """Returns the button of an action."""
    found = console.window.findChild(QAbstractButton, f"button-{name}")
    assert found is not None
    return found


def dialog(console: Console, kind: type[Question] = Question) -> Question:
    """Returns the one question that stands open."""
    found = [child for child in console.window.findChildren(kind) if child.isVisible()]
    assert len(found) == 1
    return found[0]
