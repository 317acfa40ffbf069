"""What has to be done now: limits of meetings that end within a day or have ended, and recurring duties of these days.

Rule: what is done is not named, and what comes after a meeting has begun is not asked for any more where it belonged
before it (checks, connecting, notices). A limit without an end reminds nobody. Pure: the moment is an argument.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from console.events import Site
from console.office.form_records import RecordingHandover
from console.office.host_rules import operators_of
from console.office.meeting import OVER, Meeting
from console.office.notice import Notice, stopped_clocks, wanted_notices
from console.office.obligation_rows import key_of, obligations_now
from console.office.office_rules import OfficeRules, clocks_of
from console.office.people import Person
from console.office.places import Device
from console.office.plans import Plan
from console.office.registers import Care, DutyDone, EquipmentCare, PowerItem
from console.office.security_registers import AccessConfirmation, SecurityLevel, SecurityReview
from console.office.security_reminders import days_of_reviews, days_of_rights, unchecked_devices
from console.regulation.calendar import Day, day_of, moment
from console.regulation.clocks import Clock, ClockKind, ClockState
from console.regulation.obligations import Obligation, ObligationState

AHEAD_MS = 24 * 3600 * 1000
"""A meeting's limit is named so long before its end."""
DUTY_DAYS = 7
"""A recurring duty is named so many days before its last day."""
LONG_AGO_MS = 60 * 24 * 3600 * 1000
"""A meeting that began longer ago reminds nobody: its file is old."""
LAST_MINUTE = 24 * 60 - 1
"""Of a day: what has a day alone is in time until then."""
_BEFORE = (ClockKind.NOTICE, ClockKind.CHECK, ClockKind.MAIN_READY, ClockKind.CONNECT, ClockKind.REGISTRATION)


class ReminderPage(StrEnum):
    """The page of the office window on which it is done; the pages have these names."""

    MEETINGS = "meetings"
    OBLIGATIONS = "obligations"
    PLANS = "plans"
    POWER = "power"
    DEVICES = "devices"
    SECURITY_REVIEWS = "security_reviews"
    SECURITY_LEVELS = "security_levels"
    ACCESS = "access"


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do; `id` is the record on `page`."""

    page: ReminderPage
    id: str
    subject: str = ""
    """Of the meeting; the name of the plan or of what is looked at."""
    due_ms: int
    late: bool
    article: str = ""
    clock: Clock | None = None
    duty: Obligation | None = None
    """What it is, for a limit and for a recurring duty."""
    care: Care | None = None
    """The check that devices lack."""


class OfficeNow(msgspec.Struct, frozen=True, kw_only=True):
    """What of the register reminders are made from."""

    meetings: tuple[Meeting, ...] = ()
    notices: tuple[Notice, ...] = ()
    handovers: tuple[RecordingHandover, ...] = ()
    people: tuple[Person, ...] = ()
    sites: tuple[Site, ...] = ()
    done: tuple[DutyDone, ...] = ()
    plans: tuple[Plan, ...] = ()
    power: tuple[PowerItem, ...] = ()
    devices: tuple[Device, ...] = ()
    care: tuple[EquipmentCare, ...] = ()
    reviews: tuple[SecurityReview, ...] = ()
    levels: tuple[SecurityLevel, ...] = ()
    access: tuple[AccessConfirmation, ...] = ()
    first_noted_ms: int | None = None
    """When a recurring duty was first noted here."""


def reminders(office: OfficeNow, rules: OfficeRules, now_wall_ms: int) -> tuple[Reminder, ...]:
    """Returns what has to be done now, the earliest end first."""
    found = [each for meeting in office.meetings for each in _of_meeting(meeting, office, rules, now_wall_ms)]
    found += _of_duties(office, rules, now_wall_ms)
    found += _of_days(office, now_wall_ms)
    found += _of_security(office, rules, now_wall_ms)
    return tuple(sorted(found, key=lambda each: (each.due_ms, each.page, each.id)))


def _of_meeting(meeting: Meeting, office: OfficeNow, rules: OfficeRules, now_ms: int) -> Iterable[Reminder]:
    start = meeting.start_ms
    if start is None or meeting.step in OVER or now_ms - start > LONG_AGO_MS:
        return
    for clock in clocks_of(meeting, rules, now_ms, _done(meeting, office, rules, now_ms)):
        last = clock.last_wall_ms
        if last is not None and _is_due(clock, now_ms) and not (clock.kind in _BEFORE and now_ms >= start):
            yield Reminder(
                page=ReminderPage.MEETINGS,
                id=meeting.id,
                clock=clock,
                subject=meeting.subject,
                due_ms=last,
                late=clock.state is ClockState.OVERDUE,
                article=clock.article,
            )


def _is_due(clock: Clock, now_ms: int) -> bool:
    """Tells whether a clock is named; yearly reports are recurring duties, and a check that is over was made or not."""
    if clock.kind is ClockKind.STATISTICS or clock.last_wall_ms is None:
        return False
    if clock.state is ClockState.OVERDUE:
        return clock.kind not in (ClockKind.CHECK, ClockKind.MAIN_READY, ClockKind.CONNECT)
    return clock.state is ClockState.RUNNING and clock.last_wall_ms - now_ms <= AHEAD_MS


def _done(meeting: Meeting, office: OfficeNow, rules: OfficeRules, now_ms: int) -> dict[str, int]:
    notices = {notice.id: notice for notice in office.notices if notice.meeting == meeting.id}
    clocks, today = clocks_of(meeting, rules, now_ms), day_of(now_ms).isoformat()
    wanted = wanted_notices(meeting, clocks, office.people, office.sites, today, operators_of(meeting, rules.profile))
    own = (each.handed_ms for each in office.handovers if each.meeting_uid == meeting.id)
    handed = [at_ms for at_ms in own if at_ms is not None]
    return stopped_clocks(wanted, notices) | ({"handover": min(handed)} if handed else {})


def _of_duties(office: OfficeNow, rules: OfficeRules, now_ms: int) -> Iterable[Reminder]:
    today = day_of(now_ms)
    for one in obligations_now(rules.profile, rules.calendar, office.done, office.first_noted_ms, now_ms):
        if one.due is not None and one.done is None and _is_near(one, (one.due.legal_date - today).days):
            yield Reminder(
                page=ReminderPage.OBLIGATIONS,
                id=key_of(one),
                duty=one,
                due_ms=moment(one.due.legal_date, LAST_MINUTE),
                late=one.state is ObligationState.OVERDUE,
                article=one.article,
            )


def _is_near(one: Obligation, days: int) -> bool:
    return one.state is ObligationState.OVERDUE or days <= DUTY_DAYS


def _of_days(office: OfficeNow, now_ms: int) -> Iterable[Reminder]:
    """Yields what somebody set a day for: plans to be looked at again, batteries and supplies."""
    today = day_of(now_ms)
    days = [(ReminderPage.PLANS, plan.id, plan.name, plan.review_on) for plan in office.plans]
    days += [(ReminderPage.POWER, item.id, item.name, item.next_on) for item in office.power]
    for page, id_, name, text in days:
        if text and (Day.fromisoformat(text) - today).days <= DUTY_DAYS:
            day = Day.fromisoformat(text)
            yield Reminder(page=page, id=id_, subject=name, due_ms=moment(day, LAST_MINUTE), late=day < today)


_SECURITY_PAGES = {
    Device: ReminderPage.DEVICES,
    SecurityReview: ReminderPage.SECURITY_REVIEWS,
    SecurityLevel: ReminderPage.SECURITY_LEVELS,
    AccessConfirmation: ReminderPage.ACCESS,
}


def _of_security(office: OfficeNow, rules: OfficeRules, now_ms: int) -> Iterable[Reminder]:
    """Yields what lacks a check before it is used, and what of security has a day of its own."""
    today = day_of(now_ms)
    found = [*unchecked_devices(office.devices, office.care, rules.profile.regulation.security, today)]
    found += [*days_of_reviews(office.reviews), *days_of_rights(office.levels, office.access)]
    for each in found:
        day = Day.fromisoformat(each.day)
        if (day - today).days <= DUTY_DAYS:
            yield Reminder(
                page=_SECURITY_PAGES[each.record],
                id=each.id,
                subject=each.subject,
                due_ms=moment(day, LAST_MINUTE),
                late=day < today,
                article=each.article,
                care=each.care,
            )


OF_REMINDERS = (
    Meeting,
    Notice,
    RecordingHandover,
    Person,
    DutyDone,
    Plan,
    PowerItem,
    Device,
    EquipmentCare,
    SecurityReview,
    SecurityLevel,
    AccessConfirmation,
)
"""The kinds of record that reminders are made from."""
