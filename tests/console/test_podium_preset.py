"""The preset that shows a site's speaker: recalled on deck or before the podium, off air, and waited for a little."""

from msgspec.structs import replace

from console.cameras.camera_facts import CameraFacts
from console.commands import BringToPodium, CommandRequest, PutOnDeck, RecallPreset, SetLayout, TakeOffDeck
from console.entries import CommandAsked
from console.podium.podium_preset import covers_move
from console.podium.podium_run import CueRun, PodiumRun
from console.rules import Rules
from console.sites.site_messages import (
    RecallSitePreset,
    ShowPlace,
    SiteCameraSeen,
    SiteCameraTouched,
    SitePresetReported,
)
from console.words import MAIN_SITE, Layout, Outcome, PodiumPhase, Reason, Role
from tests.console.province import OPERATOR, Province, SimulatedSite, meeting

CAMERA = CameraFacts(camera="hall", presets=("Bục", "Toàn cảnh"), podium_preset="Bục")


def with_camera(province: Province, site: str = "s001") -> SimulatedSite:
    own = province.sites[site]
    own.camera_answers = True
    province.say(site, SiteCameraSeen(camera=CAMERA))
    return own


def recalls(site: SimulatedSite) -> list[str]:
    return [message.preset for message in site.heard if isinstance(message, RecallSitePreset)]


def preset_ok(province: Province) -> bool | None:
    known: bool | None = province.views["on_deck"].preset_ok
    return known


def test_on_deck_recalls_the_preset_once_and_shows_that_the_camera_is_there() -> None:
    province = meeting()
    site = with_camera(province)
    province.ask(PutOnDeck(site="s001"))
    assert recalls(site) == ["Bục"]
    assert preset_ok(province) is True
    province.wait_ms(5000)
    assert recalls(site) == ["Bục"]
    asked = [
        line for line in province.lines if isinstance(line.entry, CommandAsked) and "recall-preset" in line.entry.what
    ]
    assert [line.actor.role for line in asked if line.actor is not None] == [Role.BRIDGE]
    province.check_replay()


def test_the_recall_waits_for_its_line() -> None:
    province = meeting()
    site = with_camera(province)
    province.log_writes = False
    province.ask(PutOnDeck(site="s001"))
    assert recalls(site) == []
    assert preset_ok(province) is None
    province.wait_ms(200)
    assert recalls(site) == ["Bục"]


def test_a_camera_that_fails_is_no_and_one_that_never_answers_is_not_known() -> None:
    province = meeting()
    with_camera(province).camera_fault = Reason.CAMERA_FAILED
    with_camera(province, "s002").camera_answers = False
    province.ask(PutOnDeck(site="s001"))
    assert preset_ok(province) is False
    province.ask(PutOnDeck(site="s002"))
    assert preset_ok(province) is None
    province.wait_ms(20_000)
    assert preset_ok(province) is None


def test_a_site_without_such_a_preset_keeps_its_camera_as_it_is() -> None:
    province = meeting()
    province.say("s001", SiteCameraSeen(camera=CameraFacts(camera="hall", presets=("Bục",))))
    province.ask(PutOnDeck(site="s001"))
    assert recalls(province.sites["s001"]) == []
    assert preset_ok(province) is None


def test_a_camera_that_is_brought_elsewhere_is_no_longer_there() -> None:
    province = meeting()
    with_camera(province)
    province.ask(PutOnDeck(site="s001"))
    province.ask(RecallPreset(site="s001", camera="hall", preset="Toàn cảnh"))
    assert preset_ok(province) is False


def test_a_site_that_comes_back_on_deck_is_asked_again() -> None:
    province = meeting()
    with_camera(province)
    province.ask(PutOnDeck(site="s001"))
    province.leave("s001")
    assert preset_ok(province) is None
    province.join("s001", camera_answers=True)
    site = with_camera(province)
    assert recalls(site) == ["Bục"]
    assert preset_ok(province) is True


def test_the_podium_uses_what_is_known_from_deck() -> None:
    province = meeting()
    site = with_camera(province)
    province.ask(PutOnDeck(site="s001"))
    province.wait_ms(3000)
    receipt = province.ask(BringToPodium(site="s001"))
    assert (receipt.outcome, receipt.reason) == (Outcome.DONE, None)
    assert receipt.facts["preflight_ms"] == 0
    assert "preset_ms" not in receipt.facts
    assert recalls(site) == ["Bục"]


def test_straight_to_the_podium_the_camera_moves_while_off_air() -> None:
    province = meeting()
    site = with_camera(province)
    site.camera_answers = False
    province.wait_ms(600)
    province.ask(BringToPodium(site="s001"), command_id="bring")
    assert recalls(site) == ["Bục"]
    province.move_ms(1200)
    assert province.views["podium"].phase is PodiumPhase.PREFLIGHT
    assert "s001" not in province.gates
    moved = site.last(RecallSitePreset)
    province.say("s001", SitePresetReported(request_id=moved.request_id, arrived=True))
    receipt = province.receipt("bring")
    assert (receipt.outcome, receipt.reason) == (Outcome.DONE, None)
    assert receipt.facts["preset_ms"] == 1200
    assert "s001" in province.gates


