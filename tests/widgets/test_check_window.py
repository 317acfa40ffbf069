"""The window of the technical check: what it shows of a snapshot, and what its keys ask for."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.checks.check_words import CheckItem, CheckResult
from console.commands import AnyCommand, CloseCheckStage, FreezeBaseline, RunSiteCheck, StopSiteChecks, TickCheckItem
from console.meeting.meeting_snapshot import ChecksView
from console.snapshot import Delta
from tests.screenshots import scene as scenes
from tests.screenshots.checks import STAGE, check_window, checked_meeting, checked_province
from widgets.checks.check_groups import GroupRow
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


# ---------------------------------------------------------------- tiers


@pytest.fixture
def province(qtbot: QtBot) -> CheckWindow:
    made = check_window(checked_province(), WIDE, 0)
    qtbot.addWidget(made)
    qtbot.waitExposed(made)
    made.table.setFocus()
    return made


def heads(window: CheckWindow) -> list[str]:
    return [row.label for row in window.sites.rows if isinstance(row, GroupRow)]


def test_two_hundred_sites_stand_folded_under_their_tiers_with_sums(province: CheckWindow) -> None:
    assert province.sites.rowCount() == len(heads(province)) == 20
    assert texts(province, 0)[:3] == ["1 · Phường Buôn Ma Thuột", "10/10 đạt", ""]
    assert texts(province, 2)[1:4] == ["9/10 đạt", "1 không đạt", ""]
    assert province.sites.face(2, 1).sign is Sign.BAD
    assert texts(province, 4)[1:3] == ["9/10 đạt", "1 chưa kiểm tra"]
    assert province.side.totals.summary.startswith("198/200 đạt"), "what is folded away counts"


def test_tiers_are_folded_and_unfolded_by_arrows_and_by_a_click(province: CheckWindow, qtbot: QtBot) -> None:
    table = province.table
    table.choose(2)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert province.sites.rowCount() == 30
    assert table.chosen == 2, "the choice stays"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert province.chosen is not None
    assert province.chosen.site == "s021", "the tier's own check stands first"
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.chosen == 2, "from a site to its head"
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert province.sites.rowCount() == 20
    head = table.visualRect(table.model().index(5, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert province.sites.rowCount() == 30


def test_a_tier_is_measured_whole_and_nothing_is_ticked_for_it(province: CheckWindow, qtbot: QtBot) -> None:
    commands = sent(province)
    province.table.choose(4)
    qtbot.keyClick(province.table, Qt.Key.Key_R)
    qtbot.keyClick(province.table, Qt.Key.Key_Space)
    assert commands == [RunSiteCheck(stage=STAGE, sites=tuple(f"s{number:03}" for number in range(41, 51)))]
    assert province.side.site_label.text().startswith("41 · ")


def test_the_next_site_not_in_order_is_unfolded(province: CheckWindow, qtbot: QtBot) -> None:
    for wanted in ("s025", "s044", "s025"):
        qtbot.keyClick(province.table, Qt.Key.Key_F8)
        assert province.chosen is not None
        assert province.chosen.site == wanted
    assert province.sites.rowCount() == 40


def test_what_arrives_keeps_the_choice_and_what_is_folded(province: CheckWindow) -> None:
    province.table.choose(4)
    sheet = checked_meeting().views[f"check/{STAGE}/s009"]
    province.store.take(Delta(number=2, put={f"check/{STAGE}/s044": msgspec.structs.replace(sheet, site="s044")}))
    assert (province.sites.rowCount(), province.table.chosen) == (20, 4)
    assert texts(province, 4)[1:3] == ["9/10 đạt", "1 không đạt"]


def test_sites_without_a_parent_stand_under_their_district(qtbot: QtBot) -> None:
    window = check_window(scenes.with_districts(checked_meeting()), WIDE, 0)
    qtbot.addWidget(window)
    assert "Buôn Ma Thuột" in heads(window)
    assert window.sites.rowCount() == 36 + len(heads(window)), "a meeting of 36 sites begins unfolded"
