"""The threshold: numbered changes in, typed signals out, commands guarded against repetition."""

import pytest
from pytestqt.qtbot import QtBot

from console.commands import AnyCommand, DriveCamera, MuteAll, MuteSite, RecallPreset, StopCamera
from console.effects import Receipt
from console.snapshot import Delta, SilenceView
from console.words import Outcome
from tests.screenshots import scene as scenes
from widgets.controls.store import Store


@pytest.fixture
def clock() -> list[int]:
    return [scenes.NOW_MS]


@pytest.fixture
def store(clock: list[int]) -> Store:
    made = Store(lambda: clock[0])
    made.take(scenes.busy_meeting().whole(number=10))
    return made


def test_sites_stand_in_the_order_of_their_numbers(store: Store) -> None:
    assert store.roster == tuple(scenes.site_id(number) for number in range(1, 37))
    assert store.main_site is not None
    assert store.short_label("s021") == "21 Ea Tul"
    assert store.full_label("s021") == "21 · Xã Ea Tul"


def test_a_change_announces_what_changed(qtbot: QtBot, store: Store) -> None:
    view = SilenceView(in_force=False)
    with qtbot.waitSignal(store.silence_changed), qtbot.assertNotEmitted(store.floor_changed):
        store.take(Delta(number=11, put={"silence": view}))
    assert store.silence == view


def test_a_site_that_changes_is_named(qtbot: QtBot, store: Store) -> None:
    with qtbot.waitSignal(store.site_changed, check_params_cb=lambda site: site == "s003"):
        store.take(Delta(number=11, put={"site/s003": scenes.site_view(3, on_deck=True)}))


def test_a_gap_asks_for_the_whole_and_keeps_what_is_shown(qtbot: QtBot, store: Store) -> None:
    with qtbot.waitSignal(store.resync_requested), qtbot.assertNotEmitted(store.silence_changed):
        store.take(Delta(number=12, put={"silence": SilenceView(in_force=False)}))
    assert store.silence.in_force


def test_a_change_that_is_known_already_is_dropped(qtbot: QtBot, store: Store) -> None:
    with qtbot.assertNotEmitted(store.resync_requested), qtbot.assertNotEmitted(store.silence_changed):
        store.take(Delta(number=10, put={"silence": SilenceView(in_force=False)}))


def test_the_whole_replaces_everything(qtbot: QtBot, store: Store) -> None:
    with qtbot.waitSignals([store.roster_changed, store.podium_changed]):
        store.take(scenes.calm_meeting(4).whole(number=40))
    assert len(store.roster) == 4
    assert store.podium.site is None


def test_the_same_command_within_half_a_second_goes_once(store: Store, clock: list[int]) -> None:
    sent: list[object] = []
    store.command_requested.connect(sent.append)
    assert store.send(MuteAll())
    store.take_receipt(Receipt(command_id="a", outcome=Outcome.DONE), MuteAll())
    clock[0] += 400
    assert not store.send(MuteAll())
    assert store.send(MuteSite(site="s001"))
    clock[0] += 200
    assert store.send(MuteAll())
    assert sent == [MuteAll(), MuteSite(site="s001"), MuteAll()]


def test_a_command_without_answer_holds_its_repetition_back(store: Store, clock: list[int]) -> None:
    assert store.send(MuteAll())
    clock[0] += 1500
    assert not store.send(MuteAll())
    clock[0] += 600
    assert store.send(MuteAll())


def test_nothing_is_sent_while_the_bridge_is_out_of_reach(store: Store) -> None:
    store.set_link_lost(True)
    assert not store.send(MuteAll())
    assert store.link_lost_since_ms == scenes.NOW_MS


def test_log_lines_are_kept_beyond_the_tail(store: Store) -> None:
    assert [line.number for line in store.log_lines][-1] == 18_432
    tail = (scenes.line(18_433, 1, "session-ended"),)
    log = scenes.LogView(lines=18_433, durable_lines=18_433, tail=tail)
    store.take(Delta(number=11, put={"log": log}))
    assert [line.number for line in store.log_lines][-2:] == [18_432, 18_433]


def test_a_camera_moved_by_hand_is_asked_again_and_a_stop_is_never_held_up(store: Store) -> None:
    sent: list[object] = []
    store.command_requested.connect(sent.append)
    drive, stop = DriveCamera(site="main", camera="main", pan=40), StopCamera(site="main", camera="main")
    for command in (drive, drive, stop, stop):
        assert store.send(command)
    assert sent == [drive, drive, stop, stop]


def test_nothing_moves_over_a_lost_link(store: Store) -> None:
    store.set_link_lost(True)
    assert not store.send(DriveCamera(site="main", camera="main", pan=40))


def recall(preset: str, camera: str = "hall") -> RecallPreset:
    return RecallPreset(site="s036", camera=camera, preset=preset)


@pytest.mark.parametrize(
    ("between", "goes"),
    [
        (recall("Toàn cảnh"), True),
        (StopCamera(site="s036", camera="hall"), True),
        (DriveCamera(site="s036", camera="hall", pan=40), True),
        (recall("Toàn cảnh", camera="stage"), False),
        (MuteAll(), False),
    ],
)
def test_a_recall_that_was_overtaken_may_be_asked_for_again_at_once(
    store: Store, clock: list[int], between: AnyCommand, goes: bool
) -> None:
    assert store.send(recall("Bàn chủ tọa"))
    clock[0] += 100
    assert store.send(between)
    clock[0] += 100
    assert store.send(recall("Bàn chủ tọa")) is goes
    assert not store.send(recall("Bàn chủ tọa"))
