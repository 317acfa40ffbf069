"""Which days somebody means: those that were named, or the period of today by the profile's closing days."""

import time
from typing import NamedTuple

from console.command_line.actions import Actions
from console.command_line.department.requests import InPeriod
from console.command_line.files import profile_of, settings_of
from console.command_line.named_days import named_days
from console.office.reporting import Period, between
from console.regulation import after
from console.regulation.calendar import day_of
from console.regulation.periods import ReportingPeriod, period_of


class NamedPeriod(NamedTuple):
    """A period with its days as people write them."""

    period: Period
    first: str
    last: str


def named_period(request: InPeriod, actions: Actions) -> NamedPeriod:
    """Returns the period that was named; raises `BadInput`."""
    first, last = named_days(request.first_day, request.last_day, _of_today(request, actions), actions)
    return NamedPeriod(between(first, last), f"{first:%d/%m/%Y}", f"{last:%d/%m/%Y}")


def _of_today(request: InPeriod, actions: Actions) -> ReportingPeriod:
    settings = settings_of(request.data)
    profile = profile_of(request.data, settings, actions.profiles, actions.program_version())
    today = day_of(time.time_ns() // 1_000_000)
    return period_of(today, after.Period(request.period), profile.regulation.closing)
