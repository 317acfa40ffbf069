"""Delegated control: exactly the rights that were given, for as long as they were given, every step in the log."""

import pytest

from console.admission.admission_commands import RevokeCredentials
from console.commands import (
    AnyCommand,
    BringToPodium,
    EndSession,
    GrantFloor,
    MarkMoment,
    MuteAll,
    MuteSite,
    SafeStop,
    SetLayout,
    Undo,
)
from console.control.control import right_for
from console.control.control_commands import DelegateControl, RevokeControl
from console.control.control_messages import GiveCommand, ShowControl
from console.replay import replay
from console.rules import Rules
from console.sites.site_messages import WishAnswered
from console.words import DelegatedRight, Layout, Outcome, Reason, WhoOpens
from tests.console.province import Province, meeting, technician

RULES = Rules(who_opens=WhoOpens.OPERATOR, control_may_be_delegated=True)


def site_asks(province: Province, site: str, command: AnyCommand) -> tuple[Outcome, Reason | None]:
    receipt = province.ask(command, technician(site))
    return receipt.outcome, receipt.reason


@pytest.fixture
def province() -> Province:
    return meeting(3, RULES)


def test_a_site_may_do_exactly_what_was_delegated(province: Province) -> None:
    assert site_asks(province, "s001", MuteSite(site="s002")) == (Outcome.REFUSED, Reason.NOT_ALLOWED)
    province.ask(DelegateControl(site="s001", rights=(DelegatedRight.SILENCE,), basis="QĐ 12"))
    assert site_asks(province, "s001", MuteAll())[0] is not Outcome.REFUSED
    assert site_asks(province, "s001", BringToPodium(site="s002")) == (Outcome.REFUSED, Reason.BEYOND_RIGHTS)
    assert site_asks(province, "s002", MuteAll()) == (Outcome.REFUSED, Reason.NOT_ALLOWED)


@pytest.mark.parametrize(
    "command",
    [
        SafeStop(),
        EndSession(),
        RevokeCredentials(site="s002"),
        Undo(),
        DelegateControl(site="s002", rights=(DelegatedRight.SILENCE,)),
    ],
)
def test_no_right_reaches_what_is_the_operators_alone(province: Province, command: AnyCommand) -> None:
    province.ask(DelegateControl(site="s001", rights=tuple(DelegatedRight)))
    assert site_asks(province, "s001", command) == (Outcome.REFUSED, Reason.BEYOND_RIGHTS)


def test_a_right_ends_with_its_time_and_the_log_says_so(province: Province) -> None:
    province.ask(DelegateControl(site="s001", rights=(DelegatedRight.RECORD,), minutes=1))
    assert site_asks(province, "s001", MarkMoment())[0] is Outcome.DONE
    province.wait_ms(61_000)
    assert site_asks(province, "s001", MarkMoment()) == (Outcome.REFUSED, Reason.NOT_ALLOWED)
    (revoked,) = [line.entry for line in province.lines if type(line.entry).__name__ == "ControlRevoked"]
    assert revoked.expired  # type: ignore[union-attr]


def test_what_was_given_is_taken_back_whole_and_replaced_by_the_next(province: Province) -> None:
    province.ask(DelegateControl(site="s001", rights=(DelegatedRight.RECORD, DelegatedRight.PODIUM)))
    province.ask(DelegateControl(site="s001", rights=(DelegatedRight.SILENCE,)))
    assert site_asks(province, "s001", SetLayout(layout=Layout.PODIUM)) == (Outcome.REFUSED, Reason.BEYOND_RIGHTS)
    province.ask(RevokeControl(site="s001"))
    assert site_asks(province, "s001", MuteAll()) == (Outcome.REFUSED, Reason.NOT_ALLOWED)
    province.wait_ms(1000)
    assert province.ask(RevokeControl(site="s001")).reason is Reason.NOTHING_TO_DO


def test_a_profile_that_foresees_no_delegation_refuses_it() -> None:
    province = meeting(2, Rules(who_opens=WhoOpens.OPERATOR))
    refused = province.ask(DelegateControl(site="s001", rights=(DelegatedRight.SILENCE,)))
    assert (refused.outcome, refused.reason) == (Outcome.REFUSED, Reason.DELEGATION_NOT_FORESEEN)


@pytest.mark.parametrize(
    ("site", "rights", "reason"),
    [
        ("main", (DelegatedRight.SILENCE,), Reason.UNKNOWN_SITE),
        ("s099", (DelegatedRight.SILENCE,), Reason.UNKNOWN_SITE),
        ("s001", (), Reason.BAD_VALUE),
    ],
)
def test_nothing_is_delegated_to_nobody(
    province: Province, site: str, rights: tuple[DelegatedRight, ...], reason: Reason
) -> None:
    refused = province.ask(DelegateControl(site=site, rights=rights))
    assert (refused.outcome, refused.reason) == (Outcome.REFUSED, reason)


def test_delegations_survive_a_restart_and_end_with_the_session(province: Province) -> None:
    province.ask(DelegateControl(site="s001", rights=(DelegatedRight.FLOOR,), minutes=30, basis="Chủ tọa"))
    given = replay(province.lines).delegations["s001"]
    assert (given.rights, given.basis) == ((DelegatedRight.FLOOR,), "Chủ tọa")
    assert province.views["control"].delegations[0].site == "s001"
    province.ask(EndSession())
    assert replay(province.lines).delegations == {}


def test_every_command_of_the_floor_but_the_chairs_own_word_can_be_delegated() -> None:
    assert right_for(GrantFloor(request_id="r1")) is DelegatedRight.FLOOR
    assert right_for(Undo()) is None


def test_a_site_with_rights_is_shown_what_it_controls_and_gives_commands_over_its_own_line(province: Province) -> None:
    site = province.sites["s001"]
    province.ask(DelegateControl(site="s001", rights=(DelegatedRight.SILENCE,), minutes=30))
    told = site.last(ShowControl)
    assert (told.rights, told.until_in_ms) == ((DelegatedRight.SILENCE,), 30 * 60_000)
    assert [other.site for other in told.sites] == ["s001", "s002", "s003"]
    province.say("s001", GiveCommand(wish_id="w1", command=MuteSite(site="s002")))
    province.wait_ms(3000)
    answered = site.last(WishAnswered)
    assert (answered.wish_id, answered.reason) != ("w1", Reason.BEYOND_RIGHTS)
    province.say("s001", GiveCommand(wish_id="w2", command=SetLayout(layout=Layout.PODIUM)))
    assert site.last(WishAnswered) == WishAnswered(wish_id="w2", outcome=Outcome.REFUSED, reason=Reason.BEYOND_RIGHTS)
    province.ask(RevokeControl(site="s001"))
    assert site.last(ShowControl) == ShowControl()


def test_sites_without_rights_are_told_nothing_of_others(province: Province) -> None:
    province.ask(DelegateControl(site="s001", rights=(DelegatedRight.SILENCE,)))
    assert ShowControl not in {type(message) for message in province.sites["s002"].heard}
