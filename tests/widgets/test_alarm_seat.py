"""Alarms as the operator meets them: counted once, flashing until taken, listed, gone through by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.commands import TakeAlarm, TakeClearedAlarms
from console.snapshot import Delta
from console.window_memory import AlarmBeat
from console.words import AlarmKind, CauseKind, Severity
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.alarms.alarm_flash import CALM_HALF_MS, HALF_MS
from widgets.controls.acts import Act
from widgets.controls.buttons import PaintedButton
from widgets.phrases.console import alarm_panel_words


def with_alarms(scene: scenes.Scene, *alarms: scenes.AlarmView) -> scenes.Scene:
    scene.views |= {f"alarm/{alarm.alarm_id}": alarm for alarm in alarms}
    return scene


def take_button(console: Console, alarm_id: str) -> PaintedButton:
    found = [
        child
        for child in console.window.alarm_list.findChildren(PaintedButton, f"take-{alarm_id}")
        if child.isVisible()
    ]
    assert len(found) == 1
    return found[0]


def test_twelve_sites_behind_one_carrier_count_once(open_console: OpenConsole) -> None:
    console = open_console(scenes.many_sites())
    assert (console.window.alarms.errors, console.window.alarms.warnings) == (2, 5)
    assert console.window.alarms.left_over == 1


def test_what_nobody_has_taken_stands_first_and_the_heaviest_before_all(open_console: OpenConsole) -> None:
    console = open_console(scenes.many_sites())
    assert [alarm.alarm_id for alarm in console.window.alarms.alarms] == [
        *("a9", "a4", "a5", "a6", "a7"),
        "a8",
        *("a1", "a2"),
    ]


def test_f8_goes_from_alarm_to_alarm(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    seen: list[str | None] = []
    for _ in range(9):
        press(qtbot, console, Qt.Key.Key_F8)
        seen.append(console.window.selection.site)
    assert seen == ["s025", "s017", "s004", "s021", "s034", "s012", "s006", "s029", "s025"]


def test_f9_takes_the_heaviest_and_then_the_chosen_alarm(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    press(qtbot, console, Qt.Key.Key_F9)
    console.window.selection.choose("s021")
    press(qtbot, console, Qt.Key.Key_F9)
    assert console.commands == [TakeAlarm(alarm_id="a3"), TakeAlarm(alarm_id="a6")]


def test_f9_has_nothing_to_do_where_everything_is_taken(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    press(qtbot, console, Qt.Key.Key_F9)
    assert console.commands == []
    assert not console.window.commands.action(Act.TAKE_ALARM).isEnabled()


def test_shift_f9_takes_all_that_are_over_at_once(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.many_sites())
    assert console.window.alarms.left_over == 1
    press(qtbot, console, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert console.commands == [TakeClearedAlarms()]
    calm = open_console(scenes.calm_meeting())
    assert not calm.window.commands.action(Act.TAKE_CLEARED).isEnabled()


def test_a_counter_opens_the_list_over_the_plots_and_escape_closes_it(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    listed = console.window.alarm_list
    assert not listed.isVisible()
    place = console.window.top._fault_area.center().toPoint()
    qtbot.mouseClick(console.window.top, Qt.MouseButton.LeftButton, pos=place)
    assert listed.isVisible()
    assert listed.geometry().topLeft() == console.window.lines.geometry().topLeft()
    press(qtbot, console, Qt.Key.Key_Escape)
    assert not listed.isVisible()
    press(qtbot, console, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert listed.isVisible()
    assert listed.hasFocus()


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_past_64_sites_the_list_always_stands(open_console: OpenConsole, qtbot: QtBot, size: tuple[int, int]) -> None:
    console = open_console(scenes.many_sites(), *size)
    listed = console.window.alarm_list
    assert listed.isVisible()
    press(qtbot, console, Qt.Key.Key_Escape)
    assert listed.isVisible()
    others = [console.window.queue, console.window.log]
    others += [console.window.lines] if console.window.lines.isVisible() else []
    assert not any(listed.geometry().intersects(other.geometry()) for other in others)
    assert take_button(console, "a9").isVisible()


def test_a_row_is_taken_by_its_button_once_it_has_stood_there(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.many_sites())
    qtbot.mouseClick(take_button(console, "a4"), Qt.MouseButton.LeftButton)
    assert console.commands == []
    console.clock.now_ms += 600
    qtbot.mouseClick(take_button(console, "a4"), Qt.MouseButton.LeftButton)
    assert console.commands == [TakeAlarm(alarm_id="a4")]


def test_the_key_stands_on_the_alarm_that_it_takes(open_console: OpenConsole) -> None:
    console = open_console(scenes.many_sites())
    assert (take_button(console, "a9").second, take_button(console, "a4").second) == ("F9", "")
    console.window.selection.choose("s017")
    assert (take_button(console, "a9").second, take_button(console, "a4").second) == ("", "F9")


def test_arrows_in_the_list_choose_alarms_beyond_the_last_row(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.many_sites())
    console.window.alarm_list.setFocus()
    for _ in range(5):
        press(qtbot, console, Qt.Key.Key_Down)
    assert console.window.selection.site == "s034"
    assert take_button(console, "a7").isVisible()


def test_an_untaken_alarm_flashes_on_its_tile_until_somebody_takes_it(open_console: OpenConsole, qtbot: QtBot) -> None:
    view = scenes.alarm_view(1, AlarmKind.LINE, (6,), 5)
    console = open_console(with_alarms(scenes.calm_meeting(), view))
    tile = console.window.grid.tiles["s006"]
    qtbot.waitUntil(lambda: tile.face.outlined, timeout=3 * HALF_MS)
    qtbot.waitUntil(lambda: not tile.face.outlined, timeout=3 * HALF_MS)
    taken = scenes.alarm_view(1, AlarmKind.LINE, (6,), 5, taken_by="Hà", taken_ms=scenes.NOW_MS)
    console.store.take(Delta(number=2, put={"alarm/a1": taken}))
    assert not console.window.flash.running
    qtbot.waitUntil(lambda: not tile.face.outlined)


def test_with_little_motion_the_sign_changes_every_two_seconds(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(with_alarms(scenes.calm_meeting(), scenes.alarm_view(1, AlarmKind.LINE, (6,), 5)))
    flash, halves = console.window.flash, list[bool]()
    flash.choose(AlarmBeat.CALM)
    flash.changed.connect(lambda: halves.append(flash.outlined))
    QTest.qWait(2 * HALF_MS + 200)
    assert halves == []
    qtbot.waitUntil(lambda: len(halves) == 1, timeout=2 * CALM_HALF_MS)


def test_a_hundred_sites_flash_in_small_portions(open_console: OpenConsole, qtbot: QtBot) -> None:
    everybody = scenes.alarm_view(1, AlarmKind.SITE_LOST, tuple(range(1, 101)), 5, cause=CauseKind.OWN_LINE)
    console = open_console(with_alarms(scenes.calm_meeting(100), everybody))
    flash, grid = console.window.flash, console.window.grid
    flash._beat.stop()
    grid.show_flash(flash.sites, outlined=False)
    qtbot.waitUntil(lambda: not grid.in_turns.waiting, timeout=2_000)
    grid.show_flash(flash.sites, outlined=True)
    assert len(grid.in_turns.waiting) == 100
    grid.in_turns.show_next()
    assert sum(tile.face.outlined for tile in grid.tiles.values()) == 12
    qtbot.waitUntil(lambda: all(tile.face.outlined for tile in grid.tiles.values()), timeout=2_000)


def test_nothing_flashes_in_a_calm_meeting(open_console: OpenConsole) -> None:
    console = open_console(scenes.calm_meeting())
    assert not console.window.flash.running


def test_what_is_over_stays_listed_as_over_until_it_is_taken(open_console: OpenConsole, qtbot: QtBot) -> None:
    over = scenes.alarm_view(1, AlarmKind.LINE, (6,), 65, cleared_ms=scenes.NOW_MS - 5_000)
    console = open_console(with_alarms(scenes.calm_meeting(), over))
    assert not console.window.flash.running
    console.window.alarm_list.open_list()
    row = next(row for row in console.window.alarm_list._rows if row.isVisible())
    assert "đã hết" in row.accessibleDescription()
    press(qtbot, console, Qt.Key.Key_F9)
    assert console.commands == [TakeAlarm(alarm_id="a1")]


def test_a_common_cause_names_sites_and_carrier(open_console: OpenConsole) -> None:
    console = open_console(scenes.many_sites())
    row = next(row for row in console.window.alarm_list._rows if row.isVisible())
    assert row.accessibleName() == "12 điểm cầu mất kết nối — đường truyền VNPT Krông Bông"
    assert row.accessibleDescription().startswith("49–60 · từ ")


def test_numbers_of_neighbours_are_drawn_together() -> None:
    assert alarm_panel_words.site_numbers([49, 50, 51, 3, 8, 9]) == "3, 8, 9, 49–51"


def test_f10_is_quiet_until_a_new_alarm_and_the_bar_says_so(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    window = console.window
    facts = window.top._facts()
    press(qtbot, console, Qt.Key.Key_F10)
    assert window.bell.held
    assert window.top._facts() != facts, "the bar says so"
    assert console.commands == [], "only this window is quiet"
    new = scenes.alarm_view(20, AlarmKind.LINE, (3,), 0)
    console.store.take(Delta(number=2, put={"alarm/a20": new}))
    assert not window.bell.held


def test_without_a_session_the_counters_tell_faults(open_console: OpenConsole) -> None:
    scene = scenes.empty_session()
    scene.change(3, link=scenes.LinkState.LOST, link_since_ms=scenes.NOW_MS)
    console = open_console(scene)
    assert console.window.top._counts().errors == 1


def test_an_alarm_about_the_bridge_has_no_site(open_console: OpenConsole, qtbot: QtBot) -> None:
    failing = scenes.alarm_view(1, AlarmKind.LOG_FAILING, (), 5)
    group = scenes.alarm_view(2, AlarmKind.LINE, (3, 4, 5, 6), 9, cause=CauseKind.OWN_LINE, severity=Severity.WARNING)
    console = open_console(with_alarms(scenes.calm_meeting(), failing, group))
    console.window.alarm_list.open_list()
    press(qtbot, console, Qt.Key.Key_F8)
    assert console.window.selection.site is None
    assert console.window.alarms.chosen == failing
    assert console.window.alarm_list.childAt(QPoint(60, 60)) is not None
