"""Which days somebody means: those that were named, or the period of today by the profile's closing days."""

from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from console.command_line.actions import Actions
from console.command_line.department.phrasing import DepartmentSay
from console.command_line.department.requests import InPeriod
from console.command_line.exits import BadInput
from console.command_line.files import profile_of, settings_of
from console.office.reporting import Period
from console.regulation import after
from console.regulation.periods import period_of

VIETNAM = timezone(timedelta(hours=7))
"""Vietnam has no summer time."""


class NamedPeriod(NamedTuple):
    """A period with its days as people write them."""

    period: Period
    first: str
    last: str


def named_period(request: InPeriod, actions: Actions) -> NamedPeriod:
    """Returns the period that was named; raises `BadInput`."""
    own = _of_today(request, actions)
    first = _day(request.first_day, actions) or own[0]
    last = _day(request.last_day, actions) or own[1]
    if first > last:
        values = {"first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
        raise BadInput(actions.phrase(DepartmentSay.DAYS_TURNED, values))
    period = Period(from_ms=_begin_ms(first), until_ms=_begin_ms(last + timedelta(days=1)))
    return NamedPeriod(period, f"{first:%d/%m/%Y}", f"{last:%d/%m/%Y}")


def _day(text: str | None, actions: Actions) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(actions.phrase(DepartmentSay.DAY_BAD, {"text": text})) from error


def _begin_ms(day: date) -> int:
    return int(datetime.combine(day, time(), VIETNAM).timestamp() * 1000)


def _of_today(request: InPeriod, actions: Actions) -> tuple[date, date]:
    settings = settings_of(request.data)
    profile = profile_of(request.data, settings, actions.profiles, actions.program_version())
    today = datetime.now(VIETNAM).date()
    period = period_of(today, after.Period(request.period), profile.regulation.closing)
    return period.begins, period.ends
