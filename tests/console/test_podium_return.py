"""One key back: what was before the last podium act, verified as the podium is, or taken back."""

import pytest

from console.commands import (
    BringToPodium,
    LiftSilence,
    MuteAll,
    MuteSite,
    ReturnToPrevious,
    SafeStop,
    SetLayout,
)
from console.effects import SendToSite
from console.engine_port import SetGates, SetProgram
from console.entries import PodiumVerified, ReturnRolledBack
from console.rules import Rules
from console.sites.site_messages import MicrophoneReported, ReportProgram, SetRung
from console.words import MAIN_SITE, Answer, Layout, Outcome, PodiumPhase, Reason, Rung, WhoOpens
from tests.console.province import Province, meeting


def bring(province: Province, *sites: str) -> None:
    for site in sites:
        province.wait_ms(600)
        assert province.ask(BringToPodium(site=site)).outcome is Outcome.DONE


def go_back(province: Province) -> str:
    province.wait_ms(600)
    command_id = f"back-{province.ms}"
    province.ask(ReturnToPrevious(), command_id=command_id)
    return command_id


def slots(province: Province) -> tuple[str, ...]:
    assert province.program is not None
    return province.program.slots


def test_back_returns_podium_layout_and_microphones() -> None:
    province = meeting()
    bring(province, "s001", "s002")
    assert province.receipt(go_back(province)).outcome is Outcome.DONE
    assert (province.gates, slots(province)) == ((MAIN_SITE, "s001"), ("s001",))
    assert province.receipt(go_back(province)).outcome is Outcome.DONE
    assert (province.gates, slots(province)) == ((MAIN_SITE,), (MAIN_SITE,))
    assert not province.views["podium"].can_return
    province.check_replay()


def test_the_connection_time_of_back_covers_both_ways_and_is_logged() -> None:
    province = meeting()
    bring(province, "s001", "s002")
    receipt = province.receipt(go_back(province))
    assert receipt.facts.keys() >= {"frame_ms", "sound_ms", "site_frame_ms", "site_sound_ms", "connection_ms"}
    verified = [line.entry for line in province.lines if isinstance(line.entry, PodiumVerified)]
    assert [entry.site for entry in verified] == ["s001", "s002", "s001"]
    assert verified[-1].connection_ms == receipt.facts["connection_ms"]
    assert province.sites["s001"].last(ReportProgram) is not None


def test_the_picture_is_raised_with_the_click_and_what_opens_waits_for_the_line() -> None:
    province = meeting()
    bring(province, "s001", "s002")
    province.wait_ms(600)
    province.log_writes = False
    effects = province.tell_command(ReturnToPrevious())
    rungs = [effect.message for effect in effects if isinstance(effect, SendToSite) and effect.site == "s001"]
    assert any(isinstance(message, SetRung) and message.rung is Rung.PODIUM for message in rungs)
    assert not any(isinstance(effect, SetGates | SetProgram) for effect in effects)
    province.wait_ms(200)
    assert province.gates == (MAIN_SITE, "s001")
    assert "LogFellBehind" in province.kinds()


@pytest.mark.parametrize("missing", ["picture", "sound", "program", "gate"])
def test_a_back_that_is_not_verified_is_taken_back(missing: str) -> None:
    province = meeting()
    bring(province, "s001", "s002")
    site = province.sites["s001"]
    site.sends_picture, site.sends_sound = missing != "picture", missing != "sound"
    province.shows_program = missing != "program"
    province.gate_answers = (("s001", Answer.REJECTED),) if missing == "gate" else ()
    command_id = go_back(province)
    assert province.receipt(command_id) is None
    province.wait_ms(3000)
    reasons = {
        "picture": Reason.NO_FULL_FRAME,
        "sound": Reason.NO_SOUND_PATH,
        "program": Reason.PROGRAM_NOT_SHOWN,
        "gate": Reason.GATE_UNCERTAIN,
    }
    receipt = province.receipt(command_id)
    assert (receipt.outcome, receipt.reason) == (Outcome.ROLLED_BACK, reasons[missing])
    assert slots(province) == ("s002",)
    assert province.sites["s002"].open
    assert not site.open
    assert [line.entry.site for line in province.lines if isinstance(line.entry, ReturnRolledBack)] == ["s001"]
    assert province.views["podium"].can_return
    province.check_replay()


