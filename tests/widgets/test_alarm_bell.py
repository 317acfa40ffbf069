"""Which sound when: one for what comes together, again until somebody takes it, none while the bell is held."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from console.snapshot import AnyView, Delta, FloorView, OnDeckView, PodiumView, SilenceView
from console.words import AlarmKind, PodiumPhase, Severity
from tests.screenshots import scene as scenes
from widgets.alarms import alarm_bell
from widgets.alarms.alarm_bell import AlarmBell, Chime
from widgets.controls.store import Store


class Room:
    """A store, its bell, and what it sounded."""

    def __init__(self, scene: scenes.Scene) -> None:
        self.owner = QObject()
        self.store = Store(lambda: scenes.NOW_MS)
        self.bell = AlarmBell(self.store, self.owner)
        self.heard: list[Chime] = []
        self.bell.chime_wanted.connect(self.heard.append)
        self.store.take(scene.whole())
        self._number = 1

    def happens(self, **put: AnyView) -> None:
        self._number += 1
        views = {key.replace("__", "/"): view for key, view in put.items()}
        self.store.take(Delta(number=self._number, put=views))


@pytest.fixture
def calm(qtbot: QtBot) -> Room:
    return Room(scenes.calm_meeting())


def test_a_calm_meeting_is_silent(calm: Room) -> None:
    assert calm.heard == []


@pytest.mark.parametrize(
    ("kind", "severity", "chime"),
    [
        (AlarmKind.SITE_LOST, Severity.ERROR, Chime.TWO_TONES),
        (AlarmKind.LOG_FAILING, Severity.ERROR, Chime.TWO_TONES),
        (AlarmKind.LINE, Severity.WARNING, Chime.TICK),
        (AlarmKind.PICTURE_OLD, Severity.WARNING, Chime.TICK),
        (AlarmKind.MICROPHONE_OPEN, Severity.WARNING, Chime.TWO_SHORT),
        (AlarmKind.MICROPHONE_FORGOTTEN, Severity.WARNING, Chime.TWO_SHORT),
    ],
)
def test_each_alarm_has_its_sound(calm: Room, kind: AlarmKind, severity: Severity, chime: Chime) -> None:
    calm.happens(alarm__a1=scenes.alarm_view(1, kind, (3,), 0, severity=severity))
    assert calm.heard == [chime]


def test_many_at_once_sound_once_as_the_heaviest(calm: Room) -> None:
    calm.happens(
        alarm__a1=scenes.alarm_view(1, AlarmKind.LINE, (3,), 0),
        alarm__a2=scenes.alarm_view(2, AlarmKind.SITE_LOST, tuple(range(4, 16)), 0),
        alarm__a3=scenes.alarm_view(3, AlarmKind.MICROPHONE_OPEN, (20,), 0),
    )
    assert calm.heard == [Chime.TWO_TONES]


def test_an_alarm_that_becomes_worse_sounds_again(calm: Room) -> None:
    calm.happens(alarm__a1=scenes.alarm_view(1, AlarmKind.LINE, (3,), 0, taken_by="Hà"))
    calm.happens(alarm__a1=scenes.alarm_view(1, AlarmKind.LINE, (3,), 0, severity=Severity.ERROR))
    assert calm.heard == [Chime.TWO_TONES]


@pytest.fixture
def quick_bell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alarm_bell, "REPEAT_MS", 40)


@pytest.mark.usefixtures("quick_bell")
def test_an_error_sounds_until_it_is_taken(qtbot: QtBot) -> None:
    room = Room(scenes.calm_meeting())
    room.happens(alarm__a1=scenes.alarm_view(1, AlarmKind.SITE_LOST, (3,), 0))
    qtbot.waitUntil(lambda: len(room.heard) >= 3, timeout=2_000)
    assert set(room.heard) == {Chime.TWO_TONES}
    room.happens(alarm__a1=scenes.alarm_view(1, AlarmKind.SITE_LOST, (3,), 0, taken_by="Hà"))
    heard = len(room.heard)
    qtbot.wait(150)
    assert len(room.heard) == heard


@pytest.mark.usefixtures("quick_bell")
def test_a_warning_sounds_once(qtbot: QtBot) -> None:
    room = Room(scenes.calm_meeting())
    room.happens(alarm__a1=scenes.alarm_view(1, AlarmKind.LINE, (3,), 0))
    qtbot.wait(150)
    assert room.heard == [Chime.TICK]


@pytest.mark.usefixtures("quick_bell")
def test_a_held_bell_is_quiet_until_a_new_alarm(qtbot: QtBot) -> None:
    room = Room(scenes.calm_meeting())
    room.happens(alarm__a1=scenes.alarm_view(1, AlarmKind.SITE_LOST, (3,), 0))
    room.bell.hold()
    room.heard.clear()
    qtbot.wait(150)
    assert room.heard == []
    room.happens(alarm__a2=scenes.alarm_view(2, AlarmKind.LINE, (4,), 0))
    assert not room.bell.held
    assert room.heard == [Chime.TICK]


def test_a_held_bell_may_sound_again_once_nothing_asks_for_attention(calm: Room) -> None:
    calm.happens(alarm__a1=scenes.alarm_view(1, AlarmKind.SITE_LOST, (3,), 0))
    calm.bell.hold()
    assert calm.bell.held
    calm.happens(alarm__a1=scenes.alarm_view(1, AlarmKind.SITE_LOST, (3,), 0, taken_by="Hà"))
    assert not calm.bell.held


def test_there_is_nothing_to_hold_in_a_calm_meeting(calm: Room) -> None:
    calm.bell.hold()
    assert not calm.bell.held


def test_a_window_that_opens_in_mid_meeting_sounds_for_alarms_only(qtbot: QtBot) -> None:
    assert Room(scenes.speech_under_way()).heard == []
    assert Room(scenes.busy_meeting()).heard == [Chime.TWO_TONES]


def podium() -> dict[str, AnyView]:
    return {"podium": PodiumView(phase=PodiumPhase.ON_AIR, site="s009")}


def request() -> dict[str, AnyView]:
    floor = scenes.speech_under_way().views["floor"]
    assert isinstance(floor, FloorView)
    return {"floor": FloorView(requests=floor.requests[:1])}


@pytest.mark.parametrize(
    ("what", "chime"),
    [
        (podium, Chime.SOFT),
        (request, Chime.TICK),
        (lambda: {"on_deck": OnDeckView(site="s003", ready_ms=scenes.NOW_MS)}, Chime.TICK),
        (lambda: {"silence": SilenceView(in_force=True, safe_stop=True)}, Chime.LOW),
    ],
)
def test_the_meeting_has_its_sounds(calm: Room, what: Callable[[], dict[str, AnyView]], chime: Chime) -> None:
    calm.happens(**what())
    assert calm.heard == [chime]


def test_a_site_that_waits_for_its_microphone_is_no_success_yet(calm: Room) -> None:
    calm.happens(podium=PodiumView(phase=PodiumPhase.WAITING_FOR_SITE, site="s009"))
    assert calm.heard == []


def test_a_lost_bridge_is_heard(calm: Room) -> None:
    calm.store.set_link_lost(True)
    assert calm.heard == [Chime.TWO_TONES]
