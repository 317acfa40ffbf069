"""What of the front's refusals is a security event, once for each cause, and when many are a storm."""

import pytest

from console.admission.security_watch import MOST_CAUSES, QUIET_MS, STORM_CONNECTIONS, SecurityWatch
from console.alarms.conduct_port import SiteMisbehaved
from console.events import AdmissionRefused, JoinsBounded
from console.office.account_acts import AccountAct, AccountDeed
from console.office.record import Version
from console.office.security_events import SecurityEvent, SecurityMatter
from console.office.security_rows import security_rows
from console.words import Misconduct

AT = 1_795_000_000_000


def refusal(kind: str, site: str | None = None, address: str = "198.51.100.7") -> AdmissionRefused:
    return AdmissionRefused(site=site, address=address, reason_text="…", refusal=kind)


@pytest.mark.parametrize(
    ("event", "matter"),
    [
        (refusal("credential_unknown"), SecurityMatter.UNEXPECTED_JOIN),
        (refusal("credential_unknown", "s001"), SecurityMatter.REVOKED_CREDENTIAL),
        (refusal("code_revoked", "s001"), SecurityMatter.REVOKED_CREDENTIAL),
        (refusal("meeting_locked", "s001"), SecurityMatter.UNEXPECTED_JOIN),
        (refusal("in_lobby", "s001"), SecurityMatter.UNEXPECTED_JOIN),
        (refusal("another_machine", "s001"), SecurityMatter.UNEXPECTED_JOIN),
        (refusal("full", "s001"), None),
        (refusal("busy"), None),
        (refusal(""), None),
    ],
)
def test_who_is_kept_out_unexpectedly_is_an_event(event: AdmissionRefused, matter: SecurityMatter | None) -> None:
    kept = SecurityWatch().refused(event, "s", AT)
    assert (None if kept is None else (kept.matter, kept.site, kept.session)) == (
        None if matter is None else (matter, event.site, "s")
    )


def test_the_same_cause_is_one_event_within_ten_minutes() -> None:
    watch = SecurityWatch()
    kept = [
        watch.refused(refusal("code_unknown"), "", AT + at) for at in (0, 1000, QUIET_MS - 1, QUIET_MS, QUIET_MS + 5)
    ]
    assert [event is not None for event in kept] == [True, False, False, True, False]
    assert watch.refused(refusal("code_unknown", address="198.51.100.8"), "", AT + QUIET_MS + 6) is not None


def test_of_many_causes_the_rest_is_one_storm() -> None:
    watch = SecurityWatch()
    kept = [
        watch.refused(refusal("code_unknown", address=f"10.0.{at}.1"), "", AT + at) for at in range(MOST_CAUSES + 40)
    ]
    events = [event for event in kept if event is not None]
    assert [event.matter for event in events].count(SecurityMatter.STORM) == 1
    assert len(events) <= MOST_CAUSES + 2
    assert len({event.id for event in events}) == len(events)


def test_connections_that_are_closed_unheard_are_a_storm_once() -> None:
    watch = SecurityWatch()
    closed = [0, 10, STORM_CONNECTIONS + 10, 9 * STORM_CONNECTIONS, 99 * STORM_CONNECTIONS]
    kept = [watch.unheard(count, "", AT + at * 1000) for at, count in enumerate(closed)]
    assert [None if event is None else event.count for event in kept] == [
        None,
        None,
        STORM_CONNECTIONS + 10,
        None,
        None,
    ]


def test_what_a_site_is_put_off_for_is_an_event_for_each_kind_once_in_ten_minutes() -> None:
    watch = SecurityWatch()

    def kept(at: int, *kinds: Misconduct, site: str = "s001") -> list[str]:
        report = SiteMisbehaved(at_ms=0, site=site, misconduct=kinds)
        events = watch.misbehaved(report, "s", AT + at)
        assert all((event.matter, event.site) == (SecurityMatter.MISCONDUCT, site) for event in events)
        return [event.what for event in events]

    assert kept(0, Misconduct.FLOOD) == ["flood"]
    assert kept(1000, Misconduct.FLOOD, Misconduct.PICTURE) == ["picture"]
    assert kept(2000) == []
    assert kept(3000, Misconduct.FLOOD) == []
    assert kept(3000, Misconduct.FLOOD, site="s002") == ["flood"]
    assert kept(QUIET_MS, Misconduct.FLOOD) == ["flood"]
    assert [event.what for event in watch.joins_bounded(JoinsBounded(site="s001", standing=True), "s", AT)] == ["joins"]
    assert watch.joins_bounded(JoinsBounded(site="s001", standing=False), "s", AT) == ()


def test_strangers_hide_no_misconduct_however_many_they_are() -> None:
    watch = SecurityWatch()
    for at in range(MOST_CAUSES * 2):
        watch.refused(refusal("code_unknown", address=f"10.0.{at}.1"), "", AT)
    report = SiteMisbehaved(at_ms=0, site="s001", misconduct=(Misconduct.NONSENSE,))
    assert [event.what for event in watch.misbehaved(report, "", AT)] == ["nonsense"]


def test_a_few_closed_over_a_long_time_are_no_storm() -> None:
    watch = SecurityWatch()
    assert [watch.unheard(9 * at, "", AT + at * 1000) for at in range(60)] == [None] * 60


def test_a_clock_that_is_set_back_hides_nothing_for_long() -> None:
    watch = SecurityWatch()
    assert watch.refused(refusal("code_unknown"), "", AT) is not None
    assert watch.clock_jumped(-3_600_000, "", AT - 3_600_000).what == "-3600000"
    assert watch.refused(refusal("code_unknown"), "", AT - 3_600_000) is not None


def test_events_accounts_and_changes_stand_in_one_list_the_newest_first() -> None:
    def told(record: SecurityEvent | AccountAct, wall_ms: int) -> Version[SecurityEvent | AccountAct]:
        return Version(
            line=1, kind="", id=record.id, version=1, wall_ms=wall_ms, person="An", reason="", content=record
        )

    storm = SecurityEvent(id="1", matter=SecurityMatter.STORM, count=9)
    wrong, right = (AccountAct(id=deed.value, deed=deed) for deed in (AccountDeed.LOGIN_FAILED, AccountDeed.LOGGED_IN))
    gone = Version[SecurityEvent](line=1, kind="", id="x", version=2, wall_ms=9, person="", reason="", content=None)
    rows = security_rows([told(storm, 1), told(wrong, 3), told(right, 2), gone])
    assert [row.matter for row in rows] == [SecurityMatter.FAILED_LOGIN, SecurityMatter.ACCOUNT, SecurityMatter.STORM]
