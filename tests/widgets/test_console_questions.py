"""What the console asks before it does what cannot be undone, and before it closes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from console.admission.admission_commands import RevokeCredentials
from console.commands import LiftSilence, MuteAll
from tests.screenshots import scene as scenes
from tests.widgets.conftest import OpenConsole
from tests.widgets.hands import button, dialog, press
from widgets.controls.dialogs import MuteExceptDialog


def test_lifting_the_order_asks_first_and_cancel_is_the_default(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    qtbot.mouseClick(button(console, "lift-silence"), Qt.MouseButton.LeftButton)
    asked = dialog(console)
    assert asked.cancel.isDefault()
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert console.commands == []
    qtbot.mouseClick(button(console, "lift-silence"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog(console).acting["act"], Qt.MouseButton.LeftButton)
    assert console.commands == [LiftSilence()]


def test_a_lost_machine_is_put_out_by_one_click_and_a_yes(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    act = next(action for action in console.window.findChildren(QAction) if action.objectName() == "revoke-credentials")
    assert not act.isEnabled(), "nobody is chosen"
    console.window.selection.choose("s005")
    assert act.isEnabled()
    act.trigger()
    asked = dialog(console)
    assert asked.cancel.isDefault()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert console.commands == []
    act.trigger()
    qtbot.mouseClick(dialog(console).acting["act"], Qt.MouseButton.LeftButton)
    assert console.commands == [RevokeCredentials(site="s005")]
    console.window.selection.choose("main")
    assert not act.isEnabled()


def test_mute_all_except_keeps_the_podium_by_default(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    press(qtbot, console, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    asked = dialog(console, MuteExceptDialog)
    qtbot.mouseClick(asked.acting["mute"], Qt.MouseButton.LeftButton)
    assert console.commands == [MuteAll(except_sites=("s009",))]


def test_closing_asks_whether_the_meeting_goes_on(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    window = console.window
    window._may_close = False
    decided: list[bool] = []
    window.close_decided.connect(decided.append)
    window.close()
    assert window.isVisible()
    asked = dialog(console)
    assert asked.cancel.isDefault()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert window.isVisible()
    window.close()
    qtbot.mouseClick(dialog(console).acting["goes-on"], Qt.MouseButton.LeftButton)
    assert decided == [True]
    assert not window.isVisible()


def test_closing_without_knowing_of_a_session_asks(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.empty_session())
    console.window._may_close = False
    console.store.set_link_lost(True)
    console.window.close()
    assert console.window.isVisible(), "a meeting may be running behind the lost link"
    qtbot.mouseClick(dialog(console).acting["goes-on"], Qt.MouseButton.LeftButton)
    assert not console.window.isVisible()


def test_closing_without_a_session_asks_nothing(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.empty_session())
    console.window._may_close = False
    with qtbot.waitSignal(console.window.close_decided, check_params_cb=lambda goes_on: goes_on is False):
        console.window.close()
    assert not console.window.isVisible()
