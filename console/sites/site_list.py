"""Lists of sites as files: CSV as offices save it, and JSON.

Rule: only the form is judged here, what the cells say is judged by `directory`. Lines are counted as an editor does.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import cast

import msgspec

from console.events import Site
from console.sites.directory import BadLine, BadList, Fault, Row, folded, in_order, sites_of
from console.words import SiteRole

LARGEST_OCTETS = 4 * 1024 * 1024

FIELDS = ("number", "name", "role", "parent", "district", "carrier", "contacts")

# What people write over their columns, folded: lower case without marks.
_COLUMNS = {
    "number": ("number", "no", "no.", "so", "stt", "so thu tu"),
    "name": ("name", "ten", "diem cau", "ten diem cau"),
    "role": ("role", "vai tro"),
    "parent": ("parent", "cap tren", "truc thuoc", "thuoc"),
    "district": ("district", "huyen", "cum", "dia ban"),
    "carrier": ("carrier", "nha mang", "duong truyen", "mang"),
    "contacts": ("contacts", "contact", "lien he", "dau moi", "dau moi lien he", "dien thoai"),
}
_FIELD_OF = {written: field for field, forms in _COLUMNS.items() for written in forms}


def read_site_list(octets: bytes, known: Iterable[Site] = ()) -> tuple[Site, ...]:
    """Returns the sites of a list in order; a parent may also name one of `known`. Raises `BadList`.

    A CSV is UTF-8 with or without BOM, its cells apart by `;` `,` or tab, and its first line names the columns in
    Vietnamese or English; a JSON list holds objects with the names in `FIELDS`.
    """
    if len(octets) > LARGEST_OCTETS:
        raise BadList([BadLine(0, Fault.TOO_MANY)])
    try:
        text = octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadList([BadLine(octets.count(b"\n", 0, error.start) + 1, Fault.NOT_TEXT)]) from error
    rows = _json_rows(text) if text.lstrip().startswith(("[", "{")) else _csv_rows(text)
    return sites_of(rows, known)


def write_site_list(sites: Iterable[Site]) -> bytes:
    """Returns the sites as CSV that Excel opens with Vietnamese letters: UTF-8 with BOM, `;`, CRLF."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerow(FIELDS)
    for site in in_order(sites):
        role = "main" if site.role is SiteRole.MAIN_ENDPOINT else ""
        cells = (site.name, role, site.parent or "", site.district, site.carrier, site.contacts)
        writer.writerow([site.number, *map(_harmless, cells)])
    return sheet.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    # A spreadsheet would run such a cell as a formula.
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _csv_rows(text: str) -> list[Row]:
    first, _, rest = text.partition("\n")
    named = first.strip().casefold().startswith("sep=")  # Excel's own way to name the separator
    separator = first.strip()[4:5] or ";" if named else max(";,\t", key=first.count)
    lines_before = 1 if named else 0
    reader = csv.reader(io.StringIO(rest if named else text, newline=""), delimiter=separator, strict=True)
    table: list[tuple[int, list[str]]] = []
    begins_at = lines_before + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                table.append((begins_at, cells))
            begins_at = lines_before + reader.line_num + 1
    except csv.Error as error:
        raise BadList([BadLine(begins_at, Fault.NOT_A_LIST, str(error))]) from error
    return _named_cells(table)


def _named_cells(table: Sequence[tuple[int, list[str]]]) -> list[Row]:
    if not table:
        raise BadList([BadLine(0, Fault.EMPTY)])
    header_line, header = table[0]
    fields = [_FIELD_OF.get(folded(cell)) for cell in header]
    if "number" not in fields or "name" not in fields:
        raise BadList([BadLine(header_line, Fault.NO_COLUMNS, " ".join(header))])
    return [
        Row(line, {field: cell for field, cell in zip(fields, cells, strict=False) if field is not None})
        for line, cells in table[1:]
    ]


def _json_rows(text: str) -> list[Row]:
    try:
        content: object = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BadList([BadLine(0, Fault.NOT_A_LIST, str(error))]) from error
    if isinstance(content, dict):
        content = cast("dict[str, object]", content).get("sites")
    if not isinstance(content, list):
        raise BadList([BadLine(0, Fault.NOT_A_LIST)])
    return [_json_row(place, entry) for place, entry in enumerate(cast("list[object]", content), start=1)]


def _json_row(place: int, entry: object) -> Row:
    """Returns a row of a JSON list; its "line" is its place in the list."""
    if not isinstance(entry, dict):
        raise BadList([BadLine(place, Fault.NOT_A_LIST)])
    cells = cast("dict[str, object]", entry)
    return Row(place, {field: str(cells[field]) for field in FIELDS if cells.get(field) is not None})
