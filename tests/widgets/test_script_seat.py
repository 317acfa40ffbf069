"""The script at the operator's seat: the strip with the next cue, its keys, and a session begun from a registration."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.commands import StartSession
from console.meeting.meeting_commands import SkipCue, TakeCue
from console.meeting.meeting_snapshot import CueDoneView, MeetingView, ScriptView
from console.office.host_rules import HostFault, HostFinding
from console.office.meeting_file import CueOnFile, MeetingFile
from console.office.meeting_offers import MeetingOffer
from console.snapshot import Delta, SessionView
from console.words import Layout, SessionKind
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from widgets.controls.acts import Act
from widgets.controls.dialogs import StartSessionDialog

CUES = (
    CueOnFile(number=1, at_ms=scenes.NOW_MS - 600_000, title="Khai mạc", site="main"),
    CueOnFile(number=2, at_ms=scenes.NOW_MS - 120_000, title="Báo cáo", speaker="Ông A", site="s021"),
    CueOnFile(number=3, title="Thảo luận", layout=Layout.GRID_2X2),
)


def put(console: Console, **views: object) -> None:
    number = console.store._number
    assert number is not None
    console.store.take(Delta(number=number + 1, put=views))  # type: ignore[arg-type]


def run_script(console: Console, next_cue: int | None, under_way: int | None = None) -> None:
    script = ScriptView(next_cue=next_cue, under_way=under_way, done=(CueDoneView(number=1, at_ms=scenes.NOW_MS),))
    put(console, meeting=MeetingView(file=MeetingFile(meeting_uid="m1", cues=CUES)), script=script)


@pytest.fixture
def official(open_console: OpenConsole) -> Console:
    console = open_console(scenes.calm_meeting())
    session = console.store.session
    put(console, session=SessionView(running=True, kind=SessionKind.OFFICIAL, session=session.session))
    return console


def test_without_a_script_there_is_no_strip_and_no_room_for_it(official: Console) -> None:
    assert not official.window.cue.isVisible()
    assert official.window.cue.height_wanted == 0
    assert not official.window.commands.action(Act.TAKE_CUE).isEnabled()


def test_the_next_cue_stands_in_the_strip_with_its_lateness(official: Console, qtbot: QtBot) -> None:
    below = official.window.queue.y()
    run_script(official, 2)
    strip = official.window.cue
    qtbot.waitUntil(strip.isVisible)
    assert strip.text == f"Mục 2/3 · {official.store.short_label('s021')} · Báo cáo · Ông A"
    assert strip.late_seconds == 120
    assert official.window.queue.y() > below
    run_script(official, None)
    assert strip.text == "Đã hết kịch bản"
    put(official, meeting=MeetingView(), script=ScriptView())
    assert not strip.isVisible()
    assert official.window.queue.y() == below


def test_one_key_takes_the_next_cue_another_leaves_it_out_or_brings_the_chosen_site(
    official: Console, qtbot: QtBot
) -> None:
    run_script(official, 2)
    official.window.selection.choose("s009")
    qtbot.waitUntil(lambda: official.window.commands.action(Act.TAKE_CUE_WITH).isEnabled())
    for modifier in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
    ):
        qtbot.keyClick(official.window, Qt.Key.Key_F5, modifier)
    assert official.commands == [TakeCue(cue=2), SkipCue(cue=2), TakeCue(cue=2, site="s009")]


def test_a_click_takes_the_cue_and_while_it_is_on_its_way_nothing_does(official: Console, qtbot: QtBot) -> None:
    run_script(official, 2)
    strip = official.window.cue
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: official.window.commands.action(Act.TAKE_CUE).isEnabled())
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert official.commands == [TakeCue(cue=2)]
    run_script(official, 2, under_way=2)
    qtbot.waitUntil(lambda: not official.window.commands.action(Act.TAKE_CUE).isEnabled())
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert official.commands == [TakeCue(cue=2)]


def test_a_session_is_begun_from_a_registered_meeting(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.empty_session())
    asked: list[bool] = []
    console.window.seat.meetings_asked.connect(lambda: asked.append(True))
    console.window.commands.action(Act.START_SESSION).trigger()
    dialog = console.window.findChild(StartSessionDialog)
    assert isinstance(dialog, StartSessionDialog)
    assert asked == [True]
    elsewhere = HostFinding(fault=HostFault.OTHER_ROOM, article="Đ4 k1", wanted="Văn phòng Tỉnh ủy", found=("Sở Y tế",))
    offer = MeetingOffer(meeting_uid="m1", subject="Giao ban quý IV", start_ms=scenes.NOW_MS, findings=(elsewhere,))
    console.window.seat.show_meetings((offer,))
    assert "Theo Đ4 k1" in dialog.findings.text()
    chosen = dialog.findChild(QWidget, "registered-meeting")
    assert chosen is not None
    assert chosen.isVisibleTo(dialog)
    qtbot.mouseClick(dialog.acting["start"], Qt.MouseButton.LeftButton)
    assert console.commands == [StartSession(kind=SessionKind.TEST, title="Giao ban quý IV", meeting_uid="m1")]
