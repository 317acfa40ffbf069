"""Sheets as files: CSV as Excel opens it in Vietnamese, and XLSX.

Rule: only the form is judged here, and within bounds: nothing is unpacked, read or counted beyond them, whatever a file
claims. A formula is refused, never computed; text that a spreadsheet would run is made harmless when it is written.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple, cast

from console.office.sheet_faults import BadCell, BadSheet, SheetFault, bad_file

LARGEST_OCTETS = 8 * 1024 * 1024
LARGEST_UNPACKED = 24 * 1024 * 1024
LARGEST_GROWTH = 200
"""A part that grows more than this when it is unpacked, and is large, is no list of anybody's."""
GROWS_ANYHOW = 1024 * 1024
MOST_PARTS = 500
MOST_LINES = 5000
MOST_ROWS = 20_000
"""Rows that are looked at, empty ones among them."""
MOST_CELLS_IN_A_ROW = 16_384
"""Excel's own limit; whole rows that were only coloured reach it."""
MOST_COLUMNS = 100
LONGEST_CELL = 32_767
"""Excel's own limit."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RUNS = re.compile(r"'*[=+\-@\t\r]")
SHEET_NAME_LENGTH = 31
A4 = 9
"""As XLSX numbers paper sizes."""
# A damaged file is told by whatever part of it is read first, in many ways (a wrong XML is a SyntaxError).
_DAMAGED = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, zipfile.BadZipFile, zlib.error),
)


class SheetLine(NamedTuple):
    """A line of a sheet: its number as an editor counts it, and its cells as texts."""

    line: int
    cells: tuple[str, ...]


def read_sheet(octets: bytes) -> tuple[SheetLine, ...]:
    """Returns the lines of a file in which something stands, headings first; raises `BadSheet`."""
    if len(octets) > LARGEST_OCTETS:
        raise bad_file(SheetFault.TOO_LARGE)
    if octets.startswith(_OLE):
        raise bad_file(SheetFault.OLD_OR_LOCKED)
    read = _read_xlsx if octets.startswith(_ZIP) else _read_csv
    lines = tuple(islice((line for line in read(octets) if any(line.cells)), MOST_LINES + 2))
    if len(lines) > MOST_LINES + 1:
        raise bad_file(SheetFault.TOO_MANY_LINES, str(MOST_LINES))
    if not lines:
        raise bad_file(SheetFault.EMPTY)
    return lines


# ---------------------------------------------------------------- CSV


def write_csv(lines: Sequence[Sequence[str | int]]) -> bytes:
    """Returns lines as CSV: UTF-8 with BOM, `;`, CRLF, nothing that a spreadsheet would run."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_harmless(cell) if isinstance(cell, str) else cell for cell in line] for line in lines])
    return sheet.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if _RUNS.match(cell) else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell


def _read_csv(octets: bytes) -> Iterator[SheetLine]:
    try:
        text = octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise bad_file(SheetFault.NOT_TEXT, line=octets.count(b"\n", 0, error.start) + 1) from error
    if "\0" in text:
        raise bad_file(SheetFault.NOT_TEXT)
    first, _, rest = text.partition("\n")
    named = first.casefold().startswith("sep=")  # Excel's own way to name the separator
    separator = first.rstrip("\r")[4:5] or ";" if named else max(";,\t", key=first.count)
    before = 1 if named else 0
    reader = csv.reader(io.StringIO(rest if named else text, newline=""), delimiter=separator, strict=True)
    begins_at = before + 1
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS:
                raise bad_file(SheetFault.TOO_MANY_COLUMNS, str(MOST_COLUMNS), begins_at)
            yield SheetLine(begins_at, tuple(_as_meant(cell.strip()) for cell in cells))
            begins_at = before + reader.line_num + 1
    except csv.Error as error:
        raise bad_file(SheetFault.NOT_A_SHEET, line=begins_at) from error


# ---------------------------------------------------------------- XLSX


