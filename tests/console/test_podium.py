"""The podium transaction: check, act, verify, or roll back; and "back"."""

import pytest

from console.commands import (
    BringToPodium,
    FinishSpeech,
    GiveReady,
    MuteAll,
    MuteSite,
    PutOnDeck,
    SafeStop,
    SetLayout,
    UnmuteSite,
)
from console.effects import SendToSite
from console.engine_port import ConnectionKind, SetGates, SetProgram, SoundDecoded
from console.entries import PodiumVerified, PreflightEnded
from console.rules import Rules
from console.sites.site_messages import MicrophoneReported, SetListen, SetMicrophone, SetRung, ShowPlace
from console.words import MAIN_SITE, Layout, Outcome, PodiumPhase, Reason, Role, Rung, WhoOpens
from tests.console.province import OPERATOR, Province, meeting, technician

TECHNICIAN_OPENS = Rules(who_opens=WhoOpens.SITE_TECHNICIAN)


def bring(province: Province, site: str) -> str:
    province.wait_ms(600)
    province.ask(BringToPodium(site=site), command_id=f"bring-{site}-{province.ms}")
    return f"bring-{site}-{province.ms}"


def test_a_site_comes_to_the_podium_and_the_connection_time_covers_both_ways() -> None:
    province = meeting()
    receipt = province.receipt(bring(province, "s001"))
    assert receipt is not None
    assert receipt.outcome is Outcome.DONE
    assert province.gates == (MAIN_SITE, "s001")
    assert province.program is not None
    assert (province.program.slots, province.program.return_site) == (("s001",), MAIN_SITE)
    assert province.program.name_text == "Xã 1"
    assert receipt.facts.keys() >= {"frame_ms", "sound_ms", "site_frame_ms", "site_sound_ms", "connection_ms"}
    verified = next(line.entry for line in province.lines if isinstance(line.entry, PodiumVerified))
    assert verified.connection_ms == receipt.facts["connection_ms"]
    assert province.views["podium"].phase is PodiumPhase.ON_AIR


def test_the_picture_is_raised_with_the_click_and_the_gate_waits_for_the_line() -> None:
    province = meeting()
    province.ask(PutOnDeck(site="s001"))
    province.wait_ms(3000)
    province.log_writes = False
    effects = province.tell_command(BringToPodium(site="s001"))
    rungs = [effect.message for effect in effects if isinstance(effect, SendToSite)]
    assert any(isinstance(message, SetRung) and message.rung is Rung.PODIUM for message in rungs)
    assert not any(isinstance(effect, SetGates | SetProgram) for effect in effects)
    assert province.views["podium"].phase is PodiumPhase.WAITING_FOR_LOG
    province.wait_ms(200)
    assert province.gates == (MAIN_SITE, "s001")
    assert "LogFellBehind" in province.kinds()


def test_on_deck_is_checked_all_the_time_and_needs_no_second_preflight() -> None:
    province = meeting()
    province.ask(PutOnDeck(site="s001"))
    site = province.sites["s001"]
    assert site.last(SetListen).listening
    assert site.last(ShowPlace).on_deck
    assert site.rung is Rung.ON_DECK
    province.wait_ms(3000)
    view = province.views["on_deck"]
    assert (view.picture_ok, view.sound_ok, view.line_ok) == (True, True, True)
    checks = [line.entry for line in province.lines if isinstance(line.entry, PreflightEnded)]
    assert [check.passed for check in checks] == [True]
    receipt = province.receipt(bring(province, "s001"))
    assert receipt is not None
    assert receipt.facts["preflight_ms"] == 0
    assert not site.last(SetListen).listening
    assert province.views["on_deck"].site is None


def test_ready_is_given_by_the_site_on_deck_alone() -> None:
    province = meeting()
    province.ask(PutOnDeck(site="s001"))
    assert province.ask(GiveReady(site="s002"), technician("s002")).outcome is Outcome.REFUSED
    assert province.ask(GiveReady(site="s001"), technician("s002")).reason is Reason.NOT_ALLOWED
    assert province.ask(GiveReady(site="s001"), technician("s001")).outcome is Outcome.DONE
    assert province.views["site/s001"].ready


