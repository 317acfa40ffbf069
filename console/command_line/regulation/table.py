"""The argument tables of `profile` and `duties`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.command_line.regulation import requests
from console.command_line.requests import Request
from console.regulation.duties import DutyStatus
from console.words import MuteRule

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""

CALENDAR = "the working calendar: list, set a day, confirm a year"
GROUP = "the province's rules: list, show, check, use, overlay"


def add_regulation(
    commands: Any, add: Adder, add_group: Callable[..., Any], add_person: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own, `add_person` asks who changes."""
    acts = add_group(commands, "profile", GROUP)
    listed = add(
        acts, "list", requests.ListProfiles, "print the profiles that ship with the program, and which is in use"
    )
    listed.add_argument("--json", action="store_true", help="print as JSON")
    show = add(acts, "show", requests.ShowProfile, "print what a profile rules")
    show.add_argument("profile", nargs="?", metavar="PROFILE", help="its name or its file (the one in use)")
    check = add(acts, "check", requests.CheckProfile, "say whether a profile file can be used, and where not")
    check.add_argument("file", type=Path, metavar="FILE")
    use = add(acts, "use", requests.UseProfile, "hold meetings under a profile from the next start of the bridge on")
    use.add_argument("profile", metavar="PROFILE", help="its name or its file")
    use.add_argument(
        "--mute", choices=[rule.value for rule in MuteRule], help="the rule of microphones, where the profile asks"
    )
    overlay = add(acts, "overlay", requests.PutOverlay, "put today's names and office hours over the profile")
    overlay.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the overlay (without: none any more)")

    calendar = add_group(commands, "calendar", CALENDAR)
    days = add(calendar, "list", requests.ListCalendar, "print days off and worked weekend days")
    days.add_argument("--year", type=int, metavar="YEAR", help="only this year")
    one = add(calendar, "set", requests.SetDay, "say that offices work on a day, or do not")
    one.add_argument("day", metavar="DAY", help="YYYY-MM-DD")
    one.add_argument("work", choices=("off", "worked", "shipped"), help="shipped: as the program has it")
    one.add_argument("name", nargs="?", default="", metavar="TEXT", help="why: the holiday, the notice")
    year = add(calendar, "official", requests.ConfirmYear, "say that a year's official notice is in the calendar")
    year.add_argument("year", type=int, metavar="YEAR")
    for changing in (use, overlay, one, year):
        add_person(changing)
        changing.add_argument("--reason", default="", metavar="TEXT", help="why, as the register keeps it")

    duties = add(
        commands, "duties", requests.ListDuties, "print the duties of the regulations and what the program does"
    )
    duties.add_argument("--province", metavar="PROFILE", help="only this province's (vn-binh-dinh, …)")
    duties.add_argument("--status", choices=[status.value for status in DutyStatus], help="only these")
    duties.add_argument("--feature", metavar="CODE", help="only those of a feature (F01 to F46)")
    duties.add_argument("--json", action="store_true", help="print one JSON object per line")
