"""The preset that shows a site's speaker: recalled on deck or before the podium, off air, and waited for a little."""

from console.cameras.camera_facts import CameraFacts
from console.commands import BringToPodium, PutOnDeck, RecallPreset, SetLayout, TakeOffDeck
from console.entries import CommandAsked
from console.sites.site_messages import RecallSitePreset, SiteCameraSeen, SitePresetReported
from console.words import Layout, Outcome, PodiumPhase, Reason, Role
from tests.console.province import Province, SimulatedSite, meeting

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
