"""The call book of a data folder: whom the register has to be called, and what the profile says of incidents.

Rule: read once when somebody opens the incidents, and never kept open: a calm meeting costs nothing.
"""

import time

import msgspec

from console.command_line.exits import BadInput
from console.data_folder import DataFolder
from console.log_book.database import STORE_ERRORS, StoreUnusable
from console.log_book.office_store import OfficeStore
from console.office.escalation import CallBook, Directory
from console.office.host_rules import operators_of
from console.office.meeting import Meeting
from console.office.people import Person
from console.office.places import Line
from console.regulation.calendar import day_of
from hardware.processes.window.office_rules_files import rules_of


def read_call_book(data: DataFolder) -> CallBook | None:
    """Returns the call book, None when register or profile cannot be read; waits for the disk."""
    try:
        profile = rules_of(data).profile
        with OfficeStore(data.office_file) as office:
            directory = Directory(people=office.register.present(Person), lines=office.register.present(Line))
            meetings = office.register.present(Meeting)
    except (BadInput, StoreUnusable, msgspec.ValidationError, *STORE_ERRORS):
        return None
    return CallBook(
        directory=directory,
        rule=profile.regulation.incident,
        today=day_of(time.time_ns() // 1_000_000).isoformat(),
        operators={meeting.id: operators_of(meeting, profile) for meeting in meetings},
    )
