"""A satellite presents while the operator lets it: by whose word, for how long, and what becomes of all others."""

from collections.abc import Callable

import pytest

from console.admission.admission_commands import RevokeCredentials
from console.commands import EndSession, LiftSafeStop, SafeStop
from console.content.content_commands import EndContent, LetPresent, ShowContent
from console.content.content_entries import ContentBegun, ContentEnded, PresentingLet, PresentingOver
from console.content.content_port import ContentFault, ContentSource, PresentingEnd, SetContent, SetPresenter
from console.engine_port import MediaAged
from console.events import MeetingFileRead
from console.office.meeting import Confidentiality
from console.office.meeting_file import MeetingFile
from console.sites.message_rights import Party, Stage, may_say
from console.sites.site_messages import Hello, PresentContent, ShowPresented
from console.words import MAIN_SITE, Outcome, Reason
from tests.console.province import Province, meeting, technician


def able() -> Province:
    """Returns a meeting whose satellites 1 and 2 can present; the third has an older program."""
    province = meeting()
    for site in ("s001", "s002"):
        province.say(site, Hello(program="diem-cau", version="9", can_present=True))
    return province


def presenting() -> Province:
    province = able()
    province.ask(LetPresent(site="s001"))
    province.say("s001", PresentContent(presents=True))
    return province


def taken(province: Province) -> list[str | None]:
    """Returns whose second stream the engine was told to take, one after the other."""
    return [effect.site for effect in province.effects if isinstance(effect, SetPresenter)]


def ends(province: Province) -> list[PresentingEnd]:
    return [line.entry.why for line in province.lines if isinstance(line.entry, PresentingOver)]


def told(province: Province, site: str) -> ShowPresented:
    return province.sites[site].last(ShowPresented)


def test_a_site_that_is_let_begins_and_ends_by_itself() -> None:
    province = able()
    assert province.ask(LetPresent(site="s001")).outcome is Outcome.DONE
    assert told(province, "s001") == ShowPresented(shown=False, may_present=True)
    assert not told(province, "s002").may_present
    assert taken(province) == [], "nothing is taken before the site begins"

    province.say("s001", PresentContent(presents=True, film="phim.mp4"))
    assert province.views["content"].source == ContentSource(number=1, path="phim.mp4", site="s001")
    assert taken(province) == ["s001"]
    assert not [effect for effect in province.effects if isinstance(effect, SetContent)], "the bridge plays nothing"
    assert province.program is not None
    assert province.program.content
    assert told(province, "s001") == ShowPresented(shown=True, may_present=True, presents=True)
    assert told(province, "s002") == ShowPresented(shown=True)

    province.say("s001", PresentContent(presents=False, fault="no such file"))
    assert taken(province) == ["s001", None]
    assert told(province, "s001") == ShowPresented(shown=False, may_present=True), "it may begin again"
    (ended,) = [line.entry for line in province.lines if isinstance(line.entry, ContentEnded)]
    assert (ended.site, ended.fault, ended.text) == ("s001", ContentFault.UNREADABLE, "no such file")
    province.check_replay()


def test_without_permission_nothing_is_taken() -> None:
    province = able()
    province.say("s002", PresentContent(presents=True))
    province.ask(LetPresent(site="s001"))
    province.say("s002", PresentContent(presents=True))
    province.say("s001", PresentContent(presents=False))
    assert taken(province) == []
    assert province.views["content"].source is None
    assert not [line for line in province.lines if isinstance(line.entry, ContentBegun | ContentEnded)]


def classify(province: Province) -> None:
    session = province.state.durable.session
    assert session is not None
    secret = MeetingFile(meeting_uid=session.meeting_uid, confidentiality=Confidentiality.RESTRICTED)
    province.tell(MeetingFileRead(meeting_uid=session.meeting_uid, file=secret))


def lose(province: Province) -> None:
    province.tell(MediaAged(at_ms=province.ms, site="s001", old=True, lost=True))
    province.wait_ms(3000)


