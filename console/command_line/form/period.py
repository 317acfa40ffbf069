"""Which days a form of a period is for: those that were named, or the period of today by the profile's closing days."""

from console.command_line.actions import Actions
from console.command_line.form.requests import WritePeriodForm, WriteSecurityReport
from console.command_line.named_days import named_days
from console.regulation import after
from console.regulation.calendar import day_of, days_later, moment
from console.regulation.periods import period_of
from console.regulation.profile import ProfileInForce


def period_days(
    request: WritePeriodForm | WriteSecurityReport, profile: ProfileInForce, now_wall_ms: int, actions: Actions
) -> tuple[int, int, str]:
    """Returns the first moment, the first moment after it, and what the period is called; raises `BadInput`."""
    kind = _asked(profile) if request.period is None else after.Period(request.period)
    own = period_of(day_of(now_wall_ms), kind, profile.regulation.closing)
    first, last = named_days(request.first_day, request.last_day, own, actions)
    told = f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
    return moment(first, 0), moment(days_later(last, 1), 0), told


def _asked(profile: ProfileInForce) -> after.Period:
    """Returns the shortest period of which the profile wants statistics of meetings; a year where it names none."""
    kinds = [each.period for each in profile.regulation.statistics if each.kind is after.ReportKind.MEETINGS]
    return after.Period.HALF_YEAR if after.Period.HALF_YEAR in kinds else after.Period.YEAR
