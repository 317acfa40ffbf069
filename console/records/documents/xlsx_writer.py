"""A page model as an XLSX file: what is typed stays text, what is printed looks like the form.

Rule: no text is ever taken for a formula or a link, and for a number only in a column that counts. Heights of rows are
set here, for no program computes them when it opens a file; the head of the table stands on every printed page.
"""

import io
import math
import re
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from console.records.documents.cell_texts import cell_text
from console.records.documents.text_lines import Size, TextLine, text_lines
from console.records.documents.xlsx_first_page import without_first_number
from console.records.page_model import (
    Align,
    AnyBlock,
    Column,
    Document,
    Heading,
    Letterhead,
    PageEnd,
    Row,
    Signatures,
    Table,
    Title,
    row_cells,
    row_spans,
)
from console.records.print_style import STANDARD, PrintStyle
from console.records.printed import printed
from console.records.safe_text import safe_text

FACE = "Times New Roman"
PAPER_MM = {False: 210.0, True: 297.0}
LONGEST_CELL = 32_767
"""Letters in a cell (Excel's own limit); what is longer is cut here and whole in the other files."""
LONGEST_SHEET_NAME = 31
MOST_HEIGHT_POINTS = 409.0
_MM_OF_UNIT = 1.9
"""Width of a column's unit, about a digit of 11 points."""
_LETTER_MM_OF_POINT = 0.17
"""Mean width of a letter of a Times-like face per point of its size; on the wide side, for words break early."""
_LINE_OF_POINT = 1.3
_COUNT = re.compile("[1-9][0-9]{0,8}|0")
_NO_NAME = "[]:*?/\\"


def document_xlsx(document: Document, style: PrintStyle = STANDARD) -> bytes:
    """Returns the file's octets."""
    octets = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(octets, options) as book:
        names: set[str] = set()
        document = printed(document, style)
        for blocks in _parts(document):
            _Sheet(book, document, blocks, style, _free_name(blocks, document, names)).write()
    return without_first_number(octets.getvalue())


def _parts(document: Document) -> list[list[AnyBlock]]:
    """Returns the blocks of each sheet: what begins on a new page of the paper has columns of its own."""
    parts: list[list[AnyBlock]] = [[]]
    for block in document.blocks:
        if isinstance(block, PageEnd):
            parts.append([])
        else:
            parts[-1].append(block)
    return [part for part in parts if part] or [[]]


def _free_name(blocks: list[AnyBlock], document: Document, names: set[str]) -> str:
    """Returns what a sheet is called: as its title or first heading, in Excel's letters and length, and not twice."""
    titled = next((block.text for block in blocks if isinstance(block, Title | Heading)), document.title)
    allowed = "".join(letter for letter in safe_text(titled) if letter not in _NO_NAME and letter.isprintable())
    name = allowed[:LONGEST_SHEET_NAME].strip(" '") or "1"
    if name.casefold() in names:
        name = name[: LONGEST_SHEET_NAME - 4].rstrip(" '") + f" {len(names) + 1}"
    names.add(name.casefold())
    return name


