"""The console's lock on the real window: what it covers, what it never hides, and how one gets out of it."""

from collections.abc import Callable, Iterator
from typing import Any, cast

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.accounts.account import Failed, LoginFault
from console.accounts.standing import ConsoleStanding
from console.commands import MuteAll, SafeStop
from console.snapshot import Delta
from console.words import Role
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import button, dialog
from widgets.controls.acts import Act
from widgets.controls.command_set import WHILE_LOCKED
from widgets.controls.dialogs import Question
from widgets.phrases.log.entries import phrase_entry

BINH = ConsoleStanding(asked=True, account="binh", name="Trần Bình", role=Role.OPERATOR, idle_minutes=5)
LOCKED = msgspec.structs.replace(BINH, locked=True, role=Role.LOCKED_CONSOLE)
NOBODY = ConsoleStanding(asked=True, locked=True, role=Role.LOCKED_CONSOLE)
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def console(open_console: OpenConsole) -> Iterator[Console]:
    opened = open_console(scenes.busy_meeting())
    yield opened
    opened.window.lock.take_standing(ConsoleStanding())


@pytest.fixture
def hit(console: Console, qtbot: QtBot) -> Callable[..., None]:
    """Presses a key as the system does: through the window, with the shortcuts of all its actions before it."""

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        console.window.activateWindow()
        qtbot.waitUntil(console.window.isActiveWindow)
        QTest.keyClick(console.window.windowHandle(), key, modifier)

    return press


def field(console: Console, name: str) -> QLineEdit:
    found = console.window.findChild(QLineEdit, f"lock-{name}")
    assert found is not None
    return found


def test_without_accounts_nothing_of_it_is_seen(console: Console) -> None:
    assert not console.window.lock.panel.isVisible()
    assert not console.window.lock.action.isVisible()
    assert console.window.windowTitle() == "Điểm Cầu — bàn điều khiển"


def test_a_lock_leaves_alarms_pictures_and_the_standing_order_where_they_were(console: Console) -> None:
    window = console.window
    seen = (window.program, window.deck, window.grid, window.top, window.banner, window.alarm_list, window.bar)
    before = [(part.isVisible(), part.geometry()) for part in seen]
    window.lock.take_standing(LOCKED)
    assert [(part.isVisible(), part.geometry()) for part in seen] == before
    panel = window.lock.panel
    assert panel.isVisible()
    for part in (window.program, window.deck, window.grid, window.top, window.banner, window.bar):
        assert not panel.geometry().intersects(part.geometry().translated(0, 0)), part.objectName()
    assert "Trần Bình" in panel.heading.text()
    console.store.take(Delta(number=scenes.busy_meeting().whole().number + 1, put={}))
    assert window.isEnabled(), "a window that is disabled would paint everything grey"


def test_the_row_of_keys_names_only_keys_that_do_something(console: Console) -> None:
    window = console.window
    assert len(window.keys.named_keys) > 10
    window.lock.take_standing(LOCKED)
    assert [key for key, _ in window.keys.named_keys] == ["F12", "F10", "Enter"]
    for act, (key, _) in zip((Act.SAFE_STOP, Act.ALARM_SOUND_OFF), window.keys.named_keys, strict=False):
        assert window.commands.action(act).shortcut().toString() == key
    window.lock.take_standing(BINH)
    assert window.keys.named_keys[-1][0] == "F1"


def test_an_alarm_that_comes_while_it_is_locked_is_shown_and_can_be_silenced(
    console: Console, hit: Callable[..., None], qtbot: QtBot
) -> None:
    window = console.window
    window.lock.take_standing(LOCKED)
    assert window.bell.may_be_held
    hit(Qt.Key.Key_F10)
    assert window.bell.held
    alarms = window.store.alarms
    more = msgspec.structs.replace(alarms[0], alarm_id="new", taken_ms=None) if alarms else None
    assert more is not None
    assert window.top._counts().errors + window.top._counts().warnings > 0


