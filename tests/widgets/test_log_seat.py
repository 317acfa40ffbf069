"""The log as a tool: looked through by words and kind, marked, noted into, with signs of their own for each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from console.commands import AddNote, AnyCommand, MarkMoment, OpenIncident, RequestFloor
from console.lines.line_history import LinesPage, LinesWanted
from console.snapshot import Delta, LogTailLine, LogView
from console.words import FloorSource, IncidentCategory
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.lines.history_marks import is_mark
from widgets.log.log_filter import LogFilter, LogGroup
from widgets.phrases import EntrySign, sign_of_entry

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def looked_through(open_console: OpenConsole, qtbot: QtBot, *size: int) -> Console:
    console = open_console(scenes.busy_meeting(), *size)
    press(qtbot, console, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(console.window.log.filter_bar.field.hasFocus)
    return console


def kinds(console: Console) -> list[str]:
    return [line.kind for line in console.window.log.readable_lines()]


# ---------------------------------------------------------------- looking through it


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_ctrl_f_gives_the_log_room_and_escape_takes_it_back(
    open_console: OpenConsole, qtbot: QtBot, size: tuple[int, int]
) -> None:
    console = open_console(scenes.busy_meeting(), *size)
    log = console.window.log
    before, lines = log.geometry(), log.readable_lines()
    press(qtbot, console, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(log.filter_bar.field, "ea nuol")
    assert log.geometry().height() >= 190
    assert not log.geometry().intersects(console.window.queue.geometry())
    assert console.window.rect().contains(log.geometry())
    press(qtbot, console, Qt.Key.Key_Escape)
    assert log.geometry() == before
    assert log.readable_lines() == lines
    assert console.window.grid.isVisible()


def test_words_are_found_without_accents(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = looked_through(open_console, qtbot)
    qtbot.keyClicks(console.window.log.filter_bar.field, "san sang nuol")
    assert kinds(console) == ["ready-given"]
    console.window.log.filter_bar.field.setText("Sẵn sàng Ea Nuôl")
    assert kinds(console) == ["ready-given"]
    console.window.log.filter_bar.field.setText("khong co")
    assert kinds(console) == []


def test_letters_in_the_field_are_no_commands(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = looked_through(open_console, qtbot)
    field = console.window.log.filter_bar.field
    qtbot.keyClicks(field, "mlg/+12")
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "mlg/+1"
    assert console.commands == []
    assert console.window.selection.typed == ""


def test_tab_goes_from_kind_to_kind(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = looked_through(open_console, qtbot)
    field = console.window.log.filter_bar.field
    seen = []
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        seen.append(set(kinds(console)))
    assert seen[0] == {
        *("podium-taken", "podium-verified", "preflight-ended", "speech-started", "floor-requested"),
        *("on-deck-changed", "ready-given", "command-asked"),
    }
    assert seen[1] == {"opening-tried", "violation-seen"}
    assert seen[2] == {"site-left"}
    assert seen[3] == set()
    assert field.hasFocus()


@pytest.mark.parametrize(
    ("line", "group"),
    [
        (scenes.line(1, 0, "command-asked", what='{"do":"mute-all"}'), LogGroup.MICROPHONES),
        (scenes.line(1, 0, "command-asked", what='{"do":"take-alarm","alarm_id":"a1"}'), LogGroup.LINES),
        (scenes.line(1, 0, "alarm-raised"), LogGroup.LINES),
        (scenes.line(1, 0, "incident-opened"), LogGroup.NOTES),
        (scenes.line(1, 0, "speech-limit-set"), LogGroup.FLOOR),
    ],
)
def test_each_line_has_its_business(line: LogTailLine, group: LogGroup) -> None:
    assert [kind for kind in LogGroup if kind is not LogGroup.ALL and kind.holds(line)] == [group]
    assert LogGroup.ALL.holds(line)


def test_a_command_that_cannot_be_read_belongs_to_all_only() -> None:
    for what in ("[1]", "not json", None):
        line = scenes.line(1, 0, "command-asked", what=what)
        assert [kind for kind in LogGroup if kind.holds(line)] == [LogGroup.ALL]


def test_all_words_have_to_stand_in_the_line() -> None:
    line = scenes.line(1, 0, "site-left", 25)
    assert LogFilter(text="khal mat").lets(line, "25 Ea Khăl mất kết nối")
    assert not LogFilter(text="khal tat").lets(line, "25 Ea Khăl mất kết nối")
    assert LogFilter(text="đứng").lets(line, "hình dung")


def test_older_lines_come_page_by_page_until_the_beginning(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    log, asked = console.window.log, list[LinesWanted]()
    log.lines_wanted.connect(asked.append)
    press(qtbot, console, Qt.Key.Key_F, CTRL)
    field = log.filter_bar.field
    assert asked == []
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert len(asked) == 1
    older = tuple(scenes.line(number, 20_000 - number, "site-joined", 3) for number in range(18_300, 18_414))
    log.take_lines(LinesPage(session="one", lines=older))
    assert len(log.readable_lines()) == 12 + len(older)
    for _ in range(30):
        qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert len(asked) == 2
    log.take_lines(LinesPage(session="one", lines=older[:1]))
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert len(asked) == 2, "there is nothing older"
    log.close_filter()
    assert len(log.readable_lines()) == 12


def test_a_filter_that_leaves_room_asks_for_older_lines(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = looked_through(open_console, qtbot)
    asked = list[LinesWanted]()
    console.window.log.lines_wanted.connect(asked.append)
    qtbot.keyClicks(console.window.log.filter_bar.field, "nuol")
    assert len(asked) == 1


def test_lines_of_another_session_are_not_taken(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = looked_through(open_console, qtbot)
    console.window.log.take_lines(LinesPage(session="two", lines=(scenes.line(3, 50_000, "site-joined", 3),)))
    assert "site-joined" not in kinds(console)


# ---------------------------------------------------------------- writing into it


def test_f2_marks_at_once(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    press(qtbot, console, Qt.Key.Key_F2)
    assert console.commands == [MarkMoment()]
    assert not console.window.notes.isVisible()


@pytest.mark.parametrize(
    ("key", "modifier", "tab", "command"),
    [
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, False, OpenIncident(text="mat dien", site="s017")),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, True, OpenIncident(text="mat dien")),
        (Qt.Key.Key_F2, SHIFT, False, AddNote(text="mat dien", site="s017")),
        (Qt.Key.Key_F2, CTRL, False, MarkMoment(note="mat dien")),
    ],
)
def test_what_is_written_goes_out_with_enter(
    open_console: OpenConsole, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, tab: bool, command: AnyCommand
) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.selection.choose("s017")
    press(qtbot, console, key, modifier)
    field = console.window.notes.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "mat dien")
    if tab:
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert console.commands == [command]
    assert not console.window.notes.isVisible()
    assert console.window.grid.hasFocus()


def test_a_phone_request_takes_a_name_and_is_about_the_chosen_site(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.selection.choose("s017")
    press(qtbot, console, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(console.window.notes.field, "Ba Hanh")
    qtbot.keyClick(console.window.notes.field, Qt.Key.Key_Tab)
    qtbot.keyClick(console.window.notes.field, Qt.Key.Key_Return)
    assert console.commands == [RequestFloor(site="s017", source=FloorSource.PHONE, person="Ba Hanh")]


def test_an_incident_carries_when_the_key_was_pressed(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    press(qtbot, console, Qt.Key.Key_F3)
    console.clock.now_ms += 12_000
    qtbot.keyClicks(console.window.notes.field, "mat dien")
    qtbot.keyClick(console.window.notes.field, Qt.Key.Key_Return)
    (command,) = console.commands
    assert isinstance(command, OpenIncident)
    assert command.opened_ago_ms == 12_000


def test_an_empty_incident_is_not_sent_and_escape_throws_away(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    press(qtbot, console, Qt.Key.Key_F3)
    field = console.window.notes.field
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert console.window.notes.isVisible()
    qtbot.keyClicks(field, "mat dien")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert console.commands == []
    assert not console.window.notes.isVisible()
    press(qtbot, console, Qt.Key.Key_F3)
    assert field.text() == ""


def test_what_is_written_is_about_the_site_that_was_chosen_when_it_was_begun(
    open_console: OpenConsole, qtbot: QtBot
) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.selection.choose("s017")
    press(qtbot, console, Qt.Key.Key_F3)
    console.window.selection.choose("s003")
    qtbot.keyClicks(console.window.notes.field, "ket")
    qtbot.keyClick(console.window.notes.field, Qt.Key.Key_Return)
    assert console.commands == [OpenIncident(text="ket", site="s017")]


def test_what_is_typed_into_a_note_commands_nothing(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.selection.choose("s017")
    press(qtbot, console, Qt.Key.Key_F3)
    qtbot.keyClicks(console.window.notes.field, "mat dien L G + / 12 c")
    qtbot.keyClick(console.window.notes.field, Qt.Key.Key_Backspace)
    qtbot.keyClick(console.window.notes.field, Qt.Key.Key_Delete)
    assert console.commands == []
    assert console.window.notes.field.text() == "mat dien L G + / 12 "
    assert console.window.selection.typed == ""


def test_with_a_lost_link_the_words_stay(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    press(qtbot, console, Qt.Key.Key_F3)
    qtbot.keyClicks(console.window.notes.field, "ket")
    console.store.set_link_lost(True)
    qtbot.keyClick(console.window.notes.field, Qt.Key.Key_Return)
    assert console.commands == []
    assert console.window.notes.field.text() == "ket"
    console.store.set_link_lost(False)
    qtbot.keyClick(console.window.notes.field, Qt.Key.Key_Return)
    assert console.commands == [OpenIncident(text="ket")]


def test_buttons_of_the_panel_have_names_and_take_no_focus(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.selection.choose("s017")
    press(qtbot, console, Qt.Key.Key_F3)
    found = [child for child in console.window.notes.findChildren(QAbstractButton) if child.isVisible()]
    assert len(found) == 4 + len(IncidentCategory)
    for child in found:
        assert child.accessibleName()
        assert child.focusPolicy() is Qt.FocusPolicy.NoFocus


# ---------------------------------------------------------------- seen again


@pytest.mark.parametrize(
    ("kind", "sign"),
    [
        ("moment-marked", EntrySign.MARK),
        ("incident-opened", EntrySign.INCIDENT),
        ("note-added", EntrySign.NOTE),
    ],
)
def test_what_people_wrote_has_signs_of_its_own(open_console: OpenConsole, kind: str, sign: EntrySign) -> None:
    line = scenes.line(18_440, 0, kind, text="mất điện", note="mất điện", incident_id="i1", at_wall_ms=0)
    assert sign_of_entry(line.kind, line.what) is sign
    console = open_console(scenes.busy_meeting())
    console.store.take(Delta(number=2, put={"log": LogView(lines=18_440, durable_lines=18_440, tail=(line,))}))
    assert console.window.log.readable_lines()[0] == line
    assert "mất điện" in console.window.log.accessibleDescription()


def test_marks_and_incidents_stand_on_the_time_axis() -> None:
    assert is_mark(scenes.line(1, 0, "moment-marked"))
    assert is_mark(scenes.line(1, 0, "incident-opened"))
    assert not is_mark(scenes.line(1, 0, "note-added"))
