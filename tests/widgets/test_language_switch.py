"""The language changes while the window runs: afterwards nothing shows that it was ever another."""

from collections.abc import Callable, Generator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.seen_texts import texts_of
from widgets.drawing.rephrasing import speak
from widgets.phrases.language import use_language

SCENES = [scenes.busy_meeting, scenes.every_alarm, scenes.empty_session]
SETTLE_MS = 150
PLOTS_LOADED_MS = 2200
PLOTS = 4
FLASHED_MS = 4000


@pytest.fixture(autouse=True)
def vietnamese_again() -> Generator[None]:
    yield
    use_language("vi")


def said_by(console: Console) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place, text in texts_of(console.window):
        found.setdefault(place, []).append(text)
    return {place: sorted(texts) for place, texts in found.items()}


def opened(open_console: OpenConsole, scene: scenes.Scene, qtbot: QtBot) -> Console:
    """Opens a window and waits until the plots of its lines are there too."""
    console = open_console(scene)
    console.window.lines.load()
    qtbot.wait(PLOTS_LOADED_MS)
    qtbot.waitUntil(lambda: len(console.window.findChildren(QWidget, "plot")) == PLOTS, timeout=10_000)
    return console


def picture_of(console: Console) -> QImage:
    return console.window.grab().toImage()


@pytest.mark.parametrize("make_scene", SCENES)
@pytest.mark.parametrize(("first", "second"), [("vi", "en"), ("en", "vi")])
def test_a_window_that_changed_its_language_is_as_one_opened_in_it(
    open_console: OpenConsole, qtbot: QtBot, make_scene: Callable[[], scenes.Scene], first: str, second: str
) -> None:
    use_language(first)
    changed = opened(open_console, make_scene(), qtbot)
    speak(second)
    qtbot.wait(SETTLE_MS)  # what follows a change is collected for a turn of the loop
    if changed.window.flash.running:
        with qtbot.waitSignal(changed.window.flash.changed):  # tiles turn one after another: never in the middle of it
            pass
        qtbot.wait(SETTLE_MS)
    said, picture = said_by(changed), picture_of(changed)
    changed.window.hide()
    fresh = opened(open_console, make_scene(), qtbot)

    expected = said_by(fresh)
    assert {place: texts for place, texts in said.items() if texts != expected.get(place)} == {}
    # What flashes is lit half of the time.
    qtbot.waitUntil(lambda: picture == picture_of(fresh), timeout=FLASHED_MS)
