"""Recurring duties as a list: what the profile asks, until when, and what somebody says was done.

Rule: what is due comes from the profile and the calendar; only that it was done, by whom and with which paper is kept.
"""

from collections.abc import Iterable

import msgspec

from console.office.columns import RecordList, choice, day, long_text, text
from console.office.people import Day, Name, ShortText
from console.office.record import Record, Text
from console.office.registers import DutyDone
from console.regulation.calendar import Calendar, day_of
from console.regulation.calendar import Day as CalendarDay
from console.regulation.obligations import Obligation, ObligationState, obligations
from console.regulation.profile import ProfileInForce

ID_LENGTH = 120


class ObligationRow(Record, frozen=True, kw_only=True, tag="obligation_row"):
    """A duty in one of its periods as people see it; never kept as such."""

    what: Name
    party: Text = ""
    recipient: Text = ""
    article: Text = ""
    due_on: Day = ""
    state: ObligationState = ObligationState.NO_DATE
    done_on: Day = ""
    done_by: ShortText = ""
    paper: ShortText = ""
    note: Text = ""


GIVEN = ("what", "state", "due_on", "party", "recipient", "article")
"""Columns that come from the profile."""

OBLIGATIONS = RecordList(
    name="obligations",
    form=ObligationRow,
    columns=(
        text("what", 36, needed=True),
        choice("state", ObligationState, 14),
        day("due_on", 11),
        text("party", 18),
        text("recipient"),
        text("article"),
        day("done_on", 13),
        text("done_by", 18),
        text("paper"),
        long_text("note"),
    ),
    key=("what",),
    fixed=GIVEN,
)


def obligations_now(
    profile: ProfileInForce, calendar: Calendar, done: Iterable[DutyDone], first_wall_ms: int | None, now_wall_ms: int
) -> tuple[Obligation, ...]:
    """Returns the recurring duties of today, the next to end first.

    `first_wall_ms` is when a duty was first noted here (None: never); nothing of the years before is held against it.
    """
    today = day_of(now_wall_ms)
    began = min(today, day_of(now_wall_ms if first_wall_ms is None else first_wall_ms)).replace(month=1, day=1)
    days = {told.id: CalendarDay.fromisoformat(told.done_on) for told in done if told.done_on}
    return obligations(profile, calendar, today, days, began)


def done_of(row: ObligationRow) -> DutyDone:
    """Returns what the register keeps of a row."""
    return DutyDone(id=row.id, done_on=row.done_on, done_by=row.done_by, paper=row.paper, note=row.note)


def with_done(row: ObligationRow, done: Iterable[DutyDone]) -> ObligationRow:
    """Returns a row with what was said to be done."""
    told = next((each for each in done if each.id == row.id), None)
    if told is None:
        return row
    return msgspec.structs.replace(row, done_on=told.done_on, done_by=told.done_by, paper=told.paper, note=told.note)


def key_of(obligation: Obligation) -> str:
    """Returns the identifier under which an obligation is kept."""
    return obligation.key[:ID_LENGTH]
