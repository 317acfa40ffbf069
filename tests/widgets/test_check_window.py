"""The window of the technical check: what it shows of a snapshot, and what its keys ask for."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.checks.check_words import CheckItem, CheckResult
from console.commands import AnyCommand, CloseCheckStage, FreezeBaseline, RunSiteCheck, StopSiteChecks, TickCheckItem
from console.meeting.meeting_snapshot import ChecksView
from console.snapshot import Delta
from tests.screenshots import scene as scenes
from tests.screenshots.checks import STAGE, check_window, checked_meeting
from widgets.checks.check_rows import Sign
from widgets.checks.check_window import CheckWindow
from widgets.drawing.rephrasing import speak

WIDE = (1920, 1080)


@pytest.fixture
def window(qtbot: QtBot) -> CheckWindow:
    made = check_window(checked_meeting(), WIDE, 8)
    qtbot.addWidget(made)
    qtbot.waitExposed(made)
    return made


def sent(window: CheckWindow) -> list[AnyCommand]:
    commands: list[AnyCommand] = []
    window.store.command_requested.connect(commands.append)
    return commands


def texts(window: CheckWindow, row: int) -> list[str]:
    return [window.sites.face(row, column).text for column in range(window.sites.columnCount())]


def test_each_site_has_a_row_with_its_verdict_by_shape_and_word(window: CheckWindow) -> None:
    assert window.sites.rowCount() == 36
    assert texts(window, 0)[:4] == ["1 · Phường Buôn Ma Thuột", "Đạt", "720p · 25", "rõ · rõ"]
    states = {row: (window.sites.face(row, 1).sign, window.sites.face(row, 1).text) for row in (0, 5, 8, 16, 30)}
    assert states == {
        0: (Sign.GOOD, "Đạt"),
        5: (Sign.REMARK, "Có lưu ý"),
        8: (Sign.BAD, "Không đạt"),
        16: (Sign.BUSY, "đang phát âm thử"),
        30: (Sign.OPEN, "Chưa kiểm tra"),
    }
    assert window.sites.face(13, 3).sign is Sign.OPEN, "who cannot answer is not known to be good"
    assert window.sites.face(30, 2).text == "—"


def test_the_totals_name_who_is_not_in_order(window: CheckWindow) -> None:
    totals = window.side.totals
    assert totals.passed == 13
    assert totals.summary.startswith("13/36 đạt. 3 không đạt: 9 · Xã Ea Súp, 12 · Xã Ya Tờ Mốt, 14 · Xã Ea Nuôl.")


def test_keys_measure_the_chosen_site_all_sites_and_those_that_speak(window: CheckWindow, qtbot: QtBot) -> None:
    commands = sent(window)
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_R)
    qtbot.keyClick(window.table, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window.table, Qt.Key.Key_P)
    qtbot.keyClick(window.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.table, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert commands == [
        RunSiteCheck(stage=STAGE, sites=("s009",)),
        RunSiteCheck(stage=STAGE, sites=("s009",), only_failed=True),
        RunSiteCheck(stage=STAGE, sites=("s003", "s009")),
        RunSiteCheck(stage=STAGE),
        StopSiteChecks(),
        CloseCheckStage(stage=STAGE),
    ]


def test_an_item_is_ticked_with_name_and_remark_and_the_next_is_chosen(window: CheckWindow, qtbot: QtBot) -> None:
    commands = sent(window)
    window.side.person.setText(" Y Khoa Mlô ")
    window.side.remark.setText("thay pin")
    window.side.items.choose(window.items.items.index(CheckItem.MICROPHONE_BATTERY))
    window.side.items.setFocus()
    qtbot.keyClick(window.side.items, Qt.Key.Key_X)
    qtbot.keyClick(window.side.items, Qt.Key.Key_Space)
    first, second = commands
    assert first == TickCheckItem(
        site="s009",
        item=CheckItem.MICROPHONE_BATTERY,
        result=CheckResult.FAIL,
        stage=STAGE,
        note="thay pin",
        by="Y Khoa Mlô",
    )
    assert isinstance(second, TickCheckItem)
    assert (second.item, second.result, second.note) == (CheckItem.DISPLAY, CheckResult.OK, "")


def test_letters_that_are_typed_into_a_field_tick_nothing(window: CheckWindow, qtbot: QtBot) -> None:
    commands = sent(window)
    window.activateWindow()
    window.side.remark.setFocus()
    qtbot.keyClicks(window.side.remark, "x r n")
    assert window.side.remark.text() == "x r n"
    assert commands == []


def test_only_what_passed_can_become_usual(window: CheckWindow, qtbot: QtBot) -> None:
    freeze = window.actions_by_name["freeze"]
    assert not freeze.isEnabled(), "9 has failed"
    commands = sent(window)
    window.table.choose(0)
    assert freeze.isEnabled()
    freeze.trigger()
    assert commands == [FreezeBaseline(site="s001", stage=STAGE)]


def test_the_next_site_not_in_order_comes_by_a_key(window: CheckWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.table, Qt.Key.Key_F8)
    assert window.chosen is not None
    assert window.chosen.site == "s012"


def test_results_come_in_without_losing_the_choice(window: CheckWindow) -> None:
    checks = window.store.checks
    done = ChecksView(stages=checks.stages, allowed=True, sites=checks.sites, speaking=checks.speaking)
    window.store.take(Delta(number=2, put={"checks": done}))
    assert window.chosen is not None
    assert window.chosen.site == "s009"
    assert window.sites.face(16, 1).text == "Chưa kiểm tra"
    assert not window.actions_by_name["stop"].isEnabled()


def test_without_a_session_the_window_says_what_to_do(qtbot: QtBot) -> None:
    made = check_window(scenes.empty_session(), (1366, 768), 0)
    qtbot.addWidget(made)
    made.store.take(Delta(number=2, put={"checks": ChecksView()}))
    assert "Ctrl+N" in made.note.text()
    assert not any(action.isEnabled() for action in made.actions_by_name.values())


def test_a_narrow_window_keeps_names_whole_and_says_the_rest_of_the_chosen_site(qtbot: QtBot) -> None:
    made = check_window(checked_meeting(), (1366, 768), 8)
    qtbot.addWidget(made)
    assert texts(made, 0)[0] == "1 Buôn Ma Thuột"
    assert made.table.isColumnHidden(made.sites.columnCount() - 1)


def test_a_change_of_language_is_said_at_once(window: CheckWindow) -> None:
    try:
        speak("en")
        assert texts(window, 8)[1] == "Failed"
        assert window.actions_by_name["run-all"].text() == "Measure all"
        assert window.windowTitle() == "Technical check and rehearsal"
    finally:
        speak("vi")
