"""Where cameras stand: drift is shown, protected presets stay, the program moves nothing against a person's hand."""

import pytest

from console.cameras.camera_entries import CameraDrifted, PresetsRehearsed
from console.cameras.camera_facts import CameraFacts, PresetTrial
from console.cameras.camera_wishes import FocusByItself, Mark, Place, Recalibrate, Rehearse, SwitchOn
from console.cameras.camera_words import CameraDrift, PresetRole
from console.commands import (
    AnyCommand,
    BringToPodium,
    DeletePreset,
    DriveCamera,
    FocusCamera,
    MarkPreset,
    PlacePreset,
    PutOnDeck,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    RenamePreset,
    RestorePreset,
    SavePreset,
    SwitchOnCamera,
    TakeOffDeck,
)
from console.effects import AskCamera
from console.events import CameraReported, CameraSeen, CamerasRead
from console.rules import Rules
from console.sites.site_messages import RecallSitePreset, SiteCameraSeen, SiteCamerasListed, SitePresetReported
from console.snapshot import CameraView
from console.words import MAIN_SITE, Outcome, Reason
from tests.console.province import Province, meeting

PRESETS = ("Bục", "Toàn cảnh")
MAIN = CameraFacts(camera="main", presets=PRESETS, protected=("Toàn cảnh",))
HALL = CameraFacts(camera="hall", presets=PRESETS, podium_preset="Bục", wide_preset="Toàn cảnh")


def with_main() -> Province:
    """A meeting whose main camera is off air."""
    province = meeting()
    province.tell(CamerasRead(cameras=(MAIN,)))
    province.ask(BringToPodium(site="s002"))
    province.effects.clear()
    return province


def with_hall(rules: Rules | None = None) -> Province:
    province = meeting() if rules is None else meeting(rules=rules)
    province.sites["s001"].camera_answers = True
    province.say("s001", SiteCameraSeen(camera=HALL))
    return province


def recalls(province: Province) -> list[str]:
    return [message.preset for message in province.sites["s001"].heard if isinstance(message, RecallSitePreset)]


def main_camera(province: Province) -> CameraView:
    view = province.views["camera/main"]
    assert isinstance(view, CameraView)
    return view


def seen(province: Province, *, at: tuple[str, ...] | None, near: tuple[str, ...] = ()) -> None:
    facts = CameraFacts(camera="main", presets=PRESETS, protected=("Toàn cảnh",), stands_at=at, near=near)
    province.tell(CameraSeen(camera=facts))


def at_podium_preset() -> Province:
    province = with_main()
    province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset="Bục"), command_id="go")
    province.tell(CameraReported(request_id="go", arrived=True))
    return province


# ---------------------------------------------------------------- drift


def test_a_camera_that_left_its_preset_without_us_is_shown_and_logged_once() -> None:
    province = at_podium_preset()
    seen(province, at=("Bục",))
    assert main_camera(province).drift is None
    seen(province, at=(), near=("Bục",))
    assert main_camera(province).drift is CameraDrift.SLIGHT
    seen(province, at=("Toàn cảnh",))
    assert main_camera(province).drift is CameraDrift.AWAY
    seen(province, at=("Toàn cảnh",))
    drifts = [line.entry.drift for line in province.lines if isinstance(line.entry, CameraDrifted)]
    assert drifts == [CameraDrift.SLIGHT, CameraDrift.AWAY]
    seen(province, at=("Bục",))
    assert main_camera(province).drift is None
    province.check_replay()


def test_what_does_not_tell_its_place_or_moves_by_our_order_has_not_drifted() -> None:
    province = at_podium_preset()
    seen(province, at=None)
    assert main_camera(province).drift is None
    province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset="Toàn cảnh"), command_id="on")
    seen(province, at=())
    assert main_camera(province).drift is None
    province.tell(CameraReported(request_id="on", arrived=True))
    province.ask(DriveCamera(site=MAIN_SITE, camera="main", pan=10), command_id="hand")
    province.wait_ms(2000)
    seen(province, at=())
    assert main_camera(province).drift is None


def test_a_site_on_deck_whose_camera_left_its_preset_is_no_longer_good() -> None:
    province = with_hall()
    province.ask(PutOnDeck(site="s001"))
    assert province.views["on_deck"].preset_ok is True
    left = CameraFacts(camera="hall", presets=PRESETS, podium_preset="Bục", stands_at=("Toàn cảnh",))
    province.say("s001", SiteCameraSeen(camera=left))
    province.wait_ms(300)
    assert province.views["on_deck"].preset_ok is False


