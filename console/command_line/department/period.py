"""Which days somebody means: those that were named, or the period of today by the profile's closing days."""

import time
from datetime import date
from typing import NamedTuple

from console.command_line.actions import Actions
from console.command_line.department.phrasing import DepartmentSay
from console.command_line.department.requests import InPeriod
from console.command_line.exits import BadInput
from console.command_line.files import profile_of, settings_of
from console.office.reporting import Period, between
from console.regulation import after
from console.regulation.calendar import day_of
from console.regulation.periods import period_of


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
    return NamedPeriod(between(first, last), f"{first:%d/%m/%Y}", f"{last:%d/%m/%Y}")


def _day(text: str | None, actions: Actions) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(actions.phrase(DepartmentSay.DAY_BAD, {"text": text})) from error


def _of_today(request: InPeriod, actions: Actions) -> tuple[date, date]:
    settings = settings_of(request.data)
    profile = profile_of(request.data, settings, actions.profiles, actions.program_version())
    today = day_of(time.time_ns() // 1_000_000)
    period = period_of(today, after.Period(request.period), profile.regulation.closing)
    return period.begins, period.ends
