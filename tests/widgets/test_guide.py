"""The help inside the window: complete, made of the window's own keys and signs, found without accents."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from tests.screenshots import scene as scenes
from tests.widgets.conftest import OpenConsole
from tests.widgets.hands import press
from widgets.guide.guide import SIGNS, Guide
from widgets.phrases.guide import guide_words
from widgets.phrases.language import use_language


@pytest.fixture
def guide(open_console: OpenConsole, qtbot: QtBot) -> Guide:
    """The help of a window, opened by its key."""
    console = open_console(scenes.calm_meeting())
    press(qtbot, console, Qt.Key.Key_F1)
    found = console.window.findChild(Guide)
    assert found is not None
    assert found.isVisible()
    return found


def titles(guide: Guide) -> list[str]:
    return [topic.title for topic in guide.shown if topic.title]


def test_every_key_of_the_window_stands_in_its_help(guide: Guide) -> None:
    told = " / ".join(topic.key for topic in guide.shown).split(" / ")
    window = guide.parentWidget()
    assert window is not None
    keys = {key.toString().replace("Return", "Enter") for action in window.actions() for key in action.shortcuts()}
    assert keys - set(told) == set()
    assert QKeySequence("F12").toString() in told


def test_every_sign_is_explained_and_drawn() -> None:
    assert list(guide_words.sign_meanings()) == list(SIGNS)


def test_what_to_do_is_found_without_accents(guide: Guide, qtbot: QtBot) -> None:
    qtbot.keyClicks(guide.field, "mic bo quen")
    assert titles(guide) == ["Mic bị bỏ quên"]
    guide.field.setText("không có gì như thế")
    assert guide.shown == []
    assert not guide.nothing.isHidden()


def test_letters_typed_into_the_search_reach_nothing_else(
    open_console: OpenConsole, guide: Guide, qtbot: QtBot
) -> None:
    qtbot.keyClicks(guide.field, "mlgh0123/+")
    assert guide.field.text() == "mlgh0123/+"


def test_the_help_changes_its_language_while_it_is_open(guide: Guide) -> None:
    from widgets.drawing.rephrasing import speak

    try:
        speak("en")
        assert "A site is lost" in titles(guide)
        assert not any("Điểm cầu" in topic.text for topic in guide.shown)
    finally:
        use_language("vi")
