"""The standing order: bridge first, then sites; receipts; late joiners; what lifts it."""

import pytest

from console.commands import (
    LiftSafeStop,
    LiftSilence,
    ListenToSite,
    MuteAll,
    MuteSite,
    PutOnDeck,
    SafeStop,
    StartSession,
    UnmuteSite,
)
from console.effects import SendToSite, WriteLog
from console.engine_port import ConnectionKind, GatesApplied, SetGates, SoundObserved
from console.rules import Rules
from console.sites.site_messages import MicrophoneReported, OpenMicrophoneTried, SetMicrophone
from console.snapshot import Fact
from console.words import MAIN_SITE, Answer, Outcome, Reason, SessionKind, WhoOpens
from tests.console.province import Province, meeting


def test_a_session_begins_silent_with_only_the_main_endpoint_in_the_mix() -> None:
    province = meeting()
    assert province.gates == (MAIN_SITE,)
    assert province.views["silence"].in_force


def test_mute_all_closes_the_gates_before_the_log_and_before_any_site_is_told() -> None:
    province = meeting()
    province.ask(UnmuteSite(site="s001"))
    assert province.gates == (MAIN_SITE, "s001")
    effects = province.tell_command(MuteAll())
    assert isinstance(effects[0], SetGates)
    assert effects[0].open_sites == (MAIN_SITE,)
    first_log = next(i for i, effect in enumerate(effects) if isinstance(effect, WriteLog))
    first_site = next(i for i, effect in enumerate(effects) if isinstance(effect, SendToSite))
    assert 0 < first_log < first_site


def test_mute_all_is_done_when_every_site_reported_closed() -> None:
    province = meeting()
    receipt = province.ask(MuteAll())
    assert receipt is not None
    assert receipt.outcome is Outcome.DONE
    assert receipt.confirmed == ("s001", "s002", "s003")


def test_a_report_with_an_old_order_confirms_nothing() -> None:
    province = meeting()
    stuck = province.sites["s002"]
    stuck.obeys = False
    assert province.ask(MuteAll()) is None
    province.say("s002", MicrophoneReported(open=False, order=stuck.order))
    assert province.views["silence"].unconfirmed == ("s002",)
    province.wait_ms(2000)
    receipt = province.receipt(f"c{province.asked}")
    assert receipt is not None
    assert (receipt.outcome, receipt.unconfirmed) == (Outcome.PARTLY, ("s002",))
    order = stuck.last(SetMicrophone).order
    province.say("s002", MicrophoneReported(open=False, order=order))
    assert province.views["silence"].unconfirmed == ()


@pytest.mark.parametrize("answer", [Answer.TIMEOUT, Answer.REJECTED, Answer.UNSUPPORTED])
def test_a_site_whose_gate_the_engine_does_not_confirm_is_named_whatever_it_says_itself(answer: Answer) -> None:
    province = meeting()
    province.gate_answers = (("s002", answer),)
    assert province.ask(MuteAll(), command_id="mute") is None
    assert not province.sites["s002"].open
    assert province.views["silence"].unconfirmed == ("s002",)
    assert province.views["site/s002"].microphone.commanded_answer is answer
    assert province.views["site/s001"].microphone.commanded_answer is Answer.CONFIRMED
    province.wait_ms(2000)
    receipt = province.receipt("mute")
    assert (receipt.outcome, receipt.reason) == (Outcome.PARTLY, Reason.GATE_UNCERTAIN)
    assert (receipt.confirmed, receipt.unconfirmed) == (("s001", "s003"), ("s002",))


def test_an_engine_that_answers_late_confirms_late() -> None:
    province = meeting()
    province.gate_answers = (("s002", Answer.TIMEOUT),)
    province.ask(MuteAll(), command_id="mute")
    engine = province.state.engine
    province.tell(GatesApplied(at_ms=province.ms, epoch=engine.gates_epoch, open_sites=(MAIN_SITE,)))
    assert province.receipt("mute").outcome is Outcome.DONE


def test_an_assumed_gate_counts_where_the_site_itself_reports_closed_and_nowhere_else() -> None:
    province = meeting()
    province.leave("s003")
    province.join("s003", ConnectionKind.DEVICE)
    province.gate_answers = (("s002", Answer.ASSUMED), ("s003", Answer.ASSUMED))
    province.ask(MuteAll(), command_id="mute")
    province.wait_ms(2000)
    assert province.receipt("mute").confirmed == ("s001", "s002")
    assert province.receipt("mute").unconfirmed == ("s003",)


