"""The console observed from outside: what a key or button asks for, and what is shown when the state changes."""

from collections import Counter

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from console.commands import (
    BringToPodium,
    FinishSpeech,
    GrantFloor,
    MoveFloorRequest,
    MuteAll,
    MuteSite,
    PutOnDeck,
    RequestFloor,
    ReturnToPrevious,
    SafeStop,
    SetLayout,
    SkipFloor,
    StartSession,
)
from console.effects import Receipt
from console.snapshot import Delta, FloorView, OnDeckView
from console.words import FloorSource, Layout, LinkState, Outcome, Reason, SessionKind
from tests.screenshots import scene as scenes
from tests.widgets.conftest import OpenConsole
from tests.widgets.hands import button, dialog, press
from widgets.controls.acts import Act
from widgets.controls.dialogs import StartSessionDialog
from widgets.phrases.language import use_language

# ---------------------------------------------------------------- buttons and keys


def test_mute_all_by_button(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    qtbot.mouseClick(button(console, "mute-all"), Qt.MouseButton.LeftButton)
    assert console.commands == [MuteAll()]


def test_a_double_click_on_mute_all_is_one_command(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    for _ in range(2):
        qtbot.mouseClick(button(console, "mute-all"), Qt.MouseButton.LeftButton)
    assert console.commands == [MuteAll()]


@pytest.mark.parametrize(
    ("key", "modifier", "command"),
    [
        (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier, MuteSite(site="s002")),
        (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier, MuteAll()),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, PutOnDeck(site="s002")),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier, PutOnDeck(site="s002")),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, GrantFloor(request_id="r14")),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, ReturnToPrevious()),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, SafeStop()),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier, MuteSite(site="s004")),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, MoveFloorRequest(request_id="r2", position=1)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, MoveFloorRequest(request_id="r2", position=3)),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, SkipFloor(request_id="r2")),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, RequestFloor(site="s002", source=FloorSource.PHONE)),
    ],
)
def test_each_key_asks_for_its_command(
    open_console: OpenConsole, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, command: object
) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.selection.choose("s002")
    press(qtbot, console, key, modifier)
    assert console.commands == [command]


