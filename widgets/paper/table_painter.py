"""Tables on paper: a head on every page, rows that are never split, rows that stand out.

Rule: a row stands on one page, with the one after it where it says so. Only a row that is higher than a page goes on,
as a further row with the same grid; nothing of it is lost.
"""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from console.records.page_model import Align, AnyCell, Row, Table, row_cells, row_spans
from widgets.paper.cell_painter import Piece, cut, height_of, lay, lay_in_lines
from widgets.paper.paper_text import paper_font
from widgets.paper.sheet import Sheet

CELL_MM = 1.0

AnyRow = tuple[AnyCell, ...] | Row


class TablePainter:
    """Paints one table onto a sheet."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self._sheet, self._table = sheet, table
        shares = sum(column.share for column in table.columns)
        self._widths = [sheet.width * column.share / shares for column in table.columns]
        self._points = sheet.style.dense_points if table.dense else sheet.style.table_points
        self._pad = CELL_MM * sheet.mm
        self._head = Row(cells=tuple(column.title for column in table.columns))

    def paint(self) -> None:
        """Paints all of it."""
        rows = self._table.rows
        laid = [self._lay(row) for row in rows]
        self._sheet.need(self._height(self._lay_head()) + (self._with_next(rows, laid, 0) if rows else 0.0))
        self._paint_head()
        for number, row in enumerate(rows):
            if self._sheet.need(self._with_next(rows, laid, number)):
                self._paint_head()
            self._paint_row(row, laid[number])

    # ------------------------------------------------------------------ laying

    def _lay_head(self) -> list[list[Piece]]:
        return self._lay(self._head, head=True)

    def _lay(self, row: AnyRow, *, head: bool = False, in_lines: bool = False) -> list[list[Piece]]:
        put = lay_in_lines if in_lines else lay
        cells = zip(row_cells(row), self._places(row), self._aligns(row, head=head), strict=True)
        face = self._face(row)
        return [put(self._sheet, cell, face, width - 2 * self._pad, align) for cell, (_, width), align in cells]

    def _face(self, row: AnyRow) -> QFont:
        return paper_font(self._points, bold=isinstance(row, Row) and row.bold)

    def _places(self, row: AnyRow) -> list[tuple[float, float]]:
        """Returns left edge, within the table, and width of each cell."""
        edges = [0.0, *accumulate(self._widths)]
        ends = list(accumulate(row_spans(row)))
        return [(edges[start], edges[end] - edges[start]) for start, end in zip([0, *ends], ends, strict=False)]

    def _aligns(self, row: AnyRow, *, head: bool) -> list[Align]:
        starts = [0, *accumulate(row_spans(row))][:-1]
        return [Align.CENTRE if head else self._table.columns[start].align for start in starts]

    def _height(self, laid: Sequence[list[Piece]]) -> float:
        return max(map(height_of, laid), default=0.0) + self._pad

    def _with_next(self, rows: Sequence[AnyRow], laid: Sequence[list[list[Piece]]], number: int) -> float:
        """Returns the height of a row and of those that may not be parted from it."""
        height = self._height(laid[number])
        while number + 1 < len(rows) and isinstance(row := rows[number], Row) and row.keeps_with_next:
            number += 1
            height += self._height(laid[number])
        return height

    # ------------------------------------------------------------------ painting

    def _paint_head(self) -> None:
        self._draw(self._head, self._lay_head())

    def _paint_row(self, row: AnyRow, laid: list[list[Piece]]) -> None:
        if self._height(laid) <= self._room():
            self._draw(row, laid)
            return
        rest = self._lay(row, in_lines=True)
        while any(rest):
            parts = [cut(pieces, self._room() - self._pad) for pieces in rest]
            self._draw(row, [now for now, _ in parts])
            rest = [later for _, later in parts]
            if any(rest):
                self._sheet.turn()
                self._paint_head()

    def _room(self) -> float:
        return self._sheet.bottom - self._sheet.y

    def _draw(self, row: AnyRow, laid: list[list[Piece]]) -> None:
        sheet, height = self._sheet, self._height(laid)
        for pieces, (left, width) in zip(laid, self._places(row), strict=True):
            sheet.painter.drawRect(QRectF(sheet.left + left, sheet.y, width, height))
            top = sheet.y + self._pad / 2
            for piece in pieces:
                piece.draw(sheet, sheet.left + left + self._pad, top)
                top += piece.height
        sheet.y += height
