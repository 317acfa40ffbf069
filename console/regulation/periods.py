"""Reporting periods: which period a day belongs to, when it closes, and the last day for its report.

Rule: where the regulation names the last day ("trước ngày 30 tháng 12" is the 29th), that holds; else the office's
setting does. The preset closes half years on 14 June and 14 December, as government statistics do; whoever uses
calendar years sets 30 June and 31 December.
"""

import msgspec

from console.regulation.after import Closing, Period, Statistic
from console.regulation.calendar import Calendar, Day, day_in, days_later
from console.regulation.deadlines import Due, due_on
from console.regulation.profile import ProfileInForce

CALENDAR_YEAR = Closing(half_year="06-30", year="12-31")


class ReportingPeriod(msgspec.Struct, frozen=True, kw_only=True):
    """The days of a period, both counted in."""

    begins: Day
    ends: Day


def period_of(day: Day, period: Period, closing: Closing) -> ReportingPeriod:
    """Returns the period that a day falls in; a year runs from the day after the last year closed."""
    year_end = day_in(day.year, closing.year)
    year = day.year if day <= year_end else day.year + 1
    year_begin, year_end = days_later(day_in(year - 1, closing.year), 1), day_in(year, closing.year)
    if period is Period.YEAR:
        return ReportingPeriod(begins=year_begin, ends=year_end)
    half = day_in(year, closing.half_year)
    if day <= half:
        return ReportingPeriod(begins=year_begin, ends=half)
    return ReportingPeriod(begins=days_later(half, 1), ends=year_end)


def period_before(period: ReportingPeriod, kind: Period, closing: Closing) -> ReportingPeriod:
    """Returns the period that ended before another began."""
    return period_of(days_later(period.begins, -1), kind, closing)


def report_due(statistic: Statistic, period: ReportingPeriod, calendar: Calendar, profile: ProfileInForce) -> Due:
    """Returns the last moment for the report of a period; a last day that the text names is of the period's year."""
    if statistic.last_day is not None:
        return due_on(day_in(period.ends.year, statistic.last_day), calendar, profile)
    given = profile.regulation.closing.working_days
    return due_on(calendar.shift_working(period.ends, given), calendar, profile)