ENDINGS: dict[str, tuple[Callable[[Province], object], PresentingEnd]] = {
    "taken back": (lambda province: province.ask(EndContent()), PresentingEnd.TAKEN_BACK),
    "safe stop": (lambda province: province.ask(SafeStop()), PresentingEnd.SAFE_STOP),
    "gone": (lambda province: province.leave("s001"), PresentingEnd.SITE_LOST),
    "line lost": (lose, PresentingEnd.SITE_LOST),
    "joined anew": (lambda province: province.join("s001"), PresentingEnd.SITE_LOST),
    "engine down": (lambda province: province.engine_up(2), PresentingEnd.SITE_LOST),
    "revoked": (lambda province: province.ask(RevokeCredentials(site="s001")), PresentingEnd.REVOKED),
    "confidential": (classify, PresentingEnd.CONFIDENTIAL),
    "a film instead": (lambda province: province.ask(ShowContent(path="a.mp4")), PresentingEnd.REPLACED),
    "another site": (lambda province: province.ask(LetPresent(site="s002")), PresentingEnd.REPLACED),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_ends_at_once_and_says_why(ending: str) -> None:
    province = presenting()
    act, why = ENDINGS[ending]
    if ending == "line lost":
        province.sites["s001"].obeys = False
    act(province)
    assert ends(province) == [why]
    assert province.state.engine.presenter is None
    assert province.state.durable.presenter == ("s002" if ending == "another site" else None)
    source = province.views["content"].source
    assert source is None or source.site is None
    if ending in ("taken back", "safe stop", "confidential", "a film instead", "another site"):
        assert not told(province, "s001").may_present
        province.say("s001", PresentContent(presents=True))
        assert taken(province)[-1] is None, "what comes late is dropped"
    province.check_replay()


def test_a_lifted_safe_stop_or_a_restart_lets_nobody_present_again() -> None:
    province = presenting()
    province.ask(SafeStop())
    province.ask(LiftSafeStop())
    assert province.state.durable.presenter is None

    province.ask(LetPresent(site="s001"))
    after = Province(restored=tuple(province.lines))
    after.engine_up()
    assert after.state.durable.presenter is None
    assert ends(after)[-1] is PresentingEnd.SITE_LOST


def test_who_let_whom_stands_in_the_log() -> None:
    province = presenting()
    province.ask(EndContent())
    let = next(line for line in province.lines if isinstance(line.entry, PresentingLet))
    over = next(line for line in province.lines if isinstance(line.entry, PresentingOver))
    assert [line.actor.person for line in (let, over) if line.actor is not None] == ["Lan", "Lan"]


def test_it_is_refused_with_a_reason() -> None:
    province = able()
    assert province.ask(LetPresent(site="s001"), technician("s001")).reason is Reason.NOT_ALLOWED
    assert province.ask(LetPresent(site="s099")).reason is Reason.UNKNOWN_SITE
    assert province.ask(LetPresent(site=MAIN_SITE)).reason is Reason.BAD_VALUE
    assert province.ask(LetPresent(site="s003")).reason is Reason.SITE_HAS_NO_CONTROL, "an older program"
    province.leave("s002")
    assert province.ask(LetPresent(site="s002")).reason is Reason.SITE_NOT_CONNECTED
    province.ask(SafeStop())
    assert province.ask(LetPresent(site="s001")).reason is Reason.SAFE_STOP_IN_FORCE
    province.ask(LiftSafeStop())
    classify(province)
    assert province.ask(LetPresent(site="s001")).reason is Reason.MEETING_CONFIDENTIAL
    province.ask(EndSession())
    assert province.ask(LetPresent(site="s001")).reason is Reason.NO_SESSION


def test_only_a_satellites_own_program_may_say_that_it_presents() -> None:
    who = [party for party in Party if may_say(PresentContent, party, Stage.INTRODUCED)]
    assert who == [Party.PROGRAM]
    assert not may_say(PresentContent, Party.PROGRAM, Stage.OPENED)
