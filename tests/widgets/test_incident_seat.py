"""Incidents at the window: a category and words in two seconds, the rest in a panel beside the meeting."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.commands import (
    AskFallback,
    CloseIncident,
    DecideFallback,
    OpenIncident,
    ReopenIncident,
    RestoreIncident,
    TellOfIncident,
    UpdateIncident,
)
from console.notes.record_facts import Fallback, Incident, IncidentNotice
from console.notes.record_snapshot import RecordView
from console.office.escalation import CallBook, Directory
from console.office.people import Person, Role
from console.office.places import Line
from console.regulation.during import IncidentFact, IncidentRule
from console.regulation.province import Party
from console.snapshot import Delta
from console.words import FallbackAct, IncidentCategory, NoticeChannel
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.controls.buttons import PaintedButton
from widgets.log.incidents_dialog import IncidentsDialog

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
FIRST = Incident(
    incident_id="i1", text="mất tiếng", site="s017", at_ms=scenes.NOW_MS - 600_000, person="Lan", closed_ms=None
)
SECOND = Incident(incident_id="i2", text="", site=None, at_ms=scenes.NOW_MS - 60_000, person="Lan")


def with_incidents(*incidents: Incident) -> scenes.Scene:
    scene = scenes.busy_meeting()
    scene.views["record"] = RecordView(incidents=incidents)
    return scene


def panel(console: Console, qtbot: QtBot) -> IncidentsDialog:
    press(qtbot, console, Qt.Key.Key_F3, SHIFT)
    found = console.window.findChild(IncidentsDialog)
    assert isinstance(found, IncidentsDialog)
    qtbot.waitUntil(found.isVisible)
    return found


def test_a_category_by_key_and_enter_is_an_incident(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.selection.choose("s017")
    press(qtbot, console, Qt.Key.Key_F3)
    field = console.window.notes.field
    qtbot.keyClick(field, Qt.Key.Key_2, ALT)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert console.commands == [OpenIncident(text="", site="s017", category=IncidentCategory.NO_SOUND)]


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_all_categories_are_seen_and_nothing_covers_the_words(
    open_console: OpenConsole, qtbot: QtBot, size: tuple[int, int]
) -> None:
    console = open_console(scenes.busy_meeting(), *size)
    press(qtbot, console, Qt.Key.Key_F3)
    notes = console.window.notes
    row = notes.categories.geometry()
    assert row.bottom() < notes.field.geometry().top()
    assert notes.field.geometry().bottom() <= notes.height()
    buttons = notes.categories.findChildren(PaintedButton)
    assert len(buttons) == len(IncidentCategory)
    assert all(button.isVisible() and button.geometry().right() < row.width() for button in buttons)
    press(qtbot, console, Qt.Key.Key_F2, SHIFT)
    assert not notes.categories.isVisible()


def test_the_rest_is_filled_in_later_and_only_what_was_changed_is_sent(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(with_incidents(FIRST, SECOND))
    dialog = panel(console, qtbot)
    assert dialog.list.count() == 2
    dialog.list.setCurrentRow(1)
    assert dialog.text.text() == "mất tiếng"
    qtbot.keyClicks(dialog.cause, "day dut")
    dialog.category.setCurrentIndex(list(IncidentCategory).index(IncidentCategory.LINE_LOST))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert console.commands == [UpdateIncident(incident_id="i1", cause="day dut", category=IncidentCategory.LINE_LOST)]


def test_what_another_window_says_does_not_overwrite_what_is_being_written(
    open_console: OpenConsole, qtbot: QtBot
) -> None:
    console = open_console(with_incidents(FIRST))
    dialog = panel(console, qtbot)
    qtbot.keyClicks(dialog.cause, "day")
    changed = msgspec.structs.replace(FIRST, cause="mất điện", solution="chạy máy nổ")
    console.store.take(Delta(number=2, put={"record": RecordView(incidents=(changed,))}))
    assert dialog.cause.text() == "day"
    assert dialog.solution.text() == "chạy máy nổ"


def test_told_restored_closed_and_opened_again(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(with_incidents(FIRST))
    dialog = panel(console, qtbot)
    qtbot.keyClicks(dialog.party, "VNPT")
    dialog.channel.setCurrentIndex(list(NoticeChannel).index(NoticeChannel.MESSAGE))
    for button in (dialog.tell, dialog.restore, dialog.end):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert console.commands == [
        TellOfIncident(incident_id="i1", party="VNPT", channel=NoticeChannel.MESSAGE),
        RestoreIncident(incident_id="i1"),
        CloseIncident(incident_id="i1"),
    ]
    closed = msgspec.structs.replace(FIRST, restored_ms=scenes.NOW_MS - 5_000, closed_ms=scenes.NOW_MS)
    console.store.take(Delta(number=2, put={"record": RecordView(incidents=(closed,))}))
    assert not dialog.cause.isEnabled()
    qtbot.mouseClick(dialog.end, Qt.MouseButton.LeftButton)
    assert console.commands[-1] == ReopenIncident(incident_id="i1", restored_wall_ms=scenes.NOW_MS - 5_000)


@pytest.mark.parametrize("written", ["25:00", "chín giờ", "9"])
def test_what_is_no_time_is_said_and_not_sent(open_console: OpenConsole, qtbot: QtBot, written: str) -> None:
    console = open_console(with_incidents(FIRST))
    dialog = panel(console, qtbot)
    dialog.expected.setText(written)
    dialog.expected.setModified(True)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert console.commands == []
    assert written in dialog.trouble.text()


def test_an_expected_time_lies_ahead_also_past_midnight(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(with_incidents(FIRST))
    dialog = panel(console, qtbot)
    for hour in range(24):
        dialog.expected.setText(f"{hour}:30")
        ahead_ms = dialog._expected_ms() - scenes.NOW_MS
        assert -12 * 3_600_000 <= ahead_ms <= 24 * 3_600_000


LINE_DOWN = msgspec.structs.replace(FIRST, category=IncidentCategory.LINE_LOST)
OPERATOR = Person(id="p1", name="Trực VNPT", unit="VNPT", phone="0262 3888 999", roles=(Role.TELECOM,))
BOOK = CallBook(
    directory=Directory(people=(OPERATOR,), lines=(Line(id="l1", site="s017", provider="VNPT", circuit_id="TSL-17"),)),
    rule=IncidentRule(notify=(Party.TELCO,), facts=(IncidentFact.CAUSE,)),
    today="2026-11-25",
)


def calls(console: Console, qtbot: QtBot, book: CallBook | None = BOOK) -> IncidentsDialog:
    dialog = panel(console, qtbot)
    console.window.seat.show_call_book(book)
    return dialog


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_call_book_is_read_only_when_the_incidents_are_opened(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(with_incidents(LINE_DOWN))
    asked: list[bool] = []
    console.window.seat.call_book_asked.connect(lambda: asked.append(True))
    qtbot.wait(50)
    assert asked == []
    dialog = panel(console, qtbot)
    assert asked == [True]
    assert "Đang đọc danh bạ…" in said(dialog.calls)


def test_the_sheet_names_number_and_circuit_and_one_press_notes_the_call(
    open_console: OpenConsole, qtbot: QtBot
) -> None:
    console = open_console(with_incidents(LINE_DOWN))
    dialog = calls(console, qtbot)
    texts = said(dialog.calls)
    assert {"0262 3888 999", "Trực VNPT, VNPT", "Số hiệu đường truyền: TSL-17 · VNPT", "Cần nói: nguyên nhân"} <= set(
        texts
    )
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_1, ALT)
    (told,) = console.commands
    assert isinstance(told, TellOfIncident)
    assert told == TellOfIncident(incident_id="i1", party="doanh nghiệp viễn thông: Trực VNPT")
    notice = IncidentNotice(party=told.party, channel=told.channel, at_ms=scenes.NOW_MS, by="Lan")
    after = msgspec.structs.replace(LINE_DOWN, told=(notice,))
    console.store.take(Delta(number=2, put={"record": RecordView(incidents=(after,))}))
    assert any("đã báo lúc" in text for text in said(dialog.calls))


def test_a_party_without_anybody_stays_on_the_sheet_and_an_unreadable_book_is_said(
    open_console: OpenConsole, qtbot: QtBot
) -> None:
    console = open_console(with_incidents(LINE_DOWN))
    dialog = calls(console, qtbot)
    assert "danh bạ chưa có ai" in said(dialog.calls)
    console.window.seat.show_call_book(None)
    assert any("Chưa đọc được danh bạ" in text for text in said(dialog.calls))
    assert dialog.calls.buttons == []


def test_the_chair_is_asked_and_the_word_noted_with_a_name(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(with_incidents(LINE_DOWN))
    fallback = calls(console, qtbot).fallback
    assert not fallback.agreed.isEnabled(), "nothing was asked"
    fallback.act.setCurrentIndex(list(FallbackAct).index(FallbackAct.INTERNET))
    qtbot.mouseClick(fallback.ask, Qt.MouseButton.LeftButton)
    assert console.commands == [AskFallback(incident_id="i1", act=FallbackAct.INTERNET)]
    asked = Fallback(act=FallbackAct.INTERNET, text="", asked_ms=scenes.NOW_MS, asked_by="Lan")
    after = msgspec.structs.replace(LINE_DOWN, fallback=asked)
    console.store.take(Delta(number=2, put={"record": RecordView(incidents=(after,))}))
    assert not fallback.agreed.isEnabled(), "nobody is named"
    fallback.decided_by.setText("Ông Hà")
    qtbot.mouseClick(fallback.refused, Qt.MouseButton.LeftButton)
    assert console.commands[-1] == DecideFallback(incident_id="i1", decided_by="Ông Hà", approved=False)
