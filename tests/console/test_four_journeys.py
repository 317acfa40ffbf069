"""The four journeys of the architecture, each from its first message to the last."""

from msgspec.structs import replace

from console.cameras.camera_facts import CameraFacts
from console.commands import MuteAll, RecallPreset, UnmuteSite
from console.effects import MoveCamera, WriteSamples
from console.engine_port import ConnectionKind
from console.events import CameraReported, CamerasRead
from console.rules import Rules
from console.sites.site_messages import (
    AskFloor,
    Hello,
    MicrophoneReported,
    RecallSitePreset,
    SetMicrophone,
    ShowPlace,
    SitePresetReported,
)
from console.snapshot import LineQuality
from console.words import MAIN_SITE, Outcome, Reason
from tests.console.province import Province, meeting


def test_journey_a_statistics_sample() -> None:
    province = meeting()
    before = len(province.lines)
    province.wait_ms(14_000)
    rows = [effect for effect in province.effects if isinstance(effect, WriteSamples)]
    assert [len(effect.rows) for effect in rows] == [4, 4]
    assert all(point.kilobits is not None for effect in rows for point in effect.points)
    view = province.views["site/s001"]
    assert view.line.quality is LineQuality.GOOD
    assert len(province.lines) == before


def test_journey_a_floor_request() -> None:
    province = meeting()
    province.say("s002", AskFloor(note="ý kiến"))
    assert province.views["floor"].requests[0].site == "s002"
    assert province.views["site/s002"].queue_place == 1
    assert province.sites["s002"].last(ShowPlace).queue_place == 1
    asked = [line for line in province.lines if line.actor is not None and line.actor.site == "s002"]
    assert [type(line.entry).__name__ for line in asked] == ["CommandAsked", "FloorRequested", "CommandEnded"]


def test_journey_mute_all_with_one_stuck_site_and_one_late_joiner() -> None:
    province = meeting(satellites=4)
    province.leave("s004")
    province.ask(UnmuteSite(site="s001"))
    province.sites["s003"].obeys = False
    province.ask(MuteAll(), command_id="mute")
    assert province.gates == (MAIN_SITE,)
    assert province.receipt("mute") is None
    late = province.join("s004", open=True)
    assert not late.open
    province.wait_ms(2000)
    receipt = province.receipt("mute")
    assert (receipt.outcome, receipt.confirmed, receipt.unconfirmed) == (Outcome.PARTLY, ("s001", "s002"), ("s003",))
    silence = province.views["silence"]
    assert (silence.confirmed, silence.wanted, silence.unconfirmed) == (3, 4, ("s003",))
    stuck = province.sites["s003"]
    province.say("s003", MicrophoneReported(open=False, order=stuck.last(SetMicrophone).order))
    assert province.views["silence"].confirmed == 4
    assert len(province.receipts["mute"]) == 1


def test_journey_a_preset_recall_whose_camera_never_completes() -> None:
    province = meeting(rules=Rules(preset_limit_ms=8000))
    province.tell(CamerasRead(cameras=(CameraFacts(camera="main", presets=("Bục", "Toàn cảnh")),)))
    recall = RecallPreset(site=MAIN_SITE, camera="main", preset="Bục", override_on_air=True)
    effects = province.tell_command(recall)
    move = next(effect for effect in effects if isinstance(effect, MoveCamera))
    assert province.views["camera/main"].moving
    province.wait_ms(7999)
    assert province.receipt(move.request_id) is None
    province.wait_ms(1)
    receipt = province.receipt(move.request_id)
    assert (receipt.outcome, receipt.reason) == (Outcome.FAILED, Reason.TIMEOUT)
    view = province.views["camera/main"]
    assert (view.moving, view.failure, view.current) == (False, Reason.TIMEOUT, None)
    late = CameraReported(request_id=move.request_id, arrived=True)
    province.tell(late)
    assert len(province.receipts[move.request_id]) == 1


# ---------------------------------------------------------------- the preset's other ends


def with_camera() -> Province:
    province = meeting()
    province.tell(CamerasRead(cameras=(CameraFacts(camera="main", presets=("Bục",)),)))
    return province


def test_no_preset_moves_the_camera_that_is_on_air_unless_overridden() -> None:
    province = with_camera()
    recall = RecallPreset(site=MAIN_SITE, camera="main", preset="Bục")
    assert province.ask(recall).reason is Reason.CAMERA_ON_AIR
    province.ask(replace(recall, override_on_air=True), command_id="go")
    province.tell(CameraReported(request_id="go", arrived=True))
    assert province.receipt("go").outcome is Outcome.DONE
    assert province.views["camera/main"].current == "Bục"
    province.check_replay()


def test_unknown_presets_and_sites_without_control_are_refused() -> None:
    province = with_camera()
    wrong = RecallPreset(site=MAIN_SITE, camera="main", preset="Sân", override_on_air=True)
    assert province.ask(wrong).reason is Reason.UNKNOWN_PRESET
    assert province.ask(RecallPreset(site="s001", camera="c", preset="p")).reason is Reason.UNKNOWN_PRESET
    province.leave("s002")
    province.join("s002", ConnectionKind.DEVICE)
    assert province.ask(RecallPreset(site="s002", camera="c", preset="p")).reason is Reason.SITE_HAS_NO_CONTROL


def test_a_sites_own_preset_is_answered_by_the_site() -> None:
    province = with_camera()
    province.say("s001", Hello(program="satellite", version="1", has_presets=True))
    province.ask(RecallPreset(site="s001", camera="c", preset="p"), command_id="theirs")
    assert province.sites["s001"].last(RecallSitePreset).preset == "p"
    province.say("s002", SitePresetReported(request_id="theirs", arrived=True))
    assert province.receipt("theirs") is None
    province.say("s001", SitePresetReported(request_id="theirs", arrived=False, reason=Reason.CAMERA_FAILED))
    assert province.receipt("theirs").reason is Reason.CAMERA_FAILED


def test_a_forgotten_microphone_is_named_after_its_seconds_and_cleared_by_silence() -> None:
    province = meeting()
    province.ask(UnmuteSite(site="s001"))
    province.wait_ms(4500)
    assert province.views["site/s001"].microphone.forgotten_since_ms is None
    province.wait_ms(2500)
    assert province.views["site/s001"].microphone.forgotten_since_ms is not None
    assert province.kinds().count("ForgottenMicrophoneSeen") == 1
    province.ask(MuteAll())
    assert province.views["site/s001"].microphone.forgotten_since_ms is None
