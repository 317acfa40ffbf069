"""Alarms: one for a trouble, one for a common cause, taken by somebody, cleared by itself, the same after a restart."""

from console.alarms.common_cause import common_cause
from console.commands import PutOnDeck, StartSession, TakeAlarm, TakeClearedAlarms
from console.events import DirectoryRead, LogFailed, LogRecovered, Site
from console.snapshot import AlarmView
from console.words import MAIN_SITE, AlarmKind, CauseKind, Outcome, Reason, SessionKind, Severity, SiteRole
from tests.console.province import OPERATOR, Province, meeting, technician

BRANCHES = (("VNPT", "Krông Bông"), ("VNPT", "Lắk"), ("Viettel", "Krông Bông"), ("Viettel", "Lắk"))


def sites(count: int) -> tuple[Site, ...]:
    """A directory whose sites take turns in four branches."""
    return (
        Site(site=MAIN_SITE, number=0, name="Tỉnh ủy", role=SiteRole.MAIN_ENDPOINT),
        *(
            Site(
                site=f"s{n:03}",
                number=n,
                name=f"Xã {n}",
                carrier=BRANCHES[n % 4][0],
                district=BRANCHES[n % 4][1],
            )
            for n in range(1, count + 1)
        ),
    )


def branch(number: int, count: int) -> list[str]:
    return [f"s{n:03}" for n in range(1, count + 1) if n % 4 == number]


def running(count: int = 16) -> Province:
    province = Province(count)
    province.tell(DirectoryRead(sites=sites(count)))
    province.engine_up()
    province.join(MAIN_SITE, open=True)
    for n in range(1, count + 1):
        province.join(f"s{n:03}")
    province.ask(StartSession(kind=SessionKind.OFFICIAL, title="Họp"))
    province.wait_ms(10_000)
    return province


def alarms(province: Province) -> list[AlarmView]:
    return [view for key, view in province.views.items() if key.startswith("alarm/")]


def test_a_calm_meeting_has_no_alarm() -> None:
    province = running()
    province.wait_ms(20_000)
    assert alarms(province) == []


def test_a_lost_site_is_one_alarm_until_it_returns() -> None:
    province = running()
    province.leave("s005")
    assert alarms(province) == []
    province.wait_ms(600)
    (alarm,) = alarms(province)
    assert (alarm.kind, alarm.severity, alarm.sites) == (AlarmKind.SITE_LOST, Severity.ERROR, ("s005",))
    assert province.ask(TakeAlarm(alarm_id=alarm.alarm_id)).outcome is Outcome.DONE
    (alarm,) = alarms(province)
    assert (alarm.taken_by, alarm.taken_ms) == (OPERATOR.person, province.now.wall_ms)
    province.join("s005")
    province.wait_ms(600)
    assert alarms(province) == []
    province.check_replay()


def test_what_nobody_took_stays_in_the_list_until_somebody_does() -> None:
    province = running()
    province.leave("s005")
    province.wait_ms(600)
    province.join("s005")
    (alarm,) = alarms(province)
    assert alarm.cleared_ms is not None
    province.ask(TakeAlarm(alarm_id=alarm.alarm_id))
    assert alarms(province) == []
    province.check_replay()


def test_all_that_are_over_are_taken_at_once_and_what_stands_is_not() -> None:
    province = running()
    for site in ("s005", "s006", "s007"):
        province.leave(site)
        province.wait_ms(1_000)
    province.join("s005")
    province.join("s006")
    province.wait_ms(600)
    assert [alarm.cleared_ms is not None for alarm in alarms(province)] == [True, True, False]
    assert province.ask(TakeClearedAlarms()).outcome is Outcome.DONE
    (left,) = alarms(province)
    assert (left.sites, left.taken_by) == (("s007",), None)
    assert province.ask(TakeClearedAlarms()).reason is Reason.REPEATED
    province.wait_ms(1_000)
    assert province.ask(TakeClearedAlarms()).reason is Reason.NOTHING_TO_DO
    province.check_replay()


def test_a_moment_s_trouble_is_no_alarm() -> None:
    province = running()
    province.leave("s005")
    province.wait_ms(300)
    province.join("s005")
    province.wait_ms(2000)
    assert alarms(province) == []


def test_sites_lost_behind_one_branch_are_one_alarm_that_names_it() -> None:
    province = running()
    for site in branch(0, 16):
        province.leave(site)
        province.wait_ms(100)
    province.wait_ms(1000)
    (alarm,) = alarms(province)
    assert (alarm.cause, alarm.branch) == (CauseKind.CARRIER_IN_DISTRICT, "VNPT Krông Bông")
    assert alarm.sites == tuple(branch(0, 16))
    assert [kind for kind in province.kinds() if kind.startswith("Alarm")] == ["AlarmRaised"]


def test_a_branch_that_falls_slowly_is_merged_into_one_alarm() -> None:
    province = running()
    for site in branch(0, 16):
        province.leave(site)
        province.wait_ms(2000)
    (alarm,) = alarms(province)
    assert alarm.branch == "VNPT Krông Bông"
    assert alarm.sites == tuple(branch(0, 16))
    province.check_replay()


