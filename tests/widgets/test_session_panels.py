"""Beside a meeting: control given and taken back, permission to record, who is there; and what the top bar says."""

from typing import TypeVar

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from console.commands import TellAttendance
from console.control.control_commands import DelegateControl, RevokeControl
from console.meeting.meeting_snapshot import ControlView, RecordingView
from console.notes.recording_commands import PermitRecording, RefuseRecording
from console.office.meeting import Confidentiality
from console.snapshot import AnyView, Delta, SessionView
from console.words import DelegatedRight, SessionKind
from tests.screenshots import scene as scenes
from tests.screenshots.session_panels import GIVEN
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.controls.acts import Act
from widgets.controls.attendance_dialog import AttendanceDialog
from widgets.controls.delegation_dialog import DelegationDialog
from widgets.controls.recording_dialog import RecordingDialog

Panel = TypeVar("Panel", bound=QDialog)
ALLOWED = ControlView(allowed=True)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def with_view(key: str, view: AnyView) -> scenes.Scene:
    scene = scenes.busy_meeting()
    scene.views[key] = view
    return scene


def opened(console: Console, qtbot: QtBot, kind: type[Panel], key: Qt.Key, modifier: Qt.KeyboardModifier) -> Panel:
    press(qtbot, console, key, modifier)
    found = console.window.findChild(kind)
    assert isinstance(found, kind)
    qtbot.waitUntil(found.isVisible)
    return found


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_only_what_is_marked_is_given(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(with_view("control", ALLOWED))
    console.window.selection.choose("s009")
    dialog = opened(console, qtbot, DelegationDialog, Qt.Key.Key_G, CONTROL)
    assert not dialog.give.isEnabled(), "nothing is marked"
    dialog.rights[DelegatedRight.SILENCE].setChecked(True)
    dialog.minutes.setValue(30)
    dialog.basis.setText(" QĐ 12 ")
    click(qtbot, dialog.give)
    expected = DelegateControl(site="s009", rights=(DelegatedRight.SILENCE,), minutes=30, basis="QĐ 12")
    assert console.commands == [expected]


def test_where_the_profile_gives_no_control_away_it_is_not_offered(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    action = console.window.commands.action(Act.DELEGATE)
    assert (action.isVisible(), action.isEnabled()) == (False, False)
    press(qtbot, console, Qt.Key.Key_G, CONTROL)
    assert console.window.findChild(DelegationDialog) is None


@pytest.mark.parametrize("width", [1920, 1366])
def test_the_lamp_says_who_controls_and_one_press_takes_it_back(
    open_console: OpenConsole, qtbot: QtBot, width: int
) -> None:
    console = open_console(with_view("control", ALLOWED), width, 1080 if width == 1920 else 768)
    chip = console.window.top.chip
    assert not chip.isVisible()
    given = msgspec.structs.replace(ALLOWED, delegations=(GIVEN,))
    console.store.take(Delta(number=2, put={"control": given}))
    assert chip.isVisible()
    assert "9 Ea Súp" in chip.accessibleName()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert console.commands == [RevokeControl(site="s009")]
    console.store.take(Delta(number=3, put={"control": ALLOWED}))
    assert not chip.isVisible()


def test_with_several_the_lamp_opens_the_list_and_takes_nothing_back(open_console: OpenConsole, qtbot: QtBot) -> None:
    second = msgspec.structs.replace(GIVEN, site="s004", until_ms=None)
    console = open_console(with_view("control", ControlView(allowed=True, delegations=(GIVEN, second))))
    qtbot.mouseClick(console.window.top.chip, Qt.MouseButton.LeftButton)
    dialog = console.window.findChild(DelegationDialog)
    assert isinstance(dialog, DelegationDialog)
    assert console.commands == []
    button = dialog.findChild(QPushButton, "revoke-s004")
    assert button is not None
    click(qtbot, button)
    assert console.commands == [RevokeControl(site="s004")]


def test_the_hosts_word_needs_a_name(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    dialog = opened(console, qtbot, RecordingDialog, Qt.Key.Key_R, ALT)
    assert not dialog.allow.isEnabled()
    dialog.who.setText("Ông Hà")
    click(qtbot, dialog.allow)
    click(qtbot, dialog.refuse)
    assert console.commands == [PermitRecording(decided_by="Ông Hà"), RefuseRecording(decided_by="Ông Hà")]


def test_a_confidential_meeting_offers_no_yes_and_says_so(open_console: OpenConsole, qtbot: QtBot) -> None:
    secret = RecordingView(confidentiality=Confidentiality.STATE_SECRET)
    console = open_console(with_view("recording", secret))
    dialog = opened(console, qtbot, RecordingDialog, Qt.Key.Key_R, ALT)
    dialog.who.setText("Ông Hà")
    assert not dialog.allow.isEnabled()
    assert any("không ghi hình" in label.text() for label in dialog.findChildren(QLabel))
    badge = console.window.top._secrecy_badge()
    assert badge is not None
    assert "MẬT" in badge.text


def test_who_has_not_told_stands_first_and_the_operator_notes_it(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    first = console.store.site("s001")
    assert first is not None
    told = msgspec.structs.replace(first, head_count=12, in_charge="Bà Hạnh, Chủ tịch")
    console.store.take(Delta(number=2, put={"site/s001": told}))
    dialog = opened(console, qtbot, AttendanceDialog, Qt.Key.Key_A, ALT)
    rows = dialog.table.rowCount()
    last = [dialog.table.item(rows - 1, column) for column in range(3)]
    assert [item and item.text() for item in last] == ["1 · Phường Buôn Ma Thuột", "12", "Bà Hạnh, Chủ tịch"]
    dialog.missing.setChecked(True)
    assert dialog.table.rowCount() == rows - 1
    dialog.table.setCurrentCell(0, 0)
    dialog.heads.setValue(7)
    dialog.leader.setText("Ông Y Bhan, Phó Chủ tịch")
    click(qtbot, dialog.note)
    assert console.commands == [TellAttendance(site="s002", head_count=7, in_charge="Ông Y Bhan, Phó Chủ tịch")]


def test_what_is_due_stands_in_the_bar_between_sessions_alone_and_leads_to_its_list(
    open_console: OpenConsole, qtbot: QtBot
) -> None:
    console = open_console(scenes.empty_session())
    due, opened = console.window.top.due, list[bool]()
    console.window.office.due_wanted.connect(lambda: opened.append(True))
    console.window.seat.show_due(0)
    assert not due.isVisible()
    console.window.seat.show_due(3)
    assert due.isVisible()
    assert due.text() == "3 việc đến hạn"
    qtbot.mouseClick(due, Qt.MouseButton.LeftButton)
    assert opened == [True]
    console.store.take(Delta(number=2, put={"session": SessionView(running=True, kind=SessionKind.TEST)}))
    assert not due.isVisible()