# ---------------------------------------------------------------- presets


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (SavePreset(site=MAIN_SITE, camera="main", preset="toàn  cảnh", overwrite=True), Reason.PRESET_PROTECTED),
        (RenamePreset(site=MAIN_SITE, camera="main", preset="Toàn cảnh", name="Rộng"), Reason.PRESET_PROTECTED),
        (DeletePreset(site=MAIN_SITE, camera="main", preset="Toàn cảnh"), Reason.PRESET_PROTECTED),
        (RestorePreset(site=MAIN_SITE, camera="main", preset="Toàn cảnh"), Reason.PRESET_PROTECTED),
        (PlacePreset(site=MAIN_SITE, camera="main", preset="Sân", place=1), Reason.UNKNOWN_PRESET),
        (MarkPreset(site=MAIN_SITE, camera="main", preset="Sân"), Reason.UNKNOWN_PRESET),
        (RecalibrateCamera(site=MAIN_SITE, camera="roof"), Reason.UNKNOWN_CAMERA),
        (FocusCamera(site=MAIN_SITE, camera="roof"), Reason.UNKNOWN_CAMERA),
    ],
)
def test_what_may_not_be_done_with_a_preset_is_refused_with_its_reason(command: AnyCommand, reason: Reason) -> None:
    province = with_main()
    receipt = province.ask(command)
    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, reason)


@pytest.mark.parametrize(
    ("command", "wish"),
    [
        (PlacePreset(site=MAIN_SITE, camera="main", preset="Toàn cảnh", place=1), Place(preset="Toàn cảnh", place=1)),
        (
            MarkPreset(site=MAIN_SITE, camera="main", preset="Bục", protected=True, role=PresetRole.WIDE),
            Mark(preset="Bục", protected=True, role=PresetRole.WIDE),
        ),
        (RecalibrateCamera(site=MAIN_SITE, camera="main"), Recalibrate()),
        (FocusCamera(site=MAIN_SITE, camera="main"), FocusByItself()),
        (SwitchOnCamera(site=MAIN_SITE, camera="main"), SwitchOn()),
    ],
)
def test_the_other_wishes_go_to_the_driver_and_end_once(command: AnyCommand, wish: object) -> None:
    province = with_main()
    province.ask(command, command_id="it")
    assert [effect.wish for effect in province.effects if isinstance(effect, AskCamera)] == [wish]
    province.tell(CameraReported(request_id="it", arrived=True))
    assert province.receipt("it").outcome is Outcome.DONE
    province.check_replay()


def test_a_camera_that_was_woken_has_no_failure_left() -> None:
    province = with_main()
    province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset="Bục"), command_id="asleep")
    province.tell(CameraReported(request_id="asleep", arrived=False, reason=Reason.CAMERA_STANDBY))
    assert main_camera(province).failure is Reason.CAMERA_STANDBY
    province.ask(SwitchOnCamera(site=MAIN_SITE, camera="main"), command_id="wake")
    province.tell(CameraReported(request_id="wake", arrived=True))
    assert main_camera(province).failure is None


def test_a_camera_that_is_taken_out_of_the_list_is_gone_with_what_was_known_of_it() -> None:
    province = with_main()
    province.say("s001", SiteCameraSeen(camera=HALL))
    province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset="Bục"), command_id="late")
    province.tell(CameraReported(request_id="late", arrived=False, reason=Reason.CAMERA_CHANGED))
    assert province.receipt("late").reason is Reason.CAMERA_CHANGED
    province.ask(DriveCamera(site=MAIN_SITE, camera="main", pan=20), command_id="drive")
    province.tell(CamerasRead(cameras=(MAIN, CameraFacts(camera="desk"))))
    assert province.state.drives
    assert "camera/desk" in province.views
    province.tell(CamerasRead(cameras=(CameraFacts(camera="desk"),)))
    assert "camera/main" not in province.views
    assert not province.state.drives
    assert not province.state.camera_failures
    assert province.ask(FocusCamera(site=MAIN_SITE, camera="main")).reason is Reason.UNKNOWN_CAMERA
    province.say("s001", SiteCamerasListed(cameras=("hall",)))
    assert "camera/s001/hall" in province.views
    province.say("s001", SiteCamerasListed(cameras=()))
    assert "camera/s001/hall" not in province.views
    province.check_replay()


def test_the_profile_may_leave_a_sites_presets_to_its_technician() -> None:
    province = with_hall(Rules(operator_saves_at_sites=False))
    theirs = province.ask(SavePreset(site="s001", camera="hall", preset="Bàn đầu"))
    assert (theirs.outcome, theirs.reason) == (Outcome.REFUSED, Reason.PRESETS_ARE_THE_SITES)
    province.ask(RecallPreset(site="s001", camera="hall", preset="Toàn cảnh"))
    assert recalls(province) == ["Toàn cảnh"]


# ---------------------------------------------------------------- the program's own moves


def test_for_twenty_seconds_after_a_hand_the_program_leaves_a_camera_alone() -> None:
    province = with_hall()
    province.ask(RecallPreset(site="s001", camera="hall", preset="Toàn cảnh"))
    province.ask(PutOnDeck(site="s001"))
    province.wait_ms(19_000)
    assert recalls(province) == ["Toàn cảnh"]
    province.wait_ms(2000)
    assert recalls(province) == ["Toàn cảnh", "Bục"]


