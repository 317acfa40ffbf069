"""Recurring duties (F32): reports of a period, yearly plans, checks and trainings; what is due when, and what was done.

Rules: a duty comes back every period and is told apart by it, so that last year's report does not answer this year's.
What fell due before the office began to use the program is not held against it. Where the text says only
"periodically" there is no end, only a reminder of when it was done last. Pure: today is an argument.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from console.regulation.after import Closing, Period, PeriodicKind, ReportKind
from console.regulation.calendar import Calendar, Day
from console.regulation.deadlines import Due, due_on
from console.regulation.periods import CALENDAR_YEAR, ReportingPeriod, period_before, period_of, report_due
from console.regulation.profile import ProfileInForce
from console.regulation.province import Party

REMIND_DAYS = 30
"""So many days before its end a duty begins to be named."""


class ObligationState(StrEnum):
    LATER = "later"
    SOON = "soon"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done_late"
    NO_DATE = "no_date"
    """The text sets no period; `done` says when it was done last."""


class Obligation(msgspec.Struct, frozen=True, kw_only=True):
    """A recurring duty in one of its periods; without a period it stands for itself."""

    key: str
    """Stable: `report/meetings/year/2026-12-14`, `duty/training/2026-12-31`, `duty/cleaning`."""
    what: ReportKind | PeriodicKind
    every: Period | None
    by: Party
    to: Party | None = None
    article: str
    period: ReportingPeriod | None = None
    due: Due | None = None
    done: Day | None = None
    state: ObligationState = ObligationState.NO_DATE


def obligations(
    profile: ProfileInForce, calendar: Calendar, today: Day, done: Mapping[str, Day], in_use_since: Day
) -> tuple[Obligation, ...]:
    """Returns the recurring duties of today, the next to end first, those without a date last.

    `done` is by key. Of each duty the present period is named, and the one before it until it is done.
    """
    named = (
        _judged(one, done.get(one.key), today)
        for one in (*_reports(profile, calendar, today), *_duties(profile, calendar, today))
        if one.due is None or one.due.legal_date >= in_use_since
    )
    return tuple(sorted((one for one in named if _still_named(one, today)), key=_end_of))


def _still_named(obligation: Obligation, today: Day) -> bool:
    return obligation.due is None or obligation.done is None or obligation.due.legal_date >= today


def _end_of(obligation: Obligation) -> tuple[bool, Day, str]:
    due = obligation.due
    return (due is None, Day.max if due is None else due.legal_date, obligation.key)


def _two_periods(today: Day, every: Period, closing: Closing) -> tuple[ReportingPeriod, ReportingPeriod]:
    present = period_of(today, every, closing)
    return period_before(present, every, closing), present


def _reports(profile: ProfileInForce, calendar: Calendar, today: Day) -> Iterator[Obligation]:
    for statistic in profile.regulation.statistics:
        for period in _two_periods(today, statistic.period, profile.regulation.closing):
            yield Obligation(
                key=f"report/{statistic.kind.value}/{statistic.period.value}/{period.ends.isoformat()}",
                what=statistic.kind,
                every=statistic.period,
                by=statistic.by,
                to=statistic.to,
                article=statistic.article,
                period=period,
                due=report_due(statistic, period, calendar, profile),
            )


def _duties(profile: ProfileInForce, calendar: Calendar, today: Day) -> Iterator[Obligation]:
    """Yields plans, checks and trainings: "hằng năm" is the calendar year and ends with it."""
    for duty in profile.regulation.periodic:
        if duty.period is None:
            key = f"duty/{duty.kind.value}"
            yield Obligation(key=key, what=duty.kind, every=None, by=duty.by, article=duty.article)
            continue
        for period in _two_periods(today, duty.period, CALENDAR_YEAR):
            yield Obligation(
                key=f"duty/{duty.kind.value}/{period.ends.isoformat()}",
                what=duty.kind,
                every=duty.period,
                by=duty.by,
                article=duty.article,
                period=period,
                due=due_on(period.ends, calendar, profile),
            )


def _judged(obligation: Obligation, done: Day | None, today: Day) -> Obligation:
    return msgspec.structs.replace(obligation, done=done, state=_state(obligation.due, done, today))


def _state(due: Due | None, done: Day | None, today: Day) -> ObligationState:
    if due is None:
        return ObligationState.NO_DATE
    if done is not None:
        return ObligationState.DONE if done <= due.legal_date else ObligationState.DONE_LATE
    if today > due.legal_date:
        return ObligationState.OVERDUE
    return ObligationState.SOON if (due.legal_date - today).days <= REMIND_DAYS else ObligationState.LATER
