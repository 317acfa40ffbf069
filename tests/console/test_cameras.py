"""Cameras at the desk: who may move what when, two lines for a move however long, one end for every command."""

from typing import Any

import pytest

from console.cameras.camera_entries import PresetChanged
from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_wishes import Delete, Drive, Rename, Restore, Save, Stop
from console.cameras.camera_words import CameraLink
from console.commands import (
    AnyCommand,
    BringToPodium,
    DeletePreset,
    DriveCamera,
    RecallPreset,
    RenamePreset,
    RestorePreset,
    SavePreset,
    SetLayout,
    StopCamera,
)
from console.effects import AskCamera, MoveCamera
from console.events import CameraReported, CameraSeen, CamerasRead
from console.sites.site_messages import AskSiteCamera, RecallSitePreset, SiteCameraSeen, SitePresetReported
from console.snapshot import CameraView
from console.view_model import SnapshotMaker
from console.words import MAIN_SITE, Layout, Outcome, Reason
from tests.console.province import OPERATOR, Province, meeting, technician

PRESETS = ("Bục phát biểu", "Toàn cảnh")
FACTS = CameraFacts(camera="main", presets=PRESETS, deleted=("Cũ",))


def with_camera(*, on_air: bool = False) -> Province:
    """A meeting whose main camera is off air, because a satellite is on the podium."""
    province = meeting()
    province.tell(CamerasRead(cameras=(FACTS,)))
    if not on_air:
        province.ask(BringToPodium(site="s002"))
    province.effects.clear()
    return province


def wishes(province: Province) -> list[Any]:
    return [effect.wish for effect in province.effects if isinstance(effect, AskCamera)]


def kinds_since(province: Province, start: int) -> list[str]:
    return province.kinds()[start:]


def drive(pan: int = 0, tilt: int = 0) -> DriveCamera:
    return DriveCamera(site=MAIN_SITE, camera="main", pan=pan, tilt=tilt)


STOP = StopCamera(site=MAIN_SITE, camera="main")


def test_a_move_by_hand_is_asked_in_the_log_before_it_begins() -> None:
    province = with_camera()
    province.log_writes = False
    province.ask(drive(pan=40), command_id="go")
    assert wishes(province) == []
    province.wait_ms(200)
    assert wishes(province) == [Drive(pan=40, tilt=0, zoom=0, hold_ms=600)]
    assert "LogFellBehind" in province.kinds()


def test_a_held_key_is_two_lines_however_long_it_is_held() -> None:
    province = with_camera()
    start = len(province.lines)
    for number in range(8):
        province.ask(drive(pan=40), command_id=f"go{number}")
        assert number == 0 or province.receipt(f"go{number}").outcome is Outcome.DONE
        province.wait_ms(300)
    assert province.views["camera/main"].driven_by == OPERATOR.person
    province.tell(CameraReported(request_id="go0", arrived=True))
    province.wait_ms(700)
    assert len(wishes(province)) == 8
    assert kinds_since(province, start) == ["CommandAsked", "CommandEnded", "CameraDriven"]
    view = province.views["camera/main"]
    assert (view.moving, view.driven_by) == (False, None)
    province.check_replay()


def test_a_stop_waits_for_nothing_and_takes_what_still_waits() -> None:
    province = with_camera()
    province.log_writes = False
    province.ask(drive(tilt=10), command_id="go")
    province.ask(STOP, command_id="stop")
    assert wishes(province) == [Stop()]
    province.tell(CameraReported(request_id="stop", arrived=True))
    province.wait_ms(300)
    assert wishes(province) == [Stop()]
    assert province.receipt("go").outcome is Outcome.SUPERSEDED
    assert province.receipt("stop").outcome is Outcome.DONE


def test_two_stops_in_a_row_are_both_carried_out() -> None:
    province = with_camera()
    province.ask(STOP)
    province.ask(STOP)
    assert wishes(province) == [Stop(), Stop()]


def test_another_person_who_drives_is_another_move() -> None:
    province = with_camera()
    province.ask(drive(pan=40))
    start = len(province.lines)
    second = province.state.recent[-1].actor
    other = type(second)(person="Hà", role=second.role, origin=second.origin)
    province.ask(drive(pan=-40), actor=other)
    assert "CommandAsked" in kinds_since(province, start)
    assert province.views["camera/main"].driven_by == "Hà"


