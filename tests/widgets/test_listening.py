"""The headphones and a site's loudness, from outside: keys, lamp, tiles, and the panel with slider and meter."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from console.commands import ListenToSite, SetGain
from console.effects import Receipt
from console.snapshot import AnyView, Delta, HeadphonesView, SessionView, SiteView
from console.words import LinkState, Outcome, Reason, SiteId
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.alarms.alarm_bell import Chime
from widgets.controls.acts import Act
from widgets.drawing.icons import Icon
from widgets.listening.gain_panel import GainPanel
from widgets.listening.listen_lamp import PATIENCE_MS
from widgets.rows.row_face import row_face_of
from widgets.window.wiring import connect_headphones

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def put(console: Console, **views: AnyView) -> None:
    number = console.store._number
    assert number is not None
    console.store.take(Delta(number=number + 1, put={key.replace("__", "/"): view for key, view in views.items()}))


def listen(console: Console, site: SiteId | None = None, *, program: bool = False) -> None:
    put(console, headphones=HeadphonesView(site=site, program=program))


@pytest.fixture
def console(open_console: OpenConsole) -> Console:
    console = open_console(scenes.busy_meeting())
    console.window.selection.choose("s021")
    return console


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize(
    ("modifier", "wish"),
    [
        (NONE, ListenToSite(site="s021")),
        (SHIFT, ListenToSite(program=True)),
    ],
)
def test_a_key_names_what_the_headphones_shall_play(
    console: Console, qtbot: QtBot, modifier: Qt.KeyboardModifier, wish: ListenToSite
) -> None:
    press(qtbot, console, Qt.Key.Key_L, modifier)
    assert console.commands == [wish]


def test_the_same_key_again_asks_for_the_same_and_never_for_the_opposite(console: Console, qtbot: QtBot) -> None:
    press(qtbot, console, Qt.Key.Key_L, NONE)
    listen(console, "s021")
    console.clock.now_ms += 3000
    press(qtbot, console, Qt.Key.Key_L, NONE)
    assert console.commands == [ListenToSite(site="s021")] * 2


def test_nothing_can_be_asked_for_only_while_something_is_heard(console: Console, qtbot: QtBot) -> None:
    action = console.window.commands.action(Act.LISTEN_NOTHING)
    assert not action.isEnabled()
    listen(console, program=True)
    qtbot.waitUntil(action.isEnabled)
    press(qtbot, console, Qt.Key.Key_L, SHIFT | CONTROL)
    assert console.commands == [ListenToSite()]


def test_a_site_that_is_not_there_cannot_be_listened_to(console: Console, qtbot: QtBot) -> None:
    action = console.window.commands.action(Act.LISTEN)
    assert action.isEnabled()
    put(console, site__s021=msgspec.structs.replace(view_of(console, "s021"), link=LinkState.LOST))
    qtbot.waitUntil(lambda: not action.isEnabled())


def view_of(console: Console, site: SiteId) -> SiteView:
    view = console.store.site(site)
    assert view is not None
    return view


def test_listening_needs_no_session(console: Console, qtbot: QtBot) -> None:
    put(console, session=SessionView(running=False))
    qtbot.waitUntil(lambda: not console.window.commands.action(Act.MUTE_ALL).isEnabled())
    press(qtbot, console, Qt.Key.Key_L, NONE)
    assert console.commands == [ListenToSite(site="s021")]


# ---------------------------------------------------------------- the lamp


def test_the_lamp_names_what_is_in_the_headphones(console: Console) -> None:
    lamp = console.window.lamp
    assert lamp.text == "Tai nghe: tắt"
    listen(console, program=True)
    assert lamp.text == "Tai nghe: chương trình"
    listen(console, "s021")
    assert lamp.text == "Tai nghe: 21 Ea Tul"
    assert lamp.accessibleName() == lamp.text
    assert lamp.width() >= lamp.sizeHint().width()
    assert lamp.geometry().right() < console.window.keys.geometry().left()
    listen(console)
    assert lamp.text == "Tai nghe: tắt"


def test_the_lamp_says_when_no_sound_comes_and_when_it_comes_again(console: Console, qtbot: QtBot) -> None:
    lamp = console.window.lamp
    listen(console, "s021")
    lamp.show_sound(sounds=False, trouble="")
    assert lamp.text == "Tai nghe: 21 Ea Tul"
    qtbot.waitUntil(lambda: lamp.text == "Tai nghe: 21 Ea Tul · chưa có tiếng", timeout=PATIENCE_MS + 12_000)
    lamp.show_sound(sounds=True, trouble="")
    assert lamp.text == "Tai nghe: 21 Ea Tul"


def test_a_missing_device_is_one_sentence_and_only_while_it_matters(console: Console) -> None:
    lamp = console.window.lamp
    lamp.show_sound(sounds=False, trouble="Máy này không có tai nghe hay loa.")
    assert lamp.text == "Tai nghe: tắt"
    listen(console, program=True)
    assert lamp.text == "Máy này không có tai nghe hay loa."


def test_the_lamp_speaks_english(english: None, open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    listen(console, program=True)
    assert console.window.lamp.text == "Headphones: program"


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_a_click_on_the_lamp_offers_the_three_ways_and_the_device(console: Console, qtbot: QtBot) -> None:
    qtbot.mouseClick(console.window.lamp, Qt.MouseButton.LeftButton)
    menus = [menu for menu in console.window.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    names = [action.objectName() for action in menus[0].actions()]
    menus[0].close()
    assert names == ["listen", "listen-program", "listen-nothing", "", "headphones"]


# ---------------------------------------------------------------- tiles


def signs_of(console: Console, site: SiteId) -> list[Icon]:
    return [icon for mark in console.window.grid.tiles[site].face.own for icon in mark.icons]


def test_the_tile_in_the_headphones_carries_the_sign_and_no_other(console: Console) -> None:
    listen(console, "s021")
    assert signs_of(console, "s021") == [Icon.HEADPHONES]
    listen(console, "s003")
    assert signs_of(console, "s021") == []
    assert signs_of(console, "s003") == [Icon.HEADPHONES]
    marked = [site for site in console.window.grid.tiles if signs_of(console, site)]
    assert marked == ["s003"]


def test_a_tile_with_a_gain_says_so(console: Console) -> None:
    put(console, site__s021=msgspec.structs.replace(view_of(console, "s021"), gain_db=-6))
    assert [mark.wordings for mark in console.window.grid.tiles["s021"].face.own] == [("−6 dB",)]


def test_a_line_of_the_list_says_the_same_as_the_tile(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    changed = msgspec.structs.replace(view_of(console, "s021"), gain_db=3)
    put(console, site__s021=changed, headphones=HeadphonesView(site="s021"))
    face = row_face_of(changed, console.store, selected=False, kilobits=100)
    assert face.states[0].icons == (Icon.HEADPHONES,)
    assert face.states[-1].wordings == ("+3 dB",)
    assert "âm lượng +3 dB" in console.window.grid.tiles["s021"].accessibleDescription()


# ---------------------------------------------------------------- the bell


class OwnEars:
    """Notes what is to be heard."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def listen(self, on: bool) -> None:
        self.heard.append(on)

    def chime(self, name: str) -> None:
        self.heard.append(name)

    def use(self, device: str | None) -> None:
        self.heard.append(device)


