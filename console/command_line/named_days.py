"""Days that somebody names, as `YYYY-MM-DD`: both counted in, each in place of the period's own."""

from datetime import date

from console.command_line.actions import Actions
from console.command_line.exits import BadInput
from console.command_line.phrasing import Say
from console.regulation.periods import ReportingPeriod


def named_days(first: str | None, last: str | None, own: ReportingPeriod, actions: Actions) -> tuple[date, date]:
    """Returns the first and the last day; raises `BadInput` for what is no day, or for days that are turned round."""
    begins = named_day(first, actions) or own.begins
    ends = named_day(last, actions) or own.ends
    if begins > ends:
        values = {"first": f"{begins:%d/%m/%Y}", "last": f"{ends:%d/%m/%Y}"}
        raise BadInput(actions.phrase(Say.DAYS_TURNED, values))
    return begins, ends


def named_day(text: str | None, actions: Actions) -> date | None:
    """Returns a day, None where none was named; raises `BadInput`."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(actions.phrase(Say.DAY_BAD, {"text": text})) from error
