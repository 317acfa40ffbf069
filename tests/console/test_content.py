"""Content in the program: one at a time, with the layout, away in a safe stop, known again after a restart."""

from typing import Any

from console.commands import EndSession, LiftSafeStop, SafeStop
from console.content.content_commands import EndContent, ShowContent
from console.content.content_entries import ContentEnded
from console.content.content_port import ContentFault, ContentOver, ContentSource, SetContent, SetContentTakers
from console.sites.site_messages import Hello, ShowPresented, TakeContent
from console.words import Outcome, Reason
from tests.console.province import Province, meeting, technician


def played(province: Province) -> list[ContentSource | None]:
    return [effect.source for effect in province.effects if isinstance(effect, SetContent)]


def view(province: Province) -> Any:
    return province.views["content"].source


def test_a_film_comes_into_the_program_and_leaves_it() -> None:
    province = meeting()
    assert played(province) == []
    assert province.ask(ShowContent(path=" /films/a.mp4 ")).outcome is Outcome.DONE
    film = ContentSource(number=1, path="/films/a.mp4")
    assert played(province) == [film]
    assert view(province) == film
    assert province.program is not None
    assert province.program.content

    province.ask(ShowContent())
    assert played(province)[-1] == ContentSource(number=2)
    province.tell(ContentOver(at_ms=province.ms, number=1, fault=ContentFault.OVER))
    assert view(province) == ContentSource(number=2), "late news of the film before"
    province.ask(EndContent())
    assert played(province)[-1] is None
    assert not province.program.content
    province.check_replay()


def test_a_window_or_a_screen_is_shown_by_its_name_and_known_again_after_a_restart() -> None:
    province = meeting()
    province.ask(ShowContent(screen=" HDMI-1 "))
    assert view(province) == ContentSource(number=1, screen="HDMI-1")
    province.ask(ShowContent(window=" Báo cáo ", screen="HDMI-1"))
    window = ContentSource(number=2, window="Báo cáo")
    assert view(province) == window, "a window goes before a screen"
    after = Province(restored=tuple(province.lines))
    after.engine_up()
    assert played(after)[-1] == window
    province.tell(ContentOver(at_ms=province.ms, number=2, fault=ContentFault.WINDOW_CLOSED, text="Báo cáo"))
    assert view(province) is None
    province.ask(ShowContent(path="a.mp4", window="Báo cáo"))
    assert view(province) == ContentSource(number=3, path="a.mp4"), "a film goes before a window"
    province.check_replay()


def test_a_film_that_ends_by_itself_is_told() -> None:
    province = meeting()
    province.ask(ShowContent(path="a.mp4"))
    province.tell(ContentOver(at_ms=province.ms, number=1, fault=ContentFault.UNREADABLE, text="no film"))
    assert view(province) is None
    (ended,) = [line.entry for line in province.lines if isinstance(line.entry, ContentEnded)]
    assert (ended.fault, ended.text) == (ContentFault.UNREADABLE, "no film")
    assert province.ask(EndContent()).reason is Reason.NOTHING_TO_DO


def test_a_safe_stop_takes_it_away_and_brings_it_back() -> None:
    province = meeting()
    province.ask(ShowContent(path="a.mp4"))
    province.ask(SafeStop())
    assert played(province)[-1] is None
    assert province.program is not None
    assert not province.program.content
    assert province.ask(ShowContent(path="b.mp4")).reason is Reason.SAFE_STOP_IN_FORCE
    province.ask(LiftSafeStop())
    assert played(province)[-1] == ContentSource(number=1, path="a.mp4")


def test_a_restarted_bridge_and_a_new_engine_are_told_again() -> None:
    before = meeting()
    before.ask(ShowContent(path="a.mp4"))
    after = Province(restored=tuple(before.lines))
    assert played(after) == []
    after.engine_up()
    assert played(after) == [ContentSource(number=1, path="a.mp4")]
    after.engine_up(2)
    assert len(played(after)) == 2


def takers(province: Province) -> list[tuple[str, ...]]:
    return [effect.sites for effect in province.effects if isinstance(effect, SetContentTakers)]


def test_sites_with_room_for_a_second_picture_take_it_beside_the_program() -> None:
    province = meeting()
    for site, able in (("s001", True), ("s002", False)):
        province.say(site, Hello(program="diem-cau", version="9", takes_content=able))
    province.say("s001", TakeContent(wanted=True))
    assert takers(province) == [], "a meeting without content says nothing of it"
    assert province.sites["s001"].last(ShowPresented) == ShowPresented(shown=False)
    province.ask(ShowContent(path="a.mp4"))
    assert takers(province) == [("s001",)]
    assert province.sites["s001"].last(ShowPresented) == ShowPresented(shown=True)
    assert province.sites["s002"].last(ShowPresented) is None
    province.say("s001", TakeContent(wanted=False))
    assert takers(province)[-1] == ()
    province.say("s001", TakeContent(wanted=True))
    province.ask(EndContent())
    assert takers(province)[-1] == ()
    province.ask(ShowContent())
    province.engine_up(2)
    assert played(province)[-1] == ContentSource(number=2)


def test_it_ends_with_the_session_and_is_the_operators() -> None:
    province = meeting()
    assert province.ask(ShowContent(path="a.mp4"), technician("s001")).reason is Reason.NOT_ALLOWED
    province.ask(ShowContent(path="a.mp4"))
    province.ask(EndSession())
    assert played(province)[-1] is None