@pytest.mark.parametrize("standing", [LOCKED, NOBODY], ids=["locked", "nobody"])
def test_the_safe_stop_works_while_locked_by_key_and_by_button(
    console: Console, hit: Callable[..., None], qtbot: QtBot, standing: ConsoleStanding
) -> None:
    console.window.lock.take_standing(standing)
    hit(Qt.Key.Key_F12)
    assert console.commands == [SafeStop()]
    console.commands.clear()
    console.clock.now_ms += 60_000
    qtbot.mouseClick(button(console, "safe-stop"), Qt.MouseButton.LeftButton)
    assert console.commands == [SafeStop()]


def test_no_other_key_of_any_action_does_anything_while_locked(console: Console, hit: Callable[..., None]) -> None:
    window = console.window
    window.selection.choose("s002")
    window.lock.take_standing(LOCKED)
    opened: list[object] = []
    window.commands.panel_requested.connect(opened.append)
    window.commands.question_requested.connect(opened.append)
    window.office.records_wanted.connect(lambda: opened.append("records"))
    window.office.help_wanted.connect(lambda: opened.append("help"))
    works = {window.commands.action(act) for act in WHILE_LOCKED}
    for action in window.actions():
        if action in works:
            continue
        for keys in action.shortcuts():
            pressed = cast("Any", keys)[0]  # which PySide's stubs do not know
            hit(pressed.key(), pressed.keyboardModifiers())
    for key in (Qt.Key.Key_1, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space):
        hit(key)
    assert console.commands == []
    assert opened == []
    assert window.selection.site == "s002"
    assert window.lock.panel.isVisible()
    assert QApplication.activePopupWidget() is None


def test_no_click_does_anything_while_locked_but_on_the_safe_stop_and_the_login(console: Console, qtbot: QtBot) -> None:
    window = console.window
    window.selection.choose("s002")
    window.lock.take_standing(LOCKED)
    for name in ("podium", "mute", "mute-all", "on-deck"):
        qtbot.mouseClick(button(console, name), Qt.MouseButton.LeftButton)
    for part in (window.grid, window.queue, window.banner, window.top, window.alarm_list, window.log, window.deck):
        for spot in (QPoint(20, 20), part.rect().center()):
            target: QWidget = part.childAt(spot) or part
            for press in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
                qtbot.mouseClick(target, press)
            qtbot.mouseDClick(target, Qt.MouseButton.LeftButton)
    assert console.commands == []
    assert window.selection.site == "s002"
    assert QApplication.activePopupWidget() is None


def test_a_question_that_stood_open_is_closed_unanswered(
    console: Console, hit: Callable[..., None], qtbot: QtBot
) -> None:
    hit(Qt.Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
    question = dialog(console)
    console.window.lock.take_standing(LOCKED)
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in console.window.findChildren(Question)))
    assert console.commands == []
    assert question is not None


def test_the_login_hands_on_what_was_typed_once_and_keeps_no_password(
    console: Console, hit: Callable[..., None]
) -> None:
    window = console.window
    wished: list[tuple[str, str]] = []
    window.lock.panel.login_wanted.connect(lambda account, password: wished.append((account, password)))
    window.lock.take_standing(LOCKED)
    assert field(console, "account").text() == "binh"
    for letter in "mat khau":
        hit(Qt.Key(ord(letter.upper())))
    assert field(console, "password").echoMode() is QLineEdit.EchoMode.Password
    hit(Qt.Key.Key_Return)
    hit(Qt.Key.Key_Return)
    assert wished == [("binh", "mat khau")]
    assert field(console, "password").text() == ""
    window.lock.take_login(Failed(LoginFault.WAIT, 4))
    assert "4 giây" in window.lock.panel.said.text()
    window.lock.take_login(Failed(LoginFault.WRONG))
    assert window.lock.panel.said.text() == "Tài khoản hoặc mật khẩu không đúng."
    assert console.commands == []


