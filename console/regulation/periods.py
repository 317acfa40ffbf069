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


def last_day_of_statistic(
    statistic: Statistic, day: Day, calendar: Calendar, profile: ProfileInForce, closing: Closing | None = None
) -> Due:
    """Returns the last moment for the report of the period that a day falls in."""
    kept = closing or profile.regulation.closing
    if statistic.last_day is not None:
        return due_on(_next(statistic.last_day, day), calendar, profile)
    ends = period_of(day, statistic.period, kept).ends
    return due_on(calendar.shift_working(ends, kept.working_days), calendar, profile)


def _next(month_day: str, day: Day) -> Day:
    """Returns the first such day that is not before a day."""
    this_year = day_in(day.year, month_day)
    return this_year if day <= this_year else day_in(day.year + 1, month_day)
