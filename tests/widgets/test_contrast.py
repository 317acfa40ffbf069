"""High contrast: what is readable, what the choice changes, and that going back leaves no trace."""

from collections.abc import Generator

import pytest
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.window_memory import AlarmBeat, Contrast
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.seen_texts import texts_of
from widgets.alarms.alarm_flash import HALF_MS
from widgets.drawing import theme
from widgets.drawing.contrast import HIGH, contrast_in_use, put_colours
from widgets.tiles.tile_painter import INKS

SETTLE_MS = 100
PLOTS = 4

GROUNDS = ("BACKGROUND", "PANEL", "PLATE", "RAISED", "ORDER", "SAFE_STOP", "LIVE_ROW", "NEXT_ROW", "SHADE", "STRIP")
INKS_ON_GROUNDS = ("TEXT", "TEXT_SECOND")
QUIET_GROUNDS = ("BACKGROUND", "PANEL", "PLATE", "SHADE", "STRIP")
QUIET_INKS = ("DIM", "FAINT", "OFF", "WARNING", "ERROR", "NEXT_TEXT", "LIVE_MARK")
PAIRS = (
    ("ON_LIVE", "LIVE"),
    ("ON_LIVE", "LIVE_BAND"),
    ("ON_NEXT", "NEXT"),
    ("ON_LIVE", "NEXT_BUTTON"),
    ("NEXT_BUTTON_SECOND", "NEXT_BUTTON"),
    ("ON_WARNING", "WARNING"),
    ("ON_WARNING", "WARNING_BUTTON"),
    ("ON_ERROR", "ERROR"),
    ("ON_PRIMARY", "PRIMARY"),
    ("PRIMARY_SECOND", "PRIMARY"),
    *((ink, ground) for ink in INKS_ON_GROUNDS for ground in GROUNDS),
    *((ink, ground) for ink in QUIET_INKS for ground in QUIET_GROUNDS),
)
"""Every pair of an ink and the ground on which it stands somewhere."""
EDGES = (("EDGE", "PANEL"), ("LIVE", "BACKGROUND"), ("NEXT", "BACKGROUND"), ("SELECT", "BACKGROUND"))


@pytest.fixture(autouse=True)
def usual_colours_again(dressed: QApplication) -> Generator[None]:
    yield
    contrast_in_use().choose(None)


def solid(name: str) -> QColor:
    colour: QColor = getattr(theme, name)
    return QColor(colour.red(), colour.green(), colour.blue())


@pytest.mark.parametrize(("contrast", "least", "least_edge"), [(Contrast.NORMAL, 4.5, 3.0), (Contrast.HIGH, 7.0, 4.5)])
def test_every_text_can_be_read_on_its_ground(contrast: Contrast, least: float, least_edge: float) -> None:
    put_colours(contrast)
    ratios = {(ink, ground): theme.contrast(solid(ink), solid(ground)) for ink, ground in PAIRS}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}
    edges = {pair: theme.contrast(solid(pair[0]), solid(pair[1])) for pair in EDGES}
    assert {pair: ratio for pair, ratio in edges.items() if ratio < least_edge} == {}
    badges = {tone: theme.contrast(ink, QColor(ground.rgb())) for tone, (ground, ink) in INKS.items()}
    assert {tone: ratio for tone, ratio in badges.items() if ratio < least} == {}
    put_colours(Contrast.NORMAL)


def test_meanings_keep_their_colours() -> None:
    hues = {name: solid(name).hue() for name in ("LIVE", "NEXT", "WARNING", "ERROR")}
    put_colours(Contrast.HIGH)
    assert {name: abs(solid(name).hue() - hue) <= 8 for name, hue in hues.items()} == dict.fromkeys(hues, True)
    put_colours(Contrast.NORMAL)


def test_only_colours_of_the_theme_are_changed() -> None:
    assert [name for name in HIGH if not isinstance(getattr(theme, name, None), QColor)] == []


def open_with_plots(open_console: OpenConsole, qtbot: QtBot) -> Console:
    """Opens a window in which nothing flashes, and waits until its plots and its map are there."""
    console = open_console(scenes.speech_under_way())
    console.window.lines.load()
    qtbot.waitUntil(lambda: len(console.window.findChildren(QWidget, "plot")) == PLOTS, timeout=5_000)
    qtbot.wait(SETTLE_MS)
    return console


def picture_of(console: Console) -> QImage:
    return console.window.grab().toImage()


def chosen(console: Console, name: str) -> QAction:
    action = console.window.findChild(QAction, name)
    assert action is not None, name
    return action


def test_the_choice_is_seen_at_once_and_going_back_leaves_no_trace(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_with_plots(open_console, qtbot)
    told: list[Contrast | None] = []
    console.window.looks.contrast_chosen.connect(told.append)
    usual, said = picture_of(console), list(texts_of(console.window))

    chosen(console, "contrast-high").trigger()
    qtbot.wait(SETTLE_MS)
    high = picture_of(console)
    assert high.pixelColor(2, 2) == QColor("black")
    assert high != usual
    assert list(texts_of(console.window)) == said

    chosen(console, "contrast-normal").trigger()
    qtbot.wait(SETTLE_MS)
    assert picture_of(console) == usual
    assert told == [Contrast.HIGH, Contrast.NORMAL]


def test_a_window_opened_in_high_contrast_is_as_one_that_was_changed(open_console: OpenConsole, qtbot: QtBot) -> None:
    changed = open_with_plots(open_console, qtbot)
    contrast_in_use().choose(Contrast.HIGH)
    qtbot.wait(SETTLE_MS)
    expected = picture_of(changed)
    changed.window.hide()
    fresh = open_with_plots(open_console, qtbot)
    assert picture_of(fresh) == expected


def test_the_calm_beat_is_a_choice(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    flash, told, halves = console.window.flash, list[AlarmBeat | None](), list[bool]()
    console.window.looks.alarm_beat_chosen.connect(told.append)
    chosen(console, "alarm-beat-calm").trigger()
    flash.changed.connect(lambda: halves.append(flash.outlined))
    qtbot.wait(2 * HALF_MS + 100)
    assert (told, halves) == ([AlarmBeat.CALM], [])
    chosen(console, "alarm-beat-quick").trigger()
    qtbot.waitUntil(lambda: len(halves) == 1, timeout=2 * HALF_MS)