def test_a_camera_that_stays_away_keeps_nobody_from_the_podium() -> None:
    province = meeting()
    with_camera(province).camera_answers = False
    with_camera(province, "s002").camera_fault = Reason.CAMERA_FAILED
    province.wait_ms(600)
    province.ask(BringToPodium(site="s001"), command_id="bring")
    province.wait_ms(3900)
    assert province.receipt("bring") is None
    province.wait_ms(200)
    receipt = province.receipt("bring")
    assert (receipt.outcome, receipt.reason) == (Outcome.DONE, Reason.TIMEOUT)
    receipt = province.ask(BringToPodium(site="s002"))
    assert (receipt.outcome, receipt.reason) == (Outcome.DONE, Reason.CAMERA_FAILED)
    province.wait_ms(20_000)
    province.check_replay()


def test_a_camera_that_is_in_the_picture_already_does_not_move() -> None:
    province = meeting()
    site = with_camera(province)
    province.ask(SetLayout(layout=Layout.GRID_2X2))
    province.ask(PutOnDeck(site="s001"))
    assert recalls(site) == []
    assert preset_ok(province) is False


def test_off_deck_nothing_is_known_any_more() -> None:
    province = meeting()
    with_camera(province)
    province.ask(PutOnDeck(site="s001"))
    province.ask(TakeOffDeck())
    assert preset_ok(province) is None


def covering() -> tuple[Province, SimulatedSite]:
    """A meeting whose rules show the main endpoint while the camera of a called site moves."""
    province = meeting(rules=Rules(cover_podium_move=True))
    site = with_camera(province)
    site.camera_answers = False
    province.wait_ms(600)
    return province, site


def test_where_the_rules_cover_the_move_a_site_is_heard_at_once_and_seen_when_its_camera_has_arrived() -> None:
    province, site = covering()
    receipt = province.ask(BringToPodium(site="s001"))
    assert (receipt.outcome, receipt.reason) == (Outcome.DONE, None)
    assert "preset_ms" not in receipt.facts
    assert "s001" in province.gates
    assert province.views["podium"].slots == (MAIN_SITE,)
    assert province.views["camera/s001/hall"].covered
    moved = site.last(RecallSitePreset)
    province.say("s001", SitePresetReported(request_id=moved.request_id, arrived=True))
    assert province.views["podium"].slots == ("s001",)
    province.check_replay()


def test_a_covered_site_is_seen_after_six_seconds_wherever_its_camera_stands() -> None:
    province, _ = covering()
    province.ask(BringToPodium(site="s001"))
    province.wait_ms(5900)
    assert province.views["podium"].slots == (MAIN_SITE,)
    province.wait_ms(200)
    assert province.views["podium"].slots == ("s001",)


def test_in_a_grid_there_is_no_cover_and_the_camera_is_waited_for() -> None:
    province, _ = covering()
    province.ask(BringToPodium(site="s001"))
    cue = CueRun(number=1, layout=Layout.GRID_2X2)
    run = PodiumRun(
        request=CommandRequest(command_id="x", actor=OPERATOR, command=BringToPodium(site="s001")),
        site="s001", floor_request=None, cue=cue, phase=PodiumPhase.PREFLIGHT, started_ms=0, line=0,
        log_deadline_ms=0, phase_deadline_ms=0, watch_id="w", controllable=True, site_opens=False,
    )  # fmt: skip
    assert not covers_move(province.state, run)
    assert covers_move(province.state, replace(run, cue=None))


def test_a_site_is_told_how_long_its_technicians_own_move_keeps_the_program_away() -> None:
    assert meeting(rules=Rules(camera_hand_ms=45_000)).sites["s001"].last(ShowPlace).camera_hand_ms == 45_000


def test_a_technicians_own_move_keeps_the_program_from_that_camera_and_not_the_operator() -> None:
    province = meeting()
    site = with_camera(province)
    province.say("s001", SiteCameraTouched(camera="hall"))
    province.say("s001", SiteCameraTouched(camera="nobody's"))
    assert province.views["camera/s001/hall"].technician
    province.ask(PutOnDeck(site="s001"))
    province.wait_ms(19_000)
    assert recalls(site) == []
    province.wait_ms(2_000)
    assert not province.views["camera/s001/hall"].technician
    province.ask(TakeOffDeck())
    province.ask(PutOnDeck(site="s001"))
    assert set(recalls(site)) == {"Bục"}
    province.say("s001", SiteCameraTouched(camera="hall"))
    province.ask(RecallPreset(site="s001", camera="hall", preset="Toàn cảnh"))
    assert recalls(site)[-1] == "Toàn cảnh"
    assert not province.views["camera/s001/hall"].technician