class _Sheet:
    """The sheet being written, from its first row down. XlsxWriter leaves most of its types open."""

    def __init__(self, book: Any, document: Document, blocks: list[AnyBlock], style: PrintStyle, name: str) -> None:
        self._book, self._document, self._blocks, self._style = book, document, blocks, style
        self._sheet: Any = book.add_worksheet(name)
        self._row = 0
        self._widths = self._columns()
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._repeated = False

    def _columns(self) -> list[float]:
        """Returns the widths of the columns, of the sheet's widest table, in millimetres."""
        style = self._style
        room = PAPER_MM[self._document.landscape] - style.left_mm - style.right_mm
        tables = [block for block in self._blocks if isinstance(block, Table)]
        columns = max((table.columns for table in tables), key=len, default=(Column(title="", share=1),) * 4)
        shares = sum(column.share for column in columns)
        return [room * column.share / shares for column in columns]

    def write(self) -> None:
        self._set_page()
        for block in self._blocks:
            self._block(block)

    def _set_page(self) -> None:
        sheet, style = self._sheet, self._style
        for number, width in enumerate(self._widths):
            sheet.set_column(number, number, width / _MM_OF_UNIT)
        if self._document.landscape:
            sheet.set_landscape()
        sheet.set_paper(9)  # A4
        inch = 25.4
        margins = (style.left_mm, style.right_mm, style.top_mm, style.bottom_mm)
        sheet.set_margins(*(margin / inch for margin in margins))
        sheet.fit_to_pages(1, 0)
        sheet.set_header('&C&"Times New Roman"&13&P', {"margin": style.top_mm / 2 / inch})
        sheet.set_footer(f"&C&9{safe_text(self._document.foot).replace('&', '&&')[:200]}")
        self._book.set_properties({"title": safe_text(self._document.title), "author": "Điểm Cầu"})

    def _block(self, block: AnyBlock) -> None:
        match block:
            case Letterhead():
                self._letterhead(block)
            case Table():
                self._table(block)
            case Signatures():
                self._signatures(block)
            case _:
                for line in text_lines(block):
                    self._row += int(line.heads)
                    self._line(line)

    # ------------------------------------------------------------------ cells

    def _format(self, *, border: bool = False, points: float | None = None, **more: Any) -> Any:
        look = {
            "font_name": FACE,
            "font_size": self._style.table_points if points is None else points,
            "text_wrap": True,
            "valign": "top",
            "border": int(border),
        } | more
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    def _put(self, first: int, last: int, text: str, look: Any) -> None:
        text = text[:LONGEST_CELL]
        if last > first:
            self._sheet.merge_range(self._row, first, self._row, last, "", look)
        self._sheet.write_string(self._row, first, text, look)

    def _end_row(self, texts: list[tuple[str, float]], points: float) -> None:
        """Sets the height that texts of these widths need, and goes on with the next row."""
        lines = max((_lines(text, width, points) for text, width in texts), default=1)
        self._sheet.set_row(self._row, min(MOST_HEIGHT_POINTS, lines * points * _LINE_OF_POINT + 3))
        self._row += 1

    def _line(self, line: TextLine) -> None:
        style = self._style
        points = {Size.BODY: style.body_points, Size.TABLE: style.table_points, Size.TITLE: style.title_points}
        size, text = points[line.size], safe_text(line.text)
        look = self._format(points=size, bold=line.bold, italic=line.italic, align=_ALIGNED[line.align])
        self._put(0, len(self._widths) - 1, text, look)
        self._end_row([(text, sum(self._widths))], size)

    def _beside(self, parts: list[tuple[str, dict[str, Any]]]) -> None:
        """Writes texts side by side, each over its part of the columns."""
        edges = _edges(self._widths, len(parts))
        texts: list[tuple[str, float]] = []
        for (told, look), (first, last) in zip(parts, edges, strict=True):
            text = safe_text(told)
            self._put(first, last, text, self._format(align="center", points=self._style.body_points, **look))
            texts.append((text, sum(self._widths[first : last + 1])))
        self._end_row(texts, self._style.body_points)

    # ------------------------------------------------------------------ blocks

    def _letterhead(self, block: Letterhead) -> None:
        right: list[tuple[str, dict[str, Any]]] = [
            (block.state, {"bold": True}),
            (block.motto, {"bold": True, "underline": 1}),
            (block.place_and_date, {"italic": True}),
        ]
        for number in range(max(len(right), len(block.issuer))):
            issuer = block.issuer[number] if number < len(block.issuer) else ""
            ours = (issuer, {"bold": number == len(block.issuer) - 1})
            self._beside([ours, right[number] if number < len(right) else ("", {})])
        self._row += 1

    def _table(self, block: Table) -> None:
        if not block.rows:
            self._line(TextLine(block.when_empty, Size.TABLE, italic=True))
            return
        points = self._style.dense_points if block.dense else self._style.table_points
        head = Row(cells=tuple(column.title for column in block.columns))
        if not self._repeated:
            self._sheet.repeat_rows(self._row)
            self._repeated = True
        heads = [Column(title="", share=1, align=Align.CENTRE)] * len(block.columns)
        self._table_row(head, heads, points)
        for row in block.rows:
            self._table_row(row, block.columns, points)

    def _table_row(self, row: Any, columns: Sequence[Column], points: float) -> None:
        bold, first = isinstance(row, Row) and row.bold, 0
        texts: list[tuple[str, float]] = []
        for cell, span in zip(row_cells(row), row_spans(row), strict=True):
            text, last = cell_text(cell), first + span - 1
            look = self._format(border=True, points=points, bold=bold, align=_ALIGNED[columns[first].align])
            if columns[first].counts and span == 1 and _COUNT.fullmatch(text):
                self._sheet.write_number(self._row, first, int(text), look)
            else:
                self._put(first, last, text, look)
            texts.append((text, sum(self._widths[first : last + 1])))
            first = last + 1
        self._end_row(texts, points)

    def _signatures(self, block: Signatures) -> None:
        self._row += 1
        self._beside([(place.title, {"bold": True}) for place in block.places])
        self._beside([(place.hint, {"italic": True}) for place in block.places])
        self._row += 4
        self._beside([(place.name, {"bold": True}) for place in block.places])
        self._beside([(place.under, {"italic": True}) for place in block.places])


_ALIGNED = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def _edges(widths: list[float], parts: int) -> list[tuple[int, int]]:
    """Returns first and last column of so many parts of about the same width; fewer columns than parts share."""
    total, edges, first = sum(widths), list[tuple[int, int]](), 0
    for part in range(1, parts + 1):
        last = first
        most = len(widths) - 1 - (parts - part)
        while last < most and sum(widths[: last + 1]) + widths[last + 1] / 2 <= total * part / parts:
            last += 1
        edges.append((first, last if part < parts else len(widths) - 1))
        first = last + 1
    return edges


def _lines(text: str, width_mm: float, points: float) -> int:
    """Returns how many lines a text takes in a column, rather one too many than one too few."""
    letters = max(1.0, (width_mm - 2.5) / (points * _LETTER_MM_OF_POINT))
    return sum(max(1, math.ceil(len(line) / letters)) for line in text.split("\n"))
