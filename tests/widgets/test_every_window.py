"""Walks the other windows as `test_every_action` walks the console: the light mode, the second screens, the help."""

from collections.abc import Callable, Generator

import pytest
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.meeting.meeting_snapshot import ControlView
from tests.screenshots import satellite as sites
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedRooms
from tests.screenshots.second_screens import chair_meeting
from tests.screenshots.session_panels import GIVEN
from tests.widgets.conftest import OpenConsole
from tests.widgets.seen_texts import texts_of
from tests.widgets.test_every_action import has_marks
from widgets.controls.attendance_dialog import AttendanceDialog
from widgets.controls.content_dialog import ContentDialog
from widgets.controls.delegation_dialog import DelegationDialog
from widgets.controls.recording_dialog import RecordingDialog
from widgets.controls.store import Store
from widgets.guide.guide import Guide
from widgets.log.incidents_dialog import IncidentsDialog
from widgets.phrases.language import use_language
from widgets.satellite.satellite_window import SatelliteWindow
from widgets.screens.chair_view import ChairView
from widgets.screens.program_window import ProgramWindow
from widgets.screens.screens_dialog import ScreensDialog

OF_CONSOLE: dict[str, type[QWidget]] = {
    "help": Guide,
    "screens": ScreensDialog,
    "incidents": IncidentsDialog,
    "delegate-control": DelegationDialog,
    "recording-permission": RecordingDialog,
    "show-content": ContentDialog,
    "attendance": AttendanceDialog,
}
"""By the action that opens it."""
OpenWindow = Callable[[str], QWidget]
PEOPLES_WORDS = {
    *(word for name in scenes.NAMES for word in name.split()),
    *"Giao ban trực tuyến tỉnh – cấp xã Bà H'Lan Niê Ông Y Thịnh Niê, Chủ tịch UBND xã".split(),  # noqa: SIM905
    *["QĐ", "12/QĐ-UBND"],
    *"Toàn cảnh Bục phát biểu Hàng ghế đầu Máy chiếu tắt Trung tâm hội nghị tỉnh Hà Điểm Cầu".split(),  # noqa: SIM905
}
"""What people and places are called, and what somebody wrote: in every language as it is."""


@pytest.fixture(autouse=True)
def vietnamese_again() -> Generator[None]:
    yield
    use_language("vi")


@pytest.fixture
def open_window(dressed: QApplication, open_console: OpenConsole, qtbot: QtBot) -> OpenWindow:
    """Returns a function that opens a window by its name."""

    def site(state: str) -> SatelliteWindow:
        rooms = PaintedRooms()
        window = SatelliteWindow(rooms, lambda: scenes.NOW_MS)
        window.views_changed.connect(rooms.take_sizes)
        window.resize(1280, 720)
        window.show_state(sites.STATES[state])
        return window

    def over_meeting(kind: type[ChairView] | type[ProgramWindow]) -> QWidget:
        store = Store(lambda: scenes.NOW_MS)
        window = kind(store, PaintedRooms())
        window.resize(1366, 768)
        store.take(chair_meeting().whole())
        return window

    def of_console(name: str) -> QWidget:
        scene = scenes.busy_meeting()
        scene.views["control"] = ControlView(allowed=True, delegations=(GIVEN,))
        console = open_console(scene)
        action = console.window.findChild(QAction, name)
        assert action is not None
        action.trigger()
        found = console.window.findChild(OF_CONSOLE[name])
        assert found is not None
        return found

    def opened(name: str) -> QWidget:
        if name in sites.STATES:
            window: QWidget = site(name)
        elif name in {"chair", "program"}:
            window = over_meeting(ChairView if name == "chair" else ProgramWindow)
        else:
            return of_console(name)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.wait(60)
        return window

    return opened


WINDOWS = (*sites.STATES, "chair", "program", *OF_CONSOLE)
LANGUAGES = ("vi", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WINDOWS)
def test_every_control_has_a_name_and_speaks_one_language(open_window: OpenWindow, name: str, language: str) -> None:
    use_language(language)
    window = open_window(name)
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisibleTo(window)]
    assert [each.objectName() for each in buttons if not (each.accessibleName() or each.text())] == []
    said = [text for _, text in texts_of(window)]
    assert said
    if language == "en":
        words = {word.strip('.,:;()“”"·') for text in said for word in text.split()}
        own = {word.strip('.,:;()“”"·') for word in PEOPLES_WORDS}
        assert {word for word in words - own if has_marks(word)} == set()
    else:
        assert any(has_marks(text) for text in said)


@pytest.mark.parametrize("name", WINDOWS)
def test_no_key_stands_twice_and_every_action_says_what_it_does(open_window: OpenWindow, name: str) -> None:
    window = open_window(name)
    actions = [
        each for each in window.findChildren(QAction) if each.objectName() and not each.objectName().startswith("_q_")
    ]
    assert [each.objectName() for each in actions if not (each.text() and each.toolTip())] == []
    keys = [key.toString() for each in actions for key in each.shortcuts()]
    keys += [each.key().toString() for each in window.findChildren(QShortcut) if each.parent() is window]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", ["chair", "program"])
def test_the_second_screens_take_no_key(open_window: OpenWindow, name: str) -> None:
    window = open_window(name)
    assert window.findChildren(QShortcut) == []
    assert [each for each in window.findChildren(QWidget) if each.hasFocus()] == []
