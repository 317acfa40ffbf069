"""One cell of a sheet: how a value is written, and what value a text means.

Rule: whatever is written here is read back as the same value; whoever types by hand may leave out marks, write a site
by number or name, a day in the order of day, month, year.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from console.events import Site
from console.office.columns import CellKind, Column, is_address
from console.office.record import Record, kind_of
from console.office.sheet_faults import SheetFault
from console.office.sheet_words import SheetWords
from console.sites.directory import find_sites, folded
from console.words import SiteId

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
LONGEST_NUMBER = 9
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class SheetFacts(NamedTuple):
    """What a sheet is read and written against."""

    sites: tuple[Site, ...]
    records: Mapping[str, tuple[Record, ...]]
    """Records as they are now, by kind: those of the list itself and those that it names."""
    words: SheetWords

    def of(self, form: type[Record]) -> tuple[Record, ...]:
        """Returns the records of a kind."""
        return self.records.get(kind_of(form), ())


class WrongCell(Exception):
    """A text means no value of its column."""

    def __init__(self, fault: SheetFault, text: str) -> None:
        super().__init__(fault.value)
        self.fault, self.text = fault, text


def cell_of(column: Column, value: Any, facts: SheetFacts) -> str | int:
    """Returns what stands in the cell for a value."""
    return _WRITTEN[column.kind](value, column, facts)


def value_of(column: Column, text: str, facts: SheetFacts) -> Any:
    """Returns the value that a cell's text (NFC, without outer spaces) means; raises `WrongCell`."""
    return _MEANT[column.kind](text, column, facts)


# ---------------------------------------------------------------- writing


def _day_text(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _members_text(members: tuple[StrEnum, ...], words: SheetWords) -> str:
    return "; ".join(words.members(member)[0] for member in members)


def _site_text(id_: SiteId, facts: SheetFacts) -> str:
    site = next((each for each in facts.sites if each.site == id_), None)
    if site is None or ";" in site.name:
        return id_
    text = f"{site.number} {site.name}" if site.number else site.name
    return text if find_sites(facts.sites, text) == (site,) else id_


def _record_text(column: Column, id_: str | None, facts: SheetFacts) -> str:
    name = next((_name(record) for record in facts.of(column.form) if record.id == id_), "")
    return name if name and len(_records_meant(column, name, facts)) == 1 else id_ or ""


def _name(record: Record) -> str:
    return str(getattr(record, "name", record.id))


# ---------------------------------------------------------------- reading


def _parts(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _texts(text: str, column: Column) -> tuple[str, ...]:
    parts = _parts(text, ",")
    wrong = next((part for part in parts if column.ip_version and not is_address(part, column.ip_version)), None)
    if wrong is not None:
        raise WrongCell(SheetFault.BAD_ADDRESS, wrong)
    return parts


def _day(text: str) -> str:
    if not text:
        return ""
    if (found := _ISO_DAY.fullmatch(text)) is not None:
        year, month, day = map(int, found.groups())
    elif (found := _DAY.fullmatch(text)) is not None:
        day, month, year = map(int, found.groups())
    else:
        raise WrongCell(SheetFault.BAD_DAY, text)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS_IN[month - 1] or (month == 2 and day == 29 and not leap):
        raise WrongCell(SheetFault.BAD_DAY, text)
    return f"{year:04}-{month:02}-{day:02}"


def _number(text: str) -> int:
    figures = "".join(text.split())
    if not figures:
        return 0
    if not (figures.isascii() and figures.isdigit() and len(figures) <= LONGEST_NUMBER):
        raise WrongCell(SheetFault.BAD_NUMBER, text)
    return int(figures)


def _tick(text: str, words: SheetWords) -> bool:
    for ticked in (True, False):
        forms = (*words.ticks(ticked=ticked), "x" if ticked else "", "1" if ticked else "0")
        if folded(text) in {folded(form) for form in forms}:
            return ticked
    raise WrongCell(SheetFault.BAD_TICK, text)


def _member(column: Column, text: str, words: SheetWords) -> Any:
    for member in column.form:
        if folded(text) in {folded(form) for form in (member.value, *words.members(member))}:
            return member
    if not text:
        return next(iter(column.form))
    raise WrongCell(SheetFault.BAD_WORD, text)


def _site(text: str, sites: Sequence[Site]) -> SiteId:
    found = find_sites(sites, text)
    if len(found) != 1:
        raise WrongCell(SheetFault.SITE_UNCLEAR if found else SheetFault.SITE_UNKNOWN, text)
    return found[0].site


def _records_meant(column: Column, text: str, facts: SheetFacts) -> tuple[Record, ...]:
    exact = tuple(record for record in facts.of(column.form) if record.id == text)
    return exact or tuple(record for record in facts.of(column.form) if folded(_name(record)) == folded(text))


def _named(column: Column, text: str, facts: SheetFacts) -> str:
    found = _records_meant(column, text, facts)
    if len(found) != 1:
        raise WrongCell(SheetFault.NAME_UNCLEAR if found else SheetFault.NAME_UNKNOWN, text)
    return found[0].id


_WRITTEN: dict[CellKind, Callable[[Any, Column, SheetFacts], str | int]] = {
    CellKind.TEXT: lambda value, column, facts: value,
    CellKind.LONG_TEXT: lambda value, column, facts: value,
    CellKind.TEXTS: lambda value, column, facts: ", ".join(value),
    CellKind.DAY: lambda value, column, facts: _day_text(value),
    CellKind.NUMBER: lambda value, column, facts: value or "",
    CellKind.TICK: lambda value, column, facts: facts.words.ticks(ticked=value)[0],
    CellKind.CHOICE: lambda value, column, facts: _members_text((value,), facts.words),
    CellKind.CHOICES: lambda value, column, facts: _members_text(value, facts.words),
    CellKind.SITE: lambda value, column, facts: _site_text(value, facts) if value else "",
    CellKind.SITES: lambda value, column, facts: "; ".join(_site_text(each, facts) for each in value),
    CellKind.RECORD: lambda value, column, facts: _record_text(column, value, facts),
    CellKind.RECORDS: lambda value, column, facts: "; ".join(_record_text(column, each, facts) for each in value),
}
_MEANT: dict[CellKind, Callable[[str, Column, SheetFacts], Any]] = {
    CellKind.TEXT: lambda text, column, facts: text,
    CellKind.LONG_TEXT: lambda text, column, facts: text,
    CellKind.TEXTS: lambda text, column, facts: _texts(text, column),
    CellKind.DAY: lambda text, column, facts: _day(text),
    CellKind.NUMBER: lambda text, column, facts: _number(text),
    CellKind.TICK: lambda text, column, facts: _tick(text, facts.words),
    CellKind.CHOICE: lambda text, column, facts: _member(column, text, facts.words),
    CellKind.CHOICES: lambda text, column, facts: tuple(
        _member(column, part, facts.words) for part in _parts(text, ";")
    ),
    CellKind.SITE: lambda text, column, facts: _site(text, facts.sites) if text else None,
    CellKind.SITES: lambda text, column, facts: tuple(_site(part, facts.sites) for part in _parts(text, ";")),
    CellKind.RECORD: lambda text, column, facts: _named(column, text, facts) if text else None,
    CellKind.RECORDS: lambda text, column, facts: tuple(_named(column, part, facts) for part in _parts(text, ";")),
}
