"""Who waits outside the meeting: the lamp in the top bar, the list with a yes and a no; neither gets in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from console.admission.admission_commands import CloseLobby, LetIn, LockMeeting, OpenLobby, TurnAway, UnlockMeeting
from console.admission.admission_view import AdmissionView, WaitingSite
from console.snapshot import SiteView
from tests.screenshots import scene as scenes
from tests.screenshots.listening import put
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.controls.acts import Act
from widgets.controls.admission_panel import MOST_ROWS, AdmissionPanel

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def waiting(*sites: str) -> tuple[WaitingSite, ...]:
    return tuple(WaitingSite(site=site, since_ms=scenes.NOW_MS) for site in sites)


@pytest.fixture
def console(open_console: OpenConsole) -> Console:
    return open_console(scenes.busy_meeting())


def show(console: Console, view: AdmissionView) -> None:
    put(console.window.store, {"admission": view})


def opened(console: Console, qtbot: QtBot) -> AdmissionPanel:
    press(qtbot, console, Qt.Key.Key_J, CONTROL)
    panel = console.window.findChild(AdmissionPanel)
    assert isinstance(panel, AdmissionPanel)
    qtbot.waitUntil(panel.isVisible)
    return panel


def answers(panel: AdmissionPanel, way: str) -> list[QPushButton]:
    buttons = (button for button in panel.findChildren(QPushButton) if button.objectName().startswith(way))
    return [button for button in buttons if button.isVisible()]


def test_keys_lock_and_open_and_only_what_is_another_state(console: Console, qtbot: QtBot) -> None:
    press(qtbot, console, Qt.Key.Key_K, ALT)
    press(qtbot, console, Qt.Key.Key_J, ALT)
    press(qtbot, console, Qt.Key.Key_K, CONTROL | SHIFT)
    assert console.commands == [LockMeeting(), OpenLobby()], "it is not locked yet, as far as the window knows"
    show(console, AdmissionView(locked=True, lobby=True))
    qtbot.waitUntil(lambda: console.window.commands.action(Act.UNLOCK_MEETING).isEnabled())
    press(qtbot, console, Qt.Key.Key_K, CONTROL | SHIFT)
    press(qtbot, console, Qt.Key.Key_J, CONTROL | SHIFT)
    assert console.commands[2:] == [UnlockMeeting(), CloseLobby()]


def test_the_lamp_says_what_holds_and_takes_no_keyboard(console: Console) -> None:
    lamp, focused = console.window.top.admission, QApplication.focusWidget()
    assert not lamp.isVisible()
    show(console, AdmissionView(locked=True))
    assert lamp.isVisible()
    assert lamp.text() == "Cuộc họp đã khóa"
    show(console, AdmissionView(lobby=True, waiting=waiting("s021")))
    assert "Ea Tul" in lamp.text()
    show(console, AdmissionView(lobby=True, waiting=waiting("s021", "s022", "s023")))
    assert "3 điểm cầu" in lamp.text()
    assert QApplication.focusWidget() is focused
    assert console.window.findChild(AdmissionPanel) is None, "nothing opens by itself"
    show(console, AdmissionView())
    assert not lamp.isVisible()


def test_a_press_on_the_lamp_opens_the_list_with_a_yes_and_a_no(console: Console, qtbot: QtBot) -> None:
    show(console, AdmissionView(locked=True, waiting=waiting("s021", "s022")))
    qtbot.mouseClick(console.window.top.admission, Qt.MouseButton.LeftButton)
    panel = console.window.findChild(AdmissionPanel)
    assert isinstance(panel, AdmissionPanel)
    texts = " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "21 · Xã Ea Tul" in texts
    qtbot.mouseClick(answers(panel, "let-in-s021")[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(answers(panel, "turn-away-s022")[0], Qt.MouseButton.LeftButton)
    assert console.commands == [LetIn(site="s021"), TurnAway(site="s022")]


def test_a_second_click_does_not_meet_the_site_that_moved_up(console: Console, qtbot: QtBot) -> None:
    show(console, AdmissionView(locked=True, waiting=waiting("s021", "s022")))
    panel = opened(console, qtbot)
    show(console, AdmissionView(locked=True, waiting=waiting("s022"), turned_away=waiting("s021")))
    (button,) = answers(panel, "let-in-s022")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert console.commands == []
    qtbot.waitUntil(button.isEnabled)
    (second_thought,) = answers(panel, "let-in-s021")
    qtbot.mouseClick(second_thought, Qt.MouseButton.LeftButton)
    assert console.commands == [LetIn(site="s021")]
    assert not answers(panel, "turn-away-s021")


def test_a_hundred_that_knock_are_a_few_rows_and_a_number(console: Console, qtbot: QtBot) -> None:
    panel = opened(console, qtbot)
    sites = tuple(view.site for view in scenes.busy_meeting().views.values() if isinstance(view, SiteView))
    many = tuple(sites[number % len(sites)] for number in range(100))
    for count in range(1, 101):
        show(console, AdmissionView(lobby=True, waiting=waiting(*many[:count])))
    assert len(answers(panel, "let-in")) == MOST_ROWS
    assert all(button.isEnabled() for button in answers(panel, "let-in")), "who comes later takes no press away"
    assert any("94 điểm cầu nữa" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "100 điểm cầu" in console.window.top.admission.text()