def write_xlsx(lines: Sequence[Sequence[str | int]], title: str) -> bytes:
    """Returns lines as XLSX with a fixed first line; texts stay texts, so that telephone numbers keep their 0."""
    import xlsxwriter

    octets = io.BytesIO()
    workbook: Any = xlsxwriter.Workbook(
        octets,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    cell = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    sheet: Any = workbook.add_worksheet(re.sub(r"[\[\]:*?/\\']", " ", title)[:SHEET_NAME_LENGTH].strip() or "1")
    for row, line in enumerate(lines):
        for column, value in enumerate(line):
            if isinstance(value, str):
                sheet.write_string(row, column, value[:LONGEST_CELL], cell if row else head)
            else:
                sheet.write_number(row, column, value)
    for column in range(len(lines[0]) if lines else 0):
        widest = max((len(str(line[column])) for line in lines), default=0)
        sheet.set_column(column, column, min(max(widest + 2, 8), 48))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)  # as wide as a page, as long as it is
    workbook.close()
    return octets.getvalue()


def _read_xlsx(octets: bytes) -> Iterator[SheetLine]:
    import openpyxl

    _judge_archive(octets)
    try:
        workbook: Any = openpyxl.load_workbook(io.BytesIO(octets), read_only=True, data_only=False, keep_links=False)
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size is nothing to go by
        rows = cast("Iterator[tuple[Any, ...]]", sheet.iter_rows(max_col=MOST_COLUMNS + 1))
        for number, row in enumerate(rows, start=1):
            if number > MOST_ROWS:
                raise bad_file(SheetFault.TOO_MANY_LINES, str(MOST_LINES))
            yield SheetLine(number, _without_empty_end([_cell_text(cell, number) for cell in _bounded(row, number)]))
    except _DAMAGED as error:
        raise bad_file(SheetFault.NOT_A_SHEET) from error


def _without_empty_end(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _judge_archive(octets: bytes) -> None:
    """Refuses an archive that grows without measure or carries more than a list; raises `BadSheet`."""
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise bad_file(SheetFault.TOO_LARGE)
            if any(part.file_size > max(GROWS_ANYHOW, part.compress_size * LARGEST_GROWTH) for part in parts):
                raise bad_file(SheetFault.TOO_LARGE)
            if any(part.flag_bits & 1 for part in parts):
                raise bad_file(SheetFault.OLD_OR_LOCKED)
            names = {part.filename for part in parts}
            if any(name.casefold().endswith("vbaproject.bin") for name in names):
                raise bad_file(SheetFault.MACROS)
            if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
                raise bad_file(SheetFault.NOT_A_SHEET)
            if b"macroEnabled" in archive.read("[Content_Types].xml"):
                raise bad_file(SheetFault.MACROS)
            for name in names:
                if name.endswith((".xml", ".rels")):
                    _judge_part(name, archive.read(name))
    except _DAMAGED as error:
        raise bad_file(SheetFault.NOT_A_SHEET) from error


def _judge_part(name: str, content: bytes) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise bad_file(SheetFault.NOT_A_SHEET)
    if name.startswith("xl/worksheets/"):
        widest = max(row.count(b"<c ") + row.count(b"<c>") for row in content.split(b"<row"))
        if widest > MOST_CELLS_IN_A_ROW:
            raise bad_file(SheetFault.TOO_MANY_COLUMNS, str(MOST_COLUMNS))


def _bounded(row: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    if len(row) > MOST_COLUMNS and row[MOST_COLUMNS].value is not None:
        raise bad_file(SheetFault.TOO_MANY_COLUMNS, str(MOST_COLUMNS), number)
    return row[:MOST_COLUMNS]


def _cell_text(cell: Any, line: int) -> str:
    value: Any = cell.value
    if getattr(cell, "data_type", "") == "f":
        raise BadSheet([BadCell(line, cell.coordinate, SheetFault.FORMULA, str(value))])
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if getattr(cell, "is_date", False):  # a moment; a list knows days only
        return str(value)[:10]
    return str(value).strip()
