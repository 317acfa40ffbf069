"""Tables that are read and not typed in: plain rows, one chosen at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from widgets.drawing import theme

ROW_HEIGHT = 28


def plain_table(parent: QWidget, columns: int) -> QTableWidget:
    """Returns an empty table of so many columns."""
    table = QTableWidget(0, columns, parent)
    table.setFont(theme.font(13))
    let_rows_be_chosen(table)
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setStretchLastSection(True)
    return table


def wide_table(parent: QWidget, widths: Sequence[int]) -> QTableWidget:
    """Returns an empty table with columns of these widths in pixels; those of 0 share what is left."""
    table = QTableWidget(0, len(widths), parent)
    let_rows_be_chosen(table)
    for column, width in enumerate(widths):
        if width:
            table.setColumnWidth(column, width)
        else:
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table


def let_rows_be_chosen(table: QTableWidget) -> None:
    """Makes a table one of plain rows, of which one is chosen at a time; the Tab key leaves it."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.verticalHeader().hide()


def fill(table: QTableWidget, row: int, cells: tuple[str, ...]) -> None:
    """Writes the texts of a row."""
    for place, text in enumerate(cells):
        item = table.item(row, place)
        if item is None:
            item = QTableWidgetItem()
            table.setItem(row, place, item)
        item.setText(text)
        item.setToolTip(text)
