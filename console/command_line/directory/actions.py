"""Carries out `directory`: lists brought in, handed out and printed; versions told, and one step back.

Rule: what the office window does with files it does by these commands, so that both do the same.
"""

import time
import uuid
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec

from console.command_line.actions import Actions
from console.command_line.directory import requests
from console.command_line.directory.phrasing import DirectorySay
from console.command_line.exits import BadInput, Exit
from console.command_line.files import open_office, read_octets, settings_of, write_octets
from console.command_line.phrasing import bad_line
from console.command_line.requests import Request
from console.command_line.site_actions import keep_sites, tell_bridge
from console.events import Site
from console.log_book.configuration_keeping import put_configured
from console.log_book.office_store import OfficeStore
from console.office.columns import CellKind, RecordList
from console.office.directory_lists import SITES
from console.office.lists import LISTS
from console.office.places import SitePlace
from console.office.record import Record, RecordsRefused, Version, kind_of
from console.office.sheet_cells import SheetFacts, cell_of
from console.office.sheet_faults import BadCell, BadSheet
from console.office.sheet_files import read_sheet, write_csv, write_xlsx
from console.office.sheets import records_in, sheet_of
from console.office.site_rows import rows_of
from console.office.site_sheet import sites_in
from console.sites.directory import BadList, folded

MOST_TOLD = 20
"""Faults that are printed; the others are counted."""


def facts_of(office: OfficeStore, record_list: RecordList, actions: Actions) -> SheetFacts:
    """Returns what a sheet of a list is read and written against."""
    named = [column.form for column in record_list.columns if column.kind is CellKind.RECORD]
    forms: list[type[Record]] = [record_list.form, SitePlace, *named]
    records = {kind_of(form): office.register.present(form) for form in forms}
    sites = office.sites.all()
    if record_list is SITES:
        records[kind_of(record_list.form)] = rows_of(sites, office.register.present(SitePlace))
    return SheetFacts(sites, records, actions.words.sheet_words())


def list_named(name: str, actions: Actions) -> RecordList:
    """Returns the list of a name; raises `BadInput`."""
    if name not in LISTS:
        raise BadInput(actions.phrase(DirectorySay.LIST_UNKNOWN, {"text": name, "names": ", ".join(LISTS)}))
    return LISTS[name]


# ---------------------------------------------------------------- import


def import_list(request: requests.ImportList, actions: Actions) -> int:
    """Takes a list from a file."""
    record_list = list_named(request.list, actions)
    octets = read_octets(request.file)
    with open_office(request.data) as office:
        facts = facts_of(office, record_list, actions)
        try:
            taken = _read(octets, record_list, facts)
        except (BadSheet, BadList) as error:
            told = [actions.phrase(DirectorySay.REFUSED, {"file": request.file})]
            raise BadInput("\n".join([*told, *_faults(error, record_list, actions)])) from error
        count = len(taken.sites) or len(taken.records)
        if request.try_it:
            print(actions.phrase(DirectorySay.WOULD_TAKE, {"count": count}))
            return Exit.DONE
        changed = _keep(office, taken, request)
    told = DirectorySay.TAKEN if changed else DirectorySay.NOTHING_NEW
    print(actions.phrase(told, {"count": count, "changed": len(changed)}))
    return tell_bridge(request, actions) if taken.sites and changed else Exit.DONE


class _Taken(NamedTuple):
    """What a sheet holds; `records` of a sheet of sites are their places."""

    sites: tuple[Site, ...]
    records: tuple[Record, ...]


def _read(octets: bytes, record_list: RecordList, facts: SheetFacts) -> _Taken:
    """Returns what a file holds; raises `BadSheet` or `BadList`."""
    lines = read_sheet(octets)
    if record_list is not SITES:
        return _Taken((), records_in(lines, record_list, facts, lambda: uuid.uuid4().hex))
    sites, places = sites_in(lines, facts)
    known = {place.id for place in facts.of(SitePlace)}
    return _Taken(sites, tuple(place for place in places if place.id in known or place != SitePlace(id=place.id)))


def _keep(office: OfficeStore, taken: _Taken, request: requests.ImportList) -> set[str]:
    """Writes what was taken; returns the identifiers of what is new or changed."""
    changed = {site.site for site in set(taken.sites) - set(office.sites.all())}
    if taken.sites:
        keep_sites(office, taken.sites, request.person, request.reason)
        office.sites.ensure_main(settings_of(request.data).main_name)
    return changed | {told.id for told in put_configured(office, taken.records, request.person, request.reason)}


def _faults(error: BadSheet | BadList, record_list: RecordList, actions: Actions) -> list[str]:
    if isinstance(error, BadList):
        told = [bad_line(actions.words, line) for line in error.lines]
    else:
        told = [_fault(cell, record_list, actions) for cell in error.cells]
    more = len(told) - MOST_TOLD
    return told[:MOST_TOLD] + ([actions.phrase(DirectorySay.MORE_FAULTS, {"count": more})] if more > 0 else [])


def _fault(cell: BadCell, record_list: RecordList, actions: Actions) -> str:
    what = actions.phrase(cell.fault, {"text": cell.text})
    if not cell.line:
        return actions.phrase(DirectorySay.BAD_FILE, {"what": what})
    if not cell.column:
        return actions.phrase(DirectorySay.BAD_LINE, {"line": cell.line, "what": what})
    return actions.phrase(
        DirectorySay.BAD_CELL, {"line": cell.line, "column": _title(cell.column, record_list, actions), "what": what}
    )


