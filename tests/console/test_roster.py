"""Connections and their ages; a site keeps its place; the newest connection wins."""

from msgspec.structs import replace

from console.effects import SendToSite
from console.engine_port import (
    CloseConnection,
    ConnectionDown,
    ConnectionKind,
    ConnectionUp,
    EngineDown,
    MediaAged,
)
from console.events import AdmissionRefused, SiteAdmitted, SiteSaid, SiteSaidNonsense
from console.sites.site_messages import Goodbye, Hello, MicrophoneReported, Ping, Welcome
from console.snapshot import Fact
from console.words import LinkState, Reason, SessionKind
from tests.console.province import Province, meeting


def link(province: Province, site: str) -> LinkState:
    return province.views[f"site/{site}"].link


def test_expected_and_absent_is_shown_as_such() -> None:
    province = meeting(satellites=2)
    province.leave("s002")
    assert link(province, "s002") is LinkState.LOST
    again = Province(3, restored=tuple(province.lines))
    assert link(again, "s003") is LinkState.ABSENT
    assert link(again, "s002") is LinkState.LOST
    assert again.views["session"].expected_sites == 4


def test_a_site_is_connecting_once_the_front_admits_it() -> None:
    province = meeting()
    province.leave("s001")
    admitted = SiteAdmitted(
        site="s001", connection="new", kind=ConnectionKind.PROGRAM, address="10.1.1.1", credential="a"
    )
    province.tell(admitted)
    assert link(province, "s001") is LinkState.CONNECTING


def closed_connections(province: Province) -> list[str]:
    return [effect.connection for effect in province.effects if isinstance(effect, CloseConnection)]


def test_the_newest_connection_wins_and_the_older_is_told_so_before_it_is_closed() -> None:
    province = meeting()
    older = province.sites["s001"].connection
    newer = province.join("s001")
    said = [effect for effect in province.effects if isinstance(effect, SendToSite) and effect.connection == older]
    assert [effect.message for effect in said] == [Goodbye(reason=Reason.SUPERSEDED)]
    assert newer.last(Goodbye) is None
    assert closed_connections(province) == []
    province.wait_ms(1500)
    assert closed_connections(province) == [older]
    assert not province.state.partings
    assert link(province, "s001") is LinkState.LIVE
    assert province.views["site/s001"].attempts == 2
    stale = SiteSaid(site="s001", connection=older, message=MicrophoneReported(open=True, order=99))
    province.tell(stale)
    assert province.views["site/s001"].microphone.reported is Fact.CLOSED
    assert newer.last(Welcome).session_kind is SessionKind.OFFICIAL


def test_a_replaced_program_that_leaves_by_itself_is_not_closed_again() -> None:
    province = meeting()
    older = province.sites["s001"].connection
    province.join("s001")
    province.tell(ConnectionDown(at_ms=province.ms, site="s001", connection=older, text="left"))
    assert link(province, "s001") is LinkState.LIVE
    province.wait_ms(2000)
    assert closed_connections(province) == []


def test_of_three_programs_of_one_site_only_the_newest_stays() -> None:
    province = meeting()
    connections = [province.sites["s001"].connection, *(province.join("s001").connection for _ in range(2))]
    assert closed_connections(province) == connections[:1]
    province.wait_ms(1500)
    assert closed_connections(province) == connections[:2]
    assert link(province, "s001") is LinkState.LIVE


def test_a_replaced_device_cannot_be_told_and_is_closed_at_once() -> None:
    province = meeting()
    older = province.join("s002", ConnectionKind.DEVICE).connection
    province.wait_ms(2000)
    province.effects.clear()
    province.join("s002", ConnectionKind.DEVICE)
    assert closed_connections(province) == [older]


def test_a_site_that_nobody_knows_is_closed() -> None:
    province = meeting()
    up = ConnectionUp(
        at_ms=province.ms, site="s777", connection="x", kind=ConnectionKind.PROGRAM, remote_address="10.0.0.9"
    )
    assert CloseConnection(site="s777", connection="x") in province.tell(up)


