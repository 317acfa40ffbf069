"""On which device the operator listens: asked by key, chosen by keys, left alone by Escape."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.sites.site_facts import DeviceFacts
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.listening.headphones_choice import HeadphonesChoice

FACTS = DeviceFacts(loudspeakers=("HDMI", "USB Headset"))


@pytest.fixture
def console(open_console: OpenConsole) -> Console:
    return open_console(scenes.calm_meeting())


def asked(console: Console, qtbot: QtBot) -> HeadphonesChoice:
    """Asks by key and lets the devices come."""
    press(qtbot, console, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HeadphonesChoice)
    assert not dialog.acting["use"].isEnabled()
    console.window.seat.show_devices(FACTS)
    return dialog


def test_a_device_is_chosen_by_keys_and_told(console: Console, qtbot: QtBot) -> None:
    told: list[str | None] = []
    wanted: list[bool] = []
    console.window.seat.headphones_chosen.connect(told.append)
    console.window.seat.devices_asked.connect(lambda: wanted.append(True))
    dialog = asked(console, qtbot)
    assert wanted == [True]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(dialog.list, key)
    assert told == ["USB Headset"]
    assert console.commands == [], "the meeting is not affected"

    again = asked(console, qtbot)
    assert again.list.currentItem().text() == "USB Headset"
    qtbot.keyClick(again.list, Qt.Key.Key_Home)
    qtbot.keyClick(again.list, Qt.Key.Key_Return)
    assert told == ["USB Headset", None]


def test_escape_leaves_the_device_as_it_is(console: Console, qtbot: QtBot) -> None:
    told: list[str | None] = []
    console.window.seat.headphones_chosen.connect(told.append)
    qtbot.keyClick(asked(console, qtbot).list, Qt.Key.Key_Escape)
    assert told == []
    assert asked(console, qtbot).isVisible(), "it can be asked again"


def test_a_device_that_was_unplugged_is_offered_as_missing(console: Console, qtbot: QtBot) -> None:
    console.window.seat.use_headphones("Tai nghe cũ")
    dialog = asked(console, qtbot)
    assert dialog.list.currentItem().text() == "Tai nghe cũ (chưa cắm)"
