"""The tables of the technical check as Qt's models: all sites of a stage, and all items of one site.

Rule: a changed row is told alone, so that neither the choice nor the place in the list is lost while results come in.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from console.checks.check_words import CheckItem
from console.words import SiteId
from widgets.checks.check_groups import GroupRow, ListRow, group_face
from widgets.checks.check_rows import (
    CellFace,
    CheckRow,
    bandwidth_face,
    item_face,
    mark_face,
    state_face,
    who_face,
    worse,
)
from widgets.phrases.console import check_panel_words as panel_words
from widgets.phrases.language import time_of_day
from widgets.phrases.log import check_words as words

Index = QModelIndex | QPersistentModelIndex
FACE = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()

COLUMNS: tuple[Callable[[CheckRow], CellFace], ...] = (
    lambda row: CellFace(row.label),
    state_face,
    lambda row: worse(item_face(row, CheckItem.PICTURE_SIZE), item_face(row, CheckItem.PICTURE_RATE)),
    lambda row: worse(item_face(row, CheckItem.SOUND_TO_SITE), item_face(row, CheckItem.SOUND_FROM_SITE)),
    lambda row: item_face(row, CheckItem.MICROPHONE),
    lambda row: item_face(row, CheckItem.ECHO),
    lambda row: item_face(row, CheckItem.LOSS),
    lambda row: worse(item_face(row, CheckItem.ROUND_TRIP), item_face(row, CheckItem.JITTER)),
    bandwidth_face,
    lambda row: item_face(row, CheckItem.PRESET),
    who_face,
)


class FaceModel(QAbstractTableModel):
    """A table of faces; who it is about decides what stands in its cells."""

    def heads(self) -> tuple[str, ...]:
        """Returns the heads of the columns."""
        raise NotImplementedError

    def face(self, row: int, column: int) -> CellFace:
        """Returns one cell."""
        raise NotImplementedError

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Returns the number of columns."""
        return 0 if parent.isValid() else len(self.heads())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the head of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self.heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns words and sign of a cell."""
        if role == FACE:
            return self.face(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.face(index.row(), index.column()).text
        return None

    def say_anew(self) -> None:
        """Says heads and cells in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self._tell(0, self.rowCount() - 1)

    def _tell(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))


class SiteChecks(FaceModel):
    """A row for each site of a stage, and for each tier that sites stand under."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ListRow, ...] = ()

    def show_rows(self, rows: tuple[ListRow, ...]) -> None:
        """Shows these rows; where the sites are the same, only what has changed is told."""
        before, same = self.rows, [_place(row) for row in rows] == [_place(row) for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self._tell(place, place)

    def heads(self) -> tuple[str, ...]:
        """Returns the heads of the columns."""
        return panel_words.heads()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Returns the number of sites."""
        return 0 if parent.isValid() else len(self.rows)

    def face(self, row: int, column: int) -> CellFace:
        """Returns one cell."""
        shown = self.rows[row]
        return group_face(shown, column) if isinstance(shown, GroupRow) else COLUMNS[column](shown)


def _place(row: ListRow) -> tuple[SiteId, bool]:
    return row.site, isinstance(row, GroupRow)


class ItemChecks(FaceModel):
    """A row for each item of one site."""

    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[CheckItem, ...] = ()
        self.row: CheckRow | None = None

    def show_row(self, row: CheckRow | None, items: tuple[CheckItem, ...]) -> None:
        """Shows a site's items."""
        if items != self.items or (row is None) != (self.row is None):
            self.beginResetModel()
            self.row, self.items = row, items
            self.endResetModel()
        elif row != self.row:
            self.row = row
            self._tell(0, len(items) - 1)

    def heads(self) -> tuple[str, ...]:
        """Returns the heads of the columns."""
        return panel_words.item_heads()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Returns the number of items."""
        return 0 if parent.isValid() or self.row is None else len(self.items)

    def face(self, row: int, column: int) -> CellFace:
        """Returns one cell."""
        item = self.items[row]
        if column == 0:
            return CellFace(words.phrase_item(item))
        mark = None if self.row is None else self.row.newest(item)
        if mark is None:
            return CellFace("—")
        if column == 1:
            face = mark_face(mark)
            return CellFace(words.phrase_mark(mark), face.sign)
        return CellFace(f"{mark.by or panel_words.bridge()} · {time_of_day(mark.at_ms)[:5]}")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns words and sign of a cell; the whole finding as a tip."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.face(index.row(), index.column()).text
        return super().data(index, role)