def test_the_engines_answer_to_an_opening_is_shown() -> None:
    province = meeting()
    province.gate_answers = (("s001", Answer.REJECTED),)
    province.ask(UnmuteSite(site="s001"))
    assert province.views["site/s001"].microphone.commanded_answer is Answer.REJECTED
    province.leave("s001")
    assert province.views["site/s001"].microphone.commanded_answer is None


def test_those_excepted_who_are_heard_stay_heard_and_closed_ones_may_open() -> None:
    province = meeting()
    province.ask(UnmuteSite(site="s001"))
    province.ask(MuteAll(except_sites=("s001", "s002")))
    assert province.gates == (MAIN_SITE, "s001"), "s002 may open, but has not"
    assert province.sites["s001"].open
    told = province.sites["s002"].last(SetMicrophone)
    assert (told.open, told.may_open) == (False, True)
    assert province.views["silence"].except_sites == ("s001", "s002")


def test_a_late_joiner_is_held_to_the_order() -> None:
    province = meeting()
    province.leave("s003")
    receipt = province.ask(MuteAll())
    assert receipt is not None
    assert receipt.confirmed == ("s001", "s002")
    late = province.join("s003", open=True)
    assert not late.open
    assert late.last(SetMicrophone).reason is Reason.STANDING_ORDER
    assert "s003" not in province.gates


def test_a_device_without_control_is_silenced_by_the_engine_alone() -> None:
    province = meeting()
    province.leave("s003")
    device = province.join("s003", ConnectionKind.DEVICE)
    province.ask(UnmuteSite(site="s003"))
    assert "s003" in province.gates
    receipt = province.ask(MuteAll())
    assert receipt is not None
    assert receipt.outcome is Outcome.DONE
    assert "s003" in receipt.confirmed
    assert "s003" not in province.gates
    assert device.heard == []
    assert not province.views["site/s003"].controllable


def test_a_new_engine_gets_its_gates_before_anything_else() -> None:
    province = meeting()
    effects = province.engine_up(incarnation=2)
    assert isinstance(effects[0], SetGates)
    assert effects[0].open_sites == ()
    province.join(MAIN_SITE)
    assert province.gates == (MAIN_SITE,)


def test_lifting_silence_lets_open_but_opens_nobody() -> None:
    province = meeting()
    province.ask(MuteSite(site="s002"))
    receipt = province.ask(LiftSilence())
    assert receipt is not None
    assert receipt.outcome is Outcome.DONE
    assert province.gates == (MAIN_SITE,)
    assert not any(site.open for site in province.sites.values() if site.site != MAIN_SITE)
    assert not province.views["silence"].in_force


def test_unmute_waits_for_the_log_and_says_when_it_goes_ahead_without() -> None:
    province = meeting()
    province.log_writes = False
    assert province.ask(UnmuteSite(site="s001")) is None
    assert province.gates == (MAIN_SITE,)
    province.wait_ms(199)
    assert province.gates == (MAIN_SITE,)
    province.wait_ms(1)
    assert province.gates == (MAIN_SITE, "s001")
    assert "LogFellBehind" in province.kinds()


def test_mute_all_makes_an_unmute_that_still_waits_void() -> None:
    province = meeting()
    province.log_writes = False
    province.ask(UnmuteSite(site="s001"), command_id="unmute")
    province.ask(MuteAll())
    province.wait_ms(3000)
    assert province.gates == (MAIN_SITE,)
    assert province.receipt("unmute").outcome is Outcome.SUPERSEDED


def test_where_the_technician_opens_unmute_is_a_right_and_no_order() -> None:
    province = meeting(rules=Rules(who_opens=WhoOpens.SITE_TECHNICIAN))
    receipt = province.ask(UnmuteSite(site="s001"))
    assert receipt is not None
    told = province.sites["s001"].last(SetMicrophone)
    assert (told.open, told.may_open) == (False, True)
    assert "s001" not in province.gates
    province.say("s001", MicrophoneReported(open=True, order=told.order))
    assert "s001" in province.gates
    province.say("s001", MicrophoneReported(open=False, order=told.order))
    assert "s001" not in province.gates


@pytest.mark.parametrize("listen", [PutOnDeck(site="s001"), ListenToSite(site="s001")])
def test_a_listen_of_the_bridge_alone_is_heard_by_nobody_although_the_site_may_open(
    listen: PutOnDeck | ListenToSite,
) -> None:
    province = meeting()
    province.ask(LiftSilence())
    province.ask(listen)
    assert province.sites["s001"].sounds
    assert not province.sites["s001"].open
    assert province.gates == (MAIN_SITE,)