def test_a_site_that_was_framed_by_hand_goes_to_the_podium_as_it_stands() -> None:
    province = with_hall()
    province.ask(RecallPreset(site="s001", camera="hall", preset="Toàn cảnh"))
    province.ask(BringToPodium(site="s001"))
    assert recalls(province) == ["Toàn cảnh"]
    assert province.views["podium"].site == "s001"


def test_a_preset_to_which_the_program_went_is_held_for_three_seconds() -> None:
    province = with_hall()
    province.ask(PutOnDeck(site="s001"))
    province.ask(TakeOffDeck())
    province.wait_ms(600)
    wide = CameraFacts(camera="hall", presets=PRESETS, podium_preset="Toàn cảnh")
    province.say("s001", SiteCameraSeen(camera=wide))
    province.ask(PutOnDeck(site="s001"))
    assert recalls(province) == ["Bục"]
    province.wait_ms(3000)
    assert recalls(province) == ["Bục", "Toàn cảnh"]


def test_what_goes_to_and_fro_ends_at_the_wide_preset() -> None:
    province = with_hall()
    for number in range(4):
        wanted = ("Bục", "Bàn")[number % 2]
        facts = CameraFacts(camera="hall", presets=(*PRESETS, "Bàn"), podium_preset=wanted, wide_preset="Toàn cảnh")
        province.say("s001", SiteCameraSeen(camera=facts))
        province.ask(PutOnDeck(site="s001"))
        province.wait_ms(3500)
        province.ask(TakeOffDeck())
        province.wait_ms(600)
    assert recalls(province) == ["Bục", "Bàn", "Bục", "Toàn cảnh"]


# ---------------------------------------------------------------- the rehearsal of presets


def test_a_rehearsal_is_logged_with_what_it_found_and_not_done_on_air() -> None:
    province = with_main()
    province.ask(RehearsePresets(site=MAIN_SITE, camera="main"), command_id="all")
    assert [effect.wish for effect in province.effects if isinstance(effect, AskCamera)] == [Rehearse()]
    trials = (
        PresetTrial(preset="Bục", reason=Reason.CAMERA_ELSEWHERE),
        PresetTrial(preset="Toàn cảnh", looks_alike=False),
    )
    province.tell(CameraSeen(camera=CameraFacts(camera="main", presets=PRESETS, rehearsed=trials)))
    province.wait_ms(30_000)
    assert province.receipt("all") is None, "every preset has its time"
    province.tell(CameraReported(request_id="all", arrived=True))
    (found,) = [line.entry for line in province.lines if isinstance(line.entry, PresetsRehearsed)]
    assert (found.tried, found.missed, found.changed) == (2, ("Bục",), ("Toàn cảnh",))
    assert main_camera(province).rehearsed == trials
    province.check_replay()
    on_air = meeting()
    on_air.tell(CamerasRead(cameras=(MAIN,)))
    assert on_air.ask(RehearsePresets(site=MAIN_SITE, camera="main")).reason is Reason.CAMERA_ON_AIR


# ---------------------------------------------------------------- under cover


def covered() -> Province:
    province = with_hall()
    province.ask(BringToPodium(site="s001"))
    province.wait_ms(1000)
    assert province.views["podium"].slots == ("s001",)
    province.sites["s001"].camera_answers = False
    province.sites["s001"].heard.clear()
    return province


def test_a_camera_on_air_moves_while_everybody_sees_the_main_endpoint() -> None:
    province = covered()
    refused = province.ask(RecallPreset(site="s001", camera="hall", preset="Toàn cảnh"))
    assert refused.reason is Reason.CAMERA_ON_AIR
    province.ask(RecallPreset(site="s001", camera="hall", preset="Toàn cảnh", cover=True), command_id="go")
    assert province.views["podium"].slots == (MAIN_SITE,)
    province.wait_ms(600)
    assert recalls(province) == ["Toàn cảnh"]
    province.say("s001", SitePresetReported(request_id="go", arrived=True))
    assert province.receipt("go").outcome is Outcome.DONE
    assert province.views["podium"].slots == ("s001",)
    province.check_replay()


def test_a_cover_ends_after_its_time_whatever_the_camera_does() -> None:
    province = covered()
    province.ask(RecallPreset(site="s001", camera="hall", preset="Toàn cảnh", cover=True), command_id="go")
    province.wait_ms(5900)
    assert province.views["podium"].slots == (MAIN_SITE,)
    province.wait_ms(200)
    assert province.views["podium"].slots == ("s001",)


def test_the_main_endpoints_own_camera_has_no_cover() -> None:
    province = meeting()
    province.tell(CamerasRead(cameras=(MAIN,)))
    receipt = province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset="Bục", cover=True))
    assert receipt.reason is Reason.CAMERA_ON_AIR