def test_after_a_rollback_the_same_way_back_is_still_there() -> None:
    province = meeting()
    bring(province, "s001", "s002")
    province.sites["s001"].sends_picture = False
    go_back(province)
    province.wait_ms(3000)
    province.sites["s001"].sends_picture = True
    assert province.receipt(go_back(province)).outcome is Outcome.DONE
    assert slots(province) == ("s001",)


def test_a_return_to_the_main_endpoint_that_is_not_confirmed_is_said_and_opens_nobody() -> None:
    province = meeting()
    bring(province, "s001")
    province.shows_program = False
    command_id = go_back(province)
    province.wait_ms(3000)
    receipt = province.receipt(command_id)
    assert (receipt.outcome, receipt.reason) == (Outcome.FAILED, Reason.PROGRAM_NOT_SHOWN)
    assert (province.gates, slots(province)) == ((MAIN_SITE,), (MAIN_SITE,))
    assert not province.sites["s001"].open
    province.check_replay()


def test_a_site_that_is_gone_is_not_returned_to() -> None:
    province = meeting()
    bring(province, "s001", "s002")
    province.leave("s001")
    receipt = province.receipt(go_back(province))
    assert (receipt.outcome, receipt.reason) == (Outcome.FAILED, Reason.SITE_NOT_CONNECTED)
    assert slots(province) == ("s002",)


def test_back_does_not_open_against_an_order_given_later() -> None:
    province = meeting()
    bring(province, "s001", "s002")
    province.ask(MuteAll())
    assert province.receipt(go_back(province)).outcome is Outcome.DONE
    assert (province.gates, slots(province)) == ((MAIN_SITE,), ("s001",))
    assert not province.sites["s001"].listening


@pytest.mark.parametrize("silencing", [MuteAll(), MuteSite(site="s001"), SafeStop()])
def test_silencing_wins_over_a_return_on_its_way(silencing: MuteAll | MuteSite | SafeStop) -> None:
    province = meeting()
    bring(province, "s001", "s002")
    province.wait_ms(600)
    province.log_writes = False
    province.ask(ReturnToPrevious(), command_id="back")
    province.ask(silencing)
    province.wait_ms(5000)
    assert province.receipt("back").outcome is Outcome.SUPERSEDED
    assert "s001" not in province.gates
    province.check_replay()


def test_a_rollback_does_not_open_whom_an_order_closed_meanwhile() -> None:
    province = meeting()
    bring(province, "s001", "s002")
    province.sites["s001"].sends_picture = False
    go_back(province)
    province.ask(MuteSite(site="s002"))
    province.wait_ms(3000)
    assert slots(province) == ("s002",)
    assert province.gates == (MAIN_SITE,)
    assert not province.sites["s002"].open
    province.check_replay()


def test_back_to_a_site_whose_technician_opens_is_waited_for_again() -> None:
    province = meeting(rules=Rules(who_opens=WhoOpens.SITE_TECHNICIAN))
    bring(province, "s001")
    site = province.sites["s001"]
    site.open = True
    province.say("s001", site.report())
    assert province.views["podium"].phase is PodiumPhase.ON_AIR
    bring(province, "s002")
    assert not site.open
    assert province.receipt(go_back(province)).outcome is Outcome.DONE
    assert province.views["podium"].phase is PodiumPhase.WAITING_FOR_SITE
    province.say("s001", MicrophoneReported(open=True, order=site.order))
    assert province.views["podium"].phase is PodiumPhase.ON_AIR
    assert province.gates == (MAIN_SITE, "s001")
    province.check_replay()


def test_another_podium_act_makes_a_return_void() -> None:
    province = meeting()
    bring(province, "s001", "s002")
    province.sites["s001"].sends_picture = False
    command_id = go_back(province)
    bring(province, "s003")
    assert province.receipt(command_id).outcome is Outcome.SUPERSEDED
    assert (province.gates, slots(province)) == ((MAIN_SITE, "s003"), ("s003",))


def test_back_while_a_site_is_on_its_way_drops_that_act() -> None:
    province = meeting()
    province.ask(LiftSilence())
    bring(province, "s001")
    province.ask(SetLayout(layout=Layout.PODIUM_BESIDE_MAIN))
    province.sites["s002"].sends_sound = False
    province.wait_ms(600)
    province.ask(BringToPodium(site="s002"), command_id="bring")
    assert province.receipt(go_back(province)).outcome is Outcome.DONE
    assert province.receipt("bring").outcome is Outcome.SUPERSEDED
    assert slots(province) == ("s001", MAIN_SITE)