def test_a_viewer_connection_stands_beside_the_device_that_sends() -> None:
    province = meeting()
    province.leave("s003")
    device = province.join("s003", ConnectionKind.DEVICE)
    for number in (1, 2):
        viewer = ConnectionUp(
            at_ms=province.ms,
            site="s003",
            connection=f"viewer-{number}",
            kind=ConnectionKind.VIEWER,
            remote_address="10.0.0.3",
        )
        province.tell(viewer)
    closed = [effect for effect in province.effects if isinstance(effect, CloseConnection)]
    assert [effect.connection for effect in closed] == ["viewer-1"]
    assert province.state.links["s003"].connection == device.connection


def test_old_after_one_second_lost_after_two_and_back_in_its_place() -> None:
    province = meeting()
    province.wait_ms(2500)
    province.sites["s001"].obeys = False
    province.move_ms(1000)
    province.tell(MediaAged(at_ms=province.ms, site="s001", old=True, lost=False))
    assert link(province, "s001") is LinkState.OLD
    province.move_ms(1000)
    province.tell(MediaAged(at_ms=province.ms, site="s001", old=True, lost=True))
    province.wait_ms(500)
    assert link(province, "s001") is LinkState.LOST
    province.tell(MediaAged(at_ms=province.ms, site="s001", old=False, lost=False))
    assert link(province, "s001") is LinkState.LIVE
    kinds = [kind for kind in province.kinds() if kind in ("SiteWentOld", "SiteLeft", "SiteCameBack")]
    assert kinds == ["SiteWentOld", "SiteLeft", "SiteCameBack"]


def test_a_site_without_media_is_judged_by_its_control_channel() -> None:
    province = meeting()
    province.leave("s001")
    province.join("s001", sends_picture=False)
    province.sites["s001"].obeys = False
    pings = [message for message in province.sites["s001"].heard if isinstance(message, Ping)]
    province.wait_ms(1400)
    assert link(province, "s001") is LinkState.OLD
    assert sum(isinstance(message, Ping) for message in province.sites["s001"].heard) > len(pings)
    province.wait_ms(1000)
    assert link(province, "s001") is LinkState.LOST


def test_the_end_of_the_engine_is_one_line_and_all_sites_are_lost() -> None:
    province = meeting()
    before = len(province.lines)
    province.tell(EngineDown(at_ms=province.ms, incarnation=1, text="worker ended"))
    assert [type(line.entry).__name__ for line in province.lines[before:]] == ["EngineChanged"]
    assert all(link(province, site) is LinkState.LOST for site in ("s001", "s002", "s003"))
    assert not province.views["engine"].up


def test_somebody_turned_away_is_logged_once_in_a_while() -> None:
    province = meeting()
    denied = AdmissionRefused(site=None, address="10.9.9.9", reason_text="The code was used already.")
    province.tell(denied, denied, denied)
    assert province.kinds().count("AdmissionDenied") == 1
    province.move_ms(10_000)
    province.tell(denied)
    assert province.kinds().count("AdmissionDenied") == 2


def test_without_a_session_the_tail_still_shows_who_came() -> None:
    province = Province(1)
    province.engine_up()
    province.join("s001")
    tail = province.views["log"].tail
    assert [line.kind for line in tail] == ["engine-changed", "site-joined"]
    assert province.lines == []


def test_hello_says_what_a_program_can_do() -> None:
    province = meeting()
    province.say("s001", Hello(program="satellite", version="2", has_presets=True))
    hello = province.state.links["s001"].hello
    assert hello is not None
    assert hello.has_presets


def test_an_admitted_site_whose_media_never_comes_is_not_connecting_for_ever() -> None:
    province = meeting()
    province.leave("s001")
    admitted = SiteAdmitted(
        site="s001", connection="new", kind=ConnectionKind.PROGRAM, address="10.1.1.1", credential="a"
    )
    province.tell(admitted)
    province.wait_ms(14_000)
    assert link(province, "s001") is LinkState.CONNECTING
    province.wait_ms(1_500)
    assert link(province, "s001") is LinkState.LOST


def test_nonsense_of_a_site_is_one_line_and_disturbs_nothing() -> None:
    province = meeting()
    nonsense = SiteSaidNonsense(site="s001", connection=province.sites["s001"].connection, text="{" * 5000)
    before = province.state.durable
    province.tell(*(nonsense for _ in range(50)))
    assert province.kinds().count("NonsenseHeard") == 1
    assert province.state.durable == replace(before, lines=before.lines + 1)
