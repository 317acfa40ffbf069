"""The operator's headphones: one site or the program, never the mix, never longer than the site is there."""

from console.commands import EndSession, ListenToSite
from console.engine_port import EngineDown, SetListen
from console.sites.site_messages import SetListen as TellListen
from console.words import MAIN_SITE, Outcome, Reason
from tests.console.province import Province, meeting


def told(province: Province, command: ListenToSite) -> SetListen:
    verbs = [effect for effect in province.tell_command(command) if isinstance(effect, SetListen)]
    assert len(verbs) == 1
    return verbs[0]


def in_the_headphones(province: Province) -> tuple[str | None, bool]:
    view = province.views["headphones"]
    return view.site, view.program


def test_the_headphones_hold_one_site_or_the_program_or_nothing() -> None:
    province = meeting()
    assert in_the_headphones(province) == (None, False)
    assert told(province, ListenToSite(site="s001")).headphones_site == "s001"
    assert in_the_headphones(province) == ("s001", False)
    verb = told(province, ListenToSite(program=True))
    assert (verb.headphones_site, verb.headphones_program) == (None, True)
    assert in_the_headphones(province) == (None, True)
    assert not province.sites["s001"].last(TellListen).listening
    verb = told(province, ListenToSite())
    assert (verb.headphones_site, verb.headphones_program) == (None, False)
    assert province.gates == (MAIN_SITE,)
    province.check_replay()


def test_both_at_once_is_refused_and_changes_nothing() -> None:
    province = meeting()
    province.ask(ListenToSite(site="s001"))
    assert province.ask(ListenToSite(site="s002", program=True)).reason is Reason.BAD_VALUE
    assert in_the_headphones(province) == ("s001", False)


def test_a_wish_that_is_fulfilled_stays_fulfilled() -> None:
    province = meeting()
    province.ask(ListenToSite(site="s001"))
    province.move_ms(1000)
    assert province.ask(ListenToSite(site="s001")).outcome is Outcome.DONE
    assert in_the_headphones(province) == ("s001", False)


def test_a_site_that_leaves_leaves_the_headphones_and_does_not_come_back_into_them() -> None:
    province = meeting()
    province.ask(ListenToSite(site="s002"))
    province.leave("s002")
    assert in_the_headphones(province) == (None, False)
    assert province.kinds().count("ListenClosed") == 1
    site = province.join("s002")
    assert in_the_headphones(province) == (None, False)
    assert not site.listening


def test_nobody_listens_to_a_site_that_is_not_there() -> None:
    province = meeting()
    province.leave("s003")
    assert province.ask(ListenToSite(site="s003")).reason is Reason.SITE_NOT_CONNECTED


def test_a_new_engine_is_told_of_the_program_again_and_forgets_the_site_that_fell() -> None:
    province = meeting()
    province.ask(ListenToSite(program=True))
    province.tell(EngineDown(at_ms=province.ms, incarnation=1, text="killed"))
    verbs = [effect for effect in province.engine_up(2) if isinstance(effect, SetListen)]
    assert verbs[-1].headphones_program
    province.join("s001")
    province.ask(ListenToSite(site="s001"))
    province.tell(EngineDown(at_ms=province.ms, incarnation=2, text="killed"))
    assert in_the_headphones(province) == (None, False)


def test_the_end_of_the_session_ends_listening() -> None:
    province = meeting()
    province.ask(ListenToSite(program=True))
    province.ask(EndSession())
    assert in_the_headphones(province) == (None, False)
