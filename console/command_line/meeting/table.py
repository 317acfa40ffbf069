"""The argument tables of `meeting` and `script`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.command_line.meeting import requests
from console.command_line.requests import Request
from console.command_line.typed_numbers import whole_number
from console.office.meeting import Step
from console.regulation.province import Channel

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""

MEETINGS = "registrations of meetings: write, list, take the next step, print"
SCRIPTS = "the script of a meeting: read from a table, show"
WHICH = "its identifier, or how that begins"
MOMENT = "as '25/11/2026 08:00', time of Viet Nam"


def add_meetings(
    commands: Any, add: Adder, add_group: Callable[..., Any], add_person: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own."""
    acts = add_group(commands, "meeting", MEETINGS)

    def act(name: str, form: type[Request], help_text: str) -> argparse.ArgumentParser:
        parser = add(acts, name, form, help_text)
        add_person(parser)
        return parser

    _add_new(act("new", requests.NewMeeting, "write a registration; prints its identifier"))
    listed = act("list", requests.ListMeetings, "list the meetings to come")
    listed.add_argument("--all", dest="every", action="store_true", help="those that are over too")
    _add_json(listed)
    act("offers", requests.OfferMeetings, "print the meetings that a session may be started for now, as JSON")
    due = act("due", requests.ListDue, "list what has to be done now: limits of meetings, recurring duties, plans")
    due.add_argument("--count", action="store_true", help="say only how many they are")
    _add_json(due)
    shown = act("show", requests.ShowMeeting, "show a meeting: what is missing, its steps, its deadlines")
    _add_meeting(shown)
    _add_json(shown)
    _add_step(act("step", requests.TakeMeetingStep, "take the next step of a registration"))
    export = act("export", requests.ExportMeeting, "write the registration form; without a meeting a blank one")
    export.add_argument("meeting", nargs="?", metavar="MEETING", help=WHICH)
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="FILE.pdf, .docx or .json")
    calls = act("calls", requests.ListNotices, "list whom the regulation wants told of a meeting, and who was")
    _add_meeting(calls)
    calls.add_argument("--out", type=Path, metavar="FILE", help="FILE.pdf or .docx: the list to print")
    told = act("told", requests.TellNotices, "note that people of that list were told just now")
    _add_meeting(told)
    told.add_argument("numbers", type=whole_number, nargs="*", metavar="NUMBER", help="their numbers (all left)")
    told.add_argument("--by", choices=[each.value for each in Channel], type=Channel, default=Channel.PHONE, help="how")
    _add_scripts(add_group(commands, "script", SCRIPTS), add, add_person)


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--file", type=Path, metavar="FILE", help="a JSON record, as export and show write it")
    parser.add_argument("--subject", default="", help="what it is about")
    parser.add_argument("--host", default="", help="the host unit")
    parser.add_argument("--start", default="", help=MOMENT)
    parser.add_argument("--end", default="", help=MOMENT)
    _add_json(parser)


def _add_step(parser: argparse.ArgumentParser) -> None:
    _add_meeting(parser)
    steps = [step.value for step in Step if step is not Step.DRAFT]
    parser.add_argument("step", choices=steps, type=Step, metavar="STEP", help=", ".join(steps))
    parser.add_argument("--reason", default="", help="why it is late, refused, rescheduled or cancelled")
    parser.add_argument("--at", default="", help="when it was done, if not now")
    parser.add_argument("--start", default="", help="the new start of a rescheduled meeting")
    parser.add_argument("--end", default="", help="the new end of a rescheduled meeting")


def _add_scripts(acts: Any, add: Adder, add_person: Callable[[argparse.ArgumentParser], None]) -> None:
    imported = add(acts, "import", requests.ImportScript, "read a meeting's script from a CSV table")
    _add_meeting(imported)
    imported.add_argument("file", type=Path, metavar="FILE", help="the table")
    add_person(imported)
    shown = add(acts, "show", requests.ShowScript, "show a meeting's script")
    _add_meeting(shown)
    shown.add_argument("--out", type=Path, metavar="FILE", help="write it as a CSV table")
    _add_json(shown)
    add_person(shown)


def _add_meeting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help=WHICH)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print as JSON")
