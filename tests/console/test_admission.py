"""Who may be in the meeting: the lock, the lobby, sites that are let in, machines that were lost."""

import pytest

from console.admission.admission import admission_view, kept_outside
from console.admission.admission_commands import (
    CloseLobby,
    LetIn,
    LockMeeting,
    OpenLobby,
    RevokeCredentials,
    TurnAway,
    UnlockMeeting,
)
from console.admission.admission_view import AdmissionView
from console.commands import BringToPodium, EndSession, RequestFloor
from console.effects import PutRecords, RevokeSite
from console.engine_port import CloseConnection, ConnectionKind
from console.events import AdmissionRefused, MeetingFileRead, SiteAdmitted
from console.office.meeting_file import MeetingFile
from console.office.security_acts import SecurityAct, SecurityDeed
from console.ports_identity import TOLD_SECONDS
from console.words import MAIN_SITE, FloorSource, Outcome, Reason
from tests.console.province import Province, meeting, technician


def outside(province: Province, *sites: str) -> list[Reason | None]:
    return [kept_outside(province.state, site) for site in sites]


def kinds(province: Province, *wanted: str) -> list[str]:
    """Returns the log's lines of these kinds, in their order."""
    return [name for line in province.lines if (name := type(line.entry).__name__) in wanted]


def knock(province: Province, site: str, refusal: Reason) -> None:
    refused = AdmissionRefused(site=site, address="10.1.1.9", reason_text="Outside.", refusal=refusal.value)
    province.tell(refused)


def of_three() -> Province:
    return meeting(3)


def test_a_lost_machine_is_closed_refused_and_named_at_once() -> None:
    province = of_three()
    connection = province.sites["s001"].connection
    before = len(province.effects)
    assert province.ask(RevokeCredentials(site="s001")).outcome is Outcome.DONE
    effects = list(province.effects)[before:]
    assert RevokeSite(site="s001") in effects
    (kept,) = (effect for effect in effects if isinstance(effect, PutRecords))
    (act,) = kept.records
    assert isinstance(act, SecurityAct)
    session = province.state.durable.session
    assert session is not None
    assert (act.deed, act.site, act.session) == (SecurityDeed.REVOKED, "s001", session.session)
    assert kept.person == "Lan"
    assert CloseConnection(site="s001", connection=connection) in effects
    (line,) = (line for line in province.lines if type(line.entry).__name__ == "CredentialsRevoked")
    assert line.actor is not None
    assert line.actor.person == "Lan"


def test_a_lost_site_keeps_its_hand_as_every_site_that_drops() -> None:
    province = of_three()
    province.ask(RequestFloor(site="s002", source=FloorSource.PHONE))
    province.ask(BringToPodium(site="s001"))
    province.ask(RevokeCredentials(site="s001"))
    province.leave("s001")
    assert [request.site for request in province.state.durable.requests] == ["s002"]
    assert "SiteLeft" in kinds(province, "SiteLeft")
    province.check_replay()


def test_only_who_may_revokes() -> None:
    province = of_three()
    for command in (RevokeCredentials(site="s002"), LockMeeting(), OpenLobby(), LetIn(site="s001")):
        receipt = province.ask(command, technician("s001"))
        assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, Reason.NOT_ALLOWED)
    for unknown in (RevokeCredentials(site="s099"), LetIn(site="s099")):
        assert province.ask(unknown).reason is Reason.UNKNOWN_SITE


def test_a_locked_meeting_takes_nobody_new_and_everybody_back() -> None:
    province = of_three()
    province.leave("s002")
    assert outside(province, "s001", "s002", "s099", MAIN_SITE) == [None] * 4
    province.ask(LockMeeting())
    assert outside(province, "s001", "s002", MAIN_SITE) == [None] * 3
    assert outside(province, "s099") == [Reason.MEETING_LOCKED]
    province.ask(UnlockMeeting())
    assert outside(province, "s099") == [None]
    assert kinds(province, "MeetingLocked", "MeetingUnlocked") == ["MeetingLocked", "MeetingUnlocked"]


def test_a_revoked_site_has_lost_its_place_in_a_locked_meeting_and_is_let_in_by_name() -> None:
    province = of_three()
    province.ask(LockMeeting())
    province.ask(RevokeCredentials(site="s001"))
    province.leave("s001")
    assert outside(province, "s001") == [Reason.MEETING_LOCKED]
    province.ask(UnlockMeeting())
    assert outside(province, "s001") == [None]
    province.wait_ms(1000)
    province.ask(LockMeeting())
    assert outside(province, "s001") == [Reason.MEETING_LOCKED], "having been here opens no lock for a lost machine"
    province.ask(LetIn(site="s001"))
    assert outside(province, "s001") == [None]
    province.wait_ms(1000)
    assert province.ask(LetIn(site="s001")).reason is Reason.NOTHING_TO_DO
    province.check_replay()


