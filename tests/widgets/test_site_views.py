"""The list past a hundred sites, the view of those that need attention first, filter, map: by key and by mouse."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.commands import MuteSite, PutOnDeck
from console.snapshot import AnyView, Delta, LineQuality, SiteView
from console.words import LinkState
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from widgets.phrases import use_language
from widgets.tiles.overview_map import MapView
from widgets.tiles.tile_face import Tone
from widgets.tiles.view_tabs import Order


def change(console: Console, *views: SiteView) -> None:
    assert console.store._number is not None
    put: dict[str, AnyView] = {f"site/{view.site}": view for view in views}
    console.store.take(Delta(number=console.store._number + 1, put=put))


def bad_line(number: int) -> SiteView:
    view = scenes.site_view(number)
    line = msgspec.structs.replace(view.line, quality=LineQuality.ERROR, loss_percent=9.0, worst="loss")
    return msgspec.structs.replace(view, line=line)


def press(qtbot: QtBot, console: Console, key: Qt.Key) -> None:
    console.window.activateWindow()
    qtbot.waitUntil(console.window.isActiveWindow)
    qtbot.wait(5)
    qtbot.keyClick(console.window.focusWidget() or console.window, key)


def numbers(console: Console) -> list[int]:
    """Returns the numbers on the page, down the columns."""
    return [int(site[1:]) for site in console.window.list.page_sites]


@pytest.fixture
def console(open_console: OpenConsole) -> Console:
    return open_console(scenes.with_districts(scenes.many_sites(200)))


# ---------------------------------------------------------------- which form, which pictures


@pytest.mark.parametrize(("sites", "as_list"), [(36, False), (64, False), (100, False), (101, True), (200, True)])
def test_tiles_to_a_hundred_sites_then_a_list(open_console: OpenConsole, sites: int, as_list: bool) -> None:
    window = open_console(scenes.calm_meeting(sites)).window
    assert (window.grid.isVisible(), window.list.isVisible(), window.map.isVisible()) == (not as_list, as_list, as_list)
    assert len(window.grid.tiles) == (0 if as_list else sites)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_tiles_stand_ten_in_a_row_past_64(open_console: OpenConsole, size: tuple[int, int]) -> None:
    window = open_console(scenes.calm_meeting(100), *size).window
    assert window.grid.columns == 10


def test_only_the_lines_on_the_screen_get_pictures(console: Console, qtbot: QtBot) -> None:
    connected = [site for site in console.window.list.page_sites if site != "s025"]
    assert [tile.site for tile in console.window.wanted_views().tiles] == connected
    with qtbot.waitSignal(console.window.views_changed):
        press(qtbot, console, Qt.Key.Key_PageDown)
    assert {tile.site for tile in console.window.wanted_views().tiles} <= set(console.window.list.page_sites)
    assert "s001" not in {tile.site for tile in console.window.wanted_views().tiles}


def test_lines_keep_inside_the_list_and_apart(open_console: OpenConsole) -> None:
    for size in ((1920, 1080), (1366, 768)):
        window = open_console(scenes.calm_meeting(200), *size).window
        boxes = [row.geometry() for row in window.list.rows.values()]
        assert all(window.list.rect().contains(box) for box in boxes)
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_a_line_says_state_and_loss_in_words(console: Console) -> None:
    rows = console.window.list.rows
    assert rows["s009"].face.states[0].wordings[0] == "TRÊN BỤC 04:12"
    assert rows["s014"].face.states[0].wordings[0] == "KẾ TIẾP · sẵn sàng"
    assert rows["s021"].face.states[0].wordings[0] == "báo BẬT, có tiếng 6 s"
    assert (rows["s017"].face.states[0].tone, rows["s017"].face.loss) == (Tone.ERROR, "7,4%")
    assert rows["s025"].face.loss == "—"
    assert rows["s021"].accessibleName() == "21 Xã Ea Tul"


# ---------------------------------------------------------------- order, pages, keys


def test_nothing_moves_when_sites_fail_or_leave(console: Console) -> None:
    before = {site: row.pos() for site, row in console.window.list.rows.items()}
    lost = scenes.site_view(3, link=LinkState.LOST, link_since_ms=scenes.NOW_MS)
    change(console, lost, bad_line(40), scenes.site_view(9))
    assert {site: row.pos() for site, row in console.window.list.rows.items()} == before


def test_arrows_go_over_the_end_of_a_page(console: Console, qtbot: QtBot) -> None:
    last = numbers(console)[-1]
    console.window.selection.choose(scenes.site_id(last))
    press(qtbot, console, Qt.Key.Key_Down)
    assert console.window.selection.site == scenes.site_id(last + 1)
    assert numbers(console)[0] == last + 1
    press(qtbot, console, Qt.Key.Key_Right)
    half = len(numbers(console)) // 2
    assert console.window.selection.site == scenes.site_id(last + 1 + half)


def test_pages_turn_by_key_and_wheel_and_stop_at_the_ends(console: Console, qtbot: QtBot) -> None:
    press(qtbot, console, Qt.Key.Key_PageUp)
    assert numbers(console)[0] == 1
    press(qtbot, console, Qt.Key.Key_PageDown)
    assert console.window.list.page == 1
    place = QPointF(50, 200)
    wheel = QWheelEvent(
        place, console.window.list.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(console.window.list, wheel)
    assert console.window.list.page == 2
    for _ in range(9):
        press(qtbot, console, Qt.Key.Key_PageDown)
    assert numbers(console)[-1] == 200


def test_a_typed_number_turns_to_its_page(console: Console, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_8, Qt.Key.Key_8, Qt.Key.Key_Return):
        press(qtbot, console, key)
    assert console.window.selection.site == "s188"
    assert 188 in numbers(console)
    press(qtbot, console, Qt.Key.Key_M)
    assert console.commands == [MuteSite(site="s188")]


def test_a_line_is_chosen_and_opened_by_mouse(console: Console, qtbot: QtBot) -> None:
    qtbot.mouseClick(console.window.list.rows["s012"], Qt.MouseButton.LeftButton)
    assert console.window.selection.site == "s012"
    qtbot.mouseDClick(console.window.list.rows["s012"], Qt.MouseButton.LeftButton)
    assert console.commands == [PutOnDeck(site="s012")]


# ---------------------------------------------------------------- attention first


def test_those_that_need_attention_stand_first_and_stay_there(console: Console, qtbot: QtBot) -> None:
    press(qtbot, console, Qt.Key.Key_F7)
    board = console.window.board
    assert board.order is Order.ATTENTION
    needing = board.standings.needing
    first = console.window.list.page_sites[: len(needing)]
    assert set(first) == needing
    assert first[:2] == ("s004", "s021")  # open and disobedient microphones before lines
    before = console.window.list.page_sites
    change(console, bad_line(150), scenes.site_view(4))
    assert console.window.list.page_sites == before
    assert board.tabs.news.isVisible()
    assert board.tabs.news.text() == "1 điểm cầu mới — F7 xếp lại"
    press(qtbot, console, Qt.Key.Key_F7)
    assert "s150" in console.window.list.page_sites[: len(needing)]
    assert not board.tabs.news.isVisible()


def test_the_hint_sorts_by_mouse_and_escape_goes_back(console: Console, qtbot: QtBot) -> None:
    qtbot.mouseClick(console.window.board.tabs.tabs[Order.ATTENTION], Qt.MouseButton.LeftButton)
    change(console, bad_line(150))
    qtbot.mouseClick(console.window.board.tabs.news, Qt.MouseButton.LeftButton)
    assert "s150" in console.window.list.page_sites
    press(qtbot, console, Qt.Key.Key_Escape)
    assert numbers(console)[:3] == [1, 2, 3]


def test_the_second_view_lies_over_the_grid_below_a_hundred(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    places = {site: tile.pos() for site, tile in console.window.grid.tiles.items()}
    press(qtbot, console, Qt.Key.Key_F7)
    assert console.window.list.isVisible()
    assert not console.window.grid.isVisible()
    press(qtbot, console, Qt.Key.Key_Down)
    assert console.window.selection.site == console.window.list.page_sites[0]
    press(qtbot, console, Qt.Key.Key_Escape)
    assert console.window.grid.isVisible()
    assert console.window.grid.hasFocus()
    assert {site: tile.pos() for site, tile in console.window.grid.tiles.items()} == places


def test_a_closed_second_view_judges_nobody(open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    assert console.window.board.standings.needing == frozenset()


def test_clusters_hold_their_sites_by_number(console: Console, qtbot: QtBot) -> None:
    qtbot.mouseClick(console.window.board.tabs.tabs[Order.CLUSTER], Qt.MouseButton.LeftButton)
    assert numbers(console)[:29] == list(range(1, 30))
    assert numbers(console)[29] == 144  # Đồng Xuân follows Buôn Ma Thuột in the alphabet


# ---------------------------------------------------------------- filter and search


@pytest.mark.parametrize(
    ("text", "count"), [("cu m'gar", 2), ("viettel", 67), ("krong bong", 30), ("188", 1), ("khong co", 0)]
)
def test_the_field_filters_by_number_name_district_and_carrier(
    console: Console, qtbot: QtBot, text: str, count: int
) -> None:
    press(qtbot, console, Qt.Key.Key_Slash)
    QTest.keyClicks(console.window.board.tabs.field, text)
    assert len(console.window.list.sites) == count
    assert numbers(console) == sorted(numbers(console))
    assert console.commands == []


def test_enter_in_the_field_goes_to_the_best_match(console: Console, qtbot: QtBot) -> None:
    press(qtbot, console, Qt.Key.Key_Slash)
    QTest.keyClicks(console.window.board.tabs.field, "xuan loc")
    press(qtbot, console, Qt.Key.Key_Return)
    assert console.window.selection.site == "s072"
    assert 72 in numbers(console)
    assert 71 in numbers(console)
    assert console.window.list.hasFocus()


def test_escape_takes_the_filter_away(console: Console, qtbot: QtBot) -> None:
    press(qtbot, console, Qt.Key.Key_Slash)
    QTest.keyClicks(console.window.board.tabs.field, "vnpt")
    press(qtbot, console, Qt.Key.Key_Down)
    assert console.window.list.hasFocus()
    assert len(numbers(console)) < 67 + 1
    press(qtbot, console, Qt.Key.Key_Escape)
    assert numbers(console)[:3] == [1, 2, 3]


def test_a_search_over_the_grid_darkens_the_others(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.with_districts(scenes.busy_meeting()))
    press(qtbot, console, Qt.Key.Key_Slash)
    QTest.keyClicks(console.window.search.field, "mobifone")
    bright = [site for site, tile in console.window.grid.tiles.items() if not tile.face.filtered_out]
    assert bright == [site for site in console.store.roster if int(site[1:]) % 3 == 2]
    press(qtbot, console, Qt.Key.Key_Escape)
    assert not any(tile.face.filtered_out for tile in console.window.grid.tiles.values())


# ---------------------------------------------------------------- map


def test_a_click_on_the_map_goes_there(console: Console, qtbot: QtBot) -> None:
    overview = console.window.map
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=overview.box_of("s155").center().toPoint())
    assert console.window.selection.site == "s155"
    assert 155 in numbers(console)
    assert overview.framed == frozenset(console.window.list.page_sites)


def test_the_map_says_what_is_wrong(console: Console) -> None:
    assert console.window.map.accessibleDescription() == "13 điểm cầu có lỗi, 6 điểm cầu có cảnh báo"
    change(console, bad_line(150))
    assert console.window.map.accessibleDescription() == "14 điểm cầu có lỗi, 6 điểm cầu có cảnh báo"


def test_the_maps_place_is_given_to_the_log_and_back(console: Console, qtbot: QtBot) -> None:
    overview = console.window.map
    assert not console.window.log.isVisible()
    qtbot.mouseClick(overview.choices[MapView.LOG], Qt.MouseButton.LeftButton)
    assert console.window.log.isVisible()
    qtbot.mouseClick(overview.choices[MapView.LOSS], Qt.MouseButton.LeftButton)
    assert (console.window.log.isVisible(), console.window.lines.isVisible()) == (False, True)
    qtbot.mouseClick(overview.choices[MapView.SITES], Qt.MouseButton.LeftButton)
    assert not console.window.lines.isVisible()
    assert overview.height() >= overview.least_height


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_what_must_stay_stays_beside_the_list(open_console: OpenConsole, size: tuple[int, int]) -> None:
    window = open_console(scenes.many_sites(200), *size).window
    for part in (window.top, window.banner, window.chip, window.program, window.bar, window.queue, window.map):
        assert part.isVisible()
        assert window.rect().contains(part.geometry())
    assert window.map.height() >= window.map.least_height
    shown = [part for part in (window.queue, window.alarm_list, window.map) if part.isVisible()]
    assert not any(a.geometry().intersects(b.geometry()) for a in shown for b in shown if a is not b)


def test_another_language_is_spoken_at_once(console: Console, qtbot: QtBot) -> None:
    board = console.window.board
    try:
        use_language("en")
        console.window.rephrase()
        qtbot.waitUntil(lambda: board.tabs.tabs[Order.ATTENTION].text() == "Attention first", timeout=2_000)
        qtbot.waitUntil(lambda: console.window.list.accessibleName() == "List of sites", timeout=2_000)
        assert console.window.map.choices[MapView.SITES].text() == "All sites"
        assert console.window.list.rows["s009"].face.states[0].wordings[0] == "ON PODIUM 04:12"
    finally:
        use_language("vi")
