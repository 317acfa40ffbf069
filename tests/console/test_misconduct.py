"""Sites that harm the bridge: named in the alarms and in the log while it lasts, and nothing else is said of them."""

import pytest

from console.alarms.alarm_entries import AlarmCleared, AlarmRaised
from console.alarms.conduct_port import SiteMisbehaved
from console.events import JoinsBounded
from console.words import AlarmKind, Misconduct, Severity
from tests.console.province import Province
from tests.console.test_alarms import alarms, running
from widgets.phrases.log.alarm_words import alarm_is_news, phrase_alarm

NAMED = {
    Misconduct.FLOOD: (AlarmKind.SITE_FLOODS, Severity.ERROR),
    Misconduct.PICTURE: (AlarmKind.PICTURE_HARMFUL, Severity.ERROR),
    Misconduct.NONSENSE: (AlarmKind.SITE_NONSENSE, Severity.WARNING),
}


def misbehaves(province: Province, site: str, *misconduct: Misconduct) -> None:
    province.tell(SiteMisbehaved(at_ms=province.now.monotonic_ms, site=site, misconduct=misconduct))
    province.wait_ms(600)


@pytest.mark.parametrize("misconduct", NAMED)
def test_a_site_that_misbehaves_is_named_until_it_no_longer_does(misconduct: Misconduct) -> None:
    province = running()
    misbehaves(province, "s004", misconduct)
    (alarm,) = alarms(province)
    assert (alarm.kind, alarm.severity) == NAMED[misconduct]
    assert alarm.sites == ("s004",)
    misbehaves(province, "s004")
    assert all(alarm.cleared_ms is not None for alarm in alarms(province))
    told = [line.entry for line in province.lines if isinstance(line.entry, AlarmRaised | AlarmCleared)]
    assert [(type(entry), entry.alarm, entry.sites) for entry in told] == [
        (AlarmRaised, NAMED[misconduct][0], ("s004",)),
        (AlarmCleared, NAMED[misconduct][0], ("s004",)),
    ]
    province.check_replay()


def test_what_is_dropped_of_a_site_is_not_told_as_a_bad_line_of_its() -> None:
    province = running()
    province.sites["s003"].loss = 9
    misbehaves(province, "s003", Misconduct.FLOOD)
    province.wait_ms(12_000)
    assert [alarm.kind for alarm in alarms(province)] == [AlarmKind.SITE_FLOODS]
    misbehaves(province, "s003")
    province.wait_ms(12_000)
    assert AlarmKind.LINE in [alarm.kind for alarm in alarms(province) if alarm.cleared_ms is None]


def test_joins_without_end_are_named_beside_what_the_engine_says() -> None:
    province = running()
    province.tell(JoinsBounded(site="s002", standing=True))
    misbehaves(province, "s002", Misconduct.NONSENSE)
    assert {alarm.kind for alarm in alarms(province)} == {AlarmKind.SITE_JOINS, AlarmKind.SITE_NONSENSE}
    misbehaves(province, "s002")
    assert {alarm.kind for alarm in alarms(province) if alarm.cleared_ms is None} == {AlarmKind.SITE_JOINS}
    province.tell(JoinsBounded(site="s002", standing=False))
    province.wait_ms(600)
    assert all(alarm.cleared_ms is not None for alarm in alarms(province))


def test_a_new_engine_knows_of_nobody_and_the_front_still_does() -> None:
    province = running()
    province.tell(JoinsBounded(site="s002", standing=True))
    misbehaves(province, "s004", Misconduct.PICTURE)
    province.engine_up()
    province.wait_ms(600)
    assert [alarm.kind for alarm in alarms(province) if alarm.cleared_ms is None] == [AlarmKind.SITE_JOINS]


def test_a_site_that_nobody_knows_is_no_alarm() -> None:
    province = running()
    misbehaves(province, "stranger", Misconduct.FLOOD)
    assert alarms(province) == []


def test_every_kind_has_its_sentence_and_is_news() -> None:
    for kind in (*(kind for kind, _ in NAMED.values()), AlarmKind.SITE_JOINS):
        sentence = phrase_alarm(kind, Severity.ERROR, ("s004",), None, "", lambda site: f"Xã {site}")
        assert sentence.startswith("Xã s004: ")
        for line in ("alarm-raised", "alarm-cleared"):
            assert alarm_is_news(line, {"alarm": kind, "severity": Severity.ERROR})