def test_the_lobby_is_for_sites_that_are_not_of_this_meeting() -> None:
    province = of_three()
    province.ask(OpenLobby())
    assert outside(province, "s003") == [None], "a meeting without a list of its own expects every site"
    session = province.state.durable.session
    assert session is not None
    file = MeetingFile(meeting_uid=session.meeting_uid, sites=("s001", "s002"))
    province.tell(MeetingFileRead(meeting_uid=session.meeting_uid, file=file))
    assert outside(province, "s001", "s003", MAIN_SITE) == [None, Reason.IN_LOBBY, None]
    province.ask(LetIn(site="s003"))
    assert outside(province, "s003") == [None]
    province.ask(CloseLobby())
    assert kinds(province, "LobbyOpened", "LobbyClosed", "SiteLetIn") == ["LobbyOpened", "SiteLetIn", "LobbyClosed"]
    province.check_replay()


def test_who_knocks_is_named_once_until_let_in() -> None:
    province = of_three()
    province.ask(LockMeeting())
    province.ask(RevokeCredentials(site="s003"))
    for _ in range(5):
        knock(province, "s003", Reason.MEETING_LOCKED)
        province.wait_ms(8000)
    assert kinds(province, "SiteKnocked", "AdmissionDenied") == ["SiteKnocked"]
    assert province.state.durable.admission.waiting == ("s003",)
    province.ask(LetIn(site="s003"))
    assert province.state.durable.admission.waiting == ()
    province.check_replay()


def test_who_is_told_no_stays_outside_unnamed_until_let_in_or_the_last_bar_is_gone() -> None:
    province = of_three()
    province.ask(LockMeeting())
    province.ask(RevokeCredentials(site="s003"))
    assert province.ask(TurnAway(site="s003")).reason is Reason.NOTHING_TO_DO, "it does not wait"
    assert province.ask(TurnAway(site="s099")).reason is Reason.UNKNOWN_SITE
    knock(province, "s003", Reason.MEETING_LOCKED)
    (waiting,) = admission_view(province.state).waiting
    province.wait_ms(60_000)
    assert province.ask(TurnAway(site="s003")).outcome is Outcome.DONE
    knock(province, "s003", Reason.MEETING_LOCKED)
    shown = admission_view(province.state)
    assert (shown.waiting, shown.turned_away) == ((), (waiting,)), "since it knocked first"
    assert kinds(province, "SiteKnocked", "SiteTurnedAway") == ["SiteKnocked", "SiteTurnedAway"]
    assert outside(province, "s003") == [Reason.MEETING_LOCKED]
    province.check_replay()
    province.ask(OpenLobby())
    province.ask(UnlockMeeting())
    assert admission_view(province.state).turned_away == (waiting,), "the lobby is open yet"
    province.ask(LetIn(site="s003"))
    province.ask(CloseLobby())
    assert admission_view(province.state) == AdmissionView()
    province.check_replay()


def test_a_hundred_knocks_of_every_site_are_a_line_each() -> None:
    province = of_three()
    province.ask(LockMeeting())
    for _ in range(100):
        for site in ("s001", "s002", "s003"):
            knock(province, site, Reason.MEETING_LOCKED)
    assert [waiting.site for waiting in admission_view(province.state).waiting] == ["s001", "s002", "s003"]
    assert kinds(province, "SiteKnocked", "AdmissionDenied") == ["SiteKnocked"] * 3


def test_a_revocation_outside_a_session_is_kept_too() -> None:
    province = of_three()
    province.ask(EndSession())
    assert province.ask(RevokeCredentials(site="s001")).outcome is Outcome.DONE
    kept = [effect for effect in province.effects if isinstance(effect, PutRecords)][-1]
    (act,) = kept.records
    assert isinstance(act, SecurityAct)
    assert (act.site, act.session, kept.person) == ("s001", "", "Lan")


def test_the_lock_ends_with_the_session() -> None:
    province = of_three()
    province.ask(LockMeeting())
    province.ask(EndSession())
    assert outside(province, "s099") == [None]


@pytest.mark.parametrize(("days", "told"), [(None, 0), (15, 0), (13, 1), (-1, 1)])
def test_the_end_of_a_credential_is_told_before_it_comes(days: int | None, told: int) -> None:
    province = of_three()
    last = province.lines[-1].wall_ms
    day_ms = TOLD_SECONDS * 1000 // 14
    admitted = SiteAdmitted(
        site="s001",
        connection="new",
        kind=ConnectionKind.PROGRAM,
        address="10.1.1.1",
        credential="p-1",
        credential_ends_ms=None if days is None else last + days * day_ms,
    )
    province.tell(admitted, admitted)
    assert len(kinds(province, "CredentialEndsSoon")) == told
