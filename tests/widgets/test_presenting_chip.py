"""The operator lets a site present by key, sees that it may and does, and takes it back by one press."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.content.content_commands import EndContent, LetPresent
from console.content.content_port import ContentSource
from console.content.content_view import ContentView
from console.snapshot import Delta
from console.words import MAIN_SITE
from tests.screenshots import scene as scenes
from tests.widgets.conftest import OpenConsole
from tests.widgets.hands import press
from widgets.controls.acts import Act
from widgets.controls.content_dialog import ContentDialog

ALT = Qt.KeyboardModifier.AltModifier
PRESENTS = ContentView(source=ContentSource(number=1, site="s009"), presenter="s009")


def test_the_chosen_site_is_let_present_and_the_main_endpoint_needs_no_leave(
    open_console: OpenConsole, qtbot: QtBot
) -> None:
    console = open_console(scenes.busy_meeting())
    let, take_back = (console.window.commands.action(act) for act in (Act.LET_PRESENT, Act.END_PRESENTING))
    console.window.selection.choose(MAIN_SITE)
    assert not let.isEnabled()
    console.window.selection.choose("s009")
    press(qtbot, console, Qt.Key.Key_P, ALT)
    assert console.commands == [LetPresent(site="s009")]
    assert not take_back.isEnabled(), "nobody may present yet"
    console.store.take(Delta(number=2, put={"content": ContentView(presenter="s009")}))
    qtbot.waitUntil(lambda: take_back.isEnabled() and not let.isEnabled())
    press(qtbot, console, Qt.Key.Key_P, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert console.commands[1:] == [EndContent()]


@pytest.mark.parametrize("width", [1920, 1366])
def test_the_lamp_says_who_may_and_who_does_and_one_press_takes_it_back(
    open_console: OpenConsole, qtbot: QtBot, width: int
) -> None:
    console = open_console(scenes.busy_meeting(), width, 1080 if width == 1920 else 768)
    chip = console.window.top.presenting
    assert not chip.isVisible()
    console.store.take(Delta(number=2, put={"content": ContentView(presenter="s009")}))
    assert chip.isVisible()
    assert "9 Ea Súp được phép trình chiếu" in chip.accessibleName()
    console.store.take(Delta(number=3, put={"content": PRESENTS}))
    assert "9 Ea Súp đang chiếu màn hình" in chip.accessibleName()
    qtbot.waitUntil(console.window.commands.action(Act.END_PRESENTING).isEnabled)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert console.commands == [EndContent()]
    console.store.take(Delta(number=4, put={"content": ContentView()}))
    assert not chip.isVisible()


def test_the_panel_says_who_may_present(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    console.store.take(Delta(number=2, put={"content": ContentView(presenter="s009")}))
    press(qtbot, console, Qt.Key.Key_T, ALT)
    dialog = console.window.findChild(ContentDialog)
    assert isinstance(dialog, ContentDialog)
    assert "9 Ea Súp" in dialog.standing.text()
    assert dialog.end.isEnabled()
