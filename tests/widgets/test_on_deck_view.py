"""The next site's preview: about when its turn comes, and at which preset its camera stands."""

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from console.snapshot import CameraView, Delta, FloorView
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole


def said(console: Console) -> str:
    return console.window.deck.accessibleDescription()


@pytest.mark.parametrize(
    ("spent_seconds", "turn"), [(10, "khoảng 5 phút nữa"), (252, "khoảng 1 phút nữa"), (301, "sắp đến lượt")]
)
def test_the_turn_comes_when_the_running_speech_reaches_its_limit(
    open_console: OpenConsole, spent_seconds: int, turn: str
) -> None:
    scene = scenes.speech_under_way()
    floor = scene.views["floor"]
    assert isinstance(floor, FloorView)
    started_ms = scenes.NOW_MS - spent_seconds * 1000
    scene.views["floor"] = msgspec.structs.replace(floor, speech_started_ms=started_ms)
    assert said(open_console(scene)) == f"14 · Xã Ea Nuôl, {turn}"


def test_the_turn_comes_nearer_by_the_clock_alone(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.speech_under_way())
    console.clock.now_ms += 60_000
    qtbot.waitUntil(lambda: said(console).endswith("sắp đến lượt"), timeout=1000)


def test_without_a_limit_nothing_is_guessed(open_console: OpenConsole) -> None:
    scene = scenes.speech_under_way()
    floor = scene.views["floor"]
    assert isinstance(floor, FloorView)
    scene.views["floor"] = msgspec.structs.replace(floor, speech_limit_seconds=None)
    assert said(open_console(scene)) == "14 · Xã Ea Nuôl"


def test_the_preset_is_named_as_the_site_names_it(open_console: OpenConsole) -> None:
    console = open_console(scenes.speech_under_way())
    camera = CameraView(name="room", site="s014", current="Bàn chủ tọa")
    console.store.take(Delta(number=2, put={"camera/s014/room": camera}))
    assert said(console) == "14 · Xã Ea Nuôl, khoảng 1 phút nữa, góc “Bàn chủ tọa”"