def test_headphones_and_bell_reach_the_operators_ears(console: Console) -> None:
    ears = OwnEars()
    connect_headphones(console.store, console.window, ears)
    console.window.bell.chime_wanted.emit(Chime.TWO_TONES)
    listen(console, "s021")
    listen(console)
    assert ears.heard == ["two_tones", True, False]


# ---------------------------------------------------------------- loudness


def open_panel(console: Console, qtbot: QtBot) -> GainPanel:
    press(qtbot, console, Qt.Key.Key_G, NONE)
    found = [panel for panel in console.window.findChildren(GainPanel) if panel.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_slider_asks_once_for_what_it_was_left_at(console: Console, qtbot: QtBot) -> None:
    panel = open_panel(console, qtbot)
    assert (panel.slider.value(), panel.value.text()) == (0, "0 dB")
    for _ in range(3):
        qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    assert panel.value.text() == "+3 dB"
    assert console.commands == []
    qtbot.waitUntil(lambda: bool(console.commands), timeout=2000)
    assert console.commands == [SetGain(site="s021", gain_db=3)]


def test_the_automatic_level_is_one_press_and_follows_what_the_bridge_says(console: Console, qtbot: QtBot) -> None:
    put(console, site__s021=msgspec.structs.replace(view_of(console, "s021"), gain_db=5))
    panel = open_panel(console, qtbot)
    assert not panel.automatic.isChecked()
    qtbot.keyClick(panel.automatic, Qt.Key.Key_Space)
    assert console.commands == [SetGain(site="s021", gain_db=5, automatic=True)]
    put(console, site__s021=msgspec.structs.replace(view_of(console, "s021"), gain_db=5, automatic_level=True))
    assert panel.automatic.isChecked()
    put(console, site__s021=msgspec.structs.replace(view_of(console, "s021"), automatic_level=False))
    assert not panel.automatic.isChecked()


def test_back_to_zero_by_one_button(console: Console, qtbot: QtBot) -> None:
    put(console, site__s021=msgspec.structs.replace(view_of(console, "s021"), gain_db=5))
    panel = open_panel(console, qtbot)
    assert panel.value.text() == "+5 dB"
    button = panel.findChild(QPushButton, "gain-reset")
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(console.commands), timeout=2000)
    assert console.commands == [SetGain(site="s021", gain_db=0)]


def test_what_the_bridge_says_is_what_stands_there(console: Console, qtbot: QtBot) -> None:
    panel = open_panel(console, qtbot)
    put(console, site__s021=msgspec.structs.replace(view_of(console, "s021"), gain_db=-4))
    assert (panel.slider.value(), panel.value.text()) == (-4, "−4 dB")
    assert console.commands == []


def test_a_refusal_puts_the_slider_back_and_says_why(console: Console, qtbot: QtBot) -> None:
    panel = open_panel(console, qtbot)
    qtbot.keyClick(panel.slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bool(console.commands), timeout=2000)
    receipt = Receipt(command_id="c1", outcome=Outcome.REFUSED, reason=Reason.TOO_BUSY)
    console.store.take_receipt(receipt, SetGain(site="s021", gain_db=12))
    assert panel.slider.value() == 0
    assert panel.remark.text().startswith("Chưa đổi được: ")


def test_the_meter_lives_and_its_absence_is_explained(console: Console, qtbot: QtBot) -> None:
    panel = open_panel(console, qtbot)
    qtbot.waitUntil(lambda: "bấm L" in panel.remark.text())
    panel.close()
    console.window.selection.choose("s009")
    loud = open_panel(console, qtbot)
    qtbot.waitUntil(lambda: loud.meter.lit > 5, timeout=3000)
    assert loud.remark.text() == ""


def test_escape_closes_the_panel_and_the_window_stays(console: Console, qtbot: QtBot) -> None:
    panel = open_panel(console, qtbot)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not [child for child in console.window.findChildren(GainPanel) if child.isVisible()]
    assert console.window.isVisible()