def test_unlocked_everything_works_as_before(console: Console, hit: Callable[..., None]) -> None:
    window = console.window
    enabled = {action.objectName() for action in window.actions() if action.isEnabled()}
    window.lock.take_standing(LOCKED)
    window.lock.take_standing(BINH)
    assert not window.lock.panel.isVisible()
    assert {action.objectName() for action in window.actions() if action.isEnabled()} == enabled | {"lock-console"}
    hit(Qt.Key.Key_M, CTRL)
    assert console.commands == [MuteAll()]
    assert window.windowTitle().endswith("Trần Bình (người vận hành)")


def test_a_key_locks_at_once_and_only_who_is_logged_in(console: Console, hit: Callable[..., None]) -> None:
    window = console.window
    wished: list[bool] = []
    window.lock.lock_wanted.connect(wished.append)
    hit(Qt.Key.Key_L, CTRL)
    assert wished == []
    window.lock.take_standing(BINH)
    hit(Qt.Key.Key_L, CTRL)
    assert wished == [False]


def test_it_locks_itself_when_nobody_touches_anything_and_a_key_puts_that_off(
    console: Console, hit: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = console.window.lock
    wished: list[bool] = []
    lock.lock_wanted.connect(wished.append)
    now = [0]
    monkeypatch.setattr(lock, "_now_ms", lambda: now[0])
    lock.take_standing(BINH)
    lock._look()
    now[0] = 4 * 60_000
    hit(Qt.Key.Key_F6)
    now[0] = 5 * 60_000
    lock._look()
    assert wished == []
    now[0] = 9 * 60_000
    lock._look()
    assert wished == [True]
    lock.take_standing(msgspec.structs.replace(BINH, idle_minutes=0))
    assert not lock._looking.isActive()


def test_a_lost_link_says_so_and_compares_nothing(console: Console, hit: Callable[..., None]) -> None:
    window = console.window
    wished: list[tuple[str, str]] = []
    window.lock.panel.login_wanted.connect(lambda account, password: wished.append((account, password)))
    window.lock.take_standing(LOCKED)
    console.store.set_link_lost(True)
    assert "Mất liên lạc" in window.lock.panel.said.text()
    hit(Qt.Key.Key_X)
    hit(Qt.Key.Key_Return)
    assert wished == []


def test_a_locked_window_is_not_closed_over_a_running_meeting(console: Console) -> None:
    window = console.window
    decided: list[bool] = []
    window.close_decided.connect(decided.append)
    window._may_close = False
    window.lock.take_standing(LOCKED)
    window.close()
    assert window.isVisible()
    assert decided == []
    window._may_close = True


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1180, 660)])
def test_the_login_is_whole_at_every_size(open_console: OpenConsole, size: tuple[int, int]) -> None:
    window = open_console(scenes.busy_meeting(), *size).window
    window.lock.take_standing(LOCKED)
    panel = window.lock.panel
    try:
        assert window.rect().contains(panel.geometry())
        for part in (panel.heading, panel.said, panel.account, panel.password, panel.button):
            assert panel.rect().contains(part.geometry())
            assert part.height() >= part.minimumSizeHint().height() - 2, "but for the frame of the field with the focus"
        assert not panel.geometry().intersects(window.bar.geometry())
        assert not panel.geometry().intersects(window.alarm_list.geometry()) or not window.alarm_list.isVisible()
    finally:
        window.lock.take_standing(ConsoleStanding())


def test_the_log_says_that_a_safe_stop_was_given_at_a_locked_console() -> None:
    told = [
        phrase_entry("command-asked", {"what": '{"do": "safe-stop"}', "actor": {"person": who, "role": role}}, str)
        for who, role in (("Trần Bình", "locked_console"), ("", "locked_console"), ("Trần Bình", "operator"))
    ]
    assert told[0].startswith("Bàn điều khiển đang khóa (Trần Bình): ")
    assert told[1].startswith("Bàn điều khiển đang khóa (chưa ai đăng nhập): ")
    assert told[2].startswith("Trần Bình: ")