def test_a_site_on_deck_without_a_request_goes_to_the_podium(open_console: OpenConsole, qtbot: QtBot) -> None:
    scene = scenes.busy_meeting()
    scene.views["on_deck"] = OnDeckView(site="s005", since_ms=scenes.NOW_MS)
    console = open_console(scene)
    press(qtbot, console, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert console.commands == [BringToPodium(site="s005")]


def test_the_request_of_the_running_speech_is_not_in_the_queue(open_console: OpenConsole, qtbot: QtBot) -> None:
    scene = scenes.busy_meeting()
    floor = scene.views["floor"]
    assert isinstance(floor, FloorView)
    speaking = msgspec.structs.replace(floor.requests[0], request_id="r9", site="s009", granted=True)
    scene.views["floor"] = msgspec.structs.replace(floor, requests=(speaking, *floor.requests))
    console = open_console(scene)
    console.window.selection.choose("s019")
    press(qtbot, console, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert console.commands == [MoveFloorRequest(request_id="r19", position=1)]


def test_escape_does_nothing_that_matters(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    press(qtbot, console, Qt.Key.Key_Escape)
    assert console.commands == []
    assert console.window.isVisible()


def test_live_buttons_take_no_focus(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    for found in console.window.findChildren(QAbstractButton):
        assert found.focusPolicy() is Qt.FocusPolicy.NoFocus, found.objectName()
    press(qtbot, console, Qt.Key.Key_Space)
    assert console.commands == []


def test_no_key_stands_twice(open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    actions = {
        id(action): action
        for widget in (console.window, *console.window.findChildren(QWidget))
        for action in widget.actions()
    }
    keys = Counter(key.toString() for action in actions.values() for key in action.shortcuts())
    assert keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_action_takes_a_key_that_chooses_moves_or_closes(open_console: OpenConsole) -> None:
    window = open_console(scenes.busy_meeting()).window
    taken = {key.toString() for act in Act for key in window.commands.action(act).shortcuts()}
    assert not taken & {*"0123456789", "Up", "Down", "Left", "Right", "Esc", "Tab", "Space", "PgUp", "PgDown"}


def test_every_action_says_what_it_does(open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    for act in Act:
        action: QAction = console.window.commands.action(act)
        assert action.text(), act
        assert action.toolTip(), act


def test_without_a_session_only_a_session_can_be_started(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.empty_session())
    press(qtbot, console, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert console.commands == []
    qtbot.mouseClick(button(console, "start-session"), Qt.MouseButton.LeftButton)
    asked = dialog(console, StartSessionDialog)
    asked.findChild(QWidget, "answer-act")
    qtbot.mouseClick(asked.acting["start"], Qt.MouseButton.LeftButton)
    assert console.commands == [StartSession(kind=SessionKind.TEST)]


# ---------------------------------------------------------------- choosing


def test_arrows_move_among_the_tiles(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    for key, wanted in (
        (Qt.Key.Key_Right, "s001"),
        (Qt.Key.Key_Right, "s002"),
        (Qt.Key.Key_Down, "s008"),
        (Qt.Key.Key_Left, "s007"),
        (Qt.Key.Key_Left, "s007"),
        (Qt.Key.Key_Up, "s001"),
    ):
        press(qtbot, console, key)
        assert console.window.selection.site == wanted


def test_a_number_and_enter_choose_and_a_second_enter_arms(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    for key in (Qt.Key.Key_1, Qt.Key.Key_7, Qt.Key.Key_Return):
        press(qtbot, console, key)
    assert console.window.selection.site == "s017"
    assert console.commands == []
    press(qtbot, console, Qt.Key.Key_Return)
    assert console.commands == [PutOnDeck(site="s017")]


def test_an_unknown_number_chooses_nothing(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    for key in (Qt.Key.Key_9, Qt.Key.Key_9, Qt.Key.Key_Return):
        press(qtbot, console, key)
    assert console.window.selection.site is None
    assert console.commands == []


def test_f8_goes_from_fault_to_fault_where_there_are_no_alarms(open_console: OpenConsole, qtbot: QtBot) -> None:
    scene = scenes.busy_meeting()
    scene.views = {key: view for key, view in scene.views.items() if not key.startswith("alarm/")}
    console = open_console(scene)
    seen: list[str | None] = []
    for _ in range(9):
        press(qtbot, console, Qt.Key.Key_F8)
        seen.append(console.window.selection.site)
    assert seen == ["s004", "s006", "s017", "s021", "s025", "s029", "s030", "s034", "s004"]


def test_search_without_accents_keeps_letters_from_commands(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    press(qtbot, console, Qt.Key.Key_Slash)
    field = console.window.search.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "mdrak")
    assert field.text() == "mdrak"
    field.clear()
    qtbot.keyClicks(field, "cu mgar")
    field.clear()
    qtbot.keyClicks(field, "dlie")
    assert console.window.search.matches() == ["s031"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert console.window.selection.site == "s031"
    assert console.commands == []
    assert not console.window.search.isVisible()


def test_backspace_in_the_search_deletes_a_letter_only(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    press(qtbot, console, Qt.Key.Key_Slash)
    field = console.window.search.field
    qtbot.keyClicks(field, "eam")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert console.commands == []


def test_f6_goes_round_the_zones(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    window = console.window
    window.grid.setFocus()
    for zone in (window.queue, window.log, window.grid):
        press(qtbot, console, Qt.Key.Key_F6)
        assert zone.hasFocus()


def test_arrows_in_the_queue_choose_among_those_who_wait(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.queue.setFocus()
    press(qtbot, console, Qt.Key.Key_Down)
    press(qtbot, console, Qt.Key.Key_Down)
    assert console.window.selection.site == "s019"


def test_a_click_chooses_and_a_double_click_puts_on_deck(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    tile = console.window.grid.tiles["s008"]
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert console.window.selection.site == "s008"
    qtbot.wait(5)
    qtbot.mouseDClick(tile, Qt.MouseButton.LeftButton)
    assert console.commands == [PutOnDeck(site="s008")]


# ---------------------------------------------------------------- questions


# ---------------------------------------------------------------- what is shown


def test_a_receipt_is_shown_in_words(open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    receipt = Receipt(command_id="a", outcome=Outcome.REFUSED, reason=Reason.LINE_TOO_BAD, took_ms=3)
    console.store.take_receipt(receipt, PutOnDeck(site="s017"))
    shown = console.window.bar.accessibleDescription()
    assert shown == "Đưa 17 Ea M'Droh lên kế tiếp: bị từ chối · 3 ms — đường truyền của điểm cầu quá kém"


def test_the_forgotten_microphone_comes_and_goes(open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    assert console.window.chip.isVisible()
    console.store.take(Delta(number=2, put={"site/s004": scenes.site_view(4)}))
    assert not console.window.chip.isVisible()


def test_with_a_lost_link_nothing_looks_live_and_nothing_is_sent(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    console.store.set_link_lost(True)
    press(qtbot, console, Qt.Key.Key_F12)
    assert console.commands == []
    assert not button(console, "safe-stop").isEnabled()
    image = console.window.grab().toImage()
    live = (0xD9, 0x26, 0x26)
    reds = sum(
        abs(colour.red() - live[0]) + abs(colour.green() - live[1]) + abs(colour.blue() - live[2]) < 12
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
        if (colour := image.pixelColor(x, y)).red() > 200
    )
    assert reds == 0


def test_layout_is_set_from_its_menu(open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.commands.layout_action(Layout.GRID_2X2).trigger()
    assert console.commands == [SetLayout(layout=Layout.GRID_2X2)]


def test_the_speech_is_ended_beside_the_queue(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    qtbot.mouseClick(button(console, "finish-speech"), Qt.MouseButton.LeftButton)
    assert console.commands == [FinishSpeech()]


def test_every_part_and_tile_has_a_name_for_screen_readers(open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    window = console.window
    tile = window.grid.tiles["s021"]
    assert tile.accessibleName() == "21 Xã Ea Tul"
    assert "mic mở trái lệnh" in tile.accessibleDescription()
    for part in (window.grid, window.program, window.deck, window.queue, window.log):
        assert part.accessibleName()
    for found in window.findChildren(QAbstractButton):
        if found.isVisible():
            assert found.accessibleName(), found.objectName()


def test_tiles_stay_where_they_are(open_console: OpenConsole) -> None:
    console = open_console(scenes.calm_meeting())
    before = {site: tile.pos() for site, tile in console.window.grid.tiles.items()}
    lost = scenes.site_view(3, link=LinkState.LOST, link_since_ms=scenes.NOW_MS)
    console.store.take(Delta(number=2, put={"site/s003": lost, "site/s009": scenes.site_view(9, on_podium=True)}))
    assert {site: tile.pos() for site, tile in console.window.grid.tiles.items()} == before
    assert before["s001"] == QPoint(0, 0)


@pytest.mark.parametrize("sites", [1, 36, 64, 100])
def test_all_tiles_are_inside_the_window(open_console: OpenConsole, sites: int) -> None:
    console = open_console(scenes.calm_meeting(sites), 1366, 768)
    inside = console.window.grid.rect()
    assert len(console.window.grid.tiles) == sites
    assert all(inside.contains(tile.geometry()) for tile in console.window.grid.tiles.values())


def test_a_typed_number_chooses_a_site_before_a_session_too(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.empty_session())
    for key in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_Return):
        press(qtbot, console, key)
    assert console.window.selection.site == scenes.site_id(14)
    press(qtbot, console, Qt.Key.Key_Return)
    assert console.commands == [], "nobody goes on deck without a session"


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_menu_fits_on_a_small_screen(open_console: OpenConsole, language: str) -> None:
    use_language(language)
    try:
        open_console(scenes.busy_meeting(), 1366, 768).window.office.menu.trigger()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        rows = [menu.actionGeometry(action) for action in menu.actions()]
        assert sum(row.height() for row in rows) < 700
        menu.close()
    finally:
        use_language("vi")


def test_a_program_that_rests_before_a_session_is_no_old_picture(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.empty_session())
    program = console.window.program
    qtbot.waitUntil(lambda: program._feed.image is not None)
    console.rooms.sizes.clear()
    qtbot.waitUntil(lambda: program._feed.image is None, timeout=5_000)
