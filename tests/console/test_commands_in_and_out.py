"""The life of a command: guarded, asked, answered once; who may ask what."""

import pytest

from console.admission.admission_commands import RevokeCredentials
from console.authority import may
from console.commands import (
    AnyCommand,
    BringToPodium,
    EndSession,
    FinishSpeech,
    GiveReady,
    ListenToSite,
    MuteAll,
    ReloadDirectory,
    RequestFloor,
    StartSession,
    UnmuteSite,
    WithdrawFloor,
)
from console.effects import AnswerCommand, CloseSessionLog, OpenSessionLog, ReadDirectory, RevokeSite, WriteLog
from console.engine_port import CloseConnection, SetGates, SetListen
from console.entries import CommandAsked, CommandEnded, SessionStarted
from console.events import DirectoryRead, LogFailed, LogRecovered, Site
from console.sites.site_messages import AskFloor, Goodbye
from console.sites.site_messages import SetListen as TellListen
from console.words import MAIN_SITE, FloorSource, Origin, Outcome, Reason, Role, SessionKind
from tests.console.province import OPERATOR, Province, directory, meeting, technician

VIEWER = OPERATOR.__class__(person="Khách", role=Role.VIEWER, origin=Origin.WINDOW)


def test_a_session_begins_with_line_one_and_ends_with_its_last() -> None:
    province = Province(2)
    province.engine_up()
    effects = province.tell_command(StartSession(kind=SessionKind.OFFICIAL, title="Họp"))
    assert isinstance(effects[0], OpenSessionLog)
    started = province.lines[0].entry
    assert isinstance(started, SessionStarted)
    assert [expected.site for expected in started.expected] == [MAIN_SITE, "s001", "s002"]
    assert started.meeting_uid.startswith("meeting-")
    effects = province.tell_command(EndSession())
    assert type(province.lines[-1].entry).__name__ == "SessionEnded"
    order = [type(effect) for effect in effects if isinstance(effect, WriteLog | CloseSessionLog)]
    assert order == [WriteLog, CloseSessionLog]
    assert not province.views["session"].running


def test_a_meeting_that_is_named_owns_the_session() -> None:
    province = Province(1)
    province.ask(StartSession(kind=SessionKind.TEST, meeting_uid="meeting-7"))
    assert province.views["session"].meeting_uid == "meeting-7"
    assert province.ask(StartSession(kind=SessionKind.OFFICIAL)).reason is Reason.SESSION_RUNNING


def test_ending_a_session_ends_what_is_in_flight() -> None:
    province = meeting()
    province.log_writes = False
    province.ask(BringToPodium(site="s001"), command_id="bring")
    province.ask(UnmuteSite(site="s002"), command_id="unmute")
    province.ask(EndSession())
    province.wait_ms(300)
    assert province.receipt("bring").outcome is Outcome.SUPERSEDED
    assert province.receipt("unmute").reason is Reason.SESSION_ENDED
    assert province.gates == ()


def test_the_same_wish_within_the_guard_is_ignored_and_later_taken() -> None:
    province = meeting()
    assert province.ask(ListenToSite(site="s001")).outcome is Outcome.DONE
    province.move_ms(499)
    assert province.ask(ListenToSite(site="s001")).reason is Reason.REPEATED
    province.move_ms(500)
    assert province.ask(ListenToSite(site="s001")).outcome is Outcome.DONE


def test_a_repeat_makes_no_line_and_another_wish_between_makes_it_new() -> None:
    province = meeting()
    province.ask(ListenToSite(site="s001"))
    before = len(province.lines)
    province.ask(ListenToSite(site="s001"))
    assert len(province.lines) == before
    province.ask(ListenToSite(site=None))
    assert province.ask(ListenToSite(site="s001")).outcome is Outcome.DONE


def test_a_wish_in_flight_is_not_taken_twice() -> None:
    province = meeting()
    province.sites["s001"].sends_picture = False
    province.ask(BringToPodium(site="s001"))
    province.move_ms(600)
    assert province.ask(BringToPodium(site="s001")).reason is Reason.IN_FLIGHT


def test_silence_is_never_held_up_by_the_guard() -> None:
    province = meeting()
    province.ask(MuteAll())
    effects = province.tell_command(MuteAll())
    assert isinstance(effects[0], SetGates)
    province.ask(UnmuteSite(site="s001"))
    assert "s001" in province.gates
    province.ask(MuteAll())
    assert province.gates == (MAIN_SITE,)


