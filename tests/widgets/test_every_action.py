"""Walks every action, button and field: key, tip, both languages, name, focus; and typing triggers nothing."""

import unicodedata
from collections.abc import Generator, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from console.commands import SafeStop
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.seen_texts import texts_of
from widgets.controls.acts import Act
from widgets.controls.buttons import ActionButton
from widgets.controls.store import REPEAT_MS
from widgets.guide.first_start import FirstStart
from widgets.phrases.language import use_language
from widgets.window.console_menus import ORDER_ACTS, SESSION_ACTS, SITE_ACTS

TYPED = "mlghoMLGH0123456789/+ "
TELEX = "Hojp giao ban truwcj tuyeens tinhr Ddawks Lawks"
VNI = "Ho5p giao ban tru7c5 tuye6n1 ti3nh D9a8k1 La8k1"
COMPOSED = "Họp giao ban trực tuyến tỉnh Đắk Lắk"


@pytest.fixture
def console(open_console: OpenConsole) -> Console:
    return open_console(scenes.busy_meeting())


@pytest.fixture
def vietnamese_again() -> Generator[None]:
    yield
    use_language("vi")


def titled(console: Console) -> list[QAction]:
    named = (action for action in console.window.findChildren(QAction) if action.objectName())
    return [action for action in named if not action.objectName().startswith("_q_")]  # Qt's own, inside a field


def has_marks(text: str) -> bool:
    """Tells whether a text carries Vietnamese marks."""
    apart = unicodedata.normalize("NFD", text)
    return "đ" in text.casefold() or any(unicodedata.combining(sign) for sign in apart)


def dialogs(console: Console) -> Iterator[QWidget]:
    """Yields every dialog of the console, open, one after another."""
    for act in (Act.MUTE_ALL_EXCEPT, Act.LIFT_SILENCE, Act.LIFT_SAFE_STOP, Act.END_SESSION, Act.START_SESSION):
        console.window.commands.question_requested.emit(act)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog), act
        yield dialog
        dialog.reject()


def test_every_action_says_what_it_does(console: Console) -> None:
    silent = [action.objectName() for action in titled(console) if not action.text()]
    tipless = [action.objectName() for action in titled(console) if not action.toolTip()]
    assert (silent, tipless) == ([], [])


def session_menu(console: Console) -> list[QAction]:
    """Returns what the session's menu offers, which has a key of its own, with all that lies in its own menus."""
    console.window.office.menu.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found: list[QAction] = []
    unread = [menu]
    while unread:
        for action in unread.pop().actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                unread.append(inner)
            elif not action.isSeparator():
                found.append(action)
    menu.close()
    return found


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_every_action_can_be_reached_by_keyboard(console: Console) -> None:
    in_menus = {act.value[0] for act in (*SITE_ACTS, *SESSION_ACTS, *ORDER_ACTS) if act is not None}
    in_session_menu = {action.objectName() for action in session_menu(console)}
    keyless = {action.objectName() for action in titled(console) if action.shortcut().isEmpty()}
    assert keyless - in_menus - in_session_menu <= {"finish-speech"}
    assert {"contrast-high", "alarm-beat-calm", "layout-podium", "language-en"} <= in_session_menu


def test_no_two_actions_share_a_key(console: Console) -> None:
    taken: dict[str, list[str]] = {}
    for action in titled(console):
        for key in action.shortcuts():
            taken.setdefault(key.toString(), []).append(action.objectName())
    assert {key: names for key, names in taken.items() if len(names) > 1} == {}


@pytest.mark.usefixtures("vietnamese_again")
def test_nothing_vietnamese_is_left_in_english(open_console: OpenConsole) -> None:
    use_language("en")
    console = open_console(scenes.busy_meeting())
    known = " ".join(view.name for site in console.store.roster if (view := console.store.site(site)) is not None)
    names = set(known.split())

    def is_ours(text: str) -> bool:
        return any(has_marks(word) for word in text.replace(":", " ").replace(",", " ").split() if word not in names)

    left = [(place, text) for place, text in texts_of(console.window) if is_ours(text)]
    data = {"title", "profile"}
    assert [entry for entry in left if entry[0].split(".")[-1] not in data and "Row" not in entry[0]] == []