def test_a_bad_line_is_refused_before_anything_opens() -> None:
    province = meeting()
    province.sites["s001"].loss = 10
    province.wait_ms(3000)
    receipt = province.receipt(bring(province, "s001"))
    assert receipt is not None
    assert (receipt.outcome, receipt.reason) == (Outcome.FAILED, Reason.LINE_TOO_BAD)
    assert province.gates == (MAIN_SITE,)
    assert province.sites["s001"].rung is Rung.THUMBNAIL


def test_a_site_that_lets_nothing_be_heard_fails_the_preflight_in_time() -> None:
    province = meeting()
    province.sites["s001"].sends_sound = False
    bring_id = bring(province, "s001")
    assert province.views["podium"].phase is PodiumPhase.PREFLIGHT
    province.wait_ms(1500)
    receipt = province.receipt(bring_id)
    assert receipt is not None
    assert (receipt.outcome, receipt.reason) == (Outcome.FAILED, Reason.NO_SOUND_PATH)
    assert not province.sites["s001"].listening
    assert province.views["podium"].last_reason is Reason.NO_SOUND_PATH


def test_without_a_full_frame_everything_returns_to_the_previous_speaker() -> None:
    province = meeting()
    bring(province, "s001")
    province.sites["s002"].sends_picture = False
    bring_id = bring(province, "s002")
    run = province.state.run
    assert run is not None
    province.tell(SoundDecoded(at_ms=province.ms, request_id=run.watch_id, site="s002"))
    assert province.gates == (MAIN_SITE, "s002")
    province.wait_ms(3000)
    receipt = province.receipt(bring_id)
    assert receipt is not None
    assert (receipt.outcome, receipt.reason) == (Outcome.ROLLED_BACK, Reason.NO_FULL_FRAME)
    assert province.gates == (MAIN_SITE, "s001")
    assert province.program is not None
    assert province.program.slots == ("s001",)
    assert province.sites["s001"].open
    assert not province.sites["s002"].open
    province.check_replay()


def test_the_old_podium_keeps_its_picture_until_the_new_one_is_on_air() -> None:
    province = meeting()
    bring(province, "s001")
    province.sites["s002"].sends_picture = False
    bring(province, "s002")
    assert province.sites["s001"].rung is Rung.PODIUM
    province.wait_ms(1000)
    bring(province, "s003")
    assert province.sites["s001"].rung is Rung.THUMBNAIL


def test_where_the_technician_opens_silence_is_waited_for_and_no_fault() -> None:
    province = meeting(rules=TECHNICIAN_OPENS)
    receipt = province.receipt(bring(province, "s001"))
    assert receipt is not None
    assert receipt.outcome is Outcome.DONE
    site = province.sites["s001"]
    told = site.last(SetMicrophone)
    assert (told.open, told.may_open) == (False, True)
    province.wait_ms(10_000)
    assert province.views["podium"].phase is PodiumPhase.WAITING_FOR_SITE
    province.say("s001", MicrophoneReported(open=True, order=site.order))
    assert province.views["podium"].phase is PodiumPhase.ON_AIR
    province.check_replay()


def test_a_device_without_control_is_verified_at_whatever_size_it_sends() -> None:
    province = meeting()
    province.leave("s003")
    device = province.join("s003", ConnectionKind.DEVICE)
    receipt = province.receipt(bring(province, "s003"))
    assert receipt is not None
    assert receipt.outcome is Outcome.DONE
    assert device.heard == []
    assert province.gates == (MAIN_SITE, "s003")


def test_another_podium_act_makes_the_first_void() -> None:
    province = meeting()
    province.sites["s001"].sends_picture = False
    first = bring(province, "s001")
    second = bring(province, "s002")
    assert province.receipt(first).outcome is Outcome.SUPERSEDED
    assert province.receipt(second).outcome is Outcome.DONE
    assert province.gates == (MAIN_SITE, "s002")


