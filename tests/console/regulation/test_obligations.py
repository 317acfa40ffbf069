"""Recurring duties: what is due when, under each province's text and the office's closing days."""

import json

import pytest

from console.regulation.after import Closing, Period, PeriodicKind, ReportKind
from console.regulation.calendar import Day
from console.regulation.obligations import Obligation, ObligationState, obligations
from console.regulation.periods import CALENDAR_YEAR, ReportingPeriod, period_of
from console.regulation.profile import ProfileInForce, read_profile
from tests.console.regulation.provinces import CALENDAR, PROFILES, RESOURCES

LONG_AGO = Day(2020, 1, 1)


def of(profile: ProfileInForce, today: Day) -> dict[str, Obligation]:
    return {one.key: one for one in obligations(profile, CALENDAR, today, {}, LONG_AGO)}


@pytest.mark.parametrize(
    ("day", "every", "closing", "begins", "ends"),
    [
        (Day(2026, 6, 14), Period.HALF_YEAR, Closing(), Day(2025, 12, 15), Day(2026, 6, 14)),
        (Day(2026, 6, 15), Period.HALF_YEAR, Closing(), Day(2026, 6, 15), Day(2026, 12, 14)),
        (Day(2026, 12, 15), Period.HALF_YEAR, Closing(), Day(2026, 12, 15), Day(2027, 6, 14)),
        (Day(2026, 12, 14), Period.YEAR, Closing(), Day(2025, 12, 15), Day(2026, 12, 14)),
        (Day(2026, 12, 15), Period.YEAR, Closing(), Day(2026, 12, 15), Day(2027, 12, 14)),
        (Day(2026, 12, 31), Period.YEAR, CALENDAR_YEAR, Day(2026, 1, 1), Day(2026, 12, 31)),
        (Day(2026, 7, 1), Period.HALF_YEAR, CALENDAR_YEAR, Day(2026, 7, 1), Day(2026, 12, 31)),
    ],
)
def test_a_day_falls_in_one_period(day: Day, every: Period, closing: Closing, begins: Day, ends: Day) -> None:
    assert period_of(day, every, closing) == ReportingPeriod(begins=begins, ends=ends)


def test_binh_dinh_reports_before_30_december() -> None:
    report = of(PROFILES["vn-binh-dinh"], Day(2026, 11, 21))["report/meetings/year/2026-12-14"]
    assert report.due is not None
    assert (report.due.legal_date, report.article) == (Day(2026, 12, 29), "Đ16 k2d, PL III")
    assert report.state is ObligationState.LATER
    soon = of(PROFILES["vn-binh-dinh"], Day(2026, 11, 29))["report/meetings/year/2026-12-14"]
    assert soon.state is ObligationState.SOON
    over = of(PROFILES["vn-binh-dinh"], Day(2026, 12, 30))["report/meetings/year/2026-12-14"]
    assert over.state is ObligationState.OVERDUE


def test_half_years_close_on_14_june_and_14_december_or_as_the_office_sets() -> None:
    found = of(PROFILES["vn-dong-nai"], Day(2026, 11, 21))
    assert {one.period.ends for one in found.values() if one.every is Period.HALF_YEAR and one.period} == {
        Day(2026, 6, 14),
        Day(2026, 12, 14),
    }
    half = found["report/meetings/half_year/2026-12-14"].due
    assert half is not None
    assert half.legal_date == Day(2026, 12, 21)
    overlay = {
        "schema": "organisation-overlay/1",
        "closing": {"half_year": "06-30", "year": "12-31", "working_days": 3},
    }
    octets = (RESOURCES / "profiles" / "vn-dong-nai.json").read_bytes()
    calendar_years = of(read_profile(octets, "1", json.dumps(overlay).encode()), Day(2026, 7, 1))
    due = calendar_years["report/meetings/half_year/2026-06-30"].due
    assert due is not None
    assert due.legal_date == Day(2026, 7, 3)


def test_last_periods_report_stays_named_until_it_is_done() -> None:
    today = Day(2027, 1, 10)
    key = "report/to_province/year/2026-12-14"
    assert of(PROFILES["vn-bac-kan"], today)[key].state is ObligationState.OVERDUE
    done = {key: Day(2026, 12, 20)}
    after = obligations(PROFILES["vn-bac-kan"], CALENDAR, today, done, LONG_AGO)
    assert key not in [one.key for one in after]
    assert "report/to_province/year/2027-12-14" in [one.key for one in after], "this year's is another duty"


def test_done_in_time_and_done_late() -> None:
    key = "report/meetings/year/2026-12-14"
    profile = PROFILES["vn-binh-dinh"]
    early = obligations(profile, CALENDAR, Day(2026, 12, 20), {key: Day(2026, 12, 18)}, LONG_AGO)
    assert [one.state for one in early if one.key == key] == [ObligationState.DONE]


def test_what_fell_due_before_the_program_came_is_not_held_against_the_office() -> None:
    profile, today = PROFILES["vn-thanh-hoa"], Day(2026, 11, 21)
    since = obligations(profile, CALENDAR, today, {}, Day(2026, 11, 1))
    assert ObligationState.OVERDUE not in [one.state for one in since]
    assert ObligationState.OVERDUE in [one.state for one in obligations(profile, CALENDAR, today, {}, LONG_AGO)]


def test_a_duty_without_a_period_is_named_last_and_has_no_end() -> None:
    found = obligations(
        PROFILES["vn-binh-dinh"], CALENDAR, Day(2026, 11, 21), {"duty/cleaning": Day(2026, 11, 2)}, LONG_AGO
    )
    assert [one.what for one in found[-2:]] == [PeriodicKind.CLEANING, PeriodicKind.SECURITY_CHECK]
    assert (found[-2].state, found[-2].due, found[-2].done) == (ObligationState.NO_DATE, None, Day(2026, 11, 2))
    ends = [one.due.legal_date for one in found if one.due]
    assert ends == sorted(ends)


def test_yearly_plans_end_with_the_calendar_year() -> None:
    training = of(PROFILES["vn-binh-dinh"], Day(2026, 11, 21))["duty/training/2026-12-31"]
    assert training.due is not None
    assert training.due.legal_date == Day(2026, 12, 31)


def test_dak_lak_sets_no_recurring_duty_and_the_others_do() -> None:
    assert of(PROFILES["vn-dak-lak"], Day(2026, 11, 21)) == {}
    kinds = {one.what for one in of(PROFILES["vn-thanh-hoa"], Day(2026, 11, 21)).values()}
    assert kinds == {
        ReportKind.EFFECTIVENESS,
        ReportKind.TO_PROVINCE,
        PeriodicKind.SITE_INSPECTION,
        PeriodicKind.REVIEW,
        PeriodicKind.BUDGET,
    }
