"""A table of a page model in the language of a DOCX file.

Rule: written as text and read once, for hundreds of rows of boxes made one by one take half a minute; every text is
escaped. Rows may not split, the head repeats, widths stand on columns and cells, for Word and LibreOffice each heed
the other. Source: ECMA-376 part 1, sections 17.3 (paragraphs, symbols) and 17.4 (tables).
"""

from collections.abc import Iterable
from html import escape
from itertools import accumulate

from console.records.page_model import (
    Align,
    AnyCell,
    Cell,
    CellLine,
    CheckLine,
    DottedLine,
    Row,
    Table,
    row_cells,
    row_spans,
)
from console.records.safe_text import safe_text

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TICKED, EMPTY = "F0FD", "F06F"
"""Boxes with and without a cross in Wingdings: text faces have none."""
TWIPS_OF_MM = 1440 / 25.4
CELL_MARGINS_MM = 5.5
LETTER_MM, DOT_MM = 2.1, 1.1
"""Of a letter and a dot of 12 points, on the wide side: LibreOffice draws no leader of a tabulator in a cell."""
_SIDES = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def table_xml(table: Table, width_mm: float, style_id: str) -> str:
    """Returns the `w:tbl`; its text looks as the paragraph style says."""
    shares = sum(column.share for column in table.columns)
    widths = [width_mm * column.share / shares for column in table.columns]
    head = Row(cells=tuple(column.title for column in table.columns))
    rows = [_row(head, widths, [Align.CENTRE] * len(widths), style_id, head=True)]
    rows += [_row(row, widths, [column.align for column in table.columns], style_id) for row in table.rows]
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{twips(width_mm)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def twips(length_mm: float) -> int:
    """Returns a length in twentieths of a point."""
    return round(length_mm * TWIPS_OF_MM)


def _row(
    row: tuple[AnyCell, ...] | Row, widths: list[float], aligns: list[Align], style_id: str, *, head: bool = False
) -> str:
    edges = [0, *accumulate(row_spans(row))]
    cells: list[str] = []
    for cell, first, last in zip(row_cells(row), edges, edges[1:], strict=False):
        width = sum(widths[first:last])
        span = f'<w:gridSpan w:val="{last - first}"/>' if last - first > 1 else ""
        look = _Look(row, style_id, aligns[first], width - CELL_MARGINS_MM)
        cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}</w:tcPr>{look.cell(cell)}</w:tc>')
    repeats = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{''.join(cells)}</w:tr>"


class _Look:
    """How the paragraphs of one cell look."""

    def __init__(self, row: tuple[AnyCell, ...] | Row, style_id: str, align: Align, width_mm: float) -> None:
        stands_out = isinstance(row, Row)
        self._bold = "<w:rPr><w:b/></w:rPr>" if stands_out and row.bold else ""
        self._keeps = "<w:keepNext/>" if stands_out and row.keeps_with_next else ""
        self._style = f'<w:pStyle w:val="{escape(style_id)}"/>'
        self._side = f'<w:jc w:val="{_SIDES[align]}"/>'
        self._width = width_mm

    def cell(self, cell: AnyCell) -> str:
        """Returns the paragraphs of a cell; a cell without one would be no cell."""
        lines = cell.lines if isinstance(cell, Cell) else (cell,)
        return "".join(map(self._line, lines)) or self._line("")

    def _line(self, line: CellLine) -> str:
        match line:
            case str():
                return self._paragraph(self._run(line))
            case DottedLine():
                label = f"{line.label} " if line.label else ""
                room = self._width - len(label) * LETTER_MM
                return self._paragraph(self._run(label + "." * int(room / DOT_MM)))
            case CheckLine():
                return self._boxes(line)

    def _boxes(self, line: CheckLine) -> str:
        each = self._width / (line.label_share + len(line.boxes))
        places = [each * (line.label_share + number) for number in range(len(line.boxes))]
        runs = [self._run(line.label)] if line.label else []
        for place, box in zip(places, line.boxes, strict=True):
            sign = TICKED if box.ticked else EMPTY
            tab = "<w:r><w:tab/></w:r>" if place > 0 else ""
            runs.append(f'{tab}<w:r><w:sym w:font="Wingdings" w:char="{sign}"/></w:r>{self._run(f" {box.text}")}')
        return self._paragraph("".join(runs), [place for place in places if place > 0])

    def _run(self, text: str) -> str:
        lines = (f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' for line in safe_text(text).split("\n"))
        return f"<w:r>{self._bold}{'<w:br/>'.join(lines)}</w:r>"

    def _paragraph(self, runs: str, stops_mm: Iterable[float] = ()) -> str:
        stops = "".join(f'<w:tab w:val="left" w:pos="{twips(stop)}"/>' for stop in stops_mm)
        tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
        return f"<w:p><w:pPr>{self._style}{self._keeps}{tabs}{self._side}</w:pPr>{runs}</w:p>"


def check_line_xml(line: CheckLine, width_mm: float, style_id: str) -> str:
    """Returns boxes outside a table as one `w:p`."""
    look = _Look((), style_id, Align.LEFT, width_mm)
    return look.cell(Cell(lines=(line,))).replace("<w:p>", f'<w:p xmlns:w="{NAMESPACE}">', 1)