@pytest.mark.parametrize(
    "command",
    [drive(pan=1), RecallPreset(site=MAIN_SITE, camera="main", preset=PRESETS[0])],
    ids=["drive", "recall"],
)
def test_the_camera_on_air_does_not_move_unless_overridden(command: AnyCommand) -> None:
    province = with_camera(on_air=True)
    assert province.ask(command).reason is Reason.CAMERA_ON_AIR
    assert not [effect for effect in province.effects if isinstance(effect, AskCamera | MoveCamera)]
    province.wait_ms(600)
    overridden = type(command)(**{**command_fields(command), "override_on_air": True})
    province.ask(overridden)
    assert [effect for effect in province.effects if isinstance(effect, AskCamera | MoveCamera)]


def command_fields(command: AnyCommand) -> dict[str, Any]:
    return {name: getattr(command, name) for name in command.__struct_fields__}


def test_a_held_key_stops_counting_when_its_camera_comes_on_air() -> None:
    province = with_camera()
    province.ask(drive(pan=40), command_id="go")
    province.tell(CameraReported(request_id="go", arrived=True))
    before = len(wishes(province))
    province.ask(SetLayout(layout=Layout.MAIN_ENDPOINT))
    assert province.ask(drive(pan=40)).reason is Reason.CAMERA_ON_AIR
    assert len(wishes(province)) == before


def test_technicians_of_sites_move_nothing_here() -> None:
    province = with_camera()
    assert province.ask(drive(pan=5), actor=technician("s001")).reason is Reason.NOT_ALLOWED
    assert province.ask(STOP, actor=technician("s001")).reason is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (SavePreset(site=MAIN_SITE, camera="main", preset="bục  phát biểu"), Reason.PRESET_EXISTS),
        (SavePreset(site=MAIN_SITE, camera="main", preset="   "), Reason.BAD_VALUE),
        (SavePreset(site=MAIN_SITE, camera="khác", preset="x"), Reason.UNKNOWN_CAMERA),
        (RenamePreset(site=MAIN_SITE, camera="main", preset="Sân", name="x"), Reason.UNKNOWN_PRESET),
        (RenamePreset(site=MAIN_SITE, camera="main", preset=PRESETS[0], name="toàn cảnh"), Reason.PRESET_EXISTS),
        (DeletePreset(site=MAIN_SITE, camera="main", preset="Sân"), Reason.UNKNOWN_PRESET),
        (RestorePreset(site=MAIN_SITE, camera="main", preset="Sân"), Reason.UNKNOWN_PRESET),
        (DeletePreset(site="s999", camera="main", preset="Sân"), Reason.UNKNOWN_SITE),
        (DeletePreset(site="s001", camera="main", preset="Sân"), Reason.UNKNOWN_CAMERA),
    ],
)
def test_what_cannot_be_done_is_refused_before_the_camera_hears_of_it(command: AnyCommand, reason: Reason) -> None:
    province = with_camera()
    assert province.ask(command).reason is reason
    assert wishes(province) == []


@pytest.mark.parametrize(
    ("command", "wish", "act"),
    [
        (SavePreset(site=MAIN_SITE, camera="main", preset=" Mới "), Save(preset="Mới"), "saved"),
        (
            SavePreset(site=MAIN_SITE, camera="main", preset=PRESETS[0], overwrite=True),
            Save(preset=PRESETS[0], overwrite=True),
            "overwritten",
        ),
        (
            RenamePreset(site=MAIN_SITE, camera="main", preset=PRESETS[0], name="Chủ trì"),
            Rename(preset=PRESETS[0], name="Chủ trì"),
            "renamed",
        ),
        (DeletePreset(site=MAIN_SITE, camera="main", preset=PRESETS[0]), Delete(preset=PRESETS[0]), "deleted"),
        (RestorePreset(site=MAIN_SITE, camera="main", preset="Cũ"), Restore(preset="Cũ"), "restored"),
    ],
    ids=["save", "overwrite", "rename", "delete", "restore"],
)
def test_a_preset_is_changed_with_a_line_of_what_was_done(command: AnyCommand, wish: object, act: str) -> None:
    province = with_camera()
    province.ask(command, command_id="it")
    assert wishes(province) == [wish]
    assert province.receipt("it") is None
    province.tell(CameraReported(request_id="it", arrived=True, position=(1, 2, 3)))
    assert province.receipt("it").outcome is Outcome.DONE
    acts = [line.entry.act for line in province.lines if isinstance(line.entry, PresetChanged)]
    assert acts == [act]
    province.check_replay()


def test_a_camera_that_says_nothing_ends_its_commands_in_time() -> None:
    province = with_camera()
    province.ask(SavePreset(site=MAIN_SITE, camera="main", preset="Mới"), command_id="save")
    province.wait_ms(8000)
    assert (province.receipt("save").outcome, province.receipt("save").reason) == (Outcome.FAILED, Reason.TIMEOUT)
    assert province.views["camera/main"].failure is Reason.TIMEOUT
    assert "PresetChanged" not in province.kinds()


