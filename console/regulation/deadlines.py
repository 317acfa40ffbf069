"""When a limit of a regulation ends: the legal day, the moment of that day, and what to be warned of.

Rules: working days are counted from the day beside the anchor's own day, which is not counted (Civil Code 91/2015/QH13,
article 147); a limit in days ends with that day's office hours. A limit in calendar days that falls on a day off keeps
its legal day; the warning names the last working day before it. Hours and minutes are counted as time, never as days.
"""

import msgspec

from console.regulation.calendar import MINUTE_MS, Calendar, Day, day_of, days_later, minute_of, moment
from console.regulation.limits import Limit, Side, Unit
from console.regulation.office_hours import OfficeHours
from console.regulation.profile import ProfileInForce

HOUR_MS = 60 * MINUTE_MS
NOON = 12 * 60
MIDNIGHT = 24 * 60


class DueWarning(msgspec.Struct, frozen=True, kw_only=True):
    """A limit ends on a day when offices do not work; `advised` is the last working day before it."""

    day_name: str
    """Name of the holiday; empty for an ordinary day of the weekend."""
    advised: Day


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """The end of a limit: milliseconds (UTC), and the day in Viet Nam that the regulation means."""

    due_wall_ms: int
    legal_date: Day
    warning: DueWarning | None = None
    provisional: bool = False
    """Counted in a year for which the calendar has no official notice yet."""


def due(
    limit: Limit, anchor_wall_ms: int, calendar: Calendar, profile: ProfileInForce, side: Side = Side.BEFORE
) -> Due:
    """Returns when a limit counted from a moment ends; by default it ends before that moment."""
    hours = profile.office_hours
    sign = -1 if side is Side.BEFORE else 1
    day = day_of(anchor_wall_ms)
    match limit.unit:
        case Unit.HOUR | Unit.MINUTE:
            step_ms = HOUR_MS if limit.unit is Unit.HOUR else MINUTE_MS
            return _at(anchor_wall_ms + sign * limit.amount * step_ms)
        case Unit.IMMEDIATELY:
            return _at(anchor_wall_ms)
        case Unit.SAME_DAY:
            return _same_day(anchor_wall_ms, calendar, hours, side)
        case Unit.WORKING_DAY:
            legal = calendar.shift_working(day, sign * limit.amount)
            return _on(legal, hours.end, calendar, counted_from=day)
        case Unit.DAY:
            return _on(days_later(day, sign * limit.amount), hours.end, calendar, warn=True)
        case Unit.HALF_DAY:
            return _half_days(sign * limit.amount, anchor_wall_ms, calendar, hours)


def due_on(day: Day, calendar: Calendar, profile: ProfileInForce) -> Due:
    """Returns the end of a limit that the regulation names as a day: the end of that day's office hours."""
    return _on(day, profile.office_hours.end, calendar, warn=True)


def _at(wall_ms: int) -> Due:
    return Due(due_wall_ms=wall_ms, legal_date=day_of(wall_ms))


def _on(day: Day, minute: int, calendar: Calendar, *, counted_from: Day | None = None, warn: bool = False) -> Due:
    warning = None
    if warn and not calendar.is_working(day):
        warning = DueWarning(day_name=calendar.name_of(day), advised=calendar.shift_working(day, -1))
    provisional = calendar.is_provisional(day) or (counted_from is not None and calendar.is_provisional(counted_from))
    return Due(due_wall_ms=moment(day, minute), legal_date=day, warning=warning, provisional=provisional)


def _same_day(anchor_wall_ms: int, calendar: Calendar, hours: OfficeHours, side: Side) -> Due:
    """Returns the end of the anchor's own day: of office hours, or of the day when the office has closed already."""
    day = day_of(anchor_wall_ms)
    if side is Side.BEFORE:
        return _on(day, minute_of(anchor_wall_ms), calendar, warn=True)
    late = minute_of(anchor_wall_ms) >= hours.end
    return _on(day, MIDNIGHT - 1 if late else hours.end, calendar, warn=True)


def _half_days(count: int, anchor_wall_ms: int, calendar: Calendar, hours: OfficeHours) -> Due:
    """Returns the end of the session `count` sessions away.

    A meeting of the afternoon has that morning before it, also on a day off; other days off have no sessions.
    """
    day = day_of(anchor_wall_ms)
    session = _session_of(anchor_wall_ms, hours)
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        session += step
        if session < 0:
            day, session = calendar.shift_working(day, -1), 1
        elif session > 1:
            day, session = calendar.shift_working(day, 1), 0
    end = hours.morning_end if session == 0 else hours.end
    return _on(day, end, calendar, counted_from=day_of(anchor_wall_ms), warn=True)


def _session_of(wall_ms: int, hours: OfficeHours) -> int:
    """Returns 0 for the morning, 1 for the afternoon, 2 for the evening."""
    minute = minute_of(wall_ms)
    return 0 if minute < NOON else 1 if minute < hours.end else 2
