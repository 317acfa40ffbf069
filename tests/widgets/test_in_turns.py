"""Many sites that change together are shown a few at a time, each once, in the order of the wishes."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from widgets.drawing.in_turns import IN_ONE_TURN, InTurns

SITES = [f"s{number:03}" for number in range(40)]


def test_a_turn_shows_a_few_and_the_rest_follows(qtbot: QtBot) -> None:
    shown: list[str] = []
    owner = QObject()
    turns = InTurns(shown.append, owner)
    turns.ask(SITES)
    turns.show_next()
    assert shown == SITES[:IN_ONE_TURN]
    qtbot.waitUntil(lambda: not turns.waiting)
    assert shown == SITES


def test_a_site_that_waits_is_not_shown_twice(qtbot: QtBot) -> None:
    shown: list[str] = []
    owner = QObject()
    turns = InTurns(shown.append, owner)
    turns.ask(SITES[:20])
    turns.ask(SITES[10:30])
    qtbot.waitUntil(lambda: not turns.waiting)
    assert shown == SITES[:30]