def test_an_open_microphone_against_the_order_is_named_once_and_stays_out_of_the_mix() -> None:
    province = meeting()
    site = province.sites["s001"]
    province.say("s001", MicrophoneReported(open=True, order=site.order))
    province.say("s001", MicrophoneReported(open=True, order=site.order))
    assert province.views["site/s001"].microphone.violation
    assert province.kinds().count("ViolationSeen") == 1
    assert province.gates == (MAIN_SITE,)


def test_sound_after_the_order_has_its_grace_and_is_then_a_violation() -> None:
    province = meeting()
    province.wait_ms(3000)
    province.ask(MuteAll())
    province.tell(SoundObserved(at_ms=province.ms, site="s002", sounding=True, level_db=-20.0))
    assert not province.views["site/s002"].microphone.violation
    province.wait_ms(2000)
    assert province.views["site/s002"].microphone.violation


def test_a_technician_who_tries_is_told_again_why_not() -> None:
    province = meeting()
    site = province.sites["s001"]
    site.heard.clear()
    province.say("s001", OpenMicrophoneTried())
    assert site.last(SetMicrophone).reason is Reason.STANDING_ORDER
    assert "OpeningTried" in province.kinds()


def test_safe_stop_leaves_the_main_endpoint_alone_and_lifting_names_who_is_heard_again() -> None:
    province = meeting()
    province.ask(UnmuteSite(site="s002"))
    receipt = province.ask(SafeStop())
    assert receipt is not None
    assert receipt.outcome is Outcome.DONE
    assert province.gates == (MAIN_SITE,)
    assert not province.sites["s002"].open
    refused = province.ask(UnmuteSite(site="s001"))
    assert refused is not None
    assert refused.reason is Reason.SAFE_STOP_IN_FORCE
    lifted = province.ask(LiftSafeStop())
    assert lifted is not None
    assert lifted.confirmed == ("s002",)
    assert province.gates == (MAIN_SITE, "s002")
    assert province.sites["s002"].open


def test_the_main_endpoint_cannot_be_muted() -> None:
    receipt = meeting().ask(MuteSite(site=MAIN_SITE))
    assert receipt is not None
    assert receipt.reason is Reason.MAIN_ENDPOINT_NEEDED


def test_without_a_session_nobody_is_heard() -> None:
    province = Province(2)
    province.engine_up()
    province.join(MAIN_SITE)
    province.join("s001")
    assert province.gates == ()
    assert province.ask(UnmuteSite(site="s001")).reason is Reason.NO_SESSION


def test_three_facts_stand_apart() -> None:
    province = meeting()
    site = province.sites["s001"]
    province.say("s001", MicrophoneReported(open=True, order=site.order))
    province.tell(SoundObserved(at_ms=province.ms, site="s001", sounding=None))
    microphone = province.views["site/s001"].microphone
    assert (microphone.commanded, microphone.reported, microphone.observed) == (Fact.CLOSED, Fact.OPEN, Fact.UNKNOWN)
    province.leave("s001")
    microphone = province.views["site/s001"].microphone
    assert (microphone.commanded, microphone.reported) == (Fact.CLOSED, Fact.UNKNOWN)


def test_a_restarted_bridge_holds_the_order_before_anybody_is_heard() -> None:
    province = meeting()
    province.ask(UnmuteSite(site="s001"))
    province.ask(MuteAll())
    again = Province(3, restored=tuple(province.lines))
    assert again.state.durable.silence.in_force
    effects = again.engine_up()
    assert isinstance(effects[0], SetGates)
    late = again.join("s001", open=True)
    assert not late.open
    assert again.gates == ()
    assert again.state.durable.session == province.state.durable.session


def test_a_new_session_starts_with_line_one_and_the_old_order_does_not_come_back() -> None:
    province = meeting()
    from console.commands import EndSession

    province.ask(EndSession())
    assert province.gates == ()
    province.wait_ms(600)
    province.ask(StartSession(kind=SessionKind.TEST))
    assert [line.number for line in province.lines if line.number == 1] == [1, 1]
    province.check_replay()
    site = province.sites["s001"]
    orders = [message.order for message in site.heard if isinstance(message, SetMicrophone)]
    assert orders == sorted(orders)


def test_a_hanging_site_is_unconfirmed_and_no_violation() -> None:
    province = meeting()
    province.ask(UnmuteSite(site="s001"))
    province.sites["s001"].obeys = False
    province.ask(MuteAll())
    province.wait_ms(5000)
    assert province.views["silence"].unconfirmed == ("s001",)
    assert not province.views["site/s001"].microphone.violation
    province.say("s001", MicrophoneReported(open=True, order=province.sites["s001"].order))
    assert province.views["site/s001"].microphone.violation
