"""Undo: the last act is taken back by its inverse, never more is opened than was open, nothing is undone twice."""

import pytest

from console.commands import (
    Actor,
    AnyCommand,
    BringToPodium,
    EndSession,
    FinishSpeech,
    LiftSilence,
    MoveFloorRequest,
    MuteAll,
    MuteSite,
    PutOnDeck,
    RequestFloor,
    SafeStop,
    SetGain,
    SetLayout,
    SkipFloor,
    TakeOffDeck,
    Undo,
    UnmuteSite,
)
from console.durable import Durable, microphone_order
from console.words import Layout, Origin, Outcome, Reason, Role
from tests.console.province import Province, meeting, technician

SITES = ("s001", "s002", "s003")


def heard(province: Province) -> tuple[str, ...]:
    return tuple(site for site in SITES if microphone_order(province.state.durable, site).heard)


def do(province: Province, command: AnyCommand) -> None:
    province.ask(command)
    province.wait_ms(1000)


def shape(durable: Durable) -> object:
    """What people see of the durable state, without order numbers and times."""
    return (
        tuple(request.request_id for request in durable.requests),
        durable.on_deck and durable.on_deck.site,
        durable.podium.site,
        durable.podium.layout,
        durable.gains_db,
        durable.safe_stop is not None,
    )


@pytest.mark.parametrize(
    "command",
    [
        MuteAll(),
        MuteAll(except_sites=("s003",)),
        LiftSilence(),
        MuteSite(site="s001"),
        UnmuteSite(site="s002"),
        PutOnDeck(site="s002"),
        PutOnDeck(site="s003"),
        TakeOffDeck(),
        SetLayout(layout=Layout.GRID_2X2),
        SafeStop(),
        SkipFloor(request_id="r1"),
        MoveFloorRequest(request_id="r1", position=1),
        SetGain(site="s001", gain_db=6),
    ],
    ids=str,
)
def test_undo_brings_back_what_was(command: AnyCommand) -> None:
    province = meeting()
    do(province, UnmuteSite(site="s001"))
    do(province, PutOnDeck(site="s003"))
    do(province, RequestFloor(site="s002"))
    do(province, RequestFloor(site="s001"))
    before, open_before = shape(province.state.durable), heard(province)
    do(province, command)
    changed = (shape(province.state.durable), heard(province)) != (before, open_before)
    if changed:
        receipt = province.ask(Undo())
        province.wait_ms(1000)
        assert receipt is None or receipt.outcome in (Outcome.DONE, Outcome.PARTLY)
    assert (shape(province.state.durable), heard(province)) == (before, open_before)
    province.check_replay()


def test_acts_are_taken_back_one_after_the_other() -> None:
    province = meeting()
    do(province, PutOnDeck(site="s001"))
    do(province, PutOnDeck(site="s002"))
    assert province.views["undo"].command["site"] == "s002"
    do(province, Undo())
    assert province.state.durable.on_deck is not None
    assert province.state.durable.on_deck.site == "s001"
    do(province, Undo())
    assert province.state.durable.on_deck is None
    assert province.views["undo"].command is None
    assert province.ask(Undo()).reason is Reason.NOTHING_TO_DO


def test_what_was_refused_or_changed_nothing_is_not_undone() -> None:
    province = meeting()
    do(province, PutOnDeck(site="s001"))
    do(province, PutOnDeck(site="s001"))
    do(province, PutOnDeck(site="nobody"))
    assert len(province.state.undo) == 1


def test_the_podium_is_taken_back_as_by_the_back_key() -> None:
    province = meeting()
    do(province, BringToPodium(site="s001"))
    assert province.state.durable.podium.site == "s001"
    assert province.views["undo"].opens
    do(province, Undo())
    assert province.state.durable.podium.site is None


def test_the_view_says_when_an_undo_opens_a_microphone() -> None:
    province = meeting()
    do(province, UnmuteSite(site="s001"))
    assert not province.views["undo"].opens
    do(province, MuteSite(site="s001"))
    assert province.views["undo"].opens
    do(province, Undo())
    assert heard(province) == ("s001",)


def test_a_finished_speech_cannot_be_taken_back_and_a_session_takes_its_steps_along() -> None:
    province = meeting()
    do(province, BringToPodium(site="s001"))
    steps = len(province.state.undo)
    do(province, FinishSpeech())
    assert len(province.state.undo) == steps
    do(province, EndSession())
    assert province.state.undo == ()
    assert province.state.undo_pending == {}


def test_a_site_may_not_undo() -> None:
    province = meeting()
    do(province, MuteAll())
    assert province.ask(Undo(), technician("s001")).reason is Reason.NOT_ALLOWED


def test_an_undo_takes_back_the_act_that_was_shown_and_no_other() -> None:
    province = meeting()
    do(province, PutOnDeck(site="s001"))
    shown = province.views["undo"].step
    do(province, SetGain(site="s002", gain_db=3))
    receipt = province.ask(Undo(expected=shown))
    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, Reason.UNDO_STEP_CHANGED)
    assert province.state.durable.gains_db == {"s002": 3}
    do(province, Undo(expected=province.views["undo"].step))
    assert province.state.durable.gains_db == {}
    do(province, Undo(expected=shown))
    assert province.state.durable.on_deck is None
    assert province.ask(Undo(expected=shown)).reason is Reason.UNDO_STEP_CHANGED
    province.check_replay()


def test_two_windows_that_undo_at_once_take_one_act_back() -> None:
    province = meeting()
    do(province, BringToPodium(site="s001"))
    do(province, BringToPodium(site="s002"))
    shown = province.views["undo"].step
    province.log_writes = False
    province.ask(Undo(expected=shown), command_id="one")
    other = Actor(person="Minh", role=Role.OPERATOR, origin=Origin.WINDOW)
    province.ask(Undo(expected=shown), other, command_id="two")
    province.wait_ms(3000)
    assert province.receipt("two").reason is Reason.IN_FLIGHT
    assert province.receipt("one").outcome is Outcome.DONE
    assert province.state.durable.podium.site == "s001"


def test_an_act_done_while_another_is_being_taken_back_keeps_its_own_undo() -> None:
    province = meeting()
    do(province, BringToPodium(site="s001"))
    province.log_writes = False
    province.ask(Undo(), command_id="back")
    province.ask(SetGain(site="s002", gain_db=3))
    province.wait_ms(3000)
    assert province.receipt("back").outcome is Outcome.DONE
    assert [step.command for step in province.state.undo] == [SetGain(site="s002", gain_db=3)]