def test_the_newest_recall_wins_and_the_one_before_is_told_so() -> None:
    province = with_camera()
    province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset=PRESETS[0]), command_id="one")
    province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset=PRESETS[1]), command_id="two")
    assert len([effect for effect in province.effects if isinstance(effect, MoveCamera)]) == 2
    province.tell(CameraReported(request_id="one", arrived=False, reason=Reason.SUPERSEDED))
    assert province.receipt("one").outcome is Outcome.SUPERSEDED
    assert province.views["camera/main"].target == PRESETS[1]
    province.tell(CameraReported(request_id="two", arrived=True))
    view = province.views["camera/main"]
    assert (view.current, view.target, view.failure) == (PRESETS[1], None, None)
    province.ask(drive(pan=5))
    province.wait_ms(700)
    assert province.views["camera/main"].current is None


def test_sent_and_not_confirmed_is_neither_done_nor_failed() -> None:
    province = with_camera()
    province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset=PRESETS[0]), command_id="go")
    province.tell(CameraReported(request_id="go", arrived=False, reason=Reason.CAMERA_UNCONFIRMED))
    assert province.receipt("go").outcome is Outcome.UNCONFIRMED
    assert province.views["camera/main"].current is None


def test_a_camera_out_of_reach_and_back_is_a_line_each() -> None:
    province = with_camera()
    for link in (CameraLink.UNREACHABLE, CameraLink.UNREACHABLE, CameraLink.READY):
        province.tell(CameraSeen(camera=CameraFacts(camera="main", presets=PRESETS, link=link)))
    assert province.kinds().count("CameraLinkChanged") == 2
    assert province.views["camera/main"].link is CameraLink.READY


# ---------------------------------------------------------------- satellites


def with_site_camera() -> Province:
    province = meeting()
    province.say("s001", SiteCameraSeen(camera=CameraFacts(camera="hall", presets=PRESETS)))
    return province


def test_a_satellites_camera_is_shown_asked_and_answers() -> None:
    province = with_site_camera()
    assert province.views["camera/s001/hall"].presets == PRESETS
    province.ask(DriveCamera(site="s001", camera="hall", zoom=-30), command_id="go")
    message = province.sites["s001"].last(AskSiteCamera)
    assert (message.wish, message.request_id) == (Drive(pan=0, tilt=0, zoom=-30, hold_ms=600), "go")
    assert message.sent_ms == province.ms
    assert message.time_to_live_ms == 2000
    province.say("s001", SitePresetReported(request_id="go", arrived=False, reason=Reason.CAMERA_UNREACHABLE))
    assert province.receipt("go").reason is Reason.CAMERA_UNREACHABLE


def test_a_site_that_comes_back_names_its_cameras_anew() -> None:
    province = with_site_camera()
    province.leave("s001")
    assert province.ask(DriveCamera(site="s001", camera="hall", pan=5)).reason is Reason.SITE_NOT_CONNECTED
    province.join("s001")
    assert "camera/s001/hall" not in province.views
    assert province.ask(StopCamera(site="s001", camera="hall")).reason is Reason.UNKNOWN_CAMERA


def test_a_camera_that_the_program_shows_says_so() -> None:
    province = with_camera(on_air=True)
    shown = SnapshotMaker()
    shown.update(province.state)
    assert [view.on_air for view in shown.views.values() if isinstance(view, CameraView)] == [True]
    province.ask(BringToPodium(site="s002"))
    shown.update(province.state)
    assert [view.on_air for view in shown.views.values() if isinstance(view, CameraView)] == [False]


def test_a_preset_that_was_overtaken_is_recalled_again_though_its_first_recall_has_not_ended() -> None:
    province = with_site_camera()
    for number, preset in enumerate((PRESETS[0], PRESETS[1], PRESETS[0], PRESETS[0])):
        province.ask(RecallPreset(site="s001", camera="hall", preset=preset), command_id=f"r{number}")
    sent = [message.preset for message in province.sites["s001"].heard if isinstance(message, RecallSitePreset)]
    assert sent == [PRESETS[0], PRESETS[1], PRESETS[0]]
    assert province.receipt("r3").reason is Reason.IN_FLIGHT
    assert province.views["camera/s001/hall"].target == PRESETS[0]
    for number in (0, 1):
        province.say("s001", SitePresetReported(request_id=f"r{number}", arrived=False, reason=Reason.SUPERSEDED))
        assert province.views["camera/s001/hall"].target == PRESETS[0]
    province.say("s001", SitePresetReported(request_id="r2", arrived=True))
    outcomes = [province.receipt(f"r{number}").outcome for number in range(3)]
    assert outcomes == [Outcome.SUPERSEDED, Outcome.SUPERSEDED, Outcome.DONE]
    province.check_replay()
