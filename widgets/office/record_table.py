"""A list of records as a table: sorted by any column, searched without marks."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from console.office.columns import CellKind, RecordList
from console.office.record import Record
from widgets.drawing import theme
from widgets.drawing.short_names import folded
from widgets.office.cells import cell_text
from widgets.office.register_store import RegisterStore
from widgets.phrases.office.column_words import column_title

Index = QModelIndex | QPersistentModelIndex
SORTED = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 34
LETTER_WIDTH = 8
CELL_MARGINS = 28
NEVER = "9999"
"""Sorts what has no day behind all days."""
NOWHERE = QModelIndex()


class RecordModel(QAbstractTableModel):
    """The records of a list, a row for each."""

    def __init__(self, record_list: RecordList, store: RegisterStore) -> None:
        super().__init__()
        self._list, self._store = record_list, store
        self.columns = tuple(column for column in record_list.columns if column.width)
        self.records: tuple[Record, ...] = ()
        self._order: dict[tuple[int, int], str | int] = {}
        """What cells are sorted by; a sort asks for each many times."""

    def show_records(self, records: tuple[Record, ...]) -> None:
        """Shows records."""
        self.beginResetModel()
        self.records = records
        self.forget_order()
        self.endResetModel()

    def forget_order(self) -> None:
        """Forgets what cells are sorted by; names of sites or the language changed."""
        self._order.clear()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Returns the number of records."""
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Returns the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def text(self, row: int, place: int) -> str:
        """Returns what stands in a cell."""
        column = self.columns[place]
        return cell_text(column, getattr(self.records[row], column.name), self._store)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns what Qt wants of a cell."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.text(index.row(), index.column())
        if role == SORTED:
            place = index.row(), index.column()
            if place not in self._order:
                self._order[place] = self._sorted(*place)
            return self._order[place]
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[index.column()].kind is CellKind.NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _sorted(self, row: int, place: int) -> str | int:
        column = self.columns[place]
        value = getattr(self.records[row], column.name)
        match column.kind:
            case CellKind.NUMBER | CellKind.TICK:
                return int(value)
            case CellKind.DAY:
                return str(value) or NEVER
            case CellKind.SITE:
                site = self._store.site(value)
                return f"{site.number:04}" if site is not None else folded(value or "")
            case _:
                return folded(self.text(row, place))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the title of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return column_title(self._list.name, self.columns[section].name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class FoundRecords(QSortFilterProxyModel):
    """The rows in which every word that was typed stands somewhere."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self._model, self._words = model, list[str]()
        self.setSourceModel(model)
        self.setSortRole(SORTED)

    def search(self, text: str) -> None:
        """Shows the rows that hold every word of a text."""
        self.beginFilterChange()
        self._words = folded(text).split()
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tells whether a row is found."""
        if not self._words:
            return True
        line = folded(" ".join(self._model.text(source_row, place) for place in range(len(self._model.columns))))
        return all(word in line for word in self._words)


class RecordTable(QTableView):
    """The table of a page; one row is chosen at a time."""

    chosen = Signal(str)
    """The identifier of the record that was chosen by hand."""

    def __init__(self, record_list: RecordList, store: RegisterStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.model_of_records = RecordModel(record_list, store)
        self.found = FoundRecords(self.model_of_records)
        self._following = False
        self.setModel(self.found)
        self.setObjectName("records")
        self.setFont(theme.font(14))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self._dress_head()
        self.selectionModel().currentRowChanged.connect(self._say_chosen)

    def _dress_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, column in enumerate(self.model_of_records.columns):
            self.setColumnWidth(place, column.width * LETTER_WIDTH + CELL_MARGINS)
        head.setStretchLastSection(True)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    @property
    def current_id(self) -> str | None:
        """The identifier of the chosen record."""
        index = self.found.mapToSource(self.currentIndex())
        return self.model_of_records.records[index.row()].id if index.isValid() else None

    def show_records(self, records: tuple[Record, ...], current: str | None) -> None:
        """Shows records and keeps one chosen."""
        self._following = True
        self.model_of_records.show_records(records)
        self.choose(current)
        self._following = False

    def choose(self, id_: str | None) -> None:
        """Chooses a record, without saying so."""
        was, self._following = self._following, True
        rows = (row for row, record in enumerate(self.model_of_records.records) if record.id == id_)
        row = next(rows, None)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(NOWHERE)
        else:
            index = self.found.mapFromSource(self.model_of_records.index(row, 0))
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._following = was

    def _say_chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        id_ = self.current_id
        if not self._following and id_ is not None:
            self.chosen.emit(id_)

    def rephrase(self) -> None:
        """Says titles and cells in the language in use."""
        self.model_of_records.headerDataChanged.emit(
            Qt.Orientation.Horizontal, 0, len(self.model_of_records.columns) - 1
        )
        self.model_of_records.forget_order()
        self.found.invalidate()