def test_what_is_pressed_in_a_meeting_takes_no_focus_and_has_a_name(console: Console) -> None:
    buttons = console.window.findChildren(ActionButton)
    assert len(buttons) > 8
    assert [each.objectName() for each in buttons if each.focusPolicy() is not Qt.FocusPolicy.NoFocus] == []
    shown = [each for each in console.window.findChildren(QAbstractButton) if each.isVisible()]
    assert [each.objectName() for each in shown if not (each.accessibleName() or each.text())] == []


def test_cancel_is_the_default_of_every_question(console: Console) -> None:
    for dialog in dialogs(console):
        cancel = dialog.findChild(QPushButton, "answer-cancel")
        assert cancel is not None
        assert cancel.isDefault()
        assert not any(each.isDefault() for each in dialog.findChildren(QPushButton) if each is not cancel)


def test_no_dialog_stands_before_the_safe_stop(console: Console, qtbot: QtBot) -> None:
    for dialog in dialogs(console):
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        console.clock.now_ms += REPEAT_MS * 10
        qtbot.keyClick(dialog, Qt.Key.Key_F12)
        assert console.commands == [SafeStop()]
        console.commands.clear()


def text_fields(root: QWidget) -> list[QWidget]:
    fields = [*root.findChildren(QLineEdit), *root.findChildren(QPlainTextEdit)]
    return [field for field in fields if not (isinstance(field, QLineEdit) and field.isReadOnly())]


def typed_into(field: QWidget, qtbot: QtBot) -> str:
    """Types as a person does with and without an input method; returns what stands in the field."""
    field.setFocus()
    qtbot.keyClicks(field, TYPED)
    qtbot.keyClicks(field, TELEX)
    qtbot.keyClicks(field, VNI)
    for end in range(1, len(COMPOSED), 3):
        QApplication.sendEvent(field, QInputMethodEvent(COMPOSED[:end], []))
    done = QInputMethodEvent()
    done.setCommitString(COMPOSED)
    QApplication.sendEvent(field, done)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]


def _note(triggered: list[str], name: str, _checked: object = None) -> None:
    triggered.append(name)


def watched(console: Console) -> list[str]:
    """Returns a list that will hold every action that was triggered."""
    triggered: list[str] = []
    for action in titled(console):
        action.triggered.connect(partial(_note, triggered, action.objectName()))
    return triggered


def test_typing_into_the_search_triggers_nothing(console: Console, qtbot: QtBot) -> None:
    console.window.commands.action(Act.SEARCH).trigger()
    qtbot.wait(20)
    triggered, chosen = watched(console), console.window.selection.site
    field = QApplication.focusWidget()
    assert field is not None

    text = typed_into(field, qtbot)

    assert COMPOSED in text
    assert text.startswith("mlghoMLGH")
    assert (triggered, console.commands, console.window.selection.site) == ([], [], chosen)


def test_typing_into_any_field_of_a_dialog_triggers_nothing(console: Console, qtbot: QtBot) -> None:
    triggered, fields = watched(console), 0
    for dialog in dialogs(console):
        QTest.qWaitForWindowExposed(dialog)
        for field in text_fields(dialog):
            assert COMPOSED in typed_into(field, qtbot)
            fields += 1
    assert fields >= 2
    assert (triggered, console.commands) == ([], [])


def test_typing_into_the_set_up_and_the_help_triggers_nothing(console: Console, qtbot: QtBot) -> None:
    console.window.seat.open_set_up()
    console.window.office.help.trigger()
    triggered = watched(console)
    set_up = console.window.findChild(FirstStart)
    assert set_up is not None
    for step, page in enumerate(set_up.pages):
        set_up.open_step(step)
        for field in text_fields(page):
            assert COMPOSED[:10] in typed_into(field, qtbot)
    assert (triggered, console.commands) == ([], [])