def _title(column: str, record_list: RecordList, actions: Actions) -> str:
    known = column in {"id", *(each.name for each in record_list.columns)}
    return actions.words.sheet_words().titles(record_list.name, column)[0] if known else column


# ---------------------------------------------------------------- export and list


def export_list(request: requests.ExportList, actions: Actions) -> int:
    """Writes a list to a file."""
    record_list = list_named(request.list, actions)
    ending = request.file.suffix.casefold()
    if ending not in {".xlsx", ".csv"}:
        raise BadInput(actions.phrase(DirectorySay.ENDING_UNKNOWN, {"file": request.file}))
    with open_office(request.data) as office:
        facts = facts_of(office, record_list, actions)
    records = facts.of(record_list.form)
    table = sheet_of(record_list, records, facts)
    write_octets(request.file, write_csv(table) if ending == ".csv" else write_xlsx(table, request.list))
    print(actions.phrase(DirectorySay.WRITTEN, {"count": len(records), "file": request.file}))
    return Exit.DONE


def show_list(request: requests.ShowList, actions: Actions) -> int:
    """Prints a list."""
    record_list = list_named(request.list, actions)
    with open_office(request.data) as office:
        facts = facts_of(office, record_list, actions)
    records = facts.of(record_list.form)
    for record in records:
        if request.json:
            print(msgspec.json.encode(record).decode())
        else:
            print(" · ".join(text for text in _shown(record, record_list, facts) if text))
    if not records and not request.json:
        print(actions.phrase(DirectorySay.EMPTY_LIST, {}))
    return Exit.DONE


def _shown(record: Record, record_list: RecordList, facts: SheetFacts) -> list[str]:
    shown = [column for column in record_list.columns if column.width]
    return [str(cell_of(column, getattr(record, column.name), facts)) for column in shown]


# ---------------------------------------------------------------- versions


def show_versions(request: requests.ShowVersions, actions: Actions) -> int:
    """Prints who changed an entry, when and why."""
    record_list = list_named(request.list, actions)
    with open_office(request.data) as office:
        record = _entry(office, record_list, request.entry, actions)
        history = office.register.history(_kept_form(record_list), record.id)
    before: Record | None = None
    for told in history:
        values = {
            "number": told.version,
            "time": time.strftime("%Y-%m-%d %H:%M", time.localtime(told.wall_ms / 1000)),
            "person": told.person,
            "reason": told.reason or "-",
        }
        if told.content is None:
            print(actions.phrase(DirectorySay.VERSION_REMOVED, values))
        else:
            changes = ", ".join(
                _title(name, record_list, actions) for name in changed_columns(before, told.content, record_list)
            )
            print(actions.phrase(DirectorySay.VERSION, {**values, "changes": changes}))
        before = told.content
    return Exit.DONE


def changed_columns(before: Record | None, now: Record, record_list: RecordList) -> tuple[str, ...]:
    """Returns the columns in which two versions differ."""
    names = [column.name for column in record_list.columns if column.name in now.__struct_fields__]
    return tuple(name for name in names if getattr(before, name, None) != getattr(now, name) or before is None)


def step_back(request: requests.StepBack, actions: Actions) -> int:
    """Brings the version before the newest one back, as a new version."""
    record_list = list_named(request.list, actions)
    with open_office(request.data) as office:
        record = _entry(office, record_list, request.entry, actions, removed=True)
        form = _kept_form(record_list)
        earlier = _earlier(office.register.history(form, record.id))
        if earlier is None or earlier.content is None:
            raise BadInput(actions.phrase(DirectorySay.NO_STEP_BACK, {"text": request.entry}))
        try:
            put_configured(office, [earlier.content], request.person, request.reason)
        except RecordsRefused as error:
            raise BadInput(str(error)) from error
    print(actions.phrase(DirectorySay.STEPPED_BACK, {"text": request.entry, "number": earlier.version}))
    return Exit.DONE


def _earlier(history: tuple[Version[Any], ...]) -> Version[Any] | None:
    return next((told for told in reversed(history[:-1]) if told.content is not None), None)


def _kept_form(record_list: RecordList) -> type[Record]:
    return SitePlace if record_list is SITES else record_list.form


def _entry(
    office: OfficeStore, record_list: RecordList, text: str, actions: Actions, *, removed: bool = False
) -> Record:
    """Returns the one entry that was meant, with `removed` also one that is gone; raises `BadInput`."""
    records = facts_of(office, record_list, actions).of(record_list.form)
    if removed and not any(record.id == text for record in records):
        gone = office.register.history(_kept_form(record_list), text)
        records += tuple(told.content for told in gone[-2:-1] if told.content is not None)
    exact = [record for record in records if record.id == text]
    found = exact or [record for record in records if folded(text) in folded(_name(record))]
    if not found:
        raise BadInput(actions.phrase(DirectorySay.ENTRY_UNKNOWN, {"text": text}))
    if len(found) > 1:
        names = ", ".join(f"{_name(record)} ({record.id})" for record in found[:6])
        raise BadInput(actions.phrase(DirectorySay.ENTRY_UNCLEAR, {"text": text, "names": names}))
    return found[0]


def _name(record: Record) -> str:
    return str(getattr(record, "name", record.id))


CARRIED_OUT: Mapping[type[Request], Callable[[Any, Actions], int]] = {
    requests.ImportList: import_list,
    requests.ExportList: export_list,
    requests.ShowList: show_list,
    requests.ShowVersions: show_versions,
    requests.StepBack: step_back,
}
