"""The tables of a page model as CSV that Excel opens with Vietnamese letters.

Rule: UTF-8 with BOM, `;`, CRLF (RFC 4180 but for the separator); a cell that a spreadsheet would run as a formula
begins with an apostrophe (OWASP, CSV injection), and so does one that began with an apostrophe before such a sign, so
that reading takes exactly one away.
"""

import csv
import io
import re

from console.records.documents.cell_texts import cell_text
from console.records.page_model import AnyCell, Document, Row, Table, row_cells, row_spans

_GUARDED = re.compile(r"'*[=+\-@\t\r]")


def document_csv(document: Document) -> bytes:
    """Returns the tables of a document one under the other, an empty line between them."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    for number, table in enumerate(tables):
        if number:
            writer.writerow([])
        writer.writerow([guarded(cell_text(column.title)) for column in table.columns])
        for row in table.rows:
            writer.writerow(_spread(row))
    return sheet.getvalue().encode("utf-8-sig")


def _spread(row: tuple[AnyCell, ...] | Row) -> list[str]:
    """Returns a row with an empty cell for every further column that a cell takes."""
    cells: list[str] = []
    for cell, span in zip(row_cells(row), row_spans(row), strict=True):
        cells += [guarded(cell_text(cell)), *[""] * (span - 1)]
    return cells


def guarded(cell: str) -> str:
    """Returns a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unguarded(cell: str) -> str:
    """Returns what `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell
