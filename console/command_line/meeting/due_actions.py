"""Carries out `meeting due`: what has to be done now, the earliest end first."""

import msgspec

from console.command_line.actions import Actions
from console.command_line.exits import Exit
from console.command_line.files import open_office
from console.command_line.meeting import requests
from console.command_line.meeting.common import rules_of, wall_ms
from console.command_line.meeting.phrasing import MeetingSay
from console.log_book.office_store import OfficeStore
from console.office.form_records import RecordingHandover
from console.office.meeting import Meeting
from console.office.notice import Notice
from console.office.people import Person
from console.office.places import Device
from console.office.plans import Plan
from console.office.registers import DutyDone, EquipmentCare, PowerItem
from console.office.reminders import OfficeNow, Reminder, reminders
from console.office.security_registers import AccessConfirmation, SecurityLevel, SecurityReview
from console.office.typed_times import shown_moment


def list_due(request: requests.ListDue, actions: Actions) -> int:
    """Prints what has to be done now."""
    rules = rules_of(request, actions)
    with open_office(request.data) as office:
        found = reminders(office_now(office), rules, wall_ms())
    if request.count:
        print(len(found))
        return Exit.DONE
    if request.json:
        print(msgspec.json.encode(found).decode())
        return Exit.DONE
    for reminder in found:
        values = {"when": shown_moment(reminder.due_ms), "what": _what(reminder), "article": reminder.article}
        kind = MeetingSay.DUE_LATE if reminder.late else MeetingSay.CLOCK_LINE
        print(actions.phrase(kind, values).rstrip())
    if not found:
        print(actions.phrase(MeetingSay.NOTHING_DUE, {}))
    return Exit.DONE


def _what(reminder: Reminder) -> str:
    if reminder.duty is not None:
        return reminder.duty.key
    key = reminder.page.value if reminder.clock is None else reminder.clock.key
    return f"{key} — {reminder.subject}"


def office_now(office: OfficeStore) -> OfficeNow:
    """Returns what of a register reminders are made from."""
    register = office.register
    noted = register.present_versions(DutyDone)
    return OfficeNow(
        meetings=register.present(Meeting),
        notices=register.present(Notice),
        handovers=register.present(RecordingHandover),
        people=register.present(Person),
        sites=office.sites.all(),
        done=register.present(DutyDone),
        plans=register.present(Plan),
        power=register.present(PowerItem),
        devices=register.present(Device),
        care=register.present(EquipmentCare),
        reviews=register.present(SecurityReview),
        levels=register.present(SecurityLevel),
        access=register.present(AccessConfirmation),
        first_noted_ms=min((told.wall_ms for told in noted), default=None),
    )
