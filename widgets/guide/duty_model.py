"""The duty table as a table of Qt: one row per duty, as far as the filters leave them."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from console.regulation.duties import Duty, DutyStatus, DutyTable
from widgets.drawing.short_names import folded
from widgets.phrases.guide import duty_words as words

COLUMNS = 5
DUTY = 2
Index = QModelIndex | QPersistentModelIndex


class DutyModel(QAbstractTableModel):
    """Duties of the table that the filters leave."""

    def __init__(self, table: DutyTable) -> None:
        super().__init__()
        self.table = table
        self.shown: tuple[Duty, ...] = table.duties

    def choose(self, province: str | None, status: DutyStatus | None, feature: str | None, text: str) -> None:
        """Leaves the duties of a province, a status, a feature, with every word of a text; None is any."""
        wanted = folded(text).split()
        chosen = self.table.chosen(province=province, status=status, feature=feature)
        self.beginResetModel()
        self.shown = tuple(duty for duty in chosen if all(word in _searched(duty) for word in wanted))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Returns how many duties are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Returns how many columns there are."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Returns the text of a cell."""
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        return _cells(self.shown[index.row()])[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Returns the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return words.columns()[section]


def _cells(duty: Duty) -> tuple[str, ...]:
    return (duty.id, duty.article, words.said(duty.duty), words.said(duty.actor), words.status(duty.status))


def _searched(duty: Duty) -> str:
    return folded(" ".join((*_cells(duty), duty.quote)))