def test_a_site_more_joins_the_alarm_of_its_branch() -> None:
    province = running()
    *first, last = branch(0, 16)
    for site in first:
        province.leave(site)
    province.wait_ms(600)
    (alarm,) = alarms(province)
    province.ask(TakeAlarm(alarm_id=alarm.alarm_id))
    province.leave(last)
    province.wait_ms(600)
    (same,) = alarms(province)
    assert (same.alarm_id, same.sites) == (alarm.alarm_id, (*first, last))
    assert same.taken_by == OPERATOR.person
    for site in branch(0, 16):
        province.join(site)
    assert alarms(province) == []


def test_half_of_all_sites_lost_is_our_own_line() -> None:
    province = running()
    for n in range(1, 17):
        province.leave(f"s{n:03}")
    province.wait_ms(1000)
    (alarm,) = alarms(province)
    assert (alarm.cause, len(alarm.sites)) == (CauseKind.OWN_LINE, 16)


def test_sites_here_and_there_are_alarms_of_their_own() -> None:
    province = running()
    for site in ("s001", "s002", "s003"):
        province.leave(site)
    province.wait_ms(1000)
    assert sorted(alarm.sites for alarm in alarms(province)) == [("s001",), ("s002",), ("s003",)]


def test_a_worse_line_has_to_be_taken_again() -> None:
    province = running()
    site = province.sites["s003"]
    site.loss = 3
    province.wait_ms(10_000)
    (alarm,) = alarms(province)
    assert (alarm.kind, alarm.severity) == (AlarmKind.LINE, Severity.WARNING)
    province.ask(TakeAlarm(alarm_id=alarm.alarm_id))
    site.loss = 9
    province.wait_ms(10_000)
    (worse,) = alarms(province)
    assert (worse.alarm_id, worse.severity, worse.taken_by) == (alarm.alarm_id, Severity.ERROR, None)
    province.check_replay()


def test_on_deck_is_judged_more_strictly() -> None:
    province = running()
    province.sites["s003"].loss = 1
    province.sites["s004"].loss = 0
    province.ask(PutOnDeck(site="s003"))
    province.sites["s003"].loss = 2
    province.wait_ms(12_000)
    (alarm,) = alarms(province)
    assert alarm.severity is Severity.ERROR


def test_a_lost_site_is_not_also_a_bad_line() -> None:
    province = running()
    province.sites["s003"].loss = 9
    province.wait_ms(10_000)
    assert [alarm.kind for alarm in alarms(province)] == [AlarmKind.LINE]
    province.leave("s003")
    province.wait_ms(1000)
    assert [alarm.kind for alarm in alarms(province) if alarm.cleared_ms is None] == [AlarmKind.SITE_LOST]


def test_a_log_that_cannot_be_written_is_an_alarm() -> None:
    province = running()
    province.tell(LogFailed(text="disk full"))
    province.wait_ms(600)
    (alarm,) = alarms(province)
    assert (alarm.kind, alarm.sites) == (AlarmKind.LOG_FAILING, ())
    province.tell(LogRecovered())
    assert alarms(province)[0].cleared_ms is not None


def test_sites_get_time_to_return_after_the_engine_came_back() -> None:
    province = running()
    province.engine_up(incarnation=2)
    province.wait_ms(5000)
    assert alarms(province) == []
    for n in range(1, 16):
        province.join(f"s{n:03}")
    province.join(MAIN_SITE, open=True)
    province.wait_ms(5000)
    (alarm,) = alarms(province)
    assert alarm.sites == ("s016",)


def test_a_restarted_bridge_knows_its_alarms() -> None:
    province = running()
    province.leave("s005")
    province.wait_ms(600)
    again = Province(16, restored=tuple(province.lines))
    assert [alarm.sites for alarm in alarms(again)] == [("s005",)]


def test_only_an_operator_takes_alarms() -> None:
    province = running()
    province.leave("s005")
    province.wait_ms(600)
    taking = TakeAlarm(alarm_id=alarms(province)[0].alarm_id)
    assert province.ask(taking, technician("s001")).reason is Reason.NOT_ALLOWED
    assert province.ask(TakeAlarm(alarm_id="a99")).reason is Reason.UNKNOWN_ALARM


def test_the_narrowest_branch_that_explains_most_is_the_cause() -> None:
    directory = {site.site: site for site in sites(40)}
    joined = [site for site in directory if site != MAIN_SITE]
    assert common_cause(branch(0, 40)[:4], joined, directory) is None
    found = common_cause([*branch(0, 40), *branch(1, 40)], joined, directory)
    assert found is not None
    assert found.kind is CauseKind.OWN_LINE or found.branch
    vnpt = common_cause([*branch(0, 40), *branch(1, 40)[:8]], joined, directory)
    assert vnpt is not None
    assert (vnpt.kind, vnpt.branch, len(vnpt.sites)) == (CauseKind.CARRIER, "VNPT", 18)


def test_alarms_of_a_meeting_end_with_it() -> None:
    from console.commands import EndSession

    province = meeting(3)
    province.leave("s001")
    province.wait_ms(10_000)
    assert alarms(province)
    province.ask(EndSession())
    assert alarms(province) == []
