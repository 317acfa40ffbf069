"""Lists of records as sheets, and sheets as lists of records.

Rule: a sheet is taken whole or not at all, and every bad cell is named. A line finds its record by the identifier, or
by what the list says identifies it; columns that the sheet does not have stay as they are in the register.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from console.office.columns import CellKind, Column, RecordList
from console.office.record import Record, in_plain_form
from console.office.sheet_cells import SheetFacts, WrongCell, cell_of, value_of
from console.office.sheet_faults import BadCell, BadSheet, SheetFault
from console.office.sheet_files import SheetLine
from console.office.sheet_words import SheetWords
from console.sites.directory import folded

MOST_FAULTS = 100


# ---------------------------------------------------------------- writing


def sheet_of(record_list: RecordList, records: Sequence[Record], facts: SheetFacts) -> list[list[str | int]]:
    """Returns records as lines of cells, the headings first."""
    columns = _with_id(record_list)
    heading: list[str | int] = [facts.words.titles(record_list.name, column.name)[0] for column in columns]
    return [
        heading,
        *([cell_of(column, getattr(record, column.name), facts) for column in columns] for record in records),
    ]


def _with_id(record_list: RecordList) -> tuple[Column, ...]:
    named = {column.name for column in record_list.columns}
    return record_list.columns if "id" in named else (*record_list.columns, Column(name="id"))


# ---------------------------------------------------------------- reading


def records_in(
    lines: Sequence[SheetLine], record_list: RecordList, facts: SheetFacts, new_id: Callable[[], str]
) -> tuple[Record, ...]:
    """Returns the records of a sheet in its order; raises `BadSheet`."""
    return _SheetReading(record_list, facts, new_id).records(lines)


def columns_in(line: SheetLine, record_list: RecordList, words: SheetWords) -> tuple[Column | None, ...]:
    """Returns which column each heading names, None for one that nobody knows; raises `BadSheet`."""
    known = {
        folded(form): column
        for column in _with_id(record_list)
        for form in (column.name, *words.titles(record_list.name, column.name))
    }
    columns = tuple(known.get(folded(cell)) for cell in line.cells)
    named = [column.name for column in columns if column is not None]
    if any(column.needed and column.name not in named for column in record_list.columns):
        needed = [words.titles(record_list.name, column.name)[0] for column in record_list.columns if column.needed]
        raise BadSheet([BadCell(line.line, "", SheetFault.NO_HEADINGS, ", ".join(needed))])
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice is not None:
        raise BadSheet([BadCell(line.line, twice, SheetFault.HEADING_TWICE)])
    return columns


class _SheetReading:
    """One pass over a sheet: the records so far, and the faults."""

    def __init__(self, record_list: RecordList, facts: SheetFacts, new_id: Callable[[], str]) -> None:
        self._list, self._facts, self._new_id = record_list, facts, new_id
        self._faults: list[BadCell] = []
        self._known = {record.id: record for record in facts.of(record_list.form)}
        self._by_key = {self._key(record): record for record in self._known.values()}

    def records(self, lines: Sequence[SheetLine]) -> tuple[Record, ...]:
        columns = columns_in(lines[0], self._list, self._facts.words)
        found: dict[str, Record] = {}
        for line in lines[1:]:
            record = self._record(line, columns)
            if record is not None and record.id in found:
                self._faults.append(BadCell(line.line, "", SheetFault.TWICE))
            elif record is not None:
                found[record.id] = record
            if len(self._faults) >= MOST_FAULTS:
                break
        if not found and not self._faults:
            self._faults.append(BadCell(0, "", SheetFault.EMPTY))
        if self._faults:
            raise BadSheet(sorted(self._faults))
        return tuple(found.values())

    def _record(self, line: SheetLine, columns: Sequence[Column | None]) -> Record | None:
        before = len(self._faults)
        values: dict[str, Any] = {}
        for column, cell in zip(columns, (*line.cells, *([""] * len(columns))), strict=False):
            if column is not None:
                values[column.name] = self._value(
                    line.line, column, " ".join(cell.split()) if _one_line(column) else cell
                )
        if len(self._faults) > before:
            return None
        id_ = values.pop("id", "") or ""
        try:
            return self._built(id_, values)
        except msgspec.ValidationError as error:
            place = re.search(r"\$\.(\w+)", str(error))
            self._faults.append(BadCell(line.line, place.group(1) if place else "", SheetFault.BAD_VALUE))
            return None

    def _built(self, id_: str, values: dict[str, Any]) -> Record:
        if id_:
            known = self._known.get(id_)
        else:
            trial = in_plain_form(self._list.form(id="?", **values))
            known = self._by_key.get(self._key(trial))
        if known is not None:
            return in_plain_form(msgspec.structs.replace(known, **values))
        return in_plain_form(self._list.form(id=id_ or self._new_id(), **values))

    def _key(self, record: Record) -> tuple[str, ...]:
        return tuple(folded(str(getattr(record, name) or "")) for name in self._list.key)

    def _value(self, line: int, column: Column, cell: str) -> Any:
        text = unicodedata.normalize("NFC", cell).strip()
        if column.needed and not text:
            self._faults.append(BadCell(line, column.name, SheetFault.MISSING))
            return None
        try:
            return value_of(column, text, self._facts)
        except WrongCell as wrong:
            self._faults.append(BadCell(line, column.name, wrong.fault, wrong.text))
            return None


def _one_line(column: Column) -> bool:
    return column.kind is not CellKind.LONG_TEXT