def test_the_same_command_id_gets_the_same_receipt_and_runs_once() -> None:
    province = meeting()
    first = province.ask(RequestFloor(site="s001"), command_id="once")
    province.move_ms(5000)
    again = province.ask(RequestFloor(site="s001"), command_id="once")
    assert first == again
    assert len(province.receipts["once"]) == 2
    assert province.kinds().count("FloorRequested") == 1


def test_an_answer_leaves_when_its_line_is_durable_or_the_patience_is_over() -> None:
    province = meeting()
    province.log_writes = False
    assert province.ask(RequestFloor(site="s001"), command_id="late") is None
    province.wait_ms(200)
    assert province.receipt("late").outcome is Outcome.DONE


def test_a_failing_log_is_shown_and_holds_nothing_up() -> None:
    province = meeting()
    province.log_writes = False
    province.tell(LogFailed(text="No space left"))
    assert province.views["log"].failing
    assert province.ask(UnmuteSite(site="s001")).outcome is Outcome.DONE
    assert "s001" in province.gates
    assert "LogFellBehind" in province.kinds()
    province.tell(LogRecovered())
    assert not province.views["log"].failing


def test_a_refused_command_has_its_two_lines() -> None:
    province = meeting()
    province.ask(BringToPodium(site="s099"), command_id="wrong")
    entries = [line.entry for line in province.lines if line.command_id == "wrong"]
    assert [type(entry) for entry in entries] == [CommandAsked, CommandEnded]
    assert isinstance(entries[1], CommandEnded)
    assert entries[1].reason is Reason.UNKNOWN_SITE
    assert province.lines[-1].actor == OPERATOR


def test_a_text_that_is_too_long_is_refused() -> None:
    assert meeting().ask(RequestFloor(site="s001", note="x" * 501)).reason is Reason.BAD_VALUE


@pytest.mark.parametrize(
    ("command", "allowed"),
    [
        (RequestFloor(site="s001", source=FloorSource.SATELLITE), True),
        (RequestFloor(site="s001", source=FloorSource.PHONE), False),
        (RequestFloor(site="s002", source=FloorSource.SATELLITE), False),
        (WithdrawFloor(site="s001"), True),
        (GiveReady(site="s001"), True),
        (GiveReady(site="s002"), False),
        (FinishSpeech(), False),
        (MuteAll(), False),
        (UnmuteSite(site="s001"), False),
        (StartSession(kind=SessionKind.TEST), False),
    ],
)
def test_a_technician_may_ask_for_the_own_site_alone(command: AnyCommand, allowed: bool) -> None:
    state = meeting().state
    assert may(technician("s001"), command, state) is allowed
    assert may(OPERATOR, command, state)
    assert not may(VIEWER, command, state)


def test_a_sites_wish_is_its_technicians_command() -> None:
    province = meeting()
    province.say("s002", AskFloor())
    asked = next(line for line in province.lines if type(line.entry).__name__ == "FloorRequested")
    assert asked.actor == technician("s002")


def test_listening_is_told_to_the_site_and_logged_and_never_reaches_the_mix() -> None:
    province = meeting()
    effects = province.tell_command(ListenToSite(site="s002"))
    verbs = [effect for effect in effects if isinstance(effect, SetListen)]
    assert verbs[0].headphones_site == "s002"
    assert province.sites["s002"].last(TellListen).listening
    assert province.gates == (MAIN_SITE,)
    province.ask(ListenToSite(site=None))
    assert not province.sites["s002"].last(TellListen).listening
    assert [kind for kind in province.kinds() if kind.startswith("Listen")] == ["ListenOpened", "ListenClosed"]


def test_revoking_ends_credentials_and_connection() -> None:
    province = meeting()
    effects = province.tell_command(RevokeCredentials(site="s001"))
    assert RevokeSite(site="s001") in effects
    assert any(isinstance(effect, CloseConnection) for effect in effects)
    assert isinstance(province.sites["s001"].heard[-1], Goodbye)


def test_the_directory_is_read_again_and_the_answer_waits_for_it() -> None:
    province = meeting(satellites=2)
    effects = province.tell_command(ReloadDirectory())
    assert ReadDirectory() in effects
    assert not any(isinstance(effect, AnswerCommand) for effect in effects)
    province.tell(DirectoryRead(sites=(*directory(1), Site(site="s009", number=9, name="Xã Mới"))))
    assert province.receipt(f"c{province.asked}").outcome is Outcome.DONE
    assert "DirectoryChanged" in province.kinds()
    assert "site/s009" in province.views
    assert "site/s002" not in province.views
    province.check_replay()
