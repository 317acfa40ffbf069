"""A site's reports: kept until answered, sent again, never twice at once, never without an end."""

import time

from console.checks.check_words import TICKED, CheckItem, CheckResult
from console.sites.site_messages import FromSiteMessage, ReportAttendance, ReportIncident, WishAnswered
from console.words import Outcome, Reason
from hardware.endpoint.site_reports import MOST_WAITING, SiteReports


def sent_by(reports: SiteReports) -> list[FromSiteMessage]:
    said: list[FromSiteMessage] = []
    reports.send_all(said.append)
    return said


def test_what_has_no_answer_is_sent_again_under_the_same_name() -> None:
    reports = SiteReports()
    report = reports.add_incident("Mất điện")
    assert isinstance(report, ReportIncident)
    for _ in range(2):
        (sent,) = sent_by(reports)
        assert isinstance(sent, ReportIncident)
        assert (sent.wish_id, sent.text) == (report.wish_id, report.text)
    assert reports.incident is not None
    assert (reports.incident.text, reports.incident.outcome) == ("Mất điện", None)

    reports.answered(WishAnswered(wish_id=report.wish_id, outcome=Outcome.DONE))
    assert sent_by(reports) == []
    assert reports.incident.outcome is Outcome.DONE


def test_who_is_there_is_said_as_it_is_now_and_not_as_it_was() -> None:
    reports = SiteReports()
    reports.add_attendance(20, "Bà Hoa")
    reports.add_incident("Mất hình")
    newest = reports.add_attendance(24, "Bà Hoa")
    said = sent_by(reports)
    assert [type(report) for report in said] == [ReportIncident, ReportAttendance]
    assert said[-1] == newest


def test_too_many_reports_without_an_answer_drop_the_oldest_and_say_so() -> None:
    reports = SiteReports()
    first = reports.add_incident("0")
    for number in range(1, MOST_WAITING):
        reports.add_attendance(number, "")  # replaces itself: takes one place
    assert len(sent_by(reports)) == 2
    kept = reports.incident
    for number in range(MOST_WAITING):
        reports.add_incident(str(number))
    assert first not in sent_by(reports)
    assert len(sent_by(reports)) == MOST_WAITING
    assert kept is not None
    assert kept.outcome is None, "facts are never changed, only replaced"


def test_an_answer_to_nothing_and_a_refusal() -> None:
    reports = SiteReports()
    reports.answered(WishAnswered(wish_id="beef", outcome=Outcome.DONE))
    assert reports.incident is None
    report = reports.add_incident("Mất tiếng")
    reports.answered(WishAnswered(wish_id=report.wish_id, outcome=Outcome.REFUSED, reason=Reason.NO_SESSION))
    assert reports.incident is not None
    assert (reports.incident.outcome, reports.incident.reason) == (Outcome.REFUSED, Reason.NO_SESSION)


def test_an_incident_says_how_long_ago_it_was_noticed_whenever_it_is_sent() -> None:
    reports = SiteReports()
    opened_ms = time.time_ns() // 1_000_000 - 90_000
    reports.add_incident("Mất điện", opened_ms)
    (sent,) = sent_by(reports)
    assert isinstance(sent, ReportIncident)
    assert 90_000 <= sent.opened_ago_ms < 95_000
    ahead = reports.add_incident("Mất tiếng", opened_ms + 600_000)
    assert isinstance(ahead, ReportIncident)
    assert ahead.opened_ago_ms == 0, "a clock that was set back makes no future"


def test_ticks_of_a_check_wait_for_their_answers_one_for_each_item_of_one_stage() -> None:
    reports = SiteReports()
    reports.add_tick("T-2h", CheckItem.LIGHT, CheckResult.FAIL, "tối", "Hà")
    newest = reports.add_tick("T-2h", CheckItem.LIGHT, CheckResult.OK, "", "Hà")
    power = reports.add_tick("T-2h", CheckItem.POWER, CheckResult.OK, "", "Hà")
    assert sent_by(reports) == [newest, power]
    reports.answered(WishAnswered(wish_id=newest.wish_id, outcome=Outcome.DONE))
    assert sent_by(reports) == [power]
    later = reports.add_tick("T-1h", CheckItem.LIGHT, CheckResult.OK, "", "Hà")
    assert sent_by(reports) == [later], "what was ticked of an earlier stage is too late"


def test_all_items_can_be_ticked_while_there_is_no_bridge() -> None:
    reports = SiteReports()
    for item in TICKED:
        reports.add_tick("T-2h", item, CheckResult.OK, "", "Hà")
    assert len(sent_by(reports)) == len(TICKED)