@pytest.mark.parametrize("silencing", [MuteAll(), MuteSite(site="s001"), SafeStop()])
def test_silencing_wins_over_a_podium_act_on_its_way(silencing: MuteAll | MuteSite | SafeStop) -> None:
    province = meeting()
    province.log_writes = False
    bring_id = bring(province, "s001")
    province.ask(silencing)
    province.wait_ms(5000)
    assert province.gates == (MAIN_SITE,)
    assert province.receipt(bring_id).outcome is Outcome.SUPERSEDED


def test_a_site_lost_on_its_way_is_taken_back() -> None:
    province = meeting()
    province.sites["s001"].sends_picture = False
    bring_id = bring(province, "s001")
    province.leave("s001")
    assert province.receipt(bring_id).reason is Reason.SITE_LOST
    assert province.program is not None
    assert province.program.slots == (MAIN_SITE,)


def test_silencing_everybody_leaves_the_picture_and_the_site_can_be_opened_again() -> None:
    province = meeting()
    bring(province, "s001")
    province.ask(MuteAll())
    assert province.views["podium"].site == "s001"
    province.ask(UnmuteSite(site="s001"))
    assert province.gates == (MAIN_SITE, "s001")


def test_layouts_show_whom_they_name() -> None:
    province = meeting(satellites=5)
    bring(province, "s002")
    province.ask(SetLayout(layout=Layout.PODIUM_BESIDE_MAIN))
    assert province.program is not None
    assert province.program.slots == ("s002", MAIN_SITE)
    province.ask(SetLayout(layout=Layout.GRID_2X2))
    assert province.program.slots == (MAIN_SITE, "s002", "s001", "s003")
    province.leave("s001")
    assert province.program.slots == (MAIN_SITE, "s002", "s003", "s004")
    province.ask(SetLayout(layout=Layout.MAIN_ENDPOINT))
    assert province.program.slots == (MAIN_SITE,)
    assert province.gates == (MAIN_SITE, "s002")


def test_the_rung_is_ordered_again_until_the_size_is_seen() -> None:
    province = meeting()
    site = province.sites["s001"]
    site.sends_picture = False
    bring(province, "s001")
    site.heard.clear()
    province.wait_ms(900)
    assert sum(isinstance(message, SetRung) for message in site.heard) == 3


def test_a_podium_site_that_stays_away_gives_way_to_the_main_endpoint() -> None:
    province = meeting()
    bring(province, "s001")
    province.leave("s001")
    province.wait_ms(9900)
    assert province.views["podium"].site == "s001"
    province.wait_ms(200)
    assert province.views["podium"].site is None
    assert province.program is not None
    assert province.program.slots == (MAIN_SITE,)


def test_finishing_closes_the_microphone_and_shows_the_main_endpoint() -> None:
    province = meeting()
    bring(province, "s001")
    assert province.ask(FinishSpeech(), technician("s002")).reason is Reason.NOT_ALLOWED
    assert province.ask(FinishSpeech(), OPERATOR).outcome is Outcome.DONE
    assert province.gates == (MAIN_SITE,)
    assert not province.sites["s001"].open
    assert OPERATOR.role is Role.OPERATOR


def test_a_technician_whose_microphone_stays_open_is_not_waited_for() -> None:
    province = meeting(rules=TECHNICIAN_OPENS)
    province.ask(UnmuteSite(site="s001"))
    site = province.sites["s001"]
    site.open = True
    province.say("s001", site.report())
    bring(province, "s001")
    assert site.open
    assert province.views["podium"].phase is PodiumPhase.ON_AIR


def test_an_order_of_silence_ends_the_waiting() -> None:
    province = meeting(rules=TECHNICIAN_OPENS)
    bring(province, "s001")
    province.ask(MuteAll())
    assert province.views["podium"].phase is PodiumPhase.ON_AIR
    province.ask(UnmuteSite(site="s001"))
    assert province.views["podium"].phase is PodiumPhase.WAITING_FOR_SITE
