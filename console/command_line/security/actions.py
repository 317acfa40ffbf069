"""Carries out `security`: prints the office's list of security events, or writes it.

Rule: only reads; the list is that of the office's page, row for row.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.command_line.actions import Actions
from console.command_line.exits import Exit
from console.command_line.files import open_office, write_octets
from console.command_line.named_days import named_day
from console.command_line.requests import Request
from console.command_line.security import requests
from console.log_book.office_store import OfficeStore
from console.office.plain_csv import csv_octets
from console.office.security_rows import SECURITY_KINDS, SecurityRow, security_rows
from console.regulation.calendar import moment


def list_events(request: requests.ListSecurityEvents, actions: Actions) -> int:
    """Prints the events that were asked for, the newest first, or writes them as CSV."""
    since = named_day(request.since, actions)
    with open_office(request.data) as office:
        names = {site.site: f"{site.number} {site.name}" for site in office.sites.all()}
        rows = events_of(office, 0 if since is None else moment(since, 0))
    words = actions.words.security_words()
    wanted = [row for row in rows if request.kind in (None, row.matter)]
    told = [words.cells(row, lambda site: names.get(site, site)) for row in wanted]
    if request.csv is not None:
        write_octets(request.csv, csv_octets([words.headings(), *told]))
        print(words.written(len(told), str(request.csv)))
        return Exit.DONE
    for cells in told:
        print("  ".join(cell for cell in cells if cell))
    if not told:
        print(words.none())
    return Exit.DONE


def events_of(office: OfficeStore, from_ms: int, until_ms: int | None = None) -> tuple[SecurityRow, ...]:
    """Returns what concerned security from a moment on (Unix ms), up to another, the newest first."""
    rows = security_rows(told for kind in SECURITY_KINDS for told in office.register.all_versions(kind))
    return tuple(row for row in rows if from_ms <= row.wall_ms and (until_ms is None or row.wall_ms < until_ms))


CARRIED_OUT: Mapping[type[Request], Callable[[Any, Actions], int]] = {requests.ListSecurityEvents: list_events}
