"""Undo by key and button: one press where nobody is heard afterwards, arm and fire where somebody may be."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.commands import Undo
from console.snapshot import Delta, UndoView
from tests.screenshots import scene as scenes
from tests.widgets.conftest import OpenConsole
from tests.widgets.hands import button, press
from widgets.controls import undo_arm
from widgets.controls.acts import Act
from widgets.window.console_menus import ORDER_ACTS, SESSION_ACTS

CTRL = Qt.KeyboardModifier.ControlModifier


def after(**undo: Any) -> scenes.Scene:
    scene = scenes.busy_meeting()
    scene.views["undo"] = UndoView(**undo)
    return scene


MUTED = {"step": "c7", "command": {"do": "mute-site", "site": "s017"}, "opens": True}
SKIPPED = {"step": "c8", "command": {"do": "skip-floor", "request_id": "r2"}}


def test_with_nothing_to_undo_the_button_is_off(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    assert not button(console, "undo").isEnabled()
    press(qtbot, console, Qt.Key.Key_Z, CTRL)
    assert console.commands == []


def test_what_opens_nothing_is_taken_back_at_once(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(after(**SKIPPED))
    press(qtbot, console, Qt.Key.Key_Z, CTRL)
    assert console.commands == [Undo(expected="c8")]


def test_the_tip_names_what_is_taken_back(open_console: OpenConsole) -> None:
    console = open_console(after(**MUTED))
    assert console.window.commands.action(Act.UNDO).toolTip() == "Hoàn tác: tắt mic 17 Ea M'Droh"
    assert button(console, "undo").toolTip() == "Hoàn tác: tắt mic 17 Ea M'Droh"


def test_what_opens_is_armed_first_and_fired_second(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(after(**MUTED))
    press(qtbot, console, Qt.Key.Key_Z, CTRL)
    assert console.commands == []
    assert "17" in button(console, "undo").text()
    assert "Cho 17 Ea M'Droh bật mic" in console.window.bar.accessibleDescription()
    console.clock.now_ms += 700
    press(qtbot, console, Qt.Key.Key_Z, CTRL)
    assert console.commands == [Undo(expected="c7")]
    assert not console.window.commands.undo.armed


def test_a_double_click_arms_and_does_not_fire(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(after(**MUTED))
    for _ in range(2):
        qtbot.mouseClick(button(console, "undo"), Qt.MouseButton.LeftButton)
    assert console.commands == []
    console.clock.now_ms += 700
    qtbot.mouseClick(button(console, "undo"), Qt.MouseButton.LeftButton)
    assert console.commands == [Undo(expected="c7")]


def test_nothing_beside_it_moves_while_it_is_armed(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(after(**MUTED))
    before = [button(console, name).geometry() for name in ("mute", "mute-all", "undo", "safe-stop")]
    press(qtbot, console, Qt.Key.Key_Z, CTRL)
    console.window.bar.follow()
    assert [button(console, name).geometry() for name in ("mute", "mute-all", "undo", "safe-stop")] == before


def test_an_armed_undo_goes_by_itself(open_console: OpenConsole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo_arm, "ARMED_MS", 120)
    console = open_console(after(**MUTED))
    press(qtbot, console, Qt.Key.Key_Z, CTRL)
    assert console.window.commands.undo.armed
    qtbot.waitUntil(lambda: not console.window.commands.undo.armed, timeout=2_000)
    assert button(console, "undo").text() == "Hoàn tác"
    assert console.window.bar.accessibleDescription() == ""


def test_another_act_disarms(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(after(**MUTED))
    press(qtbot, console, Qt.Key.Key_Z, CTRL)
    console.store.take(Delta(number=2, put={"undo": UndoView(command={"do": "mute-all"}, opens=True)}))
    console.clock.now_ms += 700
    press(qtbot, console, Qt.Key.Key_Z, CTRL)
    assert console.commands == []
    assert "Gỡ lệnh" in button(console, "undo").text()


@pytest.mark.parametrize("do", ["mute-site", "mute-all", "safe-stop", "bring-to-podium", "grant-floor"])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_the_armed_words_fit_their_button(
    open_console: OpenConsole, qtbot: QtBot, size: tuple[int, int], do: str
) -> None:
    console = open_console(after(command={"do": do, "site": "s017", "request_id": "r1"}, opens=True), *size)
    press(qtbot, console, Qt.Key.Key_Z, CTRL)
    shown = button(console, "undo")
    assert shown.fontMetrics().horizontalAdvance(shown.text()) <= shown.width()


def test_muting_all_except_some_is_in_the_menus() -> None:
    assert Act.MUTE_ALL_EXCEPT in SESSION_ACTS
    assert Act.MUTE_ALL_EXCEPT in ORDER_ACTS
